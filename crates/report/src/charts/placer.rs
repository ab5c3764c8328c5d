//! Finds room for texts: none overlaps another, none leaves the picture.

use groundwork_model::figure::FigureId;

use super::{
    advance::{box_at, text_box},
    scene::{Anchor, Area, Outline, Point, Role, Shape, snapped},
};

/// Free room between a text and the edge of the picture.
const EDGE: f64 = 1.0;

/// Knows what is taken already.
pub(super) struct Placer {
    bounds: Area,
    texts: Vec<Area>,
    lines: Vec<[Point; 2]>,
    grid: Vec<[Point; 2]>,
}

/// A text that looks for a place.
pub(super) struct Seeker<'a> {
    /// How it looks.
    pub(super) role: Role,
    /// What it says, in full and then ever shorter.
    pub(super) wordings: &'a [String],
    /// The figure in it.
    pub(super) figure: Option<FigureId>,
    /// Where it may stand.
    pub(super) places: Places,
    /// Whether it may stand on a line rather than not at all.
    pub(super) may_cross_lines: bool,
}

/// Where a text may stand, the best place first.
#[derive(Default)]
pub(super) struct Places {
    /// Close enough that a shorter text here is better than a longer one farther away.
    pub(super) near: Vec<(Point, Anchor)>,
    /// Farther away.
    pub(super) far: Vec<(Point, Anchor)>,
}

/// What a text may stand on.
#[derive(Clone, Copy, PartialEq)]
enum Ground {
    /// On nothing.
    Free,
    /// On a line of the scale.
    Grid,
    /// On any line.
    Lines,
}

impl Placer {
    /// Room within `bounds`, around what is drawn already.
    pub(super) fn new(bounds: Area, shapes: &[Shape]) -> Self {
        let (mut lines, mut grid) = (Vec::new(), Vec::new());
        for shape in shapes {
            match &shape.outline {
                Outline::Line(points) => {
                    let known = if shape.role == Role::Grid { &mut grid } else { &mut lines };
                    known.extend(points.windows(2).map(|ends| [ends[0], ends[1]]));
                }
                Outline::Circle { center, radius } => {
                    let at = |dx, dy| Point { x: center.x + dx, y: center.y + dy };
                    lines.push([at(-radius, 0.0), at(*radius, 0.0)]);
                    lines.push([at(0.0, -radius), at(0.0, *radius)]);
                }
                _ => {}
            }
        }
        Self { bounds, texts: shapes.iter().filter_map(text_box).collect(), lines, grid }
    }

    /// The text at the first place that is free: in full before shortened, beside lines before on
    /// them. `None` where it fits nowhere.
    pub(super) fn place(&mut self, seeker: &Seeker<'_>) -> Option<Shape> {
        let Places { near, far } = &seeker.places;
        let beside: &[Ground] = &[Ground::Free, Ground::Grid];
        let tries =
            [(near, beside), (far, beside), (near, &[Ground::Lines]), (far, &[Ground::Lines])];
        let count = if seeker.may_cross_lines { tries.len() } else { 2 };
        tries.iter().take(count).find_map(|(places, grounds)| {
            let mut wordings = seeker.wordings.iter();
            wordings.find_map(|text| {
                grounds.iter().find_map(|ground| self.first_free(seeker, text, places, *ground))
            })
        })
    }

    fn first_free(
        &mut self,
        seeker: &Seeker<'_>,
        text: &str,
        places: &[(Point, Anchor)],
        ground: Ground,
    ) -> Option<Shape> {
        places.iter().find_map(|(at, anchor)| {
            let at = self.moved_inside(*at, *anchor, text, seeker.role);
            let room = box_at(at, *anchor, text, seeker.role);
            if !self.is_free(&room, ground) {
                return None;
            }
            self.texts.push(room);
            let (anchor, text, figure) = (*anchor, text.to_owned(), seeker.figure);
            Some(Shape { role: seeker.role, outline: Outline::Text { at, anchor, text, figure } })
        })
    }

    /// The place moved sideways until the text is inside the picture.
    fn moved_inside(&self, at: Point, anchor: Anchor, text: &str, role: Role) -> Point {
        let room = box_at(at, anchor, text, role);
        let (left, right) =
            (self.bounds.x + EDGE, self.bounds.x + self.bounds.width - EDGE - room.width);
        let wanted = room.x.min(right).max(left);
        Point { x: snapped(at.x + wanted - room.x), y: snapped(at.y) }
    }

    fn is_free(&self, room: &Area, ground: Ground) -> bool {
        let is_inside = room.x >= self.bounds.x
            && room.y >= self.bounds.y
            && room.x + room.width <= self.bounds.x + self.bounds.width
            && room.y + room.height <= self.bounds.y + self.bounds.height;
        let is_crossed =
            |lines: &[[Point; 2]]| lines.iter().any(|[from, to]| crosses(*from, *to, room));
        is_inside
            && !self.texts.iter().any(|taken| overlap(taken, room))
            && (ground == Ground::Lines || !is_crossed(&self.lines))
            && (ground != Ground::Free || !is_crossed(&self.grid))
    }
}

fn overlap(one: &Area, other: &Area) -> bool {
    one.x < other.x + other.width
        && other.x < one.x + one.width
        && one.y < other.y + other.height
        && other.y < one.y + one.height
}

/// Whether a line runs through `room`: the part of it that lies within is cut out side by side.
fn crosses(from: Point, to: Point, room: &Area) -> bool {
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let (mut enters, mut leaves) = (0.0_f64, 1.0_f64);
    let sides = [
        (-dx, from.x - room.x),
        (dx, room.x + room.width - from.x),
        (-dy, from.y - room.y),
        (dy, room.y + room.height - from.y),
    ];
    for (towards, distance) in sides {
        if towards < 0.0 {
            enters = enters.max(distance / towards);
        } else if towards > 0.0 {
            leaves = leaves.min(distance / towards);
        } else if distance < 0.0 {
            return false;
        }
    }
    enters <= leaves
}
