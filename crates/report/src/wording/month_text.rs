//! Months of the calendar as people type them.

use groundwork_model::calendar::YearMonth;

use super::{dates::MONTH_WORDS, units::is_letter};

/// Shortest beginning of a month's name that is read as that month.
const SHORTEST_NAME: usize = 3;

/// Characters of typed text that a message repeats.
const QUOTED_CHARS: usize = 40;

/// Why a text was not read as a month.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum MonthError {
    /// Nothing that names a month and a year.
    #[error(
        "“{text}” is not a month; type its name and the year, such as January 2027, or 2027-01"
    )]
    NotAMonth {
        /// What was typed, shortened to 40 characters.
        text: String,
    },
    /// A month without its year.
    #[error("“{text}” has no year; type the month with it, such as January 2027")]
    NoYear {
        /// What was typed, shortened to 40 characters.
        text: String,
    },
    /// A year without its month.
    #[error("“{text}” is a year; type a month of it, such as January {text}")]
    NoMonth {
        /// The year as typed.
        text: String,
    },
    /// A number that no month has.
    #[error("“{text}” has no such month; months go from 1 to 12")]
    NoSuchMonth {
        /// What was typed, shortened to 40 characters.
        text: String,
    },
    /// A year the calendar of a case does not have.
    #[error("“{text}” is outside the years a case can have, 1970 to 2200")]
    OutOfRange {
        /// What was typed, shortened to 40 characters.
        text: String,
    },
}

/// Reads a month of the calendar: "2027-01", "January 2027", "Jan 2027", "1/2027", "01.2027".
///
/// Years have four digits, so month and year are never mistaken for each other and may stand in any
/// order.
///
/// # Errors
///
/// See [`MonthError`]; its text is a sentence for the person who typed.
///
/// # Example
///
/// ```
/// use groundwork_report::wording::{month_name, parse_month};
///
/// assert_eq!(month_name(parse_month("1/2027")?), "January 2027");
/// assert_eq!(month_name(parse_month("sept. 2027")?), "September 2027");
/// # Ok::<(), groundwork_report::wording::MonthError>(())
/// ```
pub fn parse_month(text: &str) -> Result<YearMonth, MonthError> {
    let shown = || text.trim().chars().take(QUOTED_CHARS).collect::<String>();
    let not_a_month = || MonthError::NotAMonth { text: shown() };
    let is_between = |c: char| c.is_whitespace() || matches!(c, '-' | '–' | '/' | '.' | ',' | '_');
    let mut pieces = text.split(is_between).filter(|piece| !piece.is_empty());
    let (first, second) = match (pieces.next(), pieces.next(), pieces.next()) {
        (Some(first), Some(second), None) => (first, second),
        (Some(only), None, None) if year_of(only).is_some() => {
            return Err(MonthError::NoMonth { text: shown() });
        }
        (Some(only), None, None) if named(only).is_some() => {
            return Err(MonthError::NoYear { text: shown() });
        }
        _ => return Err(not_a_month()),
    };
    let (year, month) = match (year_of(first), year_of(second)) {
        (Some(year), None) => (year, second),
        (None, Some(year)) => (year, first),
        (None, None) if named(first).is_some() => return Err(MonthError::NoYear { text: shown() }),
        _ => return Err(not_a_month()),
    };
    let month = named(month).or_else(|| numbered(month)).ok_or_else(not_a_month)?;
    if !(1..=12).contains(&month) {
        return Err(MonthError::NoSuchMonth { text: shown() });
    }
    YearMonth::new(year, month).map_err(|_| MonthError::OutOfRange { text: shown() })
}

/// A year: four digits.
fn year_of(text: &str) -> Option<u32> {
    (text.len() == 4).then(|| numbered_of(text, 4)).flatten()
}

/// The number of a month: one or two digits.
fn numbered(text: &str) -> Option<u32> {
    numbered_of(text, 2)
}

fn numbered_of(text: &str, most: usize) -> Option<u32> {
    let is_number = text.len() <= most && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().ok()).flatten()
}

/// The number of a month called by its name or the beginning of it.
fn named(text: &str) -> Option<u32> {
    if text.len() < SHORTEST_NAME || !text.chars().all(is_letter) {
        return None;
    }
    let is_called = |name: &str| {
        name.get(..text.len()).is_some_and(|beginning| beginning.eq_ignore_ascii_case(text))
    };
    let at = MONTH_WORDS.iter().position(|name| is_called(name))?;
    u32::try_from(at + 1).ok()
}
