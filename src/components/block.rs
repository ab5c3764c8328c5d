//! A part of the answer that is drawn anew only when what it says changes.

use groundwork_report::document::{Block, KeyFigure, Statement, Writer};
use leptos::prelude::*;

use super::{
    figure_table::table_body,
    listing::listing_view,
    live,
    prose::{figure, prose},
};
use crate::state::workspace::Workspace;

/// What `write` says about the case on screen; nothing where there is nothing to say.
pub fn block(write: impl Fn(Writer<'_>) -> Option<Block> + Send + Sync + 'static) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    // One type for all parts, so that there is one memo in the code, not one for each.
    let write: Box<dyn Fn(Writer<'_>) -> Option<Block> + Send + Sync> = Box::new(write);
    let block = Memo::new(move |_| workspace.write(&write).flatten());
    live(move || block.get().map(block_view).into_any())
}

/// What a block of a text looks like.
pub fn block_view(block: Block) -> AnyView {
    match block {
        Block::Paragraph(paragraph) => prose(paragraph).into_any(),
        Block::KeyFigures(figures) => {
            let figures: Vec<AnyView> = figures.into_iter().map(key_figure).collect();
            view! { <dl class="answer__facts">{figures}</dl> }.into_any()
        }
        Block::Notes(notes) => {
            let notes: Vec<AnyView> =
                notes.into_iter().map(|note| view! { <li>{prose(note)}</li> }.into_any()).collect();
            view! { <ul class="answer__notes">{notes}</ul> }.into_any()
        }
        Block::Statements(statements) => {
            let statements: Vec<AnyView> = statements.into_iter().map(statement).collect();
            view! { <dl class="statements">{statements}</dl> }.into_any()
        }
        Block::Table(table) => table_body(table),
        Block::Listing(listing) => listing_view(listing),
    }
}

/// A figure with its name.
pub fn key_figure(fact: KeyFigure) -> AnyView {
    let KeyFigure { label, figure: value, unit } = fact;
    view! {
        <div>
            <dt>{prose(label)}</dt>
            <dd>{figure(value)} " " <small>{unit}</small></dd>
        </div>
    }
    .into_any()
}

fn statement(statement: Statement) -> AnyView {
    let Statement { what, detail, figure: value, unit } = statement;
    let detail = detail.map(|detail| view! { <small>{prose(detail)}</small> }.into_any());
    view! {
        <div>
            <dt>{prose(what)} " " {detail}</dt>
            <dd>{figure(value)} " " <small>{unit}</small></dd>
        </div>
    }
    .into_any()
}
