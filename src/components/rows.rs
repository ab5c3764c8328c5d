//! A list whose rows come and go while the others stay as they are.

use leptos::prelude::*;

use crate::{browser::document::leave_quietly, state::lines::Row};

/// The rows of a list, each drawn once for as long as it stands where it does: what is typed into
/// one survives the coming and going of others, and no row ever writes to the place of another.
///
/// A browser leaves a field that is taken away, and a field that is left takes its text once more,
/// by then for the line that stands in its place. So it is left before, and nobody is told.
pub fn rows(id: &'static str, rows: Memo<Vec<Row>>, row: fn(Row) -> AnyView) -> AnyView {
    let drawn = StoredValue::new(Vec::new());
    let each = move || {
        let rows = rows.get();
        if !rows.starts_with(&drawn.get_value()) {
            leave_quietly(id);
        }
        drawn.set_value(rows.clone());
        rows
    };
    view! {
        <div id=id>
            <For each key=Row::clone children=row />
        </div>
    }
    .into_any()
}
