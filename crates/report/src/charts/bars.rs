//! Bars one below the other, to both sides of one value, and where they are on a screen.

use groundwork_model::figure::FigureId;

use super::{
    ReadValue, Reading,
    advance::text_width,
    canvas::{BESIDE, HALF_HEIGHT},
    layout::{WIDTHS, is_wide},
    scene::{Anchor, Area, Outline, Point, Role, Scene, Shape, snapped},
    ticks,
};
use crate::document::{FigureSpan, Writer};

/// Bars to both sides of one value.
pub(super) struct Bars {
    /// The value all bars begin at, what it is called in full and then ever shorter.
    pub(super) middle: (f64, Vec<String>),
    /// Which figure it is.
    pub(super) figure: FigureId,
    /// The bars, from top to bottom.
    pub(super) rows: Vec<Bar>,
    /// What is said below the last bar.
    pub(super) below: Option<String>,
    /// Whether the bars rest on a rule and not on estimates.
    pub(super) is_outlined: bool,
}

/// A bar.
pub(super) struct Bar {
    /// What is changed.
    pub(super) name: String,
    /// What is changed and to what, where it is read off.
    pub(super) when: String,
    /// Its two ends.
    pub(super) ends: [BarEnd; 2],
}

/// An end of a bar.
pub(super) struct BarEnd {
    /// What is written beside it.
    pub(super) written: FigureSpan,
    /// Name of the end in readings.
    pub(super) series: &'static str,
    /// Where it is.
    pub(super) value: f64,
    /// The figure there.
    pub(super) figure: FigureSpan,
}

/// Room above the first bar for the name of the middle, and below the last one for the scale.
const ABOVE: f64 = 40.0;
const BELOW: f64 = 36.0;
/// Height of a bar.
const THICKNESS: f64 = 20.0;
/// From one bar to the next, where names stand beside the bars and where they stand above them.
const STEPS: (f64, f64) = (34.0, 46.0);
/// Room for what is said below the bars.
const LINE: f64 = 22.0;
/// Widest column of names, as a share of the picture.
const NAMES: f64 = 0.3;
/// Between a bar and what is written beside it.
const GAP: f64 = 7.0;
/// Names begin this far from the edge, as the heading of a picture does.
const INDENT: f64 = 12.0;
/// Least width of the plot, however long the texts beside it are.
const LEAST_WIDTH: f64 = 60.0;

/// Where things are.
struct Frame {
    plot: Area,
    low: f64,
    high: f64,
    /// Width of the column of names; none where they stand above the bars.
    names: Option<f64>,
}

/// Lays bars out for a width in pixels.
pub(super) fn layout(writer: Writer<'_>, bars: &Bars, width: f64) -> (Scene, Vec<Reading>) {
    let width = snapped(width.max(WIDTHS.0).min(WIDTHS.1));
    let frame = frame(bars, width);
    let plot = frame.plot;
    let height = plot.y + plot.height + BELOW;
    let mut shapes = Vec::new();
    scale(writer, &frame, width, &mut shapes);
    let middle = frame.x(bars.middle.0);
    for (row, bar) in bars.rows.iter().enumerate() {
        draw(&frame, bar, frame.y(row), middle, bars.is_outlined, &mut shapes);
    }
    shapes.extend(line_of_middle(&frame, bars.rows.len(), middle));
    for (row, bar) in bars.rows.iter().enumerate() {
        shapes.extend(texts(&frame, bar, frame.y(row)));
    }
    shapes.push(name_of_middle(bars, middle, width));
    if let Some(below) = &bars.below {
        let at = Point { x: INDENT, y: snapped(plot.y + plot.height - 5.0) };
        let below = shortened(below, width - INDENT - 4.0);
        shapes.push(text(Role::Note, at, Anchor::Start, below, None));
    }
    let readings = bars.rows.iter().enumerate();
    let readings = readings.map(|(row, bar)| reading(&frame, bar, frame.y(row), middle)).collect();
    (Scene { width, height, plot, shapes }, readings)
}

fn frame(bars: &Bars, width: f64) -> Frame {
    let is_wide = is_wide(width);
    let written = |side: usize| {
        let widths =
            bars.rows.iter().map(move |bar| text_width(&sides(bar)[side].written.text, Role::Note));
        widths.fold(34.0, f64::max) + GAP + 4.0
    };
    let names = bars.rows.iter().map(|bar| text_width(&bar.name, Role::Note));
    let names = names.fold(0.0, f64::max).min(width * NAMES).ceil();
    let left = if is_wide { INDENT + names + BESIDE } else { 0.0 } + written(0);
    let right = written(1);
    let plot_width = (width - left - right).max(LEAST_WIDTH);
    let rows = f64::from(u32::try_from(bars.rows.len()).unwrap_or(u32::MAX));
    let step = if is_wide { STEPS.0 } else { STEPS.1 };
    let below = if bars.below.is_some() { LINE } else { 0.0 };
    let plot = Area {
        x: snapped(left.min(width - LEAST_WIDTH)),
        y: ABOVE,
        width: snapped(plot_width),
        height: snapped(rows * step + below + 6.0),
    };
    let ends = || bars.rows.iter().flat_map(|bar| bar.ends.iter().map(|end| end.value));
    let low = ends().fold(bars.middle.0, f64::min);
    let high = ends().fold(bars.middle.0, f64::max);
    // Where nothing moves it, the one value stands in the middle.
    let spare = if high > low { 0.0 } else { low.abs().max(1.0) };
    Frame { plot, low: low - spare, high: high + spare, names: is_wide.then_some(names) }
}

impl Frame {
    fn x(&self, value: f64) -> f64 {
        let share = (value - self.low) / (self.high - self.low);
        snapped(self.plot.x + share * self.plot.width)
    }

