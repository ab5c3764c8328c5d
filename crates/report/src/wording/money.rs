//! Amounts of money: rounded for prose, exact for tables.

use super::{
    decimal::Decimal,
    neighbors::Shown,
    numerals::{UNKNOWN, signed},
    style::NumberStyle,
};

/// Letters for large amounts and their powers of ten, smallest first.
pub(super) const UNITS: [(&str, i32); 5] = [("", 0), ("k", 3), ("M", 6), ("B", 9), ("T", 12)];

impl NumberStyle {
    /// `amount` as prose rounds it: k, M, B and T; one decimal below ten of them, else none.
    ///
    /// Below 1,000 it is whole, except that amounts below ten keep their cents if there are any.
    /// Halves round away from zero. Nothing larger than T exists, so amounts beyond are grouped
    /// ("$1,200T").
    ///
    /// ```
    /// use groundwork_report::wording::NumberStyle;
    ///
    /// let style = NumberStyle::default();
    /// assert_eq!(style.short_money(2_000_000.0), "$2.0M");
    /// assert_eq!(style.short_money(339_400.0), "$339k");
    /// assert_eq!(style.short_money(999_600.0), "$1.0M");
    /// assert_eq!(style.short_money(-7_692.31), "−$7.7k");
    /// assert_eq!(style.short_money(7.5), "$7.50");
    /// ```
    pub fn short_money(&self, amount: f64) -> String {
        self.shown_money(amount, 0).text
    }

    /// `amount` in full, with cents only when there are any.
    ///
    /// ```
    /// use groundwork_report::wording::NumberStyle;
    ///
    /// let style = NumberStyle::default();
    /// assert_eq!(style.exact_money(2_000_000.0), "$2,000,000");
    /// assert_eq!(style.exact_money(7_692.307), "$7,692.31");
    /// ```
    pub fn exact_money(&self, amount: f64) -> String {
        let Some(decimal) = Decimal::seen(amount) else {
            return UNKNOWN.to_owned();
        };
        let decimal = decimal.rounded(i32::from(self.currency.minor_digits));
        self.money(&decimal, self.cents_of(&decimal), "")
    }

    /// `amount` in full, as briefly as people type it: "$2M", "$1.5M", "$7,250".
    pub(super) fn brief_money(&self, amount: f64) -> String {
        let Some(exact) = Decimal::seen(amount) else {
            return UNKNOWN.to_owned();
        };
        let is_brief = |power: i32| {
            let scaled = exact.clone().shifted(-power);
            scaled.integer_digits() > 0 && scaled.decimals() <= 1
        };
        let unit = UNITS.iter().rev().find(|(_, power)| *power > 0 && is_brief(*power));
        match unit {
            Some((letter, power)) => {
                let scaled = exact.shifted(-power);
                self.money(&scaled, scaled.decimals(), letter)
            }
            None => self.exact_money(amount),
        }
    }

    /// [`Self::short_money`] with `extra` more digits, and what a reader takes from it.
    pub(super) fn shown_money(&self, amount: f64, extra: u8) -> Shown {
        let Some(exact) = Decimal::seen(amount) else {
            return Shown::unknown();
        };
        let mut larger = UNITS.iter().skip(1);
        let mut unit = &UNITS[0];
        loop {
            let (letter, power) = *unit;
            let (rounded, decimals) = self.short_of(&exact.clone().shifted(-power), power, extra);
            // Rounding may have carried into the next unit: 999.6k reads 1.0M.
            if rounded.integer_digits() > 3
                && let Some(next) = larger.next()
            {
                unit = next;
                continue;
            }
            let text = self.money(&rounded, decimals, letter);
            let last_place = i32::try_from(decimals).unwrap_or(0) - power;
            return Shown { text, value: rounded.shifted(power).to_f64(), decimals: last_place };
        }
    }

    /// `scaled` rounded for prose, and the decimals it is shown with.
    fn short_of(&self, scaled: &Decimal, power: i32, extra: u8) -> (Decimal, usize) {
        if power == 0 {
            return self.small_amount(scaled, extra);
        }
        let with_decimal = scaled.clone().rounded(1 + i32::from(extra));
        if with_decimal.integer_digits() <= 1 {
            return (with_decimal, 1 + usize::from(extra));
        }
        (scaled.clone().rounded(i32::from(extra)), usize::from(extra))
    }

    /// An amount below 1,000: whole, or to the cent when it is below ten or has to be told apart.
    fn small_amount(&self, amount: &Decimal, extra: u8) -> (Decimal, usize) {
        let cents = self.currency.minor_digits;
        if extra == 0 {
            let decimals = if amount.integer_digits() <= 1 { cents } else { 0 };
            let rounded = amount.clone().rounded(i32::from(decimals));
            let shown = self.cents_of(&rounded);
            return (rounded, shown);
        }
        let decimals = cents.saturating_sub(1).saturating_add(extra);
        let rounded = amount.clone().rounded(i32::from(decimals));
        let shown = if rounded.is_zero() { 0 } else { usize::from(decimals) };
        (rounded, shown)
    }

    /// Decimals of an amount in whole coins: none, or those of the smallest coin.
    fn cents_of(&self, decimal: &Decimal) -> usize {
        if decimal.decimals() == 0 { 0 } else { usize::from(self.currency.minor_digits) }
    }

    /// An amount with sign, currency and the letter of its unit.
    pub(super) fn money(&self, decimal: &Decimal, decimals: usize, letter: &str) -> String {
        let number = self.numeral(decimal, decimals) + letter;
        signed(decimal, self.currency.sign.attached_to(&number))
    }
}
