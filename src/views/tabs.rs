//! The views to choose from.

use leptos::prelude::*;

use crate::{
    components::text,
    state::{view::View, workspace::Workspace},
};

/// Links to the views, the one that is shown marked.
#[component]
pub fn Tabs() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let tabs: Vec<AnyView> = View::ALL
        .into_iter()
        .map(|view| {
            let current = text(move || {
                let is_current = workspace.view.get() == view;
                if is_current { "page" } else { "false" }.to_owned()
            });
            let id = move || (workspace.view.get() == view).then_some(View::TAB_OF_CURRENT);
            view! {
                <a
                    id=id
                    class="tabs__tab"
                    href=view.address()
                    aria-current=current
                    data-name=view.name()
                >
                    {view.name()}
                </a>
            }
            .into_any()
        })
        .collect();
    view! { <nav class="tabs" aria-label="Views">{tabs}</nav> }
}
