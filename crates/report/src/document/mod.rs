//! Text as data: spans that are words, and spans that are figures; and who writes them.

pub mod labels;
pub mod notes;
pub mod plan_names;
mod simulated;
mod writer;

use std::borrow::Cow;

use groundwork_model::figure::FigureId;

pub use writer::Writer;
pub(crate) use writer::{Prose, month_reached};

/// A piece of a paragraph.
#[derive(Clone, Debug, PartialEq)]
pub enum Span {
    /// Words, without a single digit.
    Text(String),
    /// A figure, which can be asked where it comes from.
    Figure(FigureSpan),
    /// What may hold digits and is no figure of the evaluation: a calendar year, what was asked for,
    /// an answer, a name somebody typed.
    Plain(String),
}

/// A figure within a text.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureSpan {
    /// Which figure it is.
    pub id: FigureId,
    /// Which of the cases held against each other it belongs to, counted from 0; 0 where there is one.
    pub case: u8,
    /// How it is written.
    pub text: String,
    /// Whether the sentence is about it; other figures only give context.
    pub is_key: bool,
    /// Why it does not exist, where it does not.
    pub reason: Option<String>,
}

/// A run of spans that is read as one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Paragraph(pub Vec<Span>);

/// A part of a page that is read on its own.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// Sentences.
    Paragraph(Paragraph),
    /// The figures that stand out.
    KeyFigures(Vec<KeyFigure>),
    /// What is to be minded, a sentence each.
    Notes(Vec<Paragraph>),
    /// Statements with the figure each comes to, in two columns.
    Statements(Vec<Statement>),
    /// Figures in rows and columns.
    Table(Table),
    /// Words, and figures of several cases, in rows and columns.
    Listing(Listing),
}

/// A figure with its name.
#[derive(Clone, Debug, PartialEq)]
pub struct KeyFigure {
    /// What it is, with its period.
    pub label: Paragraph,
    /// The figure.
    pub figure: FigureSpan,
    /// What follows it, such as "a week".
    pub unit: &'static str,
}

/// What is stated on the left, and the figure it comes to on the right.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// What the figure is, with its period.
    pub what: Paragraph,
    /// What it is made of, or what to mind.
    pub detail: Option<Paragraph>,
    /// The figure, with its sign where it is a difference.
    pub figure: FigureSpan,
    /// What follows it, such as "net" or "a year".
    pub unit: &'static str,
}

/// Figures in rows and columns.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// What the table shows.
    pub title: &'static str,
    /// Names of the columns, the first one that of the row headings.
    pub columns: Vec<Cow<'static, str>>,
    /// The rows.
    pub rows: Vec<Row>,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What the row is about: a name or a date.
    pub heading: String,
    /// Its figures, one for each column after the first.
    pub cells: Vec<FigureSpan>,
}

/// Rows whose cells are words, figures, or both.
#[derive(Clone, Debug, PartialEq)]
pub struct Listing {
    /// What it lists.
    pub title: &'static str,
    /// Names of the columns after the first, which is that of the row headings.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<ListingRow>,
}

/// A row of a listing.
#[derive(Clone, Debug, PartialEq)]
pub struct ListingRow {
    /// What the row is about.
    pub heading: String,
    /// What it says, once for each column.
    pub cells: Vec<Paragraph>,
}

impl FigureSpan {
    /// The same figure as one of the case at that place among those held against each other.
    #[must_use]
    pub fn of_case(self, case: u8) -> Self {
        Self { case, ..self }
    }
}

impl Paragraph {
    /// The same paragraph with its figures as those of the case at that place.
    #[must_use]
    pub fn of_case(mut self, case: u8) -> Self {
        for span in &mut self.0 {
            if let Span::Figure(figure) = span {
                figure.case = case;
            }
        }
        self
    }

    /// A paragraph of words only.
    pub fn of_text(text: impl Into<String>) -> Self {
        Self(vec![Span::Text(text.into())])
    }

    /// The figures in it, in reading order.
    pub fn figures(&self) -> impl Iterator<Item = &FigureSpan> {
        self.0.iter().filter_map(|span| match span {
            Span::Figure(figure) => Some(figure),
            Span::Text(_) | Span::Plain(_) => None,
        })
    }
}

/// The paragraph as plain text.
impl std::fmt::Display for Paragraph {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.iter().try_for_each(|span| match span {
            Span::Text(text) | Span::Plain(text) => formatter.write_str(text),
            Span::Figure(figure) => formatter.write_str(&figure.text),
        })
    }
}
