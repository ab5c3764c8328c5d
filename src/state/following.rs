//! Which changes of the draft a part of the page follows.

use groundwork_cases::{draft::Draft, line_state::LineState};
use leptos::prelude::*;

use super::{lines::List, workspace::Workspace};

/// What a part of the page shows of the draft: inside of a row its line, elsewhere all of it.
///
/// Two hundred lines are thousands of parts. If each of them followed the draft, each key would ask
/// all of them; so each row asks once for all of its parts.
#[derive(Clone, Copy)]
pub enum Followed {
    /// Every change.
    Draft(RwSignal<Draft>),
    /// Changes of one line.
    Line(Memo<LineState>),
}

impl Followed {
    /// Runs the part again when what it follows has changed.
    pub fn track(self) {
        match self {
            Self::Draft(draft) => draft.track(),
            Self::Line(line) => line.track(),
        }
    }

    /// Reads something of the draft, again whenever what is followed has changed.
    pub fn read<T>(self, read: impl FnOnce() -> T) -> T {
        self.track();
        untrack(read)
    }
}

impl Workspace {
    /// What the part of the page that is being drawn follows.
    pub fn followed(&self) -> Followed {
        use_context().unwrap_or(Followed::Draft(self.draft))
    }

    /// Lets everything in the row that is being drawn follow its own line alone.
    pub fn follow_line(&self, list: List, position: usize) -> Followed {
        let draft = self.draft;
        let line = Memo::new(move |_| {
            draft.with(|draft| match list {
                List::Costs => draft.cost_state(position),
                List::Benefits => draft.benefit_state(position),
            })
        });
        provide_context(Followed::Line(line));
        Followed::Line(line)
    }
}