    /// Middle of the bar in a row.
    fn y(&self, row: usize) -> f64 {
        let row = f64::from(u32::try_from(row).unwrap_or(u32::MAX));
        let (step, above) = if self.names.is_some() { (STEPS.0, 0.0) } else { (STEPS.1, 18.0) };
        self.plot.y + 6.0 + above + step * row + THICKNESS / 2.0
    }
}

/// The ends of a bar from left to right.
fn sides(bar: &Bar) -> [&BarEnd; 2] {
    let [one, other] = &bar.ends;
    if one.value <= other.value { [one, other] } else { [other, one] }
}

/// Lines of the scale with their amounts below, and zero where it is among them.
fn scale(writer: Writer<'_>, frame: &Frame, width: f64, shapes: &mut Vec<Shape>) {
    let plot = frame.plot;
    let y = plot.y + plot.height + 24.0;
    for tick in ticks::amounts(writer, (frame.low, frame.high), plot.width) {
        let x = frame.x(tick.at);
        let role = if tick.at.abs() <= 0.0 { Role::Zero } else { Role::Grid };
        shapes.push(upright(role, x, plot));
        let half = ticks::half_width(&tick);
        // A name that has no room below its line would be read with another one.
        if x - half >= 0.0 && x + half <= width {
            shapes.push(text(Role::Tick, Point { x, y }, Anchor::Middle, tick.text, None));
        }
    }
}

/// The line all bars begin at; not through the names where those stand above the bars.
fn line_of_middle(frame: &Frame, rows: usize, x: f64) -> Vec<Shape> {
    if frame.names.is_some() {
        return vec![upright(Role::Line, x, frame.plot)];
    }
    let half = THICKNESS / 2.0 + 3.0;
    let around = |row| Area { y: frame.y(row) - half, height: 2.0 * half, ..frame.plot };
    (0..rows).map(|row| upright(Role::Line, x, around(row))).collect()
}

fn upright(role: Role, x: f64, plot: Area) -> Shape {
    let points = vec![Point { x, y: plot.y }, Point { x, y: plot.y + plot.height }];
    Shape { role, outline: Outline::Line(points) }
}

/// A bar in two parts, left and right of the middle.
fn draw(frame: &Frame, bar: &Bar, y: f64, middle: f64, is_outlined: bool, shapes: &mut Vec<Shape>) {
    let [left, right] = sides(bar).map(|end| frame.x(end.value));
    let (under, over) = if is_outlined {
        (Role::OutlinedUnder, Role::Outlined)
    } else {
        (Role::BarUnder, Role::Bar)
    };
    let parts = [(under, left, right.min(middle)), (over, left.max(middle), right)];
    for (role, from, to) in parts.into_iter().filter(|(_, from, to)| from < to) {
        let (top, bottom) = (y - THICKNESS / 2.0, y + THICKNESS / 2.0);
        let corners = [(from, top), (to, top), (to, bottom), (from, bottom)];
        let corners = corners.map(|(x, y)| Point { x, y }).to_vec();
        shapes.push(Shape { role, outline: Outline::Polygon(corners) });
    }
}

/// The name of a bar and what is written at its ends.
fn texts(frame: &Frame, bar: &Bar, y: f64) -> Vec<Shape> {
    let line = snapped(y + Role::Note.font_size() * HALF_HEIGHT);
    let [left, right] = sides(bar);
    let beside = |end: &BarEnd, dx: f64, anchor: Anchor| {
        let at = Point { x: frame.x(end.value) + dx, y: line };
        text(Role::Note, at, anchor, end.written.text.clone(), Some(end.written.id))
    };
    let (y, room) = match frame.names {
        Some(names) => (line, names),
        None => (snapped(y - THICKNESS / 2.0 - 6.0), frame.plot.x + frame.plot.width - INDENT),
    };
    let name = shortened(&bar.name, room);
    let name = text(Role::Note, Point { x: INDENT, y }, Anchor::Start, name, None);
    vec![name, beside(left, -GAP, Anchor::End), beside(right, GAP, Anchor::Start)]
}

/// The name of the value all bars begin at, above its line and inside the picture.
fn name_of_middle(bars: &Bars, middle: f64, width: f64) -> Shape {
    let role = Role::Milestone;
    let room = |text: &str| text_width(text, role) + 8.0;
    let wordings = &bars.middle.1;
    let fits = wordings.iter().find(|text| room(text) <= width).or(wordings.last());
    let name = fits.cloned().unwrap_or_default();
    let half = room(&name) / 2.0;
    let x = snapped(middle.min(width - half).max(half));
    text(role, Point { x, y: ABOVE - 12.0 }, Anchor::Middle, name, Some(bars.figure))
}

fn text(role: Role, at: Point, anchor: Anchor, text: String, figure: Option<FigureId>) -> Shape {
    Shape { role, outline: Outline::Text { at, anchor, text, figure } }
}

/// `text`, cut where it has no room.
fn shortened(text: &str, room: f64) -> String {
    if text_width(text, Role::Note) <= room {
        return text.to_owned();
    }
    let mut cut = String::new();
    for char in text.chars() {
        let longer = [cut.as_str(), &String::from(char), "…"].concat();
        if text_width(&longer, Role::Note) > room {
            break;
        }
        cut.push(char);
    }
    [cut.trim_end(), "…"].concat()
}

fn reading(frame: &Frame, bar: &Bar, y: f64, middle: f64) -> Reading {
    let value = |end: &BarEnd| ReadValue {
        series: end.series.into(),
        x: frame.x(end.value),
        y,
        figure: end.figure.clone(),
    };
    let values = bar.ends.iter().map(value).collect();
    Reading { x: middle, y: Some(y), when: bar.when.clone(), values }
}
