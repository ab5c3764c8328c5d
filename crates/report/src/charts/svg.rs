//! A chart as a file of its own, with the colors of the page written into it.

use std::fmt::Write as _;

use super::{
    Chart,
    advance::text_width,
    scene::{Outline, Point, Role, Shape},
};

/// Which colors a picture has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// Colors as `style/tokens.css` has them; washes with their opacity, which older readers of SVG
/// only understand apart from the color.
struct Palette {
    paper: &'static str,
    ink: &'static str,
    ink_2: &'static str,
    ink_3: &'static str,
    rule: &'static str,
    gain: &'static str,
    gain_wash: &'static str,
    spend: &'static str,
    spend_wash: &'static str,
    fan: &'static str,
    bar: &'static str,
    part: &'static str,
    work: &'static str,
    work_wash: &'static str,
    series: [&'static str; Role::MOST_SERIES],
}

const LIGHT: Palette = Palette {
    paper: "#fbfaf7",
    ink: "#1c1e21",
    ink_2: "#4d5157",
    ink_3: "#656a70",
    rule: "#e4e1da",
    gain: "#0b6e6e",
    gain_wash: "0.15",
    spend: "#a8480f",
    spend_wash: "0.14",
    fan: "0.17",
    bar: "0.62",
    part: "0.42",
    work: "#8a7f6a",
    work_wash: "0.1",
    series: [
        "#0b6e6e", "#a8480f", "#2f55a4", "#8b2a72", "#6b6200", "#1c1e21", "#b3275a", "#55749d",
    ],
};

const DARK: Palette = Palette {
    paper: "#14171a",
    ink: "#eceae5",
    ink_2: "#b9bcc0",
    ink_3: "#9a9fa5",
    rule: "#2b3035",
    gain: "#62c4bd",
    gain_wash: "0.17",
    spend: "#eb9a62",
    spend_wash: "0.17",
    fan: "0.17",
    bar: "0.62",
    part: "0.42",
    work: "#d8cfb8",
    work_wash: "0.08",
    series: [
        "#62c4bd", "#eb9a62", "#8fb0f0", "#d993c8", "#cdbf57", "#eceae5", "#f08aa5", "#8ba3c4",
    ],
};

/// Height of a line of the heading, and its distance from the edge.
const LINE_HEIGHT: f64 = 20.0;
const INDENT: f64 = 12.0;

/// The chart as an SVG file, with its title and unit over it.
pub fn svg(chart: &Chart, theme: Theme) -> String {
    let palette = match theme {
        Theme::Light => &LIGHT,
        Theme::Dark => &DARK,
    };
    let (width, scene_height) = (chart.scene.width, chart.scene.height);
    let heading = lines(&chart.title, width - 2.0 * INDENT);
    let top = LINE_HEIGHT * 1.25 + LINE_HEIGHT * count(heading.len());
    let height = scene_height + top;
    let mut file = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 -{top} {width} {height}\" \
         width=\"{width}\" height=\"{height}\" role=\"img\" \
         font-family=\"system-ui, -apple-system, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif\">\n"
    );
    element(&mut file, "<title>", &chart.title, "</title>\n");
    element(&mut file, "<desc>", &chart.description.to_string(), "</desc>\n");
    let paper = palette.paper;
    // Writing to a string cannot fail.
    let _ = writeln!(
        file,
        "<rect y=\"-{top}\" width=\"{width}\" height=\"{height}\" fill=\"{paper}\"/>"
    );
    write_heading(&mut file, &heading, &chart.unit, top, palette);
    for shape in &chart.scene.shapes {
        write_shape(&mut file, shape, palette);
    }
    file.push_str("</svg>\n");
    file
}

/// What the picture shows, over it: on a slide it has no page around it that says so.
fn write_heading(file: &mut String, heading: &[String], unit: &str, top: f64, palette: &Palette) {
    let mut y = LINE_HEIGHT - top;
    let start = |y: f64, look: &str| format!("<text x=\"{INDENT}\" y=\"{y}\" {look}>");
    let look = format!("fill=\"{}\" font-size=\"15\" font-weight=\"600\"", palette.ink);
    for line in heading {
        element(file, &start(y, &look), line, "</text>\n");
        y += LINE_HEIGHT;
    }
    let look = format!("fill=\"{}\" font-size=\"12.5\"", palette.ink_3);
    element(file, &start(y - 2.0, &look), unit, "</text>\n");
}

