//! What text may stand in a case file, so that it can be shown to anybody.

/// Longest text of a single field, in characters.
pub const MAX_TEXT_CHARS: usize = 2_000;
/// Most entries of a list.
pub const MAX_LIST_ENTRIES: usize = 200;
/// Characters of a wrong value that a message repeats.
const SHOWN_CHARS: usize = 60;

/// Why a text cannot stand in a case file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TextError {
    /// More characters than a field takes.
    #[error("it has {chars} characters; it may have {MAX_TEXT_CHARS}")]
    TooLong {
        /// Its length.
        chars: usize,
    },
    /// A control character, or one that makes text run in another direction than it seems to.
    #[error("it has a character that cannot be shown safely: U+{:04X}", u32::from(*.character))]
    Forbidden {
        /// The first such character.
        character: char,
    },
    /// Not a currency.
    #[error("it must be three capital letters such as USD")]
    NotACurrency,
    /// Not a month.
    #[error("it must be a month from 1970-01 to 2200-12, written as YYYY-MM")]
    NotAMonth,
    /// The field belongs to a line that is not there.
    #[error("there is no such line")]
    NoSuchLine,
}

/// How many lines a text may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lines {
    /// One, as a title has.
    One,
    /// Any number, as a note has.
    Many,
}

/// Passes a text through that can be shown to anybody.
///
/// # Errors
///
/// [`TextError::TooLong`] and [`TextError::Forbidden`].
pub(crate) fn check(text: &str, lines: Lines) -> Result<&str, TextError> {
    let is_forbidden = |character: char| {
        let is_line_end = character == '\n' && lines == Lines::Many;
        (character.is_control() && !is_line_end) || turns_direction(character)
    };
    // A character has at least one byte, so counting is needed only for long texts.
    let chars = if text.len() > MAX_TEXT_CHARS { text.chars().count() } else { 0 };
    if chars > MAX_TEXT_CHARS {
        return Err(TextError::TooLong { chars });
    }
    match text.chars().find(|character| is_forbidden(*character)) {
        Some(character) => Err(TextError::Forbidden { character }),
        None => Ok(text),
    }
}

/// Passes three capital letters through.
///
/// # Errors
///
/// [`TextError::NotACurrency`].
pub(crate) fn check_currency(text: &str) -> Result<&str, TextError> {
    let is_code = text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase());
    is_code.then_some(text).ok_or(TextError::NotACurrency)
}

/// The beginning of a text of any origin, with what cannot be shown safely written as a code.
pub fn shown(text: &str) -> String {
    let mut shown = String::new();
    for (position, character) in text.chars().enumerate() {
        if position == SHOWN_CHARS {
            shown.push('…');
            break;
        }
        if character.is_control() || turns_direction(character) {
            shown.extend(character.escape_unicode());
        } else {
            shown.push(character);
        }
    }
    shown
}

/// Bidirectional embeddings, overrides and isolates.
fn turns_direction(character: char) -> bool {
    matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
