//! What stands over the page until it is closed.

pub mod cases;
pub mod deleting;
pub mod embedding;
pub mod leaving;
pub mod share;
pub mod shortcuts;
pub mod your_data;

use leptos::{html, prelude::*};

use crate::components::live;

/// Something that stands over the page until it is closed, with its button, with Escape or by
/// itself. The browser keeps the focus inside and gives it back.
///
/// The content is drawn when it is opened.
#[component]
pub fn Dialog(
    /// Unique within the page; ties the dialog to its title.
    id: &'static str,
    /// What it is about.
    title: &'static str,
    /// Whether it is open.
    is_open: RwSignal<bool>,
    /// Draws what is in it.
    content: Box<dyn Fn() -> AnyView + Send>,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let is_open = is_open.get();
        let Some(dialog) = dialog.get() else { return };
        if is_open && !dialog.open() {
            // It fails only for a dialog that is open already.
            let _ = dialog.show_modal();
        } else if !is_open && dialog.open() {
            dialog.close();
        }
    });
    // A browser tells a little later, when it may have been opened again.
    let closed = move |_| {
        if dialog.get_untracked().is_none_or(|dialog| !dialog.open()) {
            is_open.set(false);
        }
    };
    let drawn = live(move || if is_open.get() { content() } else { ().into_any() });
    view! {
        <dialog
            class="dialog"
            node_ref=dialog
            aria-labelledby=id
            on:close=closed
        >
            <div class="dialog__head">
                <h2 id=id>{title}</h2>
                <button class="button" on:click=move |_| is_open.set(false)>"Close"</button>
            </div>
            {drawn}
        </dialog>
    }
    .into_any()
}
