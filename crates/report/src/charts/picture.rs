//! What a chart shows, in months, amounts and shares; where that is on a screen comes later.

use std::borrow::Cow;

use groundwork_model::figure::FigureId;

use super::scene::Role;
use crate::document::FigureSpan;

/// A place in a chart: months since the start or an amount, and an amount or a share.
pub(super) type Value = (f64, f64);

/// Everything one chart shows.
pub(super) struct Picture {
    /// What runs from left to right.
    pub(super) across: Across,
    /// Lowest and highest value shown.
    pub(super) range: (f64, f64),
    /// What the values count.
    pub(super) scale: Scale,
    /// What is drawn, in the order it is painted.
    pub(super) marks: Vec<Mark>,
    /// What is named in the plot, the most important first.
    pub(super) labels: Vec<Label>,
    /// What is named at the ends of lines, the upper one first.
    pub(super) ends: Vec<End>,
    /// What can be read off, from left to right.
    pub(super) readings: Vec<Moment>,
}

/// What runs from left to right.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Across {
    /// So many months of the calendar, at least one.
    Months(u32),
    /// So many months, each case counting them from its own first.
    Counted(u32),
    /// Amounts of money from the first, lower one to the second, both finite.
    Money(f64, f64),
}

/// What the values of a chart count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scale {
    /// Money; zero is always shown.
    Money,
    /// Shares of working time, 0 to 1.
    Share,
    /// Parts of a whole, of capacity or of all draws, 0 to 1; zero is always shown.
    Part,
}

/// Something drawn.
pub(super) enum Mark {
    /// A stretch of months over the whole height.
    Band(f64, f64),
    /// A filled area.
    Area(Role, Vec<Value>),
    /// A line.
    Line(Role, Vec<Value>),
    /// A milestone.
    Dot(Value),
}

/// A text that belongs to a place in the plot.
pub(super) struct Label {
    /// How it looks.
    pub(super) role: Role,
    /// What it says, in full and then ever shorter.
    pub(super) wordings: Vec<String>,
    /// The figure in it.
    pub(super) figure: Option<FigureId>,
    /// Where it belongs.
    pub(super) spot: Spot,
}

/// Where a text belongs.
#[derive(Clone, Copy, Debug)]
pub(super) enum Spot {
    /// Beside a place, preferably below it.
    Below(Value),
    /// Over the end of a line, inside the plot.
    EndAbove(Value),
    /// Under the end of a line, inside the plot.
    EndBelow(Value),
    /// Centered on a place between lines, or nowhere.
    Within(Value),
    /// Beside a place, on no line, or nowhere.
    Near(Value),
    /// Centered over a place, or nowhere.
    Over(Value),
    /// At the top of a stretch of months.
    Top(f64, f64),
}

/// The value at the end of a line.
pub(super) struct End {
    /// How it looks.
    pub(super) role: Role,
    /// The last value of the line.
    pub(super) value: f64,
    /// What it says.
    pub(super) text: String,
    /// Which figure of the case on screen it is, if it is one.
    pub(super) figure: Option<FigureId>,
    /// How the line looks that leads from the last value to its name, where one does.
    pub(super) leader: Option<Role>,
}

/// A moment, or a stretch of amounts, whose values can be read off.
pub(super) struct Moment {
    /// Where it is from left to right.
    pub(super) at: f64,
    /// The moment in words.
    pub(super) when: String,
    /// Name of the series, where it is, and the figure.
    pub(super) values: Vec<(Cow<'static, str>, f64, FigureSpan)>,
}

impl Picture {
    /// A plot with nothing in it.
    pub(super) fn empty(horizon: u32) -> Self {
        Self {
            across: Across::Months(horizon),
            range: (0.0, 1.0),
            scale: Scale::Part,
            marks: Vec::new(),
            labels: Vec::new(),
            ends: Vec::new(),
            readings: Vec::new(),
        }
    }
}

impl Across {
    /// The first and the last place, the first one lower.
    pub(super) fn range(self) -> (f64, f64) {
        match self {
            Self::Months(months) | Self::Counted(months) => (0.0, f64::from(months)),
            Self::Money(low, high) => (low, high),
        }
    }
}

impl Scale {
    /// Whether zero is a line of the picture.
    pub(super) fn has_zero(self) -> bool {
        self != Self::Share
    }
}

impl End {
    /// The value at the end of a line as a figure writes it.
    pub(super) fn of(role: Role, value: f64, text: String, figure: &FigureSpan) -> Self {
        let figure = (figure.case == 0).then_some(figure.id);
        Self { role, value, text, figure, leader: None }
    }
}
