//! What was decided, as tables: on paper they stand for the fields of the plan.

use groundwork_report::{
    charts::ChartKind,
    document::{Block, Table},
    narrative::plan::{decided, splits},
};
use leptos::prelude::*;

use crate::{
    components::{block::block_view, chart_figure::ChartFigure, live},
    state::workspace::Workspace,
};

/// The splits and the assumptions of the strategies; drawn while the page is printed only.
#[component]
pub fn Decided() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    live(move || {
        if !workspace.is_printing.get() {
            return ().into_any();
        }
        let kind = RwSignal::new(ChartKind::Split);
        let splits = workspace.write(splits).map(table);
        let strategies = workspace.write(decided).unwrap_or_default();
        let assumptions = (!strategies.is_empty()).then(|| {
            let strategies: Vec<AnyView> = strategies.into_iter().map(table).collect();
            view! {
                <section class="plan__assumed">
                    <h2>"What each strategy assumes"</h2>
                    {strategies}
                </section>
            }
            .into_any()
        });
        view! {
            <section class="plan__decided">
                <h2>"Where capacity goes"</h2>
                <ChartFigure kind has_tools=false />
                {splits}
            </section>
            {assumptions}
        }
        .into_any()
    })
}

fn table(table: Table) -> AnyView {
    view! { <div class="figure-table">{block_view(Block::Table(table))}</div> }.into_any()
}
