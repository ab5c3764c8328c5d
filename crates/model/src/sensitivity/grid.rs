//! Net present value for many values of two inputs.

use super::{changed, npv_of};
use crate::{
    bounds::Bounds,
    case::Case,
    input::Input,
    units::{Money, Unit},
};

/// Most values of an input in a grid.
pub const MOST_STEPS: usize = 41;

/// Net present value for each pair of values of two inputs.
#[derive(Clone, Debug, PartialEq)]
pub struct Grid {
    /// The input whose values are the rows.
    pub rows: Axis,
    /// The input whose values are the columns.
    pub columns: Axis,
    /// Net present value, row by row.
    pub npv: Vec<Vec<Money>>,
}

/// The values of one input.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// Which input.
    pub input: Input,
    /// Its values, each above the one before.
    pub values: Vec<f64>,
    /// Which of them is today's.
    pub today: usize,
}

/// Why there is no grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum GridError {
    /// Rows and columns are the same input.
    #[error("rows and columns are both the {label}")]
    Same {
        /// Name of the input.
        label: &'static str,
    },
    /// The input changes random draws or plans only, so the value does not depend on it.
    #[error("no net present value depends on the {label}")]
    MovesNothing {
        /// Name of the input.
        label: &'static str,
    },
    /// The case has no such input.
    #[error("{label} is not part of this case")]
    NotInCase {
        /// Name of the input.
        label: &'static str,
    },
}

/// Net present value for `steps` values of each of two inputs, 2 to [`MOST_STEPS`].
///
/// The values lie evenly between lowest and highest where those were entered, otherwise around today's
/// value and within the bounds of the input. Today's is always one of them. Inputs that are whole
/// numbers stay whole, and have fewer values where there are not enough.
///
/// # Errors
///
/// See [`GridError`].
pub fn grid(case: &Case, rows: Input, columns: Input, steps: usize) -> Result<Grid, GridError> {
    if rows == columns {
        return Err(GridError::Same { label: rows.spec().label });
    }
    let (rows, columns) = (axis(case, rows, steps)?, axis(case, columns, steps)?);
    let npv = |row: f64, column: f64| {
        npv_of(&changed(case, &[(rows.input, row), (columns.input, column)]))
    };
    let of_row = |row: &f64| columns.values.iter().map(|column| npv(*row, *column)).collect();
    let npv = rows.values.iter().map(of_row).collect();
    Ok(Grid { rows, columns, npv })
}

fn axis(case: &Case, input: Input, steps: usize) -> Result<Axis, GridError> {
    let label = input.spec().label;
    if matches!(input, Input::Seed | Input::FailureProbability | Input::Plan(_)) {
        return Err(GridError::MovesNothing { label });
    }
    let likely = case.likely(input).ok_or(GridError::NotInCase { label })?;
    // The most likely figures know no overrun, so that is what today's are without it.
    let is_estimated = case.entered(input).is_some_and(|estimate| estimate.is_range());
    let today = if input == Input::Slip && !is_estimated { 0.0 } else { likely };
    let bounds = input.spec().bounds;
    let [low, high] = match case.entered(input) {
        Some(estimate) if estimate.is_range() => [estimate.low(), estimate.high()],
        _ => around(today, &bounds, case),
    };
    let values = values(low, high, today, steps.clamp(2, MOST_STEPS), bounds.whole);
    let today = values.partition_point(|value| *value < today);
    Ok(Axis { input, values, today })
}

/// A sensible range around today's value, within the bounds.
fn around(today: f64, bounds: &Bounds, case: &Case) -> [f64; 2] {
    let half = today.abs() / 2.0;
    let apart = match bounds.unit {
        Unit::Share | Unit::SharePerYear => f64::max(0.1, half.min(0.2)),
        Unit::Months => half.max(2.0),
        Unit::Money | Unit::MoneyPerYear if today.abs() < 1.0 => {
            case.likely(Input::Amount).unwrap_or_default().max(1e3)
        }
        _ if today.abs() < f64::MIN_POSITIVE => 10.0,
        _ => half,
    };
    let lowest = if bounds.above_min { today.min(apart) } else { bounds.min };
    [(today - apart).max(lowest), (today + apart).min(bounds.max)]
}

/// Values from `low` to `high`, evenly but for `today`, which takes the place of the nearest.
fn values(low: f64, high: f64, today: f64, steps: usize, whole: bool) -> Vec<f64> {
    let mut values: Vec<f64> = (0..steps)
        .map(|step| {
            #[expect(clippy::cast_precision_loss, reason = "a few dozen steps")]
            let part = step as f64 / (steps - 1) as f64;
            let value = (low + (high - low) * part).clamp(low, high);
            if whole { (value + 0.5).floor() } else { value }
        })
        .collect();
    let distance = |at: &usize| (values[*at] - today).abs();
    let nearest = (0..steps).min_by(|a, b| distance(a).total_cmp(&distance(b)));
    if let Some(nearest) = nearest {
        values[nearest] = today;
    }
    values.dedup();
    values
}
