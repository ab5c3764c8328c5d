//! Where the money comes from, how far ahead to look and what later money is worth.

use groundwork_model::{input::Input, investment::PaidFrom};
use groundwork_report::narrative::groups;
use leptos::prelude::*;

use super::{are_entered, number, summary};
use crate::{
    components::{currency_field::CurrencyField, flag, group::group},
    state::workspace::Workspace,
};

/// Where the money comes from, how far ahead to look and what later money is worth.
pub(super) fn finance(workspace: Workspace) -> AnyView {
    let state = summary(workspace, groups::finance);
    let is_yours = are_entered(workspace, &[Input::HorizonMonths, Input::DiscountRate]);
    let fields = vec![
        paid_from(workspace),
        view! { <CurrencyField /> }.into_any(),
        number(Input::HorizonMonths, "Horizon", "How far ahead to look"),
        number(Input::DiscountRate, "Discount rate", "What finance asks of money a year"),
    ];
    group("Finance", state, is_yours, fields)
}

fn paid_from(workspace: Workspace) -> AnyView {
    let choice = move |value: PaidFrom, id: &'static str, label: &'static str| {
        let is_chosen = flag(move || {
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
        <fieldset id="investment-paid-from" class="number-field">
            <legend>"The investment is paid from"</legend>
            {choice(
                PaidFrom::Capacity,
                "paid-from-capacity",
                "capacity: people are taken off other work",
            )}
            {choice(PaidFrom::Money, "paid-from-money", "money: it is bought from outside")}
        </fieldset>
    }
    .into_any()
}
