//! Shares as percent and as points. A share is a fraction: `0.7` reads "70%".

use super::{
    decimal::Decimal,
    neighbors::Shown,
    numerals::{UNKNOWN, signed},
    style::NumberStyle,
};

impl NumberStyle {
    /// `share` as percent without decimals; below ten percent with one where it matters, and with one
    /// where the share has exactly one, as nobody who typed 82.5% wants to read 83%.
    ///
    /// ```
    /// use groundwork_report::wording::NumberStyle;
    ///
    /// let style = NumberStyle::default();
    /// assert_eq!(style.percent(0.7), "70%");
    /// assert_eq!(style.percent(0.085), "8.5%");
    /// assert_eq!(style.percent(0.05), "5%");
    /// assert_eq!([style.percent(0.825), style.percent(0.8251)], ["82.5%", "83%"]);
    /// assert_eq!(NumberStyle::for_locale("de-DE", "EUR").percent(0.7), "70\u{a0}%");
    /// ```
    pub fn percent(&self, share: f64) -> String {
        self.shown_percent(share, 0).text
    }

    /// `share` as percent with exactly so many decimals.
    ///
    /// ```
    /// use groundwork_report::wording::NumberStyle;
    ///
    /// assert_eq!(NumberStyle::default().percent_with(2.0 / 7.0, 2), "28.57%");
    /// ```
    pub fn percent_with(&self, share: f64, decimals: u8) -> String {
        let Some(decimal) = percent_of(share) else {
            return UNKNOWN.to_owned();
        };
        self.percent_text(&decimal.rounded(i32::from(decimals)), usize::from(decimals))
    }

    /// `share` rounded to whole percent, for a figure that is entered as it is read.
    ///
    /// ```
    /// use groundwork_report::wording::NumberStyle;
    ///
    /// assert_eq!(NumberStyle::whole_percent(0.775), 0.78);
    /// ```
    pub fn whole_percent(share: f64) -> f64 {
        percent_of(share).map_or(share, |percent| percent.rounded(0).shifted(-2).to_f64())
    }

    /// `share` in whole percent as a number, where a slider stands.
    ///
    /// ```
    /// use groundwork_report::wording::NumberStyle;
    ///
    /// assert_eq!(NumberStyle::percent_number(0.5649), 56.0);
    /// ```
    pub fn percent_number(share: f64) -> f64 {
        percent_of(share).map_or(0.0, |percent| percent.rounded(0).to_f64())
    }

    /// A difference of two shares in percentage points, rounded like [`Self::percent`].
    ///
    /// ```
    /// use groundwork_report::wording::NumberStyle;
    ///
    /// let style = NumberStyle::default();
    /// assert_eq!(style.points(0.9 - 0.7), "20 points");
    /// assert_eq!(style.points(0.01), "1 point");
    /// assert_eq!(style.points(0.9 - 0.725), "17.5 points");
    /// ```
    pub fn points(&self, share: f64) -> String {
        let Some(decimal) = percent_of(share) else {
            return UNKNOWN.to_owned();
        };
        let (rounded, decimals) = rounded_percent(&decimal, 0);
        let noun = if is_one(&rounded) { "point" } else { "points" };
        let number = signed(&rounded, self.numeral(&rounded, decimals));
        format!("{number} {noun}")
    }

    /// [`Self::percent`] with `extra` more digits, and what a reader takes from it.
    pub(super) fn shown_percent(&self, share: f64, extra: u8) -> Shown {
        let Some(exact) = percent_of(share) else {
            return Shown::unknown();
        };
        let (rounded, decimals) = rounded_percent(&exact, extra);
        let text = self.percent_text(&rounded, decimals);
        let last_place = i32::try_from(decimals).unwrap_or(0) + 2;
        Shown { text, value: rounded.shifted(-2).to_f64(), decimals: last_place }
    }

    /// A figure in percent with its sign.
    pub(super) fn percent_text(&self, percent: &Decimal, decimals: usize) -> String {
        signed(percent, self.percent.attached_to(&self.numeral(percent, decimals)))
    }
}

/// Whether the figure shown is one, so that its noun stands in the singular.
pub(super) fn is_one(shown: &Decimal) -> bool {
    shown.integer_digits() == 1 && shown.decimals() == 0 && shown.places(0).0 == "1"
}

fn percent_of(share: f64) -> Option<Decimal> {
    Decimal::seen(share).map(|decimal| decimal.shifted(2))
}

/// Percent rounded for prose, and the decimals it is shown with.
fn rounded_percent(percent: &Decimal, extra: u8) -> (Decimal, usize) {
    let finer = percent.clone().rounded(1 + i32::from(extra));
    let is_below_ten = finer.integer_digits() <= 1;
    let has_one = percent.decimals() == 1;
    let decimals = if is_below_ten { 1 + extra } else { extra.max(u8::from(has_one)) };
    let rounded = if is_below_ten { finer } else { percent.clone().rounded(i32::from(decimals)) };
    let shown = if extra == 0 || rounded.is_zero() { rounded.decimals() } else { decimals.into() };
    (rounded, shown)
}
