//! Figures that stand near each other: none contradicts its neighbor by rounding.

use super::{decimal::Decimal, numerals::UNKNOWN, style::NumberStyle};

/// Digits added at most before a figure that must be told from another is shown in full.
pub(super) const MOST_EXTRA: u8 = 18;

/// Digits added at most so that parts add up: more of them say less than a sum that is a little off.
const MOST_EXTRA_IN_SUMS: u8 = 1;

/// Relative gap up to which parts count as summing to their total, as everywhere in the model.
const SUM_TOLERANCE: f64 = 1e-9;

/// Parts and their total, rounded so that the parts a reader adds up give the total they read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartsAndTotal {
    /// The parts, in the order given.
    pub parts: Vec<String>,
    /// Their total.
    pub total: String,
    /// Whether they give it as they read; there are parts that no few digits bring to that.
    pub adds_up: bool,
}

/// A figure and the limit it is held against, rounded so that their order can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// The figure.
    pub value: String,
    /// The limit.
    pub limit: String,
}

/// A figure as shown: its text and what a reader takes from it.
pub(super) struct Shown {
    /// The text.
    pub(super) text: String,
    /// The figure the text stands for.
    pub(super) value: f64,
    /// Decimals of `value` down to the last digit shown; negative when that digit is a ten or more.
    pub(super) decimals: i32,
}

impl Shown {
    /// A figure that is infinite or not a number.
    pub(super) fn unknown() -> Self {
        Self { text: UNKNOWN.to_owned(), value: 0.0, decimals: 0 }
    }
}

impl NumberStyle {
    /// Amounts rounded as [`Self::short_money`], with more digits where two different ones would
    /// read the same. Amounts that agree in 14 digits are not different.
    ///
    /// ```
    /// use groundwork_report::wording::NumberStyle;
    ///
    /// let texts = NumberStyle::default().short_money_group(&[2_000_000.0, 2_040_000.0, 339_400.0]);
    /// assert_eq!(texts, ["$2.00M", "$2.04M", "$339k"]);
    /// ```
    pub fn short_money_group(&self, amounts: &[f64]) -> Vec<String> {
        told_apart(amounts, MOST_EXTRA + 1, &|amount, extra| self.money_step(amount, extra))
    }

    /// Amounts and their total rounded as [`Self::short_money`], with one more digit where the parts
    /// then add up to the total as it reads, or different parts no longer read the same.
    ///
    /// Where that digit does not do, or the parts do not sum to `total` at all, only parts that
    /// would read like a different one take it.
    ///
    /// ```
    /// use groundwork_report::wording::NumberStyle;
    ///
    /// let shown = NumberStyle::default().short_money_parts(&[1_440_000.0, 1_440_000.0], 2_880_000.0);
    /// assert_eq!(shown.parts, ["$1.44M", "$1.44M"]);
    /// assert_eq!(shown.total, "$2.88M");
    /// ```
    pub fn short_money_parts(&self, parts: &[f64], total: f64) -> PartsAndTotal {
        adding_up(parts, total, &|amount, extra| self.money_step(amount, extra))
    }

    /// An amount held against a limit: above never reads as equal or below, nor below as above.
    ///
    /// ```
    /// use groundwork_report::wording::NumberStyle;
    ///
    /// let shown = NumberStyle::default().short_money_against(200_400.0, 200_000.0);
    /// assert_eq!((shown.value.as_str(), shown.limit.as_str()), ("$200.4k", "$200k"));
    /// ```
    pub fn short_money_against(&self, amount: f64, limit: f64) -> Compared {
        in_order(amount, limit, &|amount, extra| self.money_step(amount, extra))
    }

    /// Shares rounded as [`Self::percent`], with more digits where two different ones would read
    /// the same.
    ///
    /// ```
    /// use groundwork_report::wording::NumberStyle;
    ///
    /// let texts = NumberStyle::default().percent_group(&[0.701, 0.704, 0.2]);
    /// assert_eq!(texts, ["70.1%", "70.4%", "20%"]);
    /// ```
    pub fn percent_group(&self, shares: &[f64]) -> Vec<String> {
        told_apart(shares, MOST_EXTRA + 1, &|share, extra| self.percent_step(share, extra))
    }

    /// Shares and their total rounded as [`Self::percent`], with one more digit where they then add
    /// up as they read.
    ///
    /// ```
    /// use groundwork_report::wording::NumberStyle;
    ///
    /// let shown = NumberStyle::default().percent_parts(&[0.345, 0.655], 1.0);
    /// assert_eq!(shown.parts, ["34.5%", "65.5%"]);
    /// assert_eq!(shown.total, "100%");
    /// ```
    pub fn percent_parts(&self, shares: &[f64], total: f64) -> PartsAndTotal {
        adding_up(shares, total, &|share, extra| self.percent_step(share, extra))
    }

