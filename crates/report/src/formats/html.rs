//! A brief as HTML: a fragment for the clipboard, and a page of its own.

use super::pieces::{Grid, Piece, inert, pieces};
use crate::{
    document::{Paragraph, Span},
    narrative::brief::Brief,
};

/// The style of each element, for programs that keep nothing but inline styles.
struct Looks {
    title: &'static str,
    heading: &'static str,
    text: &'static str,
    list: &'static str,
    table: &'static str,
    name: &'static str,
    figure: &'static str,
}

const INLINE: Looks = Looks {
    title: " style=\"font-size:20pt;line-height:1.2;margin:0 0 12pt\"",
    heading: " style=\"font-size:13pt;line-height:1.3;margin:14pt 0 4pt\"",
    text: " style=\"margin:0 0 6pt\"",
    list: " style=\"margin:0 0 6pt;padding-left:18pt\"",
    table: " style=\"border-collapse:collapse;margin:6pt 0\"",
    name: " style=\"text-align:left;font-weight:normal;padding:3pt 12pt 3pt 0;border-bottom:1px solid #ccc\"",
    figure: " style=\"text-align:right;font-weight:normal;padding:3pt 0 3pt 12pt;border-bottom:1px solid #ccc\"",
};

/// A page has one sheet for all of it.
const OF_SHEET: Looks =
    Looks { title: "", heading: "", text: "", list: "", table: "", name: "", figure: "" };

/// The sheet of the page: a column of readable lines on the screen, black on white on paper.
const SHEET: &str = "
@page { margin: 14mm 18mm }
body { max-width: 40rem; margin: 2.5rem auto; padding: 0 1.25rem; color: #1c1e21; background: #fff;
  font: 1rem/1.5 Charter, 'Iowan Old Style', 'Palatino Linotype', Georgia, serif;
  overflow-wrap: break-word }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 1.5rem }
h2 { font-size: 1.125rem; line-height: 1.3; margin: 1.5rem 0 0.25rem; break-after: avoid }
p, ul { margin: 0 0 0.5rem }
ul { padding-left: 1.25rem }
table { border-collapse: collapse; width: 100%; margin: 0.75rem 0; break-inside: avoid;
  font-variant-numeric: lining-nums tabular-nums }
th, td { padding: 0.25rem 0 0.25rem 0.75rem; border-bottom: 1px solid #ccc; font-weight: normal;
  text-align: right }
th:first-child { padding-left: 0; text-align: left }
td { white-space: nowrap }
thead th { color: #4d5157; vertical-align: bottom }
figure { margin: 1rem 0; break-inside: avoid }
figure svg { display: block; width: 100%; height: auto }
@media screen and (max-width: 40rem) {
  table { display: block; overflow-x: auto }
}
@media print {
  body { max-width: none; margin: 0; padding: 0; font-size: 9.5pt; line-height: 1.35 }
  h1 { font-size: 16pt; margin-bottom: 6pt }
  h2 { font-size: 11pt; margin-top: 7pt }
  p, ul { margin-bottom: 3pt }
  table, figure { margin: 5pt 0 }
  th, td { padding-block: 1.5pt }
  figure svg { max-height: 46mm }
}
";

/// The brief as a fragment for the clipboard, with inline styles only: mail programs and word
/// processors keep those.
pub fn rich_text(brief: &Brief) -> String {
    body(brief, &INLINE, None)
}

/// The brief as a page of its own that asks for nothing: no script, no font, no other file.
///
/// `chart` is the SVG file of the section that has one, as [`svg`](crate::charts::svg) writes it.
pub fn page(brief: &Brief, chart: Option<&str>) -> String {
    let title = escaped(brief.title.trim());
    let body = body(brief, &OF_SHEET, chart);
    [
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" \
         content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>",
        &title,
        "</title>\n<style>",
        SHEET,
        "</style>\n</head>\n<body>\n",
        &body,
        "</body>\n</html>\n",
    ]
    .concat()
}

fn body(brief: &Brief, looks: &Looks, chart: Option<&str>) -> String {
    let mut html = String::new();
    for piece in pieces(brief) {
        match piece {
            Piece::Title(title) => element(&mut html, "h1", looks.title, &escaped(title.trim())),
            Piece::Heading(heading) => element(&mut html, "h2", looks.heading, &escaped(heading)),
            Piece::Paragraph(paragraph) => element(&mut html, "p", looks.text, &spans(paragraph)),
            Piece::List(items) => {
                let mut list = String::from("\n");
                for item in &items {
                    element(&mut list, "li", "", &spans(item));
                }
                element(&mut html, "ul", looks.list, &list);
            }
            Piece::Table(grid) => element(&mut html, "table", looks.table, &rows(&grid, looks)),
            Piece::Chart => {
                if let Some(chart) = chart {
                    element(&mut html, "figure", "", &["\n", chart.trim_end(), "\n"].concat());
                }
            }
        }
    }
    html
}

fn rows(grid: &Grid<'_>, looks: &Looks) -> String {
    let look = |column: usize| if column == 0 { looks.name } else { looks.figure };
    let mut head = String::new();
    for (column, name) in grid.columns.iter().enumerate() {
        cell(&mut head, "th scope=\"col\"", look(column), name);
    }
    let mut body = String::from("\n");
    for row in &grid.rows {
        let mut cells = String::new();
        for (column, text) in row.iter().enumerate() {
            let tag = if column == 0 { "th scope=\"row\"" } else { "td" };
            cell(&mut cells, tag, look(column), text);
        }
        element(&mut body, "tr", "", &cells);
    }
    let mut html = String::from("\n");
    element(&mut html, "thead", "", &["<tr>", &head, "</tr>"].concat());
    element(&mut html, "tbody", "", &body);
    html
}

/// A cell on the line of its row; `tag` may have attributes.
fn cell(html: &mut String, tag: &str, look: &str, text: &str) {
    let name = tag.split(' ').next().unwrap_or(tag);
    for part in ["<", tag, look, ">", &escaped(text), "</", name, ">"] {
        html.push_str(part);
    }
}

fn element(html: &mut String, tag: &str, look: &str, content: &str) {
    for part in ["<", tag, look, ">", content, "</", tag, ">\n"] {
        html.push_str(part);
    }
}

/// A paragraph, the figures it is about set off.
fn spans(paragraph: &Paragraph) -> String {
    let mut html = String::new();
    for span in &paragraph.0 {
        match span {
            Span::Figure(figure) if figure.is_key => {
                for part in ["<strong>", &escaped(&figure.text), "</strong>"] {
                    html.push_str(part);
                }
            }
            Span::Figure(figure) => html.push_str(&escaped(&figure.text)),
            Span::Text(text) | Span::Plain(text) => html.push_str(&escaped(text)),
        }
    }
    html
}

/// Text in which no character means anything to HTML, within elements and within attributes.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for char in inert(text).chars() {
        match char {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            _ => escaped.push(char),
        }
    }
    escaped
}
