//! What was drawn and how: ranges, overrun and failure, which inputs go together, how many draws.

use groundwork_model::{
    correlation::Correlation,
    figure::{Bound, FigureId, SimulatedFigure},
    input::Input,
};

use crate::{
    document::{Paragraph, Prose, Writer},
    trace::name,
};

/// That the likely figure is a mode, not an expectation.
pub(super) fn likely_is_no_average(writer: &Writer<'_>) -> Paragraph {
    writer
        .prose()
        .text(
            "The likely figure is what the likely value of every input gives, not what to expect ",
        )
        .text("on average: ranges seldom reach as far up as down. The average of all draws is ")
        .figure(FigureId::Simulated(SimulatedFigure::NpvMean))
        .text(".")
        .done()
}

/// What only the draws count: overrun, and work that brings nothing.
pub(super) fn slip_and_failure(writer: &Writer<'_>) -> Option<Paragraph> {
    let prose = overrun_and_failure(writer.prose(), writer)?;
    Some(prose.text(" The likely figure counts none of that.").done())
}

/// "Each draw adds an overrun of 0% to 50% to cost and length." `None` where there is neither.
pub(in crate::narrative) fn overrun_and_failure<'a>(
    prose: Prose<'a>,
    writer: &Writer<'_>,
) -> Option<Prose<'a>> {
    let case = &writer.evaluation.case;
    let slip = case.entered(Input::Slip).filter(|slip| slip.high() > 0.0);
    let has_failure = writer.value(FigureId::Input(Input::FailureProbability)) > Some(0.0);
    if slip.is_none() && !has_failure {
        return None;
    }
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
    Some(prose.text(if slip.is_some() && has_failure { " " } else { "" }).when(
        has_failure,
        |prose| {
            prose
                .text("In ")
                .key(FigureId::Input(Input::FailureProbability))
                .text(" of draws the work is paid for and brings nothing.")
        },
    ))
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
        return prose.text("Every input is drawn independently of the others.");
    }
    let mut prose = prose;
    for (position, pair) in pairs.into_iter().enumerate() {
        let [a, b] = pair.inputs().map(|input| name(*writer, FigureId::Input(input)));
        let rank = writer.style.number(pair.rank(), 2);
        prose = prose
            .text(if position > 0 { "; " } else { "" })
            .plain(a)
            .text(" is drawn together with ")
            .plain(uncapitalized(b))
            .text(" (rank correlation ")
            .plain(rank)
            .text(")");
    }
    prose.text(". All others are drawn independently.")
}

/// A name within a sentence.
fn uncapitalized(name: String) -> String {
    let (first, rest) = name.split_at(name.chars().next().map_or(0, char::len_utf8));
    first.to_ascii_lowercase() + rest
}
