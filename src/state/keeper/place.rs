//! Where the open case is kept: among the reader's own cases, or in this tab alone.

use groundwork_cases::{
    draft::Draft,
    envelope::{Envelope, Revision},
    library::{Library, Opened, SaveError, case_key},
    store::StoreError,
};
use leptos::prelude::*;

use super::problem::KeepProblem;
use crate::{
    browser::{clock, local_store::LocalStore, session},
    state::other_tabs::{Here, Meaning, There, meaning},
};

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
    /// Whether storage was found cleared, and the case was written again.
    pub(super) was_cleared: RwSignal<bool>,
}

/// Under which name.
pub(super) enum At {
    /// As one of the reader's own cases; without a revision while nothing of it was written.
    Own { id: String, revision: Option<Revision>, fate: Fate },
    /// In this tab, as it came with a link or changed since.
    Preview { is_changed: bool },
}

/// What became of a case outside of this tab.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// Nothing that matters here.
    Usual,
    /// Another tab deleted it; it is not written again by itself.
    Deleted,
    /// The data of the page was cleared; what is on screen is the only copy.
    Cleared,
}

impl Place {
    /// The place of a case that is not kept yet.
    pub(super) fn new(library: Option<Library<LocalStore>>, settled: Draft) -> Self {
        Self { library, at: At::new(), settled, was_cleared: RwSignal::new(false) }
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
            At::Own { id, revision, fate } => {
                let library = self.library.as_ref().ok_or(KeepProblem::Denied)?;
                let now = clock::now();
                let mut saved = library.save(id, draft, now, *revision);
                if let Err(SaveError::Conflict { found: None, .. }) = saved {
                    if *fate == Fate::Usual && library.is_empty() == Ok(true) {
                        // What is on screen is the only copy.
                        saved = library.save(id, draft, now, None);
                        self.was_cleared.set(saved.is_ok());
                    } else {
                        *fate = Fate::Deleted;
                    }
                }
                *revision = Some(saved?);
                *fate = Fate::Usual;
                session::remember_case(id);
            }
        }
        self.settled = draft.clone();
        Ok(())
    }

    /// Whether a draft needs no writing.
    pub(super) fn is_settled(&self, draft: &Draft) -> bool {
        let is_only_copy = matches!(self.at, At::Own { fate: Fate::Cleared, .. });
        self.settled == *draft && !is_only_copy
    }

    /// Whether something was typed that is not written.
    pub(super) fn is_changed(&self, draft: &Draft) -> bool {
        self.settled != *draft
    }

    /// Key the case is, or will be, stored under.
    pub(super) fn key(&self) -> Option<String> {
        match &self.at {
            At::Own { id, .. } => Some(case_key(id)),
            At::Preview { .. } => None,
        }
    }

    /// Looks at what is stored of the case, which somebody else may have changed, and notes what that
    /// means; `is_named` says that another tab touched this very case.
    pub(super) fn look(&mut self, draft: &Draft, is_named: bool) -> Meaning {
        let At::Own { id, revision, fate } = &self.at else { return Meaning::Nothing };
        let here = match revision {
            None if *fate == Fate::Usual => Here::Apart,
            // Where it was cleared, whatever is stored by now came from another tab.
            _ => Here::Own {
                revision: revision.unwrap_or_default(),
                is_changed: !self.is_settled(draft),
            },
        };
        let looked = LocalStore::open()
            .map(Library::new)
            .and_then(|library| Ok((library.look(id)?, library.is_empty()?)));
        let mut stored = None;
        let there = match looked {
            Err(_) => There::Unknown,
            Ok((None, is_empty)) => There::Nothing {
                is_cleared: match fate {
                    Fate::Usual => is_empty && !is_named,
                    Fate::Cleared => !is_named,
                    Fate::Deleted => false,
                },
            },
            Ok((Some(Ok(envelope)), _)) => {
                let theirs = &*stored.insert(envelope.draft);
                let is_same = self.settled == *theirs || draft == theirs;
                There::Case { revision: envelope.revision, is_same }
            }
            Ok((Some(Err(reason)), _)) if reason.is_too_new() => There::Newer,
            Ok((Some(Err(_)), _)) => There::Damaged,
        };
        let meaning = meaning(here, there);
        if let At::Own { revision, fate, .. } = &mut self.at {
            match meaning {
                Meaning::Same(found) => {
                    (*revision, *fate) = (Some(found), Fate::Usual);
                    self.settled = stored.unwrap_or_default();
                }
                Meaning::Deleted => *fate = Fate::Deleted,
                Meaning::Cleared => (*revision, *fate) = (None, Fate::Cleared),
                _ => (),
            }
        }
        meaning
    }
}

impl At {
    /// A place among the reader's own cases that nobody else has.
    pub(super) fn new() -> Self {
        Self::Own { id: clock::new_id(), revision: None, fate: Fate::Usual }
    }

    /// The place of a case as it is stored.
    pub(super) fn kept(id: String, revision: Revision) -> Self {
        Self::Own { id, revision: Some(revision), fate: Fate::Usual }
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
