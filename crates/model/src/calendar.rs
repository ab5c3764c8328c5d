//! Months of the calendar, and the table of calendar years where all periods meet.

use std::{fmt, str::FromStr};

use crate::{timeline::Timeline, units::Money};

/// A month of the Gregorian calendar between January 1970 and December 2200.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct YearMonth {
    /// Months since January of year 0.
    index: u32,
}

/// A text or a pair of numbers that is no month of the calendar this project knows.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("\"{text}\" is not a month from 1970-01 to 2200-12, written as YYYY-MM")]
pub struct YearMonthError {
    /// What was given.
    pub text: String,
}

impl YearMonth {
    /// A month from its year (1970 to 2200) and its number (1 to 12).
    ///
    /// # Errors
    ///
    /// [`YearMonthError`] outside those ranges.
    pub fn new(year: u32, month: u32) -> Result<Self, YearMonthError> {
        if (1970..=2200).contains(&year) && (1..=12).contains(&month) {
            Ok(Self { index: year * 12 + month - 1 })
        } else {
            Err(YearMonthError { text: format!("{year:04}-{month:02}") })
        }
    }

    /// Year, as in 2026.
    pub fn year(self) -> u32 {
        self.index / 12
    }

    /// Number of the month, 1 to 12.
    pub fn month(self) -> u32 {
        self.index % 12 + 1
    }

    /// The month of the case `number` that is counted from 1, where `self` is month 1.
    ///
    /// Results may lie after 2200, where a long case begins late.
    #[must_use]
    pub fn case_month(self, number: u32) -> Self {
        Self { index: self.index + number.max(1) - 1 }
    }
}

impl FromStr for YearMonth {
    type Err = YearMonthError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let error = || YearMonthError { text: text.to_owned() };
        let (year, month) = text.split_once('-').ok_or_else(error)?;
        let number = |digits: &str, length: usize| {
            let is_plain = digits.len() == length && digits.bytes().all(|b| b.is_ascii_digit());
            is_plain.then(|| digits.parse().ok()).flatten().ok_or_else(error)
        };
        Self::new(number(year, 4)?, number(month, 2)?).map_err(|_| error())
    }
}

/// The month as the case file writes it, such as `2026-01`.
impl fmt::Display for YearMonth {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}-{:02}", self.year(), self.month())
    }
}

/// Sums of the timeline over the months of one calendar year.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct CalendarYear {
    /// The year, as in 2026.
    pub year: u32,
    /// How many of its months lie within the horizon, 1 to 12.
    pub months: u32,
    /// Efficiency gain.
    pub gain: Money,
    /// Other benefits.
    pub other_benefits: Money,
    /// Investment spent.
    pub spend: Money,
    /// Upkeep of what was built.
    pub upkeep: Money,
    /// Other costs.
    pub costs: Money,
    /// Benefits less everything spent.
    pub net: Money,
    /// Product work delivered compared with carrying on.
    pub delivered_difference: Money,
    /// Product the work and its upkeep keep people from.
    pub displaced: Money,
}

/// The timeline by calendar year; month 1 falls in `start`.
pub fn calendar_years(timeline: &Timeline, start: YearMonth) -> Vec<CalendarYear> {
    let mut years: Vec<CalendarYear> = Vec::new();
    for month in timeline.months() {
        let year = start.case_month(month.month).year();
        if years.last().is_none_or(|last| last.year != year) {
            years.push(CalendarYear { year, ..CalendarYear::default() });
        }
        if let Some(sums) = years.last_mut() {
            sums.months += 1;
            sums.gain += month.gain;
            sums.other_benefits += month.other_benefits;
            sums.spend += month.spend;
            sums.upkeep += month.upkeep;
            sums.costs += month.costs;
            sums.net += month.net;
            sums.delivered_difference += month.delivered_difference;
            sums.displaced += month.displaced;
        }
    }
    years
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_read_and_written_alike() {
        for text in ["1970-01", "2026-01", "2026-12", "2200-12"] {
            assert_eq!(text.parse::<YearMonth>().map(|month| month.to_string()), Ok(text.into()));
        }
    }

    #[test]
    fn what_is_no_month_is_refused_with_the_text_given() {
        for text in ["", "2026", "2026-13", "2026-00", "1969-12", "2201-01", "26-1", "+026-01"] {
            assert_eq!(text.parse::<YearMonth>(), Err(YearMonthError { text: text.into() }));
        }
    }

    #[test]
    fn month_one_is_the_start_and_month_thirteen_a_year_later() {
        let start = YearMonth::new(2026, 11).unwrap();
        assert_eq!(start.case_month(1), start);
        assert_eq!(start.case_month(3).to_string(), "2027-01");
        assert_eq!(start.case_month(13).to_string(), "2027-11");
    }
}
