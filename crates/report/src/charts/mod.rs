//! What is drawn about a case, as data: scenes of shapes that know what they stand for.
//!
//! A chart says what it shows in months and amounts (`picture`), which is laid out anew for every
//! width (`layout`): plotters draws scales and series into a list of shapes (`recorder`), and what
//! is named on them finds its place last (`placer`). Colors come from the style sheet, or from
//! [`svg()`] for a picture that leaves the page.

mod advance;
mod bars;
mod canvas;
mod distribution;
mod efficiency;
mod fan;
mod layout;
mod paid_back;
mod picture;
mod placer;
mod recorder;
mod running_total;
mod scene;
mod svg;
mod ticks;
mod tornado;
mod words;

use groundwork_model::evaluation::Evaluation;

use crate::document::{FigureSpan, Paragraph, Table, Writer};

pub use advance::{text_box, text_width};
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
}

impl ChartKind {
    /// Every chart, the most important first.
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

    /// What it is called among the others.
    pub const fn name(self) -> &'static str {
        match self {
            Self::CumulativeNet => "Cumulative net",
            Self::Efficiency => "Efficiency",
            Self::Delivered => "Product delivered",
            Self::PaidBack => "Chance of payback",
            Self::Distribution => "Range of outcomes",
            Self::Tornado => "What moves it",
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
    pub series: &'static str,
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
    let (kind, picture, description) = match (kind, simulation) {
        (ChartKind::Tornado, _) => return tornado(writer, width),
        (ChartKind::PaidBack, Some(simulation)) => {
            let (picture, description) = paid_back::paid_back(writer, simulation);
            (kind, picture, description)
        }
        (ChartKind::Distribution, Some(simulation)) => {
            let (picture, description) = distribution::distribution(writer, simulation);
            (kind, picture, description)
        }
        (ChartKind::Delivered, _) => {
            let (picture, description) = running_total::delivered(writer);
            (kind, picture, description)
        }
        (ChartKind::Efficiency, _) => {
            let (picture, description) = efficiency::efficiency(writer, is_wide);
            (kind, picture, description)
        }
        (ChartKind::CumulativeNet | ChartKind::PaidBack | ChartKind::Distribution, _) => {
            let (picture, description) = running_total::cumulative_net(writer, is_wide);
            (ChartKind::CumulativeNet, picture, description)
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
