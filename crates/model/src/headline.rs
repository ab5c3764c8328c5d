//! The figures that are said first.

use crate::{
    assumptions::Assumptions,
    investment::PaidFrom,
    units::{Money, Share},
};

/// Run rates and first-year figures. Nothing in here is discounted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Headline {
    /// What engineering costs a year, as entered or from the team: `C`.
    pub capacity_per_year: Money,
    /// Capacity lost to working around existing problems, a year: `C (1 - e0)`.
    pub absorbed_per_year: Money,
    /// Gain of a full first year: from capacity the work is carved out and the rest runs better,
    /// `R max(0, C - I) d`; bought with money it is `R C d`.
    pub gain_year_one: Money,
    /// `gain_year_one - I`.
    pub net_year_one: Money,
    /// Gain of every later year at full capacity: `R C d`.
    pub gain_per_year: Money,
    /// Points of efficiency gained, after the haircut: `d = e1 - e0`.
    pub points_gained: Share,
    /// More output from the same people: `e1/e0 - 1`.
    pub output_change: Share,
    /// Change of the time the same work takes: `e0/e1 - 1`, below 0 when faster.
    pub time_change: Share,
    /// Benefit lines, a year.
    pub other_benefits_per_year: Money,
    /// What a week of waiting costs at the run rate, at least 0.
    pub cost_of_delay_per_week: Money,
}

/// Weeks of a year, as finance counts them.
const WEEKS_PER_YEAR: f64 = 52.0;

impl Headline {
    /// Computes the headline.
    ///
    /// # Source
    ///
    /// Cost of delay as a run rate: Reinertsen, *The Principles of Product Development Flow*, "The
    /// Economic View". The rest are definitions of this project.
    pub fn of(assumptions: &Assumptions) -> Self {
        let Assumptions { capacity, efficiency, investment, .. } = assumptions;
        let annual = capacity.annual_cost;
        let gain = capacity.realised * efficiency.gain();
        let gain_year_one = match investment.paid_from {
            PaidFrom::Capacity => gain * (annual - investment.amount).max(0.0),
            PaidFrom::Money => gain * annual,
        };
        let gain_per_year = gain * annual;
        let other_benefits_per_year = assumptions.other_benefits_per_year();
        let kept_per_year = gain_per_year + other_benefits_per_year
            - investment.upkeep_share * annual
            - assumptions.costs_per_year();
        Self {
            capacity_per_year: annual,
            absorbed_per_year: annual * (1.0 - efficiency.now),
            gain_year_one,
            net_year_one: gain_year_one - investment.amount,
            gain_per_year,
            points_gained: efficiency.gain(),
            output_change: efficiency.output_change(),
            time_change: efficiency.time_change(),
            other_benefits_per_year,
            cost_of_delay_per_week: kept_per_year.max(0.0) / WEEKS_PER_YEAR,
        }
    }
}
