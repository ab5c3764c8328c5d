//! What all rules are played out in: the case, its basis and the months looked at.

use crate::{
    assumptions::Assumptions,
    case::Case,
    finance::monthly_rate,
    split::Category,
    strategy::Basis,
    units::{Money, Share},
};

/// Months that are looked at in any case.
const LEAST_MONTHS: u32 = 36;

/// The case as strategies see it.
pub(crate) struct Setting<'a> {
    pub(crate) case: &'a Case,
    pub(crate) assumptions: Assumptions,
    pub(crate) basis: Basis,
    /// `T`: months looked at.
    pub(crate) months: u32,
    /// `i`: growth of the lost share on itself a month.
    interest: f64,
}

impl<'a> Setting<'a> {
    /// Over the longer of three years and the horizon.
    pub(crate) fn of(case: &'a Case) -> Self {
        let assumptions = Assumptions::likely(case);
        Self {
            case,
            basis: Basis::of(case, &assumptions),
            months: assumptions.horizon_months.max(LEAST_MONTHS),
            interest: monthly_rate(assumptions.efficiency.interest_rate),
            assumptions,
        }
    }

    pub(crate) fn monthly_cost(&self) -> Money {
        self.assumptions.capacity.monthly_cost()
    }

    /// `f0`
    pub(crate) fn features_today(&self) -> Share {
        self.basis.split.share(Category::Features)
    }

    /// `u0`
    pub(crate) fn debt_today(&self) -> Share {
        self.basis.split.share(Category::Debt)
    }

    /// Lost share in month 1.
    pub(crate) fn lost_today(&self) -> Share {
        1.0 - self.assumptions.efficiency.now
    }

    /// What a month with `debt` as the share of debt work adds to the lost share, interest aside:
    /// `(a/12)(1 - u) - k u/12`. `None` where it takes points nobody knows.
    ///
    /// With `a` put in, it is `(accrual (1 - u) + k (u0 - u))/(1 - u0)/12`: at today's share exactly the
    /// decline of the case, whatever `k` is.
    pub(crate) fn growth(&self, debt: Share) -> Option<Share> {
        let debt_today = self.debt_today();
        let less = debt_today - debt;
        let not_bought =
            if less.abs() > 0.0 { self.basis.points_per_capacity_year? * less } else { 0.0 };
        let accrued = self.assumptions.efficiency.accrual_per_year * (1.0 - debt);
        let growth = (accrued + not_bought) / (1.0 - debt_today) / 12.0;
        growth.is_finite().then_some(growth)
    }

    /// The lost share a month later, never below what `best_efficiency` leaves, at most 1.
    pub(crate) fn next_lost(&self, lost: Share, growth: Share, best_efficiency: Share) -> Share {
        (lost + lost * self.interest + growth).clamp(1.0 - best_efficiency, 1.0)
    }

    /// `1 + i`: how a difference in the lost share grows in a month, at most.
    pub(crate) fn growth_of_difference(&self) -> f64 {
        1.0 + self.interest
    }
}
