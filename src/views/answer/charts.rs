//! Charts, one at a time.

use groundwork_report::charts::{ChartKind, kinds_for};
use leptos::prelude::*;

use crate::{
    components::{chart_figure::ChartFigure, live},
    state::workspace::Workspace,
};

/// The charts of the case; some are there only once there are draws.
#[component]
pub fn Charts() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let kinds = Memo::new(move |_| {
        workspace.write(|writer| kinds_for(writer.evaluation)).unwrap_or_default()
    });
    view! { <ChartsOf kinds=kinds /> }
}

/// The chart that was chosen, and the choice.
#[component]
pub fn ChartsOf(
    /// Which charts there are, at least one.
    #[prop(into)]
    kinds: Signal<Vec<ChartKind>>,
) -> impl IntoView {
    let first = kinds.with_untracked(|kinds| kinds.first().copied());
    let chosen = RwSignal::new(first.unwrap_or(ChartKind::CumulativeNet));
    Effect::new(move || {
        // A chart that is no longer there cannot stay chosen.
        kinds.with(|kinds| {
            if let Some(first) = kinds.first()
                && !kinds.contains(&chosen.get_untracked())
            {
                chosen.set(*first);
            }
        });
    });
    let choices = live(move || {
        let choice = |kind: ChartKind| {
            view! {
                <button
                    class="chart-choice"
                    data-name=kind.name()
                    aria-pressed=move || (chosen.get() == kind).to_string()
                    on:click=move |_| chosen.set(kind)
                >
                    {kind.name()}
                </button>
            }
            .into_any()
        };
        kinds.get().into_iter().map(choice).collect::<Vec<_>>().into_any()
    });
    view! {
        <div class="chart-choices" role="group" aria-label="Which chart">{choices}</div>
        <ChartFigure kind=chosen />
    }
}
