//! A case of the list.

use leptos::prelude::*;

use super::{NEW_ID, UNDO_ID, focus_on, rename::rename};
use crate::{
    browser::document::focus_soon,
    components::{field_id, flag, live},
    state::case_list::{CaseList, Row},
    views::compare::TITLE_ID,
};

/// Id of the name of the case that is stored under `key`.
pub(super) fn name_id(key: &str) -> String {
    ["name-", &field_id(key)].concat()
}

/// Id of the button that renames it.
pub(super) fn rename_id(key: &str) -> String {
    ["rename-", &field_id(key)].concat()
}

/// A case, with what can be done to it; `renaming` is the key of the one that is being renamed.
pub(super) fn row(
    list: CaseList,
    row: Row,
    renaming: RwSignal<Option<String>>,
    is_open: RwSignal<bool>,
) -> AnyView {
    let row = StoredValue::new(row);
    let is_renamed = Memo::new(move |_| {
        renaming.with(|key| row.with_value(|row| key.as_ref() == Some(&row.key)))
    });
    let is_elsewhere = flag(move || {
        list.sought.with(|sought| row.with_value(|row| !row.lowered.contains(sought.as_str())))
    });
    let content = live(move || {
        if is_renamed.get() {
            rename(list, row.get_value(), renaming)
        } else {
            at_rest(list, row, renaming, is_open)
        }
    });
    view! { <li class="case-row" hidden=is_elsewhere>{content}</li> }.into_any()
}

fn at_rest(
    list: CaseList,
    row: StoredValue<Row>,
    renaming: RwSignal<Option<String>>,
    is_open: RwSignal<bool>,
) -> AnyView {
    let Row { key, name, about, is_open: is_on_screen, .. } = row.get_value();
    let is_case = row.with_value(Row::is_case);
    let id = name_id(&key);
    let title = if is_case {
        let open = move |_| {
            is_open.set(false);
            row.with_value(|row| list.go(row));
        };
        view! {
            <button id=id class="case-row__name" on:click=open>
                <bdi>{name.clone()}</bdi>
            </button>
        }
        .into_any()
    } else {
        view! { <span id=id class="case-row__text" tabindex="-1">{name.clone()}</span> }.into_any()
    };
    let mark = is_on_screen.then(|| view! { <span class="case-row__mark">"Open here"</span> });

    let delete = move || {
        let row = row.get_value();
        list.in_turn(Box::new(move || {
            if list.delete(&row) {
                let has_undo = list.deleted.0.with_untracked(Option::is_some);
                focus_soon(if has_undo { UNDO_ID } else { NEW_ID }.to_owned());
            }
        }));
    };
    let duplicate = move || {
        let row = row.get_value();
        list.in_turn(Box::new(move || {
            if let Some(copy) = list.duplicate(&row) {
                focus_on(list, &copy);
            }
        }));
    };
    let own_key = key.clone();
    // The focus finds its way back by them when the list is drawn anew.
    let id_of = |what: &str| [what, &field_id(&key)].concat();
    let deeds = is_case.then(|| {
        let begin = move || renaming.set(Some(own_key.clone()));
        [
            deed(rename_id(&key), "Rename", &name, Box::new(begin)),
            deed(id_of("duplicate-"), "Duplicate", &name, Box::new(duplicate)),
        ]
    });
    let compare = move || {
        is_open.set(false);
        row.with_value(|row| list.compare(row));
        focus_soon(TITLE_ID.to_owned());
    };
    let compared = (is_case && !is_on_screen)
        .then(|| deed(id_of("compare-"), "Compare", &name, Box::new(compare)));
    view! {
        <div class="case-row__main">
            {title} <p class="case-row__about">{mark} {about}</p>
        </div>
        <div class="case-row__deeds">
            {deeds} {compared}
            {deed(
                id_of("export-"),
                "Export",
                &name,
                Box::new(move || row.with_value(|row| list.export(row))),
            )}
            {deed(id_of("delete-"), "Delete", &name, Box::new(delete))}
        </div>
    }
    .into_any()
}

/// Something that can be done to the case of that name.
fn deed(id: String, what: &'static str, name: &str, press: Box<dyn Fn()>) -> AnyView {
    let label = [what, " “", name, "”"].concat();
    view! {
        <button id=id class="case-row__deed" aria-label=label on:click=move |_| press()>
            {what}
        </button>
    }
    .into_any()
}
