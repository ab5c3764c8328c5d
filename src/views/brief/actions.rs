//! What can be done with a brief: copy it, save it, print it.

use groundwork_report::{
    charts::{Theme, chart, svg},
    document::{Block, Paragraph, Span},
    formats::{
        BriefFormat,
        html::{page, rich_text},
        text::text,
        written as in_format,
    },
    narrative::brief::{Brief, Section},
};
use leptos::prelude::*;

use super::{super::answer::stale_sentence, DOCUMENT_ID};
use crate::{
    browser::{
        clipboard::{copy_rich, copy_text},
        document::select,
        download::{HTML, download},
        printing::print,
    },
    components::{button::button, live},
    state::{file_name::file_name, workspace::Workspace},
};

/// Width the chart of a saved page is laid out for, in pixels.
const CHART_WIDTH: f64 = 640.0;

/// A row of buttons, and what to do where the browser refuses.
#[component]
pub fn Actions(
    /// The brief on screen.
    written: Memo<Option<Brief>>,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    // What could not be copied.
    let refused = RwSignal::new(None::<BriefFormat>);
    let copy = move |format: BriefFormat| {
        let Some(brief) = written.get_untracked() else { return };
        let brief = marked(workspace, brief);
        refused.set(None);
        let done = Box::new(move |is_copied: bool| {
            if is_copied {
                workspace.say(copied(format).to_owned());
                return;
            }
            // The page may have moved on since.
            refused.try_set(Some(format));
            if format == BriefFormat::Html {
                select(DOCUMENT_ID);
            }
        });
        match format {
            BriefFormat::Html => copy_rich(&rich_text(&brief), &text(&brief), done),
            format => copy_text(&in_format(&brief, format), done),
        }
    };
    let save = move |format: BriefFormat| {
        let Some(brief) = written.get_untracked() else { return };
        let brief = marked(workspace, brief);
        let (kind, content) = match format {
            BriefFormat::Html => (HTML, page(&brief, picture(workspace, &brief).as_deref())),
            BriefFormat::Markdown => ("text/markdown", in_format(&brief, format)),
            BriefFormat::Text => ("text/plain", in_format(&brief, format)),
        };
        let title = workspace.draft.with_untracked(|draft| draft.file().title().to_owned());
        let name = file_name(&title, &["brief.", format.extension()].concat());
        download(&name, &content, kind);
        refused.set(None);
        workspace.say(format!("Saved as {name}"));
    };
    let action = |label: &'static str, act: Box<dyn Fn()>| {
        button(id(label), "quiet", Signal::stored(label.to_owned()), act)
    };
    let actions = vec![
        action("Copy", Box::new(move || copy(BriefFormat::Html))),
        action("Copy as Markdown", Box::new(move || copy(BriefFormat::Markdown))),
        action("Copy as plain text", Box::new(move || copy(BriefFormat::Text))),
        action("Save as HTML", Box::new(move || save(BriefFormat::Html))),
        action("Print", Box::new(print)),
    ];
    let refusal = live(move || match refused.get() {
        None => ().into_any(),
        Some(format) => refusal(format, Box::new(move || save(format))),
    });
    view! {
        <div class="brief__actions" role="group" aria-label="Take the brief with you">{actions}</div>
        <div role="status">{refusal}</div>
    }
}

fn id(label: &str) -> String {
    ["brief-", &label.to_ascii_lowercase().replace(' ', "-")].concat()
}

fn copied(format: BriefFormat) -> &'static str {
    match format {
        BriefFormat::Html => "Brief copied",
        BriefFormat::Markdown => "Brief copied as Markdown",
        BriefFormat::Text => "Brief copied as plain text",
    }
}

/// What the browser did not allow, and the way around it.
fn refusal(format: BriefFormat, save: Box<dyn Fn()>) -> AnyView {
    let text = match format {
        BriefFormat::Html => {
            "This browser does not let the page copy. The brief is selected: press Ctrl+C or ⌘C, \
             or save it as a file."
        }
        BriefFormat::Markdown | BriefFormat::Text => {
            "This browser does not let the page copy. Save the text as a file instead."
        }
    };
    let label = Signal::stored("Save as a file".to_owned());
    view! {
        <div class="notice">
            <p>{text}</p>
            {button("brief-save-instead".to_owned(), "button", label, save)}
        </div>
    }
    .into_any()
}

/// The chart of the brief in the colors of paper.
fn picture(workspace: Workspace, brief: &Brief) -> Option<String> {
    let kind = brief.sections.iter().find_map(|section| section.chart)?;
    let drawn = untrack(|| workspace.write(|writer| chart(writer, kind, CHART_WIDTH)))?;
    Some(svg(&drawn, Theme::Light))
}

/// The brief as it is taken away: where its figures are not of what stands in the fields, it says so.
fn marked(workspace: Workspace, mut brief: Brief) -> Brief {
    if let Some(sentence) = untrack(|| stale_sentence(workspace)) {
        let blocks = vec![Block::Paragraph(Paragraph(vec![Span::Plain(sentence)]))];
        brief.sections.insert(0, Section { heading: "Not up to date", blocks, chart: None });
    }
    brief
}
