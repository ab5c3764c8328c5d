//! A figure give or take another: `90 ± 5`, `$200k +/- 10%`.

use super::{
    decimal::Decimal,
    parse::{Kind, Reading, Typed},
    parse_error::ParseError,
    part::Part,
    range,
    reader::Reader,
};

/// What stands between the figure and what it may be off by, longest first.
const SIGNS: [&str; 9] =
    ["plus or minus", "give or take", "plus/minus", "plus-minus", "+/-", "+/–", "+-", "+–", "±"];

/// The figure and what it may be off by; none where nothing of that kind was typed.
pub(super) fn split(text: &str) -> Option<(&str, &str)> {
    text.char_indices().find_map(|(at, _)| {
        let rest = &text[at..];
        let starts =
            |sign: &&&str| rest.get(..sign.len()).is_some_and(|s| s.eq_ignore_ascii_case(sign));
        let sign = SIGNS.iter().find(starts)?;
        Some((text[..at].trim(), rest[sign.len()..].trim()))
    })
}

/// Reads such a figure as a range with the figure in its middle; what was understood is always said.
///
/// In a share both are percent: `90 ± 5` goes from 85% to 95%, and so does `90% ± 5%`. Elsewhere
/// percent are of the figure: `$200k ± 10%` goes from $180k to $220k. `text` is all that was typed.
pub(super) fn reading(
    reader: &Reader<'_>,
    text: &str,
    (figure, off_by): (&str, &str),
) -> Result<Reading, ParseError> {
    let is_missing = |piece: &str| !piece.bytes().any(|byte| byte.is_ascii_digit());
    if is_missing(figure) || is_missing(off_by) {
        return Err(ParseError::incomplete_range(text));
    }
    if split(off_by).is_some() || [figure, off_by].iter().any(|piece| range::split(piece).len() > 1)
    {
        return Err(ParseError::unclear_range(text));
    }
    let mut figure = reader.part(figure, figure)?;
    let is_relative = reader.kind != Kind::Share && reader.is_in_percent(off_by);
    let mut distance = if is_relative {
        Reader::new(Kind::Share, reader.style).part(off_by, off_by)?
    } else {
        reader.part(off_by, off_by)?
    };
    if distance.negative {
        return Err(ParseError::unclear_range(text));
    }
    if reader.kind == Kind::Share {
        settle_percent(&mut figure, &mut distance)?;
    } else if !is_relative {
        settle_unit(&mut figure, &mut distance)?;
    }
    let likely = reader.checked(figure.value()?, &figure)?;
    let distance = if is_relative {
        likely.abs() * distance.value()?
    } else {
        reader.checked(distance.value()?, &distance)?
    };
    let end = |value: f64| {
        let seen = Decimal::seen(value).ok_or_else(|| ParseError::too_large(text))?;
        let seen = if reader.kind == Kind::Whole { seen.rounded(0) } else { seen };
        Ok(seen.to_f64())
    };
    // Rounding must not move an end beyond the figure itself.
    let low = end(likely - distance)?.min(likely);
    let high = end(likely + distance)?.max(likely);
    let echo = Some(reader.style.understood_range(low, likely, high, reader.kind));
    Ok(Reading { value: Typed::Range { low, likely, high }, echo })
}

/// Up to 1 and without `%` the figure is a fraction; what it is off by is one too, up to 1.
fn settle_percent(figure: &mut Part, off_by: &mut Part) -> Result<(), ParseError> {
    figure.percent = figure.percent || figure.value()?.abs() > 1.0;
    if !off_by.percent {
        off_by.percent = figure.percent || off_by.value()? > 1.0;
    }
    Ok(())
}

/// A unit that stands once is meant for both, as far as that makes sense: `200 ± 20k` is 20k around
/// 200k, but `2M ± 200,000` is what it says.
fn settle_unit(figure: &mut Part, off_by: &mut Part) -> Result<(), ParseError> {
    let is_smaller = off_by.unscaled()? <= figure.unscaled()?.abs();
    match (figure.scale, off_by.scale) {
        (None, Some(scale)) if is_smaller => figure.scale = Some(scale),
        (Some(scale), None) if is_smaller => off_by.scale = Some(scale),
        _ => (),
    }
    Ok(())
}
