//! How capacity is divided: a column for today and one for each quarter, shares stacked.

use std::borrow::Cow;

use groundwork_model::{
    figure::FigureId,
    input::Input,
    plan::PlanInput,
    split::{Category, Split},
    strategy::PlanFigure,
};

use super::{
    Chart, ChartKind, ReadValue, Reading,
    advance::text_width,
    canvas::{BESIDE, HALF_HEIGHT},
    layout::{WIDTHS, is_wide},
    scene::{Anchor, Area, Outline, Point, Role, Scene, Shape, snapped},
    words,
};
use crate::document::{
    FigureSpan, Paragraph, Prose, Row, Table, Writer,
    plan_names::{MONTHS_OF_QUARTER, category, quarter},
};

/// Room above the columns, and below them for their names.
const ABOVE: f64 = 8.0;
const BELOW: f64 = 34.0;
/// From the edge of the picture to the first column.
const INDENT: f64 = 4.0;
/// Width of the column of today and of the gap after it, in those of quarters.
const TODAY: f64 = 1.6;
const GAP: f64 = 0.4;
/// Part of its room that a column fills.
const FILLED: f64 = 0.9;
/// Height of a share that holds its figure.
const LINE: f64 = 18.0;
/// Side of the square before the name of a category, and the room it takes.
const SQUARE: f64 = 9.0;
const OF_SQUARE: f64 = 15.0;
/// Least gap between two names below the columns.
const BETWEEN: f64 = 10.0;

/// One column.
struct Column {
    /// Its quarter, counted from 1; `None` for today.
    quarter: Option<u32>,
    split: Split,
    /// Left edge and width.
    x: f64,
    width: f64,
}

/// Shares of capacity, today first, then as far as the plan reaches.
pub(super) fn split(writer: Writer<'_>, width: f64) -> Chart {
    let width = snapped(width.max(WIDTHS.0).min(WIDTHS.1));
    let height = (260.0 + width / 12.0).floor().min(340.0);
    let names = names_at_the_end(writer, is_wide(width));
    let room = names.iter().map(|(name, _)| text_width(name, Role::Name)).fold(0.0, f64::max);
    let plot_width = snapped(width - INDENT - BESIDE - OF_SQUARE - room - 4.0);
    let plot = Area { x: INDENT, y: ABOVE, width: plot_width, height: height - ABOVE - BELOW };

    let columns = columns(writer, plot);
    let mut shapes = Vec::new();
    for column in &columns {
        shapes.extend(parts(column, plot));
    }
    shapes.extend(figures(writer, &columns, plot));
    if let Some(last) = columns.last() {
        shapes.extend(names_beside(last, names, plot));
    }
    shapes.extend(names_below(writer, &columns, plot));
    Chart {
        title: ChartKind::Split.title().to_owned(),
        unit: words::unit(writer, ChartKind::Split),
        description: description(writer, &columns),
        readings: columns.iter().map(|column| reading(writer, column, plot)).collect(),
        scene: Scene { width, height, plot, shapes },
        data: data(writer),
    }
}

/// The figure behind a share: what was entered for today, and what is in force in a quarter.
fn id(quarter: Option<u32>, of: Category) -> FigureId {
    match quarter {
        None => FigureId::Input(Input::Plan(PlanInput::Split(of))),
        Some(quarter) => FigureId::Plan(PlanFigure::InForce(quarter, of)),
    }
}

/// Today and the quarters with their splits, in order of time.
fn splits(writer: Writer<'_>) -> Vec<(Option<u32>, Split)> {
    let Some(comparison) = writer.evaluation.comparison.as_deref() else { return Vec::new() };
    let quarters = comparison.roadmap.quarters.iter();
    let quarters = quarters.map(|quarter| (Some(quarter.number), quarter.split));
    std::iter::once((None, comparison.basis.split)).chain(quarters).collect()
}

fn columns(writer: Writer<'_>, plot: Area) -> Vec<Column> {
    let splits = splits(writer);
    let quarters = u32::try_from(splits.len()).unwrap_or(u32::MAX).saturating_sub(1);
    let room = plot.width / (TODAY + GAP + f64::from(quarters.max(1)));
    let mut from = plot.x;
    let column = |(quarter, split): (Option<u32>, Split)| {
        let (wide, gap) = if quarter.is_none() { (TODAY, GAP) } else { (1.0, 0.0) };
        let (x, width) = (snapped(from), snapped(room * wide * FILLED));
        from += room * (wide + gap);
        Column { quarter, split, x, width }
    };
    splits.into_iter().map(column).collect()
}

impl Column {
    fn middle(&self) -> f64 {
        self.x + self.width / 2.0
    }

    /// Upper and lower edge of the share of a category.
    fn edges(&self, of: Category, plot: Area) -> (f64, f64) {
        let before = Category::ALL.into_iter().take_while(|other| *other != of);
        let before: f64 = before.map(|other| self.split.share(other)).sum();
        let y = |share: f64| snapped(plot.y + share.min(1.0) * plot.height);
        (y(before), y(before + self.split.share(of)))
    }
}

