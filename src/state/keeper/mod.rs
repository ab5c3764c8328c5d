//! Keeps the open case in the browser, and says when that does not work.

mod elsewhere;
mod place;
mod problem;

use std::time::Duration;

use groundwork_cases::{
    draft::Draft,
    library::{Library, Opened},
    store::StoreError,
};
use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*};

pub use self::{
    place::Showing,
    problem::{KeepProblem, Unreadable},
};
use self::{
    place::{At, Place, keep_preview, kept_preview, open_own_or_latest},
    problem::first_unreadable,
};
use crate::browser::{crash, document, local_store::LocalStore, other_tabs::in_turn, session};

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

/// How much a browser keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Inventory {
    /// Cases, those that cannot be read included.
    pub cases: usize,
    /// Texts that could not be read and were set aside.
    pub set_aside: usize,
    /// Room that takes, in bytes.
    pub bytes: usize,
}

/// Writes the open case and remembers what was written last.
#[derive(Clone, Copy)]
pub struct Keeper {
    /// Whether the case is kept.
    pub kept: RwSignal<Kept>,
    /// What could not be opened when the page began.
    pub unreadable: RwSignal<Option<Unreadable>>,
    /// Which case this tab shows.
    pub showing: RwSignal<Showing>,
    place: StoredValue<Place>,
    pending: StoredValue<Pending>,
}

/// A write that waits, for typing to pause and then for this tab's turn.
#[derive(Default)]
struct Pending {
    /// There while one waits.
    timer: Option<TimeoutHandle>,
    /// Counts what waited; whoever comes with an earlier number comes too late, because the case was
    /// written, changed or left since.
    number: u32,
}

