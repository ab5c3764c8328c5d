//! Work in steps against a big rewrite: time without features, overrun, and who is ahead when.

use groundwork_model::{
    figure::FigureId,
    input::Input,
    plan::{PlanInput, StrategyInput, StrategyKind},
    split::Category,
    strategy::{ComparedFigure, Comparison, LineKind, Outcome},
    units::Share,
};

use super::{comparison, missing, months, quoted};
use crate::document::{Paragraph, Writer};

/// Shares nobody would tell apart.
const SAME: Share = 1e-9;

/// A line with what it comes to.
#[derive(Clone, Copy)]
struct Side<'a> {
    position: usize,
    kind: LineKind,
    outcome: &'a Outcome,
}

/// The work of this case held against the first big rewrite of the plan, a sentence a paragraph; where
/// one of them is not there, what to add.
pub fn portfolio_or_big_bang(writer: Writer<'_>) -> Vec<Paragraph> {
    let writer = &writer;
    let Some(comparison) = comparison(writer) else {
        return Vec::new();
    };
    let (work, rewrite) = match (
        side(writer, comparison, StrategyKind::Focused),
        side(writer, comparison, StrategyKind::BigBang),
    ) {
        (Ok(work), Ok(rewrite)) => (work, rewrite),
        (Err(why), _) | (_, Err(why)) => return vec![why],
    };
    let mut sentences = vec![without_features(writer, comparison, rewrite)];
    sentences.extend(overrun(writer, rewrite));
    sentences.extend(running_both(writer, rewrite));
    sentences.push(in_steps(writer, comparison, work));
    sentences.push(who_is_ahead(writer, comparison, work, rewrite));
    sentences.push(afterwards(writer, comparison, work, rewrite));
    sentences
}

/// The first line of a kind; what to add or enter where there is none.
fn side<'a>(
    writer: &Writer<'_>,
    comparison: &'a Comparison,
    kind: StrategyKind,
) -> Result<Side<'a>, Paragraph> {
    let strategies = writer.evaluation.case.strategies();
    let is_of_kind = |line: &LineKind| match line {
        LineKind::Strategy(at) => strategies.get(*at).is_some_and(|line| line.kind == kind),
        LineKind::AsToday | LineKind::AsPlanned => false,
    };
    let Some(position) = comparison.lines.iter().position(|line| is_of_kind(&line.kind)) else {
        return Err(Paragraph::of_text(match kind {
            StrategyKind::BigBang => {
                "Add a big rewrite to the strategies to hold the work of this case against it: what \
                 it takes, how long, and what it reaches."
            }
            _ => {
                "Add the work of this case and a big rewrite to the strategies to hold them against each other."
            }
        }));
    };
    let line = &comparison.lines[position];
    match &line.outcome {
        Ok(outcome) => Ok(Side { position, kind: line.kind, outcome }),
        Err(why) => Err(missing::reason(writer, line.kind, why)),
    }
}

fn input(rewrite: Side<'_>, input: StrategyInput) -> Input {
    match rewrite.kind {
        LineKind::Strategy(at) => Input::Plan(PlanInput::Strategy(at, input)),
        LineKind::AsToday | LineKind::AsPlanned => Input::Amount,
    }
}

/// Months of the rewrite within those looked at: the first, the last, and how many.
fn months_of_rewrite(
    writer: &Writer<'_>,
    comparison: &Comparison,
    rewrite: Side<'_>,
) -> Option<(u32, u32)> {
    let number = |wanted| writer.evaluation.case.likely(input(rewrite, wanted)).unwrap_or(0.0);
    let planned = number(StrategyInput::PlannedMonths);
    let first = writer.evaluation.assumptions.investment.first_month;
    // At most 120 months and three times as many on top, rounded half up as the model does.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let length = (planned * (1.0 + number(StrategyInput::Slip)) + 0.5 + 1e-9).floor() as u32;
    let last = (first + length).saturating_sub(1).min(comparison.months);
    (first <= last).then_some((first, last))
}

/// "From April 2026 to September 2027, 18 months, “Big rewrite” leaves 35% of capacity for features,
/// where today has 85%. Nothing gets better before all of it is there."
fn without_features(writer: &Writer<'_>, comparison: &Comparison, rewrite: Side<'_>) -> Paragraph {
    let prose = writer.prose();
    let Some((first, last)) = months_of_rewrite(writer, comparison, rewrite) else {
        let prose = quoted(prose, writer, rewrite.kind).text(" begins after the ");
        return prose.plain(months(writer, comparison.months)).text(" looked at.").done();
    };
    let month = |number| {
        let id = FigureId::Compared(rewrite.position, ComparedFigure::Delivered(number));
        writer.month_written(id, number, true)
    };
    let left = share_in(&rewrite.outcome.feature_share, first);
    let today = FigureId::Input(Input::Plan(PlanInput::Split(Category::Features)));
    let prose = prose.text("From ").span(month(first)).text(" to ").span(month(last)).text(", ");
    let prose = prose.plain(months(writer, last + 1 - first)).text(", ");
    let prose = quoted(prose, writer, rewrite.kind);
    let prose = if left <= SAME {
        prose.text(" leaves nothing for features")
    } else {
        prose.text(" leaves ").plain(writer.style.percent(left)).text(" of capacity for features")
    };
    let is_over = last < comparison.months;
    prose
        .text(", where today has ")
        .figure(today)
        .text(if is_over {
            ". Nothing gets better before all of it is there."
        } else {
            ". Nothing gets better before all of it is there, which is not within the months \
             looked at."
        })
        .done()
}

fn share_in(shares: &[Share], month: u32) -> Share {
    let at = usize::try_from(month).ok().and_then(|month| month.checked_sub(1));
    at.and_then(|at| shares.get(at)).copied().unwrap_or_default()
}

