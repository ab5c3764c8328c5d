//! Figures and the text around them.

use groundwork_report::document::{FigureSpan, Paragraph, Span};
use leptos::prelude::*;

/// A figure, which names what it shows.
pub fn figure(figure: FigureSpan) -> AnyView {
    let FigureSpan { id, text, is_key, .. } = figure;
    let class = if is_key { "figure figure--key" } else { "figure" };
    view! { <span class=class data-figure=id.path()>{text}</span> }.into_any()
}

/// Words and figures in reading order.
pub fn prose(paragraph: Paragraph) -> Vec<AnyView> {
    let span = |span| match span {
        Span::Text(text) | Span::Plain(text) => text.into_any(),
        Span::Figure(span) => figure(span),
    };
    paragraph.0.into_iter().map(span).collect()
}
