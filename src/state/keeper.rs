//! Keeps the open case in the browser, and says when that does not work.

use std::time::Duration;

use groundwork_cases::{
    draft::Draft,
    envelope::Revision,
    library::{Library, Opened, SaveError, case_key},
    store::StoreError,
};
use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*};

use crate::browser::{clock, document, local_store::LocalStore, session};

/// How long typing must pause before the case is written.
const PAUSE: Duration = Duration::from_millis(300);

/// Whether what is on screen is also in the browser's storage.
#[derive(Clone, Debug, PartialEq)]
pub enum Kept {
    /// Nothing was typed yet.
    Nothing,
    /// Typing has not paused yet.
    Soon,
    /// Written and read back.
    Saved,
    /// Not written; stays until it is solved.
    Problem(KeepProblem),
}

/// Why the case is not kept.
#[derive(Clone, Debug, PartialEq)]
pub enum KeepProblem {
    /// The browser grants no storage.
    Denied,
    /// Storage is full.
    Full,
    /// Another tab saved the same case.
    ChangedElsewhere,
    /// A later release of the page saved the same case.
    NewerRelease,
    /// Anything else.
    Failed(String),
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

/// How much a browser keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Inventory {
    /// Cases, those that cannot be read included.
    pub cases: usize,
    /// Texts that could not be read and were set aside.
    pub set_aside: usize,
}

/// Writes the open case and remembers what was written last.
#[derive(Clone, Copy)]
pub struct Keeper {
    /// Whether the case is kept.
    pub kept: RwSignal<Kept>,
    /// What could not be opened when the page began.
    pub unreadable: RwSignal<Option<Unreadable>>,
    place: StoredValue<Place>,
    /// Whether the next change of the draft is none of the reader's, and is not to be kept.
    passes_over_next: StoredValue<bool>,
    pending: StoredValue<Option<TimeoutHandle>>,
}

/// Where the open case is kept.
struct Place {
    library: Option<Library<LocalStore>>,
    id: String,
    revision: Option<Revision>,
}

impl Keeper {
    /// Opens the case saved last; the draft is `None` where there is none that can be opened.
    pub fn open() -> (Self, Option<Draft>) {
        let mut place = Place { library: None, id: clock::new_id(), revision: None };
        let mut kept = Kept::Nothing;
        let (mut draft, mut unreadable) = (None, None);
        let opened = LocalStore::open().and_then(|store| {
            let library = Library::new(store);
            let opened = open_own_or_latest(&library);
            unreadable = first_unreadable(&library);
            place.library = Some(library);
            opened
        });
        match opened {
            Ok(Opened::Draft { id, draft: found, revision, .. }) => {
                session::remember_case(&id);
                (place.id, place.revision) = (id, Some(revision));
                draft = Some(*found);
                kept = Kept::Saved;
            }
            Ok(Opened::Nothing) => (),
            Ok(Opened::SetAside { quarantine_key: key, reason, .. }) => {
                let reason = reason.to_string();
                unreadable = Some(Unreadable { key, is_newer: false, reason });
            }
            Ok(Opened::LeftAlone { key, reason, .. }) => {
                let is_newer = reason.is_too_new();
                unreadable = Some(Unreadable { key, is_newer, reason: reason.to_string() });
            }
            Err(error) => kept = Kept::Problem(problem_of_store(error)),
        }
        let keeper = Self {
            kept: RwSignal::new(kept),
            unreadable: RwSignal::new(unreadable),
            place: StoredValue::new(place),
            passes_over_next: StoredValue::new(false),
            pending: StoredValue::new(None),
        };
        (keeper, draft)
    }

    /// Keeps `draft` from now on: whenever it changes, once typing pauses, and when the page goes.
    pub fn watch(self, draft: RwSignal<Draft>) {
        Effect::watch(
            move || draft.track(),
            move |(), _, _| {
                self.forget_pending();
                if self.passes_over_next.get_value() {
                    return self.passes_over_next.set_value(false);
                }
                if self.kept.with_untracked(|kept| !matches!(kept, Kept::Problem(_))) {
                    self.kept.set(Kept::Soon);
                }
                let save = move || self.save(draft);
                self.pending.set_value(set_timeout_with_handle(save, PAUSE).ok());
            },
            false,
        );
        document::on_leaving(move || {
            if self.pending.try_with_value(Option::is_some) == Some(true) {
                self.save(draft);
            }
        });
    }

