//! Where the draws say otherwise than the likely figures do.

use groundwork_model::{
    figure::{FigureId, Percentile, SimulatedFigure as F},
    input::Input,
    simulation::drawn_inputs,
};

use crate::document::{Prose, Writer};

/// Whether the figures of the case are likely ones, others being possible.
pub(in crate::narrative) fn has_ranges(writer: &Writer<'_>) -> bool {
    !drawn_inputs(&writer.evaluation.case).is_empty()
}

/// Whether the work is paid for and brings nothing in every draw.
fn always_fails(writer: &Writer<'_>) -> bool {
    writer.value(FigureId::Input(Input::FailureProbability)) >= Some(1.0)
}

fn middle(writer: &Writer<'_>) -> Option<f64> {
    writer.value(FigureId::Simulated(F::Npv(Percentile::P50)))
}

/// Whether what the likely figures promise does not come in the middle draw.
pub(in crate::narrative) fn is_doubtful(writer: &Writer<'_>) -> bool {
    middle(writer).is_some_and(|middle| middle < 0.0 || always_fails(writer))
}

/// What the draws say against the likely figures, a sentence with a space before it: that the work
/// always fails, or that one of the two is below zero and the other is not.
pub(in crate::narrative) fn against_the_likely<'a>(
    prose: Prose<'a>,
    writer: &Writer<'_>,
) -> Prose<'a> {
    let middle = middle(writer).unwrap_or_default();
    let likely = writer.evaluation.returns.npv;
    prose.text(if always_fails(writer) {
        " The work fails in every draw; the likely figures leave that out."
    } else if middle < 0.0 && likely >= 0.0 {
        " So it loses more often than it pays, whatever the likely figures say."
    } else if middle >= 0.0 && likely < 0.0 {
        " So it pays more often than the likely figures say."
    } else {
        ""
    })
}
