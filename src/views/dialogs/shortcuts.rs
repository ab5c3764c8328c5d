//! The list of shortcuts.

use leptos::prelude::*;

use super::Dialog;
use crate::state::{preferences::Preferences, workspace::Workspace};

/// Keys and what they do.
const SHORTCUTS: [(&str, &str); 5] = [
    ("Ctrl + Z or ⌘ Z", "Undo the last step. In a field, what was just typed there goes first."),
    ("Shift + Ctrl + Z or ⇧ ⌘ Z", "Redo it. Ctrl + Y does the same."),
    ("Tab", "Go to the next field or button; with Shift, to the one before."),
    ("Escape", "Close what stands over the page."),
    ("?", "Show this list, unless you are typing in a field."),
];

/// The list of shortcuts.
#[component]
pub fn Shortcuts(
    /// Whether it is open.
    is_open: RwSignal<bool>,
) -> impl IntoView {
    view! {
        <Dialog id="shortcuts" title="Keyboard shortcuts" is_open content=Box::new(content) />
    }
}

fn content() -> AnyView {
    let workspace = expect_context::<Workspace>();
    let shortcuts: Vec<AnyView> = SHORTCUTS
        .into_iter()
        .map(|(keys, what)| {
            view! { <div><dt><kbd>{keys}</kbd></dt><dd>{what}</dd></div> }.into_any()
        })
        .collect();
    let has_single_keys =
        Signal::derive(move || workspace.preferences.with(Preferences::has_single_keys));
    let choose = move |event| {
        let is_checked = event_target_checked(&event);
        workspace.prefer(Box::new(move |preferences| preferences.set_single_keys(is_checked)));
    };
    view! {
        <dl class="dialog__keys">{shortcuts}</dl>
        <label class="dialog__choice">
            <input type="checkbox" prop:checked=has_single_keys on:change=choose />
            "A key alone, such as ?, is a shortcut"
        </label>
    }
    .into_any()
}