    /// The other tab's version of the case, which from now on is the one that is kept.
    /// `None` where that is no longer there.
    pub fn take_theirs(self) -> Option<Draft> {
        self.forget_pending();
        let opened = self.place.with_value(|place| Some(place.library.as_ref()?.open(&place.id)));
        let Some(Ok(Opened::Draft { draft, revision, .. })) = opened else { return None };
        self.place.update_value(|place| place.revision = Some(revision));
        self.kept.set(Kept::Saved);
        Some(*draft)
    }

    /// Keeps what is on screen as a case of its own, beside the other tab's.
    pub fn keep_mine_as_copy(self, draft: RwSignal<Draft>) {
        self.place.update_value(|place| {
            (place.id, place.revision) = (clock::new_id(), None);
        });
        self.save(draft);
    }

    /// How much this browser keeps; `None` where it keeps nothing for this page at all.
    pub fn inventory(self) -> Option<Inventory> {
        let library = Library::new(LocalStore::open().ok()?);
        let (cases, set_aside) = (library.list().ok()?.len(), library.quarantined().ok()?.len());
        Some(Inventory { cases, set_aside })
    }

    /// Removes everything of this project from this browser. The draft is to be replaced right
    /// after, and is kept again once something is typed into it.
    ///
    /// # Errors
    ///
    /// [`StoreError`] when something could not be removed.
    pub fn delete_everything(self) -> Result<(), StoreError> {
        self.forget_pending();
        let library = Library::new(LocalStore::open()?);
        library.delete_everything()?;
        session::forget();
        self.passes_over_next.set_value(true);
        self.place.set_value(Place { library: Some(library), id: clock::new_id(), revision: None });
        self.unreadable.set(None);
        self.kept.set(Kept::Nothing);
        Ok(())
    }

    /// Text stored under `key`, as it is.
    pub fn stored_text(self, key: &str) -> Option<String> {
        use groundwork_cases::store::KeyValueStore as _;
        LocalStore::open().ok()?.read(key).ok().flatten()
    }

    fn save(self, draft: RwSignal<Draft>) {
        self.forget_pending();
        let saved = draft.with_untracked(|draft| self.place.try_update_value(|p| p.save(draft)));
        match saved {
            Some(Ok(())) => self.kept.set(Kept::Saved),
            Some(Err(problem)) => self.kept.set(Kept::Problem(problem)),
            // The page is being torn down.
            None => (),
        }
    }

    fn forget_pending(self) {
        if let Some(Some(pending)) = self.pending.try_update_value(Option::take) {
            pending.clear();
        }
    }
}

impl Place {
    fn save(&mut self, draft: &Draft) -> Result<(), KeepProblem> {
        // Storage may have been granted since.
        if self.library.is_none() {
            self.library = Some(Library::new(LocalStore::open().map_err(problem_of_store)?));
        }
        let Some(library) = &self.library else { return Err(KeepProblem::Denied) };
        let now = clock::now();
        let saved = match library.save(&self.id, draft, now, self.revision) {
            // Storage was cleared beneath the page: what is on screen is the only copy.
            Err(SaveError::Conflict { found: None, .. }) => {
                library.save(&self.id, draft, now, None)
            }
            saved => saved,
        };
        self.revision = Some(saved.map_err(problem_of_save)?);
        session::remember_case(&self.id);
        Ok(())
    }
}

/// The case this tab showed before a reload, else the one saved last in any tab.
fn open_own_or_latest(library: &Library<LocalStore>) -> Result<Opened, StoreError> {
    match session::case_id().map(|id| library.open(&id)).transpose()? {
        Some(Opened::Nothing) | None => library.latest(),
        Some(opened) => Ok(opened),
    }
}

/// Text in storage that no case here shows: of a later release, or set aside because it is damaged.
fn first_unreadable(library: &Library<LocalStore>) -> Option<Unreadable> {
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

fn problem_of_save(error: SaveError) -> KeepProblem {
    match error {
        SaveError::Store(error) => problem_of_store(error),
        SaveError::Conflict { .. } => KeepProblem::ChangedElsewhere,
        SaveError::TooNew => KeepProblem::NewerRelease,
        error => KeepProblem::Failed(error.to_string()),
    }
}

fn problem_of_store(error: StoreError) -> KeepProblem {
    match error {
        StoreError::Unavailable => KeepProblem::Denied,
        StoreError::QuotaExceeded => KeepProblem::Full,
        error => KeepProblem::Failed(error.to_string()),
    }
}
