//! Every figure of a plan has a formula that gives it, and a name of its own.

use std::collections::BTreeSet;

use groundwork_model::{evaluation::Evaluation, figure::FigureId, input::Input};
use groundwork_report::{
    document::{Span, Writer},
    trace::{Computed, Measured, computed, trace},
    wording::NumberStyle,
};
use proptest::prelude::*;

use crate::cases::{any_plan, kept};

fn of_plan(evaluation: &Evaluation) -> Vec<FigureId> {
    let is_of_plan = |id: &FigureId| matches!(id, FigureId::Compared(..) | FigureId::Plan(_));
    evaluation.figures().filter(is_of_plan).collect()
}

/// What is wrong with the formula of a figure; `None` where nothing is.
fn complaint(evaluation: &Evaluation, id: FigureId) -> Option<String> {
    let figure = evaluation.figure(id);
    let found = computed(evaluation, id);
    let is_right = match (found, figure) {
        (Computed::Value(Some(Measured { value, size })), Some(figure)) => {
            (value - figure).abs() <= (1e-9 * figure.abs()).max(1e-12 * size)
        }
        (Computed::Value(None), None) => true,
        _ => false,
    };
    (!is_right).then(|| format!("{} is {figure:?}, its formula gives {found:?}", id.path()))
}

#[test]
fn every_formula_of_a_plan_gives_its_figure() {
    let mut complaints = Vec::new();
    for (name, evaluation) in kept() {
        let figures = of_plan(&evaluation);
        assert!(figures.len() > 100, "{name}");
        let wrong = figures.into_iter().filter_map(|id| complaint(&evaluation, id));
        complaints.extend(wrong.map(|complaint| format!("{name}: {complaint}")));
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn figures_of_a_plan_have_names_of_their_own_and_words_without_digits() {
    let style = NumberStyle::default();
    for (name, evaluation) in kept() {
        let mut names = BTreeSet::new();
        let known: BTreeSet<FigureId> = evaluation
            .figures()
            .chain(evaluation.case.plan_inputs().map(FigureId::Input))
            .collect();
        for id in of_plan(&evaluation) {
            let trace = trace(Writer { evaluation: &evaluation, style: &style }, id);
            assert!(names.insert(trace.name.clone()), "{name}: {}", trace.name);
            assert!(trace.symbols.is_some_and(|symbols| !symbols.is_empty()), "{}", id.path());
            for span in &trace.words.0 {
                let Span::Text(text) = span else { continue };
                assert!(!text.contains(char::is_numeric) && text.len() < 400, "{name}: {text}");
            }
            for operand in &trace.operands {
                assert!(known.contains(&operand.figure.id), "{}", operand.figure.id.path());
            }
        }
    }
}

#[test]
fn a_strategy_rests_on_its_own_numbers_and_on_the_split() {
    let all = kept();
    let (_, evaluation) = all.iter().find(|(name, _)| *name == "everything").unwrap();
    let style = NumberStyle::default();
    let last = of_plan(evaluation).into_iter().find(|id| id.path() == "strategies.3.delivered.36");
    let trace = trace(Writer { evaluation, style: &style }, last.unwrap());
    let inputs: Vec<String> =
        trace.inputs.iter().map(|input| evaluation.case.path(input.input)).collect();
    for path in ["plan.strategies.s1.share", "plan.split.debt", "efficiency.now"] {
        assert!(inputs.iter().any(|input| input == path), "{path} in {inputs:?}");
    }
    assert!(!trace.inputs.iter().any(|input| input.input == Input::Seed));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_formula_gives_its_figure_whatever_the_plan(evaluation in any_plan()) {
        for id in of_plan(&evaluation) {
            let complaint = complaint(&evaluation, id);
            prop_assert!(complaint.is_none(), "{}", complaint.unwrap_or_default());
        }
    }
}
