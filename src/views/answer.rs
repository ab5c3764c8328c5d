//! What it means: the headline, the key figures, every figure in tables, or what is still missing.

use groundwork_report::{
    document::{Block, notes::notes_about_case},
    narrative::{
        headline::{headline, meaning},
        key_figures::key_figures,
        tables::TableKind,
    },
};
use leptos::{html, prelude::*};

use super::glance::Glance;
use crate::{
    components::{block::block, figure_table::FigureTable, live},
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
        let missing = workspace.missing();
        if missing.len() == FOUR.len() {
            "Four numbers give the first answer. It stands here as you type.".to_owned()
        } else {
            format!("Still needed: {}.", missing.join(", "))
        }
    });
    let is_blank = Memo::new(move |_| workspace.is_blank());
    let example = live(move || {
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
    });
    view! {
        <h1 class="answer__lead">
            "What does working around technical debt cost a year, and what is paying it down worth?"
        </h1>
        <p class="answer__meaning">{needed}</p>
        {example}
    }
}

/// Everything that follows from the case.
#[component]
fn Results() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let is_stale = is_stale(workspace);
    let stale = live(move || {
        if !is_stale.get() {
            return ().into_any();
        }
        let missing = workspace.missing();
        let why = if missing.is_empty() {
            format!("what stands in {} cannot", workspace.unusable().join(", "))
        } else {
            format!("still needed: {}", missing.join(", "))
        };
        let text = format!("These are the figures of the last values that could be used; {why}.");
        view! { <p class="answer__stale">{text}</p> }.into_any()
    });
    let tables: Vec<AnyView> =
        TableKind::ALL.into_iter().map(|kind| view! { <FigureTable kind /> }.into_any()).collect();
    let lead = NodeRef::<html::H1>::new();
    view! {
        <div role="status">{stale}</div>
        <h1 class="answer__lead" data-testid="headline" node_ref=lead>
            {block(|writer| Some(Block::Paragraph(headline(writer))))}
        </h1>
        <p class="answer__meaning">{block(|writer| meaning(writer).map(Block::Paragraph))}</p>
        {block(|writer| Some(Block::KeyFigures(key_figures(writer))))}
        {block(|writer| {
            let notes = notes_about_case(writer);
            (!notes.is_empty()).then_some(Block::Notes(notes))
        })}
        {tables}
        <Glance lead />
    }
}

fn is_stale(workspace: Workspace) -> Signal<bool> {
    Signal::derive(move || {
        workspace.shown.with(|shown| shown.as_ref().is_some_and(|shown| !shown.is_current))
    })
}
