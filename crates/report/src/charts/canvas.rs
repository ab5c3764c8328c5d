//! What plotters draws: the mesh, the marks and the texts of both scales.

use plotters::{
    coord::{
        Shift,
        cartesian::{Cartesian2d, MeshLine},
        combinators::{BindKeyPoints, WithKeyPoints},
        ranged1d::BoldPoints,
        types::RangedCoordf64,
    },
    drawing::{DrawingArea, DrawingAreaErrorKind},
    element::{Circle, PathElement, Polygon, Rectangle, Text},
    style::{
        Color, FontFamily, IntoFont, RGBColor, ShapeStyle, TextStyle,
        text_anchor::{HPos, Pos, VPos},
    },
};

use super::{
    picture::{Mark, Picture},
    recorder::{ENLARGED, Recorder, color_of},
    scene::{Area, Role},
    ticks::Tick,
};

/// Between the plot and what is named beside it.
pub(super) const BESIDE: f64 = 9.0;
/// From the baseline of a text to half its height, as a share of its size.
pub(super) const HALF_HEIGHT: f64 = 0.35;

type Axis = WithKeyPoints<RangedCoordf64>;
/// Where months or amounts run to the right and values upwards.
pub(super) type Plane<'a> = DrawingArea<Recorder<'a>, Cartesian2d<Axis, Axis>>;
type Drawn = Result<(), DrawingAreaErrorKind<std::convert::Infallible>>;

/// The plane of a picture, with its scales marked at `ticks`: from left to right, then upwards.
pub(super) fn plane<'a>(
    area: &DrawingArea<Recorder<'a>, Shift>,
    picture: &Picture,
    (low, high): (f64, f64),
    plot: Area,
    ticks: [&[Tick]; 2],
) -> Plane<'a> {
    let [places, values] = ticks.map(|ticks| ticks.iter().map(|tick| tick.at).collect::<Vec<_>>());
    let width = enlarged(plot.x)..enlarged(plot.x + plot.width);
    let upwards = enlarged(plot.y + plot.height)..enlarged(plot.y);
    let (first, last) = picture.across.range();
    area.apply_coord_spec(Cartesian2d::new(
        (first..last).with_key_points(places),
        (low..high).with_key_points(values),
        (width, upwards),
    ))
}

/// Draws everything but the names that are placed later.
pub(super) fn draw(plane: &Plane<'_>, picture: &Picture, [places, values]: [&[Tick]; 2]) -> Drawn {
    let (low, high) = (plane.get_y_range().start, plane.get_y_range().end);
    let (first, last) = picture.across.range();
    for mark in &picture.marks {
        if let Mark::Band(from, to) = mark {
            plane.draw(&Rectangle::new([(*from, high), (*to, low)], style(Role::Work)))?;
        }
    }
    plane.draw_mesh(
        |recorder, line| match line {
            MeshLine::YMesh(..) => line.draw(recorder, &style(Role::Grid)),
            MeshLine::XMesh(..) => Ok(()),
        },
        BoldPoints(values.len()),
        BoldPoints(places.len()),
    )?;
    for mark in &picture.marks {
        if let Mark::Area(role, corners) = mark {
            plane.draw(&Polygon::new(corners.clone(), style(*role)))?;
        }
    }
    if picture.scale.has_zero() {
        plane.draw(&PathElement::new(vec![(first, 0.0), (last, 0.0)], style(Role::Zero)))?;
    }
    for mark in &picture.marks {
        match mark {
            Mark::Line(role, points) => {
                plane.draw(&PathElement::new(points.clone(), style(*role)))?;
            }
            Mark::Dot(at) => {
                plane.draw(&Circle::new(*at, enlarged(4.5), style(Role::Dot).filled()))?;
            }
            Mark::Band(..) | Mark::Area(..) => {}
        }
    }
    draw_scales(plane, [places, values])
}

/// The texts of both scales, at the pixels the mesh has.
fn draw_scales(plane: &Plane<'_>, [places, values]: [&[Tick]; 2]) -> Drawn {
    let (x, y) = (plane.get_x_axis_pixel_range(), plane.get_y_axis_pixel_range());
    let (left, bottom) = (x.start, y.start.max(y.end));
    let (low, screen) = (plane.get_y_range().start, plane.use_screen_coord());
    let half = enlarged(Role::Tick.font_size() * HALF_HEIGHT);
    for tick in values {
        let (_, y) = plane.map_coordinate(&(plane.get_x_range().start, tick.at));
        let at = (left - enlarged(BESIDE), y + half);
        screen.draw(&Text::new(tick.text.clone(), at, text_style(HPos::Right)))?;
    }
    for tick in places {
        let (x, _) = plane.map_coordinate(&(tick.at, low));
        let at = (x, bottom + enlarged(24.0));
        screen.draw(&Text::new(tick.text.clone(), at, text_style(HPos::Center)))?;
    }
    Ok(())
}

fn color(role: Role) -> RGBColor {
    let (red, green, blue) = color_of(role);
    RGBColor(red, green, blue)
}

fn style(role: Role) -> ShapeStyle {
    color(role).filled()
}

fn text_style(anchor: HPos) -> TextStyle<'static> {
    // A name given as text would bring tables of upper and lower case letters into the page.
    let font = (FontFamily::SansSerif, Role::Tick.font_size() * ENLARGED).into_font();
    let color = color(Role::Tick).to_backend_color();
    TextStyle { font, color, pos: Pos::new(anchor, VPos::Bottom) }
}

#[expect(clippy::cast_possible_truncation)]
fn enlarged(length: f64) -> i32 {
    (length * ENLARGED).round() as i32
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
pub(super) fn enlarged_size(length: f64) -> u32 {
    (length * ENLARGED).round() as u32
}
