//! The work that is proposed: what it costs, when it happens and what it does to efficiency.

use crate::units::{Money, Share};

/// Where the investment comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum PaidFrom {
    /// People are taken off other work.
    #[default]
    Capacity,
    /// The work is bought from outside.
    Money,
}

/// The proposed work.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Investment {
    /// What it costs.
    pub amount: Money,
    /// Whether people are taken off other work or the work is bought.
    pub paid_from: PaidFrom,
    /// Month in which it begins, 1 to 120.
    pub first_month: u32,
    /// Months it takes, 1 to 120.
    pub months: u32,
    /// Months until the gain has fully arrived, 0 to 120.
    pub ramp_up_months: u32,
    /// Efficiency lost while it goes on, 0 to 1.
    pub dip: Share,
    /// Months over which the dip fades afterwards, 0 to 120.
    pub dip_months_after: u32,
    /// Share of capacity that upkeep takes afterwards, 0 to 1.
    pub upkeep_share: Share,
}

impl Investment {
    /// Last month of the work.
    pub fn end(&self) -> u32 {
        self.first_month + self.months - 1
    }

    /// Whether the work goes on in `month`.
    pub fn is_under_way(&self, month: u32) -> bool {
        (self.first_month..=self.end()).contains(&month)
    }

    /// Months over which the gain arrives, at least one.
    pub fn months_of_arrival(&self) -> u32 {
        self.ramp_up_months.max(1)
    }

    /// Share of the gain that arrives at the start of `month`: equal parts in the months following
    /// the work.
    pub fn arriving_share(&self, month: u32) -> Share {
        let months = self.months_of_arrival();
        let is_arriving = (self.end() + 1..=self.end() + months).contains(&month);
        if is_arriving { 1.0 / f64::from(months) } else { 0.0 }
    }

    /// Efficiency lost to the work itself in `month`: `dip` during the work, and
    /// `dip (D + 1 - j)/(D + 1)` in month j of the D months after it.
    pub fn dip_in(&self, month: u32) -> Share {
        if self.is_under_way(month) {
            return self.dip;
        }
        let fading = self.dip_months_after;
        let after = month.saturating_sub(self.end());
        if (1..=fading).contains(&after) {
            self.dip * f64::from(fading + 1 - after) / f64::from(fading + 1)
        } else {
            0.0
        }
    }

    /// What is spent in `month`: equal parts over the months of the work.
    pub fn spend_in(&self, month: u32) -> Money {
        if self.is_under_way(month) { self.amount / f64::from(self.months) } else { 0.0 }
    }

    /// The same work with an overrun: months and amount are both `1 + slip` of what was planned, the
    /// months rounded half up, at least one. May go beyond the 120 months that can be planned.
    #[must_use]
    pub fn slipped(&self, slip: Share) -> Self {
        let factor = 1.0 + slip;
        Self {
            amount: self.amount * factor,
            months: rounded_half_up(f64::from(self.months) * factor).max(1),
            ..*self
        }
    }

    /// Whether it costs something and none of it falls within the first `horizon` months.
    pub fn is_all_after(&self, horizon: u32) -> bool {
        self.amount > 0.0 && self.first_month > horizon
    }

    /// Share of the amount that is spent within the first `horizon` months.
    pub fn share_within(&self, horizon: u32) -> Share {
        let spent = (horizon + 1).saturating_sub(self.first_month).min(self.months);
        f64::from(spent) / f64::from(self.months)
    }
}

/// At most 120 months with an overrun of at most 3: nothing is cut off here.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn rounded_half_up(months: f64) -> u32 {
    // What is within rounding of a half is one.
    (months + 0.5 + 1e-9).floor() as u32
}
