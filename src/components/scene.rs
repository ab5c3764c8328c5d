//! The shapes of a chart as nodes of the page, colored by the style sheet.

use std::fmt::Write as _;

use groundwork_model::figure::FigureId;
use groundwork_report::charts::{Anchor, Outline, Point, Scene, Shape};
use leptos::prelude::*;

use crate::state::asking::Asking;

/// A drawing of the scene, as wide as its place.
///
/// Its figures can be asked by pointing at them; for the keyboard the same figures stand in the
/// description of the chart.
pub(super) fn scene(scene: Scene) -> AnyView {
    let Scene { width, height, shapes, .. } = scene;
    let shapes: Vec<AnyView> = shapes.into_iter().map(shape).collect();
    view! {
        <svg class="chart__scene" viewBox=format!("0 0 {width} {height}") aria-hidden="true">
            {shapes}
        </svg>
    }
    .into_any()
}

fn shape(shape: Shape) -> AnyView {
    let class = shape.role.class();
    match shape.outline {
        Outline::Line(line) => view! { <polyline class=class points=points(&line) /> }.into_any(),
        Outline::Polygon(edge) => view! { <polygon class=class points=points(&edge) /> }.into_any(),
        Outline::Circle { center, radius } => circle(class, center, radius),
        Outline::Text { at, anchor, text, figure } => {
            let anchor = match anchor {
                Anchor::Start => "start",
                Anchor::Middle => "middle",
                Anchor::End => "end",
            };
            let asking = use_context::<Asking>();
            let figure = figure.filter(|_| asking.is_some());
            let ask = move |_| {
                if let (Some(figure), Some(asking)) = (figure, asking) {
                    asking.ask(figure);
                }
            };
            view! {
                <text
                    class=class
                    class:chart__figure=figure.is_some()
                    x=at.x
                    y=at.y
                    text-anchor=anchor
                    data-figure=figure.map(FigureId::path)
                    on:click=ask
                >
                    {text}
                </text>
            }
            .into_any()
        }
    }
}

/// A dot.
pub(super) fn circle(class: &'static str, center: Point, radius: f64) -> AnyView {
    view! { <circle class=class cx=center.x cy=center.y r=radius /> }.into_any()
}

fn points(points: &[Point]) -> String {
    points.iter().fold(String::new(), |mut text, Point { x, y }| {
        // Writing to a string does not fail.
        let _ = write!(text, "{x},{y} ");
        text
    })
}
