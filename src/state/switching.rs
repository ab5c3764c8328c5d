//! Going from one case to another without losing what is on screen.

use groundwork_cases::{
    case_file::CaseFile,
    draft::Draft,
    library::{Library, Opened},
    store::StoreError,
};
use leptos::prelude::*;

use super::{
    keeper::Showing,
    workspace::{Workspace, blank},
};
use crate::browser::local_store::LocalStore;

/// A case the reader wants to see in place of the one on screen.
#[derive(Clone, Debug, PartialEq)]
pub enum Destination {
    /// One of the reader's own, by its id.
    Own(String),
    /// One in which nothing was entered.
    Blank,
    /// One to begin with, kept at once.
    Begun(Box<Draft>),
    /// One that came with a link.
    Preview(Box<CaseFile>),
    /// The own case that was shown before the preview.
    EndOfPreview,
}

impl Destination {
    /// The case saved last, or a blank one where there is none that can be opened.
    pub fn latest() -> Self {
        let opened = LocalStore::open().and_then(|store| Library::new(store).latest());
        match opened {
            Ok(Opened::Draft { id, .. }) => Self::Own(id),
            _ => Self::Blank,
        }
    }
}

impl Workspace {
    /// Goes to another case, or asks first where something on screen would be lost.
    pub fn go(&self, destination: Destination) {
        self.leave_field();
        if self.keeper.may_leave(self.draft) {
            self.go_anyway(destination);
        } else {
            self.leaving.set(Some(destination));
        }
    }

    /// Goes to another case. What was not kept of the one on screen is gone.
    pub fn go_anyway(&self, destination: Destination) {
        self.leaving.set(None);
        let keeper = self.keeper;
        match destination {
            Destination::Own(id) => match keeper.go_to(&id) {
                Ok(Opened::Draft { draft, .. }) => self.replace(*draft),
                Ok(Opened::Nothing) => self.say("This case is not there any more".to_owned()),
                Ok(Opened::SetAside { .. } | Opened::LeftAlone { .. }) => {
                    self.say("This case cannot be read; its text is kept".to_owned());
                }
                Err(error) => self.say(format!("This case cannot be opened: {error}")),
            },
            Destination::Blank => {
                let blank = blank();
                keeper.begin(&blank);
                self.replace(blank);
            }
            Destination::Begun(draft) => {
                keeper.begin(&blank());
                self.replace(*draft);
                keeper.may_leave(self.draft);
            }
            Destination::Preview(file) => {
                let draft = Draft::new(*file);
                keeper.begin_preview(&draft);
                self.replace(draft);
            }
            Destination::EndOfPreview => {
                let draft = keeper.end_preview(blank());
                self.replace(draft);
            }
        }
    }

    /// Keeps the case that came with a link among the reader's own.
    pub fn save_preview(&self) {
        self.keeper.keep_as_own(self.draft);
    }

    /// Removes everything of this project from this browser, and begins a case.
    ///
    /// # Errors
    ///
    /// [`StoreError`] when something could not be removed.
    pub fn delete_everything(&self) -> Result<(), StoreError> {
        let blank = blank();
        self.keeper.delete_everything(&blank)?;
        self.replace(blank);
        Ok(())
    }

    /// Follows the opening of another case in place of the one on screen.
    pub fn track_opening(&self) {
        self.opening.track();
    }

    /// Whether the case on screen came with a link and is not the reader's own.
    pub fn is_preview(&self) -> bool {
        self.keeper.showing.with(|showing| *showing == Showing::Preview)
    }
}
