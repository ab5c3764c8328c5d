//! What is drawn about a case, as data: scenes of shapes that know what they stand for.
//!
//! A chart says what it shows in months and amounts (`picture`), which is laid out anew for every
//! width (`layout`): plotters draws scales and series into a list of shapes (`recorder`), and what
//! is named on them finds its place last (`placer`). Colors come from the style sheet, or from
//! [`svg()`] for a picture that leaves the page.

mod advance;
mod bars;
mod best_path;
mod canvas;
mod compared;
mod distribution;
mod efficiency;
mod ends;
mod fan;
mod layout;
mod lines;
mod overlaid;
mod paid_back;
mod picture;
mod placer;
mod recorder;
mod running_total;
mod scene;
mod split;
mod strategies;
mod svg;
mod ticks;
mod tornado;
mod words;

use std::borrow::Cow;

use groundwork_model::{evaluation::Evaluation, strategy::Comparison};

use self::picture::Picture;
use crate::document::{FigureSpan, Paragraph, Table, Writer};

pub use advance::{text_box, text_width};
pub(crate) use best_path::stretches;
pub use overlaid::{Overlaid, overlaid};
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
    /// How likely it is to have been paid back, month by month.
    PaidBack,
    /// How often the draws come to which net present value.
    Distribution,
    /// What moves the net present value most.
    Tornado,
    /// Features delivered under each strategy against carrying on, summed up month by month.
    Compared,
    /// Efficiency under each strategy.
    Strategies,
    /// The share of capacity for debt that delivers most, quarter by quarter.
    BestPath,
    /// How capacity is divided, today and quarter by quarter.
    Split,
}

impl ChartKind {
    /// Every chart of a case, the most important first.
    pub const ALL: [Self; 6] = [
        Self::CumulativeNet,
        Self::PaidBack,
        Self::Distribution,
        Self::Tornado,
        Self::Efficiency,
        Self::Delivered,
    ];

    /// Whether it is drawn from draws, so that it is there only once there are some.
    pub const fn needs_draws(self) -> bool {
        matches!(self, Self::PaidBack | Self::Distribution)
    }

    /// Charts of what follows from a plan, for an evaluation that compares strategies.
    pub const OUTCOME: [Self; 3] = [Self::Compared, Self::Strategies, Self::BestPath];

    /// Every chart of a plan: what follows from it, and the plan itself.
    pub const PLAN: [Self; 4] = [Self::Compared, Self::Strategies, Self::BestPath, Self::Split];

    /// What it is called among the others.
    pub const fn name(self) -> &'static str {
        match self {
            Self::CumulativeNet => "Cumulative net",
            Self::Efficiency => "Efficiency",
            Self::Delivered => "Product delivered",
            Self::PaidBack => "Chance of payback",
            Self::Distribution => "Range of outcomes",
            Self::Tornado => "What moves it",
            Self::Compared => "Features delivered",
            Self::Strategies => "Efficiency by strategy",
            Self::BestPath => "Best path",
            Self::Split => "Where capacity goes",
        }
    }

    /// Name in file names.
    pub const fn key(self) -> &'static str {
        match self {
            Self::CumulativeNet => "cumulative-net",
            Self::Efficiency => "efficiency",
            Self::Delivered => "product-delivered",
            Self::PaidBack => "chance-of-payback",
            Self::Distribution => "range-of-outcomes",
            Self::Tornado => "what-moves-it",
            Self::Compared => "strategies-delivered",
            Self::Strategies => "strategies-efficiency",
            Self::BestPath => "best-path",
            Self::Split => "split-by-quarter",
        }
    }

    /// What it shows.
    pub const fn title(self) -> &'static str {
        match self {
            Self::CumulativeNet => "Cumulative net, if we invest instead of carrying on",
            Self::Efficiency => "Efficiency, doing nothing against investing",
            Self::Delivered => "Product delivered, against carrying on",
            Self::PaidBack => "Chance that it has been paid back, month by month",
            Self::Distribution => "Net present value, how often the draws come to it",
            Self::Tornado => "What moves the net present value, one input at a time",
            Self::Compared => "Features delivered under each strategy, against as today",
            Self::Strategies => "Efficiency under each strategy",
            Self::BestPath => "Share of capacity for debt that delivers most",
            Self::Split => "Capacity today and by quarter",
        }
    }
}

/// The charts there are for a case, the most important first.
pub fn kinds_for(evaluation: &Evaluation) -> Vec<ChartKind> {
    let has_draws = evaluation.simulation.is_some();
    let kinds = ChartKind::ALL.into_iter();
    kinds.filter(|kind| has_draws || !kind.needs_draws()).collect()
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
    /// What can be read off, in reading order: the start, then every month; or every bar.
    pub readings: Vec<Reading>,
    /// The figures it is drawn from.
    pub data: Table,
}

/// What a chart says about one moment, one stretch of amounts or one bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// Where it is in the scene, from left to right.
    pub x: f64,
    /// Where it is from top to bottom, where readings stand one below the other and not side by
    /// side.
    pub y: Option<f64>,
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
    /// Where the value is in the scene, from left to right.
    pub x: f64,
    /// Where it is from top to bottom.
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
///
/// A chart that [needs draws](ChartKind::needs_draws) where there are none is the chart of
/// cumulative net.
pub fn chart(writer: Writer<'_>, kind: ChartKind, width: f64) -> Chart {
    let is_wide = layout::is_wide(width);
    let simulation = writer.evaluation.simulation.as_deref();
    let comparison = writer.evaluation.comparison.as_deref();
    let (kind, (picture, description)) = match (kind, simulation) {
        (ChartKind::Tornado, _) => return tornado(writer, width),
        (ChartKind::Split, _) => return split::split(writer, width),
        (ChartKind::PaidBack, Some(simulation)) => (kind, paid_back::paid_back(writer, simulation)),
        (ChartKind::Distribution, Some(simulation)) => {
            (kind, distribution::distribution(writer, simulation))
        }
        (ChartKind::Delivered, _) => (kind, running_total::delivered(writer)),
        (ChartKind::Efficiency, _) => (kind, efficiency::efficiency(writer, is_wide)),
        (ChartKind::Compared, _) => {
            let draw = |comparison: &_| compared::compared(writer, comparison, is_wide);
            (kind, of_plan(writer, comparison, &draw))
        }
        (ChartKind::Strategies, _) => {
            let draw = |comparison: &_| strategies::strategies(writer, comparison, is_wide);
            (kind, of_plan(writer, comparison, &draw))
        }
        (ChartKind::BestPath, _) => {
            let draw = |comparison: &_| best_path::best_path(writer, comparison);
            (kind, of_plan(writer, comparison, &draw))
        }
        (ChartKind::CumulativeNet | ChartKind::PaidBack | ChartKind::Distribution, _) => {
            (ChartKind::CumulativeNet, running_total::cumulative_net(writer, is_wide))
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

fn tornado(writer: Writer<'_>, width: f64) -> Chart {
    let (bars, description, data) = tornado::tornado(writer);
    let (scene, readings) = bars::layout(writer, &bars, width);
    Chart {
        title: ChartKind::Tornado.title().to_owned(),
        unit: tornado::unit(writer),
        description,
        scene,
        readings,
        data,
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
