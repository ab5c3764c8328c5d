//! The case on screen beside others, or beside what it was at a saved point.

pub mod actions;
mod cards;
mod chooser;

use groundwork_report::{
    document::Block,
    narrative::brief::{Brief, Section},
};
use leptos::prelude::*;

use self::{actions::Actions, cards::cards, chooser::chooser};
use super::{answer::stale_sentence, points::points};
use crate::{
    components::{block::block_view, chart_figure::drawn_chart, live, prose::press_on_key, text},
    state::{compared::Compared, workspace::Workspace},
};

/// Id of the document within the page.
const DOCUMENT_ID: &str = "compared-cases";
/// Id of its title, which takes the focus where what had it is gone.
pub const TITLE_ID: &str = "compare-title";
/// What pictures of the chart are saved as.
const PICTURE_NAME: &str = "cases-side-by-side";
/// A width any chart can be drawn in.
const ANY_WIDTH: f64 = 640.0;

/// What is compared, or the way to it.
#[component]
pub fn Compare() -> impl IntoView {
    let compared = expect_context::<Compared>();
    // Stored cases may have changed while another view was shown.
    compared.refresh();
    let has_others = Memo::new(move |_| compared.others.with(|others| !others.is_empty()));
    let is_choosing = RwSignal::new(false);
    let content = live(move || {
        if has_others.get() { view! { <Document is_choosing /> }.into_any() } else { beginning() }
    });
    view! {
        {content}
        <div class="compare__points">{points()}</div>
    }
}

/// What can be compared, while nothing is.
fn beginning() -> AnyView {
    view! {
        <div class="compare__beginning">
            <h1 id=TITLE_ID class="answer__lead" tabindex="-1">
                "Two or three cases side by side"
            </h1>
            <p class="answer__meaning">
                "Choose one or two of your cases to hold against the one on screen. You see which is worth more, which is paid back first, and what makes the difference."
            </p>
            {chooser()}
        </div>
    }
    .into_any()
}

/// The cases side by side.
#[component]
fn Document(
    /// Whether other cases are being chosen.
    is_choosing: RwSignal<bool>,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let compared = expect_context::<Compared>();
    let written = Memo::new(move |_| compared.written(workspace));
    let title = text(move || {
        written
            .with(|written| written.as_ref().map(|brief| brief.title.clone()))
            .unwrap_or_default()
    });
    let stale = live(move || {
        stale_sentence(workspace)
            .map(|sentence| view! { <p class="answer__stale">{sentence}</p> }.into_any())
            .into_any()
    });
    let can_be_drawn = Memo::new(move |_| compared.drawn(workspace, ANY_WIDTH).is_some());
    let chart = live(move || {
        if !can_be_drawn.get() {
            return ().into_any();
        }
        let draw = move |width| compared.drawn(workspace, width);
        drawn_chart(Box::new(draw), Signal::stored(PICTURE_NAME.to_owned()), true)
    });
    view! {
        <div class="compare__around">
            <Actions written />
            <div role="status">{stale}</div>
        </div>
        <article
            id=DOCUMENT_ID
            class="compare__sheet"
            aria-labelledby=TITLE_ID
            on:keydown=|event| press_on_key(&event)
        >
            <h1 id=TITLE_ID class="compare__title" tabindex="-1">{title}</h1>
            <div class="compare__lead">{section(written, 0)}</div>
            {cards(is_choosing)}
            {chart}
            {section(written, 1)}
            {section(written, 2)}
        </article>
        <div class="compare__others">{chooser::behind_its_title(is_choosing)}</div>
    }
}

/// The section at a place of the document; nothing where it has fewer.
fn section(written: Memo<Option<Brief>>, at: usize) -> AnyView {
    let section =
        Memo::new(move |_| written.with(|written| written.as_ref()?.sections.get(at).cloned()));
    live(move || section.get().map(|section| section_view(section, at > 0)).into_any()).into_any()
}

fn section_view(section: Section, has_heading: bool) -> AnyView {
    let Section { heading, blocks, .. } = section;
    let part = |block: Block| match block {
        Block::Paragraph(_) => view! { <p>{block_view(block)}</p> }.into_any(),
        block => block_view(block),
    };
    let blocks: Vec<AnyView> = blocks.into_iter().map(part).collect();
    let heading = has_heading.then(|| view! { <h2>{heading}</h2> }.into_any());
    view! { <section class="compare__section">{heading} {blocks}</section> }.into_any()
}
