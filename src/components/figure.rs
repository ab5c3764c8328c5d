//! Figures and the text around them.

use groundwork_report::narrative::document::{FigureSpan, Paragraph, Span};
use leptos::prelude::*;

/// A figure, which names what it shows.
#[component]
pub fn Figure(
    /// The figure as it is written.
    figure: FigureSpan,
) -> impl IntoView {
    let FigureSpan { id, text, is_key, .. } = figure;
    view! { <span class="figure" class:figure--key=is_key data-figure=id.path()>{text}</span> }
}

/// Words and figures in reading order.
#[component]
pub fn Prose(
    /// What is said.
    paragraph: Paragraph,
) -> impl IntoView {
    paragraph
        .0
        .into_iter()
        .map(|span| match span {
            Span::Text(text) => text.into_any(),
            Span::Figure(figure) => view! { <Figure figure /> }.into_any(),
        })
        .collect_view()
}
