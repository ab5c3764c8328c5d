//! Amounts of money at regular intervals, and when the first of them falls.

use crate::units::Money;

/// When the first flow of a series falls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FirstFlow {
    /// Now: it is not discounted.
    Now,
    /// At the end of the first period: it is discounted once, as by a spreadsheet's `NPV()`.
    AfterOnePeriod,
}

/// Flows at regular intervals: negative when paid, positive when received.
#[derive(Clone, Debug, PartialEq)]
pub struct CashFlows {
    amounts: Vec<Money>,
    first: FirstFlow,
}

/// Sums this small against the flows they are made of count as zero: they are rounding, not money.
pub(crate) const RELATIVE_ZERO: f64 = 1e-9;

impl CashFlows {
    /// Flows in order; each must be finite.
    pub fn new(amounts: Vec<Money>, first: FirstFlow) -> Self {
        Self { amounts, first }
    }

    /// The flows in order.
    pub fn amounts(&self) -> &[Money] {
        &self.amounts
    }

    /// When the first flow falls.
    pub fn first(&self) -> FirstFlow {
        self.first
    }

    /// Periods from now to the first flow: 0 or 1.
    pub fn periods_to_first(&self) -> u32 {
        match self.first {
            FirstFlow::Now => 0,
            FirstFlow::AfterOnePeriod => 1,
        }
    }

    /// Sum of the flows, not discounted.
    pub fn total(&self) -> Money {
        self.amounts.iter().sum()
    }

    /// The largest amount that counts as zero where a sign decides something: `1e-9` of the sum of
    /// absolute flows.
    pub fn zero(&self) -> Money {
        RELATIVE_ZERO * self.amounts.iter().map(|amount| amount.abs()).sum::<f64>()
    }

    /// The flows valued now at `rate` for each period, above -1.
    #[must_use]
    pub fn discounted(&self, rate: f64) -> Self {
        let mut factor = match self.first {
            FirstFlow::Now => 1.0,
            FirstFlow::AfterOnePeriod => 1.0 / (1.0 + rate),
        };
        let amounts = self
            .amounts
            .iter()
            .map(|amount| {
                let value = amount * factor;
                factor /= 1.0 + rate;
                value
            })
            .collect();
        Self { amounts, first: self.first }
    }

    /// Signs of the flows that are not zero, in order.
    pub fn signs(&self) -> impl Iterator<Item = bool> {
        let zero = self.zero();
        self.amounts.iter().filter(move |amount| amount.abs() > zero).map(|amount| *amount > 0.0)
    }

    /// How often the flows change between paid and received.
    pub fn sign_changes(&self) -> usize {
        let signs: Vec<bool> = self.signs().collect();
        signs.windows(2).filter(|pair| pair[0] != pair[1]).count()
    }

    /// Running totals, with those that are only rounding set to 0.
    pub fn running_totals(&self) -> Vec<Money> {
        let zero = self.zero();
        self.amounts
            .iter()
            .scan(0.0, |total, amount| {
                *total += amount;
                Some(if f64::abs(*total) <= zero { 0.0 } else { *total })
            })
            .collect()
    }
}
