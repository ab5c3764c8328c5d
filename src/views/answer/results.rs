//! Everything that follows from the case, the most important first.

use groundwork_report::{
    document::{Block, notes::notes_about_case},
    narrative::{
        by_tag::by_tag,
        glance::glance,
        headline::{headline, meaning},
        key_figures::key_figures,
        must_be_true::must_be_true,
        tables::TableKind,
        when::{net_against_delivered, when},
    },
};
use leptos::{html, prelude::*};

use super::{charts::Charts, is_stale, question::Question, stale_sentence, uncertain::HowSure};
use crate::{
    components::{block::block, figure_table::FigureTable, live},
    state::workspace::Workspace,
    views::glance::Glance,
};

/// The headline, the key figures, a chart, when it comes, what must be true, and every figure.
#[component]
pub fn Results() -> impl IntoView {
    let tables: Vec<AnyView> = TableKind::ALL
        .into_iter()
        .filter(|kind| *kind != TableKind::ByTag)
        .map(|kind| view! { <FigureTable kind /> }.into_any())
        .collect();
    let lead = NodeRef::<html::H1>::new();
    view! {
        <h1 class="answer__lead" data-testid="headline" node_ref=lead>
            {block(|writer| Some(Block::Paragraph(headline(writer))))}
        </h1>
        <Meaning />
        {block(|writer| Some(Block::KeyFigures(key_figures(writer))))}
        {block(|writer| {
            let notes = notes_about_case(writer);
            (!notes.is_empty()).then_some(Block::Notes(notes))
        })}
        <Charts />
        <HowSure />
        <div class="answer__two">
            <section>
                <h2>"When, honestly"</h2>
                {block(|writer| Some(Block::Statements(when(writer))))}
                <p class="answer__aside">
                    {block(|writer| net_against_delivered(writer).map(Block::Paragraph))}
                </p>
            </section>
            <section>
                <h2>"What must be true"</h2>
                {block(|writer| Some(Block::Notes(must_be_true(writer))))}
                <Question />
            </section>
        </div>
        <section class="answer__tags">
            <h2>"Cash, capacity, risk"</h2>
            <p class="answer__aside">{block(|writer| Some(Block::Paragraph(by_tag(writer))))}</p>
            <FigureTable kind=TableKind::ByTag />
        </section>
        <section class="answer__all">
            <h2>"Every figure"</h2>
            {tables}
        </section>
        <Glance lead says=glance />
    }
}

/// What the points mean; in the same place, so that nothing jumps, that the figures are not those of
/// what stands in the fields.
#[component]
fn Meaning() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let is_stale = is_stale(workspace);
    let stale = live(move || {
        stale_sentence(workspace)
            .map(|sentence| view! { <p class="answer__stale">{sentence}</p> }.into_any())
            .into_any()
    });
    let meaning = live(move || {
        if is_stale.get() {
            return ().into_any();
        }
        view! {
            <p class="answer__meaning">{block(|writer| meaning(writer).map(Block::Paragraph))}</p>
        }
        .into_any()
    });
    view! {
        <div role="status">{stale}</div>
        {meaning}
    }
}
