//! How likely it is to have been paid back, month by month.

use groundwork_model::{
    figure::{FigureId, ReturnFigure, SimulatedFigure},
    input::Input,
    simulation::Simulation,
};

use super::{
    picture::{Across, End, Label, Mark, Moment, Picture, Scale, Spot, Value},
    running_total::{work, work_label},
    scene::Role,
    words::{month_in_short, month_in_words, start_in_words, when_the_work_is_done},
};
use crate::document::{FigureSpan, Paragraph, Writer, month_reached};

const SERIES: &str = "paid back in";

/// Share of the draws that are paid back by the end of each month.
pub(super) fn paid_back(writer: Writer<'_>, simulation: &Simulation) -> (Picture, Paragraph) {
    let horizon = writer.evaluation.assumptions.horizon_months;
    let chances = simulation.probability_paid_back_by.iter();
    let ends = (1..=horizon).map(f64::from).zip(chances.copied());
    let points: Vec<Value> = std::iter::once((0.0, 0.0)).chain(ends).collect();
    let last = points.last().map_or(0.0, |(_, chance)| *chance);

    let mut marks = vec![Mark::Line(Role::Line, points.clone())];
    let mut labels = Vec::new();
    if let Some((at, label)) = likely(writer, &points) {
        marks.push(Mark::Dot(at));
        labels.push(label);
    }
    if let Some((from, to)) = work(writer) {
        marks.push(Mark::Band(from, to));
        labels.push(work_label(from, to));
    }
    if last > 0.0 {
        let mut area = points.clone();
        area.extend([(f64::from(horizon), 0.0), (0.0, 0.0)]);
        marks.push(Mark::Area(Role::Fan, area));
    }
    let at_end = chance(writer, horizon);
    let picture = Picture {
        across: Across::Months(horizon),
        range: (0.0, 1.0),
        scale: Scale::Part,
        marks,
        labels,
        ends: vec![End::of(Role::End, last, at_end.text.clone(), &at_end)],
        readings: readings(writer, &points),
    };
    (picture, description(writer, horizon))
}

fn paid_back_by(month: u32) -> FigureId {
    FigureId::Simulated(SimulatedFigure::PaidBackBy(month))
}

/// A chance as it is written everywhere.
fn chance(writer: Writer<'_>, month: u32) -> FigureSpan {
    writer.chance(paid_back_by(month))
}

/// The month in which the likely figures are paid back, on the line of the draws.
fn likely(writer: Writer<'_>, points: &[Value]) -> Option<(Value, Label)> {
    let months = writer.evaluation.returns.payback_months.filter(|months| *months > 0.0)?;
    let number = month_reached(months);
    let at = points.get(usize::try_from(number).ok()?)?;
    let month = month_in_short(writer, number);
    let share = chance(writer, number).text;
    let label = Label {
        role: Role::Milestone,
        wordings: vec![format!("likely by {month}: {share}"), format!("likely {month}"), month],
        figure: Some(FigureId::Return(ReturnFigure::PaybackMonths)),
        spot: Spot::Below(*at),
    };
    Some((*at, label))
}

fn readings(writer: Writer<'_>, points: &[Value]) -> Vec<Moment> {
    let mut readings = vec![Moment { at: 0.0, when: start_in_words(writer), values: Vec::new() }];
    readings.extend(points.iter().skip(1).zip(1..).map(|((at, value), number)| Moment {
        at: *at,
        when: format!("by the end of {}", month_in_words(writer, number)),
        values: vec![(SERIES.into(), *value, chance(writer, number))],
    }));
    readings
}

fn description(writer: Writer<'_>, horizon: u32) -> Paragraph {
    let likely = writer.evaluation.returns.payback_months.filter(|months| *months > 0.0);
    let prose = writer.prose();
    let prose = match likely {
        Some(months) => prose
            .text("The likely figures are paid back by ")
            .span(writer.payback())
            .text("; by then it is paid back ")
            .in_draws(paid_back_by(month_reached(months)), " of draws")
            .text(", and"),
        None if writer.evaluation.returns.payback_months.is_some() => {
            prose.text("The likely figures are never in the red. It is paid back")
        }
        None => {
            prose.text("The likely figures are not paid back within that time. It is paid back")
        }
    };
    let prose = prose.text(" by the end of the ").input(Input::HorizonMonths).text(" looked at ");
    let prose = prose.in_draws(paid_back_by(horizon), " of draws").text(".");
    when_the_work_is_done(prose, &writer).done()
}
