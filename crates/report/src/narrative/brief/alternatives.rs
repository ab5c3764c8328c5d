//! Why not do it differently: what other ways to divide capacity would deliver.

use super::{Room, Section, of_paragraph};
use crate::{
    document::{Paragraph, Span, Writer},
    narrative::plan::{self, Said},
};

/// What strategies come to beside this work, where somebody entered a plan.
pub(super) fn alternatives(writer: &Writer<'_>, room: Room) -> Option<Section> {
    let sentences =
        room.most_alternatives().map(|said| plan::alternatives(writer, said)).unwrap_or_default();
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
    /// What is said of other ways.
    fn most_alternatives(self) -> Option<Said> {
        match self {
            Self::Enough => Some(Said::All),
            Self::Little => Some(Said::First),
            Self::Least | Self::Bare => Some(Said::InShort),
            Self::TooLittle => None,
        }
    }
}
