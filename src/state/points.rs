//! Saved points of the case on screen: remembered, listed, forgotten.

use groundwork_cases::{
    envelope::Timestamp,
    library::{Deleted, Library, MOST_POINTS, Point, SaveError},
    store::StoreError,
};
use leptos::prelude::*;

use super::{
    compared::{Chosen, Compared},
    keeper::Showing,
    workspace::Workspace,
};
use crate::browser::{clock, document, local_store::LocalStore};

/// The saved points of the case on screen.
#[derive(Clone, Copy)]
pub struct Points {
    /// The points that can be read, the latest first.
    pub rows: RwSignal<Vec<PointRow>>,
    /// What was done last, in a sentence.
    pub said: RwSignal<String>,
    /// What was forgotten last and can be brought back.
    forgotten: StoredValue<Option<(String, Deleted)>>,
    // Handles that are copied stay small.
    workspace: StoredValue<Workspace>,
    compared: Compared,
}

/// A point in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PointRow {
    /// Key it is stored under.
    pub key: String,
    /// Its name, or when it was saved where it has none.
    pub name: String,
    /// When it was saved, where that is not its name.
    pub moment: Option<String>,
}

impl Points {
    /// The points as they are now, and as they are once another case stands on screen.
    pub fn open(workspace: Workspace, compared: Compared) -> Self {
        let points = Self {
            rows: RwSignal::new(Vec::new()),
            said: RwSignal::new(String::new()),
            forgotten: StoredValue::new(None),
            workspace: StoredValue::new(workspace),
            compared,
        };
        points.refresh();
        let showing = workspace.keeper.showing;
        let other_case = move |(): &(), _: Option<&()>, _: Option<()>| {
            points.said.set(String::new());
            points.forgotten.set_value(None);
            points.refresh();
        };
        Effect::watch(move || showing.track(), other_case, false);
        Effect::watch(move || compared.track(), move |(), _, _| points.read(), false);
        points
    }

    /// What is said where no more points are kept than there are; `None` where there is room.
    pub fn warning(self) -> Option<String> {
        self.rows.with(|rows| {
            let oldest = rows.get(MOST_POINTS.checked_sub(1)?)?;
            Some(format!(
                "{MOST_POINTS} points are kept of a case. When you remember another, the oldest \
                 goes: “{}”.",
                oldest.name
            ))
        })
    }

    /// Remembers the case as it is now; says whether that worked.
    pub fn remember(self, name: &str) -> bool {
        self.forgotten.set_value(None);
        let workspace = self.workspace.get_value();
        let name = match Point::checked_name(name) {
            Ok(name) => name,
            Err(error) => {
                self.said.set(format!("The name cannot be used: {error}."));
                return false;
            }
        };
        // A point of a case that is not kept would belong to nothing.
        let is_kept = workspace.keeper.may_leave(workspace.draft);
        let (true, Showing::Own(id)) = (is_kept, workspace.keeper.showing.get_untracked()) else {
            self.said.set("The case itself could not be kept, so no point was saved.".to_owned());
            return false;
        };
        let saved = library().map_err(SaveError::from).and_then(|library| {
            workspace
                .draft
                .with_untracked(|draft| library.save_point(&id, name, draft, clock::now()))
        });
        self.said.set(match &saved {
            Ok(_) => "This point is remembered.".to_owned(),
            Err(error) => format!("The point was not saved: {error}."),
        });
        self.refresh();
        saved.is_ok()
    }

    /// Forgets a point; it can be brought back until the next one is.
    pub fn forget(self, row: &PointRow) {
        let deleted = library().and_then(|library| library.delete_text(&row.key));
        self.said.set(match deleted {
            Ok(Some(deleted)) => {
                self.forgotten.set_value(Some((row.name.clone(), deleted)));
                ["“", &row.name, "” is forgotten."].concat()
            }
            Ok(None) => ["“", &row.name, "” was gone already."].concat(),
            Err(error) => format!("“{}” could not be forgotten: {error}.", row.name),
        });
        self.refresh();
    }

    /// Whether a point that was forgotten can be brought back.
    pub fn can_undo(self) -> bool {
        self.said.track();
        self.forgotten.with_value(Option::is_some)
    }

    /// Brings back the point that was forgotten last.
    pub fn undo(self) {
        let Some((name, deleted)) = self.forgotten.get_value() else { return };
        let restored = library().map_err(SaveError::from);
        let restored = restored.and_then(|library| library.restore(&deleted));
        if restored.is_ok() {
            self.forgotten.set_value(None);
        }
        self.said.set(match restored {
            Ok(()) => format!("“{name}” is back."),
            Err(error) => format!("“{name}” was not brought back: {error}."),
        });
        self.refresh();
    }

    /// Shows what changed since a point.
    pub fn what_changed(self, row: &PointRow) {
        self.compared.begin(self.workspace.get_value(), Chosen::Point(row.key.clone()));
    }

    fn refresh(self) {
        self.read();
        self.compared.refresh();
    }

    fn read(self) {
        let showing = self.workspace.with_value(|workspace| workspace.keeper.showing);
        let points = match showing.get_untracked() {
            Showing::Own(id) => library().and_then(|library| library.points(&id)),
            Showing::Preview => Ok(Vec::new()),
        };
        let row = |Point { key, name, saved_at, .. }: Point| {
            let moment = moment_of(saved_at);
            if name.is_empty() {
                PointRow { key, name: moment, moment: None }
            } else {
                PointRow { key, name, moment: Some(moment) }
            }
        };
        let now: Vec<PointRow> = points.unwrap_or_default().into_iter().map(row).collect();
        if self.rows.with_untracked(|before| *before != now) {
            self.rows.set(now);
        }
    }
}

/// A point in time as the reader's locale writes it: "today, 14:03", "November 18, 2026".
pub(super) fn moment_of(time: Timestamp) -> String {
    clock::moments(&[time], &document::language()).into_iter().next().unwrap_or_default()
}

fn library() -> Result<Library<LocalStore>, StoreError> {
    LocalStore::open().map(Library::new)
}
