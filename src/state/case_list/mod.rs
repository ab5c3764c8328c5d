//! The reader's cases as a list, and what can be done to each.

mod deleted;
mod row;

use groundwork_cases::{
    draft::Draft,
    envelope::{Envelope, Revision},
    library::{Library, Opened, RenameError, SaveError, case_key, name_of},
    store::StoreError,
    text_field::TextField,
    transfer::export_all,
};
use leptos::prelude::*;

pub use self::{
    deleted::{DeletedRow, LastDeleted},
    row::{Row, RowKind},
};
use super::{
    compared::{Chosen, Compared},
    file_name::case_file_name,
    keeper::Showing,
    switching::Destination,
    workspace::{Workspace, sentence},
};
use crate::browser::{
    clock,
    document::{self, focus_soon},
    download::{JSON, download},
    letters::lowered,
    local_store::LocalStore,
    other_tabs::{Waiting, in_turn},
};

/// The cases of this browser, as they were when the list was opened or changed last.
#[derive(Clone, Copy)]
pub struct CaseList {
    /// The cases, the one saved last first, what cannot be read at the end.
    pub rows: RwSignal<Vec<Row>>,
    /// What was done last, in a sentence.
    pub said: RwSignal<String>,
    /// What was deleted last and can be brought back.
    pub deleted: LastDeleted,
    /// The part of a name that is looked for, in small letters.
    pub sought: RwSignal<String>,
    /// Bytes that are used; none where the browser gives no storage.
    pub size: RwSignal<Option<usize>>,
    compared: Compared,
    // Handles that are copied stay small.
    workspace: StoredValue<Workspace>,
    /// What was asked for and may still wait for its turn.
    waiting: StoredValue<Vec<Waiting>, LocalStorage>,
}

impl CaseList {
    /// The list as it is now. What was typed and not written yet is written first.
    pub fn open(workspace: Workspace, deleted: LastDeleted, compared: Compared) -> Self {
        let said = deleted.0.with_untracked(|row| row.as_ref().map(DeletedRow::said));
        let said = said.unwrap_or_default();
        let list = Self {
            rows: RwSignal::new(Vec::new()),
            said: RwSignal::new(said),
            deleted,
            sought: RwSignal::new(String::new()),
            size: RwSignal::new(None),
            compared,
            workspace: StoredValue::new(workspace),
            waiting: StoredValue::new_local(Vec::new()),
        };
        on_cleanup(move || {
            let waiting = list.waiting.try_get_value().unwrap_or_default();
            waiting.iter().for_each(Waiting::end);
        });
        list.refresh();
        list
    }

    fn workspace(self) -> Workspace {
        self.workspace.get_value()
    }

    /// Does what changes the list while no other tab does, and before the list is closed.
    pub fn in_turn(self, action: Box<dyn FnOnce()>) {
        let waiting = in_turn(action);
        self.waiting.update_value(|all| all.push(waiting));
    }

    /// Reads the list once more, because another tab may have changed it. The focus stays where it is.
    pub fn look_again(self) {
        if self.workspace.try_get_value().is_none() {
            return;
        }
        let focused = document::focused_id();
        let before = self.rows.get_untracked();
        self.read();
        if self.rows.with_untracked(|rows| *rows != before)
            && let Some(focused) = focused
        {
            focus_soon(focused);
        }
    }

    /// Goes to another case, or asks first where something on screen would be lost.
    pub fn go(self, row: &Row) {
        if let RowKind::Case(id, _) = &row.kind
            && !row.is_open
        {
            self.workspace().go(Destination::Own(id.clone()));
        }
    }

    /// Shows only the cases with this in their name.
    pub fn seek(self, name: &str) {
        self.sought.set(lowered(name.trim()));
    }

    /// Whether the row of that key is one that is looked for.
    pub fn is_shown(self, key: &str) -> bool {
        self.sought.with_untracked(|sought| {
            self.rows.with_untracked(|rows| {
                rows.iter().any(|row| row.key == key && row.lowered.contains(sought.as_str()))
            })
        })
    }

    /// Deletes a case or a text at once; it can be brought back until the next is deleted. Says
    /// whether it is gone.
    pub fn delete(self, row: &Row) -> bool {
        if row.is_open && !self.workspace().keeper.may_leave(self.workspace().draft) {
            self.said.set(format!(
                "“{}” has changes that could not be kept, so it was not deleted. Export it first, \
                 or delete another case to make room.",
                row.name
            ));
            return false;
        }
        let deleted = library().and_then(|library| match &row.kind {
            RowKind::Case(id, _) | RowKind::Unreadable(id) => library.delete(id),
            RowKind::SetAside => library.delete_text(&row.key),
        });
        self.said.set(match deleted {
            Ok(Some(deleted)) => {
                self.deleted.remember(row, deleted);
                self.forget(row);
                format!("“{}” was deleted.", row.name)
            }
            Ok(None) => format!("“{}” was gone already.", row.name),
            Err(error) => {
                self.said.set(format!("“{}” could not be deleted: {error}.", row.name));
                return false;
            }
        });
        self.refresh();
        true
    }

    /// Brings back what was deleted last, and opens it where it was the case on screen; gives the
    /// key of its row.
    pub fn undo(self) -> Option<String> {
        let (said, key) = self.deleted.undo(self.workspace())?;
        self.said.set(said);
        if key.is_some() {
            self.refresh();
        }
        key
    }

