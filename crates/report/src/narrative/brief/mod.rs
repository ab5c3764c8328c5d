//! The brief: one page that is read away from the calculator, for whoever decides.

mod alternatives;
mod ask;
mod conditions;
mod decision;
mod how_sure;
mod if_not;
mod length;
mod meanwhile;
mod not_ours;
mod returns;
mod situation;

use groundwork_model::calendar::YearMonth;

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
/// A section is there where it has something true to say. No table or list grows without end, and
/// what would be more than a page is said in fewer words, so it stays below 450 words unless names
/// that somebody typed are long.
pub fn brief(writer: Writer<'_>, title: &str) -> Brief {
    brief_read_in(writer, title, None)
}

/// The same, read in the month `now`: a decision that was wanted before says so.
pub fn brief_read_in(writer: Writer<'_>, title: &str, now: Option<YearMonth>) -> Brief {
    let title = title.trim();
    let title = if title.is_empty() { UNNAMED } else { title }.to_owned();
    let mut sections = sections(&writer, Room::Enough, now);
    let rooms =
        [(420, Room::Little), (440, Room::Least), (440, Room::Bare), (440, Room::TooLittle)];
    for (most_words, room) in rooms {
        if length::words(&sections) > most_words {
            sections = self::sections(&writer, room, now);
        }
    }
    Brief { title, sections }
}

/// How much may be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Room {
    /// What no case can do without: where even a sentence for every section is too much.
    TooLittle,
    /// A sentence for every section.
    Bare,
    /// What a question would ask for at once.
    Least,
    /// What the decision rests on.
    Little,
    /// Everything there is to say.
    Enough,
}

fn sections(writer: &Writer<'_>, room: Room, now: Option<YearMonth>) -> Vec<Section> {
    let sections = [
        Some(situation::situation(writer)),
        Some(ask::ask(writer, room)),
        Some(returns::returns(writer, room)),
        how_sure::how_sure(writer, room),
        if_not::if_not(writer, room),
        Some(meanwhile::meanwhile(writer)),
        alternatives::alternatives(writer, room),
        conditions::conditions(writer, room),
        Some(decision::decision(writer, now)),
        Some(not_ours::not_ours(writer, room)),
    ];
    sections.into_iter().flatten().collect()
}

/// A section of one paragraph.
fn of_paragraph(heading: &'static str, paragraph: Paragraph) -> Section {
    Section { heading, blocks: vec![Block::Paragraph(paragraph)], chart: None }
}

/// At most `most` names in quotation marks, the others counted: "“Night calls”, “Licenses” and 2 more".
fn named<'a>(prose: Prose<'a>, writer: &Writer<'_>, names: &[&str], most: usize) -> Prose<'a> {
    let shown = names.len().min(most);
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
