//! Costs beside the investment: licenses, training, running two systems at once.

use groundwork_model::input::{CostInput, Input};
use leptos::prelude::*;

use super::line::{focus_added, line, state};
use crate::{
    components::{group::Group, live, number_field::NumberField, rows::Rows},
    state::{
        lines::{CostProblem, List, Row},
        workspace::Workspace,
    },
};

/// The costs of the case.
#[component]
pub(super) fn Costs() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let rows = Memo::new(move |_| workspace.lines(List::Costs));
    let state = Signal::derive(move || state(rows.with(Vec::len), 0));
    let add = move |_| focus_added(List::Costs, workspace.add_cost());
    view! {
        <Group name="Costs" state is_yours=Signal::stored(true)>
            <p class="more__said">
                "What is paid beside the investment: licenses, training, running two systems at once."
            </p>
            <Rows rows row=cost />
            <button id="costs-add" class="button" type="button" on:click=add>
                "Add a cost"
            </button>
        </Group>
    }
}

fn cost(row: Row) -> AnyView {
    let workspace = expect_context::<Workspace>();
    let position = row.position;
    let input = move |input| Input::Cost(position, input);
    let fields = view! {
        <div class="line__pair">
            <NumberField input=input(CostInput::Once) label="Paid once" hint="$5,000; 0 if not" />
            <NumberField input=input(CostInput::Month) label="In month" hint="Month 1 unless said" />
        </div>
        <NumberField
            input=input(CostInput::PerYear)
            label="Paid a year"
            hint="In equal monthly parts: $12k; 0 if not"
        />
        <div class="line__pair">
            <NumberField input=input(CostInput::FromMonth) label="From month" hint="1 unless said" />
            <NumberField
                input=input(CostInput::ToMonth)
                label="To month"
                hint="The horizon unless said"
            />
        </div>
    };
    let problem = Memo::new(move |_| workspace.cost_problem(position));
    let said = live(move || match problem.get() {
        None => ().into_any(),
        Some(CostProblem::NoAmount) => {
            view! { <p class="line__said">{words(CostProblem::NoAmount)}</p> }.into_any()
        }
        Some(problem) => view! { <p class="line__problem">{words(problem)}</p> }.into_any(),
    });
    let said = view! { <div aria-live="polite">{said}</div> };
    line(List::Costs, row, "Unnamed cost", fields.into_any(), said.into_any())
}

fn words(problem: CostProblem) -> &'static str {
    match problem {
        CostProblem::NoAmount => "Adds nothing yet: enter what is paid once or a year.",
        CostProblem::EndsBeforeItBegins => {
            "The last month is before the first, so the yearly cost is never paid."
        }
        CostProblem::AfterHorizon => {
            "Part of this falls after the horizon and is not in the figures."
        }
    }
}
