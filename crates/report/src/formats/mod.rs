//! How an evaluation leaves: as the JSON of the JavaScript API, and its brief as Markdown, HTML and
//! plain text.

pub mod html;
pub mod markdown;
mod pieces;
pub mod results;
pub mod simulated;
pub mod strategies;
pub mod text;

use crate::narrative::brief::Brief;

/// What a brief can be written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BriefFormat {
    /// Markdown with tables, as GitHub reads it.
    Markdown,
    /// A page of its own, without the chart.
    Html,
    /// Plain text in short lines.
    Text,
}

impl BriefFormat {
    /// Every format.
    pub const ALL: [Self; 3] = [Self::Markdown, Self::Html, Self::Text];

    /// Name in the JavaScript API.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Text => "text",
        }
    }

    /// The ending of file names.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Text => "txt",
        }
    }

    /// The format with that [`Self::name`].
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }
}

/// A brief in one of the formats.
pub fn written(brief: &Brief, format: BriefFormat) -> String {
    match format {
        BriefFormat::Markdown => markdown::markdown(brief),
        BriefFormat::Html => html::page(brief, None),
        BriefFormat::Text => text::text(brief),
    }
}
