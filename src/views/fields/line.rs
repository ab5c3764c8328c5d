//! What cost and benefit lines share: their name, their tag, and how they go.

use leptos::prelude::*;

use crate::{
    browser::document::focus_soon,
    components::{field_id, tag_choice::TagChoice, text_box::TextBox},
    state::{
        lines::{List, Row},
        workspace::Workspace,
    },
};

/// A line: its name, `fields`, its tag, and what is to be said about it.
pub(super) fn line(
    list: List,
    row: Row,
    unnamed: &'static str,
    fields: AnyView,
    said: AnyView,
) -> AnyView {
    let workspace = expect_context::<Workspace>();
    let Row { position, .. } = row;
    let title_id = element_id(list, &row, "title");
    let labelled_by = title_id.clone();
    let label = list.label(position);
    let name = Memo::new(move |_| {
        let name = workspace.name_of_line(list, position);
        if name.is_empty() { unnamed.to_owned() } else { name }
    });
    let tag_id = tag_id(list, &row);
    let chosen = Signal::derive(move || workspace.tag_of(list, position));
    let tagged = row.clone();
    let take = Box::new(move |tag| workspace.tag_line(list, &tagged, tag));
    let remove = move |_| remove(workspace, list, &row);
    view! {
        <div class="line" role="group" aria-labelledby=labelled_by>
            <div class="line__head">
                <h3 id=title_id tabindex="-1">{name}</h3>
                <button
                    class="line__remove"
                    type="button"
                    aria-label=move || format!("Remove {}", name.get())
                    on:click=remove
                >
                    "Remove"
                </button>
            </div>
            <TextBox field=label label="Name".to_owned() hint="What finance will see it called" />
            {fields}
            <TagChoice id=tag_id chosen take />
            {said}
        </div>
    }
    .into_any()
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
