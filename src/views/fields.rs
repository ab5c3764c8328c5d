//! What is asked for: four numbers, and what may be said beside them.

use groundwork_model::{input::Input, investment::PaidFrom};
use leptos::prelude::*;

use super::dialogs::your_data::Privacy;
use crate::{
    components::{live, number_field::NumberField, start_field::StartField},
    state::workspace::Workspace,
};

/// The fields of the case.
#[component]
pub fn Fields() -> impl IntoView {
    view! {
        <section class="case__fields" aria-labelledby="fields-heading">
            <h2 id="fields-heading">"Your figures"</h2>
            <NumberField
                input=Input::AnnualCost
                label="Engineering capacity a year"
                hint="What all engineers cost, fully loaded"
                examples=&[2e6]
            />
            <NumberField
                input=Input::EfficiencyNow
                label="Efficiency now"
                hint="Share of working time not lost to working around existing problems"
                examples=&[0.7]
            />
            <NumberField
                input=Input::EfficiencyAfter
                label="Efficiency after"
                hint="The same, once the work is done"
                examples=&[0.9]
                range=[0.8, 0.95]
            />
            <NumberField
                input=Input::Amount
                label="Investment"
                hint="What the work costs"
                examples=&[2e5]
            />
            <Timing />
            <Finance />
            <Privacy />
        </section>
    }
}

/// When the work happens and when it takes effect.
#[component]
fn Timing() -> impl IntoView {
    view! {
        <details class="more">
            <summary>
                "Timing"
                <NotYours inputs=&[Input::FirstMonth, Input::InvestmentMonths] />
            </summary>
            <StartField />
            <NumberField
                input=Input::FirstMonth
                label="First month of the work"
                hint="Counted from the month the case begins in: 1 is that month"
            />
            <NumberField
                input=Input::InvestmentMonths
                label="Length of the work"
            />
            <NumberField
                input=Input::RampUpMonths
                label="Ramp-up after the work"
                hint="Months until the gain has fully arrived; 0 if at once"
            />
        </details>
    }
}

/// Where the money comes from, how far ahead to look and what later money is worth.
#[component]
fn Finance() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let choice = move |value: PaidFrom, id: &'static str, label: &'static str| {
        let is_chosen = Signal::derive(move || {
            workspace.draft.with(|draft| draft.file().paid_from().unwrap_or_default() == value)
        });
        view! {
            <label class="number-field__choice" for=id>
                <input
                    id=id
                    type="radio"
                    name="paid-from"
                    prop:checked=is_chosen
                    on:change=move |_| workspace.set_paid_from(value)
                />
                {label}
            </label>
        }
        .into_any()
    };
    view! {
        <details class="more">
            <summary>
                "Finance"
                <NotYours inputs=&[Input::HorizonMonths, Input::DiscountRate] />
            </summary>
            <fieldset id="investment-paid-from" class="number-field">
                <legend>"The investment is paid from"</legend>
                {choice(
                    PaidFrom::Capacity,
                    "paid-from-capacity",
                    "capacity: people are taken off other work",
                )}
                {choice(PaidFrom::Money, "paid-from-money", "money: it is bought from outside")}
            </fieldset>
            <NumberField
                input=Input::HorizonMonths
                label="Horizon"
                hint="How far ahead to look"
            />
            <NumberField
                input=Input::DiscountRate
                label="Discount rate"
                hint="What finance asks of money a year"
            />
        </details>
    }
}

/// Marks a group in which a number is a default or a suggestion nobody entered.
#[component]
fn NotYours(
    /// The numbers of the group.
    inputs: &'static [Input],
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let is_all_entered = Memo::new(move |_| {
        workspace.draft.with(|draft| inputs.iter().all(|input| draft.file().is_entered(*input)))
    });
    live(move || {
        if is_all_entered.get() {
            ().into_any()
        } else {
            view! { <span class="not-yours">"not your number"</span> }.into_any()
        }
    })
}
