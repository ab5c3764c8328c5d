//! What can be done with the cases side by side: copied as a text, printed.

use groundwork_report::{
    document::{Block, Paragraph, Span},
    formats::{BriefFormat, html::rich_text, text::text, written as in_format},
    narrative::brief::{Brief, Section},
};
use leptos::prelude::*;

use super::{super::answer::stale_sentence, DOCUMENT_ID};
use crate::{
    browser::{
        clipboard::{copy_rich, copy_text},
        document::select,
        printing::print,
    },
    components::{button::button, live},
    state::workspace::Workspace,
};

/// A row of buttons, and what to do where the browser refuses.
#[component]
pub fn Actions(
    /// The document on screen.
    written: Memo<Option<Brief>>,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let is_refused = RwSignal::new(false);
    let copy = move |format: BriefFormat| {
        let Some(brief) = written.get_untracked() else { return };
        let brief = marked(workspace, brief);
        is_refused.set(false);
        let done = Box::new(move |is_copied: bool| {
            if is_copied {
                return workspace.say(
                    if format == BriefFormat::Html {
                        "Comparison copied"
                    } else {
                        "Comparison copied as Markdown"
                    }
                    .to_owned(),
                );
            }
            // The page may have moved on since.
            is_refused.try_set(true);
            select(DOCUMENT_ID);
        });
        if format == BriefFormat::Html {
            copy_rich(&rich_text(&brief), &text(&brief), done);
        } else {
            copy_text(&in_format(&brief, format), done);
        }
    };
    let action = |id: &str, label: &str, act: Box<dyn Fn()>| {
        button(id.to_owned(), "quiet", Signal::stored(label.to_owned()), act)
    };
    let actions = vec![
        action("compare-copy", "Copy", Box::new(move || copy(BriefFormat::Html))),
        action(
            "compare-copy-markdown",
            "Copy as Markdown",
            Box::new(move || copy(BriefFormat::Markdown)),
        ),
        action("compare-print", "Print", Box::new(print)),
    ];
    let refusal = live(move || {
        is_refused
            .get()
            .then(|| {
                view! {
                    <p class="answer__stale">
                        "This browser does not let the page copy. The comparison is selected: press Ctrl+C or ⌘C."
                    </p>
                }
                .into_any()
            })
            .into_any()
    });
    view! {
        <div class="compare__actions" role="group" aria-label="Take the comparison with you">
            {actions}
        </div>
        <div role="status">{refusal}</div>
    }
}

/// The document as it is taken away: where its figures are not of what stands in the fields, it says so.
fn marked(workspace: Workspace, mut brief: Brief) -> Brief {
    if let Some(sentence) = untrack(|| stale_sentence(workspace)) {
        let blocks = vec![Block::Paragraph(Paragraph(vec![Span::Plain(sentence)]))];
        brief.sections.insert(0, Section { heading: "Not up to date", blocks, chart: None });
    }
    brief
}
