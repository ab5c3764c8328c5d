//! Percentiles and means of draws.

use super::{Band, PaybackSpread, Spread};
use crate::units::Months;

/// Shares of the draws below the three percentiles.
const SHARES: [f64; 3] = [0.1, 0.5, 0.9];

/// The 10th, 50th and 90th percentile, linearly interpolated at `(n - 1) q`; `values` are put in
/// another order. Infinite values are above all others, and so is a percentile that touches one.
///
/// # Source
///
/// The seventh definition of Hyndman and Fan, "Sample Quantiles in Statistical Packages", The
/// American Statistician 50 (1996), which spreadsheets use too.
pub(crate) fn percentiles(values: &mut [f64]) -> [f64; 3] {
    let mut found = [0.0; 3];
    let count = values.len();
    let mut rest = values;
    for (share, found) in SHARES.into_iter().zip(&mut found).rev() {
        let (index, part) = place(count, share);
        let (_, below, above) = rest.select_nth_unstable_by(index, f64::total_cmp);
        let below = *below;
        let next = above.iter().enumerate().min_by(|a, b| a.1.total_cmp(b.1));
        let next = next.map(|(at, next)| (at, *next));
        *found = below;
        if let Some((at, next)) = next {
            above.swap(0, at);
            if part > 0.0 {
                *found = if next.is_finite() {
                    (below + (next - below) * part).clamp(below, next)
                } else {
                    next
                };
            }
        }
        // What is lower is in front, and so is the next one up.
        let len = rest.len();
        rest = &mut rest[..len.min(index + 2)];
    }
    found
}

/// Whole and remaining part of `(count - 1) share`.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "a count of draws is far below what either type holds"
)]
fn place(count: usize, share: f64) -> (usize, f64) {
    let position = count.saturating_sub(1) as f64 * share;
    (position as usize, position.fract())
}

/// The mean; exactly the value where all are the same.
#[expect(clippy::cast_precision_loss, reason = "a count of draws is exact")]
pub(crate) fn mean(values: &[f64]) -> f64 {
    let Some(first) = values.first() else { return 0.0 };
    first + values.iter().map(|value| value - first).sum::<f64>() / values.len() as f64
}

pub(crate) fn band(values: &mut [f64]) -> Band {
    let [p10, p50, p90] = percentiles(values);
    Band { p10: p10 + 0.0, p50: p50 + 0.0, p90: p90 + 0.0 }
}

pub(crate) fn spread(values: &mut [f64]) -> Spread {
    // Before the order changes, so that it does not matter how they are selected.
    let mean = mean(values) + 0.0;
    let Band { p10, p50, p90 } = band(values);
    Spread { p10, p50, p90, mean }
}

/// Percentiles of paybacks, of which those that never come are infinite.
pub(crate) fn payback_spread(paybacks: &mut [Months]) -> PaybackSpread {
    let finite = |months: f64| months.is_finite().then_some(months);
    let comes_always = paybacks.iter().all(|months| months.is_finite());
    let mean = comes_always.then(|| mean(paybacks));
    let [p10, p50, p90] = percentiles(paybacks).map(finite);
    PaybackSpread { p10, p50, p90, mean }
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "exact values are meant")]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_interpolated_between_neighbors() {
        assert_eq!(percentiles(&mut [7.0]), [7.0, 7.0, 7.0]);
        assert_eq!(percentiles(&mut [20.0, 10.0]), [11.0, 15.0, 19.0]);
        let mut many: Vec<f64> = (0..=20).rev().map(f64::from).collect();
        assert_eq!(percentiles(&mut many), [2.0, 10.0, 18.0]);
    }

    #[test]
    fn they_are_those_of_the_sorted_values() {
        for count in 1_u32..200 {
            let mut values: Vec<f64> =
                (1..=count).map(|index| f64::from(index * 7_919 % 101)).collect();
            let count = values.len();
            let mut sorted = values.clone();
            sorted.sort_unstable_by(f64::total_cmp);
            let wanted = SHARES.map(|share| {
                let (index, part) = place(count, share);
                let next = sorted.get(index + 1).unwrap_or(&sorted[index]);
                (sorted[index] + (next - sorted[index]) * part).clamp(sorted[index], *next)
            });
            assert_eq!(percentiles(&mut values), wanted, "{count}");
        }
    }

    #[test]
    fn a_percentile_that_touches_what_never_comes_is_none() {
        let never = f64::INFINITY;
        let spread = payback_spread(&mut [5.0, never, 3.0]);
        assert_eq!(
            (spread.p10, spread.p50, spread.p90, spread.mean),
            (Some(3.4), Some(5.0), None, None)
        );
        let spread = payback_spread(&mut [never, never]);
        assert_eq!((spread.p10, spread.p50, spread.p90, spread.mean), (None, None, None, None));
        let spread = payback_spread(&mut [0.0, 2.0]);
        assert_eq!(spread.mean, Some(1.0));
    }
}
