//! What engineering costs a year, and how much of a freed hour anybody values.

use crate::units::{Money, Share};

/// Engineering capacity.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Capacity {
    /// Fully loaded cost of all engineers a year; above 0.
    pub annual_cost: Money,
    /// Share of freed hours that turns into something anybody values, 0 to 1.
    pub realised: Share,
}

impl Capacity {
    /// Cost of a month: a twelfth of the year.
    pub fn monthly_cost(&self) -> Money {
        self.annual_cost / 12.0
    }
}

/// Share of a year of everyone that `amount` pays for; none where a year costs nothing.
pub fn share_of_year(amount: Money, annual_cost: Money) -> Option<Share> {
    (annual_cost > 0.0).then(|| amount / annual_cost)
}

/// Months of everyone that `amount` pays for; none where a year costs nothing.
pub fn months_of_everyone(amount: Money, annual_cost: Money) -> Option<f64> {
    share_of_year(amount, annual_cost).map(|share| share * 12.0)
}

/// Yearly cost of a team: `engineers x salary x loaded_multiplier`.
///
/// # Source
///
/// Fully loaded cost is salary times a multiplier of 1.25 to 1.5 in common practice.
pub fn cost_of_team(engineers: f64, salary: Money, loaded_multiplier: f64) -> Money {
    engineers * salary * loaded_multiplier
}
