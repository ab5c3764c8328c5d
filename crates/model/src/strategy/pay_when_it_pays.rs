//! A share of capacity for debt in the months in which that comes back soon enough.

use crate::{
    strategy::{
        rule::{Action, Rule},
        setting::Setting,
    },
    units::Share,
};

/// Differences of efficiency up to this count as nothing: what is left to pay, and what debt work brings
/// beyond the features it displaces. Round numbers make them equal, which rounding must not decide.
const NOTHING: Share = 1e-12;

/// Pays while a unit of debt work brings more than the features it displaces.
pub(crate) struct PayWhenItPays {
    debt: Share,
    available: Share,
    /// `(k + a) fa/12`: what a month of debt work adds to the delivery of each later month, as a share
    /// of the month's capacity.
    added_a_month: f64,
    lowest_lost: Share,
    months: u32,
    patience_months: u32,
}

impl PayWhenItPays {
    /// `None` where nobody knows what debt work buys.
    pub(crate) fn of(setting: &Setting, share_cap: Share, patience_months: u32) -> Option<Self> {
        let basis = &setting.basis;
        let available = basis.available();
        let points = basis.points_per_capacity_year? + basis.accrual_without_debt_work?;
        Some(Self {
            debt: share_cap.min(available),
            available,
            added_a_month: points * available / 12.0,
            lowest_lost: 1.0 - basis.best_efficiency,
            months: setting.months,
            patience_months,
        })
    }

    /// Whether there is anything left to pay and `(k + a) fa min(T - m, patience)/12 > 1 - lost`.
    fn pays(&self, month: u32, lost: Share) -> bool {
        let months_left = (self.months - month).min(self.patience_months);
        lost > self.lowest_lost + NOTHING
            && self.added_a_month * f64::from(months_left) > 1.0 - lost + NOTHING
    }
}

impl Rule for PayWhenItPays {
    fn action(&self, month: u32, lost: Share) -> Action {
        let debt = if self.pays(month, lost) { self.debt } else { 0.0 };
        Action { debt, features: self.available - debt }
    }
}
