//! A table of figures; long ones wait behind their title.

use groundwork_report::{
    document::{Block, Row, Table},
    narrative::tables::{TableKind, table},
};
use leptos::{html, prelude::*};

use super::{block::block, live, prose::figure_of_many};
use crate::{browser::document::move_in_table, state::workspace::Workspace};

/// Most columns that are readable on paper held upright.
const FIT_UPRIGHT: usize = 9;

/// A table of figures. A long one is drawn when it is opened.
#[component]
pub fn FigureTable(
    /// Which one.
    kind: TableKind,
) -> impl IntoView {
    let body = move || block(move |writer| Some(Block::Table(table(writer, kind)))).into_any();
    if !kind.is_long() {
        return view! { <section class="figure-table"><h3>{kind.title()}</h3>{body()}</section> }
            .into_any();
    }
    let is_printing = expect_context::<Workspace>().is_printing;
    let details = NodeRef::<html::Details>::new();
    let is_open = RwSignal::new(false);
    let is_shown = Memo::new(move |_| is_open.get() || is_printing.get());
    let shown_body = live(move || if is_shown.get() { body() } else { ().into_any() });
    view! {
        <details
            class="figure-table"
            node_ref=details
            on:toggle=move |_| is_open.set(details.get().is_some_and(|details| details.open()))
        >
            <summary>{kind.title()}</summary>
            {shown_body}
        </details>
    }
    .into_any()
}

/// The rows of a table under the names of its columns; wide ones scroll within themselves.
pub(super) fn table_body(table: Table) -> AnyView {
    let Table { title, columns, rows } = table;
    if rows.is_empty() {
        return view! { <p class="figure-table__reason">"The case has no first month."</p> }
            .into_any();
    }
    let (is_wide, is_widest) = (columns.len() > 2, columns.len() > FIT_UPRIGHT);
    let header = columns.iter().any(|column| !column.is_empty()).then(|| {
        let columns: Vec<AnyView> = columns
            .into_iter()
            .map(|column| view! { <th scope="col">{column}</th> }.into_any())
            .collect();
        view! { <thead><tr>{columns}</tr></thead> }.into_any()
    });
    let rows: Vec<AnyView> =
        rows.into_iter().enumerate().map(|(number, row)| table_row(row, number)).collect();
    let class = if is_widest {
        "figure-table__scroll figure-table__scroll--wide figure-table__scroll--widest"
    } else if is_wide {
        "figure-table__scroll figure-table__scroll--wide"
    } else {
        "figure-table__scroll"
    };
    let table = view! { <table>{header}<tbody>{rows}</tbody></table> }.into_any();
    view! {
        <div
            class=class
            role="region"
            aria-label=title
            tabindex=is_wide.then_some("0")
            on:keydown=move |event| {
                if move_in_table(&event) {
                    event.prevent_default();
                }
            }
        >
            {table}
        </div>
    }
    .into_any()
}

/// A row and its number from 0. A table is one stop of the Tab key; arrow keys walk through it.
fn table_row(row: Row, number: usize) -> AnyView {
    let cells: Vec<AnyView> = row
        .cells
        .into_iter()
        .enumerate()
        .map(|(column, cell)| {
            let reason = cell.reason.clone().map(|reason| {
                view! { <span class="figure-table__reason">{reason}</span> }.into_any()
            });
            let figure = figure_of_many(cell, number + column == 0);
            view! { <td>{figure}{reason}</td> }.into_any()
        })
        .collect();
    view! { <tr><th scope="row">{row.heading}</th>{cells}</tr> }.into_any()
}
