//! Why typed text is not a figure, in words for the person who typed it.

use super::{
    currency_names::any_of,
    parse::{Kind, MAX_TYPED_CHARS},
    style::NumberStyle,
};

/// Characters of typed text that a message repeats.
const QUOTED_CHARS: usize = 40;

/// Why a text could not be read as a figure. Texts quoted are shortened to 40 characters.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ParseError {
    /// Nothing was typed.
    #[error("Type a figure such as {example}")]
    Empty {
        /// One or two figures that can be read.
        example: String,
    },
    /// The text is no figure.
    #[error("“{text}” is not a number; type a figure such as {example}")]
    NotANumber {
        /// What was typed.
        text: String,
        /// One or two figures that can be read.
        example: String,
    },
    /// The separators fit no way of writing numbers.
    #[error("The separators in “{text}” do not fit together; type it like {example}")]
    Separators {
        /// The figure as typed.
        text: String,
        /// A grouped number with a decimal, in the person's own style.
        example: String,
    },
    /// A word after the figure that is no unit here.
    #[error("“{unit}” is not a unit known here; type the figure alone, such as {example}")]
    UnknownUnit {
        /// The word.
        unit: String,
        /// One or two figures that can be read.
        example: String,
    },
    /// A sign of another kind: a percent sign with money, a currency with a share.
    #[error(
        "“{sign}” stands for {found}, and this field takes {expected}; type a figure such as {example}"
    )]
    OtherKind {
        /// The sign as typed.
        sign: String,
        /// What it stands for.
        found: &'static str,
        /// What the field asks for.
        expected: &'static str,
        /// One or two figures that can be read.
        example: String,
    },
    /// A power of ten where none makes sense.
    #[error("“{unit}” does not fit {expected}; type a figure such as {example}")]
    UnitDoesNotFit {
        /// The unit as typed.
        unit: String,
        /// What the field asks for.
        expected: &'static str,
        /// One or two figures that can be read.
        example: String,
    },
    /// Another currency than the case's own.
    #[error(
        "“{typed}” stands for {other}, and amounts here are in {own}; type them in {code}, or change \
         the currency of the case{to}"
    )]
    OtherCurrency {
        /// The sign or code as typed.
        typed: String,
        /// The code it stands for, or those it may stand for.
        other: String,
        /// The case's own code.
        code: String,
        /// " to EUR" where it can only be that one.
        to: String,
        /// The case's own code, with its sign where that differs.
        own: String,
    },
    /// A decimal figure where only whole ones make sense.
    #[error("“{text}” is not a whole number; type {below} or {above}")]
    NotWhole {
        /// The figure as typed.
        text: String,
        /// The next whole number below.
        below: String,
        /// The next whole number above.
        above: String,
    },
    /// A range of which one end is missing.
    #[error("“{text}” misses a figure; type both ends, such as 80 to 95")]
    IncompleteRange {
        /// What was typed.
        text: String,
    },
    /// Several figures of which nobody can tell how they belong together.
    #[error("“{text}” can be read in several ways; type one figure, or a range such as 80 to 95")]
    UnclearRange {
        /// What was typed.
        text: String,
    },
    /// More figures than a range has.
    #[error("“{text}” has more than three figures; type low, likely and high, such as 80..90..95")]
    TooManyParts {
        /// What was typed.
        text: String,
    },
    /// Beyond what can be computed with.
    #[error("“{text}” is too large a figure to compute with")]
    TooLarge {
        /// What was typed.
        text: String,
    },
    /// Not zero, but too close to it to be computed with.
    #[error("“{text}” is too small a figure to compute with; type 0 if nothing is meant")]
    TooSmall {
        /// What was typed.
        text: String,
    },
    /// Longer than any figure.
    #[error("This is longer than a figure can be; type at most {MAX_TYPED_CHARS} characters")]
    TooLong,
}

impl ParseError {
    pub(super) fn empty(kind: Kind, style: &NumberStyle) -> Self {
        Self::Empty { example: example(kind, style) }
    }

    pub(super) fn not_a_number(text: &str, kind: Kind, style: &NumberStyle) -> Self {
        Self::NotANumber { text: quoted(text), example: example(kind, style) }
    }

    pub(super) fn separators(text: &str, style: &NumberStyle) -> Self {
        Self::Separators { text: quoted(text), example: style.number(1_234.5, 1) }
    }

    pub(super) fn unknown_unit(unit: &str, kind: Kind, style: &NumberStyle) -> Self {
        Self::UnknownUnit { unit: quoted(unit), example: example(kind, style) }
    }

    pub(super) fn unit_does_not_fit(unit: &str, kind: Kind, style: &NumberStyle) -> Self {
        let (unit, expected) = (quoted(unit), called(kind));
        Self::UnitDoesNotFit { unit, expected, example: example(kind, style) }
    }

    pub(super) fn other_kind(sign: &str, found: Kind, kind: Kind, style: &NumberStyle) -> Self {
        let (found, expected) = (called(found), called(kind));
        Self::OtherKind { sign: quoted(sign), found, expected, example: example(kind, style) }
    }

    /// `codes` are those the sign may stand for, with spaces between.
    pub(super) fn other_currency(typed: &str, codes: &str, style: &NumberStyle) -> Self {
        let (code, sign) = (style.currency.code.clone(), &style.currency.sign.text);
        let own = if code == *sign { code.clone() } else { format!("{code} ({sign})") };
        let to = if codes.contains(' ') { String::new() } else { format!(" to {codes}") };
        Self::OtherCurrency { typed: quoted(typed), other: any_of(codes), own, code, to }
    }

    pub(super) fn not_whole(text: &str, value: f64, style: &NumberStyle) -> Self {
        let (below, above) = (style.number(value.floor(), 0), style.number(value.ceil(), 0));
        Self::NotWhole { text: quoted(text), below, above }
    }

    pub(super) fn incomplete_range(text: &str) -> Self {
        Self::IncompleteRange { text: quoted(text) }
    }

    pub(super) fn unclear_range(text: &str) -> Self {
        Self::UnclearRange { text: quoted(text) }
    }

    pub(super) fn too_many_parts(text: &str) -> Self {
        Self::TooManyParts { text: quoted(text) }
    }

    pub(super) fn too_large(text: &str) -> Self {
        Self::TooLarge { text: quoted(text) }
    }

    pub(super) fn too_small(text: &str) -> Self {
        Self::TooSmall { text: quoted(text) }
    }
}

/// What a field of that kind asks for.
fn called(kind: Kind) -> &'static str {
    match kind {
        Kind::Money => "an amount of money",
        Kind::Share => "a share",
        Kind::Number => "a plain number",
        Kind::Whole => "a whole number",
    }
}

/// One or two figures of that kind as this person would type them.
fn example(kind: Kind, style: &NumberStyle) -> String {
    match kind {
        Kind::Money => {
            let short = style.brief(2_000_000.0, kind);
            format!("{short} or {}", style.exact_money(200_000.0))
        }
        Kind::Share => format!("{} or {}", style.percent(0.7), style.number(0.7, 1)),
        Kind::Number => style.number(12.5, 1),
        Kind::Whole => style.number(12.0, 0),
    }
}

/// The beginning of a text, for a message.
fn quoted(text: &str) -> String {
    let text = text.trim();
    match text.char_indices().nth(QUOTED_CHARS) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
