//! What comes out when every input that is uncertain is drawn again and again.
//!
//! Each estimate is a PERT distribution. Two inputs of the investment exist for the draws only:
//! `slip` makes months and amount larger, and with the probability `failure_probability` the work
//! fails. A draw that fails keeps what is spent, upkeep and other costs included, and gets no gain: no
//! efficiency, and no benefit line, because each of them begins when the work ends and is what the
//! work was to bring. What would have been a loss stays one, so that failing is never good news.

mod beta;
mod draws;
mod figure;
mod histogram;
mod kernel;
mod lines;
mod matrix;
mod normal;
mod numbers;
mod percentile;
mod pert;
mod rank;
mod reorder;
mod run;
mod stream;

pub use self::{
    draws::{drawn_inputs, draws_of},
    figure::{Bound, Percentile, SimulatedFigure},
    histogram::Histogram,
    run::{MOST_DRAWS, Run},
};
use crate::{
    case::Case,
    input::Input,
    units::{Money, Months, Share},
};

/// Draws where nobody asks for another number.
pub const DEFAULT_DRAWS: u32 = 10_000;

/// What the draws of a case come to.
#[derive(Clone, Debug, PartialEq)]
pub struct Simulation {
    /// How many draws there were.
    pub draws: u32,
    /// Seed of the random numbers.
    pub seed: u64,
    /// Net present value.
    pub npv: Spread,
    /// Sum of the monthly net, not discounted.
    pub total_net: Spread,
    /// Months from the start until the running total is out of the red for good.
    pub payback_months: PaybackSpread,
    /// Share of draws with a net present value above zero.
    pub probability_npv_positive: Share,
    /// Share of draws that are paid back by the end of each month, from the first to the horizon.
    pub probability_paid_back_by: Vec<Share>,
    /// Running total at the end of each month, from the first to the horizon.
    pub cumulative_net: Vec<Band>,
    /// Share of draws that reach the net present value of the most likely values.
    pub probability_of_headline: Share,
    /// Net present values of all draws.
    pub distribution: Histogram,
    /// What the net present value depends on: each input that was drawn, in the order of the file.
    pub sensitivity: Vec<Sensitivity>,
    /// Whether draws of some inputs go together.
    pub correlated: bool,
    /// Share of the entered correlations that was kept, 1 where all of them can hold together.
    pub correlation_kept: Share,
}

/// Percentiles and mean of an amount.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// One draw in ten is below.
    pub p10: Money,
    /// Half of the draws are below.
    pub p50: Money,
    /// Nine draws in ten are below.
    pub p90: Money,
    /// Mean of all draws.
    pub mean: Money,
}

/// Percentiles and mean of a time that may never come, which counts as later than any other. `None`
/// where the percentile is such a time, and for the mean where there is any.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PaybackSpread {
    /// One draw in ten is sooner.
    pub p10: Option<Months>,
    /// Half of the draws are sooner.
    pub p50: Option<Months>,
    /// Nine draws in ten are sooner.
    pub p90: Option<Months>,
    /// Mean of all draws.
    pub mean: Option<Months>,
}

/// Percentiles of an amount.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// One draw in ten is below.
    pub p10: Money,
    /// Half of the draws are below.
    pub p50: Money,
    /// Nine draws in ten are below.
    pub p90: Money,
}

/// What one drawn input has to do with the net present value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sensitivity {
    /// Which input. For the chance of failure: whether the work fails.
    pub input: Input,
    /// Rank correlation with the net present value, -1 to 1; above 0 where more of it is better.
    pub rank_correlation: f64,
    /// Its square as a share of the squares of all inputs, 0 to 1.
    pub share: Share,
}

/// Whether anything was entered that differs from draw to draw or exists for the draws only.
pub fn is_uncertain(case: &Case) -> bool {
    let is_above_zero = |input| case.likely(input).is_some_and(|value| value > 0.0);
    is_above_zero(Input::Slip)
        || is_above_zero(Input::FailureProbability)
        || !drawn_inputs(case).is_empty()
}

/// Draws every uncertain input that many times, 1 to [`MOST_DRAWS`], and computes each draw.
///
/// # Example
///
/// ```
/// use groundwork_model::{
///     case::CaseBuilder, estimate::Estimate, input::Input, simulation::simulate,
/// };
///
/// let mut builder = CaseBuilder::new();
/// builder.enter(Input::AnnualCost, Estimate::exact(2e6)?)?;
/// builder.enter(Input::EfficiencyNow, Estimate::exact(0.7)?)?;
/// builder.enter(Input::EfficiencyAfter, Estimate::range(0.8, 0.9, 0.95)?)?;
/// builder.enter(Input::Amount, Estimate::exact(200e3)?)?;
/// let simulation = simulate(&builder.build()?, 1_000);
/// assert!(simulation.npv.p10 < simulation.npv.p50);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn simulate(case: &Case, draws: u32) -> Simulation {
    Run::new(case, draws).finish()
}
