//! The brief: one page that is read away from the calculator, for whoever decides.

mod ask;
mod conditions;
mod decision;
mod if_not;
mod meanwhile;
mod not_ours;
mod returns;
mod situation;

use crate::{
    charts::ChartKind,
    document::{Block, Paragraph, Prose, Writer},
};

/// A text that is read away from the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Brief {
    /// What somebody named the case, or what any case is about.
    pub title: String,
    /// Its parts in reading order, at least one.
    pub sections: Vec<Section>,
}

/// A part of a brief under a heading of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// What it answers.
    pub heading: &'static str,
    /// What it says, at least one block.
    pub blocks: Vec<Block>,
    /// What is drawn after the blocks.
    pub chart: Option<ChartKind>,
}

/// The title of a case nobody named.
pub const UNNAMED: &str = "A case for paying down technical debt";

/// The brief of one evaluation: what happens if we do it, and what if we do not.
///
/// A section is there where it has something true to say. No table or list grows without end, so it
/// stays below 450 words, names that somebody typed aside.
pub fn brief(writer: Writer<'_>, title: &str) -> Brief {
    let writer = &writer;
    let title = title.trim();
    let sections = [
        Some(situation::situation(writer)),
        Some(ask::ask(writer)),
        Some(returns::returns(writer)),
        if_not::if_not(writer),
        Some(meanwhile::meanwhile(writer)),
        conditions::conditions(writer),
        Some(decision::decision(writer)),
        Some(not_ours::not_ours(writer)),
    ];
    Brief {
        title: if title.is_empty() { UNNAMED } else { title }.to_owned(),
        sections: sections.into_iter().flatten().collect(),
    }
}

/// A section of one paragraph.
fn of_paragraph(heading: &'static str, paragraph: Paragraph) -> Section {
    Section { heading, blocks: vec![Block::Paragraph(paragraph)], chart: None }
}

/// How many names stand in a sentence before the others are only counted.
const MOST_NAMED: usize = 6;

/// Names in quotation marks: "“Night calls”, “Licenses” and “Training”".
fn named<'a>(prose: Prose<'a>, writer: &Writer<'_>, names: &[&str]) -> Prose<'a> {
    let shown = names.len().min(MOST_NAMED);
    let more = names.len() - shown;
    let mut prose = prose;
    for (position, name) in names.iter().take(shown).enumerate() {
        let is_last = position + 1 == shown && more == 0;
        let before = match position {
            0 => "“",
            _ if is_last => "” and “",
            _ => "”, “",
        };
        prose = prose.text(before).plain(*name);
    }
    prose.text("”").when(more > 0, |prose| {
        let more = f64::from(u32::try_from(more).unwrap_or(u32::MAX));
        prose.text(" and ").plain(writer.style.number(more, 0)).text(" more")
    })
}
