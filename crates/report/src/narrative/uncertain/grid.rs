//! What becomes of the present value where two inputs change together.

use groundwork_model::{
    input::Input,
    sensitivity::{Axis, GridError, grid},
    units::Unit,
};

use crate::{document::Writer, trace::name_in_sentence};

/// The two inputs that are looked at first: rows, then columns.
pub const FIRST_PAIR: [Input; 2] = [Input::EfficiencyAfter, Input::Amount];

/// Values of each of the two inputs.
pub const STEPS: usize = 7;

/// Net present values for values of two inputs.
#[derive(Clone, Debug, PartialEq)]
pub struct GridTable {
    /// What the rows are.
    pub rows: Heading,
    /// What the columns are.
    pub columns: Heading,
    /// The net present values, row by row.
    pub cells: Vec<Vec<GridCell>>,
}

/// The values of one input along a side of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct Heading {
    /// Which input.
    pub input: Input,
    /// What it is called.
    pub name: String,
    /// Its values, each above the one before.
    pub values: Vec<String>,
    /// Which of them is today's.
    pub today: usize,
}

/// One net present value.
#[derive(Clone, Debug, PartialEq)]
pub struct GridCell {
    /// The amount, rounded as in prose.
    pub text: String,
    /// Whether it is that of today's values.
    pub is_today: bool,
    /// Whether it is below zero.
    pub is_below_zero: bool,
}

/// Net present values for [`STEPS`] values of two inputs around today's.
///
/// # Errors
///
/// [`GridError`] where both are the same, or one of them is not part of the case or moves nothing.
pub fn grid_table(writer: Writer<'_>, rows: Input, columns: Input) -> Result<GridTable, GridError> {
    let grid = grid(&writer.evaluation.case, rows, columns, STEPS)?;
    let cells = grid.npv.iter().enumerate().map(|(row, npv)| {
        let cell = |(column, npv): (usize, &f64)| GridCell {
            text: writer.style.short_money(*npv),
            is_today: row == grid.rows.today && column == grid.columns.today,
            is_below_zero: *npv < 0.0,
        };
        npv.iter().enumerate().map(cell).collect()
    });
    Ok(GridTable {
        cells: cells.collect(),
        rows: heading(writer, &grid.rows),
        columns: heading(writer, &grid.columns),
    })
}

/// The inputs that can be chosen, with their names, in the order of the case file.
pub fn choices(writer: Writer<'_>) -> Vec<(Input, String)> {
    let inputs = writer.evaluation.case.inputs().filter(|input| moves_npv(*input));
    inputs.map(|input| (input, name_in_sentence(writer, input))).collect()
}

/// Whether the likely present value depends on it; those the draws alone use are left out.
fn moves_npv(input: Input) -> bool {
    !matches!(input, Input::Seed | Input::Slip | Input::FailureProbability | Input::Plan(_))
}

fn heading(writer: Writer<'_>, axis: &Axis) -> Heading {
    let unit = axis.input.spec().bounds.unit;
    let values = match unit {
        Unit::Money | Unit::MoneyPerYear | Unit::MoneyPerWeek => {
            writer.style.short_money_group(&axis.values)
        }
        Unit::Share | Unit::SharePerYear | Unit::SharePerMonth => {
            writer.style.percent_group(&axis.values)
        }
        _ => axis.values.iter().map(|value| writer.rounded_text(unit, *value)).collect(),
    };
    let name = name_in_sentence(writer, axis.input);
    Heading { input: axis.input, name, values, today: axis.today }
}
