//! What engineering costs a year, as an amount or as a team, and how much of a freed hour is used.

use groundwork_model::input::Input;
use leptos::prelude::*;

use super::{are_entered, number, number_such_as};
use crate::{
    components::{button::button, group::group, remark::remark, rows::rows, text},
    state::{
        lines::{Row, likely},
        workspace::Workspace,
    },
};

const TEAM_FORM: &str = "team";

/// Capacity in the form somebody chose, with a way to the other one.
pub(super) fn capacity(workspace: Workspace) -> AnyView {
    // Asked for and perhaps not complete, while an amount still counts.
    let is_wanted = RwSignal::new(false);
    workspace.on_replaced(Box::new(move || {
        is_wanted.update(|is_wanted| *is_wanted &= workspace.is_team_begun());
    }));
    let is_team = Memo::new(move |_| is_wanted.get() || workspace.is_team());
    let switch = move || {
        let to_team = !is_team.get_untracked();
        is_wanted.set(to_team);
        if to_team {
            workspace.give_capacity_as_team();
        } else {
            workspace.give_capacity_as_amount();
        }
    };
    let other_form = text(move || {
        let other = if is_team.get() { "or as an amount" } else { "or as a team" };
        other.to_owned()
    });
    let switch =
        button("capacity-form".to_owned(), "capacity__switch", other_form, Box::new(switch));
    // A row for each form, so that a field of one is never mended into a field of the other.
    let form = Memo::new(move |_| {
        let id = if is_team.get() { TEAM_FORM } else { "amount" };
        vec![Row { id: id.to_owned(), position: 0 }]
    });
    let fields = rows("capacity-fields", form, fields);
    view! { <div class="capacity">{switch} {fields}</div> }.into_any()
}

fn fields(form: Row) -> AnyView {
    let workspace = expect_context::<Workspace>();
    let Row { id, .. } = form;
    let fields = if id == TEAM_FORM { team(workspace) } else { amount(workspace) };
    fields.into_any()
}

/// The share of freed hours that is used.
pub(super) fn freed_hours(workspace: Workspace) -> AnyView {
    let state = text(move || {
        let share = workspace.draft.with(|draft| likely(draft.file(), Input::Realised));
        workspace.style.with(|style| format!("{} of hours used", style.percent(share)))
    });
    let fields = vec![number(
        Input::Realised,
        "Share of freed hours that is used",
        "Hours that turn into something anybody values",
    )];
    group("Capacity", state, are_entered(workspace, &[Input::Realised]), fields)
}

fn amount(workspace: Workspace) -> Vec<AnyView> {
    let team = text(move || match workspace.cost_of_team() {
        Some(cost) => format!("The team you described costs {cost} a year."),
        None => String::new(),
    });
    vec![
        number_such_as(
            Input::AnnualCost,
            "Engineering capacity a year",
            "What all engineers cost, fully loaded",
            &[2e6],
        ),
        remark("remark", team),
    ]
}

fn team(workspace: Workspace) -> Vec<AnyView> {
    let cost = text(move || match (workspace.cost_of_team(), workspace.capacity_amount()) {
        (Some(cost), _) if workspace.is_team() => format!("Engineering capacity a year: {cost}."),
        (_, Some(amount)) => format!("Until the team is complete, {amount} a year counts."),
        _ => "Engineers times salary times loaded cost is the capacity a year.".to_owned(),
    });
    vec![
        number_such_as(
            Input::Engineers,
            "Number of engineers",
            "Everybody whose time is meant",
            &[12.0],
        ),
        number_such_as(Input::Salary, "Salary of an engineer", "A year, on average", &[12e4]),
        number(
            Input::LoadedMultiplier,
            "Fully loaded cost over salary",
            "Taxes, benefits, space and tools included",
        ),
        remark("remark", cost),
    ]
}
