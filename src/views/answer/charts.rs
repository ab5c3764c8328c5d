//! The charts of the case, one at a time.

use groundwork_report::charts::ChartKind;
use leptos::prelude::*;

use crate::components::chart_figure::ChartFigure;

/// The chart that was chosen, and the choice.
#[component]
pub fn Charts() -> impl IntoView {
    let chosen = RwSignal::new(ChartKind::CumulativeNet);
    let choices: Vec<AnyView> = ChartKind::ALL
        .into_iter()
        .map(|kind| {
            view! {
                <button
                    class="chart-choice"
                    aria-pressed=move || (chosen.get() == kind).to_string()
                    on:click=move |_| chosen.set(kind)
                >
                    {kind.name()}
                </button>
            }
            .into_any()
        })
        .collect();
    view! {
        <div class="chart-choices" role="group" aria-label="Which chart">{choices}</div>
        <ChartFigure kind=chosen />
    }
}
