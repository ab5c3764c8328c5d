//! The plan's answer in a few words, for where there is no room for a sentence.

use groundwork_model::{
    figure::FigureId,
    strategy::{ComparedFigure, LineKind, PlanFigure},
};

use super::{TODAY, comparison, months};
use crate::document::{Paragraph, Writer, plan_names::short_line_name};

/// Which strategy has delivered most at the horizon of the case, what it adds to carrying on as
/// today, and at which share for debt efficiency stands still, where that is known.
pub fn glance(writer: Writer<'_>) -> Vec<Paragraph> {
    let Some(comparison) = comparison(&writer) else { return Vec::new() };
    let month = writer.evaluation.assumptions.horizon_months;
    let can_compare = comparison.lines.iter().filter(|line| line.outcome.is_ok()).count() > 1;
    let best = comparison.best_at(month).filter(|_| can_compare);
    let over = months(&writer, month);
    let first = match best {
        None => Paragraph::of_text("Nothing to compare yet"),
        Some(TODAY) => writer.prose().text("As today delivers most in ").plain(over).done(),
        Some(line) => {
            let kind = comparison.lines.get(line).map_or(LineKind::AsToday, |line| line.kind);
            let ahead = FigureId::Compared(line, ComparedFigure::Ahead(month));
            let prose = writer.prose().plain(short_line_name(writer, kind)).text(": ");
            prose.key_span(writer.size(ahead)).text(" more in ").plain(over).done()
        }
    };
    let mut said = vec![first];
    if comparison.standing_still.is_ok() {
        let share = FigureId::Plan(PlanFigure::StandingStill);
        said.push(writer.prose().key(share).text(" for debt holds efficiency").done());
    }
    said
}
