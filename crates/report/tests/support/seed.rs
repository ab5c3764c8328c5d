//! The two-million conversation, changed for what a test is about.

use groundwork_model::{case::CaseBuilder, estimate::Estimate, input::Input, investment::PaidFrom};

/// The seed case with some numbers changed.
pub(crate) fn seed_with(changes: &[(Input, f64)]) -> CaseBuilder {
    let mut builder = seed_without_start(changes);
    builder.start("2026-01".parse().unwrap());
    builder
}

/// The same without a first month.
pub(crate) fn seed_without_start(changes: &[(Input, f64)]) -> CaseBuilder {
    let mut builder = CaseBuilder::new();
    builder.paid_from(PaidFrom::Capacity);
    let seed = [
        (Input::AnnualCost, 2e6),
        (Input::EfficiencyNow, 0.7),
        (Input::EfficiencyAfter, 0.9),
        (Input::Amount, 200e3),
        (Input::FirstMonth, 4.0),
        (Input::InvestmentMonths, 3.0),
    ];
    for (input, value) in seed.iter().chain(changes) {
        builder.enter(*input, Estimate::exact(*value).unwrap()).unwrap();
    }
    builder
}
