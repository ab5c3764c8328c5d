//! How a draft is kept: the case, what was typed beside it, when and how often it was saved.

use std::fmt;

use serde_json::{Map, Value, json};

use crate::{
    case_file::CaseFile,
    draft::Draft,
    schema::{self, DecodeError},
};

/// Version of the envelope; the case inside has its own.
pub(crate) const VERSION: u64 = 1;

/// A point in time, as milliseconds since 1970-01-01 UTC.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(pub u64);

/// How often a case was saved; tells a tab whether another one wrote in between.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Revision(pub u64);

/// A draft as it is stored.
#[derive(Clone, Debug, PartialEq)]
pub struct Envelope {
    /// When it was saved.
    pub saved_at: Timestamp,
    /// How often it was saved, this time included.
    pub revision: Revision,
    /// The case and what was typed beside it.
    pub draft: Draft,
    /// Fields this version does not know, kept as they were.
    pub(crate) other: Map<String, Value>,
}

/// Why a stored text is no draft that can be read here.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum EnvelopeError {
    /// A later release stored it. It is refused, never guessed at.
    #[error("stored by a later release: version {found} of the envelope")]
    TooNew {
        /// Version of the envelope.
        found: u64,
    },
    /// Something of the envelope is missing or wrong.
    #[error("not a stored case: {part} is missing or wrong")]
    Damaged {
        /// Which part.
        part: &'static str,
    },
    /// The text is no JSON, or the case inside cannot be read.
    #[error(transparent)]
    Case(#[from] DecodeError),
}

impl Envelope {
    /// A draft saved at a time for the `revision`th time.
    pub fn new(draft: Draft, saved_at: Timestamp, revision: Revision) -> Self {
        Self { saved_at, revision, draft, other: Map::new() }
    }

    /// The envelope as text.
    pub fn encode(&self) -> String {
        let file = self.draft.file();
        let case = if *file == CaseFile::default() { Value::Null } else { file.to_json() };
        let drafts: Map<String, Value> =
            self.draft.texts().map(|(path, text)| (path.to_owned(), text.into())).collect();
        let mut envelope = json!({
            "envelope": VERSION,
            "saved_at": self.saved_at.0,
            "revision": self.revision.0,
            "case": case,
            "drafts": drafts,
        });
        if let Value::Object(fields) = &mut envelope {
            fields.extend(self.other.clone());
        }
        envelope.to_string()
    }

    /// Reads a stored text.
    ///
    /// # Errors
    ///
    /// [`EnvelopeError`] when it is damaged or of a later release.
    pub fn decode(text: &str) -> Result<Self, EnvelopeError> {
        Self::from_json(schema::parse_any_size(text)?)
    }

    /// Reads an envelope that is JSON already.
    pub(crate) fn from_json(envelope: Value) -> Result<Self, EnvelopeError> {
        let damaged = |part| EnvelopeError::Damaged { part };
        let Value::Object(mut fields) = envelope else {
            return Err(damaged("all of it"));
        };
        let mut number = |name| fields.shift_remove(name).as_ref().and_then(schema::whole);
        match number("envelope") {
            Some(VERSION) => (),
            Some(found) if found > VERSION => return Err(EnvelopeError::TooNew { found }),
            _ => return Err(damaged("envelope")),
        }
        let saved_at = number("saved_at").ok_or(damaged("saved_at"))?;
        let revision = number("revision").ok_or(damaged("revision"))?;
        let file = match fields.shift_remove("case") {
            Some(Value::Null) => CaseFile::default(),
            Some(case) => CaseFile::from_json(case)?,
            None => return Err(damaged("case")),
        };
        let texts = texts(fields.shift_remove("drafts")).ok_or(damaged("drafts"))?;
        Ok(Self {
            saved_at: Timestamp(saved_at),
            revision: Revision(revision),
            draft: Draft::with_texts(file, texts),
            other: fields,
        })
    }
}

impl EnvelopeError {
    /// Whether a later release wrote the text, so that it is to be left alone.
    pub fn is_too_new(&self) -> bool {
        matches!(self, Self::TooNew { .. } | Self::Case(DecodeError::TooNew { .. }))
    }
}

impl Revision {
    /// The one after.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }
}

impl fmt::Display for Revision {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

fn texts(drafts: Option<Value>) -> Option<Vec<(String, String)>> {
    let Some(Value::Object(drafts)) = drafts else { return None };
    let mut texts = Vec::new();
    for (path, text) in drafts {
        let Value::String(text) = text else { return None };
        texts.push((path, text));
    }
    Some(texts)
}
