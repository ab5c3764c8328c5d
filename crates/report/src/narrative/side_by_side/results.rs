//! The results that differ, in a table, and those that are the same, in a line.

use groundwork_model::figure::{FigureId, HeadlineFigure, ReturnFigure};

use super::{Held, Relation};
use crate::{
    document::{Block, Listing, ListingRow, Paragraph, Span, labels::label},
    narrative::{
        brief::Section,
        differences::{change, is_beyond_words},
    },
};

const HEADING: &str = "Results that differ";

/// Results of at least two cases; nothing where fewer can be computed.
pub(super) fn section(relation: Relation<'_>, computed: &[Held<'_>]) -> Option<Section> {
    let [_, _, ..] = computed else { return None };
    let (other, same): (Vec<_>, Vec<_>) = compared().partition(|id| is_other(computed, *id));
    let mut blocks = Vec::new();
    if other.is_empty() {
        let all = Paragraph::of_text("None: every result is the same.");
        return Some(Section {
            heading: HEADING,
            blocks: vec![Block::Paragraph(all)],
            chart: None,
        });
    }
    blocks.push(Block::Listing(listing(relation, computed, &other)));
    let same: Vec<FigureId> = same.into_iter().filter(|id| exists(computed, *id)).collect();
    if !same.is_empty() {
        blocks.push(Block::Paragraph(the_same(computed, &same)));
    }
    Some(Section { heading: HEADING, blocks, chart: None })
}

/// Whether any result differs.
pub(super) fn differ(computed: &[Held<'_>]) -> bool {
    compared().any(|id| is_other(computed, id))
}

/// The figures that are held against each other, in the order of results, what matters most first.
fn compared() -> impl Iterator<Item = FigureId> {
    let returns = ReturnFigure::ALL.iter().map(|figure| FigureId::Return(*figure));
    returns.chain(HeadlineFigure::ALL.iter().map(|figure| FigureId::Headline(*figure)))
}

/// Whether a figure reads differently, or would if it were not too high to be written out. Nothing is
/// nothing in any currency.
fn is_other(computed: &[Held<'_>], id: FigureId) -> bool {
    if computed.iter().all(|held| held.writer.value(id) == Some(0.0)) {
        return false;
    }
    computed.windows(2).any(|pair| {
        let (one, other) = (pair[0].writer, pair[1].writer);
        one.exact(id).text != other.exact(id).text || is_beyond_words(one, other, id)
    })
}

fn exists(computed: &[Held<'_>], id: FigureId) -> bool {
    computed.iter().all(|held| held.writer.value(id).is_some())
}

fn listing(relation: Relation<'_>, computed: &[Held<'_>], ids: &[FigureId]) -> Listing {
    let mut columns: Vec<String> = computed.iter().map(|held| held.name.to_owned()).collect();
    let pair = match computed {
        [first, second] => Some((first, second)),
        _ => None,
    };
    if pair.is_some() {
        columns.push(match relation {
            Relation::Since(_) => "Change since then".to_owned(),
            Relation::Cases => "First less second".to_owned(),
        });
    }
    let row = |id: &FigureId| {
        let cell = |held: &Held<'_>| {
            let figure = held.writer.exact(*id).of_case(held.case);
            Paragraph(vec![Span::Figure(figure)])
        };
        let mut cells: Vec<Paragraph> = computed.iter().map(cell).collect();
        if let Some((first, second)) = pair {
            let is_over_horizon = matches!(id, FigureId::Return(_));
            let change = if is_over_horizon && first.horizon() != second.horizon() {
                "other horizon".to_owned()
            } else {
                change(second.writer, first.writer, *id).unwrap_or_default()
            };
            cells.push(Paragraph(vec![Span::Plain(change)]));
        }
        ListingRow { heading: label(*id).to_owned(), cells }
    };
    Listing { title: HEADING, columns, rows: ids.iter().map(row).collect() }
}

/// "The same in both: engineering capacity, a year; points of efficiency gained."
fn the_same(computed: &[Held<'_>], ids: &[FigureId]) -> Paragraph {
    let both = if computed.len() == 2 { "The same in both: " } else { "The same in all: " };
    let mut text = both.to_owned();
    for (position, id) in ids.iter().enumerate() {
        // Names have commas themselves.
        text.push_str(if position > 0 { "; " } else { "" });
        text.push_str(&within_a_sentence(label(*id)));
    }
    text.push('.');
    Paragraph::of_text(text)
}

/// A name as it stands within a sentence: what is no abbreviation begins with a small letter.
fn within_a_sentence(label: &str) -> String {
    let mut chars = label.chars();
    match (chars.next(), chars.next()) {
        (Some(first), Some(second)) if second.is_lowercase() => {
            let (_, rest) = label.split_at(first.len_utf8());
            [&first.to_ascii_lowercase().to_string(), rest].concat()
        }
        _ => label.to_owned(),
    }
}
