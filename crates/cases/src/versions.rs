//! What is written in a versioned form, and the version of each that is written today.

use crate::{envelope, link, schema, transfer};

/// Something that is kept or handed on, and outlives the release that wrote it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// A case as a file.
    CaseFile,
    /// A case as a browser keeps it.
    Envelope,
    /// Several cases in one file.
    SeveralCases,
    /// A case as a link.
    Link,
}

impl Kept {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::CaseFile, Self::Envelope, Self::SeveralCases, Self::Link];

    /// Name of it in files: `case`, `envelope`, `cases`, `link`.
    pub fn name(self) -> &'static str {
        match self {
            Self::CaseFile => "case",
            Self::Envelope => "envelope",
            Self::SeveralCases => "cases",
            Self::Link => "link",
        }
    }

    /// The version that is written today. Every version from 1 to this one can be read.
    pub fn latest(self) -> u64 {
        match self {
            Self::CaseFile => u64::from(schema::latest::VERSION),
            Self::Envelope => envelope::VERSION,
            Self::SeveralCases => transfer::VERSION,
            Self::Link => u64::from(link::VERSION),
        }
    }
}
