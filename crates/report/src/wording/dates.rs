//! Calendar months in words. Text is in American English, so years keep Latin digits.

use groundwork_model::calendar::YearMonth;

/// Names of the months, January first.
pub(super) const MONTH_WORDS: [&str; 12] = [
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

/// The month in full: "December 2026".
pub fn month_name(month: YearMonth) -> String {
    format!("{} {}", month_word(month), month.year())
}

/// The month in short: "Dec 2026".
pub fn month_short(month: YearMonth) -> String {
    format!("{} {}", &month_word(month)[..3], month.year())
}

/// The name without the year: "December".
pub fn month_word(month: YearMonth) -> &'static str {
    // The month of a year is 1 to 12.
    MONTH_WORDS[(month.month() as usize - 1) % MONTH_WORDS.len()]
}

/// A stretch of months in words; the year is said once when it is the same.
///
/// ```
/// use groundwork_report::wording::period;
///
/// assert_eq!(period("2026-04".parse()?, "2026-06".parse()?), "April to June 2026");
/// assert_eq!(period("2026-11".parse()?, "2027-01".parse()?), "November 2026 to January 2027");
/// assert_eq!(period("2026-04".parse()?, "2026-04".parse()?), "April 2026");
/// # Ok::<(), groundwork_model::calendar::YearMonthError>(())
/// ```
pub fn period(first: YearMonth, last: YearMonth) -> String {
    if first == last {
        return month_name(first);
    }
    if first.year() == last.year() {
        return format!("{} to {}", month_word(first), month_name(last));
    }
    format!("{} to {}", month_name(first), month_name(last))
}