/// Role of the share of a category.
fn role(of: Category) -> Role {
    Role::Part(match of {
        Category::Features => 0,
        Category::Defects => 1,
        Category::Debt => 2,
        Category::Risk => 3,
    })
}

fn parts(column: &Column, plot: Area) -> Vec<Shape> {
    let part = |of: Category| {
        let (top, bottom) = column.edges(of, plot);
        (bottom > top).then(|| rectangle(role(of), column.x, top, column.width, bottom - top))
    };
    Category::ALL.into_iter().filter_map(part).collect()
}

fn rectangle(role: Role, x: f64, y: f64, width: f64, height: f64) -> Shape {
    let corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)];
    let corners = corners.map(|(x, y)| Point { x, y }).to_vec();
    Shape { role, outline: Outline::Polygon(corners) }
}

fn text(role: Role, at: Point, anchor: Anchor, text: String, figure: Option<FigureId>) -> Shape {
    Shape { role, outline: Outline::Text { at, anchor, text, figure } }
}

/// Runs of quarters with one split, and today.
fn runs(columns: &[Column]) -> impl Iterator<Item = &[Column]> {
    columns.chunk_by(|one, other| one.quarter.is_some() && is_same(one, other))
}

fn is_same(one: &Column, other: &Column) -> bool {
    let apart = |of| (one.split.share(of) - other.split.share(of)).abs();
    Category::ALL.into_iter().all(|of| apart(of) <= Split::TOLERANCE)
}

/// Each share once where it holds on, where there is room for its figure.
fn figures(writer: Writer<'_>, columns: &[Column], plot: Area) -> Vec<Shape> {
    let mut shapes = Vec::new();
    for run in runs(columns) {
        let (first, last) = (&run[0], &run[run.len() - 1]);
        let inner = &run[(run.len() - 1) / 2];
        for of in Category::ALL {
            let (top, bottom) = first.edges(of, plot);
            let figure = writer.rounded(id(first.quarter, of));
            let room = text_width(&figure.text, Role::Milestone) + 4.0;
            // Rather within one column than across a gap.
            let fits_within = room <= inner.width;
            let (left, right) = if fits_within {
                (inner.x, inner.x + inner.width)
            } else {
                (first.x, last.x + last.width)
            };
            let is_wide_enough = room <= right - left;
            if is_wide_enough && bottom - top >= LINE {
                let y = f64::midpoint(top, bottom) + Role::Milestone.font_size() * HALF_HEIGHT;
                let at = Point { x: snapped(f64::midpoint(left, right)), y: snapped(y) };
                shapes.push(text(
                    Role::Milestone,
                    at,
                    Anchor::Middle,
                    figure.text,
                    Some(figure.id),
                ));
            }
        }
    }
    shapes
}

/// What stands beside the last column: each category, with its share where there is room for it.
fn names_at_the_end(writer: Writer<'_>, is_wide: bool) -> Vec<(String, Category)> {
    let splits = splits(writer);
    let Some((last, _)) = splits.last().copied() else { return Vec::new() };
    let is_there = |of: &Category| splits.iter().any(|(_, split)| split.share(*of) > 0.0);
    let name = |of: Category| {
        let share = writer.rounded(id(last, of)).text;
        let name = category(of);
        (if is_wide { [name, " ", &share].concat() } else { name.to_owned() }, of)
    };
    Category::ALL.into_iter().filter(is_there).map(name).collect()
}

/// Names beside their shares, each on a line of its own.
fn names_beside(last: &Column, names: Vec<(String, Category)>, plot: Area) -> Vec<Shape> {
    let middle = |of: Category| {
        let (top, bottom) = last.edges(of, plot);
        f64::midpoint(top, bottom)
    };
    let mut places: Vec<f64> = names.iter().map(|(_, of)| middle(*of)).collect();
    let mut above = plot.y - LINE / 2.0;
    for place in &mut places {
        *place = place.max(above + LINE);
        above = *place;
    }
    let mut below = plot.y + plot.height + LINE / 2.0;
    for place in places.iter_mut().rev() {
        *place = place.min(below - LINE);
        below = *place;
    }
    let x = snapped(plot.x + plot.width + BESIDE);
    let mut shapes = Vec::new();
    for ((name, of), place) in names.into_iter().zip(places) {
        shapes.push(rectangle(role(of), x, snapped(place - SQUARE / 2.0), SQUARE, SQUARE));
        let y = snapped(place + Role::Name.font_size() * HALF_HEIGHT);
        let figure = Some(id(last.quarter, of));
        shapes.push(text(Role::Name, Point { x: x + OF_SQUARE, y }, Anchor::Start, name, figure));
    }
    shapes
}

