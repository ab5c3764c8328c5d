//! Typed text read as a figure or a range.

use super::{
    listed,
    normalize::normalized,
    parse_error::ParseError,
    part::Part,
    range::{self, middle},
    reader::Reader,
    style::NumberStyle,
    tolerance,
};

/// Characters a field reads; longer text is refused unread.
pub const MAX_TYPED_CHARS: usize = 200;

/// Shares typed without `%` from 1 up to here could well be meant either way: 1.2 as 1.2% or 120%.
const MOST_DOUBTFUL_SHARE: f64 = 1.5;

/// Up to here, what a share typed without `%` was understood as is said.
const MOST_ECHOED_SHARE: f64 = 5.0;

/// What a field asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// An amount in the style's currency.
    Money,
    /// A fraction shown as percent: `0.7`, read and written as 70%.
    Share,
    /// A plain number.
    Number,
    /// A whole number, such as months.
    Whole,
}

/// A figure, or the range someone gave for it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Typed {
    /// One figure.
    One(f64),
    /// A range. Its order is not checked here; where two figures were typed, `likely` is their
    /// middle, rounded up to a whole number for [`Kind::Whole`].
    Range {
        /// The first figure.
        low: f64,
        /// The one in the middle.
        likely: f64,
        /// The last figure.
        high: f64,
    },
}

/// What was understood.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The figure or range; every number is finite. Shares are fractions.
    pub value: Typed,
    /// A sentence to show beside the field where the text could be read in another way, or says a
    /// range in a roundabout one: "Understood as 100%, not 1%."
    pub echo: Option<String>,
}

/// Reads `text` as a figure of that kind, written in `style` or in any other evident way.
///
/// Understands separators, spaces and digits of the style, ASCII digits, `$2M`, `200k`,
/// `2.5 million`, `85%`, `0.85`, `(1,200)` and minus signs for negative amounts, `1e5`, and ranges
/// such as `80 to 95`, `80–95`, `between 80 and 95`, `80..90..95`, `80 90 95`, `80/90/95` and
/// `90 ± 5`. A share without `%` is a fraction up to 1 and percent above. Bounds and the order of a
/// range are checked where the figure is used.
///
/// # Errors
///
/// See [`ParseError`]; its text is a sentence for the person who typed.
///
/// # Example
///
/// ```
/// use groundwork_report::wording::{Kind, NumberStyle, Typed, parse};
///
/// let style = NumberStyle::default();
/// assert_eq!(parse("$2M", Kind::Money, &style)?.value, Typed::One(2_000_000.0));
/// assert_eq!(parse("85", Kind::Share, &style)?.value, Typed::One(0.85));
/// assert_eq!(
///     parse("80 to 90k", Kind::Money, &style)?.echo.as_deref(),
///     Some("Understood as $80,000 to $90,000, most likely $85,000.")
/// );
/// # Ok::<(), groundwork_report::wording::ParseError>(())
/// ```
pub fn parse(text: &str, kind: Kind, style: &NumberStyle) -> Result<Reading, ParseError> {
    let text = text.trim();
    check_length(text, style)?;
    let plain = normalized(text, style);
    let plain = plain.trim();
    if plain.is_empty() {
        return Err(ParseError::empty(kind, style));
    }
    if !has_digit(plain) {
        return Err(ParseError::not_a_number(text, kind, style));
    }
    let reader = Reader::new(kind, style);
    if let Some(figures) = tolerance::split(plain) {
        return tolerance::reading(&reader, text, figures);
    }
    let pieces = range::split(plain);
    if pieces.iter().any(|piece| !has_digit(piece)) {
        return Err(ParseError::incomplete_range(text));
    }
    if pieces.len() == 1 {
        return single_or_listed(&reader, plain, text);
    }
    let mut parts = Vec::with_capacity(3);
    for piece in pieces.iter().take(4) {
        parts.push(reader.part(piece, piece)?);
    }
    if parts.len() > 3 {
        return Err(ParseError::too_many_parts(text));
    }
    ranged(&reader, &mut parts, false)
}

/// Reads one figure, or what cannot be one as a list of three.
fn single_or_listed(reader: &Reader<'_>, plain: &str, text: &str) -> Result<Reading, ParseError> {
    match reader.part(plain, text) {
        Ok(part) if listed::is_list(&part, reader.kind) => {
            let error = ParseError::separators(text, reader.style);
            listed::reading(reader, plain, text, error)
                .or_else(|_| single(reader, &mut part.clone()))
        }
        Ok(mut part) => single(reader, &mut part),
        Err(error) => listed::reading(reader, plain, text, error),
    }
}

