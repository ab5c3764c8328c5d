//! Why a case is not kept, or cannot be opened.

use groundwork_cases::{
    library::{Library, SaveError, case_key},
    store::StoreError,
};

use crate::browser::local_store::LocalStore;

/// Why the case is not kept.
#[derive(Clone, Debug, PartialEq)]
pub enum KeepProblem {
    /// The browser grants no storage.
    Denied,
    /// Storage is full.
    Full,
    /// Another tab saved the same case.
    ChangedElsewhere,
    /// Another tab deleted the case.
    DeletedElsewhere,
    /// The data of the page was cleared beneath it.
    Cleared,
    /// A later release of the page saved the same case.
    NewerRelease,
    /// Anything else.
    Failed(String),
}

impl KeepProblem {
    /// Whether it came about outside of this tab, so that the reader may choose what goes on here.
    pub fn is_from_elsewhere(&self) -> bool {
        matches!(self, Self::ChangedElsewhere | Self::DeletedElsewhere | Self::Cleared)
    }
}

/// What was found in storage and cannot be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// Key it is kept under.
    pub key: String,
    /// Whether a later release wrote it; otherwise it is damaged.
    pub is_newer: bool,
    /// Why it cannot be read.
    pub reason: String,
}

/// Text in storage that no case here shows: of a later release, or set aside because it is damaged.
pub(super) fn first_unreadable(library: &Library<LocalStore>) -> Option<Unreadable> {
    let newer = library.list().ok()?.into_iter().find_map(|listed| {
        let reason = listed.content.err()?;
        let is_newer = reason.is_too_new();
        Some(Unreadable { key: case_key(&listed.id), is_newer, reason: reason.to_string() })
    });
    newer.or_else(|| {
        let aside = library.quarantined().ok()?.into_iter().next()?;
        let reason = "it was set aside earlier".to_owned();
        Some(Unreadable { key: aside.key, is_newer: false, reason })
    })
}

impl From<SaveError> for KeepProblem {
    fn from(error: SaveError) -> Self {
        match error {
            SaveError::Store(error) => error.into(),
            SaveError::Conflict { found: None, .. } => Self::DeletedElsewhere,
            SaveError::Conflict { .. } => Self::ChangedElsewhere,
            SaveError::TooNew => Self::NewerRelease,
            error => Self::Failed(error.to_string()),
        }
    }
}

impl From<StoreError> for KeepProblem {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Unavailable => Self::Denied,
            StoreError::QuotaExceeded => Self::Full,
            error => Self::Failed(error.to_string()),
        }
    }
}
