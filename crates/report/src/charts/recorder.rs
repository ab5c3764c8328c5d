//! Where plotters draws: a list of shapes instead of pixels.

use std::convert::Infallible;

use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    text_anchor::HPos,
};

use super::{
    advance::text_width,
    scene::{Anchor, Outline, Point, Role, Shape},
};

/// Plotters draws in whole pixels; it draws this many times larger, so that lines come out smooth.
pub(super) const ENLARGED: f64 = 8.0;

/// Takes what plotters draws and writes it down in pixels of the page.
pub(super) struct Recorder<'a> {
    /// Size in enlarged pixels.
    pub(super) size: (u32, u32),
    /// What has been drawn so far.
    pub(super) shapes: &'a mut Vec<Shape>,
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// The reserved color that stands for a role: its number, in red.
pub(super) fn color_of(role: Role) -> (u8, u8, u8) {
    let number = Role::ALL.iter().position(|known| *known == role);
    (number.and_then(|number| u8::try_from(number).ok()).unwrap_or(u8::MAX), 0, 0)
}

fn role_of(color: BackendColor) -> Role {
    Role::ALL.get(usize::from(color.rgb.0)).copied().unwrap_or(Role::Grid)
}

fn point((x, y): BackendCoord) -> Point {
    Point { x: f64::from(x) / ENLARGED, y: f64::from(y) / ENLARGED }
}

fn points(path: impl IntoIterator<Item = BackendCoord>) -> Vec<Point> {
    let mut points: Vec<Point> = path.into_iter().map(point).collect();
    points.dedup();
    points
}

impl Recorder<'_> {
    #[expect(clippy::unnecessary_wraps, reason = "plotters asks every backend for a result")]
    fn record(&mut self, role: Role, outline: Outline) -> Drawn {
        self.shapes.push(Shape { role, outline });
        Ok(())
    }
}

impl DrawingBackend for Recorder<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    /// Every shape of a chart is an outline; nothing is drawn pixel by pixel.
    fn draw_pixel(&mut self, _: BackendCoord, _: BackendColor) -> Drawn {
        Ok(())
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (left, top): BackendCoord,
        (right, bottom): BackendCoord,
        style: &S,
        _: bool,
    ) -> Drawn {
        let corners = [(left, top), (right, top), (right, bottom), (left, bottom)];
        self.fill_polygon(corners, style)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        self.record(role_of(style.color()), Outline::Line(points(path)))
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        _: bool,
    ) -> Drawn {
        let radius = f64::from(radius) / ENLARGED;
        self.record(role_of(style.color()), Outline::Circle { center: point(center), radius })
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Drawn {
        self.record(role_of(style.color()), Outline::Polygon(points(corners)))
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        position: BackendCoord,
    ) -> Drawn {
        let anchor = match style.anchor().h_pos {
            HPos::Left => Anchor::Start,
            HPos::Center => Anchor::Middle,
            HPos::Right => Anchor::End,
        };
        let outline =
            Outline::Text { at: point(position), anchor, text: text.to_owned(), figure: None };
        self.record(role_of(style.color()), outline)
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let role = role_of(style.color());
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let enlarged = |length: f64| (length * ENLARGED).ceil() as u32;
        Ok((enlarged(text_width(text, role)), enlarged(role.font_size())))
    }
}
