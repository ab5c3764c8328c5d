//! Efficiency month by month, doing nothing against investing.

use groundwork_model::{
    figure::{FigureId, HeadlineFigure, MonthFigure},
    input::Input,
    timeline::Month,
};

use super::{
    picture::{Across, End, Label, Mark, Moment, Picture, Scale, Spot, Value},
    running_total::{work, work_label},
    scene::Role,
    words::{month_in_words, start_in_words, when_the_work_is_done},
};
use crate::document::{FigureSpan, Paragraph, Writer};

const DOING_NOTHING: &str = "doing nothing";
const INVESTING: &str = "investing";

/// Differences of efficiency below this are the dust of computing.
const TOLERANCE: f64 = 1e-9;

/// Efficiency of both paths as steps, and what lies between them.
pub(super) fn efficiency(writer: Writer<'_>, is_wide: bool) -> (Picture, Paragraph) {
    let assumptions = &writer.evaluation.assumptions;
    let months = writer.evaluation.timeline.months();
    let baseline = steps(months, |month| month.baseline_efficiency);
    let invested = steps(months, |month| month.invested_efficiency);
    let values = || baseline.iter().chain(&invested).map(|(_, value)| *value);
    let range = (values().fold(1.0, f64::min), values().fold(0.0, f64::max));

    let mut marks = Vec::new();
    let mut labels = Vec::new();
    if let Some((from, to)) = work(writer) {
        marks.push(Mark::Band(from, to));
        labels.push(work_label(from, to));
    }
    marks.extend(between(&baseline, &invested));
    marks.push(Mark::Line(Role::Baseline, baseline));
    marks.push(Mark::Line(Role::Line, invested));
    let ends = ends(writer, is_wide);
    if !is_wide {
        labels.extend(names(&ends, f64::from(assumptions.horizon_months)));
    }
    labels.extend(gap(writer));
    let picture = Picture {
        across: Across::Months(assumptions.horizon_months),
        range,
        scale: Scale::Share,
        marks,
        labels,
        ends,
        readings: readings(writer),
    };
    (picture, description(writer))
}

/// A value that holds from the start of a month to its end.
fn steps(months: &[Month], value: impl Fn(&Month) -> f64) -> Vec<Value> {
    let step = |month: &Month| {
        let end = f64::from(month.month);
        [(end - 1.0, value(month)), (end, value(month))]
    };
    months.iter().flat_map(step).collect()
}

/// Where investing is ahead, and where it is behind.
fn between(baseline: &[Value], invested: &[Value]) -> Vec<Mark> {
    let both = || baseline.iter().zip(invested);
    let area = |role: Role, outer: fn(f64, f64) -> f64| {
        let there = both().map(|(base, path)| (base.0, outer(base.1, path.1)));
        let back = baseline.iter().rev().copied();
        Mark::Area(role, there.chain(back).collect())
    };
    let is_ahead = both().any(|(base, path)| path.1 - base.1 > TOLERANCE);
    let is_behind = both().any(|(base, path)| base.1 - path.1 > TOLERANCE);
    let ahead = is_ahead.then(|| area(Role::Over, f64::max));
    let behind = is_behind.then(|| area(Role::Under, f64::min));
    ahead.into_iter().chain(behind).collect()
}

/// The last values of both paths, the higher one first.
fn ends(writer: Writer<'_>, is_wide: bool) -> Vec<End> {
    let horizon = writer.evaluation.assumptions.horizon_months;
    let end = |name: &str, role: Role, figure: MonthFigure| {
        let id = FigureId::Month(horizon, figure);
        let span = writer.rounded(id);
        let text = if is_wide { format!("{name} {}", span.text) } else { span.text.clone() };
        End::of(role, writer.value(id).unwrap_or_default(), text, &span)
    };
    let mut ends = vec![
        end(INVESTING, Role::End, MonthFigure::InvestedEfficiency),
        end(DOING_NOTHING, Role::EndPlain, MonthFigure::BaselineEfficiency),
    ];
    if matches!(ends.as_slice(), [path, base] if path.value < base.value) {
        ends.reverse();
    }
    ends
}