fn overrun(writer: &Writer<'_>, rewrite: Side<'_>) -> Option<Paragraph> {
    let slip = input(rewrite, StrategyInput::Slip);
    let planned = input(rewrite, StrategyInput::PlannedMonths);
    let is_any = writer.evaluation.case.likely(slip)? > 0.0;
    let prose = writer.prose();
    Some(if is_any {
        let prose = prose.text("It is planned for ").input(planned).text("; an overrun of ");
        prose.input(slip).text(" is in this.").done()
    } else {
        let prose = prose.text("It is planned for ").input(planned);
        prose.text(" and no overrun is entered: look at it with one before deciding.").done()
    })
}

fn running_both(writer: &Writer<'_>, rewrite: Side<'_>) -> Option<Paragraph> {
    let case = &writer.evaluation.case;
    let (time, share) = (
        input(rewrite, StrategyInput::DualRunningMonths),
        input(rewrite, StrategyInput::DualRunningShare),
    );
    let prose = writer.prose();
    Some(if case.likely(time)? > 0.0 && case.likely(share)? > 0.0 {
        let prose = prose.text("Then old and new run side by side for ").input(time);
        prose.text(", which takes ").input(share).text(" of capacity from features.").done()
    } else {
        Paragraph::of_text(
            "No time is entered in which old and new run side by side; most systems are not \
             switched over in a day.",
        )
    })
}

fn in_steps(writer: &Writer<'_>, comparison: &Comparison, work: Side<'_>) -> Paragraph {
    let investment = &writer.evaluation.assumptions.investment;
    let today = comparison.basis.split.share(Category::Features);
    let lowest = work.outcome.feature_share.iter().copied().fold(today, f64::min);
    let prose = quoted(writer.prose(), writer, work.kind);
    let prose = if lowest <= SAME && today > SAME {
        prose.text(" leaves nothing for features while it goes on")
    } else if lowest < today - SAME {
        let prose = prose.text(" leaves at least ").plain(writer.style.percent(lowest));
        prose.text(" of capacity for features in every month")
    } else {
        prose.text(" takes nothing from features")
    };
    let prose = prose.text(", and begins to pay ");
    let first = investment.end() + 1;
    if first > comparison.months {
        return prose.text("after the months looked at.").done();
    }
    let month = writer.month_written(FigureId::Input(Input::InvestmentMonths), first, true);
    prose.text("in ").span(month).text(".").done()
}

/// Who has delivered more, and since when.
fn who_is_ahead(
    writer: &Writer<'_>,
    comparison: &Comparison,
    work: Side<'_>,
    rewrite: Side<'_>,
) -> Paragraph {
    let lead = |side: Side<'_>, month: u32| {
        FigureId::Compared(side.position, ComparedFigure::Delivered(month))
    };
    let differences: Vec<f64> = work
        .outcome
        .delivered
        .iter()
        .zip(&rewrite.outcome.delivered)
        .map(|(work, rewrite)| {
            let difference = work - rewrite;
            if difference.abs() <= 1e-9 * (work + rewrite) { 0.0 } else { difference }
        })
        .collect();
    let last = differences.last().copied().unwrap_or_default();
    let over = months(writer, comparison.months);
    let prose = writer.prose();
    if last.abs() <= 0.0 {
        let prose = prose.text("After ").plain(over);
        return prose.text(" both have delivered the same.").done();
    }
    let (ahead, behind) = if last > 0.0 { (work, rewrite) } else { (rewrite, work) };
    let is_other =
        |difference: &f64| if last > 0.0 { *difference <= 0.0 } else { *difference >= 0.0 };
    let since = differences.iter().rposition(is_other).and_then(|at| u32::try_from(at + 2).ok());
    let was_behind = differences.iter().any(|difference| difference * last < 0.0);
    let [more, less] =
        writer.amounts_apart([ahead, behind].map(|side| lead(side, comparison.months)));
    let prose = quoted(prose, writer, ahead.kind);
    let prose = match since {
        Some(month) if was_behind => {
            let prose = prose.text(" is behind at first, and ahead from ");
            prose.span(writer.month_written(lead(ahead, month), month, true)).text(" on: after ")
        }
        _ => prose.text(" is never behind the other: after "),
    };
    let prose = prose.plain(over).text(" it has delivered ").key_span(more);
    let prose = quoted(prose.text(", "), writer, behind.kind);
    prose.text(" ").key_span(less).text(".").done()
}

/// What the months looked at do not show.
fn afterwards(
    writer: &Writer<'_>,
    comparison: &Comparison,
    work: Side<'_>,
    rewrite: Side<'_>,
) -> Paragraph {
    let ending =
        |side: Side<'_>| FigureId::Compared(side.position, ComparedFigure::EndingEfficiency);
    let [of_work, of_rewrite] = writer.shares_apart([work, rewrite].map(ending));
    let difference = rewrite.outcome.ending_efficiency - work.outcome.ending_efficiency;
    let prose = quoted(writer.prose().text("After that "), writer, work.kind);
    let prose = prose.text(" goes on with an efficiency of ").span(of_work).text(" and ");
    let prose = quoted(prose, writer, rewrite.kind).text(" with ").span(of_rewrite);
    let over = months(writer, comparison.months);
    if difference > SAME {
        prose
            .text(": a longer view than ")
            .plain(over)
            .text(" favors the rewrite, if it reaches what it promises.")
    } else if difference < -SAME {
        prose.text(": a longer view than ").plain(over).text(" favors the work in steps.")
    } else {
        prose.text(", so a longer view changes nothing.")
    }
    .done()
}
