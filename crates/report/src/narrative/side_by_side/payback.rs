//! Which case is paid back first.

use groundwork_model::{
    calendar::YearMonth,
    figure::{FigureId, ReturnFigure},
};

use super::{HORIZON, held::Held, held::is_one, worth::between};
use crate::document::{FigureSpan, Prose, month_reached};

const PAYBACK: FigureId = FigureId::Return(ReturnFigure::PaybackMonths);
const MONTHS_OF_YEAR: u32 = 12;

/// When a case is paid back.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Moment {
    /// It is never in the red.
    Always,
    /// By the end of the month of that number.
    Month(u32),
    /// Not within its horizon.
    Never,
}

/// Which of at least two cases is paid back first.
pub(super) fn payback<'a>(prose: Prose<'a>, held: &[Held<'_>]) -> Prose<'a> {
    let is_dated = held.iter().all(|each| each.writer.month_of_case(1).is_some());
    let mut ordered: Vec<(Moment, &Held<'_>)> =
        held.iter().map(|each| (moment(each, is_dated), each)).collect();
    // Stable, so that alike ones stay in the order of the sides.
    ordered.sort_by_key(|(moment, _)| *moment);
    let Some((first, _)) = ordered.first().copied() else { return prose };
    let is_first = |pair: &&(Moment, &Held<'_>)| pair.0 == first;
    let top: Vec<&Held<'_>> = ordered.iter().filter(is_first).map(|(_, each)| *each).collect();
    let rest = &ordered[top.len()..];
    let both = if held.len() == 2 { "Both" } else { "All" };
    let neither = if held.len() == 2 { "Neither" } else { "None of them" };
    let prose = match first {
        Moment::Never => return prose.text(neither).text(" is paid back within its horizon."),
        Moment::Always if rest.is_empty() => {
            return prose.text(neither).text(" is ever in the red.");
        }
        Moment::Always => prose
            .names(&top)
            .text(if top.len() > 1 { " are" } else { " is" })
            .text(" never in the red"),
        Moment::Month(_) if rest.is_empty() => {
            let prose = prose.text(both).text(" are paid back by ");
            return prose.key_span(end_of(top[0])).text(".");
        }
        Moment::Month(_) => {
            let is_only = rest.iter().all(|(moment, _)| *moment == Moment::Never);
            let prose = prose.names(&top).text(match (top.len() > 1, is_only) {
                (false, false) => " is paid back first, by ",
                (true, false) => " are paid back first, by ",
                (false, true) => " is paid back by ",
                (true, true) => " are paid back by ",
            });
            prose.key_span(end_of(top[0]))
        }
    };
    let mut prose = prose.text("; ");
    for (position, (moment, each)) in rest.iter().enumerate() {
        prose = prose.text(between(position, rest.len(), " and ", ", ")).names(&[each]);
        prose = match moment {
            Moment::Month(_) => {
                let by = if first == Moment::Always { " is paid back by " } else { " by " };
                prose.text(by).span(end_of(each))
            }
            _ => prose.text(" is not paid back within its ").span(each.rounded(HORIZON)),
        };
    }
    prose.text(".")
}

/// When the case is paid back: by the calendar where all of them have one.
fn moment(held: &Held<'_>, is_dated: bool) -> Moment {
    match held.writer.value(PAYBACK) {
        None => Moment::Never,
        Some(months) if months > 0.0 => {
            let reached = month_reached(months);
            let month = held.writer.month_of_case(reached).filter(|_| is_dated);
            let counted = |month: YearMonth| month.year() * MONTHS_OF_YEAR + month.month();
            Moment::Month(month.map_or(reached, counted))
        }
        Some(_) => Moment::Always,
    }
}

/// "the end of December 2026".
fn end_of(held: &Held<'_>) -> FigureSpan {
    held.writer.payback().of_case(held.case)
}

/// Whether all begin in the same month, or none says when.
pub(super) fn begin_together(held: &[Held<'_>]) -> bool {
    is_one(held, |each| each.writer.month_of_case(1))
}
