//! How sure it is: where most draws lie, and the chances that it pays and is paid back.

use groundwork_model::{
    figure::{Bound, FigureId},
    input::Input,
    simulation::drawn_inputs,
};

use super::{Room, Section, of_paragraph};
use crate::{
    document::{Prose, Writer},
    narrative::{
        headline::{Verdict, verdict},
        uncertain::{
            chances::{above_zero, paid_back},
            drawn::overrun_and_failure,
            lead::range,
        },
    },
    trace::name_in_sentence,
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
    if room > Room::Bare {
        prose = paid_back(prose.text(" "), writer, simulation);
        prose = what_is_drawn(prose, writer);
        prose = overrun_and_failure(prose, writer, " ");
    }
    Some(of_paragraph("How sure", prose.done()))
}

/// Ranges that are named.
const MOST_RANGES: usize = 3;

/// " Each draw takes efficiency after from 80% to 95% and investment from $150k to $400k."
fn what_is_drawn<'a>(prose: Prose<'a>, writer: &Writer<'_>) -> Prose<'a> {
    let is_range =
        |input: &Input| writer.evaluation.case.entered(*input).is_some_and(|it| it.is_range());
    let is_own = |input: &Input| *input != Input::Slip && is_range(input);
    let mut ranges: Vec<Input> =
        drawn_inputs(&writer.evaluation.case).into_iter().filter(is_own).collect();
    // What is asked for comes first: it is never among those that are only counted.
    ranges.sort_by_key(|input| *input != Input::Amount);
    let named = ranges.len().min(MOST_RANGES);
    let more = ranges.len() - named;
    let mut prose = prose;
    for (position, input) in ranges.into_iter().take(named).enumerate() {
        let is_last = position + 1 == named && more == 0;
        let bound = |bound| FigureId::Estimate(input, bound);
        prose = prose
            .text(match position {
                0 => " Each draw takes ",
                _ if is_last => " and ",
                _ => ", ",
            })
            .plain(name_in_sentence(*writer, input))
            .text(" from ")
            .figure(bound(Bound::Low))
            .text(" to ")
            .figure(bound(Bound::High));
    }
    let more = f64::from(u32::try_from(more).unwrap_or(u32::MAX));
    prose
        .when(more > 0.0, |prose| {
            let more = writer.style.counted(more, "more range", "more ranges");
            prose.text(" and ").plain(more)
        })
        .text(if named > 0 { "." } else { "" })
}
