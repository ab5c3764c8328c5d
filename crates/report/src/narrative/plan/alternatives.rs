//! Why not do it differently: the work of this case beside the other strategies, for a brief.

use groundwork_model::{
    figure::FigureId,
    plan::StrategyKind,
    strategy::{ComparedFigure, Comparison, LineKind},
};

use super::{TODAY, basis::unlike_gains, compared::change_of_winner, comparison, months, quoted};
use crate::document::{Paragraph, Writer};

/// How much is said of the other ways.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Said {
    /// A sentence about the strategy that delivers most, and one about what else to know.
    All,
    /// The first of them.
    First,
    /// The first without what can be done without.
    InShort,
}

/// What the strategy that delivers most comes to beside the work; nothing where nobody entered a plan.
pub(crate) fn alternatives(writer: &Writer<'_>, said: Said) -> Vec<Paragraph> {
    let case = &writer.evaluation.case;
    let is_entered = case.are_strategies_entered()
        || case.split().is_some()
        || case.quarters() > 0
        || !case.initiatives().is_empty();
    let Some(comparison) = comparison(writer).filter(|_| is_entered) else {
        return Vec::new();
    };
    let first = most_delivered(writer, comparison, said);
    let is_short = said == Said::InShort;
    let doubt = first.as_ref().filter(|_| !is_short).and_then(|_| unlike_gains(writer, comparison));
    let more = first
        .as_ref()
        .filter(|_| said == Said::All)
        .and_then(|_| rewrite(writer, comparison).or_else(|| change_of_winner(writer, comparison)));
    first.into_iter().chain(doubt).chain(more).collect()
}

/// The first line of a kind that is computed.
pub(super) fn line_of(
    writer: &Writer<'_>,
    comparison: &Comparison,
    kind: StrategyKind,
) -> Option<usize> {
    let strategies = writer.evaluation.case.strategies();
    let is_of_kind = |line: LineKind| match line {
        LineKind::Strategy(at) => strategies.get(at).is_some_and(|line| line.kind == kind),
        LineKind::AsToday | LineKind::AsPlanned => false,
    };
    comparison.lines.iter().position(|line| is_of_kind(line.kind) && line.outcome.is_ok())
}

fn difference(line: usize) -> FigureId {
    FigureId::Compared(line, ComparedFigure::DifferenceFromToday)
}

/// "Of 5 ways to divide capacity, “20% always” delivers most features over 36 months, $700k more than
/// carrying on; this work $577k more." In short: "“20% always” delivers most features over 36 months,
/// $700k more than carrying on."
fn most_delivered(writer: &Writer<'_>, comparison: &Comparison, said: Said) -> Option<Paragraph> {
    let count = comparison.lines.iter().filter(|line| line.outcome.is_ok()).count();
    let best = comparison.best_at(comparison.months).filter(|_| count > 1)?;
    let number = f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    let over = months(writer, comparison.months);
    let is_short = said == Said::InShort;
    let prose = writer.prose().when(!is_short, |prose| {
        let ways = writer.style.counted(number, "way", "ways");
        prose.text("Of ").plain(ways).text(" to divide capacity, ")
    });
    let work = line_of(writer, comparison, StrategyKind::Focused);
    let prose = if best == TODAY {
        prose.text(if is_short { "Carrying on" } else { "carrying on" })
    } else if Some(best) == work {
        prose.text(if is_short { "This work" } else { "this work" })
    } else {
        quoted(prose, writer, comparison.lines.get(best)?.kind)
    };
    let prose = prose.text(" delivers most features over ").plain(over);
    let prose = if best == TODAY {
        prose
    } else {
        prose.text(", ").key(difference(best)).text(" more than carrying on")
    };
    let prose = match work {
        Some(work) if work != best && !is_short => {
            let value = writer.value(difference(work)).unwrap_or_default();
            let prose = prose.text("; this work ").span(writer.size(difference(work)));
            prose.text(if value < 0.0 { " less" } else { " more" })
        }
        _ => prose,
    };
    Some(prose.text(".").done())
}

/// "“Big rewrite” delivers $282k less than carrying on."
fn rewrite(writer: &Writer<'_>, comparison: &Comparison) -> Option<Paragraph> {
    let line = line_of(writer, comparison, StrategyKind::BigBang)?;
    if comparison.best_at(comparison.months) == Some(line) {
        return None;
    }
    let value = writer.value(difference(line))?;
    let prose = quoted(writer.prose(), writer, comparison.lines.get(line)?.kind);
    let prose = prose.text(" delivers ").span(writer.size(difference(line)));
    let prose = prose.text(if value < 0.0 { " less" } else { " more" });
    Some(prose.text(" than carrying on.").done())
}