    /// A share held against a limit: above never reads as equal or below, nor below as above.
    ///
    /// ```
    /// use groundwork_report::wording::NumberStyle;
    ///
    /// let shown = NumberStyle::default().percent_against(0.8504, 0.85);
    /// assert_eq!((shown.value.as_str(), shown.limit.as_str()), ("85.04%", "85%"));
    /// ```
    pub fn percent_against(&self, share: f64, limit: f64) -> Compared {
        in_order(share, limit, &|share, extra| self.percent_step(share, extra))
    }

    pub(super) fn money_step(&self, amount: f64, extra: u8) -> Shown {
        if extra > MOST_EXTRA {
            return in_full(self.editable_money(amount), amount);
        }
        self.shown_money(amount, extra)
    }

    pub(super) fn percent_step(&self, share: f64, extra: u8) -> Shown {
        if extra > MOST_EXTRA {
            return in_full(self.editable_percent(share), share);
        }
        self.shown_percent(share, extra)
    }
}

/// Shows a figure with so many more digits than usual.
pub(super) type Show<'a> = &'a dyn Fn(f64, u8) -> Shown;

fn in_full(text: String, value: f64) -> Shown {
    Shown { text, value, decimals: i32::MAX }
}

/// What a reader takes from a figure as shown.
pub(super) fn reads_as(shown: &Shown) -> Option<Decimal> {
    Decimal::seen(shown.value)
}

/// Gives every figure that reads like a different one more digits, up to `most`, until none does.
fn told_apart(values: &[f64], most: u8, show: Show<'_>) -> Vec<String> {
    let mut extras = vec![0; values.len()];
    loop {
        let shown: Vec<Shown> =
            values.iter().zip(&extras).map(|(&v, &extra)| show(v, extra)).collect();
        let clashing = clashes(values, &shown);
        let can_improve = |at: &usize| extras[*at] < most;
        let to_raise: Vec<usize> = clashing.into_iter().filter(can_improve).collect();
        if to_raise.is_empty() {
            return shown.into_iter().map(|shown| shown.text).collect();
        }
        for at in to_raise {
            extras[at] += 1;
        }
    }
}

/// Positions of figures that read like a different one.
fn clashes(values: &[f64], shown: &[Shown]) -> Vec<usize> {
    let seen: Vec<Option<Decimal>> = values.iter().map(|&value| Decimal::seen(value)).collect();
    let reads_alike = |a: usize, b: usize| reads_as(&shown[a]) == reads_as(&shown[b]);
    (0..values.len())
        .filter(|&a| (0..values.len()).any(|b| seen[a] != seen[b] && reads_alike(a, b)))
        .collect()
}

/// Gives all figures one more digit together where the parts then add up to the total as they read.
fn adding_up(parts: &[f64], total: f64, show: Show<'_>) -> PartsAndTotal {
    let size: f64 = parts.iter().map(|part| part.abs()).sum();
    let gap = parts.iter().sum::<f64>() - total;
    let does_sum = gap.abs() <= SUM_TOLERANCE * size;
    // Parts that add up are told apart where one more digit does both.
    for may_clash in [false, true] {
        for extra in 0..=MOST_EXTRA_IN_SUMS {
            let shown: Vec<Shown> = parts.iter().map(|&part| show(part, extra)).collect();
            let whole = round_or_with(total, extra, show);
            if does_sum
                && sum_reads(&shown, &whole)
                && (may_clash || clashes(parts, &shown).is_empty())
            {
                let parts = shown.into_iter().map(|shown| shown.text).collect();
                return PartsAndTotal { parts, total: whole.text, adds_up: true };
            }
        }
    }
    let parts = told_apart(parts, MOST_EXTRA_IN_SUMS, show);
    PartsAndTotal { parts, total: show(total, 0).text, adds_up: false }
}

/// A round total needs no more digits, 34.5% and 65.5% are 100%; any other gets as many as its parts.
pub(super) fn round_or_with(total: f64, extra: u8, show: Show<'_>) -> Shown {
    let usual = show(total, 0);
    if reads_as(&usual) == Decimal::seen(total) { usual } else { show(total, extra) }
}

/// Whether the parts as shown give the total as shown.
fn sum_reads(parts: &[Shown], total: &Shown) -> bool {
    let sum = parts.iter().map(|part| part.value).sum();
    Decimal::seen(sum).map(|sum| sum.rounded(total.decimals)) == reads_as(total)
}

/// Gives a figure, and the limit while it is itself rounded, more digits until their order shows.
fn in_order(value: f64, limit: f64, show: Show<'_>) -> Compared {
    let mut extra = 0;
    let mut limit_shown = show(limit, 0);
    loop {
        let shown = show(value, extra);
        let order = shown.value.partial_cmp(&limit_shown.value);
        let is_same = Decimal::seen(value) == Decimal::seen(limit);
        if is_same || order == value.partial_cmp(&limit) || extra > MOST_EXTRA {
            return Compared { value: shown.text, limit: limit_shown.text };
        }
        extra += 1;
        if reads_as(&limit_shown) != Decimal::seen(limit) {
            limit_shown = show(limit, extra);
        }
    }
}
