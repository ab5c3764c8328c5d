//! Where the open case is kept: among the reader's own cases, or in this tab alone.

use groundwork_cases::{
    draft::Draft,
    envelope::{Envelope, Revision},
    library::{Library, Opened, SaveError},
    store::StoreError,
};

use super::problem::KeepProblem;
use crate::browser::{clock, local_store::LocalStore, session};

/// Which case a tab shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Showing {
    /// One of the reader's own, by its id.
    Own(String),
    /// One that came with a link; it stays in this tab until it is saved.
    Preview,
}

/// Where the open case is kept, and what was written there last.
pub(super) struct Place {
    /// Absent while the browser grants no storage.
    pub(super) library: Option<Library<LocalStore>>,
    pub(super) at: At,
    /// The draft as it was opened or written last: a draft that equals it needs no writing.
    pub(super) settled: Draft,
}

/// Under which name.
pub(super) enum At {
    /// As one of the reader's own cases; without a revision while nothing of it was written.
    Own { id: String, revision: Option<Revision> },
    /// In this tab, as it came with a link or changed since.
    Preview { is_changed: bool },
}

impl Place {
    /// The place of a case that is not kept yet.
    pub(super) fn new(library: Option<Library<LocalStore>>, settled: Draft) -> Self {
        Self { library, at: At::new(), settled }
    }

    pub(super) fn showing(&self) -> Showing {
        match &self.at {
            At::Own { id, .. } => Showing::Own(id.clone()),
            At::Preview { .. } => Showing::Preview,
        }
    }

    /// Whether something of the case on screen is kept in the browser.
    pub(super) fn is_begun(&self) -> bool {
        matches!(self.at, At::Own { revision: Some(_), .. } | At::Preview { .. })
    }

    /// Writes the draft to where it belongs.
    pub(super) fn save(&mut self, draft: &Draft) -> Result<(), KeepProblem> {
        // Storage may have been granted since.
        if self.library.is_none() {
            self.library = LocalStore::open().ok().map(Library::new);
        }
        match &mut self.at {
            At::Preview { is_changed } => {
                *is_changed |= *draft != self.settled;
                keep_preview(draft, *is_changed)?;
            }
            At::Own { id, revision } => {
                let library = self.library.as_ref().ok_or(KeepProblem::Denied)?;
                let now = clock::now();
                let saved = match library.save(id, draft, now, *revision) {
                    // Storage was cleared beneath the page: what is on screen is the only copy.
                    Err(SaveError::Conflict { found: None, .. }) => {
                        library.save(id, draft, now, None)
                    }
                    saved => saved,
                };
                *revision = Some(saved?);
                session::remember_case(id);
            }
        }
        self.settled = draft.clone();
        Ok(())
    }
}

impl At {
    /// A place among the reader's own cases that nobody else has.
    pub(super) fn new() -> Self {
        Self::Own { id: clock::new_id(), revision: None }
    }
}

/// Keeps a preview in this tab, so that it is there after a reload.
pub(super) fn keep_preview(draft: &Draft, is_changed: bool) -> Result<(), KeepProblem> {
    let envelope = Envelope::new(draft.clone(), clock::now(), Revision(u64::from(is_changed)));
    session::remember_preview(&envelope.encode()).then_some(()).ok_or(KeepProblem::Denied)
}

/// The preview this tab showed before a reload, and whether it was changed.
pub(super) fn kept_preview() -> Option<(Draft, bool)> {
    let Envelope { draft, revision, .. } = Envelope::decode(&session::preview()?).ok()?;
    Some((draft, revision > Revision(0)))
}

/// The case this tab showed before a reload, else the one saved last in any tab.
pub(super) fn open_own_or_latest(library: &Library<LocalStore>) -> Result<Opened, StoreError> {
    match session::case_id().map(|id| library.open(&id)).transpose()? {
        Some(Opened::Nothing) | None => library.latest(),
        Some(opened) => Ok(opened),
    }
}
