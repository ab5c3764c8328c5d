//! A drawn chart as data: shapes that know what they stand for, and no color at all.

use groundwork_model::figure::FigureId;

/// Shapes in the order they are painted, in CSS pixels from the upper left corner.
///
/// Coordinates are whole eighths of a pixel, so the same chart is the same scene on every machine.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// Width of the whole picture.
    pub width: f64,
    /// Height of the whole picture.
    pub height: f64,
    /// Where values are drawn; scales and line ends are named around it.
    pub plot: Area,
    /// What is drawn.
    pub shapes: Vec<Shape>,
}

/// A rectangle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width, above 0.
    pub width: f64,
    /// Height, above 0.
    pub height: f64,
}

/// A place in a scene.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// Distance from the left edge.
    pub x: f64,
    /// Distance from the upper edge.
    pub y: f64,
}

/// An outline and what it stands for.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    /// What it stands for, which decides how it looks.
    pub role: Role,
    /// Where it is.
    pub outline: Outline,
}

/// Where a shape is.
#[derive(Clone, Debug, PartialEq)]
pub enum Outline {
    /// An open line through at least two points.
    Line(Vec<Point>),
    /// A filled area.
    Polygon(Vec<Point>),
    /// A circle.
    Circle {
        /// Its center.
        center: Point,
        /// Its radius.
        radius: f64,
    },
    /// One line of text.
    Text {
        /// On the baseline, at the side the anchor says.
        at: Point,
        /// Which part of the text stands at `at`.
        anchor: Anchor,
        /// The text.
        text: String,
        /// The figure in it. Texts of the scales have none: they are places, not figures.
        figure: Option<FigureId>,
    },
}

/// Which part of a text stands at its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Its beginning.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

impl Anchor {
    /// As SVG calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

/// What a shape stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A line of the scale.
    Grid,
    /// The line at zero.
    Zero,
    /// The months of the work.
    Work,
    /// Area on the side of loss.
    Under,
    /// Area on the side of gain.
    Over,
    /// The line the chart is about.
    Line,
    /// The line it is held against.
    Baseline,
    /// Where most of the draws lie.
    Fan,
    /// The line half of the draws stay below.
    Median,
    /// A value that one in ten draws stays below, or exceeds.
    Decile,
    /// A bar on the side of gain.
    Bar,
    /// A bar on the side of loss.
    BarUnder,
    /// A bar on the side of gain that rests on a rule and on nobody's estimate.
    Outlined,
    /// The same on the side of loss.
    OutlinedUnder,
    /// A milestone on the line.
    Dot,
    /// A text of a scale.
    Tick,
    /// A remark at its place.
    Note,
    /// The name of the milestone that matters most.
    Milestone,
    /// The value at the end of the line.
    End,
    /// The same where it is a loss.
    EndLoss,
    /// The value at the end of the line it is held against.
    EndPlain,
    /// One of several lines that are told apart by color and by dashes, 0 to 7.
    Series(u8),
    /// One of the parts of a whole, stacked one above the other, 0 to 3.
    Part(u8),
    /// The name of one of several lines at its end.
    Name,
    /// The name of the line that ends highest.
    NameFirst,
}

/// Classes of lines that are told apart by color and by dashes.
const SERIES_CLASSES: [&str; 8] = [
    "chart__series-1",
    "chart__series-2",
    "chart__series-3",
    "chart__series-4",
    "chart__series-5",
    "chart__series-6",
    "chart__series-7",
    "chart__series-8",
];

/// Classes of the parts of a whole.
const PART_CLASSES: [&str; 4] =
    ["chart__part-1", "chart__part-2", "chart__part-3", "chart__part-4"];

impl Role {
    /// Every role, so that a recorder can read it from a reserved color.
    pub const ALL: [Self; 35] = [
        Self::Grid,
        Self::Zero,
        Self::Work,
        Self::Under,
        Self::Over,
        Self::Line,
        Self::Baseline,
        Self::Fan,
        Self::Median,
        Self::Decile,
        Self::Bar,
        Self::BarUnder,
        Self::Outlined,
        Self::OutlinedUnder,
        Self::Dot,
        Self::Tick,
        Self::Note,
        Self::Milestone,
        Self::End,
        Self::EndLoss,
        Self::EndPlain,
        Self::Series(0),
        Self::Series(1),
        Self::Series(2),
        Self::Series(3),
        Self::Series(4),
        Self::Series(5),
        Self::Series(6),
        Self::Series(7),
        Self::Part(0),
        Self::Part(1),
        Self::Part(2),
        Self::Part(3),
        Self::Name,
        Self::NameFirst,
    ];

    /// Lines that can be told apart in one chart.
    pub const MOST_SERIES: usize = SERIES_CLASSES.len();

    /// The class that colors it, in `style/chart.css`.
    pub fn class(self) -> &'static str {
        match self {
            Self::Grid => "chart__grid",
            Self::Zero => "chart__zero",
            Self::Work => "chart__work",
            Self::Under => "chart__under",
            Self::Over => "chart__over",
            Self::Line => "chart__line",
            Self::Baseline => "chart__baseline",
            Self::Fan => "chart__fan",
            Self::Median => "chart__median",
            Self::Decile => "chart__decile",
            Self::Bar => "chart__bar",
            Self::BarUnder => "chart__bar-under",
            Self::Outlined => "chart__outlined",
            Self::OutlinedUnder => "chart__outlined-under",
            Self::Dot => "chart__dot",
            Self::Tick => "chart__tick",
            Self::Note => "chart__note",
            Self::Milestone => "chart__milestone",
            Self::End => "chart__end",
            Self::EndLoss => "chart__end-loss",
            Self::EndPlain => "chart__end-plain",
            Self::Series(number) => SERIES_CLASSES[usize::from(number) % SERIES_CLASSES.len()],
            Self::Part(number) => PART_CLASSES[usize::from(number) % PART_CLASSES.len()],
            Self::Name => "chart__name",
            Self::NameFirst => "chart__name-first",
        }
    }

    /// Size of its texts in pixels; the style sheet says the same.
    pub fn font_size(self) -> f64 {
        match self {
            Self::End | Self::EndLoss | Self::EndPlain => 15.0,
            Self::Note | Self::Milestone | Self::Name | Self::NameFirst => 13.0,
            _ => 12.5,
        }
    }

    /// Whether its texts are set in a heavier weight.
    pub fn is_bold(self) -> bool {
        matches!(self, Self::Milestone | Self::End | Self::EndLoss | Self::NameFirst)
    }
}

/// A coordinate at the nearest eighth of a pixel.
pub(super) fn snapped(coordinate: f64) -> f64 {
    (coordinate * 8.0).round() / 8.0
}
