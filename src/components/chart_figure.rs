//! A chart with what is read off it: by pointing, by touch and by arrow keys.

use groundwork_report::charts::{Chart, ChartKind, Point, Reading, chart};
use leptos::{
    ev::{KeyboardEvent, PointerEvent},
    html,
    prelude::*,
};

use super::{
    chart_tools::ChartTools,
    live,
    prose::prose,
    scene::{circle, scene},
    text,
};
use crate::{
    browser::sizes::{on_width, pointed_shares},
    state::{asking::Asking, workspace::Workspace},
};

/// Widths a chart is laid out for, in pixels.
const WIDTHS: std::ops::RangeInclusive<f64> = 280.0..=1400.0;
/// Width on paper, which is the same whatever window it was printed from.
const PAPER_WIDTH: f64 = 1000.0;
/// Width before the place of the chart is known.
const FIRST_WIDTH: f64 = 640.0;
const DOT: f64 = 4.5;

/// A chart of the case, laid out for the width of its place.
#[component]
pub fn ChartFigure(
    /// Which chart.
    kind: RwSignal<ChartKind>,
    /// Whether its data and pictures are offered below it.
    #[prop(default = true)]
    has_tools: bool,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let draw = move |width| workspace.write(|writer| chart(writer, kind.get(), width));
    drawn_chart(Box::new(draw), text(move || kind.get().key().to_owned()), has_tools)
}

/// A chart that `draw` lays out for a width, with its data and pictures below it where that is wanted;
/// `file_name` is what pictures are saved as, without an ending.
pub fn drawn_chart(
    draw: Box<dyn Fn(f64) -> Option<Chart> + Send + Sync>,
    file_name: Signal<String>,
    has_tools: bool,
) -> AnyView {
    let workspace = expect_context::<Workspace>();
    let asking = use_context::<Asking>();
    let width = RwSignal::new(FIRST_WIDTH);
    let chart = Memo::new(move |_| {
        let is_printing = workspace.is_printing.get();
        draw(if is_printing { PAPER_WIDTH } else { width.get() })
    });
    let place = NodeRef::<html::Div>::new();
    Effect::new(move || {
        if let Some(place) = place.get() {
            on_width(&place, move |wide| {
                let wide = wide.floor().clamp(*WIDTHS.start(), *WIDTHS.end());
                if width.try_get_untracked().is_some_and(|width| (width - wide).abs() >= 1.0) {
                    width.set(wide);
                }
            });
        }
    });

    // Position of the reading that is looked at.
    let looked_at = RwSignal::new(None::<usize>);
    let point = move |event: PointerEvent| {
        let Some(place) = place.get_untracked() else { return };
        let shares = pointed_shares(&place, &event);
        looked_at.set(chart.with_untracked(|chart| nearest(chart.as_ref()?, shares)));
    };
    let step = move |event: KeyboardEvent| {
        let last = chart.with_untracked(|chart| last_reading(chart.as_ref()));
        let now = looked_at.get_untracked();
        let next = match event.key().as_str() {
            "ArrowRight" | "ArrowUp" => now.map_or(0, |now| now + 1),
            "ArrowLeft" | "ArrowDown" => now.map_or(last, |now| now.saturating_sub(1)),
            "PageUp" => now.unwrap_or_default() + 12,
            "PageDown" => now.unwrap_or_default().saturating_sub(12),
            "Home" => 0,
            "End" => last,
            "Enter" => {
                let asked = chart.with_untracked(|chart| {
                    let figure = &reading(chart.as_ref()?, now?)?.values.first()?.figure;
                    Some((figure.case, figure.id))
                });
                if let (Some((case, figure)), Some(asking)) = (asked, asking) {
                    asking.ask_of(case, figure);
                }
                return;
            }
            "Escape" => return looked_at.set(None),
            _ => return,
        };
        event.prevent_default();
        looked_at.set(Some(next.min(last)));
    };
    let spoken = text(move || {
        let spoken = chart.with(|chart| {
            let chart = chart.as_ref()?;
            Some(reading(chart, looked_at.get().unwrap_or(last_reading(Some(chart))))?.spoken())
        });
        spoken.unwrap_or_default()
    });
    let part = move |part: fn(&Chart) -> &String| {
        text(move || chart.with(|chart| chart.as_ref().map(part).cloned().unwrap_or_default()))
    };
    let title = part(|chart| &chart.title);
    let unit = part(|chart| &chart.unit);
    let last = move || chart.with(|chart| last_reading(chart.as_ref()));
    let drawing = live(move || {
        chart.with(|chart| chart.as_ref().map(|chart| scene(chart.scene.clone()))).into_any()
    });
    let cross = live(move || {
        let Some(at) = looked_at.get() else { return ().into_any() };
        chart.with(|chart| crosshair(chart.as_ref()?, at)).into_any()
    });
    let description = Memo::new(move |_| {
        chart.with(|chart| chart.as_ref().map(|chart| chart.description.clone()))
    });
    view! {
        <figure class="chart">
            <figcaption class="chart__caption">
                <h2>{title}</h2>
                <span class="chart__unit">{unit}</span>
            </figcaption>
            <div
                class="chart__place"
                node_ref=place
                role="slider"
                tabindex="0"
                aria-label=title
                aria-valuemin="0"
                aria-valuemax=last
                aria-valuenow=move || looked_at.get().unwrap_or_else(last)
                aria-valuetext=spoken
                on:pointermove=point
                on:pointerdown=point
                on:pointerleave=move |event| {
                    // A finger that is lifted leaves what it pointed at to be read.
                    if event.pointer_type() == "mouse" {
                        looked_at.set(None);
                    }
                }
                on:blur=move |_| looked_at.set(None)
                on:keydown=step
            >
                {drawing}
                {cross}
            </div>
            <p class="chart__description">{live(move || description.get().map(prose).into_any())}</p>
            {has_tools.then(|| view! { <ChartTools chart file_name /> }.into_any())}
        </figure>
    }
    .into_any()
}

