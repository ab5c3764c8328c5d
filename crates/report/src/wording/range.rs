//! Where a range is cut, and what lies in its middle.

use super::{decimal::Decimal, parse::Kind, units::is_letter};

/// The figures of a range, or the whole text when it is one figure.
///
/// Cut at `to` and at two or more dots; where neither stands, at dashes between figures. Behind
/// `between`, cut at `and` too; behind `from`, as if it were not there.
pub(super) fn split(text: &str) -> Vec<&str> {
    if let Some(rest) = behind_word(text, "between") {
        let pieces = cut(rest, |start, at| word(&rest[start..], at - start, "and"));
        return if pieces.len() > 1 { pieces } else { with_both_ends(rest) };
    }
    behind_word(text, "from").map_or_else(|| ends(text), with_both_ends)
}

/// The figures of what must be a range; the other end is empty where only one stands there.
fn with_both_ends(text: &str) -> Vec<&str> {
    let mut pieces = ends(text);
    if pieces.len() == 1 {
        pieces.push("");
    }
    pieces
}

fn ends(text: &str) -> Vec<&str> {
    let pieces = cut(text, |start, at| strong_separator(&text[start..], at - start));
    if pieces.len() > 1 {
        return pieces;
    }
    cut(text, |start, at| dash_separator(&text[start..], at - start))
}

/// Cuts wherever `separator` finds one of that length at a position; it is given the start of the
/// current piece too.
fn cut(text: &str, separator: impl Fn(usize, usize) -> Option<usize>) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for (at, _) in text.char_indices() {
        if at < start {
            continue;
        }
        if let Some(length) = separator(start, at) {
            pieces.push(text[start..at].trim());
            start = at + length;
        }
    }
    pieces.push(text[start..].trim());
    pieces
}

/// Length of the `to` or the dots at that position of a piece.
fn strong_separator(piece: &str, at: usize) -> Option<usize> {
    let rest = &piece[at..];
    let dots = rest.bytes().take_while(|&byte| byte == b'.').count();
    if dots >= 2 {
        return Some(dots);
    }
    word(piece, at, "to")
}

/// Length of `word` where it stands at that position of a piece, and is not part of another word.
fn word(piece: &str, at: usize, word: &str) -> Option<usize> {
    behind_word(&piece[at..], word).filter(|_| !piece[..at].ends_with(is_letter))?;
    Some(word.len())
}

/// What follows `word` at the beginning of a text.
fn behind_word<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let (front, rest) = text.split_at_checked(word.len())?;
    (front.eq_ignore_ascii_case(word) && !rest.starts_with(is_letter)).then(|| rest.trim_start())
}

/// Length of the dash at that position of a piece, if it stands between two figures and is neither
/// a minus sign nor part of a power of ten.
fn dash_separator(piece: &str, at: usize) -> Option<usize> {
    let (before, rest) = piece.split_at(at);
    let dash = rest.chars().next().filter(|c| matches!(c, '-' | '–'))?;
    let after = &rest[dash.len_utf8()..];
    let has_digit = |text: &str| text.bytes().any(|byte| byte.is_ascii_digit());
    let is_power = before.strip_suffix(['e', 'E']).is_some_and(ends_like_figure)
        && after.starts_with(|c: char| c.is_ascii_digit());
    (has_digit(before) && has_digit(after) && !is_power).then_some(dash.len_utf8())
}

fn ends_like_figure(text: &str) -> bool {
    text.ends_with(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','))
}

/// The likely value when only low and high are known: halfway, without binary dust; a whole number
/// for [`Kind::Whole`].
pub(super) fn middle(low: f64, high: f64, kind: Kind) -> f64 {
    let halfway = f64::midpoint(low, high);
    let Some(decimal) = Decimal::seen(halfway) else {
        return halfway;
    };
    let decimal = if kind == Kind::Whole { decimal.rounded(0) } else { decimal };
    // Rounding must not leave the range; an inverted one is reported where bounds are checked.
    decimal.to_f64().max(low.min(high)).min(high.max(low))
}
