//! What charts say in words: units, moments, and the table behind the picture.

use std::borrow::Cow;

use groundwork_model::{
    figure::{FigureId, MonthFigure, Percentile, SimulatedFigure},
    input::Input,
    simulation::Simulation,
    strategy::{ComparedFigure, PlanFigure},
};

use super::{ChartKind, fan::net};
use crate::{
    document::{
        Prose, Row, Table, Writer,
        labels::label,
        plan_names::{quarter, short_line_name},
    },
    wording::{month_name, month_short},
};

/// What the values count and when: "month ends, USD".
pub(super) fn unit(writer: Writer<'_>, kind: ChartKind) -> String {
    match kind {
        ChartKind::Efficiency | ChartKind::Strategies => {
            "share of working time, by month".to_owned()
        }
        ChartKind::BestPath | ChartKind::Split => "share of capacity, by quarter".to_owned(),
        ChartKind::PaidBack => "share of draws, month ends".to_owned(),
        ChartKind::Distribution => {
            format!("share of draws, by NPV in {}", writer.style.currency.code)
        }
        _ => format!("month ends, {}", writer.style.currency.code),
    }
}

/// A month within a sentence: "December 2026", "month 12".
pub(super) fn month_in_words(writer: Writer<'_>, number: u32) -> String {
    match writer.month_of_case(number) {
        Some(month) => month_name(month),
        None => format!("month {}", writer.style.number(f64::from(number), 0)),
    }
}

/// A month where there is little room: "Dec 2026", "month 12".
pub(super) fn month_in_short(writer: Writer<'_>, number: u32) -> String {
    writer.month_of_case(number).map_or_else(|| month_in_words(writer, number), month_short)
}

/// The first moment of a chart.
pub(super) fn start_in_words(writer: Writer<'_>) -> String {
    format!("start of {}", month_in_words(writer, 1))
}

/// The figures a chart is drawn from: a row a month, or a row a bin.
pub(super) fn data(writer: Writer<'_>, kind: ChartKind) -> Table {
    let drawn = writer.evaluation.simulation.as_deref();
    match (kind, drawn) {
        (ChartKind::Distribution, Some(simulation)) => return bins(writer, kind, simulation),
        (ChartKind::Compared, _) => return of_lines(writer, kind, ComparedFigure::Ahead),
        (ChartKind::Strategies, _) => return of_lines(writer, kind, ComparedFigure::Efficiency),
        (ChartKind::BestPath, _) => return shares_by_quarter(writer, kind),
        _ => (),
    }
    let of_month = |number: u32| -> Vec<FigureId> {
        let month = |figure| FigureId::Month(number, figure);
        match kind {
            ChartKind::Efficiency => {
                vec![month(MonthFigure::BaselineEfficiency), month(MonthFigure::InvestedEfficiency)]
            }
            ChartKind::Delivered => vec![month(MonthFigure::CumulativeDeliveredDifference)],
            ChartKind::PaidBack => {
                vec![FigureId::Simulated(SimulatedFigure::PaidBackBy(number))]
            }
            _ => {
                let mut ids = vec![month(MonthFigure::Net), month(MonthFigure::CumulativeNet)];
                if drawn.is_some() {
                    ids.extend(Percentile::ALL.map(|percentile| net(number, percentile)));
                }
                ids
            }
        }
    };
    let mut columns = vec!["Month".into()];
    columns.extend(of_month(1).into_iter().map(|id| Cow::Borrowed(label(id))));
    let row = |number: u32| Row {
        heading: month_in_short(writer, number),
        cells: of_month(number).into_iter().map(|id| writer.exact(id)).collect(),
    };
    let months = writer.evaluation.timeline.months();
    let rows = months.iter().map(|month| row(month.month)).collect();
    Table { title: kind.title(), columns, rows }
}

/// How many of the draws each bin holds.
fn bins(writer: Writer<'_>, kind: ChartKind, simulation: &Simulation) -> Table {
    let rows = super::distribution::bins(simulation).into_iter().zip(0..).map(|(bin, number)| {
        let share = writer.exact(FigureId::Simulated(SimulatedFigure::Distribution(number)));
        Row { heading: super::distribution::stretch(writer, bin), cells: vec![share] }
    });
    let columns = vec!["Net present value".into(), "Share of draws".into()];
    Table { title: kind.title(), columns, rows: rows.collect() }
}

/// One figure of every line there is, a row a month.
fn of_lines(writer: Writer<'_>, kind: ChartKind, figure: fn(u32) -> ComparedFigure) -> Table {
    let comparison = writer.evaluation.comparison.as_deref();
    let lines = comparison.map_or(&[][..], |comparison| &comparison.lines);
    let mut columns = vec!["Month".into()];
    let mut positions = Vec::new();
    for (position, line) in lines.iter().enumerate() {
        if line.outcome.is_ok() {
            columns.push(short_line_name(writer, line.kind).into());
            positions.push(position);
        }
    }
    let row = |month: u32| Row {
        heading: month_in_short(writer, month),
        cells: positions
            .iter()
            .map(|position| writer.exact(FigureId::Compared(*position, figure(month))))
            .collect(),
    };
    let months = comparison.map_or(0, |comparison| comparison.months);
    Table { title: kind.title(), columns, rows: (1..=months).map(row).collect() }
}

fn shares_by_quarter(writer: Writer<'_>, kind: ChartKind) -> Table {
    let comparison = writer.evaluation.comparison.as_deref();
    let path = comparison.and_then(|comparison| comparison.best_path.as_ref());
    let quarters = (1..).zip(path.map_or(&[][..], |path| &path.shares));
    let row = |(number, _): (u32, &f64)| Row {
        heading: quarter(writer, number),
        cells: vec![writer.rounded(FigureId::Plan(PlanFigure::BestPathShare(number)))],
    };
    let columns = vec!["Quarter".into(), "Share for debt".into()];
    Table { title: kind.title(), columns, rows: quarters.map(row).collect() }
}

/// "The work runs from April to June 2026.", where any of it is within the horizon.
pub(super) fn when_the_work_is_done<'a>(prose: Prose<'a>, writer: &Writer<'_>) -> Prose<'a> {
    let assumptions = &writer.evaluation.assumptions;
    let (first, last) = (assumptions.investment.first_month, assumptions.investment.end());
    if first > assumptions.horizon_months {
        return prose;
    }
    let first_id = FigureId::Input(Input::FirstMonth);
    let last_id = FigureId::Input(Input::InvestmentMonths);
    if first == last {
        let month = writer.month_written(first_id, first, true);
        return prose.text(" The work is done in ").span(month).text(".");
    }
    prose
        .text(" The work runs from ")
        .span(writer.month_written(first_id, first, true))
        .text(" to ")
        .span(writer.month_written(last_id, last, true))
        .text(".")
}
