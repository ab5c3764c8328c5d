//! The yearly figures people quote: a full first year, and the run rate.

use groundwork_model::{
    figure::{FigureId, HeadlineFigure},
    input::Input,
    investment::PaidFrom,
};

use super::key;
use crate::{
    document::{Paragraph, Statement, Writer},
    narrative::headline::{before_what, grows},
};

/// The gain of a full first year and of every year at the run rate; none where nothing is gained.
pub(super) fn yearly(writer: &Writer<'_>) -> Vec<Statement> {
    let (first_id, rate_id) = (
        FigureId::Headline(HeadlineFigure::GainYearOne),
        FigureId::Headline(HeadlineFigure::GainPerYear),
    );
    let rate = writer.headline(HeadlineFigure::GainPerYear);
    let investment = writer.evaluation.assumptions.investment;
    let [first, run_rate] = writer.amounts_apart([first_id, rate_id]);
    let mut statements = Vec::new();
    let is_taken_out = investment.paid_from == PaidFrom::Capacity && investment.amount > 0.0;
    if rate > 0.0 && is_taken_out {
        let detail = writer
            .prose()
            .text("what articles quote, before the ")
            .input(Input::Amount)
            .text(" of work is charged");
        statements.push(Statement {
            what: writer.prose().text("A full first year, work taken out").done(),
            detail: Some(detail.done()),
            figure: key(first),
            unit: "gained",
        });
    }
    if rate.abs() > 0.0 {
        let figure = if rate < 0.0 { writer.difference(rate_id) } else { run_rate };
        statements.push(Statement {
            what: run_rate_of(writer),
            detail: limits_of_run_rate(writer),
            figure: key(figure),
            unit: "a year",
        });
    }
    statements
}

fn run_rate_of(writer: &Writer<'_>) -> Paragraph {
    let text = if grows(writer) {
        "A later year at the run rate, at today's level of debt"
    } else if writer.evaluation.assumptions.investment.ramp_up_months > 1 {
        "Every year at the run rate, once the gain has fully arrived"
    } else {
        "Every year after the work, at the run rate"
    };
    Paragraph::of_text(text)
}

/// What the run rate leaves out, where it leaves out anything.
fn limits_of_run_rate(writer: &Writer<'_>) -> Option<Paragraph> {
    let assumptions = &writer.evaluation.assumptions;
    let before = before_what(writer).trim_start();
    let mut limits = Vec::new();
    if !assumptions.benefits.is_empty() {
        limits.push("efficiency alone");
    }
    if !before.is_empty() {
        limits.push(before);
    }
    if grows(writer) {
        limits.push("debt grows, so the years to come differ");
    }
    if assumptions.investment.end() >= assumptions.horizon_months {
        limits.push("it begins after the horizon and is not in the figures");
    }
    (!limits.is_empty()).then(|| Paragraph::of_text(limits.join("; ")))
}
