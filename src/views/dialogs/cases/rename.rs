//! The name of a case while it is being changed in the list.

use leptos::{ev::KeyboardEvent, html, prelude::*};

use super::{focus_on, row::rename_id};
use crate::{
    browser::document::focus_soon,
    components::{remark::remark, text},
    state::case_list::{CaseList, Row},
};

const FIELD_ID: &str = "cases-rename";
const MESSAGE_ID: &str = "cases-rename-message";

/// A field in place of the name, until it is saved or left as it was.
pub(super) fn rename(list: CaseList, row: Row, renaming: RwSignal<Option<String>>) -> AnyView {
    let field = NodeRef::<html::Input>::new();
    let problem = RwSignal::new(String::new());
    let row = StoredValue::new(row);
    let save = move || {
        let Some(field) = field.get_untracked() else { return };
        let (row, title) = (row.get_value(), field.value());
        list.in_turn(Box::new(move || match list.rename(&row, title.trim()) {
            Ok(()) => {
                renaming.set(None);
                focus_on(list, &row.key);
            }
            Err(why) => drop(problem.try_set(why)),
        }));
    };
    let leave = move || {
        renaming.set(None);
        row.with_value(|row| focus_soon(rename_id(&row.key)));
    };
    let press = move |event: KeyboardEvent| match event.key().as_str() {
        _ if event.is_composing() => (),
        "Enter" => {
            event.prevent_default();
            save();
        }
        "Escape" => {
            // Leaves the name, not the dialog.
            event.prevent_default();
            event.stop_propagation();
            leave();
        }
        _ => (),
    };
    focus_soon(FIELD_ID.to_owned());
    let invalid = text(move || problem.with(|problem| !problem.is_empty()).to_string());
    let (label, title) =
        row.with_value(|row| (["New name of “", &row.name, "”"].concat(), row.title.clone()));
    view! {
        <div class="case-row__rename">
            <input
                id=FIELD_ID
                node_ref=field
                type="text"
                autocomplete="off"
                aria-label=label
                aria-describedby=MESSAGE_ID
                aria-invalid=invalid
                value=title
                on:focus=move |_| select(field)
                on:keydown=press
            />
            <button class="button button--main" on:click=move |_| save()>"Save"</button>
            <button class="button" on:click=move |_| leave()>"Cancel"</button>
        </div>
        <div id=MESSAGE_ID aria-live="polite">
            {remark("number-field__message", problem.into())}
        </div>
    }
    .into_any()
}

/// What is typed takes the place of the name, as in lists of files.
fn select(field: NodeRef<html::Input>) {
    if let Some(field) = field.get_untracked() {
        field.select();
    }
}
