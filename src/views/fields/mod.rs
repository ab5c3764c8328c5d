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

use self::{
    benefits::Benefits,
    capacity::{Capacity, FreedHours},
    confidence::Confidence,
    costs::Costs,
    decline::Decline,
    finance::Finance,
    sources::Sources,
    timing::Timing,
};
use crate::{components::number_field::NumberField, state::workspace::Workspace};

/// The fields of the case.
#[component]
pub fn Fields() -> impl IntoView {
    view! {
        <section class="case__fields" aria-labelledby="fields-heading">
            <h2 id="fields-heading">"Your figures"</h2>
            <Capacity />
            <NumberField
                input=Input::EfficiencyNow
                label="Efficiency now"
                hint="Share of working time not lost to working around existing problems: 70%"
            />
            <NumberField
                input=Input::EfficiencyAfter
                label="Efficiency after"
                hint="The same, once the work is done: 90%, or a range such as 80 to 95"
            />
            <NumberField
                input=Input::Amount
                label="Investment"
                hint="What the work costs: $200k"
            />
            <FreedHours />
            <Timing />
            <Decline />
            <Confidence />
            <Costs />
            <Benefits />
            <Finance />
            <Sources />
            <p class="privacy">
                "Figures stay in this browser. Nothing you type is sent anywhere."
            </p>
        </section>
    }
}

/// Whether somebody entered all of these numbers.
fn are_entered(inputs: &'static [Input]) -> Signal<bool> {
    let workspace = expect_context::<Workspace>();
    Signal::derive(move || inputs.iter().all(|input| workspace.is_entered(*input)))
}
