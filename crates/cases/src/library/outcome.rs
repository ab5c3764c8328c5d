//! What opening, listing and saving come to.

use crate::{
    draft::Draft,
    envelope::{EnvelopeError, Revision, Timestamp},
    store::StoreError,
    text::TextError,
};

/// What was found under the id of a case.
#[derive(Clone, Debug, PartialEq)]
pub enum Opened {
    /// A draft, as it was saved.
    Draft {
        /// Id of the case.
        id: String,
        /// The case and what was typed beside it.
        draft: Box<Draft>,
        /// What the next save is to expect.
        revision: Revision,
        /// When it was saved.
        saved_at: Timestamp,
    },
    /// Nothing.
    Nothing,
    /// Text that cannot be read; it was moved aside and is kept.
    SetAside {
        /// Id it was stored under; free again.
        id: String,
        /// Key it is kept under now.
        quarantine_key: String,
        /// Why it cannot be read.
        reason: EnvelopeError,
    },
    /// Text of a later release, or damaged text that could not be moved aside. It stays untouched
    /// where it is, so a new case needs another id.
    LeftAlone {
        /// Id it is stored under.
        id: String,
        /// Key it is stored under.
        key: String,
        /// Why it cannot be read.
        reason: EnvelopeError,
    },
}

/// A case as lists show it.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    /// Id of the case.
    pub id: String,
    /// Title and time of the last save, or why the text cannot be read.
    pub content: Result<ListedCase, EnvelopeError>,
}

/// What a list says about a case that can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedCase {
    /// Name of the case; empty where it has none.
    pub title: String,
    /// When it was saved.
    pub saved_at: Timestamp,
    /// What renaming it is to expect.
    pub revision: Revision,
}

impl Listed {
    /// When the case was saved, where that can be read.
    pub fn saved_at(&self) -> Option<Timestamp> {
        self.content.as_ref().ok().map(|case| case.saved_at)
    }
}

/// Text that could not be read and is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quarantined {
    /// Key it is kept under.
    pub key: String,
    /// The text, unchanged.
    pub text: String,
}

/// What brings a deleted text back: the text itself, readable or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deleted {
    /// Key it was stored under.
    pub(super) key: String,
    /// The text, unchanged.
    pub(super) text: String,
    /// Id of the case, where it was the one saved last.
    pub(super) latest: Option<String>,
    /// Keys and texts of the points that were saved of it.
    pub(super) points: Vec<(String, String)>,
}

/// Why a draft was not saved. What was stored before is still there, unless said otherwise.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum SaveError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The store took the text and gave back another one.
    #[error("storage did not keep what was written")]
    ReadBackDiffers {
        /// Whether what was stored before is there again.
        is_restored: bool,
    },
    /// Another tab saved, or removed, the case in between.
    #[error("another tab changed the case")]
    Conflict {
        /// Revision this tab knew; `None` where it knew none.
        expected: Option<Revision>,
        /// Revision that is stored; `None` where the case is gone.
        found: Option<Revision>,
    },
    /// A later release saved under this id; its text is left alone.
    #[error("a later release of the page saved this case")]
    TooNew,
    /// The text stored under this id cannot be read.
    #[error("its stored text cannot be read: {0}")]
    Unreadable(EnvelopeError),
}

/// Why a case was not renamed.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum RenameError {
    /// The title cannot stand there.
    #[error(transparent)]
    Title(#[from] TextError),
    /// It was not saved.
    #[error(transparent)]
    Save(#[from] SaveError),
}