/// Names of columns, in full where there is room, then in short, then of some.
fn names_below(writer: Writer<'_>, columns: &[Column], plot: Area) -> Vec<Shape> {
    let y = plot.y + plot.height + 22.0;
    let named = |every: usize, in_short: bool| {
        let name = |(position, column): (usize, &Column)| {
            let Some(number) = column.quarter else {
                let at = Point { x: column.x, y };
                return Some((column.x, text(Role::Tick, at, Anchor::Start, "Today".into(), None)));
            };
            let name = name_of(writer, number, in_short);
            let name = text(Role::Tick, Point { x: column.x, y }, Anchor::Start, name, None);
            (position - 1).is_multiple_of(every).then_some((column.x, name))
        };
        columns.iter().enumerate().filter_map(name).collect::<Vec<_>>()
    };
    let fits = |names: &Vec<(f64, Shape)>| {
        let right = |(left, shape): &(f64, Shape)| match &shape.outline {
            Outline::Text { text, .. } => left + text_width(text, Role::Tick) + BETWEEN,
            _ => *left,
        };
        names.windows(2).all(|pair| right(&pair[0]) <= pair[1].0)
    };
    let ways = [(1, false), (1, true), (2, true), (4, true), (8, true), (16, true)];
    let found = ways.into_iter().map(|(every, in_short)| named(every, in_short)).find(fits);
    // Where there is no room for the first quarter, today is named alone.
    let found = found.unwrap_or_else(|| named(usize::MAX, true).into_iter().take(1).collect());
    found.into_iter().map(|(_, shape)| shape).collect()
}

/// "Jan to Mar 2026", in short the month it begins in.
fn name_of(writer: Writer<'_>, number: u32, in_short: bool) -> String {
    let first_month = (number - 1) * MONTHS_OF_QUARTER + 1;
    match writer.month_of_case(first_month) {
        Some(_) if in_short => words::month_in_short(writer, first_month),
        None if in_short => ["Q", &writer.style.number(f64::from(number), 0)].concat(),
        _ => quarter(writer, number),
    }
}

/// What a column is called in a sentence.
fn when(writer: Writer<'_>, column: Option<u32>) -> String {
    column.map_or_else(|| "today".to_owned(), |number| quarter(writer, number))
}

fn reading(writer: Writer<'_>, column: &Column, plot: Area) -> Reading {
    let x = snapped(column.middle());
    let value = |of: Category| {
        let (top, bottom) = column.edges(of, plot);
        let figure = writer.rounded(id(column.quarter, of));
        let series: Cow<'static, str> = category(of).into();
        ReadValue { series, x, y: snapped(f64::midpoint(top, bottom)), figure }
    };
    let values = Category::ALL.into_iter().map(value).collect();
    Reading { x, y: None, when: when(writer, column.quarter), values }
}

/// "Of capacity today, 85% goes to features, 10% to defects, 0% to debt and 5% to risk. From Apr to
/// Jun 2026 on, 55% goes to features, …"
fn description(writer: Writer<'_>, columns: &[Column]) -> Paragraph {
    let Some(today) = columns.first() else {
        return Paragraph::of_text("Capacity is not planned yet.");
    };
    let mut prose = listed(writer, writer.prose().text("Of capacity today, "), None);
    let mut before = today;
    let mut changes = 0;
    for column in &columns[1..] {
        if !is_same(before, column) {
            let from = when(writer, column.quarter);
            prose = prose.text(". From ").plain(from).text(" on, ");
            prose = listed(writer, prose, column.quarter);
            changes += 1;
        }
        before = column;
    }
    prose.text(if changes == 0 { ". No quarter is planned otherwise." } else { "." }).done()
}

/// "85% goes to features, 10% to defects, 0% to debt and 5% to risk".
fn listed<'a>(writer: Writer<'_>, prose: Prose<'a>, quarter: Option<u32>) -> Prose<'a> {
    let mut prose = prose;
    for (position, of) in Category::ALL.into_iter().enumerate() {
        let before = match position {
            0 => "",
            3 => " and ",
            _ => ", ",
        };
        let to = if position == 0 { " goes to " } else { " to " };
        let name = category(of).to_ascii_lowercase();
        prose = prose.text(before).span(writer.rounded(id(quarter, of))).text(to).text(name);
    }
    prose
}

/// Every share, a row for today and one for each quarter.
fn data(writer: Writer<'_>) -> Table {
    let row = |(quarter, _): (Option<u32>, Split)| {
        let heading =
            quarter.map_or_else(|| "Today".to_owned(), |number| when(writer, Some(number)));
        let cells: Vec<FigureSpan> =
            Category::ALL.into_iter().map(|of| writer.rounded(id(quarter, of))).collect();
        Row { heading, cells }
    };
    let names = Category::ALL.into_iter().map(|of| Cow::Borrowed(category(of)));
    Table {
        title: ChartKind::Split.title(),
        columns: std::iter::once("Quarter".into()).chain(names).collect(),
        rows: splits(writer).into_iter().map(row).collect(),
    }
}