/// Refuses text longer than any figure; hundreds of digits are called what they are.
fn check_length(text: &str, style: &NumberStyle) -> Result<(), ParseError> {
    if text.chars().nth(MAX_TYPED_CHARS).is_none() {
        return Ok(());
    }
    if text.chars().all(|c| c.is_ascii_digit() || style.digits.contains(&c)) {
        return Err(ParseError::too_large(text));
    }
    Err(ParseError::TooLong)
}

fn has_digit(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit())
}

/// Reads one figure, with the other way to read it if there is one.
fn single(reader: &Reader<'_>, part: &mut Part) -> Result<Reading, ParseError> {
    let (kind, style) = (reader.kind, reader.style);
    let mut other = None;
    let mut is_doubtful = part.is_doubtful();
    if kind == Kind::Share && !part.percent {
        let typed = part.value()?.abs();
        part.percent = typed > 1.0;
        is_doubtful |= (1.0..=MOST_ECHOED_SHARE).contains(&typed);
        if (1.0..=MOST_DOUBTFUL_SHARE).contains(&typed) {
            let mut swapped = part.clone();
            swapped.percent = !part.percent;
            other = Some(swapped);
        }
    }
    let value = reader.checked(part.value()?, part)?;
    let other = other.or_else(|| part.read_otherwise());
    let other = other.and_then(|part| part.value().ok());
    let shown = style.editable(value, kind);
    let echo = match other.map(|other| style.editable(other, kind)) {
        Some(other) if other != shown => Some(format!("Understood as {shown}, not {other}.")),
        _ if is_doubtful => Some(format!("Understood as {shown}.")),
        _ => None,
    };
    Ok(Reading { value: Typed::One(value), echo })
}

/// Reads two or three figures as a range; a unit may stand once for all. What was understood is
/// said where `is_doubtful` or the figures themselves ask for it.
pub(super) fn ranged(
    reader: &Reader<'_>,
    parts: &mut [Part],
    is_doubtful: bool,
) -> Result<Reading, ParseError> {
    let shares_doubtful = reader.kind == Kind::Share && settle_percent(parts)?;
    let unit_doubtful = settle_unit(parts)?;
    let mut values = Vec::with_capacity(3);
    for part in parts.iter() {
        values.push(reader.checked(part.value()?, part)?);
    }
    let (low, high) = (values[0], values[values.len() - 1]);
    let likely = if values.len() == 3 { values[1] } else { middle(low, high, reader.kind) };
    let is_doubtful =
        is_doubtful || shares_doubtful || unit_doubtful || parts.iter().any(Part::is_doubtful);
    let echo = is_doubtful.then(|| reader.style.understood_range(low, likely, high, reader.kind));
    Ok(Reading { value: Typed::Range { low, likely, high }, echo })
}

/// Makes all parts percent when one is, or is above 1; says whether that could be meant otherwise.
fn settle_percent(parts: &mut [Part]) -> Result<bool, ParseError> {
    let is_marked = parts.iter().any(|part| part.percent);
    let (mut most, mut has_fraction, mut only_ends) = (0.0_f64, false, true);
    for part in parts.iter().filter(|part| !part.percent) {
        let typed = part.value()?.abs();
        most = most.max(typed);
        has_fraction |= typed > 0.0 && typed <= 1.0;
        only_ends &= typed <= 0.0 || typed >= 1.0;
    }
    if !is_marked && most <= 1.0 {
        return Ok(only_ends && most > 0.0);
    }
    for part in parts.iter_mut() {
        part.percent = true;
    }
    Ok(has_fraction || (!is_marked && most <= MOST_ECHOED_SHARE))
}

/// Gives the last part's unit to those without one; says whether that could be meant otherwise.
///
/// "500 to 1k" keeps its 500: a figure above the last one does not take its unit.
fn settle_unit(parts: &mut [Part]) -> Result<bool, ParseError> {
    let Some((last, earlier)) = parts.split_last_mut() else {
        return Ok(false);
    };
    let has_units = earlier.iter().any(|part| part.scale.is_some());
    let Some(scale) = last.scale else {
        return Ok(has_units);
    };
    if has_units {
        return Ok(earlier.iter().any(|part| part.scale.is_none()));
    }
    let most = last.unscaled()?.abs();
    let mut could_take = true;
    let mut is_doubtful = false;
    for part in earlier.iter() {
        let typed = part.unscaled()?.abs();
        could_take &= typed <= most;
        is_doubtful |= typed > 0.0;
    }
    if could_take {
        for part in earlier {
            part.scale = Some(scale);
        }
    }
    Ok(is_doubtful)
}
