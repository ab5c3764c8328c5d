//! What leads once there are draws: their middle, and how often the likely figure is reached.

use groundwork_model::{
    figure::{FigureId, Percentile, ReturnFigure, SimulatedFigure as F},
    input::Input,
};

use crate::document::{FigureSpan, Paragraph, Prose, Statement, Writer};

const NPV: FigureId = FigureId::Return(ReturnFigure::Npv);
const P10: FigureId = FigureId::Simulated(F::Npv(Percentile::P10));
const P50: FigureId = FigureId::Simulated(F::Npv(Percentile::P50));
const P90: FigureId = FigureId::Simulated(F::Npv(Percentile::P90));
const DRAWS: FigureId = FigureId::Simulated(F::Draws);
const REACHED: FigureId = FigureId::Simulated(F::ProbabilityOfHeadline);

/// "The middle of 10,000 draws is a net present value of $312k over 24 months; the likely figure of
/// $339k is reached in 41% of them."
pub(in crate::narrative) fn middle(prose: Prose<'_>) -> Prose<'_> {
    prose
        .text("The middle of ")
        .figure(DRAWS)
        .text(" draws is a net present value of ")
        .key(P50)
        .text(" over ")
        .input(Input::HorizonMonths)
        .text("; the likely figure of ")
        .figure(NPV)
        .text(" is reached ")
        .in_draws(REACHED, " of them")
        .text(".")
}

/// "In 8 of 10 draws it lies between $95k and $540k."; `what` names it.
pub(in crate::narrative) fn range<'a>(
    prose: Prose<'a>,
    writer: &Writer<'_>,
    what: &'static str,
) -> Prose<'a> {
    let [low, high] = [P10, P90].map(|id| writer.rounded(id));
    let prose = prose.text("In ").plain(writer.most_draws()).text(" draws ").text(what);
    if low.text == high.text {
        return prose.text("is ").key_span(low).text(".");
    }
    prose.text("lies between ").key_span(low).text(" and ").key_span(high).text(".")
}

/// The middle and the range as one paragraph.
pub(super) fn middle_and_range(writer: &Writer<'_>) -> Paragraph {
    range(middle(writer.prose()).text(" "), writer, "it ").done()
}

/// The middle of the draws as a statement; `None` where there are no draws.
pub(in crate::narrative) fn statement(writer: &Writer<'_>) -> Option<Statement> {
    writer.evaluation.simulation.as_ref()?;
    let what = writer
        .prose()
        .text("Net present value over ")
        .input(Input::HorizonMonths)
        .text(", middle of ")
        .figure(DRAWS)
        .text(" draws");
    let p50 = writer.rounded(P50);
    let detail = writer
        .prose()
        .text("the likely ")
        .figure(NPV)
        .text(" is reached ")
        .in_draws(REACHED, " of them");
    let value = writer.value(P50).unwrap_or_default();
    let text = writer.with_sign(value, p50.text.clone());
    let figure = FigureSpan { text, is_key: true, ..p50 };
    Some(Statement { what: what.done(), detail: Some(detail.done()), figure, unit: "" })
}
