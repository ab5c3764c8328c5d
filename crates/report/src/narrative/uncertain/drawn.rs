//! What was drawn and how: ranges, overrun and failure, which inputs go together, how many draws.

use groundwork_model::{
    correlation::Correlation,
    estimate::Estimate,
    figure::{Bound, FigureId, SimulatedFigure},
    input::Input,
    simulation::drawn_inputs,
};

use crate::{
    document::{Paragraph, Prose, Writer},
    trace::name_in_sentence,
};

/// How cases with ranges are held against each other.
pub(in crate::narrative) const LIKELY_IS_COMPARED: &str =
    "Where a number is a range, its likely value is compared.";

/// That the draws say nothing where what the work brings begins after the horizon.
pub(super) fn nothing_within_horizon(writer: &Writer<'_>) -> Paragraph {
    writer
        .prose()
        .text("What the work brings lies beyond the ")
        .input(Input::HorizonMonths)
        .text(" looked at, so the draws cannot say how sure it is.")
        .done()
}

/// That the likely figure is a mode, not an expectation.
pub(super) fn likely_is_no_average(writer: &Writer<'_>) -> Paragraph {
    let has_ranges = writer.evaluation.case.entries().any(|(_, entered)| entered.is_range());
    let prose = writer.prose().when(has_ranges, |prose| {
        prose
            .text("The likely figure is what the likely value of every input gives, which is not ")
            .text("what to expect on average. ")
    });
    prose
        .text("The average of all draws is ")
        .figure(FigureId::Simulated(SimulatedFigure::NpvMean))
        .text(".")
        .done()
}

/// What only the draws count: overrun, and work that brings nothing.
pub(super) fn slip_and_failure(writer: &Writer<'_>) -> Option<Paragraph> {
    let paragraph = overrun_and_failure(writer.prose(), writer, "");
    let prose = paragraph.text(" The likely figure counts none of that.");
    has_overrun_or_failure(writer).then(|| prose.done())
}

/// The overrun that draws add; `None` where it is nothing in every draw.
fn overrun(writer: &Writer<'_>) -> Option<Estimate> {
    writer.evaluation.case.entered(Input::Slip).filter(|slip| slip.high() > 0.0)
}

fn has_failure(writer: &Writer<'_>) -> bool {
    writer.value(FigureId::Input(Input::FailureProbability)) > Some(0.0)
}

fn has_overrun_or_failure(writer: &Writer<'_>) -> bool {
    overrun(writer).is_some() || has_failure(writer)
}

/// "Each draw adds an overrun of 0% to 50% to cost and length." Nothing where there is neither;
/// `before` stands in front of it.
pub(in crate::narrative) fn overrun_and_failure<'a>(
    prose: Prose<'a>,
    writer: &Writer<'_>,
    before: &'static str,
) -> Prose<'a> {
    if !has_overrun_or_failure(writer) {
        return prose;
    }
    let (slip, has_failure) = (overrun(writer), has_failure(writer));
    let prose = prose.text(before);
    let bound = |bound| FigureId::Estimate(Input::Slip, bound);
    let prose = match slip {
        Some(slip) if slip.is_range() => prose
            .text("Each draw adds an overrun of ")
            .key(bound(Bound::Low))
            .text(" to ")
            .key(bound(Bound::High))
            .text(", most likely ")
            .input(Input::Slip)
            .text(", to cost and length."),
        Some(_) => prose
            .text("Each draw adds an overrun of ")
            .key(FigureId::Input(Input::Slip))
            .text(" to cost and length."),
        None => prose,
    };
    prose.text(if slip.is_some() && has_failure { " " } else { "" }).when(has_failure, |prose| {
        let id = FigureId::Input(Input::FailureProbability);
        let is_certain = writer.value(id) >= Some(1.0);
        let share = if is_certain { writer.chance(id) } else { writer.rounded(id) };
        prose
            .text("In ")
            .key_span(share)
            .text(if is_certain { "" } else { " of draws" })
            .text(" the work is paid for and brings nothing.")
    })
}

/// Which inputs go together, and how many draws there are.
pub(super) fn how_it_was_drawn(writer: &Writer<'_>) -> Paragraph {
    together(writer.prose(), writer)
        .text(" There are ")
        .figure(FigureId::Simulated(SimulatedFigure::Draws))
        .text(" draws, the same ones each time: the same file gives the same figures everywhere.")
        .done()
}

fn together<'a>(prose: Prose<'a>, writer: &Writer<'_>) -> Prose<'a> {
    let case = &writer.evaluation.case;
    let is_drawn = |input: &Input| case.entered(*input).is_some_and(|range| range.is_range());
    let pairs: Vec<&Correlation> =
        case.correlations().iter().filter(|pair| pair.inputs().iter().all(is_drawn)).collect();
    if pairs.is_empty() {
        return match drawn_inputs(case).as_slice() {
            [] => prose.text("No input has a range, so every draw is the same."),
            [Input::FailureProbability] => prose.text("Only whether the work fails is drawn."),
            [one] => prose.text("Only ").plain(name_in_sentence(*writer, *one)).text(" is drawn."),
            _ => prose.text("Every input with a range is drawn independently of the others."),
        };
    }
    let mut prose = prose;
    for (position, pair) in pairs.into_iter().enumerate() {
        let [a, b] = pair.inputs().map(|input| name_in_sentence(*writer, input));
        let rank = writer.style.number(pair.rank(), 2);
        prose = prose
            .text(if position > 0 { ", and " } else { "Draws go together for " })
            .plain(a)
            .text(" and ")
            .plain(b)
            .text(" (rank correlation ")
            .plain(rank)
            .text(")");
    }
    prose.text("; every other input is drawn independently.")
}
