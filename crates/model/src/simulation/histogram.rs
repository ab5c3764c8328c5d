//! How often values fall into bins of equal width.

/// Counts of values in bins of equal width.
#[derive(Clone, Debug, PartialEq)]
pub struct Histogram {
    /// Where the first bin begins.
    pub low: f64,
    /// Width of a bin, above 0.
    pub width: f64,
    /// Values in each bin, at least one bin; a value on a border belongs to the bin above it.
    pub counts: Vec<u32>,
}

/// About as many bins as a chart shows.
const BINS: f64 = 40.0;
/// A range this narrow against the size of its values is one value with rounding.
const NARROW: f64 = 1e-9;

impl Histogram {
    /// Bins of a width of 1, 2, 2.5 or 5 times a power of ten, which begin at a multiple of it; one
    /// bin where all values are the same. `values` are finite and at least one.
    pub fn of(values: &[f64]) -> Self {
        let low = values.iter().copied().fold(f64::INFINITY, f64::min);
        let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let size = low.abs().max(high.abs());
        let is_one = high - low <= NARROW * size;
        let width = step_above(if is_one { size } else { high - low } / BINS);
        let first = (low / width).floor();
        let bin = |value: f64| whole((value / width).floor() - first);
        let bins = if is_one { 1 } else { bin(high) + 1 };
        let mut counts = vec![0; bins];
        for value in values {
            counts[bin(*value).min(bins - 1)] += 1;
        }
        Self { low: first * width, width, counts }
    }
}

/// The smallest such width that is not below `least`; 1 where that is nothing.
fn step_above(least: f64) -> f64 {
    if least <= f64::MIN_POSITIVE {
        return 1.0;
    }
    let power = libm::pow(10.0, libm::log10(least).floor());
    let steps = [1.0, 2.0, 2.5, 5.0, 10.0].map(|step| step * power);
    steps.into_iter().find(|step| *step >= least).unwrap_or(10.0 * power)
}

/// At most a few dozen, and not below 0.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn whole(number: f64) -> usize {
    number.max(0.0) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bins_have_round_borders_and_hold_every_value() {
        let values: Vec<f64> = (0..1_000).map(|index| -50.0 + f64::from(index) * 0.3).collect();
        let histogram = Histogram::of(&values);
        assert_eq!((histogram.low, histogram.width), (-50.0, 10.0));
        assert_eq!(histogram.counts.len(), 30);
        assert_eq!(histogram.counts.iter().sum::<u32>(), 1_000);
        assert_eq!(histogram.counts[0], 34);
    }

    #[test]
    fn equal_values_are_one_bin_around_them() {
        for value in [0.0, 338_733.72, -1e15, 1e-300] {
            let histogram = Histogram::of(&[value, value]);
            assert_eq!(histogram.counts, [2]);
            assert!(histogram.width > 0.0);
            let Histogram { low, width, .. } = histogram;
            assert!(low <= value && value <= low + width, "{value} in {low} + {width}");
        }
    }

    #[test]
    fn there_are_enough_bins_for_a_chart_and_not_too_many() {
        for high in [1.0, 3.0, 7.0, 9.99, 1e6, 123_456.0, 1e-12] {
            let bins = Histogram::of(&[0.0, high]).counts.len();
            assert!((16..=42).contains(&bins), "{bins} up to {high}");
        }
    }
}
