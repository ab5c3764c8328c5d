//! What lies outside: spent after the horizon, or more than the team has hours for.

use crate::{
    assumptions::Assumptions,
    timeline::Timeline,
    units::{Money, Share},
};

/// Parts of the work that the figures cannot or can only partly hold.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outside {
    /// Part of the investment that is spent after the horizon.
    pub amount_after_horizon: Money,
    /// The same as a share of the investment's months, 0 to 1.
    pub share_after_horizon: Share,
    /// Work and upkeep dearer than the capacity of their months, summed over the horizon.
    pub bought_outside: Money,
}

impl Outside {
    /// Computes all of it.
    pub fn of(assumptions: &Assumptions, timeline: &Timeline) -> Self {
        let investment = assumptions.investment;
        let share_after_horizon = 1.0 - investment.share_within(assumptions.horizon_months);
        Self {
            amount_after_horizon: investment.amount * share_after_horizon,
            share_after_horizon,
            bought_outside: timeline.months().iter().map(|month| month.bought_outside).sum(),
        }
    }
}
