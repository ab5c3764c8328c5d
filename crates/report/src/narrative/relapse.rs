//! A case that was paid back once, until later costs took it below zero again.

use groundwork_model::{
    evaluation::Evaluation,
    figure::{FigureId, MonthFigure},
    returns::net_flows,
};

use crate::document::{Prose, Writer};

/// When a running total that ends below zero was at zero or above for the last time.
pub(super) struct Relapse {
    /// Month at whose end it was back; `None` where it had not been below zero before.
    back: Option<u32>,
    /// Month at whose end it is below zero again.
    below: u32,
    /// Whether it is costs due in that month that take it there.
    is_by_costs: bool,
}

/// The last time it was paid back, where what came later took it below zero for good.
pub(super) fn relapse(evaluation: &Evaluation) -> Option<Relapse> {
    let totals = net_flows(&evaluation.timeline).running_totals();
    let good = totals.iter().rposition(|total| *total >= 0.0)?;
    let before = totals.get(..good)?.iter().rposition(|total| *total < 0.0);
    let has_been_above = totals.iter().take(good + 1).any(|total| *total > 0.0);
    let months = evaluation.timeline.months();
    let below = months.get(good + 1)?;
    let back = before.and_then(|before| months.get(before + 1)).map(|month| month.month);
    let is_by_costs = below.costs > 0.0 && below.net + below.costs >= 0.0;
    (back.is_some() || has_been_above).then_some(Relapse { back, below: below.month, is_by_costs })
}

/// "it is back at zero by the end of February 2027, but below it again from October 2027 on because
/// of later costs".
pub(super) fn fallen_back<'a>(
    prose: Prose<'a>,
    writer: &Writer<'_>,
    relapse: &Relapse,
) -> Prose<'a> {
    let total = |month| FigureId::Month(month, MonthFigure::CumulativeNet);
    let below = writer.month_written(total(relapse.below), relapse.below, true);
    let prose = match relapse.back {
        Some(back) => prose
            .text("it is back at zero by the end of ")
            .key_span(writer.month_written(total(back), back, true))
            .text(", but below it again from "),
        None => prose.text("it is not in the red at first, but below zero from "),
    };
    prose.key_span(below).text(if relapse.is_by_costs {
        " on because of later costs"
    } else {
        " on"
    })
}
