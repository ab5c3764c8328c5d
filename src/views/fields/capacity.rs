//! What engineering costs a year, as an amount or as a team, and how much of a freed hour is used.

use groundwork_model::input::Input;
use leptos::prelude::*;

use super::are_entered;
use crate::{
    components::{group::Group, live, number_field::NumberField},
    state::{lines::likely, workspace::Workspace},
};

/// Capacity in the form somebody chose, with a way to the other one.
#[component]
pub(super) fn Capacity() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    // Asked for and perhaps not complete, while an amount still counts.
    let is_wanted = RwSignal::new(false);
    workspace.on_replaced(Box::new(move || is_wanted.set(false)));
    let is_team = Memo::new(move |_| is_wanted.get() || workspace.is_team());
    let switch = move |_| {
        let to_team = !is_team.get_untracked();
        is_wanted.set(to_team);
        if to_team {
            workspace.give_capacity_as_team();
        } else {
            workspace.give_capacity_as_amount();
        }
    };
    let other_form =
        Signal::derive(move || if is_team.get() { "or as an amount" } else { "or as a team" });
    let fields = live(move || if is_team.get() { team() } else { amount() });
    view! {
        <div class="capacity">
            <button class="capacity__switch" type="button" on:click=switch>
                {other_form}
            </button>
            {fields}
        </div>
    }
}

/// The share of freed hours that is used, and what the other form of capacity says.
#[component]
pub(super) fn FreedHours() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let state = Signal::derive(move || {
        let share = workspace.draft.with(|draft| likely(draft.file(), Input::Realised));
        workspace.style.with(|style| format!("{} of freed hours used", style.percent(share)))
    });
    view! {
        <Group name="Capacity" state is_yours=are_entered(&[Input::Realised])>
            <NumberField
                input=Input::Realised
                label="Share of freed hours that is used"
                hint="Hours that turn into something anybody values; 100% unless you say otherwise"
            />
        </Group>
    }
}

fn amount() -> AnyView {
    let workspace = expect_context::<Workspace>();
    let team = live(move || match workspace.cost_of_team() {
        Some(cost) => said(format!("The team you described costs {cost} a year.")),
        None => ().into_any(),
    });
    view! {
        <NumberField
            input=Input::AnnualCost
            label="Engineering capacity a year"
            hint="What all engineers cost, fully loaded: $2M, 2,000,000"
        />
        {team}
    }
    .into_any()
}

fn team() -> AnyView {
    let workspace = expect_context::<Workspace>();
    let cost = live(move || {
        let cost = workspace.cost_of_team();
        said(match (cost, workspace.capacity_amount()) {
            (Some(cost), _) if workspace.is_team() => {
                format!("Engineering capacity a year: {cost}.")
            }
            (_, Some(amount)) => {
                format!("Until the team is complete, {amount} a year counts.")
            }
            _ => "Engineers times salary times loaded cost is the capacity a year.".to_owned(),
        })
    });
    view! {
        <NumberField
            input=Input::Engineers
            label="Number of engineers"
            hint="Everybody whose time is meant: 12, or a range such as 10 to 14"
        />
        <NumberField
            input=Input::Salary
            label="Salary of an engineer"
            hint="A year, on average: $120k"
        />
        <NumberField
            input=Input::LoadedMultiplier
            label="Fully loaded cost over salary"
            hint="Taxes, benefits, space and tools included; 1.4 unless you say otherwise"
        />
        {cost}
    }
    .into_any()
}

fn said(text: String) -> AnyView {
    view! { <p class="capacity__cost">{text}</p> }.into_any()
}