/// Number of the last reading.
fn last_reading(chart: Option<&Chart>) -> usize {
    chart.map_or(0, |chart| chart.readings.len().saturating_sub(1))
}

fn reading(chart: &Chart, at: usize) -> Option<&Reading> {
    chart.readings.get(at.min(last_reading(Some(chart))))
}

/// The reading nearest to a place on the chart, given as shares of its width and its height.
/// Readings stand side by side, or one below the other.
fn nearest(chart: &Chart, [across, down]: [f64; 2]) -> Option<usize> {
    let (x, y) = (across * chart.scene.width, down * chart.scene.height);
    let distance = |reading: &Reading| match reading.y {
        Some(own) => (own - y).abs(),
        None => (reading.x - x).abs(),
    };
    let readings = chart.readings.iter().enumerate();
    let nearest = readings.min_by(|(_, a), (_, b)| distance(a).total_cmp(&distance(b)));
    nearest.map(|(at, _)| at)
}

/// The line, the dots and the figures of one reading, above the drawing.
fn crosshair(chart: &Chart, at: usize) -> Option<AnyView> {
    let reading = reading(chart, at)?;
    let scene = &chart.scene;
    let x = reading.x;
    let dots: Vec<AnyView> = reading
        .values
        .iter()
        .map(|value| circle("chart__dot", Point { x: value.x, y: value.y }, DOT))
        .collect();
    let values: Vec<AnyView> = reading
        .values
        .iter()
        .map(|value| {
            let figure = value.figure.text.clone();
            view! { <p>{value.series.clone()} " " <strong>{figure}</strong></p> }.into_any()
        })
        .collect();
    let is_right = x > scene.width / 2.0;
    let plot = &scene.plot;
    let (from, to) = match reading.y {
        Some(y) => (Point { x: plot.x, y }, Point { x: plot.x + plot.width, y }),
        None => (Point { x, y: plot.y }, Point { x, y: plot.y + plot.height }),
    };
    Some(
        view! {
            <svg
                class="chart__scene chart__scene--above"
                viewBox=format!("0 0 {} {}", scene.width, scene.height)
                aria-hidden="true"
            >
                <line class="chart__cross" x1=from.x x2=to.x y1=from.y y2=to.y />
                {dots}
            </svg>
            <div
                class="chart__reading"
                class:chart__reading--left=is_right
                style:left=format!("{}%", 100.0 * x / scene.width)
            >
                <p class="chart__when">{reading.when.clone()}</p>
                {values}
            </div>
        }
        .into_any(),
    )
}