    /// Copies a case; gives the key of the copy.
    pub fn duplicate(self, row: &Row) -> Option<String> {
        let RowKind::Case(id, _) = &row.kind else { return None };
        self.write_open();
        let new_id = clock::new_id();
        let copied = library().map_err(SaveError::from);
        let copied = copied.and_then(|library| library.duplicate(id, &new_id, clock::now()));
        let is_copied = copied.is_ok();
        self.said.set(match copied {
            Ok(title) => format!("“{title}” was added."),
            Err(error) => format!("“{}” could not be duplicated: {error}.", row.name),
        });
        self.refresh();
        is_copied.then(|| case_key(&new_id))
    }

    /// Holds a case against the one on screen.
    pub fn compare(self, row: &Row) {
        if let RowKind::Case(id, _) = &row.kind {
            self.compared.begin(self.workspace(), Chosen::Case(id.clone()));
        }
    }

    /// Gives a case another title.
    ///
    /// # Errors
    ///
    /// A sentence on why the title cannot stand there.
    pub fn rename(self, row: &Row, title: &str) -> Result<(), String> {
        let RowKind::Case(id, revision) = &row.kind else { return Ok(()) };
        if title == row.title {
            return Ok(());
        }
        let workspace = self.workspace();
        if row.is_open {
            let checked =
                workspace.draft.with_untracked(|draft| draft.file().clone().set_title(title));
            checked.map_err(|error| sentence(&error.to_string()))?;
            workspace.leave_field();
            workspace.type_text(TextField::Title, title);
            workspace.leave_field();
            workspace.show_in_fields();
        } else {
            let renamed = library().map_err(|error| RenameError::Save(error.into()));
            let renamed =
                renamed.and_then(|library| library.rename(id, title, clock::now(), *revision));
            match renamed {
                Ok(_) => (),
                Err(RenameError::Title(error)) => return Err(sentence(&error.to_string())),
                Err(RenameError::Save(error)) => {
                    self.said.set(format!("“{}” could not be renamed: {error}.", row.name));
                    self.refresh();
                    return Ok(());
                }
            }
        }
        self.said.set(format!("Renamed to “{}”.", name_of(title)));
        self.refresh();
        Ok(())
    }

    /// Gives the reader a case as a file, as it is on screen where it is open; the text as it is
    /// where it cannot be read.
    pub fn export(self, row: &Row) {
        let RowKind::Case(id, _) = &row.kind else {
            if let Some(text) = self.workspace().keeper.stored_text(&row.key) {
                download("stored-text.json", &text, JSON);
            }
            return;
        };
        if row.is_open {
            return self.workspace().save_as_file();
        }
        let opened = library().and_then(|library| library.open(id));
        if let Ok(Opened::Draft { draft, .. }) = opened {
            let file = draft.file();
            download(&case_file_name(file.title()), &file.encode_pretty(), JSON);
        } else {
            self.said.set(format!("“{}” cannot be read any more.", row.name));
            self.refresh();
        }
    }

    /// Gives the reader every case that can be read in one file, the one saved last at its end, so
    /// that it is the one an import opens.
    pub fn export_all(self) {
        let is_kept = self.write_open();
        let mut envelopes = library().and_then(|library| library.envelopes()).unwrap_or_default();
        if let (false, Showing::Own(own)) =
            (is_kept, self.workspace().keeper.showing.get_untracked())
        {
            let draft = self.workspace().draft.get_untracked();
            put_draft(&mut envelopes, own, draft);
        }
        if envelopes.is_empty() {
            return self.said.set("There is no case to export.".to_owned());
        }
        let text = export_all(envelopes.iter().rev().map(|(_, envelope)| envelope));
        download("all-cases.groundwork.json", &text, JSON);
        let unreadable = self.rows.with_untracked(|rows| {
            rows.iter().filter(|row| !matches!(row.kind, RowKind::Case(..))).count()
        });
        let exported = counted(envelopes.len(), "case");
        self.said.set(match unreadable {
            0 => format!("{exported} exported."),
            _ => format!(
                "{exported} exported, without {} that cannot be read; export each as text.",
                counted(unreadable, "text")
            ),
        });
    }

    /// Reads the list anew.
    fn refresh(self) {
        self.write_open();
        self.read();
    }

    fn read(self) {
        self.compared.refresh();
        let rows = library().and_then(|library| {
            self.size.set(Some(library.size()?));
            row::rows(&library, self.workspace())
        });
        if rows.is_err() {
            self.size.set(None);
        }
        let rows = rows.unwrap_or_default();
        self.rows.maybe_update(|before| {
            let is_other = *before != rows;
            *before = rows;
            is_other
        });
    }

    /// Leaves the case on screen for the one saved last, where it is the one that was deleted, and
    /// takes the notice about a deleted text away.
    fn forget(self, row: &Row) {
        let keeper = self.workspace().keeper;
        if keeper
            .unreadable
            .with_untracked(|found| found.as_ref().is_some_and(|it| it.key == row.key))
        {
            keeper.unreadable.set(None);
        }
        if row.is_open {
            self.workspace().go_anyway(Destination::latest());
        }
    }

    /// Writes what typing has not paused for yet; says whether all of it is kept.
    fn write_open(self) -> bool {
        self.workspace().keeper.may_leave(self.workspace().draft)
    }
}

/// Puts what stands on screen in place of what is stored of it.
fn put_draft(envelopes: &mut Vec<(String, Envelope)>, own: String, draft: Draft) {
    match envelopes.iter_mut().find(|(id, _)| *id == own) {
        Some((_, envelope)) => envelope.draft = draft,
        None => {
            envelopes.insert(0, (own, Envelope::new(draft, clock::now(), Revision::default())));
        }
    }
}

/// "1 case", "3 cases"
pub fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

fn library() -> Result<Library<LocalStore>, StoreError> {
    LocalStore::open().map(Library::new)
}
