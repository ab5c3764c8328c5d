//! A file of several cases that is cut off or damaged: what is whole in it, line by line.

use serde_json::Value;

use super::{ImportError, Imported, check_count, check_version, entry::Found};
use crate::{
    schema::{self, DecodeError},
    text::shown,
};

/// What every line of a stored case begins with.
const LINE_BEGINNING: &str = "{\"envelope\":";
/// What comes before the title of a case.
const TITLE: &str = "\"title\":";

/// The cases that are whole in a text that is not, or the damage where there are none.
pub(super) fn rescue(text: &str, damage: DecodeError) -> Result<Imported, ImportError> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    if !lines.iter().any(|line| line.starts_with(LINE_BEGINNING)) {
        return Err(damage.into());
    }
    let (header, entries) = match lines.split_first() {
        Some((first, others)) if !first.starts_with(LINE_BEGINNING) => (*first, others),
        _ => ("", lines.as_slice()),
    };
    check_not_newer(header)?;
    let is_entry = |line: &&&str| !line.trim_matches([',', ']', '}']).is_empty();
    check_count(entries.iter().filter(is_entry).count())?;
    let mut found = Found::default();
    for line in entries.iter().filter(is_entry) {
        let line = line.trim_end_matches(',');
        match schema::parse_any_size(line).or_else(|error| without_end(line).ok_or(error)) {
            Ok(entry) => found.take_value(entry),
            Err(reason) => found.lose(title_in(line), reason.into()),
        }
    }
    if found.cases.is_empty() {
        return Err(damage.into());
    }
    Ok(Imported { cases: found.cases, lost: found.lost, damage: Some(damage) })
}

/// Refuses the file of a later release, where the header can be read at all.
fn check_not_newer(header: &str) -> Result<(), ImportError> {
    let header = header.split_once('[').map(|(header, _)| format!("{header}[]}}"));
    let Some(Ok(Value::Object(fields))) = header.map(|header| schema::parse_any_size(&header))
    else {
        return Ok(());
    };
    match check_version(&fields) {
        Err(newer @ ImportError::Newer { .. }) => Err(newer),
        _ => Ok(()),
    }
}

/// The last case of a file whose brackets close on the same line.
fn without_end(line: &str) -> Option<Value> {
    schema::parse_any_size(line.strip_suffix("]}")?).ok()
}

/// The title in a text that is no JSON.
fn title_in(line: &str) -> Option<String> {
    let (_, after) = line.split_once(TITLE)?;
    let mut values = serde_json::Deserializer::from_str(after).into_iter::<Value>();
    values.next()?.ok()?.as_str().map(shown)
}
