//! Where the money comes from, how far ahead to look and what later money is worth.

use groundwork_model::{input::Input, investment::PaidFrom};
use leptos::prelude::*;

use super::{are_entered, number};
use crate::{
    components::{flag, group::group, text},
    state::{lines::likely, workspace::Workspace},
};

/// Where the money comes from, how far ahead to look and what later money is worth.
pub(super) fn finance(workspace: Workspace) -> AnyView {
    let state = text(move || {
        let number = |input| workspace.draft.with(|draft| likely(draft.file(), input));
        let (horizon, rate) = (number(Input::HorizonMonths), number(Input::DiscountRate));
        workspace.style.with(|style| format!("{}, {}", style.months(horizon), style.percent(rate)))
    });
    let is_yours = are_entered(workspace, &[Input::HorizonMonths, Input::DiscountRate]);
    let fields = vec![
        paid_from(workspace),
        number(
            Input::HorizonMonths,
            "Horizon",
            "How far ahead to look; 24 months unless you say otherwise",
        ),
        number(
            Input::DiscountRate,
            "Discount rate",
            "What finance asks of money a year; 10% unless you say otherwise",
        ),
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
        <fieldset class="number-field">
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
