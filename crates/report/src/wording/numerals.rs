//! Plain numbers in the digits and separators of a style.

use super::{
    decimal::Decimal,
    style::{Grouping, NumberStyle},
};

/// What stands for a figure that is infinite or not a number. Such figures are caught before they
/// reach a text; this word only keeps formatting total.
pub(super) const UNKNOWN: &str = "unknown";

/// In front of everything negative: U+2212, as wide as a plus sign.
pub(super) const MINUS: char = '\u{2212}';

impl NumberStyle {
    /// `value` in groups, with at most `max_decimals` decimals and no zeros at their end.
    ///
    /// ```
    /// use groundwork_report::wording::NumberStyle;
    ///
    /// let style = NumberStyle::default();
    /// assert_eq!(style.number(12_345.0, 1), "12,345");
    /// assert_eq!(style.number(-1.25, 1), "−1.3");
    /// ```
    pub fn number(&self, value: f64, max_decimals: u8) -> String {
        let Some(decimal) = Decimal::seen(value) else {
            return UNKNOWN.to_owned();
        };
        let decimal = decimal.rounded(i32::from(max_decimals));
        signed(&decimal, self.numeral(&decimal, decimal.decimals()))
    }

    /// The absolute value of `decimal` with exactly so many decimals.
    pub(super) fn numeral(&self, decimal: &Decimal, decimals: usize) -> String {
        let (whole, fraction) = decimal.places(decimals);
        let mut text = String::new();
        let count = whole.len();
        for (at, digit) in whole.bytes().enumerate() {
            if at > 0 && self.separates(count, count - at) {
                text.push(self.group);
            }
            text.push(self.digit(digit));
        }
        if !fraction.is_empty() {
            text.push(self.decimal);
            text.extend(fraction.bytes().map(|digit| self.digit(digit)));
        }
        text
    }

    /// Whether a separator stands before the last `remaining` of `count` digits.
    fn separates(&self, count: usize, remaining: usize) -> bool {
        if count < 3 + usize::from(self.minimum_grouping) {
            return false;
        }
        match self.grouping {
            Grouping::Thousands => remaining.is_multiple_of(3),
            Grouping::Lakhs => remaining == 3 || (remaining > 3 && !remaining.is_multiple_of(2)),
            Grouping::Off => false,
        }
    }

    /// The style's digit for an ASCII one.
    fn digit(&self, ascii: u8) -> char {
        self.digits[usize::from(ascii.wrapping_sub(b'0') % 10)]
    }
}

/// Puts the minus in front of everything when `decimal` is negative.
pub(super) fn signed(decimal: &Decimal, body: String) -> String {
    if decimal.is_negative() { format!("{MINUS}{body}") } else { body }
}
