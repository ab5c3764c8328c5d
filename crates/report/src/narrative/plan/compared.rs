//! Which strategy has delivered most, and when.

use groundwork_model::{
    figure::FigureId,
    strategy::{ComparedFigure, Comparison, LineKind},
};

use super::{
    TODAY, basis::unlike_gains, comparison, crossings, listed, missing, months, quoted, to_mind,
};
use crate::document::{Paragraph, Writer};

/// What strategies come to, a sentence a paragraph.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Compared {
    /// Who has delivered most after one, two and three years and at the horizon, and whether that
    /// changes with the horizon.
    pub winners: Vec<Paragraph>,
    /// When each strategy is behind carrying on and when it has caught up.
    pub crossings: Vec<Paragraph>,
    /// Strategies that cannot be computed, why, and what to enter.
    pub missing: Vec<Paragraph>,
    /// What is counted, what was cut and what must be bought outside.
    pub to_mind: Vec<Paragraph>,
}

/// What strategies come to, side by side.
pub fn compared(writer: Writer<'_>) -> Compared {
    let Some(comparison) = comparison(&writer) else {
        return Compared::default();
    };
    let mut winners = leading(writer);
    winners.extend(unlike_gains(&writer, comparison));
    winners.extend(where_it_ends(&writer, comparison));
    winners.extend(change_of_winner(&writer, comparison));
    Compared {
        winners,
        crossings: crossings::crossings(&writer, comparison),
        missing: missing::missing(&writer, comparison),
        to_mind: to_mind::to_mind(&writer, comparison),
    }
}

/// Months by which strategies are held against each other.
pub(super) fn milestones(writer: &Writer<'_>, comparison: &Comparison) -> Vec<u32> {
    let mut months = vec![12, 24, 36, writer.evaluation.assumptions.horizon_months];
    months.sort_unstable();
    months.dedup();
    months.retain(|month| *month <= comparison.months);
    months
}

/// A strategy and the milestones at which it has delivered most.
type Lead = (usize, Vec<u32>);

/// Who leads, in order of time.
fn leads(writer: &Writer<'_>, comparison: &Comparison) -> Vec<Lead> {
    let mut leads: Vec<Lead> = Vec::new();
    for month in milestones(writer, comparison) {
        let Some(line) = comparison.best_at(month) else { continue };
        match leads.last_mut() {
            Some((before, months)) if *before == line => months.push(month),
            _ => leads.push((line, vec![month])),
        }
    }
    leads
}

/// "After 12 and 24 months “20% always” has delivered most, $35k and $80k more than carrying on as
/// today.", a sentence for each change.
pub(super) fn leading(writer: Writer<'_>) -> Vec<Paragraph> {
    let Some(comparison) = comparison(&writer) else {
        return Vec::new();
    };
    if comparison.lines.iter().filter(|line| line.outcome.is_ok()).count() < 2 {
        let words = "No strategy can be held against carrying on as today yet.";
        return vec![Paragraph::of_text(words)];
    }
    let said = |(line, months): Lead| lead(&writer, comparison, line, &months);
    leads(&writer, comparison).into_iter().map(said).collect()
}

fn lead(writer: &Writer<'_>, comparison: &Comparison, line: usize, after: &[u32]) -> Paragraph {
    let prose = writer.prose().text("After ");
    let last = after.last().copied();
    let prose = listed(prose, after, &|prose, month: &u32| {
        let is_last = Some(*month) == last;
        let number = || writer.style.number(f64::from(*month), 0);
        prose.plain(if is_last { months(writer, *month) } else { number() })
    });
    if line == TODAY {
        return prose
            .text(" none of the strategies has delivered more than carrying on as today.")
            .done();
    }
    let kind = comparison.lines.get(line).map_or(LineKind::AsToday, |line| line.kind);
    let prose = quoted(prose.text(" "), writer, kind).text(" has delivered most, ");
    listed(prose, after, &|prose, month: &u32| {
        prose.key_span(writer.size(FigureId::Compared(line, ComparedFigure::Ahead(*month))))
    })
    .text(" more than carrying on as today.")
    .done()
}

/// "“20% always” ends at an efficiency of 78%, with $2.9M of features delivered over 36 months."
fn where_it_ends(writer: &Writer<'_>, comparison: &Comparison) -> Option<Paragraph> {
    if comparison.lines.iter().filter(|line| line.outcome.is_ok()).count() < 2 {
        return None;
    }
    let line = comparison.best_at(comparison.months)?;
    let id = |figure| FigureId::Compared(line, figure);
    let prose = if line == TODAY {
        writer.prose().text("Carrying on as today")
    } else {
        quoted(writer.prose(), writer, comparison.lines.get(line)?.kind)
    };
    let prose = prose.text(" ends at an efficiency of ");
    let prose = prose.key(id(ComparedFigure::EndingEfficiency)).text(", with ");
    let prose = prose.key(id(ComparedFigure::Delivered(comparison.months)));
    let over = months(writer, comparison.months);
    Some(prose.text(" of features delivered over ").plain(over).text(".").done())
}

pub(super) fn change_of_winner(writer: &Writer<'_>, comparison: &Comparison) -> Option<Paragraph> {
    let leads = leads(writer, comparison);
    let (first, last) = (leads.first()?, leads.last()?);
    let (early, late) = (*first.1.first()?, *last.1.last()?);
    (leads.len() > 1).then(|| {
        writer
            .prose()
            .text("The horizon changes the winner: who looks ")
            .plain(months(writer, early))
            .text(if first.0 == last.0 {
                " or "
            } else {
                " ahead chooses another strategy than who looks "
            })
            .plain(months(writer, late))
            .text(if first.0 == last.0 {
                " ahead chooses another strategy than who looks in between."
            } else {
                " ahead."
            })
            .done()
    })
}
