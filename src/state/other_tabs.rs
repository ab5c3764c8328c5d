//! What another tab, or a browser that clears its data, did to the case that is open here: the one
//! place that decides what it means for this tab.

use groundwork_cases::{
    draft::Draft,
    envelope::Revision,
    library::{Library, PREFERENCES_KEY},
    text_field::TextField,
};
use leptos::prelude::*;

use super::{keeper::Kept, preferences::Preferences, switching::Destination, workspace::Workspace};
use crate::browser::{
    local_store::LocalStore,
    other_tabs::{is_seen, on_return, on_stored_elsewhere},
};

/// The group of changes that came from another tab. As a step of this tab's history they can be
/// undone, and those that directly follow each other are one step.
const THEIRS: &str = "the other tab's case";
/// The group of the change that gives this tab's case a name of its own.
const COPY: &str = "kept as a copy";

/// What this tab shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Here {
    /// A case that is kept nowhere another tab reaches: one that came with a link, or one of which
    /// nothing was written yet.
    Apart,
    /// One of the reader's own, as this tab knows it.
    Own {
        /// Revision that was opened or written last.
        revision: Revision,
        /// Whether something was typed that is not written yet.
        is_changed: bool,
    },
}

/// What is stored of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum There {
    /// Storage does not say.
    Unknown,
    /// Nothing.
    Nothing {
        /// Whether nothing else of this project is stored either, and nobody removed the case by
        /// itself: then the browser, or the reader in its settings, cleared the data of the page.
        is_cleared: bool,
    },
    /// The case.
    Case {
        /// How often it was saved.
        revision: Revision,
        /// Whether it says what this tab wrote last, or what stands on screen.
        is_same: bool,
    },
    /// Text of a later release.
    Newer,
    /// Text nobody can read. It is set aside once the case is saved.
    Damaged,
}

/// What that means for this tab.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// Nothing.
    Nothing,
    /// Both say the same; this is the revision the next save is to expect.
    Same(Revision),
    /// The other version takes the place of the one on screen, where nothing is lost by that.
    TakeOver,
    /// There are two versions, and the reader is to choose.
    Choose,
    /// It was deleted, and must not come back by itself.
    Deleted,
    /// What is on screen is the only copy there is.
    Cleared,
    /// A later release saved it, and this one must not write over that.
    Newer,
}

/// What the stored text means for a tab that shows the case.
pub fn meaning(here: Here, there: There) -> Meaning {
    let Here::Own { revision: known, is_changed } = here else { return Meaning::Nothing };
    match there {
        There::Unknown | There::Damaged => Meaning::Nothing,
        There::Newer => Meaning::Newer,
        There::Nothing { is_cleared: true } => Meaning::Cleared,
        There::Nothing { is_cleared: false } => Meaning::Deleted,
        There::Case { revision, is_same: true } => Meaning::Same(revision),
        // Written at the very moment this tab wrote: what this tab called saved is there no more.
        There::Case { revision, .. } if is_changed || revision == known => Meaning::Choose,
        There::Case { .. } => Meaning::TakeOver,
    }
}

/// What was heard from other tabs. Beside the workspace, which is as large as something that is
/// passed by value may be.
#[derive(Clone, Copy)]
pub struct OtherTabs {
    /// Counts what other tabs did to anything of this project, for lists that show it.
    pub changes: RwSignal<u32>,
    /// Whether the case on screen was changed while nobody looked.
    has_news: StoredValue<bool>,
}

impl Default for OtherTabs {
    fn default() -> Self {
        Self { changes: RwSignal::new(0), has_news: StoredValue::new(false) }
    }
}

impl OtherTabs {
    /// Follows what other tabs do from now on.
    pub fn follow(self, workspace: Workspace) {
        on_stored_elsewhere(Box::new(move |key| self.hear(workspace, key.as_deref())));
        on_return(Box::new(move || {
            // Of a case that is not kept, nothing can have changed.
            if workspace.keeper.kept.with_untracked(|kept| matches!(kept, Kept::Nothing)) {
                return;
            }
            self.look(workspace, false);
            self.tell(workspace);
        }));
    }

