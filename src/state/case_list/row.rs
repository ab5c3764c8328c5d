//! A row of the list of cases.

use groundwork_cases::{
    envelope::{Envelope, EnvelopeError, Revision},
    library::{Library, Listed, case_key, name_of},
    store::StoreError,
};
use leptos::prelude::*;

use crate::{
    browser::{clock, document, letters::lowered, local_store::LocalStore},
    state::{keeper::Showing, workspace::Workspace},
};

/// A case of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Key it is stored under.
    pub key: String,
    /// What it is called.
    pub name: String,
    /// Its title as it can be changed; empty where it has none.
    pub title: String,
    /// Its name in small letters.
    pub lowered: String,
    /// When it was changed last, or why it cannot be read.
    pub about: String,
    /// Whether it is the case on screen.
    pub is_open: bool,
    /// What it is.
    pub kind: RowKind,
}

/// What stands in a row of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// A case, by its id.
    Case(String, Revision),
    /// A case that cannot be read, by its id.
    Unreadable(String),
    /// A text that was set aside.
    SetAside,
}

/// Every row: the cases, the one saved last first, and what cannot be read.
///
/// # Errors
///
/// [`StoreError`] when storage cannot be read.
pub(super) fn rows(
    library: &Library<LocalStore>,
    workspace: Workspace,
) -> Result<Vec<Row>, StoreError> {
    let listed = library.list()?;
    let times: Vec<_> = listed.iter().filter_map(Listed::saved_at).collect();
    let mut times = clock::moments(&times, &document::language()).into_iter();
    let open = match workspace.keeper.showing.get_untracked() {
        Showing::Own(id) => id,
        Showing::Preview => String::new(),
    };
    let mut rows = Vec::with_capacity(listed.len());
    for listed in listed {
        let (key, is_open) = (case_key(&listed.id), listed.id == open);
        rows.push(match listed.content {
            Ok(case) => {
                let kind = RowKind::Case(listed.id, case.revision);
                let title = if is_open { open_title(workspace) } else { case.title };
                Row::new(key, title, times.next().unwrap_or_default(), is_open, kind)
            }
            Err(reason) => Row::unreadable(key, &reason, RowKind::Unreadable(listed.id)),
        });
    }
    for aside in library.quarantined()? {
        rows.push(if let Err(reason) = Envelope::decode(&aside.text) {
            Row::unreadable(aside.key, &reason, RowKind::SetAside)
        } else {
            // It was set aside by a release that could not read it.
            let name = "Text that was set aside".to_owned();
            let about = "It can be read now: export it, then import the file".to_owned();
            Row::new(aside.key, name, about, false, RowKind::SetAside)
        });
    }
    Ok(rows)
}

impl Row {
    fn new(key: String, title: String, about: String, is_open: bool, kind: RowKind) -> Self {
        let name = name_of(&title).to_owned();
        Self { key, lowered: lowered(&name), name, title, about, is_open, kind }
    }

    fn unreadable(key: String, reason: &EnvelopeError, kind: RowKind) -> Self {
        let (name, about) = if reason.is_too_new() {
            ("Case of a newer version", "Opens once this page is as new")
        } else {
            ("Text that cannot be read", "Kept as it is")
        };
        let about = format!("{about} ({reason})");
        Self::new(key, name.to_owned(), about, false, kind)
    }

    /// Whether it can be opened, renamed and duplicated.
    pub fn is_case(&self) -> bool {
        matches!(self.kind, RowKind::Case(..))
    }
}

/// The title of the case on screen, as it stands there.
fn open_title(workspace: Workspace) -> String {
    workspace.draft.with_untracked(|draft| draft.file().title().to_owned())
}
