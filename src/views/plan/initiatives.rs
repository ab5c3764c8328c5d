//! Initiatives and the quarters they are placed in.

use groundwork_cases::text_field::TextField;
use groundwork_model::{
    input::Input,
    plan::{Horizon, InitiativeInput, PlanInput},
    split::Category,
};
use groundwork_report::document::plan_names::{self, UNNAMED_INITIATIVE};
use leptos::prelude::*;

use crate::{
    browser::document::focus_soon,
    components::{
        button::{button, plain_button},
        choice::choice,
        field_id, flag, live,
        number_field::NumberField,
        remark::lasting_remark,
        rows::rows,
        text,
        text_box::text_box,
    },
    state::{lines::Row, workspace::Workspace},
};

/// The initiatives of the roadmap.
#[component]
pub fn Initiatives() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let lines = Memo::new(move |_| workspace.initiative_rows());
    let add = move || {
        if let Some(row) = workspace.add_initiative() {
            focus_soon(element_id(&row, "title"));
        }
    };
    view! {
        <section class="plan__part" aria-labelledby="plan-initiatives">
            <h2 id="plan-initiatives">"Initiatives"</h2>
            {lasting_remark(
                "What is to be done, when, and how much of the quarter it takes. More than there is \
                 is shown, never prevented.",
            )}
            {rows("plan-initiatives-rows", lines, initiative)}
            {plain_button("plan-initiatives-add".to_owned(), "Add an initiative", Box::new(add))}
        </section>
    }
    .into_any()
}

#[expect(clippy::needless_pass_by_value, reason = "what a list draws a row from")]
fn initiative(row: Row) -> AnyView {
    let workspace = expect_context::<Workspace>();
    let position = row.position;
    let name = text(move || {
        let lines = workspace.initiatives();
        let title = lines.get(position).map(|line| line.title.clone()).unwrap_or_default();
        if title.is_empty() { UNNAMED_INITIATIVE.to_owned() } else { title }
    });
    let heading = element_id(&row, "heading");
    let labelled_by = heading.clone();
    let remove = button(
        element_id(&row, "remove"),
        "line__remove",
        text(move || format!("Remove {}", name.get())),
        Box::new({
            let row = row.clone();
            move || {
                workspace.remove_initiative(&row);
                let rows = untrack(|| workspace.initiative_rows());
                let next = rows.get(row.position).or_else(|| rows.last());
                let next = next.map(|next| element_id(next, "heading"));
                focus_soon(next.unwrap_or_else(|| "plan-initiatives-add".to_owned()));
            }
        }),
    );
    view! {
        <div class="line" role="group" aria-labelledby=labelled_by>
            <h3 class="line__title" id=heading tabindex="-1">{name}</h3>
            {text_box(TextField::InitiativeTitle(position), "Name".to_owned(), "As the roadmap shows it", false)}
            <div class="line__pair">
                {category(workspace, &row)}
                {horizon(workspace, &row)}
            </div>
            <div class="line__pair">
                {quarter(workspace, &row)}
                <NumberField
                    input=Input::Plan(PlanInput::Initiative(position, InitiativeInput::Share))
                    label="Share of the quarter"
                    hint="Of all capacity"
                    examples=&[0.1]
                    is_bare=true
                />
            </div>
            {remove}
        </div>
    }
    .into_any()
}

fn category(workspace: Workspace, row: &Row) -> AnyView {
    let position = row.position;
    let options = Category::ALL.into_iter().map(|category| {
        let is_chosen = flag(move || {
            workspace.initiatives().get(position).is_some_and(|line| line.category == category)
        });
        (category.key(), plan_names::category(category), is_chosen)
    });
    let taken = row.clone();
    let take = move |key: String| {
        if let Some(category) = Category::ALL.into_iter().find(|category| category.key() == key) {
            workspace.set_category(&taken, category);
        }
    };
    choice(element_id(row, "category"), "Taken from", options.collect(), Box::new(take))
}

fn horizon(workspace: Workspace, row: &Row) -> AnyView {
    let position = row.position;
    let options = Horizon::ALL.into_iter().map(|horizon| {
        let is_chosen = flag(move || {
            workspace.initiatives().get(position).is_some_and(|line| line.horizon == horizon)
        });
        (horizon.key(), plan_names::horizon(horizon), is_chosen)
    });
    let taken = row.clone();
    let take = move |key: String| {
        if let Some(horizon) = Horizon::ALL.into_iter().find(|horizon| horizon.key() == key) {
            workspace.set_horizon(&taken, horizon);
        }
    };
    choice(element_id(row, "horizon"), "Horizon", options.collect(), Box::new(take))
}

/// The choice of a quarter, by its months.
fn quarter(workspace: Workspace, row: &Row) -> AnyView {
    let id = element_id(row, "quarter");
    let position = row.position;
    let placed = Memo::new(move |_| workspace.quarter_of(position));
    let offered = Memo::new(move |_| workspace.quarters_offered());
    let options = live(move || {
        let placed = placed.get();
        let none = view! {
            <option value="" prop:selected=placed.is_none()>"Not placed yet"</option>
        };
        let options: Vec<AnyView> = (0..offered.get())
            .map(|position| {
                let number = position + 1;
                let is_chosen = placed.is_some_and(|placed| placed == number);
                let name = workspace.name_of_quarter(position);
                view! {
                    <option value=number.to_string() prop:selected=is_chosen>{name}</option>
                }
                .into_any()
            })
            .collect();
        view! { {none} {options} }.into_any()
    });
    let placing = row.clone();
    let place = move |event| {
        let text = event_target_value(&event);
        workspace.place(&placing, &text);
    };
    view! {
        <div class="number-field">
            <label for=id.clone()>"Quarter"</label>
            <select class="choice" id=id on:change=place>{options}</select>
        </div>
    }
    .into_any()
}

fn element_id(row: &Row, part: &str) -> String {
    field_id(&format!("plan.initiatives.{}.{part}", row.id))
}
