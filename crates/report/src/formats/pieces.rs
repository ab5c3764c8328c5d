//! A brief as the few pieces any format has words for.

use std::borrow::Cow;

use crate::{
    document::{Block, FigureSpan, KeyFigure, Listing, Paragraph, Span, Statement, Table},
    narrative::brief::Brief,
};

/// A piece of a brief, in reading order.
pub(super) enum Piece<'a> {
    Title(&'a str),
    Heading(&'static str),
    Paragraph(&'a Paragraph),
    List(Vec<Paragraph>),
    Table(Grid<'a>),
    Chart,
}

/// Texts in rows and columns.
pub(super) struct Grid<'a> {
    /// Names of the columns, that of the row headings first.
    pub(super) columns: Vec<&'a str>,
    /// The rows, each with its heading first.
    pub(super) rows: Vec<Vec<Cow<'a, str>>>,
}

/// Every block as one of the pieces.
pub(super) fn pieces(brief: &Brief) -> Vec<Piece<'_>> {
    let mut pieces = vec![Piece::Title(&brief.title)];
    for section in &brief.sections {
        pieces.push(Piece::Heading(section.heading));
        pieces.extend(section.blocks.iter().map(piece));
        pieces.extend(section.chart.map(|_| Piece::Chart));
    }
    pieces
}

fn piece(block: &Block) -> Piece<'_> {
    match block {
        Block::Paragraph(paragraph) => Piece::Paragraph(paragraph),
        Block::KeyFigures(figures) => Piece::List(figures.iter().map(key_figure).collect()),
        Block::Notes(sentences) => Piece::List(sentences.clone()),
        Block::Statements(statements) => Piece::List(statements.iter().map(statement).collect()),
        Block::Table(table) => Piece::Table(of_table(table)),
        Block::Listing(listing) => Piece::Table(of_listing(listing)),
    }
}

fn of_table(table: &Table) -> Grid<'_> {
    let columns = table.columns.iter().map(AsRef::as_ref).collect();
    let mut grid = Grid { columns, rows: Vec::new() };
    for row in &table.rows {
        let mut texts = vec![Cow::Borrowed(row.heading.as_str())];
        texts.extend(row.cells.iter().map(|cell| Cow::Borrowed(cell.text.as_str())));
        grid.rows.push(texts);
    }
    grid
}

fn of_listing(listing: &Listing) -> Grid<'_> {
    let mut grid = Grid { columns: vec![""], rows: Vec::new() };
    grid.columns.extend(listing.columns.iter().map(String::as_str));
    for row in &listing.rows {
        let mut texts = vec![Cow::Borrowed(row.heading.as_str())];
        texts.extend(row.cells.iter().map(|cell| Cow::Owned(cell.to_string())));
        grid.rows.push(texts);
    }
    grid
}

/// "NPV, 24 months: $339k".
fn key_figure(key: &KeyFigure) -> Paragraph {
    with_figure(&key.label, &key.figure, key.unit)
}

/// "2026: +$60k net ($200k gained, $140k spent)".
fn statement(statement: &Statement) -> Paragraph {
    let mut line = with_figure(&statement.what, &statement.figure, statement.unit);
    if let Some(detail) = &statement.detail {
        line.0.push(Span::Text(" (".to_owned()));
        line.0.extend(detail.0.iter().cloned());
        line.0.push(Span::Text(")".to_owned()));
    }
    line
}

fn with_figure(what: &Paragraph, figure: &FigureSpan, unit: &'static str) -> Paragraph {
    let mut line = what.clone();
    line.0.push(Span::Text(": ".to_owned()));
    line.0.push(Span::Figure(figure.clone()));
    if !unit.is_empty() {
        line.0.push(Span::Text([" ", unit].concat()));
    }
    line
}

/// Text on one line that cannot turn what stands around it: line breaks and other controls become
/// spaces, runs of white space one, and marks that reverse the direction of reading go.
pub(super) fn inert(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
            // A space that must not break stays one.
            '\u{a0}' | '\u{202f}' => clean.push(char),
            _ if char.is_whitespace() || char.is_control() => {
                if !clean.ends_with(' ') {
                    clean.push(' ');
                }
            }
            _ => clean.push(char),
        }
    }
    clean
}
