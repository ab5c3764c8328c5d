//! Cases as files: how they leave, and how a file of anybody's comes in.
//!
//! A single case leaves as [`CaseFile::encode_pretty`](crate::case_file::CaseFile::encode_pretty).
//! Several leave in one file, an [`Envelope`] a line, so that what is whole in a damaged file can be
//! saved line by line.

mod entry;
mod error;
mod lines;

pub use entry::{ImportedCase, LostCase, MAX_DRAFT_TEXTS};
pub use error::{ImportError, Seems};

use serde_json::{Map, Value};

use self::{entry::Found, error::seems};
use crate::{
    envelope::Envelope,
    schema::{self, DecodeError, FORMAT, MAX_BYTES, whole},
};

/// Name of the format of a file of several cases.
const SEVERAL: &str = "groundwork-cases";
/// Version of that format; each case inside has its own.
pub(crate) const VERSION: u64 = 1;
/// Largest file that is read, in bytes.
pub const MAX_IMPORT_BYTES: usize = 16 * 1024 * 1024;
/// Most cases of a file that are read.
pub const MAX_CASES: usize = 2_000;
/// Most values of a file that are read: each takes far more memory than it has bytes.
pub const MAX_VALUES: usize = 1_000_000;

/// What a file came to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Imported {
    /// The cases that can be read, in the order of the file.
    pub cases: Vec<ImportedCase>,
    /// The cases that cannot.
    pub lost: Vec<LostCase>,
    /// Where the file as a whole is cut off or damaged; what is whole in it was read all the same.
    pub damage: Option<DecodeError>,
}

/// Several cases as the text of one file.
pub fn export_all<'a>(envelopes: impl Iterator<Item = &'a Envelope>) -> String {
    let mut text = format!("{{\"format\":\"{SEVERAL}\",\"version\":{VERSION},\"cases\":[");
    for (position, envelope) in envelopes.enumerate() {
        text.push_str(if position == 0 { "\n" } else { ",\n" });
        text.push_str(&envelope.encode());
    }
    text.push_str("\n]}\n");
    text
}

/// Reads a file: a case, a case as it is stored, or several of them.
///
/// # Errors
///
/// [`ImportError`] when nothing in it can be read.
pub fn import(text: &str) -> Result<Imported, ImportError> {
    if text.len() > MAX_IMPORT_BYTES {
        return Err(ImportError::TooLarge { bytes: text.len() });
    }
    let text = text.trim_start_matches('\u{feff}').trim();
    let values = count_values(text);
    if values > MAX_VALUES {
        return Err(ImportError::TooManyValues { values });
    }
    match schema::parse_any_size(text) {
        Ok(Value::Object(mut fields)) => match fields.get("format").and_then(Value::as_str) {
            Some(SEVERAL) => several(&mut fields),
            Some(FORMAT) if text.len() > MAX_BYTES => {
                Err(DecodeError::TooLarge { bytes: text.len() }.into())
            }
            Some(FORMAT) => single(fields),
            _ if fields.contains_key("envelope") => single(fields),
            _ => Err(ImportError::NotAFile { seems: Seems::Json }),
        },
        Ok(_) => Err(ImportError::NotAFile { seems: Seems::Json }),
        Err(_) if !text.starts_with('{') => Err(ImportError::NotAFile { seems: seems(text) }),
        Err(damage) => lines::rescue(text, damage),
    }
}

fn single(fields: Map<String, Value>) -> Result<Imported, ImportError> {
    let case = entry::read(Value::Object(fields))?;
    Ok(Imported { cases: vec![case], ..Imported::default() })
}

fn several(fields: &mut Map<String, Value>) -> Result<Imported, ImportError> {
    check_version(fields)?;
    let Some(Value::Array(entries)) = fields.shift_remove("cases") else {
        return Err(ImportError::Damaged { part: "cases" });
    };
    check_count(entries.len())?;
    let mut found = Found::default();
    for entry in entries {
        found.take_value(entry);
    }
    Ok(Imported { cases: found.cases, lost: found.lost, damage: None })
}

/// Passes the header of a file of several cases of this version.
fn check_version(fields: &Map<String, Value>) -> Result<(), ImportError> {
    match fields.get("version").and_then(whole) {
        Some(VERSION) => Ok(()),
        Some(version) if version > VERSION => Err(ImportError::Newer { version }),
        _ => Err(DecodeError::UnknownVersion.into()),
    }
}

fn check_count(cases: usize) -> Result<(), ImportError> {
    if cases > MAX_CASES { Err(ImportError::TooManyCases { cases }) } else { Ok(()) }
}

/// At least as many values as the text holds outside of strings: what each is divided from the one
/// before by.
fn count_values(text: &str) -> usize {
    let divides = |byte: &u8| matches!(byte, b',' | b'[' | b'{');
    text.as_bytes().iter().filter(|byte| divides(byte)).count()
}
