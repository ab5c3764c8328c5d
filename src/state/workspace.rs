//! The open case and everything that follows from it.

use std::sync::Arc;

use groundwork_cases::{case_file::CaseFile, draft::Draft, text_field::TextField};
use groundwork_model::{
    evaluation::{Evaluation, evaluate},
    input::Input,
    investment::PaidFrom,
};
use groundwork_report::wording::NumberStyle;
use leptos::prelude::*;

use super::{entry, keeper::Keeper};
use crate::browser::{clock, document, number_style::number_style};

/// The numbers nothing can be said without, in the order they are asked for.
pub const FOUR: [Input; 4] =
    [Input::AnnualCost, Input::EfficiencyNow, Input::EfficiencyAfter, Input::Amount];

/// Shared by every part of the page.
#[derive(Clone, Copy)]
pub struct Workspace {
    /// What was entered and what was typed beside it.
    pub draft: RwSignal<Draft>,
    /// How numbers are written and read.
    pub style: Memo<NumberStyle>,
    /// The last result there was.
    pub shown: Memo<Option<Shown>>,
    /// Keeps the draft in the browser.
    pub keeper: Keeper,
    /// Counts how often the whole draft was replaced, so that fields show the new one.
    replaced: RwSignal<u32>,
}

/// The result on screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// Every figure.
    pub evaluation: Arc<Evaluation>,
    /// Whether it is of what stands in the fields; otherwise of the last values that could be used.
    pub is_current: bool,
}

impl Workspace {
    /// Opens the case saved last, or a new one, and keeps it from now on.
    pub fn open() -> Self {
        let (keeper, draft) = Keeper::open();
        let draft = draft.unwrap_or_else(|| Draft::new(CaseFile::new(clock::this_month())));
        let workspace = Self::of(draft, keeper);
        keeper.watch(workspace.draft);
        workspace
    }

    fn of(draft: Draft, keeper: Keeper) -> Self {
        let draft = RwSignal::new(draft);
        let currency = Memo::new(move |_| draft.with(|draft| draft.file().currency().to_owned()));
        let locale = document::language();
        let style = Memo::new(move |_| currency.with(|currency| number_style(&locale, currency)));
        let shown = Memo::new(move |before: Option<&Option<Shown>>| {
            draft.with(|draft| shown(draft, before.and_then(Option::as_ref)))
        });
        Self { draft, style, shown, keeper, replaced: RwSignal::new(0) }
    }

    /// Takes what was typed into the field of `input`; text that cannot be used is kept beside it.
    pub fn type_number(&self, input: Input, text: &str) {
        let parsed = self.style.with_untracked(|style| entry::read(text, input, style));
        let parsed = parsed.map(|entry| entry.estimate);
        // Its message stands under the field, which reads the text again.
        self.draft.update(|draft| drop(draft.type_number(input, text, parsed)));
    }

    /// Takes what was typed into a field of text; gives the sentence for what cannot be used.
    pub fn type_text(&self, field: TextField, text: &str) -> Option<String> {
        let mut message = None;
        self.draft.update(|draft| {
            message = draft.type_text(field, text).err().map(|error| error.to_string());
        });
        message
    }

    /// Says where the investment comes from.
    pub fn set_paid_from(&self, paid_from: PaidFrom) {
        self.draft.update(|draft| draft.file_mut().set_paid_from(Some(paid_from)));
    }

    /// Opens the example in place of a case in which nothing was entered.
    pub fn open_example(&self) {
        self.replace(Draft::new(CaseFile::example(clock::coming_january())));
    }

    /// Puts another draft on screen.
    pub fn replace(&self, draft: Draft) {
        self.draft.set(draft);
        self.replaced.update(|times| *times += 1);
    }

    /// Runs again whenever the whole draft was replaced.
    pub fn track_replaced(&self) {
        self.replaced.track();
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
                TextField::Start => file.start().map(|start| start.to_string()).unwrap_or_default(),
                _ => String::new(),
            })
        })
    }

    /// What is wrong with the text in the field of `input`, or how it was understood where it could
    /// be read in two ways. Follows nothing: the field asks when it wants to know.
    pub fn message(&self, input: Input, text: &str) -> Message {
        if text.trim().is_empty() {
            return Message::Nothing;
        }
        match self.style.with_untracked(|style| entry::read(text, input, style)) {
            Ok(entry::Entry { echo: Some(echo), .. }) => Message::Echo(echo),
            Ok(_) => Message::Nothing,
            Err(problem) => Message::Problem(problem),
        }
    }

    /// Whether nothing was entered yet, so that an example may take the place of the draft.
    pub fn is_blank(&self) -> bool {
        self.draft.with(is_blank)
    }
}

/// What a field says about its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// Nothing.
    Nothing,
    /// How it was understood.
    Echo(String),
    /// Why it cannot be used.
    Problem(String),
}

fn is_blank(draft: &Draft) -> bool {
    let file = draft.file();
    draft.texts().next().is_none()
        && file.title().is_empty()
        && !Input::SINGLE.into_iter().any(|input| file.is_entered(input))
        && file.costs().is_empty()
        && file.benefits().is_empty()
}

/// The result of a draft; where too little can be used, the one before, marked as such.
fn shown(draft: &Draft, before: Option<&Shown>) -> Option<Shown> {
    match draft.to_case() {
        Ok(case) => Some(Shown {
            evaluation: Arc::new(evaluate(&case)),
            is_current: draft.texts().next().is_none(),
        }),
        Err(_) if is_blank(draft) => None,
        Err(_) => before.map(|before| Shown { is_current: false, ..before.clone() }),
    }
}
