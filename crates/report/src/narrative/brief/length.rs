//! How long a brief is.

use super::Section;
use crate::document::{Block, KeyFigure, Paragraph, Statement, Table};

/// Words of the sections with their headings, tables and lists.
pub(super) fn words(sections: &[Section]) -> usize {
    let of_section = |section: &Section| {
        let blocks: usize = section.blocks.iter().map(of_block).sum();
        of_text(section.heading) + blocks
    };
    sections.iter().map(of_section).sum()
}

fn of_block(block: &Block) -> usize {
    match block {
        Block::Paragraph(paragraph) => of(paragraph),
        Block::Notes(sentences) => sentences.iter().map(of).sum(),
        Block::KeyFigures(figures) => figures.iter().map(of_key_figure).sum(),
        Block::Statements(statements) => statements.iter().map(of_statement).sum(),
        Block::Table(table) => of_table(table),
        // No brief has one.
        Block::Listing(_) => 0,
    }
}

fn of_key_figure(key: &KeyFigure) -> usize {
    of(&key.label) + of_text(&key.figure.text) + of_text(key.unit)
}

fn of_statement(statement: &Statement) -> usize {
    let detail = statement.detail.as_ref().map_or(0, of);
    of(&statement.what) + detail + of_text(&statement.figure.text) + of_text(statement.unit)
}

fn of_table(table: &Table) -> usize {
    let columns: usize = table.columns.iter().map(|name| of_text(name)).sum();
    let cells = table.rows.iter().flat_map(|row| &row.cells);
    let cells: usize = cells.map(|cell| of_text(&cell.text)).sum();
    let headings: usize = table.rows.iter().map(|row| of_text(&row.heading)).sum();
    columns + cells + headings
}

fn of(paragraph: &Paragraph) -> usize {
    of_text(&paragraph.to_string())
}

fn of_text(text: &str) -> usize {
    text.split_whitespace().count()
}
