//! Calendar months in words. Text is in American English, so years keep Latin digits.

const NAMES: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A month of a year.
///
/// Invariant: the month is within 1..=12.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    year: i32,
    month: u8,
}

impl Month {
    /// Creates a month from a year and a month number from 1 (January) to 12; otherwise none.
    pub fn new(year: i32, month: u8) -> Option<Self> {
        (1..=12).contains(&month).then_some(Self { year, month })
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.year
    }

    /// The number of the month, 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The month so many months later, or earlier when negative.
    ///
    /// ```
    /// use groundwork_report::wording::Month;
    ///
    /// let start = Month::new(2026, 11).ok_or("no such month")?;
    /// assert_eq!(start.plus(2).name(), "January 2027");
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn plus(self, months: i32) -> Self {
        let index = i64::from(self.year) * 12 + i64::from(self.month) - 1 + i64::from(months);
        let year = i32::try_from(index.div_euclid(12)).unwrap_or(self.year);
        let month = u8::try_from(index.rem_euclid(12) + 1).unwrap_or(self.month);
        Self { year, month }
    }

    /// The month in full: "December 2026".
    pub fn name(self) -> String {
        format!("{} {}", self.word(), self.year)
    }

    /// The month in short: "Dec 2026".
    pub fn short_name(self) -> String {
        format!("{} {}", &self.word()[..3], self.year)
    }

    /// The name without the year: "December".
    pub fn word(self) -> &'static str {
        NAMES[usize::from(self.month - 1)]
    }
}

/// A stretch of months in words; the year is said once when it is the same.
///
/// ```
/// use groundwork_report::wording::{Month, period};
///
/// let month = |year, month| Month::new(year, month).ok_or("no such month");
/// assert_eq!(period(month(2026, 4)?, month(2026, 6)?), "April to June 2026");
/// assert_eq!(period(month(2026, 11)?, month(2027, 1)?), "November 2026 to January 2027");
/// assert_eq!(period(month(2026, 4)?, month(2026, 4)?), "April 2026");
/// # Ok::<(), &str>(())
/// ```
pub fn period(first: Month, last: Month) -> String {
    if first == last {
        return first.name();
    }
    if first.year == last.year {
        return format!("{} to {}", first.word(), last.name());
    }
    format!("{} to {}", first.name(), last.name())
}
