//! What follows from the plan: which strategy delivers most, when, and what the right share is.

use groundwork_report::{
    charts::ChartKind,
    document::Block,
    narrative::plan::{
        ByQuarter, basis, best_path, compared, is_it_right, portfolio_or_big_bang,
        table_at_12_24_36, table_by_quarter,
    },
};
use leptos::{html, prelude::*};

use super::{decided::Decided, roadmap::Roadmap};
use crate::{
    components::{block::block, live},
    state::workspace::Workspace,
    views::answer::charts::ChartsOf,
};

/// Where the answer stands.
pub(super) const ANSWER: &str = "plan-answer";

/// The answer to "why not do it differently?", the most important first.
#[component]
pub fn Results(
    /// The sentence everything begins with.
    lead: NodeRef<html::H1>,
) -> impl IntoView {
    view! {
        <h1
            class="answer__lead plan__lead"
            id=ANSWER
            tabindex="-1"
            data-testid="plan-headline"
            node_ref=lead
        >
            {block(|writer| compared(writer).winners.into_iter().next().map(Block::Paragraph))}
        </h1>
        {block(|writer| {
            let said = compared(writer);
            let said: Vec<_> = said.winners.into_iter().skip(1).chain(said.missing).collect();
            (!said.is_empty()).then_some(Block::Notes(said))
        })}
        <ChartsOf kinds=ChartKind::OUTCOME.to_vec() />
        <section class="answer__tags">
            <h2>"Side by side"</h2>
            <div class="figure-table">
                {block(|writer| Some(Block::Table(table_at_12_24_36(writer))))}
            </div>
            {block(|writer| {
                let said = compared(writer);
                let said: Vec<_> = said.crossings.into_iter().chain(said.to_mind).collect();
                (!said.is_empty()).then_some(Block::Notes(said))
            })}
            {Vec::from(ByQuarter::ALL.map(by_quarter))}
        </section>
        <div class="answer__two">
            <section>
                <h2>"Is it the right share?"</h2>
                {block(|writer| Some(Block::Notes(is_it_right(writer))))}
            </section>
            <section>
                <h2>"The best path"</h2>
                {block(|writer| Some(Block::Notes(best_path(writer).sentences)))}
                <div class="figure-table">
                    {block(|writer| {
                        let table = best_path(writer).table;
                        (!table.rows.is_empty()).then_some(Block::Table(table))
                    })}
                </div>
            </section>
        </div>
        <section class="answer__tags">
            <h2>"In steps or in one go"</h2>
            {block(|writer| Some(Block::Notes(portfolio_or_big_bang(writer))))}
        </section>
        <Roadmap />
        <section class="answer__tags">
            <h2>"What this rests on"</h2>
            {block(|writer| Some(Block::Notes(basis(writer))))}
        </section>
        <Decided />
    }
}

/// A table with a row for each quarter; drawn while it is open or printed only.
fn by_quarter(shown: ByQuarter) -> AnyView {
    let is_printing = expect_context::<Workspace>().is_printing;
    let details = NodeRef::<html::Details>::new();
    let is_open = RwSignal::new(false);
    let is_shown = Memo::new(move |_| is_open.get() || is_printing.get());
    let table = live(move || {
        if !is_shown.get() {
            return ().into_any();
        }
        let table = block(move |writer| Some(Block::Table(table_by_quarter(writer, shown))));
        view! { <div class="figure-table">{table}</div> }.into_any()
    });
    view! {
        <details
            class="more"
            node_ref=details
            on:toggle=move |_| is_open.set(details.get().is_some_and(|details| details.open()))
        >
            <summary>{shown.title()}</summary>
            {table}
        </details>
    }
    .into_any()
}
