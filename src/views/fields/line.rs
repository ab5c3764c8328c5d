//! What cost and benefit lines share: their name, their tag, and how they go.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    browser::document::focus_soon,
    components::{button::button, field_id, tag_choice::tag_choice, text, text_box::text_box},
    state::{
        lines::{List, Row},
        workspace::Workspace,
    },
};

/// A line: its name, `fields`, its tag, and what is to be said about it.
pub(super) fn line(
    workspace: Workspace,
    list: List,
    row: Row,
    unnamed: &'static str,
    fields: Vec<AnyView>,
    said: Vec<AnyView>,
) -> AnyView {
    let position = row.position;
    let title_id = element_id(list, &row, "title");
    let labelled_by = title_id.clone();
    let followed = workspace.followed();
    let name = text(move || {
        let name = followed.read(|| workspace.name_of_line(list, position));
        if name.is_empty() { unnamed.to_owned() } else { name }
    });
    let tagged = row.clone();
    let tag = tag_choice(
        tag_id(list, &row),
        &(Arc::new(move || followed.read(|| workspace.tag_of(list, position))) as _),
        Box::new(move |tag| workspace.tag_line(list, &tagged, tag)),
    );
    let remove = button(
        element_id(list, &row, "remove"),
        "line__remove",
        text(move || format!("Remove {}", name.get())),
        Box::new(move || remove(workspace, list, &row)),
    );
    let label = text_box(list.label(position), "Name".to_owned(), "As finance will see it", false);
    view! {
        <div class="line" role="group" aria-labelledby=labelled_by>
            <h3 class="line__title" id=title_id tabindex="-1">
                {name}
            </h3>
            {label}
            {fields}
            {tag}
            <div aria-live="polite">{said}</div>
            {remove}
        </div>
    }
    .into_any()
}

/// Numbers that stand side by side where there is room.
pub(super) fn pair(fields: Vec<AnyView>) -> AnyView {
    view! { <div class="line__pair">{fields}</div> }.into_any()
}

/// Puts the focus on the name of a line that was just added.
pub(super) fn focus_added(list: List, added: Option<Row>) {
    if let Some(row) = added {
        focus_soon(element_id(list, &row, "label"));
    }
}

/// Removes a line and puts the focus on the one that takes its place, on the one before it, or
/// where a line is added.
pub(super) fn remove(workspace: Workspace, list: List, row: &Row) {
    workspace.remove_line(list, row);
    let rows = untrack(|| workspace.lines(list));
    let next = rows.get(row.position).or_else(|| rows.last());
    focus_soon(match next {
        Some(next) => element_id(list, next, "title"),
        None => format!("{}-add", list.key()),
    });
}

/// Id of the choice of a line's tag.
pub(super) fn tag_id(list: List, row: &Row) -> String {
    element_id(list, row, "tag")
}

fn element_id(list: List, row: &Row, part: &str) -> String {
    field_id(&format!("{}.{}.{part}", list.key(), row.id))
}

/// How many lines there are, and how many of them do not count yet.
pub(super) fn state(lines: usize, incomplete: usize) -> String {
    let counted = match lines {
        0 => return "none yet".to_owned(),
        1 => "1 line".to_owned(),
        lines => format!("{lines} lines"),
    };
    match incomplete {
        0 => counted,
        incomplete => format!("{counted}, {incomplete} not counted yet"),
    }
}
