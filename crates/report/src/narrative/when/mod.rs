//! When, honestly: what each calendar year brings, and the yearly figures people quote beside it.

mod yearly;
pub(super) mod years;

use groundwork_model::{
    figure::{FigureId, MonthFigure, ReturnFigure},
    input::Input,
    investment::PaidFrom,
};

use self::{
    yearly::yearly,
    years::{delivered_in, net_of, stretches},
};
use super::{
    headline::{Verdict, verdict},
    uncertain::lead,
};
use crate::document::{FigureSpan, Paragraph, Prose, Statement, Writer};

/// Calendar years, a full first year and the run rate; without a first month the horizon instead.
/// Once there are draws, their middle follows.
pub fn when(writer: Writer<'_>) -> Vec<Statement> {
    let writer = &writer;
    let mut statements = Vec::new();
    if writer.evaluation.calendar_years.is_empty() {
        statements = over_the_horizon(writer);
    }
    for years in stretches(&writer.evaluation.calendar_years) {
        statements.push(net_of(writer, years));
        statements.extend(delivered_in(writer, years));
    }
    statements.extend(yearly(writer));
    if !matches!(verdict(writer), Verdict::OutOfHorizon { .. }) {
        statements.extend(lead::statement(writer));
    }
    statements
}

/// What net and the delivered difference mean beside each other; `None` where the two differ by
/// more than what the work's people cost and would have produced.
pub fn net_against_delivered(writer: Writer<'_>) -> Option<Paragraph> {
    let evaluation = writer.evaluation;
    let is_displacing = evaluation.timeline.months().iter().any(|month| month.displaced > 0.0);
    let is_one_identity = is_displacing
        && evaluation.case.paid_from() == PaidFrom::Capacity
        && evaluation.case.costs().is_empty()
        && is_all_used(&writer)
        && evaluation.outside.bought_outside <= 0.0;
    let has_others = !evaluation.case.benefits().is_empty();
    is_one_identity.then(|| {
        writer
            .prose()
            .text(if has_others { "Other benefits aside, net" } else { "Net" })
            .text(" charges people at what they cost, the delivered difference at what they would ")
            .text("have produced; net is the cautious one.")
            .done()
    })
}

/// What stands in place of calendar years where the case has no first month.
fn over_the_horizon(writer: &Writer<'_>) -> Vec<Statement> {
    let horizon = writer.evaluation.assumptions.horizon_months;
    let plain = |what: Prose<'_>, id, unit| Statement {
        what: what.done(),
        detail: None,
        figure: key(writer.difference(id)),
        unit,
    };
    let year = FigureId::Month(12, MonthFigure::CumulativeNet);
    let first = writer.prose().text("To the end of ").span(writer.month(year, 12));
    let all = writer.prose().text("All ").input(Input::HorizonMonths).text(" looked at");
    let detail = writer.prose().text("without a first month there are no calendar years").done();
    let delivered = FigureId::Month(horizon, MonthFigure::CumulativeDeliveredDifference);
    let product = writer
        .prose()
        .text("Product delivered in the ")
        .input(Input::HorizonMonths)
        .text(", against carrying on");
    let total = plain(all, FigureId::Return(ReturnFigure::TotalNet), "net");
    let mut statements = vec![Statement { detail: Some(detail), ..total }];
    if horizon > 12 {
        statements.insert(0, plain(first, year, "net"));
    }
    statements.push(plain(product, delivered, ""));
    statements
}

fn is_all_used(writer: &Writer<'_>) -> bool {
    writer.evaluation.assumptions.capacity.realised >= 1.0
}

fn key(figure: FigureSpan) -> FigureSpan {
    FigureSpan { is_key: true, ..figure }
}
