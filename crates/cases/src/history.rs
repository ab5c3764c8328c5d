//! Undo and redo: the drafts before and after what is on screen.

use crate::draft::Draft;

/// Most steps that can be undone; of more, the oldest are forgotten.
pub const MAX_STEPS: usize = 200;

/// The steps that led to the draft on screen, and those that were undone.
///
/// Changes of one group that directly follow each other are one step, so that a word typed into a
/// field is undone at once and not letter by letter. The draft on screen itself is not in here.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    /// Drafts before each step, the latest last.
    past: Vec<Step>,
    /// Drafts after each step that was undone, the one undone last at the end.
    future: Vec<Step>,
    /// Whether the next change may still belong to the latest step.
    is_open: bool,
}

/// A draft that can be gone to, and what was changed between it and the one on screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// What the step changed: the path of a field, or a few words.
    pub group: String,
    /// The draft to go to.
    pub draft: Draft,
}

impl History {
    /// Notes that `before` became `now` by a change of `group`; says whether that is a change at all.
    ///
    /// What was undone can no longer be redone then. A step whose changes have come back to where
    /// they began is none any more.
    pub fn record(&mut self, group: &str, before: &Draft, now: &Draft) -> bool {
        if before == now {
            return false;
        }
        self.future.clear();
        if let Some(step) = self.past.last().filter(|step| self.is_open && step.group == group) {
            if step.draft == *now {
                self.past.pop();
                self.is_open = false;
            }
            return true;
        }
        if self.past.len() == MAX_STEPS {
            self.past.remove(0);
        }
        self.past.push(Step { group: group.to_owned(), draft: before.clone() });
        self.is_open = true;
        true
    }

    /// Ends the latest step: the next change begins another one, whatever its group.
    pub fn end_group(&mut self) {
        self.is_open = false;
    }

    /// Takes the latest step back, given the draft on screen; `None` where there is no step.
    pub fn undo(&mut self, now: &Draft) -> Option<Step> {
        self.is_open = false;
        travel(&mut self.past, &mut self.future, now)
    }

    /// Takes the step undone last again, given the draft on screen; `None` where there is none.
    pub fn redo(&mut self, now: &Draft) -> Option<Step> {
        self.is_open = false;
        travel(&mut self.future, &mut self.past, now)
    }

    /// Whether there is a step to undo.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is a step to redo.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }
}

/// Goes to the last draft of `from` and leaves the way back in `to`.
fn travel(from: &mut Vec<Step>, to: &mut Vec<Step>, now: &Draft) -> Option<Step> {
    let step = from.pop()?;
    to.push(Step { group: step.group.clone(), draft: now.clone() });
    Some(step)
}
