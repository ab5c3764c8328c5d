//! What stands beside the ends of lines: their last values, and their names where there are many.

use super::{
    advance::text_width,
    canvas::{BESIDE, HALF_HEIGHT},
    picture::{End, Picture, Value},
    scene::{Anchor, Area, Outline, Point, Role, Shape, snapped},
};

/// Lines of text at line ends keep this distance.
const LINE_HEIGHT: f64 = 20.0;
/// Names of many lines are smaller and stand closer.
const NAME_HEIGHT: f64 = 18.0;
/// Between the plot and a name that a line leads to.
const LED: f64 = 26.0;

/// Room the ends of lines take beside the plot.
pub(super) fn width(picture: &Picture) -> f64 {
    let widths = picture.ends.iter().map(|end| text_width(&end.text, end.role) + gap(end));
    widths.fold(BESIDE, f64::max)
}

/// The values at line ends, one below the other where they would touch.
pub(super) fn ends(
    picture: &Picture,
    plot: Area,
    width: f64,
    locate: &dyn Fn(Value) -> Point,
) -> Vec<Shape> {
    let horizon = picture.across.range().1;
    let at = |value: f64| locate((horizon, value)).y;
    let half = |end: &End| end.role.font_size() * HALF_HEIGHT;
    let baseline = |end: &End| at(end.value) + half(end);
    let mut heights: Vec<f64> = picture.ends.iter().map(baseline).collect();
    let (top, bottom) = (plot.y, plot.y + plot.height);
    let is_led = picture.ends.iter().any(|end| end.leader.is_some());
    if is_led {
        spread(&mut heights, NAME_HEIGHT, (top + NAME_HEIGHT / 2.0, bottom - 2.0));
    } else if heights.len() > 1 {
        spread(&mut heights, LINE_HEIGHT, (top + LINE_HEIGHT, bottom - 4.0));
    }
    let mut shapes = Vec::new();
    for (end, y) in picture.ends.iter().zip(heights) {
        let x = (plot.x + plot.width + gap(end)).min(width - text_width(&end.text, end.role) - 3.0);
        if let Some(role) = end.leader {
            let from = Point { x: plot.x + plot.width, y: snapped(at(end.value)) };
            let to = Point { x: snapped(x - 5.0), y: snapped(y - half(end)) };
            shapes.push(leader(role, from, to));
        }
        let at = Point { x: snapped(x), y: snapped(y) };
        let (text, figure) = (end.text.clone(), end.figure);
        let outline = Outline::Text { at, anchor: Anchor::Start, text, figure };
        shapes.push(Shape { role: end.role, outline });
    }
    shapes
}

fn gap(end: &End) -> f64 {
    if end.leader.is_some() { LED } else { BESIDE }
}

/// From the end of a line to its name, level where it arrives.
fn leader(role: Role, from: Point, to: Point) -> Shape {
    let turn = Point { x: snapped(to.x - 8.0), y: to.y };
    let mut points = vec![from, turn, to];
    points.dedup();
    Shape { role, outline: Outline::Line(points) }
}

/// Moves heights, in rising order, apart until none is nearer than `gap` to the next, each as
/// little as the others allow, and none out of `room`.
fn spread(heights: &mut [f64], gap: f64, (top, bottom): (f64, f64)) {
    // Taken together, heights that would touch lie around the mean of where they belong.
    let mut groups: Vec<(f64, usize)> = Vec::new();
    let mut before = 0.0;
    for height in heights.iter() {
        let mut group = (height - before, 1);
        before += gap;
        while let Some((sum, count)) = groups.pop() {
            if sum / size(count) < group.0 / size(group.1) {
                groups.push((sum, count));
                break;
            }
            group = (group.0 + sum, group.1 + count);
        }
        groups.push(group);
    }
    let last = (bottom - (before - gap)).max(top);
    let placed = groups.iter().flat_map(|(sum, count)| {
        std::iter::repeat_n((sum / size(*count)).clamp(top, last), *count)
    });
    let mut before = 0.0;
    for (height, placed) in heights.iter_mut().zip(placed) {
        *height = placed + before;
        before += gap;
    }
}

fn size(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::MAX, f64::from)
}

#[cfg(test)]
mod tests {
    use super::spread;

    #[track_caller]
    fn check(mut heights: Vec<f64>, expected: &[f64]) {
        spread(&mut heights, 10.0, (0.0, 100.0));
        assert_eq!(heights, expected);
    }

    #[test]
    fn names_move_only_as_far_as_they_must() {
        check(vec![10.0, 30.0, 50.0], &[10.0, 30.0, 50.0]);
        check(vec![50.0, 50.0], &[45.0, 55.0]);
        check(vec![50.0, 51.0, 52.0, 90.0], &[41.0, 51.0, 61.0, 90.0]);
        check(vec![0.0, 1.0, 100.0], &[0.0, 10.0, 100.0]);
        check(vec![99.0, 99.0, 99.0], &[80.0, 90.0, 100.0]);
    }
}