/// `text` in lines no wider than `width`, as the heading sets it.
fn lines(text: &str, width: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if text_width(&format!("{line} {word}"), Role::End) <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

fn count(lines: usize) -> f64 {
    u32::try_from(lines).map_or(0.0, f64::from)
}

fn write_shape(file: &mut String, shape: &Shape, palette: &Palette) {
    let look = look(shape.role, palette);
    match &shape.outline {
        Outline::Line(points) => {
            element(file, "<polyline points=\"", &list(points), &format!("\" {look}/>\n"));
        }
        Outline::Polygon(points) => {
            element(file, "<polygon points=\"", &list(points), &format!("\" {look}/>\n"));
        }
        Outline::Circle { center: Point { x, y }, radius } => {
            // Writing to a string cannot fail.
            let _ = writeln!(file, "<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" {look}/>");
        }
        Outline::Text { at: Point { x, y }, anchor, text, .. } => {
            let anchor = anchor.name();
            let start = format!("<text x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\" {look}>");
            element(file, &start, text, "</text>\n");
        }
    }
}

/// `text` between two pieces of markup, with everything escaped that would be read as markup.
fn element(file: &mut String, before: &str, text: &str, after: &str) {
    file.push_str(before);
    for c in text.chars() {
        match c {
            '&' => file.push_str("&amp;"),
            '<' => file.push_str("&lt;"),
            '>' => file.push_str("&gt;"),
            '"' => file.push_str("&quot;"),
            c => file.push(c),
        }
    }
    file.push_str(after);
}

fn list(points: &[Point]) -> String {
    let mut list = String::new();
    for (position, Point { x, y }) in points.iter().enumerate() {
        let gap = if position > 0 { " " } else { "" };
        // Writing to a string cannot fail.
        let _ = write!(list, "{gap}{x},{y}");
    }
    list
}

/// What tells lines apart without their color, as the style sheet has it.
const DASHES: [&str; Role::MOST_SERIES] = [
    "stroke-width=\"2.5\" stroke-linejoin=\"round\" stroke-linecap=\"round\"",
    "stroke-width=\"2.25\" stroke-dasharray=\"9 3\"",
    "stroke-width=\"2.25\" stroke-dasharray=\"2.5 2.5\"",
    "stroke-width=\"2.25\" stroke-dasharray=\"10 3 2.5 3\"",
    "stroke-width=\"2.25\" stroke-dasharray=\"5 2.5\"",
    "stroke-width=\"1.5\"",
    "stroke-width=\"2.25\" stroke-dasharray=\"10 3 2.5 3 2.5 3\"",
    "stroke-width=\"2.25\" stroke-dasharray=\"1.5 4\"",
];

/// Which color of a series each part of a whole has, as the style sheet has it.
const PARTS: [usize; 4] = [0, 2, 1, 3];

/// How a role looks.
fn look(role: Role, palette: &Palette) -> String {
    let fill = |color: &str, opacity: &str| format!("fill=\"{color}\" fill-opacity=\"{opacity}\"");
    let stroke = |color: &str, rest: &str| format!("fill=\"none\" stroke=\"{color}\" {rest}");
    let round = "stroke-width=\"2.25\" stroke-linejoin=\"round\" stroke-linecap=\"round\"";
    let outline = "stroke-width=\"1.5\" stroke-dasharray=\"4 3\"";
    let text = |color: &str| {
        let weight = if role.is_bold() { " font-weight=\"600\"" } else { "" };
        format!("fill=\"{color}\" font-size=\"{}\"{weight}", role.font_size())
    };
    match role {
        Role::Grid => stroke(palette.rule, "stroke-width=\"1\""),
        Role::Zero => stroke(palette.ink_3, "stroke-width=\"1\""),
        Role::Work => fill(palette.work, palette.work_wash),
        Role::Under => fill(palette.spend, palette.spend_wash),
        Role::Over => fill(palette.gain, palette.gain_wash),
        Role::Line => stroke(palette.gain, round),
        Role::Baseline => stroke(palette.ink_3, "stroke-width=\"2\" stroke-dasharray=\"5 4\""),
        Role::Fan => fill(palette.gain, palette.fan),
        Role::Median => stroke(
            palette.ink_2,
            "stroke-width=\"1.75\" stroke-dasharray=\"1.5 4\" stroke-linecap=\"round\"",
        ),
        Role::Decile => stroke(palette.ink_3, "stroke-width=\"1\" stroke-dasharray=\"4 4\""),
        Role::Bar => fill(palette.gain, palette.bar),
        Role::BarUnder => fill(palette.spend, palette.bar),
        Role::Outlined => stroke(palette.gain, outline),
        Role::OutlinedUnder => stroke(palette.spend, outline),
        Role::Dot => {
            format!("fill=\"{}\" stroke=\"{}\" stroke-width=\"2.25\"", palette.paper, palette.gain)
        }
        Role::Series(number) => {
            let at = usize::from(number) % Role::MOST_SERIES;
            stroke(palette.series[at], DASHES[at])
        }
        Role::Part(number) => {
            fill(palette.series[PARTS[usize::from(number) % PARTS.len()]], palette.part)
        }
        Role::Tick => text(palette.ink_3),
        Role::Note | Role::EndPlain | Role::Name => text(palette.ink_2),
        Role::Milestone | Role::NameFirst => text(palette.ink),
        Role::End => text(palette.gain),
        Role::EndLoss => text(palette.spend),
    }
}
