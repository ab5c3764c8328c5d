//! The drawn values of every uncertain input.

use super::{pert::Pert, reorder::reorder, stream::Stream};
use crate::{case::Case, input::Input, units::Share};

/// The drawn values of every input that is uncertain, in the order of the case file.
#[derive(Debug)]
pub(crate) struct Draws {
    pub(crate) columns: Vec<Column>,
    /// Share of the entered correlations that can hold together; `None` where nothing is correlated.
    pub(crate) correlation_kept: Option<Share>,
}

/// The drawn values of one input: one from each of as many equal parts of its distribution as there
/// are draws, in random order.
#[derive(Debug)]
pub(crate) struct Column {
    pub(crate) input: Input,
    /// Which of the values each draw has.
    pub(crate) ranks: Vec<u32>,
    /// The values in rising order. For the chance of failure 1 where the work fails, else 0.
    pub(crate) rising: Vec<f64>,
}

impl Column {
    /// The value of one draw.
    #[inline]
    pub(crate) fn value(&self, draw: usize) -> f64 {
        self.rising[self.ranks[draw] as usize]
    }
}

/// Every input that is drawn, in the order of the case file: those with a range, and the chance of
/// failure where it is neither none nor certain.
pub fn drawn_inputs(case: &Case) -> Vec<Input> {
    let is_drawn = |input: &Input| match input {
        Input::FailureProbability => {
            failure_probability(case) > 0.0 && failure_probability(case) < 1.0
        }
        input => case.entered(*input).is_some_and(|estimate| estimate.is_range()),
    };
    case.inputs().filter(is_drawn).collect()
}

/// The values of `input` in each of `draws`, as the simulation uses them; none where the input is
/// not drawn. For the chance of failure 1 where the work fails, else 0.
pub fn draws_of(case: &Case, input: Input, draws: u32) -> Option<Vec<f64>> {
    let draws = Draws::of(case, draws);
    let column = draws.columns.iter().find(|column| column.input == input)?;
    Some(column.ranks.iter().map(|rank| column.rising[*rank as usize]).collect())
}

pub(crate) fn failure_probability(case: &Case) -> Share {
    case.likely(Input::FailureProbability).unwrap_or_default()
}

/// The seed of the case.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number")]
pub(crate) fn seed(case: &Case) -> u64 {
    case.likely(Input::Seed).unwrap_or_default() as u64
}

impl Draws {
    pub(crate) fn of(case: &Case, draws: u32) -> Self {
        let mut columns: Vec<Column> =
            drawn_inputs(case).into_iter().map(|input| drawn(case, input, draws)).collect();
        let correlation_kept = reorder(&mut columns, case.correlations());
        Self { columns, correlation_kept }
    }

    /// Position of the values of `input`, where it is drawn.
    pub(crate) fn column_of(&self, input: Input) -> Option<usize> {
        self.columns.iter().position(|column| column.input == input)
    }
}

fn drawn(case: &Case, input: Input, draws: u32) -> Column {
    let mut stream = Stream::new(seed(case), &case.path(input));
    let ranks = stream.permutation(draws);
    let parts = f64::from(draws);
    let shares = (0..draws).map(|part| (f64::from(part) + stream.share()) / parts);
    let rising = match case.entered(input) {
        Some(estimate) if estimate.is_range() => Pert::new(estimate).values(shares),
        _ => {
            let works = 1.0 - failure_probability(case);
            shares.map(|share| if share < works { 0.0 } else { 1.0 }).collect()
        }
    };
    Column { input, ranks, rising }
}
