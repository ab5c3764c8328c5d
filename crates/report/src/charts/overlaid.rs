//! The running totals of two or three cases over each other.

use groundwork_model::figure::{FigureId, MonthFigure, ReturnFigure};

use super::{
    Chart,
    advance::text_width,
    layout,
    lines::{moments, named_end, ordered},
    picture::{Across, Label, Mark, Picture, Scale, Spot, Value},
    scene::Role,
    words::{month_in_short, month_in_words, start_in_words},
};
use crate::document::{FigureSpan, Paragraph, Row, Table, Writer, month_reached};

/// What the chart shows.
const TITLE: &str = "Cumulative net of each case";
/// Room for the name of a line, in pixels.
const ROOM: [f64; 2] = [92.0, 210.0];

/// A case that is drawn over others.
#[derive(Clone, Copy, Debug)]
pub struct Overlaid<'a> {
    /// What it is called.
    pub name: &'a str,
    /// Its place among the cases that are held against each other.
    pub case: u8,
    /// Its figures.
    pub writer: Writer<'a>,
}

/// The running totals of up to three cases over each other, laid out as [`chart`](super::chart) is.
///
/// They are drawn over the time all of them look at, by the months of the calendar where all begin in
/// the same one. `None` where there are fewer than two, or where their amounts are in different
/// currencies and have no scale in common.
pub fn overlaid(cases: &[Overlaid<'_>], width: f64) -> Option<Chart> {
    let [first, _, ..] = cases else { return None };
    let currency = &first.writer.style.currency.code;
    if cases.iter().any(|other| other.writer.style.currency.code != *currency) {
        return None;
    }
    let writer = first.writer;
    let horizon = |one: &Overlaid<'_>| one.writer.evaluation.assumptions.horizon_months;
    let months = cases.iter().map(horizon).fold(u32::MAX, u32::min);
    let is_cut = cases.iter().any(|one| horizon(one) != months);
    let begins = |one: &Overlaid<'_>| one.writer.month_of_case(1);
    let is_dated = cases.iter().all(|other| begins(other) == begins(first));
    let lines = lines(cases, months, layout::is_wide(width));
    let picture = picture(&lines, months, is_dated, layout::is_wide(width));
    let (scene, readings) = layout::layout(writer, &picture, width);
    Some(Chart {
        title: TITLE.to_owned(),
        unit: ["month ends, ", writer.style.currency.code.as_str()].concat(),
        description: description(&lines, months, is_cut, is_dated),
        scene,
        readings,
        data: data(&lines, months, is_dated),
    })
}

/// A case as it is drawn.
struct Line<'a> {
    case: Overlaid<'a>,
    /// Its name as the picture has room for it, unlike that of the others.
    short: String,
    role: Role,
    /// The total at the start and at the end of every month that is drawn.
    points: Vec<Value>,
    /// Months until it is paid back, where that is within what is drawn and after its beginning.
    paid_back: Option<f64>,
}

fn lines<'a>(cases: &[Overlaid<'a>], months: u32, is_wide: bool) -> Vec<Line<'a>> {
    let room = ROOM[usize::from(is_wide)];
    let mut lines: Vec<Line<'a>> = Vec::new();
    for (case, number) in cases.iter().zip(0_u8..) {
        let shown = case.writer.evaluation.timeline.months().iter();
        let ends = shown.map(|month| (f64::from(month.month), month.cumulative_net));
        let ends = ends.take_while(|(at, _)| *at <= f64::from(months));
        let payback = case.writer.evaluation.returns.payback_months;
        let is_shown = |at: &f64| *at > 0.0 && *at <= f64::from(months);
        let mut short = shortened(case.name, room);
        if lines.iter().any(|line| line.short == short) {
            let mark = case.writer.style.number(f64::from(number) + 1.0, 0) + " ";
            let left = room - text_width(&mark, Role::NameFirst);
            short = [mark, shortened(case.name, left)].concat();
        }
        lines.push(Line {
            case: *case,
            short,
            role: Role::Series(number),
            points: std::iter::once((0.0, 0.0)).chain(ends).collect(),
            paid_back: payback.filter(is_shown),
        });
    }
    lines
}