    /// Hears that something was stored or removed under `key`, or that all of it was cleared.
    fn hear(self, workspace: Workspace, key: Option<&str>) {
        if key.is_none_or(|key| key == PREFERENCES_KEY) {
            workspace.show_preferences(Preferences::open());
        }
        let is_own = key.is_some() && key == workspace.keeper.key().as_deref();
        if key.is_none() || is_own {
            self.look(workspace, is_own);
            self.tell(workspace);
        }
        workspace.keeper.forget_unreadable_that_is_gone();
        self.changes.update(|changes| *changes += 1);
    }

    /// Looks at what is stored of the case on screen; `is_named` says that another tab touched it.
    fn look(self, workspace: Workspace, is_named: bool) {
        let Workspace { keeper, draft, .. } = workspace;
        if keeper.look(draft, is_named) == Meaning::TakeOver
            && let Some(theirs) = keeper.take_theirs()
        {
            workspace.take_over(theirs);
            self.has_news.set_value(true);
        }
    }

    /// Says what happened once somebody sees it.
    fn tell(self, workspace: Workspace) {
        if self.has_news.get_value() && is_seen() {
            self.has_news.set_value(false);
            workspace.say("Changed just now in another tab".to_owned());
        }
    }
}

impl Workspace {
    /// Shows what another tab made of the case, as a step that can be undone.
    pub fn take_over(&self, theirs: Draft) {
        self.change(THEIRS, Box::new(|now| *now = theirs));
        self.show_in_fields();
    }

    /// Keeps this tab's version beside the other tab's, under a name that tells them apart.
    pub fn keep_as_copy(&self) {
        let title = self.draft.with_untracked(|draft| draft.file().title().to_owned());
        let library = LocalStore::open().map(Library::new);
        // Where the others cannot be read, that is said when this one is kept.
        let copy = library.and_then(|library| library.title_beside(&title)).unwrap_or(title);
        // No longer than a title may be.
        self.change(COPY, Box::new(|now| drop(now.type_text(TextField::Title, &copy))));
        self.keeper.keep_as_own(self.draft);
        self.show_in_fields();
    }

    /// Leaves a case that was deleted in another tab for the one saved last; asks first where
    /// something was typed since.
    pub fn close_deleted(&self) {
        self.go(Destination::latest());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: Revision = Revision(3);
    const LATER: Revision = Revision(4);

    #[test]
    fn what_other_tabs_do_means_one_thing_each() {
        use Meaning::{Choose, Cleared, Deleted, Newer, Nothing, Same, TakeOver};
        let case = |revision, is_same| There::Case { revision, is_same };
        // What is stored, and what it means where nothing, and where something, is not written yet.
        for (there, settled, changed) in [
            (There::Unknown, Nothing, Nothing),
            (There::Damaged, Nothing, Nothing),
            (There::Newer, Newer, Newer),
            (There::Nothing { is_cleared: false }, Deleted, Deleted),
            (There::Nothing { is_cleared: true }, Cleared, Cleared),
            (case(KNOWN, true), Same(KNOWN), Same(KNOWN)),
            (case(LATER, true), Same(LATER), Same(LATER)),
            (case(LATER, false), TakeOver, Choose),
            // An earlier one was brought back.
            (case(Revision(1), false), TakeOver, Choose),
            // Both tabs wrote at once.
            (case(KNOWN, false), Choose, Choose),
        ] {
            for (is_changed, means) in [(false, settled), (true, changed)] {
                let here = Here::Own { revision: KNOWN, is_changed };
                assert_eq!(meaning(here, there), means, "{there:?}, changed: {is_changed}");
            }
            assert_eq!(meaning(Here::Apart, there), Nothing, "{there:?}");
        }
    }
}
