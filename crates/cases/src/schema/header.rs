//! What every case file of every version begins with, and what is refused before anything is read.

use serde_json::{Map, Value};

/// Name of the format, in every case file.
pub(crate) const FORMAT: &str = "groundwork-case";
/// Largest text that is read, in bytes.
pub const MAX_BYTES: usize = 256 * 1024;
/// Deepest nesting that is read; the format itself needs six levels.
pub const MAX_DEPTH: usize = 32;

/// Why a text is no case file that can be read here.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DecodeError {
    /// The text is longer than any case.
    #[error("the text has {bytes} bytes; a case file has at most {MAX_BYTES}")]
    TooLarge {
        /// Its length.
        bytes: usize,
    },
    /// Lists and objects stand within one another too often.
    #[error("the text nests more than {MAX_DEPTH} levels deep")]
    TooDeep,
    /// The text is damaged, cut off or something else than JSON.
    #[error("not JSON from line {line}, column {column} on")]
    NotJson {
        /// Line of the first mistake, from 1.
        line: usize,
        /// Column of the first mistake, from 1; 0 at the end of the line before.
        column: usize,
    },
    /// A number is beyond what any computer calculates with, such as `1e999`.
    #[error("a number that ends at line {line}, column {column} is too large to be used")]
    NumberTooLarge {
        /// Line it ends in, from 1.
        line: usize,
        /// Column it ends at, from 1.
        column: usize,
    },
    /// The text is JSON of another kind.
    #[error("not a case file: its \"format\" is not \"{FORMAT}\"")]
    OtherFormat,
    /// A later release wrote the file. It is refused, never guessed at.
    #[error("written by a later release: version {found} of the format")]
    TooNew {
        /// Version of the file.
        found: u64,
    },
    /// The version is missing or is not one that was ever written.
    #[error("a case file has a \"version\" that is a whole number from 1")]
    UnknownVersion,
}

/// Reads JSON whose size, nesting and syntax are fine.
///
/// # Errors
///
/// [`DecodeError::TooLarge`], [`DecodeError::TooDeep`], [`DecodeError::NotJson`] and
/// [`DecodeError::NumberTooLarge`].
pub(crate) fn parse(text: &str) -> Result<Value, DecodeError> {
    if text.len() > MAX_BYTES {
        return Err(DecodeError::TooLarge { bytes: text.len() });
    }
    parse_any_size(text)
}

/// Reads JSON of any size, for text this browser wrote itself.
///
/// # Errors
///
/// [`DecodeError::TooDeep`], [`DecodeError::NotJson`] and [`DecodeError::NumberTooLarge`].
pub(crate) fn parse_any_size(text: &str) -> Result<Value, DecodeError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if depth(text) > MAX_DEPTH {
        return Err(DecodeError::TooDeep);
    }
    serde_json::from_str(text).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        // The reader tells its errors apart by their words only.
        if error.to_string().starts_with("number out of range") {
            DecodeError::NumberTooLarge { line, column }
        } else {
            DecodeError::NotJson { line, column }
        }
    })
}

/// Version of a case file, taken out of it together with the format.
///
/// # Errors
///
/// [`DecodeError::OtherFormat`] and [`DecodeError::UnknownVersion`].
pub(crate) fn take_version(file: &mut Map<String, Value>) -> Result<u64, DecodeError> {
    if file.shift_remove("format").as_ref().and_then(Value::as_str) != Some(FORMAT) {
        return Err(DecodeError::OtherFormat);
    }
    let version = file.shift_remove("version").as_ref().and_then(whole);
    version.filter(|version| *version >= 1).ok_or(DecodeError::UnknownVersion)
}

/// A whole number from 0, also where it is written as `1.0`.
pub(crate) fn whole(value: &Value) -> Option<u64> {
    let whole_float = || {
        let number = value.as_f64()?;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates")]
        (number >= 0.0 && number.fract() == 0.0).then_some(number as u64)
    };
    value.as_u64().or_else(whole_float)
}

/// Deepest nesting of brackets outside of strings.
fn depth(text: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    let (mut is_in_string, mut is_escaped) = (false, false);
    for byte in text.bytes() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' if is_in_string => is_escaped = true,
            b'"' => is_in_string = !is_in_string,
            b'{' | b'[' if !is_in_string => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b'}' | b']' if !is_in_string => depth = depth.saturating_sub(1),
            _ => (),
        }
    }
    deepest
}
