//! What a strategy comes to, beside carrying on as today.

use crate::{
    cash_flows::RELATIVE_ZERO,
    strategy::rule::PathMonth,
    units::{Money, Share},
};

/// A strategy month by month, and what it comes to. Lists hold the months 1 to T in order.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// Value of the features delivered up to each month.
    pub delivered: Vec<Money>,
    /// `delivered` less that of carrying on as today; what is only rounding is 0.
    pub ahead: Vec<Money>,
    /// Efficiency in each month, dips included, 0 to 1.
    pub efficiency: Vec<Share>,
    /// Share of capacity for debt in each month.
    pub debt_share: Vec<Share>,
    /// Share of capacity for features in each month.
    pub feature_share: Vec<Share>,
    /// Efficiency in the last month.
    pub ending_efficiency: Share,
    /// Work dearer than the capacity of its months, which must be bought from outside.
    pub bought_outside: Money,
    /// Delivered by the last month, less that of carrying on as today.
    pub difference_from_today: Money,
    /// Last month in which what is delivered rises to or above that of carrying on as today after
    /// having been below.
    pub crosses_today_at: Option<u32>,
    /// Whether what is delivered is never below that of carrying on as today.
    pub never_below: bool,
}

impl Outcome {
    /// `today`: what carrying on delivers up to each month; `None` for that line itself.
    pub(crate) fn of(path: &[PathMonth], today: Option<&[Money]>) -> Self {
        let delivered = running_totals(path);
        let today = today.unwrap_or(&delivered);
        let zero = zero_between(last(&delivered), last(today));
        let ahead: Vec<Money> = delivered
            .iter()
            .zip(today)
            .map(|(delivered, today)| {
                let ahead = delivered - today;
                if ahead.abs() <= zero { 0.0 } else { ahead }
            })
            .collect();
        let rises = |pair: &[Money]| pair[0] < 0.0 && pair[1] >= 0.0;
        let crossing = ahead.windows(2).rposition(rises).and_then(|at| u32::try_from(at + 2).ok());
        let shares = |of: fn(&PathMonth) -> Share| path.iter().map(of).collect::<Vec<Share>>();
        let efficiency = shares(|month| month.efficiency);
        Self {
            ending_efficiency: last(&efficiency),
            efficiency,
            debt_share: shares(|month| month.debt),
            feature_share: shares(|month| month.features),
            bought_outside: path.iter().map(|month| month.bought_outside).fold(0.0, |a, b| a + b),
            difference_from_today: last(&ahead),
            crosses_today_at: crossing,
            never_below: ahead.iter().all(|ahead| *ahead >= 0.0),
            ahead,
            delivered,
        }
    }

    /// Delivered up to `month`, counted from 1.
    pub fn delivered_by(&self, month: u32) -> Option<Money> {
        at(&self.delivered, month)
    }
}

/// The difference of two deliveries that counts as zero.
pub(crate) fn zero_between(one: Money, other: Money) -> Money {
    RELATIVE_ZERO * (one + other)
}

/// The entry of `month`, counted from 1.
pub(crate) fn at(months: &[f64], month: u32) -> Option<f64> {
    months.get(usize::try_from(month).ok()?.checked_sub(1)?).copied()
}

fn running_totals(path: &[PathMonth]) -> Vec<Money> {
    path.iter()
        .scan(0.0, |total, month| {
            *total += month.delivered;
            Some(*total)
        })
        .collect()
}

fn last(months: &[f64]) -> f64 {
    months.last().copied().unwrap_or_default()
}
