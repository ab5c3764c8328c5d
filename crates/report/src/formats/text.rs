//! A brief as plain text.

use super::pieces::{Grid, Piece, inert, pieces};
use crate::narrative::brief::Brief;

/// Characters of a line at most, unless a single word is longer.
pub const LINE_WIDTH: usize = 72;

/// Characters between two columns of a table, where the line has room for them.
const GAP: usize = 2;

/// The brief as plain text in lines of at most [`LINE_WIDTH`] characters, tables aligned; only a table of
/// many columns may be wider.
pub fn text(brief: &Brief) -> String {
    let mut page = String::new();
    for piece in pieces(brief) {
        match piece {
            Piece::Title(title) => {
                let lines = wrapped(title, "", "");
                let longest = lines.lines().map(width).max().unwrap_or_default();
                page.push_str(&lines);
                page.push_str(&"=".repeat(longest.min(LINE_WIDTH)));
                page.push_str("\n\n");
            }
            Piece::Heading(heading) => {
                page.push_str(heading);
                page.push('\n');
                page.push_str(&"-".repeat(width(heading)));
                page.push('\n');
            }
            Piece::Paragraph(paragraph) => {
                page.push_str(&wrapped(&paragraph.to_string(), "", ""));
                page.push('\n');
            }
            Piece::List(items) => {
                for item in &items {
                    page.push_str(&wrapped(&item.to_string(), "- ", "  "));
                }
                page.push('\n');
            }
            Piece::Table(grid) => {
                page.push_str(&aligned(&grid));
                page.push('\n');
            }
            Piece::Chart => {}
        }
    }
    page.truncate(page.trim_end().len());
    page.push('\n');
    page
}

/// Characters of a text; marks that take no room are none.
fn width(text: &str) -> usize {
    let takes_room = |char: &char| !matches!(char, '\u{200b}'..='\u{200f}' | '\u{61c}');
    text.chars().filter(takes_room).count()
}

/// Words in lines, the first after `start`, the others after `indent`.
fn wrapped(text: &str, start: &str, indent: &str) -> String {
    let clean = inert(text);
    let mut lines = String::from(start);
    let mut used = width(start);
    let mut is_first = true;
    for word in clean.split(' ').filter(|word| !word.is_empty()) {
        let wide = width(word);
        if !is_first && used + 1 + wide > LINE_WIDTH {
            lines.push('\n');
            lines.push_str(indent);
            used = width(indent);
        } else if !is_first {
            lines.push(' ');
            used += 1;
        }
        lines.push_str(word);
        used += wide;
        is_first = false;
    }
    lines + "\n"
}

/// Headings on the left, figures on the right of their columns.
fn aligned(grid: &Grid<'_>) -> String {
    let mut rows: Vec<Vec<String>> = Vec::new();
    rows.push(grid.columns.iter().map(|name| inert(name)).collect());
    rows.extend(grid.rows.iter().map(|row| row.iter().map(|text| inert(text)).collect()));
    let mut widths: Vec<usize> = Vec::new();
    for row in &rows {
        for (column, cell) in row.iter().enumerate() {
            if column == widths.len() {
                widths.push(0);
            }
            if let Some(widest) = widths.get_mut(column) {
                *widest = width(cell).max(*widest);
            }
        }
    }
    let taken = widths.iter().sum::<usize>() + GAP * widths.len().saturating_sub(1);
    let gap = " ".repeat(if taken > LINE_WIDTH { 1 } else { GAP });
    let mut text = String::new();
    for row in &rows {
        for (column, (cell, widest)) in row.iter().zip(&widths).enumerate() {
            let room = " ".repeat(widest - width(cell));
            if column > 0 {
                text.push_str(&gap);
                text.push_str(&room);
                text.push_str(cell);
            } else {
                text.push_str(cell);
                text.push_str(&room);
            }
        }
        text.push('\n');
    }
    text
}
