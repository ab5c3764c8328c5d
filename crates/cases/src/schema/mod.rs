//! The case file as JSON: one frozen file for each version, read step by step up to the latest.
//!
//! Only the types in here can be serialized. A file of a version once released keeps its meaning
//! for ever; a new version is a new file beside the old one, with the step from it.

mod header;
mod object;
mod part;
pub(crate) mod v1;

pub use header::{DecodeError, MAX_BYTES, MAX_DEPTH};
pub(crate) use header::{FORMAT, parse, parse_any_size, whole};
pub(crate) use part::Field;
pub use part::{Number, Range};
/// The version in use.
pub(crate) use v1 as latest;

use serde_json::Value;

pub(crate) use object::Other;
use object::Shape;

/// Reads a file of any known version and brings it to the latest one.
///
/// # Errors
///
/// [`DecodeError`] for anything but a case file of a known version.
pub(crate) fn from_json(file: Value) -> Result<latest::Document, DecodeError> {
    let Value::Object(mut file) = file else { return Err(DecodeError::OtherFormat) };
    match header::take_version(&mut file)? {
        1 => v1::Document::from_json(Value::Object(file)).map_err(|_| DecodeError::OtherFormat),
        found => Err(DecodeError::TooNew { found }),
    }
}

/// The file as JSON, with its header first.
pub(crate) fn to_json(document: &latest::Document) -> Value {
    let mut file = serde_json::Map::new();
    file.insert("format".to_owned(), FORMAT.into());
    file.insert("version".to_owned(), latest::VERSION.into());
    if let Value::Object(fields) = document.to_json() {
        file.extend(fields);
    }
    Value::Object(file)
}
