//! What it means: the headline, the key figures, every figure in tables, or what is still missing.

use groundwork_model::input::Input;
use groundwork_report::narrative::{
    Writer,
    document::{Paragraph, Table},
    headline::{headline, meaning},
    key_figures::key_figures,
    notes::note_text,
    tables::tables,
};
use leptos::prelude::*;

use crate::{
    components::{
        figure::{Figure, Prose},
        figure_table::FigureTable,
    },
    state::workspace::{FOUR, Shown, Workspace},
};

/// Most tables an evaluation has.
const TABLES: usize = 6;

/// The answer, or the way to one.
#[component]
pub fn Answer() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let has_answer = Memo::new(move |_| workspace.shown.with(Option::is_some));
    let is_stale =
        move || workspace.shown.with(|shown| shown.as_ref().is_some_and(|shown| !shown.is_current));
    view! {
        <section
            class="case__answer answer"
            class:answer--stale=is_stale
            aria-label="What it means"
        >
            {move || if has_answer.get() {
                view! { <Stale is_stale=Signal::derive(is_stale) /><Results /> }.into_any()
            } else {
                view! { <Welcome /> }.into_any()
            }}
        </section>
    }
}

/// What is still needed before there is an answer, and an example.
#[component]
fn Welcome() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let missing = Memo::new(move |_| missing_names(workspace));
    let is_blank = Memo::new(move |_| workspace.is_blank());
    view! {
        <h1 class="answer__lead">
            "What does working around technical debt cost a year, and what is paying it down worth?"
        </h1>
        <p class="answer__meaning">
            {move || match missing.get() {
                names if names.len() == FOUR.len() => {
                    "Four numbers give the first answer. It stands here as you type.".to_owned()
                }
                names => format!("Still needed: {}.", names.join(", ")),
            }}
        </p>
        {move || is_blank.get().then(|| view! {
            <div class="answer__start">
                <button class="button button--main" on:click=move |_| workspace.open_example()>
                    "Load an example: the two-million conversation"
                </button>
            </div>
        })}
    }
}

/// Says that what stands below is not of what stands in the fields.
#[component]
fn Stale(
    /// Whether that is so.
    is_stale: Signal<bool>,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let missing = Memo::new(move |_| missing_names(workspace));
    move || {
        is_stale.get().then(|| {
            let what = missing.get();
            let why = if what.is_empty() {
                "a field holds something that cannot be used".to_owned()
            } else {
                format!("still needed: {}", what.join(", "))
            };
            view! {
                <p class="answer__stale" role="status">
                    {format!("These are the figures of the last values that could be used; {why}.")}
                </p>
            }
        })
    }
}

/// Everything that follows from the case.
#[component]
fn Results() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let written = move |write: fn(Writer<'_>) -> Paragraph| {
        Memo::new(move |_| with_writer(workspace, write).unwrap_or_default())
    };
    let lead = written(headline);
    let meaning = Memo::new(move |_| with_writer(workspace, meaning).flatten());
    let facts = Memo::new(move |_| with_writer(workspace, key_figures).unwrap_or_default());
    let notes = Memo::new(move |_| with_writer(workspace, notes_about_case).unwrap_or_default());
    let all_tables = Memo::new(move |_| with_writer(workspace, tables).unwrap_or_default());
    let table = move |index: usize| {
        Memo::new(move |_| all_tables.with(|tables: &Vec<Table>| tables.get(index).cloned()))
    };
    view! {
        <h1 class="answer__lead" data-testid="headline">
            {move || view! { <Prose paragraph=lead.get() /> }}
        </h1>
        {move || meaning.get().map(|paragraph| view! {
            <p class="answer__meaning"><Prose paragraph /></p>
        })}
        <dl class="answer__facts">
            {move || facts.get().into_iter().map(|fact| {
                let unit = (!fact.unit.is_empty()).then(|| view! { " "<small>{fact.unit}</small> });
                view! {
                    <div>
                        <dt><Prose paragraph=fact.label /></dt>
                        <dd><Figure figure=fact.figure />{unit}</dd>
                    </div>
                }
            }).collect_view()}
        </dl>
        {move || {
            let notes = notes.get();
            (!notes.is_empty()).then(|| view! {
                <ul class="answer__notes">
                    {notes.into_iter().map(|note| view! { <li>{note}</li> }).collect_view()}
                </ul>
            })
        }}
        {(0..TABLES).map(|index| view! { <FigureTable table=table(index) /> }).collect_view()}
    }
}

/// Notes about the case as a whole; those about one figure stand beside it.
fn notes_about_case(writer: Writer<'_>) -> Vec<String> {
    let notes = writer.evaluation.notes.iter().filter(|note| note.figure.is_none());
    notes.map(|note| note_text(writer, note)).collect()
}

fn with_writer<T>(workspace: Workspace, write: impl FnOnce(Writer<'_>) -> T) -> Option<T> {
    workspace.shown.with(|shown| {
        let Shown { evaluation, .. } = shown.as_ref()?;
        workspace.style.with(|style| Some(write(Writer { evaluation, style })))
    })
}

/// Names of the four numbers that are not there yet.
fn missing_names(workspace: Workspace) -> Vec<&'static str> {
    workspace.draft.with(|draft| {
        let is_missing = |input: &Input| draft.file().estimate(*input).is_none();
        FOUR.into_iter().filter(is_missing).map(|input| input.spec().label).collect()
    })
}
