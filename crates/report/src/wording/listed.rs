//! Three figures one after the other: `80 90 95`, `80, 90, 95`, `80/90/95`.

use super::{
    parse::{Kind, Reading, Typed, ranged},
    parse_error::ParseError,
    part::Part,
    reader::Reader,
};

/// Above this, groups of digits typed without `%` are no share: 80,90,100 is not eight million.
const MOST_SHARE_TYPED: f64 = 10_000.0;

/// Whether a text that can be read as one figure is more likely a list of them.
pub(super) fn is_list(part: &Part, kind: Kind) -> bool {
    kind == Kind::Share
        && !part.percent
        && part.value().is_ok_and(|value| value.abs() > MOST_SHARE_TYPED)
}

/// Reads a text that is no single figure, for the reason in `error`, as three of them; what was
/// understood is always said. Figures that fall are a range only where they cannot be a number with
/// its separators in the wrong places.
pub(super) fn reading(
    reader: &Reader<'_>,
    plain: &str,
    text: &str,
    error: ParseError,
) -> Result<Reading, ParseError> {
    let (pieces, is_spaced) = split(plain);
    let is_unreadable = |error: &ParseError| {
        matches!(error, ParseError::Separators { .. } | ParseError::NotANumber { .. })
    };
    let refusal = |error: ParseError| {
        let is_unclear = pieces.len() > 1 && is_spaced && is_unreadable(&error);
        if is_unclear { ParseError::unclear_range(text) } else { error }
    };
    let [low, likely, high] = pieces.as_slice() else { return Err(refusal(error)) };
    let mut parts = Vec::with_capacity(3);
    for piece in [low, likely, high] {
        match reader.part(piece, piece) {
            Ok(part) => parts.push(part),
            Err(found) if is_unreadable(&found) => return Err(refusal(error)),
            Err(found) => return Err(found),
        }
    }
    let reading = ranged(reader, &mut parts, true)?;
    let rises = match reading.value {
        Typed::One(_) => true,
        Typed::Range { low, likely, high } => low <= likely && likely <= high,
    };
    let may_be_group = |piece: &&str| piece.bytes().filter(u8::is_ascii_digit).count() >= 3;
    if rises || !pieces.iter().skip(1).any(may_be_group) {
        Ok(reading)
    } else {
        Err(refusal(error))
    }
}

/// The figures of a list, and whether more than a comma stands between them; one piece where there
/// is no list.
fn split(plain: &str) -> (Vec<&str>, bool) {
    let cut = |separator| {
        let pieces: Vec<&str> = plain.split(separator).map(str::trim).collect();
        (pieces.len() > 1 && pieces.iter().all(|piece| has_digit(piece))).then_some(pieces)
    };
    if let Some(pieces) = cut(";").or_else(|| cut("/")).or_else(|| cut(", ")) {
        return (pieces, true);
    }
    let words = words(plain);
    if words.len() > 1 {
        return (words, true);
    }
    let between_commas = cut(",").filter(|pieces| pieces.len() == 3);
    (between_commas.unwrap_or_else(|| vec![plain]), false)
}

/// Cut at spaces, where a figure follows another; signs and units stay with the figure before.
fn words(plain: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut at = 0;
    for word in plain.split(' ') {
        if has_digit(word) && has_digit(&plain[start..at]) {
            pieces.push(plain[start..at].trim());
            start = at;
        }
        at += word.len() + 1;
    }
    pieces.push(plain[start..].trim());
    pieces
}

fn has_digit(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit())
}
