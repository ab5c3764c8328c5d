//! Two or three cases side by side: which is worth more, which pays back first, and what differs.

mod card;
mod driver;
mod held;
mod payback;
mod results;
mod worth;

use groundwork_model::{figure::FigureId, input::Input, simulation::is_uncertain};

use self::held::Held;
use super::{
    brief::{Brief, Section},
    headline::{Verdict, verdict},
    uncertain::drawn::LIKELY_IS_COMPARED,
};
use crate::document::{Block, Listing, ListingRow, Paragraph, Prose, Span, Writer};

pub use self::card::card;

/// A case that is held against others.
#[derive(Clone, Debug)]
pub struct Side<'a> {
    /// What it is called; no two sides alike.
    pub name: String,
    /// Its figures; `None` while it is not complete.
    pub writer: Option<Writer<'a>>,
}

/// Something that was entered differently, in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// What it is.
    pub what: String,
    /// What each side says about it, in the order of the sides.
    pub said: Vec<String>,
}

/// What the sides are to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation<'a> {
    /// Cases to choose among.
    Cases,
    /// The case of this name as it is now, the first side, and as it was at a saved point.
    Since(&'a str),
}

/// Two or three cases side by side as a text that is read away from the page.
///
/// The first side is the case on screen. Its figures are those of case 0, those of the second side
/// of case 1, and so on. What cannot be held against each other is not, and the text says why.
pub fn side_by_side(relation: Relation<'_>, sides: &[Side<'_>], entries: &[Entry]) -> Brief {
    let computed = Held::of(sides);
    let title = title(relation, sides);
    let mut sections = vec![Section {
        heading: "What each comes to",
        blocks: vec![Block::Paragraph(in_short(sides, &computed, entries))],
        chart: None,
    }];
    sections.extend(results::section(relation, &computed));
    sections.push(entered(sides, entries));
    Brief { title, sections }
}

/// The sentences that stand above everything else.
fn in_short(sides: &[Side<'_>], computed: &[Held<'_>], entries: &[Entry]) -> Paragraph {
    let mut said = Vec::new();
    if let [first, .., _] = computed {
        if entries.is_empty() && computed.len() == sides.len() && !results::differ(computed) {
            return Paragraph::of_text(
                "There is no difference: the same was entered, and the results are the same.",
            );
        }
        let prose = first.writer.prose();
        said.push(worth::worth(prose, computed).done());
        let with_verdict: Vec<Held<'_>> = with_verdict(computed);
        if with_verdict.len() > 1 && !payback::begin_together(&with_verdict) {
            said.push(Paragraph::of_text(
                "Each is valued at the beginning of its own first month.",
            ));
        }
        if with_verdict.len() > 1 {
            said.push(payback::payback(first.writer.prose(), &with_verdict).done());
        }
        said.extend(driver::driver(computed));
        if computed.iter().any(|held| is_uncertain(&held.writer.evaluation.case)) {
            said.push(Paragraph::of_text(LIKELY_IS_COMPARED));
        }
    }
    said.extend(incomplete(sides));
    joined(said)
}

/// The cases of which all the work, and something of what it brings, falls within their horizon.
fn with_verdict<'a>(computed: &[Held<'a>]) -> Vec<Held<'a>> {
    let has_verdict =
        |held: &&Held<'_>| !matches!(verdict(&held.writer), Verdict::OutOfHorizon { .. });
    computed.iter().filter(has_verdict).cloned().collect()
}

/// "“Search index” is not complete yet, so it has no results."
fn incomplete(sides: &[Side<'_>]) -> Option<Paragraph> {
    let names: Vec<&str> =
        sides.iter().filter(|side| side.writer.is_none()).map(|side| side.name.as_str()).collect();
    if names.is_empty() {
        return None;
    }
    let mut spans = listed(&names);
    let rest = if names.len() > 1 {
        " are not complete yet, so they have no results."
    } else {
        " is not complete yet, so it has no results."
    };
    spans.push(Span::Text(rest.to_owned()));
    Some(Paragraph(spans))
}

/// What was entered differently, in a table.
fn entered(sides: &[Side<'_>], entries: &[Entry]) -> Section {
    let heading = "What was entered differently";
    if entries.is_empty() {
        let nothing = Paragraph::of_text("Nothing: every entry is the same.");
        return Section { heading, blocks: vec![Block::Paragraph(nothing)], chart: None };
    }
    let row = |entry: &Entry| ListingRow {
        heading: entry.what.clone(),
        cells: entry.said.iter().map(|said| Paragraph(vec![Span::Plain(said.clone())])).collect(),
    };
    let listing = Listing {
        title: heading,
        columns: sides.iter().map(|side| side.name.clone()).collect(),
        rows: entries.iter().map(row).collect(),
    };
    Section { heading, blocks: vec![Block::Listing(listing)], chart: None }
}

fn title(relation: Relation<'_>, sides: &[Side<'_>]) -> String {
    let names: Vec<&str> = sides.iter().map(|side| side.name.as_str()).collect();
    match (relation, names.as_slice()) {
        (Relation::Since(case), [_, then, ..]) => {
            ["What changed in “", case, "” since “", then, "”"].concat()
        }
        _ => Paragraph(listed(&names)).to_string() + " side by side",
    }
}

/// "“A”", "“A” and “B”", "“A”, “B” and “C”".
fn listed(names: &[&str]) -> Vec<Span> {
    let mut spans = Vec::new();
    for (position, name) in names.iter().enumerate() {
        let before = match position {
            0 => "“",
            _ if position + 1 == names.len() => "” and “",
            _ => "”, “",
        };
        spans.push(Span::Text(before.to_owned()));
        spans.push(Span::Plain((*name).to_owned()));
    }
    spans.push(Span::Text("”".to_owned()));
    spans
}

impl Prose<'_> {
    /// Adds names in quotation marks.
    fn names(self, held: &[&Held<'_>]) -> Self {
        let names: Vec<&str> = held.iter().map(|held| held.name).collect();
        self.also(Paragraph(listed(&names)))
    }
}

fn joined(paragraphs: Vec<Paragraph>) -> Paragraph {
    let mut spans = Vec::new();
    for paragraph in paragraphs.into_iter().filter(|paragraph| !paragraph.0.is_empty()) {
        if !spans.is_empty() {
            spans.push(Span::Text(" ".to_owned()));
        }
        spans.extend(paragraph.0);
    }
    Paragraph(spans)
}

/// The horizon of a case.
const HORIZON: FigureId = FigureId::Input(Input::HorizonMonths);
