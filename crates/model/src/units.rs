//! What a number counts: the aliases and the [`Unit`] that keep a bare `f64` from being a riddle.

/// An amount in the currency of the case, unrounded.
pub type Money = f64;

/// A share, an efficiency, a probability or a rate as a fraction: `0.7` stands for 70 %.
pub type Share = f64;

/// A point in time or a length of time in months, possibly between two month ends.
pub type Months = f64;

/// What a figure or an input counts, which decides how people read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Currency of the case.
    Money,
    /// Currency of the case for every year.
    MoneyPerYear,
    /// Currency of the case for every week.
    MoneyPerWeek,
    /// A fraction that is read as a percentage.
    Share,
    /// A difference of two shares, read as percentage points.
    Points,
    /// A fraction gained or lost within a year, read as a percentage a year.
    SharePerYear,
    /// A fraction gained or lost within a month, read as a percentage a month.
    SharePerMonth,
    /// Months.
    Months,
    /// Weeks.
    Weeks,
    /// People.
    People,
    /// A number of things within a year.
    CountPerYear,
    /// One amount divided by another.
    Ratio,
    /// A number with no unit, such as a seed.
    Plain,
}
