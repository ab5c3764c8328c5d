//! Every formula, evaluated, gives its figure.

use groundwork_model::{evaluation::Evaluation, figure::FigureId};
use groundwork_report::trace::{Computed, Measured, computed};
use proptest::prelude::*;

use crate::support::{any_case, cases};

/// Allowed between a figure and what its formula gives, relative to the figure.
const RELATIVE: f64 = 1e-9;

/// Allowed relative to the parts, where they cancel out and what is left is their rounding.
const ROUNDING: f64 = 1e-12;

/// A search ends where a present value is within this of zero, relative to its flows; twice what
/// the model counts as zero, for both sides.
const FOUND: f64 = 2e-9;

/// Allowed relative to the capacity of the horizon: a gain is capacity times a difference of
/// efficiencies, and two efficiencies can be no closer than their last digits.
const LAST_DIGITS: f64 = 1e-15;

/// What is wrong with the formula of a figure; `None` where nothing is.
fn complaint(evaluation: &Evaluation, id: FigureId) -> Option<String> {
    let figure = evaluation.figure(id);
    let found = computed(evaluation, id);
    let is_right = match (found, figure) {
        (Computed::Entered, figure) => {
            matches!(id, FigureId::Input(_) | FigureId::Estimate(..)) && figure.is_some()
        }
        // Counted again in `drawn.rs`, from draws that are evaluated one by one.
        (Computed::Drawn, _) => matches!(id, FigureId::Simulated(_)),
        (Computed::Value(None) | Computed::Residual(None), None) => true,
        (Computed::Value(Some(Measured { value, size })), Some(figure)) => {
            (value - figure).abs() <= (RELATIVE * figure.abs()).max(ROUNDING * size)
        }
        (Computed::Residual(Some(Measured { value, size })), Some(_)) => {
            let capacity: f64 = evaluation.headline.capacity_per_year / 12.0
                * f64::from(evaluation.assumptions.horizon_months);
            value.abs() <= (FOUND * size).max(LAST_DIGITS * capacity)
        }
        _ => false,
    };
    (!is_right).then(|| format!("{} is {figure:?}, its formula gives {found:?}", id.path()))
}

#[test]
fn every_formula_gives_its_figure() {
    let mut complaints = Vec::new();
    for (name, evaluation) in cases() {
        let of_case = evaluation.figures().filter_map(|id| complaint(&evaluation, id));
        complaints.extend(of_case.map(|complaint| format!("{name}: {complaint}")));
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

/// A formula that is off by little would be seen: the check above is not too kind.
#[test]
fn figures_of_one_case_are_not_those_of_another() {
    let all = cases();
    let of = |name: &str| &all.iter().find(|(found, _)| *found == name).unwrap().1;
    let mut mixed = of("seed").clone();
    mixed.returns = of("36 months").returns;
    mixed.headline = of("bought").headline;
    let wrong: Vec<_> = mixed.figures().filter_map(|id| complaint(&mixed, id)).collect();
    assert!(wrong.iter().any(|complaint| complaint.starts_with("returns.npv ")), "{wrong:#?}");
    assert!(wrong.iter().any(|complaint| complaint.starts_with("headline.gain_year_one ")));
    assert!(wrong.iter().any(|complaint| complaint.starts_with("returns.irr_monthly ")));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn every_formula_gives_its_figure_whatever_the_case(evaluation in any_case()) {
        for id in evaluation.figures() {
            let complaint = complaint(&evaluation, id);
            prop_assert!(complaint.is_none(), "{}", complaint.unwrap_or_default());
        }
    }
}
