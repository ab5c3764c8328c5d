//! From what a chart shows to where it is on a screen of a given width.

use std::borrow::Cow;

use plotters::drawing::IntoDrawingArea;

use super::{
    ReadValue, Reading,
    advance::text_width,
    canvas::{BESIDE, HALF_HEIGHT, draw, enlarged_size, plane},
    ends,
    picture::{Across, Label, Picture, Scale, Spot, Value},
    placer::{Placer, Places, Seeker},
    recorder::{ENLARGED, Recorder},
    scene::{Anchor, Area, Point, Role, Scene, snapped},
    ticks::{self, Tick},
};
use crate::document::{FigureSpan, Writer};

/// Narrowest and widest picture that is laid out; a page scales beyond.
pub(super) const WIDTHS: (f64, f64) = (320.0, 1400.0);
/// Room above the plot, and below it for the names of months.
const ABOVE: f64 = 12.0;
const BELOW: f64 = 34.0;
/// Height a value step takes at least.
const STEP_HEIGHT: f64 = 52.0;
/// Free room within the plot above and below the values, for the names of milestones.
const HEADROOM: f64 = 30.0;
/// More of it below a dip that is too shallow for two names one below the other.
const HEADROOM_BELOW_SHALLOW: f64 = 50.0;
/// Free room above where several upright lines are named, one below the other.
const HEADROOM_OF_NAMES: f64 = 94.0;

/// Whether a picture has room for names beside the ends of lines.
pub(super) fn is_wide(width: f64) -> bool {
    width >= 640.0
}

/// Lays a picture out for a width in pixels and says where each of its readings is.
pub(super) fn layout(writer: Writer<'_>, picture: &Picture, width: f64) -> (Scene, Vec<Reading>) {
    // Not a number is taken for narrow.
    let width = snapped(width.max(WIDTHS.0).min(WIDTHS.1));
    let height = (300.0 + width / 20.0).floor();
    let plot_height = height - ABOVE - BELOW;
    let (low, high) = range_shown(picture, plot_height);
    let values = value_ticks(writer, picture.scale, (low, high), plot_height);
    let plot = plot_area(picture, &values, width, plot_height);
    let across = match picture.across {
        Across::Months(months) => {
            let start = writer.month_of_case(1);
            ticks::months(writer, start, months, plot.width / f64::from(months))
        }
        Across::Counted(months) => {
            ticks::months(writer, None, months, plot.width / f64::from(months))
        }
        Across::Money(low, high) => {
            let mut amounts = ticks::amounts(writer, (low, high), plot.width);
            let pixels = plot.width / (high - low);
            amounts.retain(|tick| {
                let (x, half) = (plot.x + (tick.at - low) * pixels, ticks::half_width(tick));
                x >= half && x + half <= width
            });
            amounts
        }
    };

    let mut shapes = Vec::new();
    let size = (enlarged_size(width), enlarged_size(height));
    let area = Recorder { size, shapes: &mut shapes }.into_drawing_area();
    let plane = plane(&area, picture, (low, high), plot, [&across, &values]);
    // The recorder cannot fail, and every place is finite.
    let _ = draw(&plane, picture, [&across, &values]);
    let locate = |value: Value| {
        let (x, y) = plane.map_coordinate(&value);
        Point { x: f64::from(x) / ENLARGED, y: f64::from(y) / ENLARGED }
    };
    let ends = ends::ends(picture, plot, width, &locate);
    let spots: Vec<_> = picture.labels.iter().map(|label| places(label, plot, &locate)).collect();
    let readings = readings(picture, &locate);
    drop((plane, area));

    shapes.extend(ends);
    // What is named in the plot never stands among the texts of its scales.
    let bounds = Area { x: plot.x, y: 0.0, width: width - plot.x, height: plot.y + plot.height };
    let mut placer = Placer::new(bounds, &shapes);
    for (label, places) in picture.labels.iter().zip(spots) {
        let seeker = Seeker {
            role: label.role,
            wordings: &label.wordings,
            figure: label.figure,
            places,
            may_cross_lines: !matches!(label.spot, Spot::Within(_) | Spot::Near(_) | Spot::Over(_)),
        };
        shapes.extend(placer.place(&seeker));
    }
    (Scene { width, height, plot, shapes }, readings)
}

/// Lowest and highest value of the plot: what is shown, with headroom, finite and never empty.
fn range_shown(picture: &Picture, plot_height: f64) -> (f64, f64) {
    let (low, high) = picture.range;
    let has_zero = picture.scale.has_zero();
    let (low, high) = if has_zero { (low.min(0.0), high.max(0.0)) } else { (low, high) };
    let least = match picture.scale {
        Scale::Money => 1.0,
        // A change of a tenth of a point is drawn as the little it is.
        Scale::Share | Scale::Part => 0.1,
    };
    let span = (high - low).max(least);
    // Where nothing changes, the one value stands in the middle, or at the bottom if it is zero.
    let spare = span - (high - low);
    let is_floor = has_zero && low >= 0.0;
    let (under, over) = if is_floor { (0.0, spare) } else { (spare / 2.0, spare / 2.0) };
    let is_shallow = has_zero && -low < span * 0.12;
    let below = match (is_floor, is_shallow) {
        (true, _) => 0.0,
        (false, true) => HEADROOM_BELOW_SHALLOW,
        (false, false) => HEADROOM,
    };
    let above = match picture.across {
        Across::Months(_) | Across::Counted(_) => HEADROOM,
        Across::Money(..) => HEADROOM_OF_NAMES,
    };
    let per_pixel = span / (plot_height - above - below);
    (low - under - below * per_pixel, high + over + above * per_pixel)
}