/// Names of the lines inside the plot, where there is no room beside it.
fn names(ends: &[End], horizon: f64) -> Vec<Label> {
    let name = |(position, end): (usize, &End)| {
        let text = if end.role == Role::End { INVESTING } else { DOING_NOTHING };
        let at = (horizon, end.value);
        let spot = if position == 0 { Spot::EndAbove(at) } else { Spot::EndBelow(at) };
        Label { role: Role::Note, wordings: vec![text.to_owned()], figure: None, spot }
    };
    ends.iter().enumerate().map(name).collect()
}

/// What lies between the lines, named where it is the gain the case speaks of.
fn gap(writer: Writer<'_>) -> Option<Label> {
    let assumptions = &writer.evaluation.assumptions;
    let horizon = assumptions.horizon_months;
    let last = writer.evaluation.timeline.month(horizon)?;
    let points = writer.headline(HeadlineFigure::PointsGained);
    let gained = last.invested_efficiency - last.baseline_efficiency;
    let arrived = assumptions.investment.end() + assumptions.investment.months_of_arrival() - 1;
    if points.abs() <= TOLERANCE || (gained - points).abs() > TOLERANCE || arrived >= horizon {
        return None;
    }
    let id = FigureId::Headline(HeadlineFigure::PointsGained);
    let points_gained = writer.size(id).text;
    let side = if points > 0.0 { "more" } else { "less" };
    let middle = f64::midpoint(last.invested_efficiency, last.baseline_efficiency);
    Some(Label {
        role: Role::Note,
        wordings: vec![format!("{points_gained} {side}"), points_gained],
        figure: Some(id),
        spot: Spot::Within((f64::midpoint(f64::from(arrived), f64::from(horizon)), middle)),
    })
}

fn readings(writer: Writer<'_>) -> Vec<Moment> {
    let both = |id: [FigureId; 2]| {
        let [nothing, investing] =
            id.map(|id| (writer.value(id).unwrap_or_default(), writer.rounded(id)));
        vec![
            (DOING_NOTHING.into(), nothing.0, nothing.1),
            (INVESTING.into(), investing.0, investing.1),
        ]
    };
    let today = FigureId::Input(Input::EfficiencyNow);
    let mut readings =
        vec![Moment { at: 0.0, when: start_in_words(writer), values: both([today, today]) }];
    readings.extend(writer.evaluation.timeline.months().iter().map(|month| {
        let figures = [MonthFigure::BaselineEfficiency, MonthFigure::InvestedEfficiency];
        Moment {
            // The value holds for the whole month, so it is read in its middle.
            at: f64::from(month.month) - 0.5,
            when: month_in_words(writer, month.month),
            values: both(figures.map(|figure| FigureId::Month(month.month, figure))),
        }
    }));
    readings
}

fn description(writer: Writer<'_>) -> Paragraph {
    let months = writer.evaluation.timeline.months();
    let horizon = writer.evaluation.assumptions.horizon_months;
    let last = |figure| writer.rounded(FigureId::Month(horizon, figure));
    let prose = writer
        .prose()
        .text("Efficiency over ")
        .input(Input::HorizonMonths)
        .text(": doing nothing it ends at ")
        .span(last(MonthFigure::BaselineEfficiency))
        .text(", investing at ")
        .span(last(MonthFigure::InvestedEfficiency));
    let prose = match dip(months) {
        Some(number) => prose.text(", after falling to ").span(lowest(writer, number)).text("."),
        None => prose.text("."),
    };
    when_the_work_is_done(prose, &writer).done()
}

/// The month in which investing is lowest, where that is below where it began and where it ends.
fn dip(months: &[Month]) -> Option<u32> {
    let (first, last) = (months.first()?, months.last()?);
    let lowest = months
        .iter()
        .min_by(|one, other| one.invested_efficiency.total_cmp(&other.invested_efficiency))?;
    let around = first.baseline_efficiency.min(last.invested_efficiency);
    (lowest.invested_efficiency < around - TOLERANCE).then_some(lowest.month)
}

fn lowest(writer: Writer<'_>, number: u32) -> FigureSpan {
    writer.rounded(FigureId::Month(number, MonthFigure::InvestedEfficiency))
}
