//! Charts of a running total against zero: cumulative net, and product delivered.

use groundwork_model::{
    figure::{FigureId, MonthFigure, ReturnFigure},
    input::Input,
    timeline::Month,
};

use super::{
    fan::{add_fan, described},
    picture::{Across, End, Label, Mark, Moment, Picture, Scale, Spot, Value},
    scene::Role,
    words::{month_in_short, month_in_words, start_in_words, when_the_work_is_done},
};
use crate::document::{FigureSpan, Paragraph, Writer, month_reached};

/// Share of the largest amount below which a total counts as zero, as everywhere in the model.
const TOLERANCE: f64 = 1e-9;

/// A running total with its milestones.
struct Total {
    /// Name of the series in readings.
    series: &'static str,
    /// Which figure of a month it is.
    figure: MonthFigure,
    /// The total at the start and at the end of every month.
    points: Vec<Value>,
    /// Months until it is out of the red for good; 0 where it never was in it.
    recovered: Option<f64>,
    /// What that moment is called, and which figure it is.
    recovery: (&'static str, FigureId),
    /// Lowest total, where that is below zero: its place and its figure.
    deepest: Option<(Value, FigureSpan)>,
    /// The total at the end.
    last: FigureSpan,
}

/// Gains less costs, summed up month by month.
pub(super) fn cumulative_net(writer: Writer<'_>, is_wide: bool) -> (Picture, Paragraph) {
    let figure = MonthFigure::CumulativeNet;
    let points = points(writer, |month| month.cumulative_net);
    let deepest = writer.rounded(FigureId::Return(ReturnFigure::DeepestPoint));
    let total = Total {
        series: "cumulative net",
        figure,
        recovered: writer.evaluation.returns.payback_months,
        recovery: ("paid back", FigureId::Return(ReturnFigure::PaybackMonths)),
        deepest: lowest(&points).map(|at| (at, deepest)),
        last: writer.rounded(FigureId::Return(ReturnFigure::TotalNet)),
        points,
    };
    let words = Words {
        subject: ", cumulative net",
        recovers: ", has paid everything back by ",
        does_not: ", does not pay back within that time",
    };
    let mut picture = picture(writer, &total);
    if let Some(simulation) = writer.evaluation.simulation.as_deref() {
        add_fan(writer, simulation, &mut picture, is_wide);
    }
    (picture, description(writer, &total, &words))
}

/// Product delivered against carrying on, summed up month by month.
pub(super) fn delivered(writer: Writer<'_>) -> (Picture, Paragraph) {
    let figure = MonthFigure::CumulativeDeliveredDifference;
    let of_month = |number: u32| FigureId::Month(number, figure);
    let points = points(writer, |month| month.cumulative_delivered_difference);
    let recovered = recovery(&points);
    let total = Total {
        series: "product delivered",
        figure,
        recovered,
        recovery: ("caught up", of_month(recovered.map_or(1, month_reached))),
        deepest: lowest(&points).map(|at| (at, writer.rounded(of_month(month_reached(at.0))))),
        last: writer.rounded(of_month(writer.evaluation.assumptions.horizon_months)),
        points,
    };
    let words = Words {
        subject: ", product delivered compared with carrying on",
        recovers: ", catches up by ",
        does_not: ", does not catch up within that time",
    };
    (picture(writer, &total), description(writer, &total, &words))
}

fn points(writer: Writer<'_>, value: impl Fn(&Month) -> f64) -> Vec<Value> {
    let months = writer.evaluation.timeline.months().iter();
    let ends = months.map(|month| (f64::from(month.month), value(month)));
    std::iter::once((0.0, 0.0)).chain(ends).collect()
}

fn tolerance(points: &[Value]) -> f64 {
    TOLERANCE * points.iter().map(|(_, value)| value.abs()).fold(0.0, f64::max)
}

/// The first of the lowest points, where it is below zero.
fn lowest(points: &[Value]) -> Option<Value> {
    let tolerance = tolerance(points);
    let lower = |low: Value, point: &Value| if point.1 < low.1 { *point } else { low };
    let lowest = points.iter().fold((0.0, 0.0), lower);
    (lowest.1 < -tolerance).then_some(lowest)
}

/// Months until the last stretch below zero ends, within a month by the rule of three; 0 where
/// there is none, `None` where the total ends below zero.
fn recovery(points: &[Value]) -> Option<f64> {
    let tolerance = tolerance(points);
    let Some(last_below) = points.iter().rposition(|(_, value)| *value < -tolerance) else {
        return Some(0.0);
    };
    let (from, to) = (points.get(last_below)?, points.get(last_below + 1)?);
    Some(from.0 - from.1 / (to.1 - from.1) * (to.0 - from.0))
}

fn picture(writer: Writer<'_>, total: &Total) -> Picture {
    let assumptions = &writer.evaluation.assumptions;
    let horizon = assumptions.horizon_months;
    let values = || total.points.iter().map(|(_, value)| *value);
    let range = (values().fold(0.0, f64::min), values().fold(0.0, f64::max));
    let crossed = with_crossings(&total.points);

    let mut marks = Vec::new();
    let mut labels = Vec::new();
    if let Some(months) = total.recovered.filter(|months| *months > 0.0) {
        marks.push(Mark::Dot((months, 0.0)));
        labels.push(recovery_label(writer, total, months));
    }
    if let Some((from, to)) = work(writer) {
        marks.push(Mark::Band(from, to));
        labels.push(work_label(from, to));
    }
    if range.0 < 0.0 {
        marks.push(Mark::Area(Role::Under, against_zero(&crossed, f64::min)));
    }
    if range.1 > 0.0 {
        marks.push(Mark::Area(Role::Over, against_zero(&crossed, f64::max)));
    }
    // The line stands below the dot, so it is painted before it.
    marks.insert(0, Mark::Line(Role::Line, total.points.clone()));
    // The end of the line is named anyway.
    if let Some((at, figure)) = total.deepest.as_ref().filter(|(at, _)| at.0 < f64::from(horizon)) {
        labels.push(Label {
            role: Role::Note,
            wordings: vec![format!("deepest {}", figure.text), figure.text.clone()],
            figure: Some(figure.id),
            spot: Spot::Below(*at),
        });
    }
    let last = total.points.last().map_or(0.0, |(_, value)| *value);
    let role = if last < -tolerance(&total.points) { Role::EndLoss } else { Role::End };
    let ends = vec![End::of(role, last, total.last.text.clone(), &total.last)];
    Picture {
        across: Across::Months(horizon),
        range,
        scale: Scale::Money,
        marks,
        labels,
        ends,
        readings: readings(writer, total),
    }
}

/// The months of the work within the horizon, from the start of the first to the end of the last.
pub(super) fn work(writer: Writer<'_>) -> Option<(f64, f64)> {
    let assumptions = &writer.evaluation.assumptions;
    let from = assumptions.investment.first_month - 1;
    let to = assumptions.investment.end().min(assumptions.horizon_months);
    (from < to).then_some((f64::from(from), f64::from(to)))
}

pub(super) fn work_label(from: f64, to: f64) -> Label {
    let (role, wordings) = (Role::Note, vec!["work".to_owned()]);
    Label { role, wordings, figure: None, spot: Spot::Top(from, to) }
}

fn recovery_label(writer: Writer<'_>, total: &Total, months: f64) -> Label {
    let (name, figure) = total.recovery;
    let month = month_in_short(writer, month_reached(months));
    Label {
        role: Role::Milestone,
        wordings: vec![format!("{name}, end of {month}"), format!("{name} {month}"), month],
        figure: Some(figure),
        spot: Spot::Below((months, 0.0)),
    }
}

/// The points, with one more wherever the line passes through zero between two of them.
fn with_crossings(points: &[Value]) -> Vec<Value> {
    let mut crossed: Vec<Value> = Vec::with_capacity(points.len());
    for point in points {
        if let Some(before) = crossed.last().copied()
            && before.1 * point.1 < 0.0
        {
            let share = before.1 / (before.1 - point.1);
            crossed.push((before.0 + share * (point.0 - before.0), 0.0));
        }
        crossed.push(*point);
    }
    crossed
}

/// The area between the line and zero, on the side that `side` keeps.
fn against_zero(points: &[Value], side: fn(f64, f64) -> f64) -> Vec<Value> {
    let kept: Vec<Value> = points.iter().map(|(at, value)| (*at, side(*value, 0.0))).collect();
    let is_flat = |position: usize| {
        let around = [position.saturating_sub(1), position, position + 1];
        around.iter().all(|at| kept.get(*at).is_none_or(|(_, value)| value.abs() <= 0.0))
    };
    let corners = kept.iter().enumerate().filter(|(position, _)| !is_flat(*position));
    let mut area: Vec<Value> = corners.map(|(_, point)| *point).collect();
    if let (Some(first), Some(last)) = (area.first().copied(), area.last().copied()) {
        area.extend([(last.0, 0.0), (first.0, 0.0)]);
    }
    area
}

fn readings(writer: Writer<'_>, total: &Total) -> Vec<Moment> {
    let mut readings = vec![Moment { at: 0.0, when: start_in_words(writer), values: Vec::new() }];
    readings.extend(total.points.iter().skip(1).zip(1..).map(|((at, value), number)| Moment {
        at: *at,
        when: format!("end of {}", month_in_words(writer, number)),
        values: vec![(
            total.series.into(),
            *value,
            writer.rounded(FigureId::Month(number, total.figure)),
        )],
    }));
    readings
}

/// Words for one running total.
struct Words {
    subject: &'static str,
    recovers: &'static str,
    does_not: &'static str,
}

fn description(writer: Writer<'_>, total: &Total, words: &Words) -> Paragraph {
    let prose = writer.prose().text("Over ").input(Input::HorizonMonths).text(words.subject);
    let prose = match &total.deepest {
        None => prose.text(" is never below zero"),
        Some((_, deepest)) => {
            let prose = prose.text(" falls to ").span(deepest.clone()).text(" at its deepest");
            match total.recovered {
                Some(months) => prose.text(words.recovers).span(end_of(writer, total, months)),
                None => prose.text(words.does_not),
            }
        }
    };
    let prose = prose.text(" and ends at ").span(total.last.clone()).text(".");
    let has_fan =
        writer.evaluation.simulation.is_some() && total.figure == MonthFigure::CumulativeNet;
    let prose = if has_fan { described(prose, &writer) } else { prose };
    when_the_work_is_done(prose, &writer).done()
}

/// "the end of December 2026".
fn end_of(writer: Writer<'_>, total: &Total, months: f64) -> FigureSpan {
    let text = format!("the end of {}", month_in_words(writer, month_reached(months)));
    FigureSpan { id: total.recovery.1, case: 0, text, is_key: false, reason: None }
}
