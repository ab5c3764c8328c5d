//! The inputs a figure rests on, directly or through other figures.

use groundwork_model::{evaluation::Evaluation, figure::FigureId, input::Input};

use super::{
    formula::{Change, Node},
    formulas::formula,
};

/// Inputs in the order of the case file; for an input, itself.
pub(super) fn inputs(evaluation: &Evaluation, figure: FigureId) -> Vec<Input> {
    let found = reached_from(evaluation, figure);
    let case = &evaluation.case;
    case.inputs().chain(case.plan_inputs()).filter(|input| found.contains(input)).collect()
}

/// Inputs reached from `figure`, in no order and some of them more than once.
fn reached_from(evaluation: &Evaluation, figure: FigureId) -> Vec<Input> {
    // In rising order.
    let mut seen = vec![figure];
    let mut open = vec![figure];
    let mut found = Vec::new();
    while let Some(figure) = open.pop() {
        if let FigureId::Input(input) = figure {
            found.push(input);
        }
        let formula = formula(evaluation, figure);
        for part in formula.parts() {
            part.each_figure(&mut |_, id| {
                if let Err(place) = seen.binary_search(&id) {
                    seen.insert(place, id);
                    open.push(id);
                }
            });
            found.extend(beneath_change(evaluation, part));
        }
    }
    found
}

/// What the net present value of a changed case rests on, beside what is changed.
fn beneath_change(evaluation: &Evaluation, part: &Node) -> Vec<Input> {
    let Some(change) = part.change() else {
        return Vec::new();
    };
    let mut found = reached_from(evaluation, Change::RESTS_ON);
    found.retain(|input| !change.replaces().contains(input));
    found
}
