//! Figures that can be asked, and the text around them.

use groundwork_report::document::{FigureSpan, Paragraph, Span};
use leptos::{ev::KeyboardEvent, prelude::*};

use crate::{browser::document::press, state::asking::Asking};

/// A figure that explains itself when it is pressed.
pub fn figure(figure: FigureSpan) -> AnyView {
    // Of one word, it stays on one line: browsers break between a minus and what follows it.
    let class = match (figure.is_key, figure.text.contains(' ')) {
        (true, true) => "figure figure--key",
        (true, false) => "figure figure--key figure--word",
        (false, true) => "figure",
        (false, false) => "figure figure--word",
    };
    askable(figure, class, "0")
}

/// A figure among so many that only the first is a stop of the Tab key; arrow keys reach the rest.
pub fn figure_of_many(figure: FigureSpan, is_first: bool) -> AnyView {
    askable(figure, "figure", if is_first { "0" } else { "-1" })
}

// Not a `<button>`: its text could not be selected together with the sentence around it.
fn askable(figure: FigureSpan, class: &'static str, tab_index: &'static str) -> AnyView {
    let FigureSpan { id, case, text, .. } = figure;
    // A part in somebody else's page explains nothing: it leads to the whole case.
    let Some(asking) = use_context::<Asking>() else {
        return view! { <span class=class>{text}</span> }.into_any();
    };
    view! {
        <span
            class=class
            data-figure=id.path()
            data-case=(case > 0).then_some(case)
            role="button"
            tabindex=tab_index
            aria-haspopup="dialog"
            on:click=move |_| asking.ask_of(case, id)
        >
            {text}
        </span>
    }
    .into_any()
}

/// Presses the figure that has the focus on Enter and Space, as a button does. For the element
/// around figures, so that not each of them listens.
pub fn press_on_key(event: &KeyboardEvent) {
    if matches!(event.key().as_str(), "Enter" | " ") && press(event) {
        event.prevent_default();
    }
}

/// Words and figures in reading order.
pub fn prose(paragraph: Paragraph) -> Vec<AnyView> {
    let span = |span| match span {
        Span::Text(text) | Span::Plain(text) => text.into_any(),
        Span::Figure(span) => figure(span),
    };
    paragraph.0.into_iter().map(span).collect()
}
