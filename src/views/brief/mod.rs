//! The brief: the case as one document, which is read on the page and taken away from it.

pub mod actions;

use groundwork_report::{
    document::Block,
    narrative::brief::{self, Section, brief_read_in},
};
use leptos::prelude::*;

use self::actions::Actions;
use super::answer::{Example, needed, stale_sentence};
use crate::{
    browser::clock,
    components::{block::block_view, chart_figure::ChartFigure, live, prose::press_on_key, text},
    state::{view::View, workspace::Workspace},
};

/// Id of the document within the page.
const DOCUMENT_ID: &str = "brief-document";

/// The brief with what can be done with it, or what is still missing.
#[component]
pub fn Brief() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let has_answer = Memo::new(move |_| workspace.shown.with(Option::is_some));
    live(move || {
        if has_answer.get() {
            view! { <Document /> }.into_any()
        } else {
            view! { <Missing /> }.into_any()
        }
    })
}

/// What is still needed before there is anything to say.
#[component]
fn Missing() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let needed = text(move || format!("The brief is written from the case. {}", needed(workspace)));
    view! {
        <div class="brief__missing">
            <h1 class="answer__lead">"One page for whoever decides"</h1>
            <p class="answer__meaning">{needed}</p>
            <p class="brief__way">
                <a href=View::Case.address()>"Enter it in the Case view"</a>
            </p>
            <Example />
        </div>
    }
}

/// The document. A section is drawn anew only when what it says changes.
#[component]
fn Document() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let written = Memo::new(move |_| {
        let title = workspace.draft.with(|draft| draft.file().title().to_owned());
        workspace.write(|writer| brief_read_in(writer, &title, Some(clock::this_month())))
    });
    let title = text(move || {
        written
            .with(|written| written.as_ref().map(|brief| brief.title.clone()).unwrap_or_default())
    });
    let length = Memo::new(move |_| {
        written.with(|written| written.as_ref().map_or(0, |brief| brief.sections.len()))
    });
    let sections = live(move || {
        (0..length.get()).map(|at| section(written, at)).collect::<Vec<_>>().into_any()
    });
    let stale = live(move || {
        stale_sentence(workspace)
            .map(|sentence| view! { <p class="answer__stale">{sentence}</p> }.into_any())
            .into_any()
    });
    view! {
        <div class="brief__around">
            <Actions written />
            <div role="status">{stale}</div>
        </div>
        <article
            id=DOCUMENT_ID
            class="brief__sheet"
            aria-labelledby="brief-title"
            on:keydown=|event| press_on_key(&event)
        >
            <h1 id="brief-title" class="brief__title">{title}</h1>
            {sections}
        </article>
    }
}

/// The section at a place of the brief; nothing where it has become shorter.
fn section(written: Memo<Option<brief::Brief>>, at: usize) -> AnyView {
    let section =
        Memo::new(move |_| written.with(|written| written.as_ref()?.sections.get(at).cloned()));
    live(move || section.get().map(section_view).into_any()).into_any()
}

fn section_view(section: Section) -> AnyView {
    let Section { heading, blocks, chart } = section;
    let blocks: Vec<AnyView> = blocks.into_iter().map(part).collect();
    let chart = chart
        .map(|kind| view! { <ChartFigure kind=RwSignal::new(kind) has_tools=false /> }.into_any());
    view! {
        <section class="brief__section">
            <h2 class="brief__heading">{heading}</h2>
            {blocks}
            {chart}
        </section>
    }
    .into_any()
}

fn part(block: Block) -> AnyView {
    match block {
        Block::Paragraph(_) => view! { <p>{block_view(block)}</p> }.into_any(),
        Block::Table(_) => view! { <div class="figure-table">{block_view(block)}</div> }.into_any(),
        block => block_view(block),
    }
}
