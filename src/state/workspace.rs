//! The open case and everything that follows from it.

use groundwork_cases::{case_file::CaseFile, draft::Draft, example::Example, history::History};
use groundwork_model::{input::Input, investment::PaidFrom};
use groundwork_report::wording::NumberStyle;
use leptos::prelude::*;

use super::{
    file_name::case_file_name,
    keeper::Keeper,
    preferences::Preferences,
    shown::{self, Shown},
    simulating::Simulating,
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

impl Workspace {
    /// Opens the case saved last, or a new one, and keeps it from now on. The [`Simulating`] that
    /// follows it is a context from here on.
    pub fn open() -> Self {
        let (keeper, draft) = Keeper::open(blank());
        let simulating = Simulating::default();
        let workspace = Self::of(draft, keeper, simulating, Preferences::open());
        keeper.watch(workspace.draft);
        workspace.preferences.with_untracked(Preferences::theme).show();
        simulating.follow(workspace);
        provide_context(simulating);
        workspace
    }

    /// Shows a case and keeps nothing: no storage is read or written. The [`Simulating`] that follows
    /// it is a context from here on.
    pub fn of_file(file: CaseFile) -> Self {
        let draft = Draft::new(file);
        let simulating = Simulating::default();
        let keeper = Keeper::of_nothing(draft.clone());
        let workspace = Self::of(draft, keeper, simulating, Preferences::default());
        simulating.follow(workspace);
        provide_context(simulating);
        workspace
    }

    fn of(draft: Draft, keeper: Keeper, simulating: Simulating, preferences: Preferences) -> Self {
        let draft = RwSignal::new(draft);
        let currency = Memo::new(move |_| draft.with(|draft| draft.file().currency().to_owned()));
        let locale = document::language();
        let style = Memo::new(move |_| currency.with(|currency| number_style(&locale, currency)));
        let opening = RwSignal::new(0);
        let view = RwSignal::new(View::of_fragment(&fragment::fragment()).unwrap_or_default());
        let shown = shown::follow(draft, opening, view, simulating);
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

    /// Whether nothing was entered yet, so that an example may take the place of the draft.
    pub fn is_blank(&self) -> bool {
        self.draft.with(is_blank)
    }
}

/// A case in which nothing was entered.
pub(super) fn blank() -> Draft {
    Draft::new(CaseFile::new(clock::this_month()))
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