impl Keeper {
    /// Opens the preview or the case this tab showed before a reload, else the case saved last;
    /// `blank` where there is none that can be opened.
    pub fn open(blank: Draft) -> (Self, Draft) {
        let mut place = Place::new(None, blank);
        let mut kept = Kept::Nothing;
        let mut unreadable = None;
        let opened = LocalStore::open().and_then(|store| {
            let library = Library::new(store);
            let opened = open_own_or_latest(&library);
            unreadable = first_unreadable(&library);
            place.library = Some(library);
            opened
        });
        match opened {
            Ok(Opened::Draft { id, draft, revision, .. }) => {
                session::remember_case(&id);
                place.at = At::kept(id, revision);
                place.settled = *draft;
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
            Err(error) => kept = Kept::Problem(error.into()),
        }
        if let Some((preview, is_changed)) = kept_preview() {
            place.at = At::Preview { is_changed };
            place.settled = preview;
            kept = Kept::Saved;
        }
        let draft = place.settled.clone();
        let keeper = Self {
            kept: RwSignal::new(kept),
            unreadable: RwSignal::new(unreadable),
            showing: RwSignal::new(place.showing()),
            place: StoredValue::new(place),
            pending: StoredValue::new(Pending::default()),
        };
        (keeper, draft)
    }

    /// Keeps nothing of `draft` and looks at nothing that is kept.
    pub(super) fn of_nothing(draft: Draft) -> Self {
        let place = Place::new(None, draft);
        Self {
            kept: RwSignal::new(Kept::Nothing),
            unreadable: RwSignal::new(None),
            showing: RwSignal::new(place.showing()),
            place: StoredValue::new(place),
            pending: StoredValue::new(Pending::default()),
        }
    }

    /// Keeps `draft` from now on: whenever it changes, once typing pauses, and when the page goes.
    pub fn watch(self, draft: RwSignal<Draft>) {
        Effect::watch(
            move || draft.track(),
            move |(), _, _| {
                self.forget_pending();
                let has_problem = self.kept.with_untracked(|kept| matches!(kept, Kept::Problem(_)));
                if !has_problem && self.is_settled(draft) {
                    crash::leave_unsaved(None);
                    return self.kept.set(self.usual());
                }
                if !has_problem {
                    self.kept.set(Kept::Soon);
                }
                self.save_soon(draft);
            },
            false,
        );
        document::on_leaving(move || {
            if self.is_waiting() {
                self.save(draft);
            }
        });
        document::ask_before_leaving(move || {
            let kept = self.kept.try_with_untracked(|kept| matches!(kept, Kept::Problem(_)));
            kept == Some(true) && !self.is_settled(draft)
        });
    }

    /// Writes the draft as it stands then: once typing pauses and no other tab is writing. Where the
    /// page is left before, it is written without waiting.
    fn save_soon(self, draft: RwSignal<Draft>) {
        let number = self.pending.with_value(|pending| pending.number);
        let save = move || {
            in_turn(Box::new(move || {
                if self.pending.try_with_value(|pending| pending.number) == Some(number) {
                    self.save(draft);
                }
            }));
        };
        let timer = set_timeout_with_handle(save, PAUSE).ok();
        self.pending.update_value(|pending| pending.timer = timer);
    }

    /// Writes what typing has not paused for yet. Says whether another case can take the place of
    /// the one on screen without anything being lost.
    pub fn may_leave(self, draft: RwSignal<Draft>) -> bool {
        if self.is_waiting() || !self.is_settled(draft) {
            self.save(draft);
        }
        let is_changed_preview =
            self.place.with_value(|place| matches!(place.at, At::Preview { is_changed: true }));
        !is_changed_preview && self.is_settled(draft)
    }

    /// Goes to one of the reader's own cases; what is on screen is not looked after any more.
    ///
    /// # Errors
    ///
    /// [`StoreError`] when storage cannot be read; this tab then stays where it is.
    pub fn go_to(self, id: &str) -> Result<Opened, StoreError> {
        let opened = Library::new(LocalStore::open()?).open(id)?;
        if let Opened::Draft { id, draft, revision, .. } = &opened {
            self.forget_pending();
            session::remember_case(id);
            self.settle(At::kept(id.clone(), *revision), (**draft).clone());
        }
        Ok(opened)
    }

    /// Goes to a case that is not kept until something is typed into `draft`.
    pub fn begin(self, draft: &Draft) {
        self.forget_pending();
        self.settle(At::new(), draft.clone());
    }

    /// Goes to a case that came with a link. It stays in this tab and touches no other case.
    pub fn begin_preview(self, draft: &Draft) {
        self.forget_pending();
        self.settle(At::Preview { is_changed: false }, draft.clone());
        if let Err(problem) = keep_preview(draft, false) {
            self.kept.set(Kept::Problem(problem));
        }
    }

    /// Leaves the preview for the case this tab showed before, else the one saved last; `blank`
    /// where there is none.
    pub fn end_preview(self, blank: Draft) -> Draft {
        self.forget_pending();
        let opened = LocalStore::open().map(Library::new);
        let opened = opened.and_then(|library| open_own_or_latest(&library));
        if let Ok(Opened::Draft { id, draft, revision, .. }) = opened {
            session::remember_case(&id);
            self.settle(At::kept(id, revision), (*draft).clone());
            *draft
        } else {
            self.begin(&blank);
            blank
        }
    }

    /// Keeps what is on screen as a case of its own: a preview that is to stay, or this tab's
    /// version beside another tab's.
    pub fn keep_as_own(self, draft: RwSignal<Draft>) {
        let before =
            self.place.try_update_value(|place| std::mem::replace(&mut place.at, At::new()));
        self.save(draft);
        let is_saved = self.kept.with_untracked(|kept| *kept == Kept::Saved);
        match before {
            Some(before @ At::Preview { .. }) if !is_saved => {
                self.place.update_value(|place| place.at = before);
            }
            _ => session::forget_preview(),
        }
        self.tell_place();
    }

    /// The other tab's version of the case, which from now on is the one that is kept.
    /// `None` where that is no longer there.
    pub fn take_theirs(self) -> Option<Draft> {
        let Showing::Own(id) = self.showing.get_untracked() else { return None };
        match self.go_to(&id) {
            Ok(Opened::Draft { draft, .. }) => Some(*draft),
            _ => None,
        }
    }

    /// How much this browser keeps; `None` where it keeps nothing for this page at all.
    pub fn inventory(self) -> Option<Inventory> {
        let library = Library::new(LocalStore::open().ok()?);
        let (cases, set_aside) = (library.count().ok()?, library.quarantined().ok()?.len());
        Some(Inventory { cases, set_aside, bytes: library.size().ok()? })
    }

    /// Removes everything of this project from this browser and goes to `blank`, which is kept once
    /// something is typed into it.
    ///
    /// # Errors
    ///
    /// [`StoreError`] when something could not be removed.
    pub fn delete_everything(self, blank: &Draft) -> Result<(), StoreError> {
        self.forget_pending();
        Library::new(LocalStore::open()?).delete_everything()?;
        session::forget();
        self.unreadable.set(None);
        self.begin(blank);
        Ok(())
    }

    /// Text stored under `key`, as it is.
    pub fn stored_text(self, key: &str) -> Option<String> {
        use groundwork_cases::store::KeyValueStore as _;
        LocalStore::open().ok()?.read(key).ok().flatten()
    }

    /// Writes the draft now.
    fn save(self, draft: RwSignal<Draft>) {
        self.forget_pending();
        let saved = draft.with_untracked(|draft| self.place.try_update_value(|p| p.save(draft)));
        match saved {
            Some(Ok(())) => {
                crash::leave_unsaved(None);
                self.kept.set(Kept::Saved);
            }
            Some(Err(problem)) => self.tell(Kept::Problem(problem)),
            // The page is being torn down.
            None => (),
        }
    }

    fn settle(self, at: At, draft: Draft) {
        if matches!(at, At::Own { .. }) {
            // Left behind, it must not come back with a reload.
            session::forget_preview();
        }
        self.place.update_value(|place| (place.at, place.settled) = (at, draft));
        crash::leave_unsaved(None);
        self.tell_place();
        self.kept.set(self.usual());
    }

    fn tell_place(self) {
        let showing = self.place.with_value(Place::showing);
        self.showing.maybe_update(|before| {
            let is_other = *before != showing;
            *before = showing;
            is_other
        });
    }

    /// Whether the case is kept while nothing has changed.
    fn usual(self) -> Kept {
        if self.place.with_value(Place::is_begun) { Kept::Saved } else { Kept::Nothing }
    }

    fn is_settled(self, draft: RwSignal<Draft>) -> bool {
        draft.with_untracked(|draft| self.place.with_value(|place| place.is_settled(draft)))
    }

    /// Whether a write waits for its time.
    fn is_waiting(self) -> bool {
        self.pending.try_with_value(|pending| pending.timer.is_some()) == Some(true)
    }

    fn forget_pending(self) {
        let waiting = self.pending.try_update_value(|pending| {
            pending.number = pending.number.wrapping_add(1);
            pending.timer.take()
        });
        if let Some(Some(timer)) = waiting {
            timer.clear();
        }
    }

    /// Says whether the case is kept; a notice that stands already stays as it is.
    fn tell(self, kept: Kept) {
        self.kept.maybe_update(|before| {
            let is_other = *before != kept;
            *before = kept;
            is_other
        });
    }
}
