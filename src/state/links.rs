//! A case as a link: made of the case on screen, and opened from the address.

use groundwork_cases::{
    DecodeError,
    case_file::CaseFile,
    draft::Draft,
    link::{LinkError, from_link, is_link, to_link},
};
use groundwork_report::wording::NumberStyle;
use leptos::prelude::*;

use super::{
    capacity, history::words_of_group, switching::Destination, view::View, workspace::Workspace,
    workspace::is_blank,
};
use crate::browser::fragment::{mark_own_step, on_own_step, page_address, replace_fragment};

/// A case that can be handed on.
#[derive(Clone, Debug)]
pub struct Shared {
    /// The case.
    pub file: CaseFile,
    /// The address that opens it.
    pub address: String,
}

/// Why the link opened last gave no case; stays until it is dismissed. Beside the workspace, which is
/// as large as something that is passed by value may be.
#[derive(Clone, Copy, Default)]
pub struct LinkProblem(pub RwSignal<Option<LinkError>>);

impl Workspace {
    /// Does what the fragment of the address asks for: shows a view, or the case of a link.
    pub fn follow(&self, fragment: &str, problem: LinkProblem) {
        // The address the page is opened at names no view.
        let begun = fragment.is_empty().then(View::default);
        if let Some(view) = View::of_fragment(fragment).or(begun) {
            self.show_view(view);
        } else if is_link(fragment) {
            self.open_link(fragment, problem);
        }
        self.mark_step();
    }

    /// Lets a step back of the browser lead out of a preview, to the reader's own case that stood
    /// there; a preview that was changed is asked about first.
    pub fn follow_steps(&self) {
        let workspace = *self;
        on_own_step(Box::new(move || {
            if untrack(|| workspace.is_preview()) {
                workspace.go(Destination::EndOfPreview);
            }
        }));
        Effect::watch(move || workspace.is_preview(), move |_, _, _| workspace.mark_step(), false);
    }

    /// Marks the step the browser stands at, where the reader's own case stands there.
    pub(super) fn mark_step(&self) {
        if !untrack(|| self.is_preview()) {
            mark_own_step();
        }
    }

    /// The case on screen, whole and without names and notes; `None` where nothing was entered that
    /// could be handed on.
    pub fn shared(&self) -> Option<[Shared; 2]> {
        self.draft.with_untracked(|draft| {
            let file = draft.file();
            (!is_blank(&Draft::new(file.clone()))).then(|| {
                [file.clone(), file.without_names_and_notes()].map(|file| {
                    let address = address_of(&file);
                    Shared { file, address }
                })
            })
        })
    }

    /// What was typed and cannot be used, and so is not handed on, each in a few words.
    pub fn not_shared(&self) -> Vec<String> {
        self.draft.with_untracked(|draft| {
            let file = draft.file();
            let is_set_aside = |path: &str| {
                file.input_at(path).is_some_and(|input| capacity::is_set_aside(file, input))
            };
            let typed = draft.texts().filter(|(path, _)| !is_set_aside(path));
            typed.map(|(path, _)| words_of_group(path, [draft, draft])).collect()
        })
    }

    fn open_link(&self, fragment: &str, last: LinkProblem) {
        let view = match from_link(fragment) {
            Ok(file) => {
                last.0.set(None);
                self.show_view(View::Case);
                self.go(Destination::Preview(Box::new(file)));
                View::Case
            }
            Err(problem) => {
                last.0.set(Some(problem));
                self.view.get_untracked()
            }
        };
        // A reload shows what is kept, and the same link can be opened once more.
        replace_fragment(view.address().trim_start_matches('#'));
    }
}

/// The address of this page that opens a case.
pub fn address_of(file: &CaseFile) -> String {
    [page_address().as_str(), "#", &to_link(file)].concat()
}

/// The address of a file that lies beside this page.
pub fn address_beside(name: &str) -> String {
    let page = page_address();
    let folder = page.rsplit_once('/').map_or("", |(folder, _)| folder);
    [folder, "/", name].concat()
}

/// Why a link gave no case, what still works, and what to do.
pub fn link_problem_text(problem: &LinkError, style: &NumberStyle) -> String {
    let (why, then) = why_no_case(problem, style);
    format!("{why} Nothing was opened, and the case on screen is as it was. {then}")
}

/// Why a link gave no case, and what to do.
pub fn why_no_case(problem: &LinkError, style: &NumberStyle) -> (String, &'static str) {
    match problem {
        LinkError::CutOff => (
            "The link is cut off: its end is missing.".to_owned(),
            "Copy the whole link and open it again, or ask for the case as a file.",
        ),
        LinkError::Damaged => (
            "The link is damaged: some of its characters were changed on the way.".to_owned(),
            "Ask for it again, or for the case as a file.",
        ),
        LinkError::TooLong { chars } => {
            let chars = u32::try_from(*chars).unwrap_or(u32::MAX);
            let chars = style.counted(f64::from(chars), "character", "characters");
            (
                format!("The link is too long: it has {chars}, more than this page reads."),
                "Ask for the case as a file.",
            )
        }
        LinkError::TooLarge | LinkError::Case(DecodeError::TooLarge { .. }) => (
            "The link is too large: it holds more than any case has.".to_owned(),
            "Ask for the case as a file.",
        ),
        LinkError::Newer { .. } | LinkError::Case(DecodeError::TooNew { .. }) => (
            "The link was made by a newer version of this page.".to_owned(),
            "Reload this page and open the link once more; until this page is as new, ask for the \
             figures in words.",
        ),
        LinkError::Case(DecodeError::TooDeep) => (
            "The link is whole, but what it holds is nested deeper than any case.".to_owned(),
            "Ask for the case as a file.",
        ),
        LinkError::Case(DecodeError::NumberTooLarge { .. }) => (
            "The link is whole, but a number in it is too large to be used.".to_owned(),
            "Ask for it again, or for the case as a file.",
        ),
        LinkError::Case(_) => (
            "The link is whole, but what it holds is no case.".to_owned(),
            "Ask for it again, or for the case as a file.",
        ),
        _ => (
            "The link is none that this page makes.".to_owned(),
            "Ask for it again, or for the case as a file.",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_problem_has_a_sentence_of_its_own() {
        let style = NumberStyle::default();
        let problems = [
            LinkError::CutOff,
            LinkError::Damaged,
            LinkError::TooLong { chars: 40_000 },
            LinkError::TooLarge,
            LinkError::Newer { version: 2 },
            LinkError::Case(DecodeError::OtherFormat),
            LinkError::Case(DecodeError::TooDeep),
            LinkError::Case(DecodeError::NumberTooLarge { line: 1, column: 9 }),
            LinkError::NotALink,
        ];
        let mut texts = problems.map(|problem| link_problem_text(&problem, &style)).to_vec();
        assert!(texts[2].contains("40,000 characters"), "{}", texts[2]);
        texts.sort();
        texts.dedup();
        assert_eq!(texts.len(), 9);
    }
}
