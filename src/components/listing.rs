//! Words and figures in rows and columns, readable on a phone without scrolling sideways.

use groundwork_report::document::{Listing, ListingRow, Paragraph, Span};
use leptos::prelude::*;

use super::prose::figure_of_many;
use crate::browser::document::move_in_table;

/// Rows that are drawn; cases that differ in more are other cases.
const MOST_ROWS: usize = 200;

/// A listing as a table. It is one stop of the Tab key; arrow keys walk through it.
pub(super) fn listing_view(listing: Listing) -> AnyView {
    let Listing { title, columns, rows } = listing;
    let more = rows.len().saturating_sub(MOST_ROWS);
    let columns: Vec<AnyView> = columns
        .into_iter()
        .map(|column| view! { <th scope="col">{column}</th> }.into_any())
        .collect();
    let mut has_stop = false;
    let rows: Vec<AnyView> =
        rows.into_iter().take(MOST_ROWS).map(|each| row(each, &mut has_stop)).collect();
    let more = (more > 0).then(|| {
        let more = format!("And {more} more, all of them in the copied text.");
        view! { <p class="listing__more">{more}</p> }.into_any()
    });
    view! {
        <div
            class="listing"
            role="region"
            aria-label=title
            tabindex=(!has_stop).then_some("0")
            on:keydown=|event| {
                if move_in_table(&event) {
                    event.prevent_default();
                }
            }
        >
            <table>
                <thead><tr><td></td>{columns}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {more}
    }
    .into_any()
}

fn row(row: ListingRow, has_stop: &mut bool) -> AnyView {
    let cells: Vec<AnyView> = row.cells.into_iter().map(|each| cell(each, has_stop)).collect();
    view! { <tr><th scope="row">{row.heading}</th>{cells}</tr> }.into_any()
}

fn cell(paragraph: Paragraph, has_stop: &mut bool) -> AnyView {
    let span = |span| match span {
        Span::Text(text) | Span::Plain(text) => text.into_any(),
        Span::Figure(figure) => {
            let is_first = !std::mem::replace(has_stop, true);
            let reason = figure.reason.clone().map(|reason| {
                view! { <span class="figure-table__reason">{reason}</span> }.into_any()
            });
            view! { {figure_of_many(figure, is_first)} {reason} }.into_any()
        }
    };
    let spans: Vec<AnyView> = paragraph.0.into_iter().map(span).collect();
    view! { <td>{spans}</td> }.into_any()
}
