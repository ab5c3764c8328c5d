//! How sure it is: where most draws lie, and the chances that it pays and is paid back.

use super::{Room, Section, of_paragraph};
use crate::{
    document::Writer,
    narrative::{
        headline::{Verdict, verdict},
        uncertain::{
            chances::{above_zero, paid_back},
            drawn::overrun_and_failure,
            lead::range,
        },
    },
};

/// Whether there are draws, and what they come to can carry a decision.
pub(super) fn is_due(writer: &Writer<'_>) -> bool {
    let is_within = !matches!(verdict(writer), Verdict::OutOfHorizon { .. });
    is_within && writer.evaluation.simulation.is_some()
}

pub(super) fn how_sure(writer: &Writer<'_>, room: Room) -> Option<Section> {
    let simulation = writer.evaluation.simulation.as_deref().filter(|_| is_due(writer))?;
    let mut prose = range(writer.prose(), writer, "the net present value ");
    prose = above_zero(prose.text(" "));
    if room > Room::Least {
        prose = paid_back(prose.text(" "), writer, simulation);
    }
    if room > Room::Little {
        prose = overrun_and_failure(prose, writer, " ");
    }
    Some(of_paragraph("How sure", prose.done()))
}
