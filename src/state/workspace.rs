//! The open case and everything that follows from it.

use std::sync::Arc;

use groundwork_cases::{
    case_file::CaseFile, draft::Draft, example::Example, history::History, text_field::TextField,
};
use groundwork_model::{
    estimate::Estimate,
    evaluation::{Evaluation, evaluate},
    input::Input,
    investment::PaidFrom,
    simulation::Simulation,
};
use groundwork_report::{
    document::Writer, narrative::time_lost::ESTIMATE_NOTE, wording::NumberStyle,
};
use leptos::prelude::*;

use super::{
    capacity,
    entry::{self, Message},
    file_name::case_file_name,
    keeper::Keeper,
    lines,
    preferences::Preferences,
    simulating::Simulating,
    standing::Standing,
    switching::Destination,
    view::View,
};
use crate::browser::{
    clock, document,
    download::{JSON, download},
    fragment,
    number_style::number_style,
};

/// The numbers nothing can be said without, in the order they are asked for.
pub const FOUR: [Input; 4] =
    [Input::AnnualCost, Input::EfficiencyNow, Input::EfficiencyAfter, Input::Amount];

/// Kind of source of a number that was estimated with the help of the page.
const ESTIMATED: &str = "estimated";

/// Shared by every part of the page.
#[derive(Clone, Copy)]
pub struct Workspace {
    /// What was entered and what was typed beside it.
    pub draft: RwSignal<Draft>,
    /// How numbers are written and read.
    pub style: Memo<NumberStyle>,
    /// The last result there was, with its simulation once that is there.
    pub shown: Memo<Option<Shown>>,
    /// Keeps the draft in the browser.
    pub keeper: Keeper,
    /// What can be undone and redone.
    pub history: RwSignal<History>,
    /// What the reader prefers about the page.
    pub preferences: RwSignal<Preferences>,
    /// What was done last and cannot be seen where it was asked for, in a few words.
    pub said: RwSignal<String>,
    /// Whether the page is being printed, so that all of it is to be drawn.
    pub is_printing: RwSignal<bool>,
    /// Which view is shown.
    pub view: RwSignal<View>,
    /// Where the reader wants to go, while something on screen would be lost by that.
    pub leaving: RwSignal<Option<Destination>>,
    /// Counts how often the draft was changed from elsewhere than its fields, so that they show it.
    replaced: RwSignal<u32>,
    /// Counts the cases that were opened, so that no result is shown beside another case.
    pub(super) opening: RwSignal<u32>,
}

/// The result on screen.
#[derive(Clone, Debug)]
pub struct Shown {
    /// Every figure.
    pub evaluation: Arc<Evaluation>,
    /// Whether it is of what stands in the fields; otherwise of the last values that could be used.
    pub is_current: bool,
    /// Which opening of a case it belongs to.
    pub(super) opening: u32,
}

/// The same case has the same figures, so they need not be compared one by one.
impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        self.is_current == other.is_current
            && self.opening == other.opening
            && self.evaluation.case == other.evaluation.case
            && self.evaluation.comparison.is_some() == other.evaluation.comparison.is_some()
            && self.simulation() == other.simulation()
    }
}

impl Shown {
    /// Which simulation its evaluation holds, if it holds one.
    fn simulation(&self) -> Option<*const Simulation> {
        self.evaluation.simulation.as_ref().map(Arc::as_ptr)
    }

    /// The same result with its strategies compared.
    fn compared(self) -> Self {
        let evaluation = Evaluation::clone(&self.evaluation).with_comparison();
        Self { evaluation: Arc::new(evaluation), ..self }
    }
}

impl Workspace {
    /// Opens the case saved last, or a new one, and keeps it from now on. The [`Simulating`] that
    /// follows it is a context from here on.
    pub fn open() -> Self {
        let (keeper, draft) = Keeper::open(blank());
        let simulating = Simulating::default();
        let workspace = Self::of(draft, keeper, simulating);
        keeper.watch(workspace.draft);
        simulating.follow(workspace);
        provide_context(simulating);
        workspace
    }

    fn of(draft: Draft, keeper: Keeper, simulating: Simulating) -> Self {
        let draft = RwSignal::new(draft);
        let currency = Memo::new(move |_| draft.with(|draft| draft.file().currency().to_owned()));
        let locale = document::language();
        let style = Memo::new(move |_| currency.with(|currency| number_style(&locale, currency)));
        let opening = RwSignal::new(0);
        let evaluated = Memo::new(move |before: Option<&Option<Shown>>| {
            let opening = opening.get_untracked();
            let before = before.and_then(Option::as_ref).filter(|shown| shown.opening == opening);
            draft.with(|draft| shown(draft, before, opening))
        });
        let view = RwSignal::new(View::of_fragment(&fragment::fragment()).unwrap_or_default());
        let is_compared = Memo::new(move |_| matches!(view.get(), View::Plan | View::Brief));
        // What a case and its strategies come to does not change when the draws arrive.
        let compared = Memo::new(move |_| {
            let evaluated = evaluated.get()?;
            Some(if is_compared.get() { evaluated.compared() } else { evaluated })
        });
        let shown = Memo::new(move |_| Some(simulating.attached(compared.get()?)));
        let preferences = Preferences::open();
        preferences.theme().show();
        Self {
            draft,
            style,
            shown,
            keeper,
            history: RwSignal::new(History::default()),
            preferences: RwSignal::new(preferences),
            said: RwSignal::new(String::new()),
            is_printing: RwSignal::new(false),
            view,
            leaving: RwSignal::new(None),
            replaced: RwSignal::new(0),
            opening,
        }
    }

