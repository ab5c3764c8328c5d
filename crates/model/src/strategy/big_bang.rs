//! A rewrite beside the product: nothing gets better until all of it is there.

use crate::{
    strategy::{
        rule::{Action, Rule},
        setting::Setting,
    },
    units::Share,
};

/// The rewrite as it was entered.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rewrite {
    /// Share of capacity it takes while it goes on.
    pub(crate) capacity_share: Share,
    /// Months it is planned to take, at least 1.
    pub(crate) planned_months: f64,
    /// Overrun of those months, 0 to 3.
    pub(crate) slip: Share,
    /// Months in which old and new run side by side afterwards.
    pub(crate) dual_running_months: u32,
    /// Share of capacity that running both takes.
    pub(crate) dual_running_share: Share,
    /// Efficiency once it is there; above the best of the case it is this strategy's best.
    pub(crate) efficiency_after: Share,
}

/// The rewrite begins in the first month of the case's work.
pub(crate) struct BigBang {
    first_month: u32,
    /// Month that begins with the new efficiency.
    arrival: u32,
    last_dual_month: u32,
    efficiency_after: Share,
    before_and_after: Action,
    during: Action,
    dual_running: Action,
}

impl BigBang {
    pub(crate) fn of(setting: &Setting, rewrite: Rewrite) -> Self {
        let first_month = setting.assumptions.investment.first_month;
        let arrival = first_month + rewrite.months();
        let (debt, features) = (setting.debt_today(), setting.features_today());
        let left = |share: Share, taken: Share| (share - taken).max(0.0);
        Self {
            first_month,
            arrival,
            last_dual_month: arrival + rewrite.dual_running_months - 1,
            efficiency_after: rewrite.efficiency_after,
            before_and_after: Action { debt, features },
            during: Action {
                debt: 0.0,
                features: left(setting.basis.available(), rewrite.capacity_share),
            },
            dual_running: Action { debt, features: left(features, rewrite.dual_running_share) },
        }
    }
}

impl Rewrite {
    /// Months it takes, overrun included, rounded half up. What is within rounding of a half is one.
    // At most 120 months and three times as many on top, so nothing is cut off here.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    fn months(self) -> u32 {
        (self.planned_months * (1.0 + self.slip) + 0.5 + 1e-9).floor() as u32
    }
}

impl Rule for BigBang {
    fn action(&self, month: u32, _lost: Share) -> Action {
        if (self.first_month..self.arrival).contains(&month) {
            self.during
        } else if (self.arrival..=self.last_dual_month).contains(&month) {
            self.dual_running
        } else {
            self.before_and_after
        }
    }

    fn lost_at_start(&self, month: u32, lost: Share) -> Share {
        if month == self.arrival { 1.0 - self.efficiency_after } else { lost }
    }

    fn best_efficiency(&self, best: Share) -> Share {
        best.max(self.efficiency_after)
    }
}
