//! Costs beside the investment: paid once, or yearly over some months.

use crate::{benefit::Tag, units::Money};

/// A cost beside the investment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cost {
    /// Whether it is cash, hours or a risk.
    pub tag: Tag,
    /// Paid once.
    pub once: Money,
    /// Month of that payment, 1 to 120.
    pub month: u32,
    /// Paid every year, in twelve equal parts.
    pub per_year: Money,
    /// First month of the yearly cost, 1 to 120.
    pub from_month: u32,
    /// Last month of the yearly cost, 1 to 120; nothing is paid where it is before the first.
    pub to_month: u32,
}

impl Cost {
    /// What is paid in `month`.
    pub fn in_month(&self, month: u32) -> Money {
        let once = if month == self.month { self.once } else { 0.0 };
        let is_running = (self.from_month..=self.to_month).contains(&month);
        once + if is_running { self.per_year / 12.0 } else { 0.0 }
    }
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "exact values are meant")]
mod tests {
    use super::*;

    #[test]
    fn a_cost_is_paid_once_in_its_month_and_yearly_between_its_months() {
        let cost = Cost {
            tag: Tag::Cash,
            once: 500.0,
            month: 2,
            per_year: 1200.0,
            from_month: 2,
            to_month: 3,
        };
        assert_eq!([1, 2, 3, 4].map(|month| cost.in_month(month)), [0.0, 600.0, 100.0, 0.0]);
    }
}
