//! Every change of the draft, and the way back.

use groundwork_cases::{
    draft::Draft,
    history::{History, Step},
};
use leptos::prelude::*;

use super::workspace::Workspace;
use crate::browser::{crash, document};

impl Workspace {
    /// Changes the draft: the one way to do so, which makes every change a step that can be undone.
    ///
    /// `group` is the path of the field, as in the case file, or a few words where there is none,
    /// such as "the example". Changes of one group that directly follow each other are one step. A
    /// change that changes nothing is none.
    pub fn change(&self, group: &str, change: Box<dyn FnOnce(&mut Draft) + '_>) {
        let before = self.draft.get_untracked();
        let mut now = before.clone();
        change(&mut now);
        let mut is_change = false;
        self.history.maybe_update(|history| {
            is_change = history.record(group, &before, &now);
            is_change
        });
        if is_change {
            self.put(now);
        }
    }

    /// Puts a changed draft on screen, once its text is where a page that stops leaves it.
    fn put(&self, draft: Draft) {
        crash::leave_unsaved(Some(&draft.file().encode_pretty()));
        self.draft.set(draft);
    }

    /// Puts another version of the case on screen, as a step that can be undone.
    pub fn change_all(&self, group: &str, draft: Draft) {
        self.leave_field();
        self.change(group, Box::new(|now| *now = draft));
        self.leave_field();
        self.show_in_fields();
    }

    /// Puts another case on screen. What was done to the one before cannot be undone here.
    pub fn replace(&self, draft: Draft) {
        self.history.set(History::default());
        self.opening.update(|times| *times += 1);
        self.draft.set(draft);
        self.show_in_fields();
    }

    /// Ends the step of the field that was typed into: what is typed next is another one.
    pub fn leave_field(&self) {
        self.history.update_untracked(History::end_group);
    }

    /// Takes the latest step back; says whether there was one.
    pub fn undo(&self) -> bool {
        self.travel("Undone", History::undo)
    }

    /// Takes the step undone last again; says whether there was one.
    pub fn redo(&self) -> bool {
        self.travel("Redone", History::redo)
    }

    fn travel(&self, what: &str, go: fn(&mut History, &Draft) -> Option<Step>) -> bool {
        let now = self.draft.get_untracked();
        let mut step = None;
        self.history.maybe_update(|history| {
            step = go(history, &now);
            step.is_some()
        });
        let Some(Step { group, draft }) = step else { return false };
        let changed = words_of_group(&group, [&now, &draft]);
        self.put(draft);
        self.show_in_fields();
        self.say(format!("{what}: {changed}"));
        document::point_out(&group.replace(['.', '_'], "-"));
        true
    }
}

/// What a step of that group changed, in words.
pub(super) fn words_of_group(group: &str, drafts: [&Draft; 2]) -> String {
    // A line that was added or removed stands in one of them only.
    let input = drafts.into_iter().find_map(|draft| draft.file().input_at(group));
    if let Some(input) = input {
        return input.spec().label.to_owned();
    }
    let last = group.rsplit_once('.').map(|(_, last)| last);
    let words = match group {
        "title" => "name of the case",
        "start" => "the month the case begins in",
        "currency" => "currency",
        "investment.paid_from" => "what the investment is paid from",
        _ if last == Some("note") => "note on a source",
        _ if last == Some("label") => "name of a line",
        _ if last.is_some() => "a change of the case",
        words => words,
    };
    words.to_owned()
}

#[cfg(test)]
mod tests {
    use groundwork_cases::case_file::CaseFile;

    use super::*;

    #[test]
    fn a_step_is_named_by_the_field_it_changed() {
        let draft = Draft::new(CaseFile::default());
        for (group, words) in [
            ("efficiency.now", "efficiency now"),
            ("title", "name of the case"),
            ("sources.efficiency.now.note", "note on a source"),
            ("costs.c1.label", "name of a line"),
            ("benefits.gone.per_year_now", "a change of the case"),
            ("the example", "the example"),
        ] {
            assert_eq!(words_of_group(group, [&draft, &draft]), words, "{group}");
        }
    }
}