    /// Takes what was typed into the field of `input` and says what is to be said about it. Text that
    /// cannot be used is kept beside `settled`, the value from before the typing began.
    pub fn type_number(&self, input: Input, text: &str, settled: Option<Estimate>) -> Message {
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

    /// Says where the investment comes from.
    pub fn set_paid_from(&self, paid_from: PaidFrom) {
        let choose = |draft: &mut Draft| draft.file_mut().set_paid_from(Some(paid_from));
        self.change("investment.paid_from", Box::new(choose));
    }

    /// Opens the example in place of a case in which nothing was entered.
    pub fn open_example(&self) {
        self.change_all(
            "the example",
            Draft::new(Example::TwoMillion.file(clock::coming_january())),
        );
    }

    /// Gives the reader the open case as a file.
    pub fn save_as_file(&self) {
        let (name, text) = self.draft.with_untracked(|draft| {
            let file = draft.file();
            (case_file_name(file.title()), file.encode_pretty())
        });
        download(&name, &text, JSON);
    }

    /// Says something in a few words, seen for a while and read aloud.
    pub fn say(&self, words: String) {
        // The same words once more are read aloud once more only where the text differs.
        let is_same = self.said.with_untracked(|said| *said == words);
        self.said.set(if is_same { format!("{words}\u{a0}") } else { words });
    }

    /// Lets every field show what the draft holds, where it was changed from elsewhere.
    pub fn show_in_fields(&self) {
        self.replaced.update(|times| *times += 1);
    }

    /// Runs `show` whenever the draft was changed from elsewhere, so that fields show it.
    pub fn on_replaced(&self, show: Box<dyn Fn()>) {
        let replaced = self.replaced;
        let drawn = replaced.get_untracked();
        Effect::new(move |shown: Option<u32>| {
            let now = replaced.get();
            if now != shown.unwrap_or(drawn) {
                show();
            }
            now
        });
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

    /// What `write` says about the result on screen, where there is one.
    pub fn write<T>(&self, write: impl FnOnce(Writer<'_>) -> T) -> Option<T> {
        self.shown.with(|shown| {
            let Shown { evaluation, .. } = shown.as_ref()?;
            self.style.with(|style| Some(write(Writer { evaluation, style })))
        })
    }

    /// Names of the fields that hold text which cannot be used.
    pub fn unusable(&self) -> Vec<&'static str> {
        self.draft.with(|draft| unusable(draft).collect())
    }

    /// Names of the numbers nothing can be said without that are not there yet.
    pub fn missing(&self) -> Vec<&'static str> {
        self.draft.with(|draft| {
            let is_missing = |input: &Input| draft.file().estimate(*input).is_none();
            let [_, others @ ..] = FOUR;
            let needed = capacity::needed(draft.file()).iter().copied().chain(others);
            needed.filter(is_missing).map(|input| input.spec().label).collect()
        })
    }

    /// Whether nothing was entered yet, so that an example may take the place of the draft.
    pub fn is_blank(&self) -> bool {
        self.draft.with(is_blank)
    }
}

/// A case in which nothing was entered.
pub(super) fn blank() -> Draft {
    Draft::new(CaseFile::new(clock::this_month()))
}

/// Names of the fields whose text keeps the result from being that of what stands in them.
fn unusable(draft: &Draft) -> impl Iterator<Item = &'static str> {
    let file = draft.file();
    let start = file.text_path(TextField::Start);
    draft.texts().filter_map(move |(path, _)| {
        let input = file.input_at(path);
        if input.is_some_and(|input| capacity::is_set_aside(file, input)) {
            return None;
        }
        input
            .map(|input| input.spec().label)
            .or_else(|| (path == start).then_some("the month the case begins in"))
    })
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

/// A clause as a sentence of its own.
pub fn sentence(clause: &str) -> String {
    let (first, rest) = clause.split_at(clause.chars().next().map_or(0, char::len_utf8));
    format!("{}{rest}.", first.to_ascii_uppercase())
}

pub(super) fn is_blank(draft: &Draft) -> bool {
    let file = draft.file();
    draft.texts().next().is_none()
        && file.title().is_empty()
        && !Input::SINGLE.into_iter().any(|input| file.is_entered(input))
        && file.costs().is_empty()
        && file.benefits().is_empty()
        && !file.has_plan()
}

/// The result of a draft; where too little can be used, the one before, marked as such.
fn shown(draft: &Draft, before: Option<&Shown>, opening: u32) -> Option<Shown> {
    match draft.to_case() {
        Ok(case) => Some(Shown {
            evaluation: Arc::new(evaluate(&case)),
            is_current: unusable(draft).next().is_none(),
            opening,
        }),
        Err(_) if is_blank(draft) => None,
        Err(_) => before.map(|before| Shown { is_current: false, ..before.clone() }),
    }
}
