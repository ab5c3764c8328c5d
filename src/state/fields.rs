//! What fields take and show: text as typed, the number read from it, and what is to be said.

use groundwork_cases::{draft::Draft, text_field::TextField};
use groundwork_model::{estimate::Estimate, input::Input};
use groundwork_report::narrative::time_lost::ESTIMATE_NOTE;
use leptos::prelude::*;

use super::{
    capacity,
    entry::{self, Message},
    lines,
    standing::Standing,
    workspace::{Workspace, sentence},
};

/// Kind of source of a number that was estimated with the help of the page.
const ESTIMATED: &str = "estimated";

impl Workspace {
    /// Takes what was typed into the field of `input` and says what is to be said about it. Text that
    /// cannot be used is kept beside `settled`, the value from before the typing began.
    pub fn type_number(&self, input: Input, text: &str, settled: Option<Estimate>) -> Message {
        if text.is_empty() && self.number_text(input).is_empty() {
            return Message::Nothing;
        }
        let read = self.read(input, text);
        let message = message_of(text, &read);
        let is_mended = read.is_ok() && self.is_unusable(input);
        if is_mended || self.number_text(input) != text {
            let parsed = read.map(|entry| entry.estimate);
            let path = self.path(input);
            // Read before the draft is being changed: the style follows the draft.
            let style = self.style.get_untracked();
            let take = |draft: &mut Draft| {
                let before = draft.file().estimate(input);
                if draft.type_number(input, text, parsed).is_err() {
                    // It stood there before, so it can stand there again.
                    drop(draft.file_mut().set_number(input, settled));
                }
                if draft.file().estimate(input) != before {
                    forget_estimating(draft, input);
                }
                capacity::settle(draft, input, text, &style);
            };
            self.change(&path, Box::new(take));
        }
        message
    }

    /// Takes what was typed into a field of text and says why it cannot be used, if it cannot.
    pub fn type_text(&self, field: TextField, text: &str) -> Message {
        let text = if field == TextField::Start { text.trim() } else { text };
        if self.text(field) != text {
            let path = self.draft.with_untracked(|draft| draft.file().text_path(field));
            self.change(&path, Box::new(|draft| drop(draft.type_text(field, text))));
        }
        self.text_message(field)
    }

    /// Enters the default or suggestion that counts for `input` as somebody's own number.
    pub fn keep_number(&self, input: Input) {
        let own = self.draft.with_untracked(|draft| Standing::of(draft, input).unconfirmed());
        let keep = |draft: &mut Draft| drop(draft.file_mut().set_number(input, own));
        if own.is_some() {
            self.change(&self.path(input), Box::new(keep));
        }
    }

    /// Enters an estimated number, with a note on how it was estimated.
    pub fn use_estimate(&self, input: Input, value: f64, note: &str) {
        let Ok(estimate) = Estimate::exact(value) else { return };
        // Read before the draft is being changed: the style follows the draft.
        let kind = entry::kind_of(input);
        let text = self.style.with_untracked(|style| style.editable(value, kind));
        let enter = |draft: &mut Draft| {
            if draft.type_number(input, &text, Ok::<_, String>(estimate)).is_ok() {
                draft.file_mut().set_source_kind(input, ESTIMATED);
                drop(draft.type_text(TextField::Note(input), note));
            }
        };
        self.change(&self.path(input), Box::new(enter));
    }

    /// Whether the field of `input` holds text that cannot be used.
    fn is_unusable(&self, input: Input) -> bool {
        self.draft.with_untracked(|draft| draft.text(&draft.file().path(input)).is_some())
    }

    fn read(&self, input: Input, text: &str) -> Result<entry::Entry, String> {
        self.style.with_untracked(|style| entry::read(text, input, style))
    }

    /// Path of `input` in the case file, which is also the group of its changes.
    pub fn path(&self, input: Input) -> String {
        self.draft.with_untracked(|draft| draft.file().path(input))
    }

    /// What the field of `input` shows when nobody is typing.
    pub fn number_text(&self, input: Input) -> String {
        self.draft.with_untracked(|draft| {
            let typed = draft.text(&draft.file().path(input)).map(str::to_owned);
            typed.unwrap_or_else(|| {
                let estimate = draft.file().estimate(input);
                let text = |estimate| {
                    self.style.with_untracked(|style| entry::editable(estimate, input, style))
                };
                estimate.map(text).unwrap_or_default()
            })
        })
    }

    /// What a field of text shows when nobody is typing.
    pub fn text(&self, field: TextField) -> String {
        self.draft.with_untracked(|draft| {
            let file = draft.file();
            let typed = draft.text(&file.text_path(field)).map(str::to_owned);
            typed.unwrap_or_else(|| match field {
                TextField::Title => file.title().to_owned(),
                TextField::Currency => file.currency().to_owned(),
                TextField::Start => file.start().map(|start| start.to_string()).unwrap_or_default(),
                _ => lines::text_in_file(file, field),
            })
        })
    }

    /// The number of `input`, where one was entered that can be used.
    pub fn estimate(&self, input: Input) -> Option<Estimate> {
        self.draft.with_untracked(|draft| draft.file().estimate(input))
    }

    /// Why the text in a field of text cannot be used, if it cannot.
    pub fn text_message(&self, field: TextField) -> Message {
        let problem = self.draft.with_untracked(|draft| {
            let typed = draft.text(&draft.file().text_path(field))?;
            draft.file().clone().set_text(field, typed).err()
        });
        problem.map_or(Message::Nothing, |problem| Message::Problem(sentence(&problem.to_string())))
    }
}

fn message_of(text: &str, read: &Result<entry::Entry, String>) -> Message {
    match read {
        _ if text.trim().is_empty() => Message::Nothing,
        Ok(entry::Entry { echo: Some(echo), .. }) => Message::Echo(echo.clone()),
        Ok(_) => Message::Nothing,
        Err(problem) => Message::Problem(problem.clone()),
    }
}

/// Takes the page's own note off a number that was estimated with its help and is another one now.
fn forget_estimating(draft: &mut Draft, input: Input) {
    let source = draft.file().source(input);
    if source.kind == ESTIMATED {
        let is_own_note = source.note.starts_with(ESTIMATE_NOTE);
        draft.file_mut().set_source_kind(input, "");
        if is_own_note {
            drop(draft.type_text(TextField::Note(input), ""));
        }
    }
}
