//! How much room a text takes, without asking a browser.

use super::scene::{Anchor, Area, Outline, Point, Role, Shape};

/// Room kept free around a text.
const MARGIN: f64 = 2.0;

/// Widths of the characters from space to tilde in thousandths of the font size, as wide as the
/// widest of the usual interface fonts sets them.
const ASCII: [u16; 95] = [
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636,
    636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632,
    575, 775, 752, 295, 295, 656, 557, 863, 748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685,
    611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579,
    278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
];

/// What bold letters are wider by at most, in thousandths of the font size.
const BOLD: u16 = 115;

/// Width of `text` in pixels, rather too wide than too narrow.
pub fn text_width(text: &str, role: Role) -> f64 {
    let extra = if role.is_bold() { BOLD } else { 0 };
    let thousandths: u32 = text.chars().map(|c| u32::from(advance(c) + extra)).sum();
    f64::from(thousandths) / 1000.0 * role.font_size()
}

/// The box a text fills, with a little room around it; `None` for other shapes.
pub fn text_box(shape: &Shape) -> Option<Area> {
    match &shape.outline {
        Outline::Text { at, anchor, text, .. } => Some(box_at(*at, *anchor, text, shape.role)),
        _ => None,
    }
}

pub(super) fn box_at(at: Point, anchor: Anchor, text: &str, role: Role) -> Area {
    let (width, size) = (text_width(text, role), role.font_size());
    let left = match anchor {
        Anchor::Start => at.x,
        Anchor::Middle => at.x - width / 2.0,
        Anchor::End => at.x - width,
    };
    Area {
        x: left - MARGIN,
        y: at.y - 0.8 * size - MARGIN,
        width: width + 2.0 * MARGIN,
        height: 1.04 * size + 2.0 * MARGIN,
    }
}

fn advance(c: char) -> u16 {
    match c {
        ' '..='~' => ASCII[(c as usize - ' ' as usize) % ASCII.len()],
        // Spaces that do not break, and separators of thousands and decimals.
        '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{66b}' | '\u{66c}' | '’' => 350,
        // Marks that steer the direction of writing show nothing.
        '\u{61c}' | '\u{200e}' | '\u{200f}' => 0,
        '€' | '£' | '¥' | '₹' | '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}' => 640,
        // Letters of other scripts; the widest are as wide as they are high.
        '\u{600}'..='\u{6ff}' => 840,
        _ => 1000,
    }
}
