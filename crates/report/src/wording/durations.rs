//! Lengths of time and counted things.

use super::{
    decimal::Decimal,
    numerals::{UNKNOWN, signed},
    share::is_one,
    style::NumberStyle,
};

impl NumberStyle {
    /// A count with its noun, with at most one decimal; the singular stands with exactly one.
    ///
    /// ```
    /// use groundwork_report::wording::NumberStyle;
    ///
    /// let style = NumberStyle::default();
    /// assert_eq!(style.counted(1.0, "incident", "incidents"), "1 incident");
    /// assert_eq!(style.counted(1_200.0, "incident", "incidents"), "1,200 incidents");
    /// ```
    pub fn counted(&self, count: f64, one: &str, many: &str) -> String {
        let Some(decimal) = Decimal::seen(count) else {
            return UNKNOWN.to_owned();
        };
        let decimal = decimal.rounded(1);
        let noun = if is_one(&decimal) { one } else { many };
        let number = signed(&decimal, self.numeral(&decimal, decimal.decimals()));
        format!("{number} {noun}")
    }

    /// A length of time in months: "12 months", "1 month", "12.2 months".
    ///
    /// ```
    /// use groundwork_report::wording::NumberStyle;
    ///
    /// assert_eq!(NumberStyle::default().months(12.24), "12.2 months");
    /// ```
    pub fn months(&self, months: f64) -> String {
        self.counted(months, "month", "months")
    }

    /// A length of time in weeks: "6 weeks", "1 week".
    pub fn weeks(&self, weeks: f64) -> String {
        self.counted(weeks, "week", "weeks")
    }

    /// A whole number of months in years and months, for lengths beyond a year.
    ///
    /// ```
    /// use groundwork_report::wording::NumberStyle;
    ///
    /// let style = NumberStyle::default();
    /// assert_eq!(style.years_and_months(8), "8 months");
    /// assert_eq!(style.years_and_months(14), "1 year and 2 months");
    /// assert_eq!(style.years_and_months(24), "2 years");
    /// ```
    pub fn years_and_months(&self, months: u32) -> String {
        let (years, rest) = (months / 12, months % 12);
        let years_text = self.counted(f64::from(years), "year", "years");
        let rest_text = self.months(f64::from(rest));
        match (years, rest) {
            (0, _) => rest_text,
            (_, 0) => years_text,
            _ => format!("{years_text} and {rest_text}"),
        }
    }
}

/// The noun that goes with a count: `one` for exactly one, else `many`.
///
/// ```
/// use groundwork_report::wording::plural;
///
/// assert_eq!(plural(1, "month", "months"), "month");
/// assert_eq!(plural(0, "month", "months"), "months");
/// ```
pub fn plural<'a>(count: u64, one: &'a str, many: &'a str) -> &'a str {
    if count == 1 { one } else { many }
}
