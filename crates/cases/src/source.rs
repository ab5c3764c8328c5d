//! Where numbers come from, and which of them are nobody's yet.

use groundwork_model::input::Input;

use crate::{
    by_path::ByPath,
    case_file::CaseFile,
    line::usable_text,
    schema::{Field, latest},
    text::Lines,
};

/// Kind of source of a number the page put there and nobody confirmed.
pub const SUGGESTED: &str = "suggested";
/// Kinds of source the page writes; they say nothing about anybody.
pub(crate) const KNOWN_KINDS: [&str; 3] = ["typed", SUGGESTED, "estimated"];

/// Where a number comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Source<'a> {
    /// How it came about, such as `typed` or `suggested`; empty where nothing was said.
    pub kind: &'a str,
    /// What somebody wrote about it; empty where nobody did. May have several lines.
    pub note: &'a str,
}

impl CaseFile {
    /// Where the number comes from; empty where nothing was said.
    pub fn source(&self, input: Input) -> Source<'_> {
        self.source_at(&self.path(input))
    }

    /// Every source by the path of its number, in the order of paths.
    pub fn sources(&self) -> impl Iterator<Item = (&str, Source<'_>)> {
        let sources = self.document.sources.right().into_iter().flat_map(ByPath::iter);
        sources.filter_map(|(path, source)| Some((path.as_str(), read(source.right()?))))
    }

    /// Says how the number came about; an empty `kind` says nothing again.
    pub fn set_source_kind(&mut self, input: Input, kind: &str) {
        let path = self.path(input);
        let kind = text(kind);
        self.change_source(path, |source| source.kind = kind);
    }

    /// Whether the number at a path was put there by the page.
    pub(crate) fn is_suggested(&self, path: &str) -> bool {
        self.source_at(path).kind == SUGGESTED
    }

    /// Takes the mark off a number that somebody has now entered or removed.
    pub(crate) fn confirm(&mut self, input: Input) {
        let path = self.path(input);
        if self.is_suggested(&path) {
            self.change_source(path, |source| source.kind = Field::Absent);
        }
    }

    /// Writes what is known about a number; nothing where the note is empty.
    pub(crate) fn set_note(&mut self, path: String, note: &str) {
        let note = text(note);
        self.change_source(path, |source| source.note = note);
    }

    /// Forgets the sources of the numbers of a line.
    pub(crate) fn remove_sources_below(&mut self, prefix: &str) {
        if let Some(sources) = self.document.sources.right_mut() {
            sources.retain(|path| !path.starts_with(prefix));
        }
        self.drop_empty_sources();
    }

    fn source_at(&self, path: &str) -> Source<'_> {
        let sources = self.document.sources.right();
        let source = sources.and_then(|sources| sources.get(path)?.right());
        source.map(read).unwrap_or_default()
    }

    fn change_source(&mut self, path: String, change: impl FnOnce(&mut latest::Source)) {
        let Some(sources) = self.document.sources.or_create() else { return };
        let mut source = match sources.remove(&path) {
            Some(Field::Right(source)) => source,
            _ => latest::Source::default(),
        };
        change(&mut source);
        if source != latest::Source::default() {
            sources.insert(path, Field::Right(source));
        }
        self.drop_empty_sources();
    }

    fn drop_empty_sources(&mut self) {
        let sources = self.document.sources.right();
        if sources.is_some_and(ByPath::is_empty) {
            self.document.sources = Field::Absent;
        }
    }
}

fn read(source: &latest::Source) -> Source<'_> {
    Source {
        kind: usable_text(&source.kind, Lines::One),
        note: usable_text(&source.note, Lines::Many),
    }
}

fn text(text: &str) -> latest::Text {
    if text.is_empty() { Field::Absent } else { Field::Right(text.to_owned()) }
}
