//! Why not do it differently: what other ways to divide capacity would deliver.

use super::{Room, Section, of_paragraph};
use crate::{
    document::{Paragraph, Span, Writer},
    narrative::plan,
};

/// What strategies come to beside this work, where somebody entered a plan.
pub(super) fn alternatives(writer: &Writer<'_>, room: Room) -> Option<Section> {
    let mut sentences = plan::alternatives(writer);
    sentences.truncate(room.most_alternatives());
    let mut spans = Vec::new();
    for sentence in sentences {
        if !spans.is_empty() {
            spans.push(Span::Text(" ".to_owned()));
        }
        spans.extend(sentence.0);
    }
    let is_any = !spans.is_empty();
    is_any.then(|| of_paragraph("Why not do it differently", Paragraph(spans)))
}

impl Room {
    /// Sentences of the section.
    fn most_alternatives(self) -> usize {
        match self {
            Self::Enough => 2,
            Self::Little => 1,
            Self::Least | Self::Bare => 0,
        }
    }
}
