//! Where the money comes from, how far ahead to look and what later money is worth.

use groundwork_model::{input::Input, investment::PaidFrom};
use leptos::prelude::*;

use super::are_entered;
use crate::{
    components::{group::Group, number_field::NumberField},
    state::{lines::likely, workspace::Workspace},
};

/// Where the money comes from, how far ahead to look and what later money is worth.
#[component]
pub(super) fn Finance() -> impl IntoView {
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
    let state = Signal::derive(move || {
        let number = |input| workspace.draft.with(|draft| likely(draft.file(), input));
        let (horizon, rate) = (number(Input::HorizonMonths), number(Input::DiscountRate));
        workspace.style.with(|style| format!("{}, {}", style.months(horizon), style.percent(rate)))
    });
    let is_yours = are_entered(&[Input::HorizonMonths, Input::DiscountRate]);
    view! {
        <Group name="Finance" state is_yours>
            <fieldset class="number-field">
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
                hint="How far ahead to look; 24 months unless you say otherwise"
            />
            <NumberField
                input=Input::DiscountRate
                label="Discount rate"
                hint="What finance asks of money a year; 10% unless you say otherwise"
            />
        </Group>
    }
}
