//! What was done to the open case outside of this tab.

use groundwork_cases::{draft::Draft, library::Library, store::KeyValueStore as _};
use leptos::prelude::*;

use super::{KeepProblem, Keeper, Kept, Showing, place::Place};
use crate::{
    browser::{crash, local_store::LocalStore},
    state::other_tabs::Meaning,
};

impl Keeper {
    /// Looks at what is stored of the case on screen, says where that is a problem, and gives what it
    /// means; `is_named` says that another tab touched this very case.
    pub fn look(self, draft: RwSignal<Draft>, is_named: bool) -> Meaning {
        let is_changed = draft
            .with_untracked(|draft| self.place.try_with_value(|place| place.is_changed(draft)))
            .unwrap_or_default();
        let looked =
            draft.with_untracked(|draft| self.place.try_update_value(|p| p.look(draft, is_named)));
        let meaning = looked.unwrap_or(Meaning::Nothing);
        let problem = match meaning {
            Meaning::Nothing | Meaning::TakeOver => return meaning,
            Meaning::Same(_) => {
                self.go_on(draft);
                return meaning;
            }
            Meaning::Cleared if is_changed => {
                self.save(draft);
                self.was_cleared().set(true);
                return meaning;
            }
            Meaning::Choose => KeepProblem::ChangedElsewhere,
            Meaning::Deleted => KeepProblem::DeletedElsewhere,
            Meaning::Cleared => KeepProblem::Cleared,
            Meaning::Newer => KeepProblem::NewerRelease,
        };
        self.forget_pending();
        self.tell(Kept::Problem(problem));
        meaning
    }

    /// Writes the draft now, because the reader asks for it.
    pub fn keep_now(self, draft: RwSignal<Draft>) {
        self.save(draft);
    }

    /// What is stored of the case on screen, where that can be read.
    pub fn stored(self) -> Option<Draft> {
        let Showing::Own(id) = self.showing.get_untracked() else { return None };
        let looked = Library::new(LocalStore::open().ok()?).look(&id).ok()??;
        Some(looked.ok()?.draft)
    }

    /// Whether the data of the page was cleared beneath it, and the case was written again.
    pub fn was_cleared(self) -> RwSignal<bool> {
        self.place.with_value(|place| place.was_cleared)
    }

    /// Key the case on screen is stored under; none for one that came with a link.
    pub fn key(self) -> Option<String> {
        self.place.try_with_value(Place::key).flatten()
    }

    /// Takes the notice about a text that could not be opened away, where the text is gone.
    pub fn forget_unreadable_that_is_gone(self) {
        let key = self.unreadable.with_untracked(|found| Some(found.as_ref()?.key.clone()));
        let Some(key) = key else { return };
        let is_gone = LocalStore::open().and_then(|store| Ok(store.read(&key)?.is_none()));
        if is_gone == Ok(true) {
            self.unreadable.set(None);
        }
    }

    /// Nothing stands against the case any more: what was typed since is written.
    fn go_on(self, draft: RwSignal<Draft>) {
        if self.is_settled(draft) {
            self.forget_pending();
            crash::leave_unsaved(None);
            self.tell(Kept::Saved);
        } else if !self.is_waiting() {
            self.save(draft);
        }
    }
}
