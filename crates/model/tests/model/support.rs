//! Cases in a line, and comparisons that say what differed.

use groundwork_model::{
    case::{Case, CaseBuilder},
    estimate::Estimate,
    evaluation::{Evaluation, evaluate},
    figure::FigureId,
    input::Input,
    investment::PaidFrom,
};

/// Capacity, efficiency now and after, and investment: the four numbers of every case.
pub(crate) fn four(capacity: f64, now: f64, after: f64, amount: f64) -> CaseBuilder {
    let mut builder = CaseBuilder::new();
    builder.start("2026-01".parse().unwrap());
    enter(
        &mut builder,
        &[
            (Input::AnnualCost, capacity),
            (Input::EfficiencyNow, now),
            (Input::EfficiencyAfter, after),
            (Input::Amount, amount),
        ],
    );
    builder
}

/// The seed case: $2M, 70 % to 90 %, $200k spent in months 4 to 6, from capacity, over 24 months.
pub(crate) fn seed() -> CaseBuilder {
    let mut builder = four(2e6, 0.7, 0.9, 200e3);
    builder.paid_from(PaidFrom::Capacity);
    enter(&mut builder, &[(Input::FirstMonth, 4.0), (Input::InvestmentMonths, 3.0)]);
    builder
}

pub(crate) fn enter(builder: &mut CaseBuilder, numbers: &[(Input, f64)]) {
    for (input, value) in numbers {
        builder.enter(*input, Estimate::exact(*value).unwrap()).unwrap();
    }
}

/// Enters lowest, most likely and highest values.
pub(crate) fn ranges(mut builder: CaseBuilder, ranges: &[(Input, [f64; 3])]) -> CaseBuilder {
    for (input, [low, likely, high]) in ranges {
        builder.enter(*input, Estimate::range(*low, *likely, *high).unwrap()).unwrap();
    }
    builder
}

pub(crate) fn with(mut builder: CaseBuilder, numbers: &[(Input, f64)]) -> CaseBuilder {
    enter(&mut builder, numbers);
    builder
}

pub(crate) fn case(builder: CaseBuilder) -> Case {
    builder.build().unwrap()
}

pub(crate) fn evaluated(builder: CaseBuilder) -> Evaluation {
    evaluate(&case(builder))
}

/// Equal up to half of the last digit that is written in the sources, six digits or better.
#[track_caller]
pub(crate) fn close(found: f64, wanted: f64) {
    let allowed = 1e-9 * wanted.abs().max(1e-3);
    assert!((found - wanted).abs() <= allowed, "{found} is not {wanted}");
}

/// Equal when rounded to `decimals`, for figures that a source gives rounded.
#[track_caller]
pub(crate) fn rounds_to(found: impl Into<Option<f64>>, wanted: &str) {
    let decimals = wanted.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let found = found.into().expect("the figure exists");
    assert_eq!(format!("{found:.decimals$}"), wanted);
}

/// The code of the note that says why a figure does not exist.
pub(crate) fn codes(evaluation: &Evaluation) -> Vec<(Option<String>, &'static str)> {
    evaluation
        .notes
        .iter()
        .map(|note| (note.figure.map(FigureId::path), note.reason.code()))
        .collect()
}

#[track_caller]
pub(crate) fn has_note(evaluation: &Evaluation, figure: &str, code: &'static str) {
    let wanted = (Some(figure.to_owned()), code);
    let codes = codes(evaluation);
    assert!(codes.contains(&wanted), "no {wanted:?} in {codes:#?}");
}

#[track_caller]
pub(crate) fn has_case_note(evaluation: &Evaluation, code: &'static str) {
    let codes = codes(evaluation);
    assert!(codes.contains(&(None, code)), "no {code} in {codes:#?}");
}
