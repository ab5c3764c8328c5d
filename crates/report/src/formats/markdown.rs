//! A brief as Markdown, with tables as GitHub reads them.

use super::pieces::{Grid, Piece, inert, pieces};
use crate::{document::Paragraph, narrative::brief::Brief};

/// The brief as Markdown. What persons typed is text there too: nothing of it becomes a link, a
/// heading, emphasis or HTML.
pub fn markdown(brief: &Brief) -> String {
    let mut page = String::new();
    for piece in pieces(brief) {
        let block = match piece {
            Piece::Title(title) => ["# ", &escaped(title), "\n"].concat(),
            Piece::Heading(heading) => ["## ", &escaped(heading), "\n"].concat(),
            Piece::Paragraph(paragraph) => line(paragraph) + "\n",
            Piece::List(items) => {
                items.iter().map(|item| ["- ", &line(item), "\n"].concat()).collect()
            }
            Piece::Table(grid) => rows(&grid),
            Piece::Chart => continue,
        };
        if !page.is_empty() {
            page.push('\n');
        }
        page.push_str(&block);
    }
    page
}

/// A paragraph on a line of its own, where a sign, or a number with what follows it, would begin a
/// list.
fn line(paragraph: &Paragraph) -> String {
    let mut line = escaped(&paragraph.to_string());
    let after_digits = line.trim_start_matches(|first: char| first.is_ascii_digit());
    let at = line.len() - after_digits.len();
    let signs: &[char] = if at == 0 { &['-', '+', '='] } else { &['.', ')'] };
    if after_digits.starts_with(signs) {
        line.insert(at, '\\');
    }
    line
}

fn rows(grid: &Grid<'_>) -> String {
    let mut text = row(&mut grid.columns.iter().copied());
    text.push_str("| --- |");
    text.push_str(&" ---: |".repeat(grid.columns.len().saturating_sub(1)));
    text.push('\n');
    for each in &grid.rows {
        text.push_str(&row(&mut each.iter().map(AsRef::as_ref)));
    }
    text
}

fn row(cells: &mut dyn Iterator<Item = &str>) -> String {
    let mut text = String::from("|");
    for cell in cells {
        text.push(' ');
        text.push_str(&escaped(cell));
        text.push_str(" |");
    }
    text.push('\n');
    text
}

/// Text in which no character means anything to Markdown.
fn escaped(text: &str) -> String {
    let clean = inert(text);
    let text = clean.trim();
    let mut escaped = String::with_capacity(text.len());
    for (at, char) in text.char_indices() {
        let is_special = match char {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '#' => true,
            // Addresses become links even where nothing marks them.
            ':' => text[at..].starts_with("://"),
            '.' => text[..at].ends_with("www"),
            _ => false,
        };
        if is_special {
            escaped.push('\\');
        }
        escaped.push(char);
    }
    escaped
}
