//! Texts along an axis: exact and short, because a reader measures with them.

use super::{decimal::Decimal, money::UNITS, numerals::UNKNOWN, style::NumberStyle};

impl NumberStyle {
    /// An amount that marks a place on a scale: every digit it has, no zeros at its end, and zero
    /// without a currency.
    ///
    /// ```
    /// use groundwork_report::wording::NumberStyle;
    ///
    /// let style = NumberStyle::default();
    /// assert_eq!(style.scale_money(200_000.0), "$200k");
    /// assert_eq!(style.scale_money(-12_500_000.0), "−$12.5M");
    /// assert_eq!(style.scale_money(0.0), "0");
    /// ```
    pub fn scale_money(&self, amount: f64) -> String {
        let Some(exact) = Decimal::seen(amount) else {
            return UNKNOWN.to_owned();
        };
        if exact.is_zero() {
            return self.numeral(&exact, 0);
        }
        let (mut letter, mut scaled) = ("", exact.clone());
        for (larger, power) in UNITS.iter().skip(1) {
            if scaled.integer_digits() > 3 {
                (letter, scaled) = (larger, exact.clone().shifted(-power));
            }
        }
        let cents = if letter.is_empty() && scaled.decimals() > 0 {
            scaled.decimals().max(usize::from(self.currency.minor_digits))
        } else {
            scaled.decimals()
        };
        self.money(&scaled, cents, letter)
    }

    /// A share that marks a place on a scale, in percent with every digit it has.
    ///
    /// ```
    /// use groundwork_report::wording::NumberStyle;
    ///
    /// let style = NumberStyle::default();
    /// assert_eq!(style.scale_percent(0.7), "70%");
    /// assert_eq!(style.scale_percent(0.725), "72.5%");
    /// ```
    pub fn scale_percent(&self, share: f64) -> String {
        let Some(decimal) = Decimal::seen(share).map(|decimal| decimal.shifted(2)) else {
            return UNKNOWN.to_owned();
        };
        self.percent_text(&decimal, decimal.decimals())
    }
}
