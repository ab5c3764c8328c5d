//! The text a field is given when it is left: full precision, and read back as the same figure.

use super::{
    decimal::Decimal,
    numerals::{UNKNOWN, signed},
    parse::Kind,
    range::middle,
    style::NumberStyle,
};

/// Between low and high when the likely value is their middle.
const TO: &str = " to ";

/// Between low, likely and high.
const DOTS: &str = " .. ";

/// Digits before the point, or zeros after it, beyond which a power of ten is easier to read.
const MOST_PLACES: i32 = 21;

impl NumberStyle {
    /// A figure of that kind in full precision: [`parse`](super::parse) reads it back as the same
    /// number. Very large and very small figures are written with a power of ten ("1.5e30").
    ///
    /// ```
    /// use groundwork_report::wording::{Kind, NumberStyle};
    ///
    /// let style = NumberStyle::default();
    /// assert_eq!(style.editable(2_000_000.0, Kind::Money), "$2,000,000");
    /// assert_eq!(style.editable(0.7, Kind::Share), "70%");
    /// ```
    pub fn editable(&self, value: f64, kind: Kind) -> String {
        match kind {
            Kind::Money => self.editable_money(value),
            Kind::Share => self.editable_percent(value),
            Kind::Number | Kind::Whole => self.editable_number(value),
        }
    }

    /// A figure of that kind as briefly as people type it, for examples.
    ///
    /// ```
    /// use groundwork_report::wording::{Kind, NumberStyle};
    ///
    /// let style = NumberStyle::default();
    /// assert_eq!(style.brief(2_000_000.0, Kind::Money), "$2M");
    /// assert_eq!(style.brief(0.7, Kind::Share), "70%");
    /// ```
    pub fn brief(&self, value: f64, kind: Kind) -> String {
        match kind {
            Kind::Money => self.brief_money(value),
            _ => self.editable(value, kind),
        }
    }

    /// An amount in full precision: "$2,000,000", "$7,692.50".
    pub fn editable_money(&self, amount: f64) -> String {
        let Some(decimal) = Decimal::exact(amount) else {
            return UNKNOWN.to_owned();
        };
        let cents = usize::from(self.currency.minor_digits);
        let number = self.in_full(&decimal, cents);
        signed(&decimal, self.currency.sign.attached_to(&number))
    }

    /// A share in full precision as percent: "70%", "28.57%".
    pub fn editable_percent(&self, share: f64) -> String {
        let Some(decimal) = Decimal::exact(share) else {
            return UNKNOWN.to_owned();
        };
        let decimal = decimal.shifted(2);
        signed(&decimal, self.percent.attached_to(&self.in_full(&decimal, 0)))
    }

    /// A plain number in full precision: "1,234.5".
    pub fn editable_number(&self, value: f64) -> String {
        let Some(decimal) = Decimal::exact(value) else {
            return UNKNOWN.to_owned();
        };
        signed(&decimal, self.in_full(&decimal, 0))
    }

    /// A range in full precision: low and high where the likely value is their middle, otherwise
    /// all three.
    ///
    /// ```
    /// use groundwork_report::wording::{Kind, NumberStyle};
    ///
    /// let style = NumberStyle::default();
    /// assert_eq!(style.editable_range(0.8, 0.875, 0.95, Kind::Share), "80% to 95%");
    /// assert_eq!(style.editable_range(0.8, 0.9, 0.95, Kind::Share), "80% .. 90% .. 95%");
    /// ```
    pub fn editable_range(&self, low: f64, likely: f64, high: f64, kind: Kind) -> String {
        let (low_text, high_text) = (self.editable(low, kind), self.editable(high, kind));
        if middle(low, high, kind).to_bits() == likely.to_bits() {
            return low_text + TO + &high_text;
        }
        let likely_text = self.editable(likely, kind);
        [low_text, likely_text, high_text].join(DOTS)
    }

    /// What a range was understood as: "Understood as 80% to 95%, most likely 90%."
    pub(super) fn understood_range(&self, low: f64, likely: f64, high: f64, kind: Kind) -> String {
        let [low, likely, high] = [low, likely, high].map(|value| self.editable(value, kind));
        format!("Understood as {low} to {high}, most likely {likely}.")
    }

    /// The absolute value of `decimal`; if it has decimals, then at least `least` of them.
    fn in_full(&self, decimal: &Decimal, least: usize) -> String {
        let places = decimal.integer_digits();
        if !decimal.is_zero() && !(-MOST_PLACES..=MOST_PLACES).contains(&places) {
            let (mantissa, power) = decimal.scientific();
            return format!("{}e{power}", self.numeral(&mantissa, mantissa.decimals()));
        }
        let decimals = decimal.decimals();
        self.numeral(decimal, if decimals == 0 { 0 } else { decimals.max(least) })
    }
}
