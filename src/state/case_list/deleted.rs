//! What was deleted last, and the way back.

use groundwork_cases::library::{Deleted, SaveError};
use leptos::prelude::*;

use super::{Row, RowKind, library};
use crate::state::{switching::Destination, workspace::Workspace};

/// What was deleted last and can be brought back, also once the list is closed. Beside the workspace,
/// which is as large as something that is passed by value may be.
#[derive(Clone, Copy, Default)]
pub struct LastDeleted(pub RwSignal<Option<DeletedRow>>);

/// A row that was deleted.
#[derive(Clone, Debug)]
pub struct DeletedRow {
    /// What the row was called.
    pub name: String,
    key: String,
    deleted: Deleted,
    /// Id of the case, where it was the one on screen.
    open: Option<String>,
}

impl DeletedRow {
    /// That it is gone, in a sentence.
    pub fn said(&self) -> String {
        ["“", &self.name, "” was deleted."].concat()
    }
}

impl LastDeleted {
    /// Remembers a row in place of the one that was deleted before.
    pub(super) fn remember(self, row: &Row, deleted: Deleted) {
        let open = match &row.kind {
            RowKind::Case(id, _) if row.is_open => Some(id.clone()),
            _ => None,
        };
        let (name, key) = (row.name.clone(), row.key.clone());
        self.0.set(Some(DeletedRow { name, key, deleted, open }));
    }

    /// Brings it back, and opens it where it was the case on screen. Gives what came of it in a
    /// sentence, and the key of its row where it is back.
    pub fn undo(self, workspace: Workspace) -> Option<(String, Option<String>)> {
        let DeletedRow { name, key, deleted, open } = self.0.get_untracked()?;
        let restored = library().map_err(SaveError::from);
        let restored = restored.and_then(|library| library.restore(&deleted));
        let said = match &restored {
            Ok(()) => format!("“{name}” is back."),
            Err(SaveError::Conflict { .. }) => format!(
                "“{name}” was not brought back: another tab keeps something in its place, which \
                 was not touched."
            ),
            Err(error) => format!("“{name}” was not brought back: {error}. You can try again."),
        };
        if restored.is_err() {
            return Some((said, None));
        }
        self.0.set(None);
        if let Some(id) = open {
            workspace.go(Destination::Own(id));
        }
        Some((said, Some(key)))
    }
}