fn value_ticks(
    writer: Writer<'_>,
    scale: Scale,
    (low, high): (f64, f64),
    plot_height: f64,
) -> Vec<Tick> {
    // A share is never marked beyond nothing and everything.
    let (low, high) = match scale {
        Scale::Money => (low, high),
        Scale::Share | Scale::Part => (low.max(0.0), high.min(1.0)),
    };
    let text = |at: f64| match scale {
        Scale::Money => writer.style.scale_money(at),
        Scale::Share | Scale::Part => writer.style.scale_percent(at),
    };
    let places = ticks::round_steps(low, high, plot_height / STEP_HEIGHT);
    places.into_iter().map(|at| Tick { at, text: text(at) }).collect()
}

fn plot_area(picture: &Picture, values: &[Tick], width: f64, height: f64) -> Area {
    let widest = |widths: &mut dyn Iterator<Item = f64>| widths.fold(0.0, f64::max);
    let left = widest(&mut values.iter().map(|tick| text_width(&tick.text, Role::Tick)));
    let right = ends::width(picture);
    // Half the name of a month stands to the left of the plot.
    let left = (left + BESIDE + 4.0).max(38.0);
    let right = (right + 6.0).max(38.0);
    let plot_width = (width - left - right).max(60.0);
    Area { x: snapped(left), y: ABOVE, width: snapped(plot_width), height: snapped(height) }
}

/// Where a text may stand.
fn places(label: &Label, plot: Area, locate: &dyn Fn(Value) -> Point) -> Places {
    use Anchor::{End, Middle, Start};
    let beside = [(9.0, Start), (-9.0, End), (0.0, Middle)];
    let at_end = [(-4.0, End)];
    let before_end = [(-4.0, End), (-40.0, End), (-80.0, End)];
    let along = |value: Value, side: f64| {
        let at = locate(value);
        let near = rows(at, plot, &[side], 0..6, &at_end);
        Places { near, far: rows(at, plot, &BELOW_AND_ABOVE, 0..8, &before_end) }
    };
    match label.spot {
        Spot::Below(value) => {
            let rows = |steps| rows(locate(value), plot, &BELOW_AND_ABOVE, steps, &beside);
            Places { near: rows(0..2), far: rows(2..6) }
        }
        Spot::EndAbove(value) => along(value, -1.0),
        Spot::EndBelow(value) => along(value, 1.0),
        Spot::Within(value) => {
            let at = locate(value);
            let middle = at.y + label.role.font_size() * HALF_HEIGHT;
            let offsets = [0.0, -14.0, 14.0];
            let near = offsets.map(|dy| (Point { x: at.x, y: middle + dy }, Middle)).to_vec();
            Places { near, far: Vec::new() }
        }
        Spot::Near(value) => {
            let rows = |steps| rows(locate(value), plot, &BELOW_AND_ABOVE, steps, &beside);
            Places { near: rows(0..3), far: rows(3..6) }
        }
        Spot::Over(value) => {
            let at = locate(value);
            let near = vec![(Point { x: at.x, y: at.y - 7.0 }, Middle)];
            Places { near, far: Vec::new() }
        }
        Spot::Top(from, to) => {
            let (from, to) = (locate((from, 0.0)).x, locate((to, 0.0)).x);
            let line = |line: f64| {
                let at = |x: f64| Point { x, y: plot.y + 16.0 + line * 18.0 };
                [
                    (at(f64::midpoint(from, to)), Middle),
                    (at(to + 6.0), Start),
                    (at(from - 6.0), End),
                ]
            };
            Places { near: line(0.0).to_vec(), far: [1.0, 2.0, 3.0].map(line).concat() }
        }
    }
}

/// Sides of a point, the preferred one first.
const BELOW_AND_ABOVE: [f64; 2] = [1.0, -1.0];

/// Places on the sides of a point, ever farther away.
fn rows(
    at: Point,
    plot: Area,
    sides: &[f64],
    steps: std::ops::Range<u32>,
    anchors: &[(f64, Anchor)],
) -> Vec<(Point, Anchor)> {
    let mut rows = Vec::new();
    for step in steps {
        for side in sides {
            rows.extend(row(at, plot, *side, step, anchors));
        }
    }
    rows
}

/// Places in one row below (`side` 1) or above (-1) a point, none outside the plot.
fn row(
    at: Point,
    plot: Area,
    side: f64,
    step: u32,
    anchors: &[(f64, Anchor)],
) -> Vec<(Point, Anchor)> {
    let first = if side > 0.0 { 20.0 } else { 10.0 };
    let y = at.y + side * (first + 9.0 * f64::from(step));
    if y < plot.y + 10.0 || y > plot.y + plot.height - 3.0 {
        return Vec::new();
    }
    anchors.iter().map(|(dx, anchor)| (Point { x: at.x + dx, y }, *anchor)).collect()
}

fn readings(picture: &Picture, locate: &dyn Fn(Value) -> Point) -> Vec<Reading> {
    let reading = |moment: &super::picture::Moment| {
        let x = locate((moment.at, picture.range.0)).x;
        let value = |(series, value, figure): &(Cow<'static, str>, f64, FigureSpan)| ReadValue {
            series: series.clone(),
            x,
            y: locate((moment.at, *value)).y,
            figure: figure.clone(),
        };
        let values = moment.values.iter().map(value).collect();
        Reading { x, y: None, when: moment.when.clone(), values }
    };
    picture.readings.iter().map(reading).collect()
}
