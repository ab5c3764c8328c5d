//! Strategies that cannot be computed, why, and what to enter.

use groundwork_model::{
    plan::StrategyInput,
    strategy::{Comparison, LineKind, Unavailable},
};

use super::{listed, quoted};
use crate::document::{Paragraph, Writer};

pub(super) fn missing(writer: &Writer<'_>, comparison: &Comparison) -> Vec<Paragraph> {
    let lines = comparison.lines.iter();
    let said = |line: &groundwork_model::strategy::Line| {
        let why = line.outcome.as_ref().err()?;
        Some(reason(writer, line.kind, why))
    };
    lines.filter_map(said).collect()
}

/// Why a line cannot be computed, and what to enter, in one sentence or two.
pub(crate) fn reason(writer: &Writer<'_>, line: LineKind, why: &Unavailable) -> Paragraph {
    let prose = quoted(writer.prose(), writer, line);
    match why {
        Unavailable::NoPoints => prose.text(
            " cannot be computed: it is not known what a year of capacity spent on debt buys. \
             Enter the points it buys, or let the case raise efficiency at a cost it can be \
             derived from.",
        ),
        Unavailable::NotEntered(inputs) => {
            let prose = prose.text(" cannot be computed yet. Enter ");
            listed(prose, inputs, &|prose, input: &StrategyInput| {
                prose.text("the ").text(input.spec().label)
            })
            .text(".")
        }
    }
    .done()
}
