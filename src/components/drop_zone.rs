//! Files dropped anywhere on the page.

use leptos::prelude::*;

use super::live;
use crate::{
    browser::files::{Dragged, on_dragged_files},
    state::importing::Importing,
};

/// Takes files that are dropped, and shows that it would while they are held over the page.
#[component]
pub fn DropZone(
    /// The list of cases, which gives way to what an import comes to.
    has_cases_open: RwSignal<bool>,
) -> impl IntoView {
    let importing = expect_context::<Importing>();
    let is_over = RwSignal::new(false);
    on_dragged_files(Box::new(move |dragged| {
        let is_held = matches!(dragged, Dragged::Over);
        if is_over.get_untracked() != is_held {
            is_over.set(is_held);
        }
        if let Dragged::Dropped(files) = dragged
            && !files.is_empty()
        {
            has_cases_open.set(false);
            importing.begin(files);
        }
    }));
    live(move || {
        if is_over.get() {
            view! { <div class="drop-zone" role="status"><p>"Drop to import"</p></div> }.into_any()
        } else {
            ().into_any()
        }
    })
}
