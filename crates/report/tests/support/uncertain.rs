//! Cases with ranges, and their draws.

#![allow(dead_code, reason = "no group of tests needs all of it")]

use groundwork_model::{
    case::CaseBuilder,
    estimate::Estimate,
    evaluation::{Evaluation, evaluate},
    input::Input,
    simulation::{DEFAULT_DRAWS, simulate},
};

/// Draws that are quick and still say something.
pub(crate) const FEW: u32 = 200;

/// The builder with lowest, most likely and highest value of some inputs.
pub(crate) fn estimated(mut builder: CaseBuilder, ranges: &[(Input, [f64; 3])]) -> CaseBuilder {
    for (input, [low, likely, high]) in ranges {
        builder.enter(*input, Estimate::range(*low, *likely, *high).unwrap()).unwrap();
    }
    builder
}

/// Ranges of everything every case must have, around the two-million conversation.
pub(crate) const RANGES: [(Input, [f64; 3]); 4] = [
    (Input::AnnualCost, [1.8e6, 2e6, 2.3e6]),
    (Input::EfficiencyNow, [0.65, 0.7, 0.75]),
    (Input::EfficiencyAfter, [0.8, 0.9, 0.95]),
    (Input::Amount, [150e3, 200e3, 340e3]),
];

/// The case with all its draws.
pub(crate) fn drawn(builder: CaseBuilder) -> Evaluation {
    with_draws(builder, DEFAULT_DRAWS)
}

/// The case with so many draws.
pub(crate) fn with_draws(builder: CaseBuilder, draws: u32) -> Evaluation {
    let case = builder.build().unwrap();
    evaluate(&case).with_simulation(simulate(&case, draws))
}

/// Lowest and highest value as shares of the way from the likely value to the bounds, so that any
/// pair of shares makes an estimate of any number.
pub(crate) fn around(input: Input, likely: f64, (down, up): (f64, f64)) -> [f64; 3] {
    let bounds = input.spec().bounds;
    let least = if bounds.above_min { likely / 2.0 } else { bounds.min };
    let most = bounds.max.min(likely.abs() * 2.0 + 1.0).max(likely);
    let low = likely - (likely - least).max(0.0) * down;
    let high = likely + (most - likely) * up;
    // The way there and back may end a hair beyond the bounds.
    [low.max(least.min(likely)), likely, high.min(most)]
}