fn picture(lines: &[Line<'_>], months: u32, is_dated: bool, is_wide: bool) -> Picture {
    let values = || lines.iter().flat_map(|line| line.points.iter().map(|(_, value)| *value));
    let mut marks: Vec<Mark> =
        lines.iter().map(|line| Mark::Line(line.role, line.points.clone())).collect();
    let mut labels = Vec::new();
    for line in lines {
        if let Some(at) = line.paid_back {
            marks.push(Mark::Dot((at, 0.0)));
            labels.push(line.paid_back_label(at));
        }
    }
    if !is_wide {
        labels.clear();
    }
    let end = |line: &Line<'_>| {
        let value = line.points.last().map_or(0.0, |(_, value)| *value);
        named_end(&line.short, line.role, value, &line.total(months), is_wide)
    };
    let when = |month| match lines.first() {
        Some(line) if is_dated => ["end of ", &month_in_words(line.case.writer, month)].concat(),
        Some(line) => {
            let number = line.case.writer.style.number(f64::from(month), 0);
            ["end of month ", &number].concat()
        }
        None => String::new(),
    };
    let mut readings = moments(months, &|month| f64::from(month), &when, &|month| {
        let value = |line: &Line<'_>| {
            let total = line.total(month);
            let value = line.case.writer.value(total.id).unwrap_or_default();
            (line.case.name.to_owned().into(), value, total)
        };
        lines.iter().map(value).collect()
    });
    if let Some(line) = lines.first() {
        let start = if is_dated { start_in_words(line.case.writer) } else { "start".to_owned() };
        readings.insert(0, super::picture::Moment { at: 0.0, when: start, values: Vec::new() });
    }
    Picture {
        across: if is_dated { Across::Months(months) } else { Across::Counted(months) },
        range: (values().fold(0.0, f64::min), values().fold(0.0, f64::max)),
        scale: Scale::Money,
        marks,
        labels,
        ends: ordered(lines.iter().map(end).collect()),
        readings,
    }
}

impl Line<'_> {
    /// The total at the end of a month.
    fn total(&self, month: u32) -> FigureSpan {
        let id = FigureId::Month(month, MonthFigure::CumulativeNet);
        self.case.writer.rounded(id).of_case(self.case.case)
    }

    fn paid_back_label(&self, months: f64) -> Label {
        let month = month_in_short(self.case.writer, month_reached(months));
        let id = FigureId::Return(ReturnFigure::PaybackMonths);
        Label {
            role: Role::Note,
            wordings: vec![
                [&self.short, " paid back, ", &month].concat(),
                [&self.short, ", ", &month].concat(),
            ],
            figure: (self.case.case == 0).then_some(id),
            spot: Spot::Near((months, 0.0)),
        }
    }
}

/// A name that takes no more than `room` pixels. Its beginning and its end stay: variants of a case
/// differ at their ends.
fn shortened(name: &str, room: f64) -> String {
    let is_short = |text: &str| text_width(text, Role::NameFirst) <= room;
    if is_short(name) {
        return name.to_owned();
    }
    let chars: Vec<char> = name.chars().collect();
    let mut kept = chars.len().saturating_sub(1);
    loop {
        let (before, after) = (kept.div_ceil(2), kept / 2);
        let begin: String = chars.iter().take(before).collect();
        let end: String = chars.iter().skip(chars.len() - after).collect();
        let text = [begin.trim_end(), "…", end.trim_start()].concat();
        if kept == 0 || is_short(&text) {
            return text;
        }
        kept -= 1;
    }
}

fn description(lines: &[Line<'_>], months: u32, is_cut: bool, is_dated: bool) -> Paragraph {
    let Some(first) = lines.first() else { return Paragraph::default() };
    let over = first.case.writer.style.months(f64::from(months));
    let mut prose = first
        .case
        .writer
        .prose()
        .text("Gains less costs, summed up over ")
        .text(if is_cut { "the " } else { "" })
        .plain(over)
        .text(if is_cut { " all look at." } else { "." });
    if !is_dated {
        prose = prose.text(" Months are counted from the beginning of each case.");
    }
    for line in lines {
        prose = prose.text(" “").plain(line.case.name).text("” ends at ").span(line.total(months));
        prose = match line.paid_back {
            Some(at) => {
                let month = month_in_words(line.case.writer, month_reached(at));
                let id = FigureId::Return(ReturnFigure::PaybackMonths);
                let figure = line.case.writer.written(id, ["the end of ", &month].concat());
                prose.text(" and is paid back by ").span(figure.of_case(line.case.case)).text(".")
            }
            None => prose.text("."),
        };
    }
    prose.done()
}

/// A row a month, a column a case.
fn data(lines: &[Line<'_>], months: u32, is_dated: bool) -> Table {
    let mut columns = vec!["Month".into()];
    columns.extend(lines.iter().map(|line| line.case.name.to_owned().into()));
    let heading = |month| match lines.first() {
        Some(line) if is_dated => month_in_short(line.case.writer, month),
        Some(line) => line.case.writer.style.number(f64::from(month), 0),
        None => String::new(),
    };
    let row = |month: u32| Row {
        heading: heading(month),
        cells: lines
            .iter()
            .map(|line| {
                let id = FigureId::Month(month, MonthFigure::CumulativeNet);
                line.case.writer.exact(id).of_case(line.case.case)
            })
            .collect(),
    };
    Table { title: TITLE, columns, rows: (1..=months).map(row).collect() }
}
