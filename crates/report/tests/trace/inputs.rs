//! A figure changes with the inputs its trace names, and with no other.

use std::collections::BTreeSet;

use groundwork_model::{
    evaluation::{Evaluation, evaluate},
    figure::{FigureId, HeadlineFigure, ReturnFigure},
    input::Input,
};
use groundwork_report::{
    document::Writer,
    trace::{Trace, trace},
    wording::NumberStyle,
};

use crate::support::{bought, built, enter, seed_with, with_lines};

/// The seed case with lines and everything entered that moves a figure.
fn numbers() -> Vec<(Input, f64)> {
    vec![
        (Input::RampUpMonths, 2.0),
        (Input::Dip, 0.05),
        (Input::DipMonthsAfter, 2.0),
        (Input::InterestRate, 0.1),
        (Input::AccrualPerYear, 0.02),
        (Input::UpkeepShare, 0.02),
        (Input::Confidence, 0.8),
        (Input::Realised, 0.9),
    ]
}

fn traced(evaluation: &Evaluation, id: FigureId) -> Trace {
    trace(Writer { evaluation, style: &NumberStyle::default() }, id)
}

/// Another value of an input, a little off, within its bounds.
fn moved(evaluation: &Evaluation, input: Input) -> f64 {
    let bounds = input.spec().bounds;
    let value = evaluation.case.likely(input).unwrap();
    let other = if bounds.whole { value + 1.0 } else { value * 0.9 + 0.013 };
    if bounds.contains(other) { other } else { value - 1.0 }
}

fn assert_rests_on_its_inputs_only(is_bought: bool) {
    let builder = |changes: &[(Input, f64)]| {
        let mut builder = with_lines(seed_with(&numbers()));
        enter(&mut builder, changes);
        if is_bought { bought(builder) } else { builder }
    };
    let before = evaluate(&built(builder(&[])));
    let rests_on: Vec<(FigureId, BTreeSet<Input>)> = before
        .figures()
        .filter(|id| !matches!(id, FigureId::Input(_)))
        .map(|id| (id, traced(&before, id).inputs.into_iter().map(|i| i.input).collect()))
        .collect();
    let mut silent: BTreeSet<Input> = before.case.inputs().collect();
    for input in before.case.inputs() {
        let after = evaluate(&built(builder(&[(input, moved(&before, input))])));
        for (id, inputs) in &rests_on {
            let (Some(was), Some(is)) = (before.figure(*id), after.figure(*id)) else { continue };
            let has_changed = (was - is).abs() > 1e-6 * was.abs().max(1e-3);
            if has_changed {
                silent.remove(&input);
            }
            assert!(
                !has_changed || inputs.contains(&input),
                "{} changes with {input:?}, which its trace does not name",
                id.path()
            );
        }
    }
    assert_eq!(
        silent.into_iter().collect::<Vec<_>>(),
        [Input::Slip, Input::FailureProbability, Input::Seed],
        "only what the simulation uses moves nothing"
    );
}

#[test]
fn no_figure_changes_with_an_input_its_trace_does_not_name() {
    assert_rests_on_its_inputs_only(false);
}

#[test]
fn nor_where_the_work_is_bought() {
    assert_rests_on_its_inputs_only(true);
}

#[test]
fn inputs_stand_in_the_order_of_the_case_file_and_say_whose_number_they_are() {
    let evaluation = evaluate(&built(seed_with(&[])));
    let of = |id| -> Vec<(Input, bool)> {
        traced(&evaluation, id).inputs.iter().map(|i| (i.input, i.is_entered)).collect()
    };
    assert_eq!(
        of(FigureId::Headline(HeadlineFigure::GainYearOne)),
        [
            (Input::AnnualCost, true),
            (Input::Realised, false),
            (Input::EfficiencyNow, true),
            (Input::EfficiencyAfter, true),
            (Input::Confidence, false),
            (Input::Amount, true),
        ]
    );
    let discount = FigureId::Input(Input::DiscountRate);
    assert_eq!(of(discount), [(Input::DiscountRate, false)]);
    assert!(of(FigureId::Return(ReturnFigure::Npv)).contains(&(Input::HorizonMonths, false)));
}

/// A threshold does not rest on the number it is a threshold of.
#[test]
fn what_is_searched_for_is_no_input() {
    use groundwork_model::thresholds::{Scope, Threshold};
    let evaluation = evaluate(&built(seed_with(&[])));
    let largest = FigureId::Threshold(Scope::Horizon, Threshold::LargestInvestment);
    let inputs: Vec<_> = traced(&evaluation, largest).inputs.iter().map(|i| i.input).collect();
    assert!(!inputs.contains(&Input::Amount) && inputs.contains(&Input::EfficiencyAfter));
}

#[test]
fn a_suggestion_is_nobodys_number() {
    let mut builder = seed_with(&[]);
    builder.suggest(Input::RampUpMonths, 3.0).unwrap();
    let evaluation = evaluate(&built(builder));
    let input = &traced(&evaluation, FigureId::Input(Input::RampUpMonths)).inputs[0];
    assert!(!input.is_entered);
    assert_eq!(input.figure.text, "3 months");
}
