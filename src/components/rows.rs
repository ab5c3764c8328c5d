//! A list whose rows come and go while the others stay as they are.

use leptos::prelude::*;

use crate::state::lines::Row;

/// The rows of a list, each drawn once for as long as it stands where it does: what is typed into
/// one survives the coming and going of others, and no row ever writes to the place of another.
pub fn rows(rows: Memo<Vec<Row>>, row: fn(Row) -> AnyView) -> AnyView {
    view! { <For each=move || rows.get() key=Row::clone children=row /> }.into_any()
}
