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
    // Not collected: a hostile file has millions of lines.
    let lines = || text.lines().map(str::trim).filter(|line| !is_end(line));
    if !lines().any(is_stored) {
        return Err(damage.into());
    }
    let header = lines().next().filter(|first| !is_stored(first));
    check_not_newer(header.unwrap_or_default())?;
    let entries = || lines().skip(usize::from(header.is_some()));
    check_count(entries().count())?;
    let mut found = Found::default();
    for line in entries() {
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

/// Whether a line is that of a stored case, as it was written.
fn is_stored(line: &str) -> bool {
    line.starts_with(LINE_BEGINNING)
}

/// Whether a line has nothing but what closes the file.
fn is_end(line: &str) -> bool {
    line.trim_matches([',', ']', '}']).is_empty()
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
