//! How the values of an estimate are distributed, and the values that stand for evenly spread shares.

use super::beta::Beta;
use crate::{estimate::Estimate, units::Share};

/// Weight of the most likely value against lowest and highest.
const LAMBDA: f64 = 4.0;

/// Points of the table between lowest and highest value.
const POINTS: u32 = 256;

/// The PERT distribution of an estimate that is a range, as a table of its quantiles.
///
/// Beta with `alpha = 1 + 4 (likely - low)/(high - low)` and `beta = 1 + 4 (high - likely)/(high -
/// low)`, stretched from low to high; its mean is `(low + 4 likely + high)/6`.
///
/// # Source
///
/// Vose, *Risk Analysis: A Quantitative Guide*, "PERT distribution"; the mean is that of Malcolm,
/// Roseboom, Clark and Fazar, "Application of a Technique for Research and Development Program
/// Evaluation", Operations Research 7 (1959).
#[derive(Debug)]
pub(crate) struct Pert {
    estimate: Estimate,
    beta: Beta,
    /// Rising shares, from 0 to 1.
    nodes: Vec<Node>,
}

/// One point of the table.
#[derive(Clone, Copy, Debug)]
struct Node {
    /// Chance of a value up to here.
    share: Share,
    /// The value, 0 for low and 1 for high.
    value: f64,
    /// How fast the value rises with the share.
    slope: f64,
}

impl Pert {
    /// The distribution of `estimate`, which must be a range.
    pub(crate) fn new(estimate: Estimate) -> Self {
        let [low, likely, high] = estimate.values();
        let width = high - low;
        let beta = Beta::new(
            1.0 + LAMBDA * ((likely - low) / width),
            1.0 + LAMBDA * ((high - likely) / width),
        );
        let mut nodes: Vec<Node> = (0..=POINTS)
            .map(|point| {
                // Closest to each other at both ends, where the share hardly changes.
                let even = f64::from(point) / f64::from(POINTS);
                let value = even * even * (3.0 - 2.0 * even);
                let share = beta.share_up_to(value);
                Node { share, value, slope: 1.0 / beta.density(value) }
            })
            .collect();
        keep_monotone(&mut nodes);
        Self { estimate, beta, nodes }
    }

    /// Values for rising `shares`, in the same order.
    pub(crate) fn values(&self, shares: impl Iterator<Item = Share>) -> Vec<f64> {
        let Self { estimate, beta, nodes } = self;
        let last = nodes.len() - 2;
        let (low, high) = (estimate.low(), estimate.high());
        let mut cell = 0;
        shares
            .map(|share| {
                while cell < last && nodes[cell + 1].share < share {
                    cell += 1;
                }
                let (left, right) = (nodes[cell], nodes[cell + 1]);
                // At its ends the distribution is a power, whose slope no cubic curve has.
                let value = if cell == 0 {
                    right.value * libm::pow(share / right.share, 1.0 / beta.alpha)
                } else if cell == last {
                    let rest = (1.0 - share) / (1.0 - left.share);
                    1.0 - (1.0 - left.value) * libm::pow(rest, 1.0 / beta.gamma)
                } else {
                    between(left, right, share)
                };
                (low + (high - low) * value).clamp(low, high)
            })
            .collect()
    }
}

/// Slopes up to three times that of the straight line on either side keep the curve rising.
///
/// # Source
///
/// Fritsch and Carlson, "Monotone Piecewise Cubic Interpolation", SIAM Journal on Numerical Analysis
/// 17 (1980).
fn keep_monotone(nodes: &mut [Node]) {
    for right in 1..nodes.len() {
        let (before, after) = nodes.split_at_mut(right);
        let (left, right) = (&mut before[right - 1], &mut after[0]);
        let width = right.share - left.share;
        let straight = if width > 0.0 { (right.value - left.value) / width } else { 0.0 };
        left.slope = left.slope.min(3.0 * straight);
        right.slope = right.slope.min(3.0 * straight);
    }
}

/// The cubic curve through two nodes with their slopes.
fn between(left: Node, right: Node, share: Share) -> f64 {
    let width = right.share - left.share;
    let at = (share - left.share) / width;
    let rest = 1.0 - at;
    let rise = right.value - left.value;
    left.value
        + rise * at * at * (3.0 - 2.0 * at)
        + width * at * rest * (left.slope * rest - right.slope * at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn evenly(count: u32) -> impl Iterator<Item = f64> {
        (0..count).map(move |index| (f64::from(index) + 0.5) / f64::from(count))
    }

    /// Largest distance between the share asked for and the share of the value given, and between
    /// the value given and the exact one, as a share of the width.
    fn errors(likely: f64) -> (f64, f64) {
        let pert = Pert::new(Estimate::range(0.0, likely, 1.0).unwrap());
        let beta = Beta::new(1.0 + 4.0 * likely, 5.0 - 4.0 * likely);
        let values = pert.values(evenly(20_011));
        let pairs = evenly(20_011).zip(values);
        pairs.fold((0.0, 0.0), |(of_share, of_value), (share, value)| {
            let error: f64 = beta.share_up_to(value) - share;
            let in_value = error / beta.density(value);
            (f64::max(of_share, error.abs()), f64::max(of_value, in_value.abs()))
        })
    }

    #[test]
    fn quantiles_are_exact_to_a_millionth_of_probability() {
        for likely in [0.0, 0.01, 0.1, 1.0 / 3.0, 0.5, 0.6, 0.9, 0.999, 1.0] {
            let (of_share, of_value) = errors(likely);
            assert!(of_share < 1e-6, "{of_share} with {likely}");
            assert!(of_value < 1e-4, "{of_value} with {likely}");
        }
    }

    #[test]
    fn values_rise_with_their_shares_and_stay_within_the_range() {
        for likely in [1.0, 1.01, 1.5, 2.0] {
            let estimate = Estimate::range(1.0, likely, 2.0).unwrap();
            let values = Pert::new(estimate).values(evenly(100_000));
            assert!(values.is_sorted());
            assert!(values.iter().all(|value| (1.0..=2.0).contains(value)));
        }
    }

    #[test]
    fn mean_and_spread_are_those_of_the_formulas() {
        let close = |found: f64, wanted: f64| {
            assert!((found / wanted - 1.0).abs() < 1e-5, "{found} is not {wanted}");
        };
        let rows = [
            ([10.0, 20.0, 60.0], 25.0, 8.660_254),
            ([0.80, 0.90, 0.95], 0.891_666_67, 0.027_638_54),
        ];
        for ([low, likely, high], mean, spread) in rows {
            let count = 100_000;
            let values =
                Pert::new(Estimate::range(low, likely, high).unwrap()).values(evenly(count));
            let found = values.iter().sum::<f64>() / f64::from(count);
            close(found, mean);
            close(found, (low + 4.0 * likely + high) / 6.0);
            let squares: f64 = values.iter().map(|value| (value - found) * (value - found)).sum();
            close(libm::sqrt(squares / f64::from(count)), spread);
        }
    }
}
