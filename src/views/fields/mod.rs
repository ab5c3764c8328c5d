//! What is asked for: four numbers, and what may be said beside them, one group a file.

mod benefit_kinds;
mod benefits;
mod capacity;
mod confidence;
mod costs;
mod decline;
mod finance;
mod line;
mod overlap;
mod sources;
mod timing;

use groundwork_model::input::Input;
use leptos::prelude::*;

use crate::{
    components::{flag, number_field::NumberField},
    state::workspace::Workspace,
};

/// The fields of the case.
#[component]
pub fn Fields() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let four = vec![
        capacity::capacity(workspace),
        number(
            Input::EfficiencyNow,
            "Efficiency now",
            "Share of working time not lost to working around existing problems: 70%",
        ),
        number(
            Input::EfficiencyAfter,
            "Efficiency after",
            "The same, once the work is done: 90%, or a range such as 80 to 95",
        ),
        number(Input::Amount, "Investment", "What the work costs: $200k"),
    ];
    let groups = vec![
        capacity::freed_hours(workspace),
        timing::timing(workspace),
        decline::decline(workspace),
        confidence::confidence(workspace),
        costs::costs(workspace),
        benefits::benefits(workspace),
        finance::finance(workspace),
        sources::sources(workspace),
    ];
    view! {
        <section class="case__fields" aria-labelledby="fields-heading">
            <h2 id="fields-heading">"Your figures"</h2>
            {four}
            {groups}
            <p class="privacy">
                "Figures stay in this browser. Nothing you type is sent anywhere."
            </p>
        </section>
    }
}

/// A field for one number.
fn number(input: Input, label: &'static str, hint: &'static str) -> AnyView {
    view! { <NumberField input label hint /> }.into_any()
}

/// Whether somebody entered all of these numbers.
fn are_entered(workspace: Workspace, inputs: &'static [Input]) -> Signal<bool> {
    flag(move || inputs.iter().all(|input| workspace.is_entered(*input)))
}
