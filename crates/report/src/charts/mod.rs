//! What is drawn about a case, as data: scenes of shapes that know what they stand for.
//!
//! A chart says what it shows in months and amounts (`picture`), which is laid out anew for every
//! width (`layout`): plotters draws scales and series into a list of shapes (`recorder`), and what
//! is named on them finds its place last (`placer`). Colors come from the style sheet, or from
//! [`svg()`] for a picture that leaves the page.

mod advance;
mod best_path;
mod canvas;
mod compared;
mod efficiency;
mod ends;
mod layout;
mod lines;
mod picture;
mod placer;
mod recorder;
mod running_total;
mod scene;
mod strategies;
mod svg;
mod ticks;
mod words;

use std::borrow::Cow;

use groundwork_model::strategy::Comparison;

use self::picture::Picture;
use crate::document::{FigureSpan, Paragraph, Table, Writer};

pub use advance::{text_box, text_width};
pub(crate) use best_path::stretches;
pub use scene::{Anchor, Area, Outline, Point, Role, Scene, Shape};
pub use svg::{Theme, svg};

/// What a chart is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartKind {
    /// Gains less costs, summed up month by month.
    CumulativeNet,
    /// Efficiency on both paths.
    Efficiency,
    /// Product delivered against carrying on, summed up month by month.
    Delivered,
    /// Features delivered under each strategy against carrying on, summed up month by month.
    Compared,
    /// Efficiency under each strategy.
    Strategies,
    /// The share of capacity for debt that delivers most, quarter by quarter.
    BestPath,
}

impl ChartKind {
    /// Every chart of a case, the most important first.
    pub const ALL: [Self; 3] = [Self::CumulativeNet, Self::Efficiency, Self::Delivered];

    /// Every chart of a plan, for an evaluation that compares strategies.
    pub const PLAN: [Self; 3] = [Self::Compared, Self::Strategies, Self::BestPath];

    /// What it is called among the others.
    pub const fn name(self) -> &'static str {
        match self {
            Self::CumulativeNet => "Cumulative net",
            Self::Efficiency => "Efficiency",
            Self::Delivered => "Product delivered",
            Self::Compared => "Features delivered",
            Self::Strategies => "Efficiency by strategy",
            Self::BestPath => "Best path",
        }
    }

    /// Name in file names.
    pub const fn key(self) -> &'static str {
        match self {
            Self::CumulativeNet => "cumulative-net",
            Self::Efficiency => "efficiency",
            Self::Delivered => "product-delivered",
            Self::Compared => "strategies-delivered",
            Self::Strategies => "strategies-efficiency",
            Self::BestPath => "best-path",
        }
    }

    /// What it shows.
    pub const fn title(self) -> &'static str {
        match self {
            Self::CumulativeNet => "Cumulative net, if we invest instead of carrying on",
            Self::Efficiency => "Efficiency, doing nothing against investing",
            Self::Delivered => "Product delivered, against carrying on",
            Self::Compared => "Features delivered under each strategy, against as today",
            Self::Strategies => "Efficiency under each strategy",
            Self::BestPath => "Share of capacity for debt that delivers most",
        }
    }
}

/// A chart, laid out for one width.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// What it shows.
    pub title: String,
    /// What its values count and when: "month ends, USD".
    pub unit: String,
    /// What it shows, in sentences.
    pub description: Paragraph,
    /// What is drawn.
    pub scene: Scene,
    /// What can be read off: the start, then every month, from left to right.
    pub readings: Vec<Reading>,
    /// The figures it is drawn from.
    pub data: Table,
}

/// What a chart says about one moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// Where the moment is in the scene.
    pub x: f64,
    /// The moment: "end of December 2026", "end of month 12".
    pub when: String,
    /// The values; none at the start of a running total, before anything has been counted.
    pub values: Vec<ReadValue>,
}

/// The value of one series at one moment.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadValue {
    /// Name of the series.
    pub series: Cow<'static, str>,
    /// Where the value is in the scene.
    pub y: f64,
    /// The figure, rounded as in prose.
    pub figure: FigureSpan,
}

impl Reading {
    /// The moment and its values in one line, for those who hear it.
    pub fn spoken(&self) -> String {
        if self.values.is_empty() {
            return format!("{}: nothing spent or gained yet", self.when);
        }
        let said = |value: &ReadValue| format!("{} {}", value.series, value.figure.text);
        let values: Vec<_> = self.values.iter().map(said).collect();
        format!("{}: {}", self.when, values.join(", "))
    }
}

/// Draws a chart for a width in CSS pixels, laid out anew between 320 and 1400 of them.
pub fn chart(writer: Writer<'_>, kind: ChartKind, width: f64) -> Chart {
    let is_wide = layout::is_wide(width);
    let comparison = writer.evaluation.comparison.as_deref();
    let (picture, description) = match kind {
        ChartKind::CumulativeNet => running_total::cumulative_net(writer),
        ChartKind::Delivered => running_total::delivered(writer),
        ChartKind::Efficiency => efficiency::efficiency(writer, is_wide),
        ChartKind::Compared => of_plan(writer, comparison, &|comparison| {
            compared::compared(writer, comparison, is_wide)
        }),
        ChartKind::Strategies => of_plan(writer, comparison, &|comparison| {
            strategies::strategies(writer, comparison, is_wide)
        }),
        ChartKind::BestPath => {
            of_plan(writer, comparison, &|comparison| best_path::best_path(writer, comparison))
        }
    };
    let (scene, readings) = layout::layout(writer, &picture, width);
    Chart {
        title: kind.title().to_owned(),
        unit: words::unit(writer, kind),
        description,
        scene,
        readings,
        data: words::data(writer, kind),
    }
}

/// A chart of a comparison; an empty one where strategies were not compared.
fn of_plan(
    writer: Writer<'_>,
    comparison: Option<&Comparison>,
    draw: &dyn Fn(&Comparison) -> (Picture, Paragraph),
) -> (Picture, Paragraph) {
    if let Some(comparison) = comparison {
        return draw(comparison);
    }
    let horizon = writer.evaluation.assumptions.horizon_months;
    (Picture::empty(horizon), Paragraph::of_text("Strategies are not compared yet."))
}
