//! What must be true: the conditions that lead, and hours that must not be counted twice.

use groundwork_model::{
    input::{BenefitInput, Input},
    note::{Note, Reason},
};

use super::{Section, named};
use crate::{
    document::{Block, Paragraph, Writer, labels, notes::note},
    narrative::must_be_true::{freed_hours, leading_thresholds},
};

/// Sentences, where those that must be said leave room for as many.
const MOST_SENTENCES: usize = 4;

/// Lines that are named.
const MOST_LINES: usize = 2;

pub(super) fn conditions(writer: &Writer<'_>) -> Option<Section> {
    let is_extrapolated = |note: &&Note| matches!(note.reason, Reason::Extrapolation { .. });
    let extrapolated = writer.evaluation.notes.iter().find(is_extrapolated);
    let extrapolated = extrapolated.map(|about| note(*writer, about));
    let others: Vec<Paragraph> =
        [freed_hours(writer), counted_twice(writer), extrapolated].into_iter().flatten().collect();
    let mut sentences = leading_thresholds(writer);
    sentences.truncate(MOST_SENTENCES.saturating_sub(others.len()).max(2));
    sentences.extend(others);
    let is_empty = sentences.is_empty();
    let blocks = vec![Block::Notes(sentences)];
    (!is_empty).then_some(Section { heading: "What must be true", blocks, chart: None })
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
