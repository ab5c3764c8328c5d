//! Files becoming cases of the reader's own, in slices, so that the page stays usable.

mod report;

use std::{time::Duration, vec::IntoIter};

use groundwork_cases::{
    draft::Draft,
    library::{Library, SaveError, name_of},
    store::StoreError,
    transfer::{ImportedCase, MAX_IMPORT_BYTES, import},
};
use leptos::prelude::*;

pub use self::report::Report;
use self::report::{Stop, Tally};
use super::{switching::Destination, workspace::Workspace};
use crate::browser::{
    clock, document, files::GivenFile, local_store::LocalStore, other_tabs::in_turn,
};

/// Id of the place where the import is reported.
pub const REPORT_ID: &str = "import-report";

/// Milliseconds of work until the page gets its turn.
const SLICE: u64 = 30;
/// Milliseconds until progress is shown.
const SOON: u64 = 200;
/// Bytes of a file that take long enough to read for progress to be shown before.
const LARGE: usize = 1024 * 1024;

/// How far an import has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// There is none, and nothing to report.
    Idle,
    /// Under way, for long enough to say so.
    UnderWay {
        /// Name of the file, safe to show.
        file: String,
        /// Cases of it that were looked at.
        done: usize,
        /// Cases in it; none while it is being read.
        total: usize,
    },
    /// It came to this.
    Done(Report),
}

/// Turns files into cases of the reader's own.
#[derive(Clone, Copy)]
pub struct Importing {
    /// How far the import has come.
    pub stage: RwSignal<Stage>,
    // Handles that are copied stay small.
    workspace: StoredValue<Workspace>,
    work: StoredValue<Work, LocalStorage>,
}

/// What is being done and what was done.
#[derive(Default)]
struct Work {
    /// Files that were not looked at yet.
    files: IntoIter<GivenFile>,
    /// Name of the file that is being read.
    file: String,
    /// Its cases that were not looked at yet.
    cases: IntoIter<ImportedCase>,
    total: usize,
    tally: Tally,
    /// The case to open in the end.
    last: Option<Destination>,
    began: u64,
    is_busy: bool,
}

impl Importing {
    /// Nothing is imported yet.
    pub fn new(workspace: Workspace) -> Self {
        let work = StoredValue::new_local(Work::default());
        Self { stage: RwSignal::new(Stage::Idle), workspace: StoredValue::new(workspace), work }
    }

    /// Imports the cases of `files`, each as a case of its own, and opens the last one.
    pub fn begin(self, files: Vec<GivenFile>) {
        if files.is_empty() {
            return;
        }
        // Before the import can fill the storage.
        let workspace = self.workspace.get_value();
        workspace.keeper.may_leave(workspace.draft);
        let was_busy = self.work.try_update_value(|work| {
            let was_busy = work.is_busy;
            if !was_busy {
                *work = Work { is_busy: true, began: clock::now().0, ..Work::default() };
            }
            let waiting = std::mem::take(&mut work.files);
            work.files = waiting.chain(files).collect::<Vec<_>>().into_iter();
            was_busy
        });
        if was_busy == Some(false) {
            self.stage.set(Stage::Idle);
            self.next_file();
        }
    }

    /// Imports no more. What was imported by then stays.
    pub fn cancel(self) {
        self.work.update_value(|work| work.stop(Stop::Cancelled));
    }

    /// Forgets what the import came to.
    pub fn dismiss(self) {
        self.stage.set(Stage::Idle);
    }

    fn next_file(self) {
        let next = self.work.try_update_value(|work| work.files.next()).flatten();
        let Some(file) = next else { return self.finish() };
        let (name, bytes) = (file.name(), file.bytes());
        self.work.update_value(|work| {
            work.file.clone_from(&name);
            work.total = 0;
        });
        if bytes > MAX_IMPORT_BYTES {
            self.tally(|tally| tally.too_large(&name, bytes));
            return self.next_file();
        }
        if bytes > LARGE {
            self.show_progress();
        }
        file.read(Box::new(move |text| {
            // Lets the page show what it is about to do.
            set_timeout(move || self.read(text.as_deref()), Duration::ZERO);
        }));
    }

    fn read(self, text: Option<&str>) {
        self.work.update_value(|work| {
            // Stopped while the file was on its way.
            if work.tally.is_stopped() {
                return work.tally.not_looked_at(&work.file);
            }
            let imported = match text.map(import) {
                Some(Ok(imported)) => imported,
                Some(Err(error)) => return work.tally.not_imported(&work.file, &error),
                None => return work.tally.unreadable(&work.file),
            };
            work.tally.read(&work.file, &imported);
            work.total = imported.cases.len();
            work.cases = imported.cases.into_iter();
        });
        self.slice();
    }

    /// Keeps cases, while no other tab writes, until it is the page's turn.
    fn slice(self) {
        in_turn(Box::new(move || self.keep_some()));
    }

    fn keep_some(self) {
        let until = clock::now().0 + SLICE;
        loop {
            let next = self.work.try_update_value(|work| work.cases.next()).flatten();
            let Some(case) = next else { return self.next_file() };
            self.work.update_value(|work| work.keep(&case));
            let now = clock::now().0;
            if now >= until {
                if now > self.work.with_value(|work| work.began) + SOON {
                    self.show_progress();
                }
                return set_timeout(move || self.slice(), Duration::ZERO);
            }
        }
    }

    fn finish(self) {
        let done = self.work.try_update_value(|work| {
            work.is_busy = false;
            (work.tally.report(), work.last.take())
        });
        let Some((report, last)) = done else { return };
        self.stage.set(Stage::Done(report));
        document::point_out(REPORT_ID);
        if let Some(last) = last {
            self.workspace.get_value().go(last);
        }
    }

    fn show_progress(self) {
        let progress = self.work.with_value(|work| Stage::UnderWay {
            file: report::shown_name(&work.file),
            done: work.total - work.cases.len(),
            total: work.total,
        });
        self.stage.set(progress);
    }

    fn tally(self, tell: impl FnOnce(&mut Tally)) {
        self.work.update_value(|work| tell(&mut work.tally));
    }
}

impl Work {
    /// Keeps a case among the reader's own.
    fn keep(&mut self, case: &ImportedCase) {
        let (id, now) = (clock::new_id(), clock::now());
        let saved_at = case.saved_at.unwrap_or(now).min(now);
        let saved = LocalStore::open()
            .map_err(SaveError::from)
            .and_then(|store| Library::new(store).save(&id, &case.draft, saved_at, None));
        match saved {
            Ok(_) => {
                self.tally.kept(&self.file, case);
                self.last = Some(Destination::Own(id));
            }
            Err(error) => {
                // Without storage the page can still show one.
                if error == SaveError::Store(StoreError::Unavailable) {
                    self.last = Some(Destination::Begun(Box::new(case.draft.clone())));
                }
                self.tally.not_kept(title(&case.draft));
                self.stop(error.into());
            }
        }
    }

    /// Looks at nothing more, and notes what that leaves out.
    fn stop(&mut self, stop: Stop) {
        if stop == Stop::Cancelled {
            self.last = None;
        }
        self.tally.stopped(stop);
        for case in std::mem::take(&mut self.cases) {
            self.tally.not_kept(title(&case.draft));
        }
        for file in std::mem::take(&mut self.files) {
            self.tally.not_looked_at(&file.name());
        }
    }
}

/// What a case that came with a file is called.
fn title(draft: &Draft) -> &str {
    name_of(draft.file().title())
}
