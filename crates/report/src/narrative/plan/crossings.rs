//! When a strategy is behind carrying on as today, and when it has caught up.

use groundwork_model::{
    figure::FigureId,
    strategy::{ComparedFigure, Comparison, LineKind, Outcome},
};

use super::{months, quoted};
use crate::document::{Paragraph, Prose, Writer};

/// How what a strategy has delivered runs against carrying on.
enum Course {
    /// The same in every month.
    Same,
    /// Never behind.
    NeverBehind,
    /// Behind at first, caught up for good by the end of this month.
    CatchesUp(u32),
    /// Ahead up to the end of this month, behind from then on.
    FallsBehind(u32),
    /// Behind from the first difference on.
    StaysBehind,
}

pub(super) fn crossings(writer: &Writer<'_>, comparison: &Comparison) -> Vec<Paragraph> {
    let lines = comparison.lines.iter().enumerate();
    let said = |(position, line): (usize, &groundwork_model::strategy::Line)| {
        let outcome = line.outcome.as_ref().ok()?;
        (line.kind != LineKind::AsToday).then(|| {
            let prose = quoted(writer.prose(), writer, line.kind);
            course(prose, writer, comparison, position, outcome)
        })
    };
    lines.filter_map(said).collect()
}

fn course_of(outcome: &Outcome) -> Course {
    let number = |position: usize| u32::try_from(position + 1).unwrap_or(u32::MAX);
    let ahead = &outcome.ahead;
    if ahead.iter().all(|ahead| ahead.abs() <= 0.0) {
        return Course::Same;
    }
    let Some(last_behind) = ahead.iter().rposition(|ahead| *ahead < 0.0) else {
        return Course::NeverBehind;
    };
    if last_behind + 1 < ahead.len() {
        return Course::CatchesUp(number(last_behind + 1));
    }
    match ahead.iter().rposition(|ahead| *ahead > 0.0) {
        Some(last_ahead) => Course::FallsBehind(number(last_ahead)),
        None => Course::StaysBehind,
    }
}

fn course(
    prose: Prose<'_>,
    writer: &Writer<'_>,
    comparison: &Comparison,
    position: usize,
    outcome: &Outcome,
) -> Paragraph {
    let id = |figure| FigureId::Compared(position, figure);
    let ahead = |month| id(ComparedFigure::Ahead(month));
    let over = months(writer, comparison.months);
    match course_of(outcome) {
        Course::Same => prose.text(" delivers the same as carrying on as today in every month."),
        Course::NeverBehind => {
            prose.text(" is never behind carrying on as today within ").plain(over).text(".")
        }
        Course::CatchesUp(month) => {
            let lowest = lowest(outcome);
            prose
                .text(" falls behind carrying on as today, by ")
                .span(writer.size(ahead(lowest)))
                .text(" at most by the end of ")
                .span(writer.month_written(ahead(lowest), lowest, true))
                .text(", and has caught up for good by the end of ")
                .key_span(writer.month_written(id(ComparedFigure::CrossesTodayAt), month, true))
                .text(".")
        }
        Course::FallsBehind(month) => prose
            .text(" is ahead of carrying on as today until the end of ")
            .key_span(writer.month_written(ahead(month), month, true))
            .text(" and behind it from then on, by ")
            .span(writer.size(id(ComparedFigure::DifferenceFromToday)))
            .text(" after ")
            .plain(over)
            .text("."),
        Course::StaysBehind => prose
            .text(" does not catch up with carrying on as today: it is ")
            .key_span(writer.size(id(ComparedFigure::DifferenceFromToday)))
            .text(" behind after ")
            .plain(over)
            .text("."),
    }
    .done()
}

/// The first of the months in which it is furthest behind.
fn lowest(outcome: &Outcome) -> u32 {
    let mut lowest = (1, 0.0);
    for (month, ahead) in (1..).zip(&outcome.ahead) {
        if *ahead < lowest.1 {
            lowest = (month, *ahead);
        }
    }
    lowest.0
}
