//! Texts, words, sections and lists: what they must look like.

use groundwork_model::{case::CaseBuilder, correlation::Correlation};
use serde_json::Value;

use crate::{
    by_path::ByPath,
    line::{Identified, ids},
    problem::{Expected, ProblemKind},
    schema::{
        Field,
        latest::{self, List, Text},
    },
    slot,
    text::{Lines, MAX_LIST_ENTRIES, MAX_TEXT_CHARS, TextError, check, check_currency, shown},
};

use super::{
    Reader,
    number::{read_rank, wrong_type},
};

impl Reader<'_> {
    pub(super) fn check_texts(&mut self) {
        let latest::Document { title, currency, start, .. } = &self.file.document;
        self.text("title", title, Lines::One);
        if let Some(value) = self.text("currency", currency, Lines::One)
            && check_currency(value).is_err()
        {
            self.add("currency", ProblemKind::BadCurrency { value: shown(value) });
        }
        if let Some(value) = self.text("start", start, Lines::One)
            && self.file.start().is_none()
        {
            self.add("start", ProblemKind::BadStart { value: shown(value) });
        }
    }

    /// Passes a text through that can be shown.
    pub(super) fn text<'t>(&mut self, path: &str, text: &'t Text, lines: Lines) -> Option<&'t str> {
        let kind = match text {
            Field::Absent => return None,
            Field::Right(text) => match check(text, lines) {
                Ok(text) => return Some(text),
                Err(TextError::TooLong { chars }) => {
                    ProblemKind::TextTooLong { chars, limit: MAX_TEXT_CHARS }
                }
                Err(TextError::Forbidden { character }) => {
                    ProblemKind::ForbiddenCharacter { character }
                }
                Err(_) => return None,
            },
            Field::Wrong(value) => wrong_type(value, Expected::Text, None),
        };
        self.add(path, kind);
        None
    }

    pub(super) fn word(&mut self, path: &str, text: &Text, known: &'static [&'static str]) {
        if let Some(value) = self.text(path, text, Lines::One)
            && !known.contains(&value)
        {
            self.add(path, ProblemKind::UnknownWord { value: shown(value), known });
        }
    }

    /// Checks the word that says what a line is.
    pub(super) fn kind(&mut self, path: &str, kind: &Text, is_known: bool, of: &'static str) {
        if kind.is_absent() {
            self.add(path, ProblemKind::Missing);
        } else if let Some(value) = self.text(path, kind, Lines::One)
            && !is_known
        {
            self.add(path, ProblemKind::UnknownKind { value: shown(value), of });
        }
    }

    pub(super) fn section<T>(&mut self, path: &str, section: &Field<T>) {
        if let Some(value) = section.wrong() {
            self.add(path, wrong_type(value, Expected::Object, None));
        }
    }

    pub(super) fn list<T>(&mut self, path: &str, list: &List<T>, limit: usize) {
        if let Some(value) = list.wrong() {
            self.add(path, wrong_type(value, Expected::List, None));
        }
        let items = slot::items(list);
        if items.len() > limit {
            self.add(path, ProblemKind::TooManyEntries { entries: items.len(), limit });
        }
        for (position, item) in items.iter().enumerate().take(limit) {
            let path = format!("{path}[{position}]");
            if item.is_absent() {
                self.add(path, wrong_type(&Value::Null, Expected::Object, None));
            } else {
                self.section(&path, item);
            }
        }
    }

    pub(super) fn lines<T: Identified>(
        &mut self,
        path: &str,
        list: &List<T>,
        mut check_line: impl FnMut(&mut Self, &str, &T),
    ) {
        self.list(path, list, MAX_LIST_ENTRIES);
        let ids = ids(list);
        for (item, id) in slot::items(list).iter().zip(&ids).take(MAX_LIST_ENTRIES) {
            let Some(line) = item.right() else { continue };
            let path = format!("{path}.{id}");
            let own = self.text(&format!("{path}.id"), line.id(), Lines::One);
            if let Some(own) = own.filter(|own| !own.is_empty() && own != id) {
                self.add(format!("{path}.id"), ProblemKind::SameId { id: shown(own) });
            }
            check_line(self, &path, line);
        }
    }

    pub(super) fn check_sources(&mut self) {
        let sources = &self.file.document.sources;
        self.section("sources", sources);
        for (path, source) in sources.right().into_iter().flat_map(ByPath::iter) {
            let path = format!("sources.{}", shown(path));
            self.section(&path, source);
            if let Some(source) = source.right() {
                self.text(&format!("{path}.kind"), &source.kind, Lines::One);
                self.text(&format!("{path}.note"), &source.note, Lines::Many);
            }
        }
    }

    /// Names what is wrong with pairs of inputs and hands on the others.
    pub(super) fn read_correlations(&mut self, case: &mut CaseBuilder) {
        let list = self.file.correlation_list();
        self.list("uncertainty.correlations", list, MAX_LIST_ENTRIES);
        let usable = self.file.usable_correlations();
        for (position, item) in slot::items(list).iter().enumerate().take(MAX_LIST_ENTRIES) {
            let Some(item) = item.right() else { continue };
            match usable.iter().find(|(usable, _)| *usable == position) {
                Some((_, correlation)) => case.correlate(*correlation),
                None => self.check_correlation(position, item),
            }
        }
    }

    fn check_correlation(&mut self, position: usize, item: &latest::Correlation) {
        let path = format!("uncertainty.correlations[{position}]");
        self.input_name(format!("{path}.a"), &item.a);
        self.input_name(format!("{path}.b"), &item.b);
        match item.rank.as_ref().ok_or(ProblemKind::Missing).and_then(read_rank) {
            Err(kind) => self.add(format!("{path}.rank"), kind),
            Ok(rank) => {
                let input = |name: &Text| self.file.input_at(name.right()?);
                if let (Some(a), Some(b)) = (input(&item.a), input(&item.b)) {
                    let error = Correlation::new(a, b, rank).err();
                    let kind = error.map(ProblemKind::NotCorrelated);
                    self.add(path, kind.unwrap_or(ProblemKind::CorrelatedTwice));
                }
            }
        }
    }

    fn input_name(&mut self, path: String, name: &Text) {
        if name.is_absent() {
            self.add(path, ProblemKind::Missing);
        } else if let Some(value) = self.text(&path, name, Lines::One)
            && self.file.input_at(value).is_none()
        {
            self.add(path, ProblemKind::UnknownInput { value: shown(value) });
        }
    }
}
