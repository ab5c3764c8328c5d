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
mod uncertainty;

use groundwork_model::input::Input;
use groundwork_report::document::{Paragraph, Writer};
use leptos::prelude::*;

use crate::{
    components::{flag, number_field::NumberField, text},
    state::workspace::Workspace,
    views::dialogs::your_data::Privacy,
};

/// The fields of the case.
#[component]
pub fn Fields() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let four = vec![
        capacity::capacity(workspace),
        number_such_as(
            Input::EfficiencyNow,
            "Efficiency now",
            "Share of working time not lost to working around existing problems",
            &[0.7],
        ),
        view! {
            <NumberField
                input=Input::EfficiencyAfter
                label="Efficiency after"
                hint="The same, once the work is done"
                examples=&[0.9]
                range=[0.8, 0.95]
            />
        }
        .into_any(),
        number_such_as(Input::Amount, "Investment", "What the work costs", &[2e5]),
    ];
    let groups = vec![
        capacity::freed_hours(workspace),
        timing::timing(workspace),
        decline::decline(workspace),
        confidence::confidence(workspace),
        uncertainty::uncertainty(workspace),
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
            <Privacy />
        </section>
    }
}

/// A field for one number.
fn number(input: Input, label: &'static str, hint: &'static str) -> AnyView {
    number_such_as(input, label, hint, &[])
}

/// A field for one number, with values to show as they would be typed.
fn number_such_as(
    input: Input,
    label: &'static str,
    hint: &'static str,
    examples: &'static [f64],
) -> AnyView {
    view! { <NumberField input label hint examples /> }.into_any()
}

/// What a group says beside its name, once there is a result.
fn summary(workspace: Workspace, write: fn(Writer<'_>) -> Paragraph) -> Signal<String> {
    text(move || workspace.write(|writer| write(writer).to_string()).unwrap_or_default())
}

/// Whether somebody entered all of these numbers.
fn are_entered(workspace: Workspace, inputs: &'static [Input]) -> Signal<bool> {
    flag(move || inputs.iter().all(|input| workspace.is_entered(*input)))
}
