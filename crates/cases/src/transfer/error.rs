//! Why a file gives no case.

use std::fmt;

use super::{MAX_CASES, MAX_IMPORT_BYTES, MAX_VALUES};
use crate::{envelope::EnvelopeError, link, schema::DecodeError};

/// Why nothing could be read from a file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ImportError {
    /// The file is larger than any that is read.
    #[error("the file has {bytes} bytes; a file of cases has at most {MAX_IMPORT_BYTES}")]
    TooLarge {
        /// Its size.
        bytes: usize,
    },
    /// The file has more values than fit into memory safely.
    #[error("the file has {values} values; a file of cases has at most {MAX_VALUES}")]
    TooManyValues {
        /// About how many it has.
        values: usize,
    },
    /// The file has more cases than are read.
    #[error("the file has {cases} cases; at most {MAX_CASES} are read")]
    TooManyCases {
        /// How many it has.
        cases: usize,
    },
    /// The file is something else.
    #[error("not a file of cases: {seems}")]
    NotAFile {
        /// What it seems to be.
        seems: Seems,
    },
    /// A later release wrote the file. It is refused, never guessed at.
    #[error("written by a later release: version {version} of the file")]
    Newer {
        /// Version of the file, or of the case or the envelope in it.
        version: u64,
    },
    /// Something of the file is missing or wrong.
    #[error("the file is damaged: {part} is missing or wrong")]
    Damaged {
        /// Which part.
        part: &'static str,
    },
    /// The case in it cannot be read.
    #[error(transparent)]
    Case(DecodeError),
}

/// What a file seems to be that holds no case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Seems {
    /// Nothing at all.
    Empty,
    /// A link to a case.
    Link,
    /// JSON of another kind.
    Json,
    /// A page of the web.
    Page,
    /// A picture, a spreadsheet or another file that is no text.
    Binary,
    /// Text of another kind.
    Text,
}

/// What a text that does not begin as a case file does seems to be.
pub(super) fn seems(text: &str) -> Seems {
    if text.is_empty() {
        Seems::Empty
    } else if link::is_in(text) {
        Seems::Link
    } else if text.starts_with('[') {
        Seems::Json
    } else if text.starts_with('<') {
        Seems::Page
    } else if text.contains(['\0', char::REPLACEMENT_CHARACTER]) {
        Seems::Binary
    } else {
        Seems::Text
    }
}

impl fmt::Display for Seems {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Empty => "it is empty",
            Self::Link => "it is a link to a case, which is opened as an address",
            Self::Json => "it is JSON of another kind",
            Self::Page => "it seems to be a web page",
            Self::Binary => "it is not text",
            Self::Text => "it is text of another kind",
        })
    }
}

impl From<DecodeError> for ImportError {
    fn from(error: DecodeError) -> Self {
        match error {
            DecodeError::TooNew { found } => Self::Newer { version: found },
            error => Self::Case(error),
        }
    }
}

impl From<EnvelopeError> for ImportError {
    fn from(error: EnvelopeError) -> Self {
        match error {
            EnvelopeError::TooNew { found } => Self::Newer { version: found },
            EnvelopeError::Damaged { part } => Self::Damaged { part },
            EnvelopeError::Case(error) => error.into(),
        }
    }
}
