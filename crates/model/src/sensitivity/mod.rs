//! What moves the net present value when inputs are changed one or two at a time.

mod grid;
mod rests_on;
mod tornado;

pub use self::{
    grid::{Axis, Grid, GridError, MOST_STEPS, grid},
    rests_on::rests_on,
    tornado::{Bar, Basis, End, Tornado, TornadoInput, npv_at_end, tornado},
};
use crate::{
    assumptions::Assumptions,
    case::Case,
    finance::{monthly_rate, net_present_value},
    input::Input,
    returns::net_flows,
    timeline::Timeline,
    units::Money,
};

/// Net present value of `case` with its most likely values, but this one for `input`.
///
/// `value` is one that the bounds of the input allow.
pub fn npv_with(case: &Case, input: Input, value: f64) -> Money {
    npv_of(&changed(case, &[(input, value)]))
}

/// Net present value of one set of assumptions.
fn npv_of(assumptions: &Assumptions) -> Money {
    let flows = net_flows(&Timeline::of(assumptions));
    net_present_value(&flows, monthly_rate(assumptions.discount_rate)) + 0.0
}

/// The most likely values with some inputs changed. Overrun is nothing unless it is one of them: it
/// is no part of the most likely values.
fn changed(case: &Case, changes: &[(Input, f64)]) -> Assumptions {
    let change = |asked: Input| {
        let mut changes = changes.iter().filter(|(input, _)| *input == asked);
        changes.next().map(|(_, value)| *value)
    };
    let mut assumptions = Assumptions::read(case, change);
    if let Some(slip) = change(Input::Slip) {
        assumptions.investment = assumptions.investment.slipped(slip);
    }
    assumptions
}
