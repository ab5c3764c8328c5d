//! Numbers: what the file says, held against what the model takes.

use groundwork_model::{
    bounds::Bounds,
    case::{EntryError, check_entry},
    estimate::{Estimate, EstimateError},
    input::Input,
    units::Unit,
};
use serde_json::Value;

use crate::{
    problem::{Expected, ProblemKind},
    schema::Number,
    text::shown,
};

/// Range of a rank correlation.
const RANK: Bounds =
    Bounds { unit: Unit::Plain, min: -1.0, max: 1.0, above_min: false, whole: false };

/// The estimate in a number, whatever its range.
pub(super) fn read_number(input: Input, number: &Number) -> Result<Estimate, ProblemKind> {
    let spec = input.spec();
    let expected = if spec.takes_estimate { Expected::NumberOrRange } else { Expected::Number };
    read_estimate(number, expected, spec.bounds)
}

/// The estimate in a number that the input takes.
pub(super) fn read_usable(input: Input, number: &Number) -> Result<Estimate, ProblemKind> {
    let estimate = read_number(input, number)?;
    check_entry(input, estimate).map_err(|error| problem(&error, estimate))?;
    Ok(estimate)
}

/// Why the model did not take an estimate.
pub(super) fn problem(error: &EntryError, estimate: Estimate) -> ProblemKind {
    match error {
        EntryError::OutOfBounds { error, .. } => {
            ProblemKind::OutOfBounds { value: error.value, bounds: error.bounds }
        }
        EntryError::TakesNoRange { input, .. } => {
            ProblemKind::TakesNoRange { values: estimate.values(), bounds: input.spec().bounds }
        }
    }
}

/// A rank correlation that is one figure from -1 to 1.
pub(super) fn read_rank(rank: &Number) -> Result<f64, ProblemKind> {
    let estimate = read_estimate(rank, Expected::Number, RANK)?;
    if estimate.is_range() {
        return Err(ProblemKind::TakesNoRange { values: estimate.values(), bounds: RANK });
    }
    RANK.check(estimate.likely())
        .map_err(|error| ProblemKind::OutOfBounds { value: error.value, bounds: RANK })
}

/// What stands where something else is wanted.
pub(super) fn wrong_type(value: &Value, expected: Expected, bounds: Option<Bounds>) -> ProblemKind {
    ProblemKind::WrongType { value: shown(&value.to_string()), expected, bounds }
}

fn read_estimate(
    number: &Number,
    expected: Expected,
    bounds: Bounds,
) -> Result<Estimate, ProblemKind> {
    match number.estimate() {
        Some(Ok(estimate)) => Ok(estimate),
        Some(Err(EstimateError::NotOrdered { low, likely, high })) => {
            Err(ProblemKind::NotOrdered { values: [low, likely, high] })
        }
        Some(Err(EstimateError::NotFinite { value })) => {
            Err(ProblemKind::OutOfBounds { value, bounds })
        }
        None => Err(match number {
            // A number so large that it would change on reading.
            Number::Wrong(Value::Number(value)) => {
                ProblemKind::OutOfBounds { value: value.as_f64().unwrap_or(f64::NAN), bounds }
            }
            Number::Wrong(value) => wrong_type(value, expected, Some(bounds)),
            Number::Exact(_) | Number::Range(_) => ProblemKind::Missing,
        }),
    }
}
