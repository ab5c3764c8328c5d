//! Costs beside the investment: licenses, training, running two systems at once.

use groundwork_model::input::{CostInput, Input};
use groundwork_report::{document::labels::UNNAMED_COST, narrative::groups};
use leptos::prelude::*;

use super::{
    line::{focus_added, line, pair},
    number_such_as, summary,
};
use crate::{
    components::{
        button::plain_button,
        group::group,
        remark::{lasting_remark, remark},
        rows::rows,
        text,
    },
    state::{
        lines::{CostProblem, List, Row},
        workspace::Workspace,
    },
};

/// The costs of the case.
pub(super) fn costs(workspace: Workspace) -> AnyView {
    let lines = Memo::new(move |_| workspace.lines(List::Costs));
    let state = summary(workspace, groups::costs);
    let add = move || focus_added(List::Costs, workspace.add_cost());
    let fields = vec![
        lasting_remark(
            "What is paid beside the investment: licenses, training, running two systems at once.",
        ),
        rows("costs-rows", lines, cost),
        plain_button("costs-add".to_owned(), "Add a cost", Box::new(add)),
    ];
    group("Costs", state, Signal::stored(true), fields)
}

fn cost(row: Row) -> AnyView {
    let workspace = expect_context::<Workspace>();
    let position = row.position;
    workspace.follow_line(List::Costs, position);
    let number = |input, label, hint, examples| {
        number_such_as(Input::Cost(position, input), label, hint, examples)
    };
    let fields = vec![
        pair(vec![
            number(CostInput::Once, "Paid once", "In one month", &[5e3]),
            number(CostInput::Month, "In month", "Which one", &[]),
        ]),
        number(CostInput::PerYear, "Paid a year", "In equal monthly parts", &[12e3]),
        pair(vec![
            number(CostInput::FromMonth, "From month", "The first one", &[]),
            number(
                CostInput::ToMonth,
                "To month",
                "The last one; the horizon unless you say otherwise",
                &[],
            ),
        ]),
    ];
    let problem = text(move || workspace.cost_problem(position).map_or("", words).to_owned());
    line(
        workspace,
        List::Costs,
        row,
        UNNAMED_COST,
        fields,
        vec![remark("remark remark--mind", problem)],
    )
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
