//! What must be true: the conditions that lead, and hours that must not be counted twice.

use groundwork_model::{
    input::{BenefitInput, Input},
    note::{Note, Reason},
};

use super::{Room, Section, named};
use crate::{
    document::{Block, Paragraph, Writer, labels, notes::note},
    narrative::must_be_true::{freed_hours, leading_thresholds},
};

/// Lines that are named.
const MOST_LINES: usize = 2;

pub(super) fn conditions(writer: &Writer<'_>, room: Room) -> Option<Section> {
    let is_extrapolated = |note: &&Note| matches!(note.reason, Reason::Extrapolation { .. });
    let extrapolated = writer.evaluation.notes.iter().find(is_extrapolated);
    let extrapolated = extrapolated.map(|about| note(*writer, about));
    let others: Vec<Paragraph> =
        [counted_twice(writer), freed_hours(writer), extrapolated].into_iter().flatten().collect();
    let mut sentences = leading_thresholds(writer);
    sentences.truncate(room.most_conditions().saturating_sub(others.len()).max(2));
    sentences.extend(others);
    sentences.truncate(room.most_conditions());
    let is_empty = sentences.is_empty();
    let blocks = vec![Block::Notes(sentences)];
    (!is_empty).then_some(Section { heading: "What must be true", blocks, chart: None })
}

impl Room {
    /// Sentences of the section, at least one.
    fn most_conditions(self) -> usize {
        match self {
            Self::Enough => 4,
            Self::Little => 3,
            Self::Least => 2,
            Self::Bare | Self::TooLittle => 1,
        }
    }
}

fn counted_twice(writer: &Writer<'_>) -> Option<Paragraph> {
    let case = &writer.evaluation.case;
    let line = |note: &Note| match note.reason {
        Reason::CountedTwice { line } => {
            labels::line(case, Input::Benefit(line, BenefitInput::Confidence))
        }
        _ => None,
    };
    let names: Vec<&str> = writer.evaluation.notes.iter().filter_map(line).collect();
    let prose = writer.prose();
    (!names.is_empty()).then(|| {
        named(prose, writer, &names, MOST_LINES)
            .text(" must not count hours that the gain of efficiency counts too.")
            .done()
    })
}
