//! What makes the difference, where one number honestly does.

use groundwork_model::{figure::FigureId, input::Input, sensitivity::npv_with};

use super::{
    held::{Held, is_one},
    payback::begin_together,
    with_verdict,
};
use crate::document::{Paragraph, labels::label};

/// Numbers that differ beyond which no single one is looked for: those are different cases.
const MOST_NUMBERS: usize = 8;
/// Part of the difference from which on one number makes most of it.
const MOST_OF_IT: f64 = 0.5;

/// The one number that differs, or the one that makes most of the difference between the two cases
/// that are worth most; `None` where that cannot be said.
pub(super) fn driver(computed: &[Held<'_>]) -> Option<Paragraph> {
    let mut held = with_verdict(computed);
    let can_be_held = is_one(&held, Held::currency) && is_one(&held, Held::horizon);
    if held.len() < 2 || !can_be_held || !begin_together(&held) {
        return None;
    }
    held.sort_by(|a, b| b.npv().total_cmp(&a.npv()));
    let [best, next, ..] = held.as_slice() else { return None };
    let gap = next.npv() - best.npv();
    if gap >= 0.0 {
        return None;
    }
    let (numbers, has_more) = differing(best, next);
    let prose = best.writer.prose();
    match numbers.as_slice() {
        [] => None,
        [(input, _)] if !has_more => {
            let id = FigureId::Input(*input);
            let named = label(id);
            Some(
                prose
                    .text("The one number that differs")
                    .text(if held.len() > 2 { " between the first two" } else { "" })
                    .text(" is the ")
                    .text(named)
                    .text(": ")
                    .span(value(best, *input))
                    .text(" for ")
                    .names(&[best])
                    .text(" and ")
                    .span(value(next, *input))
                    .text(" for ")
                    .names(&[next])
                    .text(".")
                    .done(),
            )
        }
        numbers if numbers.len() > MOST_NUMBERS => None,
        numbers => {
            let alone = |(input, value): &(Input, f64)| {
                let npv = npv_with(&best.writer.evaluation.case, *input, *value);
                (*input, npv)
            };
            let lowest = |a: &(Input, f64), b: &(Input, f64)| a.1.total_cmp(&b.1);
            let (input, npv) = numbers.iter().map(alone).min_by(lowest)?;
            if (npv - best.npv()) / gap < MOST_OF_IT {
                return None;
            }
            Some(
                prose
                    .text("Of what differs, the ")
                    .text(label(FigureId::Input(input)))
                    .text(" matters most: with that of ")
                    .names(&[next])
                    .text(", ")
                    .span(value(next, input))
                    .text(", and all else as it is, ")
                    .names(&[best])
                    .text(" would have a net present value of ")
                    .plain(best.writer.style.short_money(npv))
                    .text(".")
                    .done(),
            )
        }
    }
}

/// A number as it stands in the case.
fn value(held: &Held<'_>, input: Input) -> crate::document::FigureSpan {
    held.rounded(FigureId::Input(input))
}

/// The numbers outside of lines that differ, with the value of the second case, and whether more than
/// those differs that figures depend on.
fn differing(one: &Held<'_>, other: &Held<'_>) -> (Vec<(Input, f64)>, bool) {
    let (mine, theirs) = (&one.writer.evaluation.case, &other.writer.evaluation.case);
    let mut has_more = mine.paid_from() != theirs.paid_from()
        || mine.is_team() != theirs.is_team()
        || mine.costs() != theirs.costs()
        || mine.benefits() != theirs.benefits();
    let mut numbers = Vec::new();
    for input in mine.inputs() {
        // Only random draws use these.
        if matches!(input, Input::Seed | Input::Slip | Input::FailureProbability) {
            continue;
        }
        let values = [mine.likely(input), theirs.likely(input)];
        match values {
            [Some(of_mine), Some(of_theirs)] if !is_same(of_mine, of_theirs) => match input {
                Input::Cost(..) | Input::Benefit(..) | Input::Plan(_) => has_more = true,
                _ => numbers.push((input, of_theirs)),
            },
            [Some(_), None] => has_more = true,
            _ => (),
        }
    }
    (numbers, has_more)
}

fn is_same(one: f64, other: f64) -> bool {
    one.total_cmp(&other).is_eq()
}
