//! The range a quantity may have; the one place checks, hints, messages and test generators read.

use crate::units::Unit;

/// Lowest and highest value of a quantity.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    /// What the value counts.
    pub unit: Unit,
    /// Lowest value allowed, or the value all must lie above where [`Self::above_min`] is set.
    pub min: f64,
    /// Highest value allowed.
    pub max: f64,
    /// Whether `min` itself is too low.
    pub above_min: bool,
    /// Whether only whole numbers are allowed.
    pub whole: bool,
}

/// A value outside the range of its quantity.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
#[error("{value} is outside {bounds}")]
pub struct OutOfBounds {
    /// The range that was missed.
    pub bounds: Bounds,
    /// The value as given; may be NaN or infinite.
    pub value: f64,
}

impl Bounds {
    const fn new(unit: Unit, min: f64, max: f64) -> Self {
        Self { unit, min, max, above_min: false, whole: false }
    }

    const fn whole(unit: Unit, min: f64, max: f64) -> Self {
        Self { unit, min, max, above_min: false, whole: true }
    }

    /// Amounts of money, once or a year.
    pub const MONEY: Self = Self::new(Unit::Money, 0.0, 1e12);
    /// Amounts of money a year.
    pub const MONEY_PER_YEAR: Self = Self::new(Unit::MoneyPerYear, 0.0, 1e12);
    /// Yearly amounts that may also be a loss.
    pub const SIGNED_MONEY_PER_YEAR: Self = Self::new(Unit::MoneyPerYear, -1e12, 1e12);
    /// What engineering costs a year; nothing can be said about a team that costs nothing.
    pub const CAPACITY: Self = Self { above_min: true, ..Self::MONEY_PER_YEAR };
    /// Share of working time not lost to working around existing problems.
    pub const EFFICIENCY: Self = Self::new(Unit::Share, 0.01, 1.0);
    /// Shares and probabilities.
    pub const SHARE: Self = Self::new(Unit::Share, 0.0, 1.0);
    /// Shares that can exceed the whole, such as an overrun.
    pub const OVERRUN: Self = Self::new(Unit::Share, 0.0, 3.0);
    /// Cost of an engineer over the salary.
    pub const LOADED_MULTIPLIER: Self = Self::new(Unit::Ratio, 1.0, 3.0);
    /// Number of engineers, part-time ones as fractions.
    pub const ENGINEERS: Self =
        Self { unit: Unit::People, min: 0.0, max: 1e5, above_min: true, whole: false };
    /// Things that happen within a year.
    pub const COUNT_PER_YEAR: Self = Self::new(Unit::CountPerYear, 0.0, 1e6);
    /// Weeks of work.
    pub const WEEKS: Self = Self::new(Unit::Weeks, 0.0, 520.0);
    /// A month counted from 1, or a length of at least one month.
    pub const MONTHS: Self = Self::whole(Unit::Months, 1.0, 120.0);
    /// A length in months that may be none.
    pub const MONTHS_OR_NONE: Self = Self::whole(Unit::Months, 0.0, 120.0);
    /// Rates a year that cannot exceed the whole.
    pub const RATE_PER_YEAR: Self = Self::new(Unit::SharePerYear, 0.0, 1.0);
    /// Growth of debt on itself, a year.
    pub const INTEREST_RATE: Self = Self::new(Unit::SharePerYear, 0.0, 5.0);
    /// A quarter of the case, counted from 1.
    pub const QUARTERS: Self = Self::whole(Unit::Plain, 1.0, 40.0);
    /// Efficiency points bought by a whole year of capacity.
    pub const POINTS_PER_YEAR: Self =
        Self { unit: Unit::Ratio, min: 0.0, max: 20.0, above_min: true, whole: false };
    /// Seed of the random draws: any whole number JavaScript holds exactly.
    pub const SEED: Self = Self::whole(Unit::Plain, 0.0, 9_007_199_254_740_991.0);

    /// Whether `value` is finite, in range and, where asked for, whole.
    pub fn contains(&self, value: f64) -> bool {
        (self.min..=self.max).contains(&value)
            && !(self.above_min && value <= self.min)
            && !(self.whole && value.fract() != 0.0)
    }

    /// Passes `value` through when the bounds contain it.
    ///
    /// # Errors
    ///
    /// [`OutOfBounds`] when it is outside, not whole where it must be, or not a number.
    pub fn check(&self, value: f64) -> Result<f64, OutOfBounds> {
        if self.contains(value) { Ok(value) } else { Err(OutOfBounds { bounds: *self, value }) }
    }
}

/// The range in plain numbers, as in "0.01 to 1" or "whole numbers from 1 to 120".
impl std::fmt::Display for Bounds {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { min, max, above_min, whole, .. } = self;
        match (whole, above_min) {
            (true, _) => write!(formatter, "whole numbers from {min} to {max}"),
            (false, true) => write!(formatter, "above {min} up to {max}"),
            (false, false) => write!(formatter, "{min} to {max}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neither_nan_nor_infinity_is_ever_within_bounds() {
        for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert!(!Bounds::SIGNED_MONEY_PER_YEAR.contains(value));
            assert!(Bounds::SHARE.check(value).is_err());
        }
    }

    #[test]
    fn a_team_that_costs_nothing_is_refused_and_a_free_purchase_is_not() {
        assert!(!Bounds::CAPACITY.contains(0.0));
        assert!(Bounds::CAPACITY.contains(f64::MIN_POSITIVE));
        assert!(Bounds::MONEY.contains(0.0));
    }

    #[test]
    fn months_are_whole() {
        assert!(Bounds::MONTHS.contains(1.0) && Bounds::MONTHS.contains(120.0));
        assert!(!Bounds::MONTHS.contains(1.5) && !Bounds::MONTHS.contains(121.0));
        assert_eq!(Bounds::MONTHS.to_string(), "whole numbers from 1 to 120");
    }
}
