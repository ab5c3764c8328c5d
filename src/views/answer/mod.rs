//! What it means: everything that follows from the case, or what is still missing.

pub mod charts;
pub mod question;
pub mod results;
pub mod uncertain;

use leptos::prelude::*;

use self::results::Results;
use crate::{
    components::{flag, live, prose::press_on_key},
    state::workspace::{FOUR, Workspace},
};

/// The answer, or the way to one.
#[component]
pub fn Answer() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let has_answer = Memo::new(move |_| workspace.shown.with(Option::is_some));
    let content = live(move || {
        if has_answer.get() {
            view! { <Results /> }.into_any()
        } else {
            view! { <Welcome /> }.into_any()
        }
    });
    view! {
        <section
            class="case__answer answer"
            class:answer--stale=is_stale(workspace)
            aria-label="What it means"
            on:keydown=|event| press_on_key(&event)
        >
            {content}
        </section>
    }
}

/// What is still needed before there is an answer, and an example.
#[component]
fn Welcome() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let needed = Signal::derive(move || {
        if workspace.missing().len() == FOUR.len() {
            "Four numbers give the first answer. It stands here as you type.".to_owned()
        } else {
            needed(workspace)
        }
    });
    view! {
        <h1 class="answer__lead">
            "What does working around technical debt cost a year, and what is paying it down worth?"
        </h1>
        <p class="answer__meaning">{needed}</p>
        <Example />
    }
}

/// An example, while nothing was entered.
#[component]
pub(super) fn Example() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let is_blank = Memo::new(move |_| workspace.is_blank());
    live(move || {
        if !is_blank.get() {
            return ().into_any();
        }
        view! {
            <div class="answer__start">
                <button class="button button--main" on:click=move |_| workspace.open_example()>
                    "Load an example: the two-million conversation"
                </button>
            </div>
        }
        .into_any()
    })
}

/// What is missing before there is a result.
pub(super) fn needed(workspace: Workspace) -> String {
    format!("Still needed: {}.", workspace.missing().join(", "))
}

/// That the result is not of what stands in the fields, and why; `None` where it is.
pub(super) fn stale_sentence(workspace: Workspace) -> Option<String> {
    if !has_stale_result(workspace) {
        return None;
    }
    let missing = workspace.missing();
    let why = if missing.is_empty() {
        format!("what stands in {} cannot", workspace.unusable().join(", "))
    } else {
        format!("still needed: {}", missing.join(", "))
    };
    Some(format!("These are the figures of the last values that could be used; {why}."))
}

fn is_stale(workspace: Workspace) -> Signal<bool> {
    flag(move || has_stale_result(workspace))
}

fn has_stale_result(workspace: Workspace) -> bool {
    workspace.shown.with(|shown| shown.as_ref().is_some_and(|shown| !shown.is_current))
}
