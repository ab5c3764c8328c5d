//! A style read from the browser's `Intl`, whose answers arrive here as plain text.

use super::style::{Currency, Grouping, NumberStyle, Placement, Sign, without_direction_marks};

/// One element of what `formatToParts` returns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IntlPart<'a> {
    /// Its `type`: `integer`, `group`, `decimal`, `currency`, `percentSign`, `literal`, …
    pub kind: &'a str,
    /// Its `value`.
    pub value: &'a str,
}

/// What `Intl.NumberFormat(tag, …)` says about four numbers; enough to know a style.
#[derive(Clone, Copy, Debug)]
pub struct IntlParts<'a> {
    /// ISO 4217 code of the currency asked for.
    pub code: &'a str,
    /// `resolvedOptions().maximumFractionDigits` of the currency format.
    pub minor_digits: u8,
    /// `formatToParts(1234567.5)` without options.
    pub number: &'a [IntlPart<'a>],
    /// `formatToParts(1234)` without options.
    pub thousand: &'a [IntlPart<'a>],
    /// `formatToParts(12)` with `{ style: "currency", currency: code }`.
    pub money: &'a [IntlPart<'a>],
    /// `formatToParts(0.5)` with `{ style: "percent" }`.
    pub percent: &'a [IntlPart<'a>],
    /// `format(9876543210)` with `{ useGrouping: false }`: every digit once, nine first.
    pub digits: &'a str,
}

impl NumberStyle {
    /// The style that `Intl` describes; none when its answers are not understood, so that the
    /// caller can fall back to [`NumberStyle::for_locale`].
    pub fn from_intl(parts: &IntlParts<'_>) -> Option<Self> {
        let mut digits: Vec<char> = without_direction_marks(parts.digits).chars().collect();
        digits.reverse();
        let decimal = single(parts.number, "decimal")?;
        let group = single(parts.number, "group");
        let is_thousand_grouped = single(parts.thousand, "group").is_some();
        let sign = sign_of(parts.money, "currency")?;
        Some(Self {
            decimal,
            group: group.unwrap_or(if decimal == ',' { '.' } else { ',' }),
            grouping: if group.is_some() { grouping_of(parts.number) } else { Grouping::Off },
            minimum_grouping: if is_thousand_grouped { 1 } else { 2 },
            digits: digits.try_into().ok()?,
            percent: sign_of(parts.percent, "percentSign")?,
            currency: Currency {
                code: parts.code.to_owned(),
                sign,
                minor_digits: parts.minor_digits,
            },
        })
    }
}

/// The one visible character of the first part of that kind.
fn single(parts: &[IntlPart<'_>], kind: &str) -> Option<char> {
    let part = parts.iter().find(|part| part.kind == kind)?;
    without_direction_marks(part.value).chars().next()
}

/// Groups of two digits after the first group mean Indian grouping.
fn grouping_of(number: &[IntlPart<'_>]) -> Grouping {
    let groups = number.iter().filter(|part| part.kind == "integer");
    let sizes: Vec<usize> = groups.map(|part| part.value.chars().count()).collect();
    if sizes.len() > 1 && sizes[1] == 2 { Grouping::Lakhs } else { Grouping::Thousands }
}

/// The sign of that kind, its side of the number and what stands between them.
fn sign_of(parts: &[IntlPart<'_>], kind: &str) -> Option<Sign> {
    let at = parts.iter().position(|part| part.kind == kind)?;
    let number = parts.iter().position(|part| part.kind == "integer")?;
    let (placement, between) = if at < number {
        (Placement::Before, &parts[at + 1..number])
    } else {
        (Placement::After, &parts[number + 1..at])
    };
    let literals = between.iter().filter(|part| part.kind == "literal");
    let gap: String = literals.map(|part| part.value).collect();
    let sign = Sign::new(parts[at].value, placement, &gap);
    (!sign.text.is_empty()).then_some(sign)
}
