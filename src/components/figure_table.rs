//! A table of figures; long ones wait behind their title.

use groundwork_report::narrative::document::{Row, Table};
use leptos::prelude::*;

use super::figure::{Figure, Prose};

/// Rows above which a table waits to be opened.
const MOST_ROWS_AT_ONCE: usize = 9;

/// A table of figures. One with many rows or many columns is drawn when it is opened.
#[component]
pub fn FigureTable(
    /// The table; `None` for a moment while it is taken away.
    table: Memo<Option<Table>>,
) -> impl IntoView {
    let is_long = Memo::new(move |_| {
        table.with(|table| table.as_ref().is_some_and(|table| table.rows.len() > MOST_ROWS_AT_ONCE))
    });
    let title = Memo::new(move |_| table.with(|table| table.as_ref().map(|t| t.title.clone())));
    let is_open = RwSignal::new(false);
    let title_view = move || title.get().map(|paragraph| view! { <Prose paragraph /> });
    let body = move || table.get().map(table_body);

    move || {
        if is_long.get() {
            view! {
                <details
                    class="figure-table"
                    open=move || is_open.get()
                    on:toggle=move |_| is_open.update(|is_open| *is_open = !*is_open)
                >
                    <summary>{title_view}</summary>
                    {move || is_open.get().then_some(body)}
                </details>
            }
            .into_any()
        } else {
            view! {
                <section class="figure-table">
                    <h3>{title_view}</h3>
                    {body}
                </section>
            }
            .into_any()
        }
    }
}

fn table_body(table: Table) -> impl IntoView {
    let Table { title, columns, rows } = table;
    let is_wide = columns.len() > 2;
    let has_header = columns.iter().any(|column| !column.is_empty());
    let label = title.to_string();
    let header =
        columns.into_iter().map(|column| view! { <th scope="col">{column}</th> }).collect_view();
    view! {
        <div
            class="figure-table__scroll"
            class:figure-table--wide=is_wide
            role="region"
            aria-label=label
            tabindex=is_wide.then_some("0")
        >
            <table>
                {has_header.then(|| view! { <thead><tr>{header}</tr></thead> })}
                <tbody>{rows.into_iter().map(table_row).collect_view()}</tbody>
            </table>
        </div>
    }
}

fn table_row(row: Row) -> impl IntoView {
    let cells = row.cells.into_iter().map(|figure| {
        let reason = figure
            .reason
            .clone()
            .map(|reason| view! { <span class="figure-table__reason">{reason}</span> });
        view! { <td><Figure figure />{reason}</td> }
    });
    view! { <tr><th scope="row">{row.heading}</th>{cells.collect_view()}</tr> }
}
