//! Whether the browser may clear the cases when it runs short of room, and when to speak of it.

use groundwork_cases::library::Library;
use leptos::prelude::*;

use super::{keeper::Kept, preferences::Preferences, workspace::Workspace};
use crate::browser::{
    local_store::LocalStore,
    persistence::{ask_for_promise, is_promised},
};

/// Cases from which on a copy in a file is worth a reminder.
const SEVERAL: usize = 5;

/// What the browser says about clearing what it keeps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Promise {
    /// It was not heard yet.
    #[default]
    Unheard,
    /// It has promised not to.
    Given,
    /// It has not promised it, and can be asked.
    NotGiven,
    /// It was asked and has not promised it.
    Refused,
    /// It says nothing about it.
    Unspoken,
}

/// What is offered to somebody who keeps cases, each once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer {
    /// To ask the browser for its promise.
    Promise,
    /// To carry all cases away in a file.
    Export,
}

impl Offer {
    /// Name under which an answer is remembered.
    fn question(self) -> &'static str {
        match self {
            Self::Promise => "persistence_answered",
            Self::Export => "export_answered",
        }
    }
}

/// What is to be offered to somebody who keeps that many cases.
pub fn offer(cases: usize, promise: Promise, preferences: &Preferences) -> Option<Offer> {
    let is_open = |offer: Offer| !preferences.is_answered(offer.question());
    let can_lose = !matches!(promise, Promise::Unheard | Promise::Given);
    if promise == Promise::NotGiven && cases >= 2 && is_open(Offer::Promise) {
        Some(Offer::Promise)
    } else if can_lose && cases >= SEVERAL && is_open(Offer::Export) {
        Some(Offer::Export)
    } else {
        None
    }
}

/// What the browser promised, and what is offered. Beside the workspace, which is as large as
/// something that is passed by value may be.
#[derive(Clone, Copy)]
pub struct Persistence {
    /// What the browser says.
    pub promise: RwSignal<Promise>,
    /// What is offered now.
    pub offer: RwSignal<Option<Offer>>,
}

impl Default for Persistence {
    fn default() -> Self {
        Self { promise: RwSignal::new(Promise::default()), offer: RwSignal::new(None) }
    }
}

impl Persistence {
    /// Offers what there is to offer from now on: once a case was kept, and never before.
    pub fn follow(self, workspace: Workspace) {
        let is_saved = Memo::new(move |_| workspace.keeper.kept.with(|kept| *kept == Kept::Saved));
        Effect::watch(
            move || is_saved.get(),
            move |is_saved, _, _| {
                if self.offer.get_untracked().is_some() || *is_saved && cases() >= 2 {
                    self.hear(Box::new(move || self.consider(workspace)));
                }
            },
            false,
        );
    }

    /// Asks the browser what it has promised, where that is not known, and goes on with `then`.
    pub fn hear(self, then: Box<dyn FnOnce()>) {
        if self.promise.get_untracked() != Promise::Unheard {
            return then();
        }
        is_promised(Box::new(move |answer| {
            self.promise.set(match answer {
                Some(true) => Promise::Given,
                Some(false) => Promise::NotGiven,
                None => Promise::Unspoken,
            });
            then();
        }));
    }

    /// Asks the browser for its promise, because the reader wants that.
    pub fn ask(self, workspace: Workspace) {
        ask_for_promise(Box::new(move |answer| {
            let is_given = answer == Some(true);
            self.promise.set(if is_given { Promise::Given } else { Promise::Refused });
            workspace.say(if is_given { GIVEN } else { REFUSED }.to_owned());
            self.answer(workspace, Offer::Promise);
        }));
    }

    /// Notes that an offer was answered, and does not come again.
    pub fn answer(self, workspace: Workspace, offer: Offer) {
        if self.offer.get_untracked() == Some(offer) {
            self.offer.set(None);
        }
        workspace.prefer(Box::new(move |preferences| preferences.answer(offer.question())));
    }

    fn consider(self, workspace: Workspace) {
        let promise = self.promise.get_untracked();
        let now = workspace.preferences.with_untracked(|known| offer(cases(), promise, known));
        if self.offer.get_untracked() != now {
            self.offer.set(now);
        }
    }
}

/// What is said once the browser has promised it.
const GIVEN: &str = "The browser has promised to keep your cases";
/// What is said where it has not.
const REFUSED: &str = "The browser did not promise it. Export your cases now and then";

fn cases() -> usize {
    LocalStore::open().and_then(|store| Library::new(store).count()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_offered_once_and_never_at_first_sight() {
        let nothing = Preferences::default();
        let mut asked = Preferences::default();
        asked.answer(Offer::Promise.question());
        let mut reminded = asked.clone();
        reminded.answer(Offer::Export.question());
        for (cases, promise, preferences, expected) in [
            (0, Promise::NotGiven, &nothing, None),
            (1, Promise::NotGiven, &nothing, None),
            (2, Promise::NotGiven, &nothing, Some(Offer::Promise)),
            (2, Promise::NotGiven, &asked, None),
            (2, Promise::Unheard, &nothing, None),
            (2, Promise::Given, &nothing, None),
            (2, Promise::Unspoken, &nothing, None),
            (SEVERAL - 1, Promise::Refused, &asked, None),
            (SEVERAL, Promise::Refused, &asked, Some(Offer::Export)),
            (SEVERAL, Promise::NotGiven, &nothing, Some(Offer::Promise)),
            (SEVERAL, Promise::NotGiven, &asked, Some(Offer::Export)),
            (SEVERAL, Promise::Unspoken, &nothing, Some(Offer::Export)),
            (SEVERAL, Promise::Given, &asked, None),
            (99, Promise::Refused, &reminded, None),
        ] {
            assert_eq!(offer(cases, promise, preferences), expected, "{cases}, {promise:?}");
        }
    }
}
