//! A limit that must not be missed, rounded to the side on which it is kept.

use super::{
    decimal::Decimal,
    neighbors::{Compared, MOST_EXTRA, Show, Shown, reads_as, round_or_with},
    style::NumberStyle,
};

/// On which side of a limit a value must lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// At the limit or above, so the limit is rounded up.
    AtLeast,
    /// At the limit or below, so the limit is rounded down.
    AtMost,
}

impl NumberStyle {
    /// A share that must be reached or kept, and the one held against it: who enters the limit as
    /// it reads keeps it, and the other share reads on the side it lies on.
    ///
    /// ```
    /// use groundwork_report::wording::{NumberStyle, Side};
    ///
    /// let shown = NumberStyle::default().percent_limit(0.8111, Side::AtLeast, 0.9);
    /// assert_eq!((shown.value.as_str(), shown.limit.as_str()), ("90%", "81.2%"));
    /// ```
    pub fn percent_limit(&self, limit: f64, side: Side, share: f64) -> Compared {
        held_against(limit, side, share, &|share, extra| self.percent_step(share, extra))
    }

    /// An amount that must be reached or kept, and the one held against it.
    ///
    /// ```
    /// use groundwork_report::wording::{NumberStyle, Side};
    ///
    /// let shown = NumberStyle::default().short_money_limit(552_448.98, Side::AtMost, 200_000.0);
    /// assert_eq!((shown.value.as_str(), shown.limit.as_str()), ("$200k", "$552.4k"));
    /// ```
    pub fn short_money_limit(&self, limit: f64, side: Side, amount: f64) -> Compared {
        held_against(limit, side, amount, &|amount, extra| self.money_step(amount, extra))
    }

    /// A number without a unit that must be reached or kept, and the one held against it.
    ///
    /// ```
    /// use groundwork_report::wording::{NumberStyle, Side};
    ///
    /// let shown = NumberStyle::default().number_limit(9.333, Side::AtMost, 12.0);
    /// assert_eq!((shown.value.as_str(), shown.limit.as_str()), ("12", "9.3"));
    /// ```
    pub fn number_limit(&self, limit: f64, side: Side, number: f64) -> Compared {
        held_against(limit, side, number, &|number, extra| self.number_step(number, extra))
    }

    fn number_step(&self, number: f64, extra: u8) -> Shown {
        let value = Decimal::seen(number).map_or(0.0, |it| it.rounded(extra.into()).to_f64());
        Shown { text: self.number(number, extra), value, decimals: extra.into() }
    }
}

fn held_against(limit: f64, side: Side, value: f64, show: Show<'_>) -> Compared {
    let is_kept = keeps(seen(value), side, seen(limit));
    let mut extra = 1;
    loop {
        let limit_shown = on_its_side(limit, side, extra, show);
        let value_shown = round_or_with(value, extra, show);
        let reads_kept = keeps(value_shown.value, side, limit_shown.value);
        if reads_kept == is_kept || extra > MOST_EXTRA {
            return Compared { value: value_shown.text, limit: limit_shown.text };
        }
        extra += 1;
    }
}

fn on_its_side(limit: f64, side: Side, extra: u8, show: Show<'_>) -> Shown {
    let mut shown = round_or_with(limit, extra, show);
    if reads_as(&shown) != Decimal::seen(limit) && !keeps(shown.value, side, seen(limit)) {
        let step = Decimal::exact(1.0).map_or(0.0, |one| one.shifted(-shown.decimals).to_f64());
        let beyond = match side {
            Side::AtLeast => shown.value + step,
            Side::AtMost => shown.value - step,
        };
        shown = show(beyond, extra);
    }
    // No zeros that say nothing: 90% instead of 90.0%.
    let usual = show(limit, 0);
    if reads_as(&usual) == reads_as(&shown) { usual } else { shown }
}

fn keeps(value: f64, side: Side, limit: f64) -> bool {
    match side {
        Side::AtLeast => value >= limit,
        Side::AtMost => value <= limit,
    }
}

/// The value without the dust of binary arithmetic.
fn seen(value: f64) -> f64 {
    Decimal::seen(value).map_or(value, |seen| seen.to_f64())
}
