//! What must be true: the conditions that lead, and hours that must not be counted twice.

use groundwork_model::{
    input::{BenefitInput, Input},
    note::{Note, Reason},
};

use super::{Section, named};
use crate::{
    document::{Block, Paragraph, Writer, labels, notes::note},
    narrative::must_be_true::{freed_hours, thresholds},
};

/// Conditions at most, hours that are freed aside.
const MOST_CONDITIONS: usize = 3;

pub(super) fn conditions(writer: &Writer<'_>) -> Option<Section> {
    let mut sentences = thresholds(writer);
    sentences.truncate(MOST_CONDITIONS);
    sentences.extend(freed_hours(writer));
    sentences.extend(counted_twice(writer));
    let is_extrapolated = |note: &&Note| matches!(note.reason, Reason::Extrapolation { .. });
    let extrapolated = writer.evaluation.notes.iter().find(is_extrapolated);
    sentences.extend(extrapolated.map(|about| note(*writer, about)));
    let section = Section {
        heading: "What must be true",
        blocks: vec![Block::Notes(sentences)],
        chart: None,
    };
    (!matches!(section.blocks.first(), Some(Block::Notes(sentences)) if sentences.is_empty()))
        .then_some(section)
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
        named(prose, writer, &names)
            .text(" and the gain of efficiency must not count the same hours of engineers.")
            .done()
    })
}
