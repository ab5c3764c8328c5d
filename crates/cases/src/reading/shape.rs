//! Texts, words, sections and lists: what they must look like.

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
    number::{check_rank, wrong_type},
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

    pub(super) fn kind(&mut self, path: &str, line: &latest::BenefitLine) {
        if line.kind.is_absent() {
            self.add(path, ProblemKind::Missing);
        } else if let Some(value) = self.text(path, &line.kind, Lines::One)
            && slot::kind(line).is_none()
        {
            self.add(path, ProblemKind::UnknownKind { value: shown(value) });
        }
    }

    pub(super) fn section<T>(&mut self, path: &str, section: &Field<T>) {
        if let Some(value) = section.wrong() {
            self.add(path, wrong_type(value, Expected::Object, None));
        }
    }

    pub(super) fn list<T>(&mut self, path: &str, list: &List<T>) {
        if let Some(value) = list.wrong() {
            self.add(path, wrong_type(value, Expected::List, None));
        }
        let items = slot::items(list);
        if items.len() > MAX_LIST_ENTRIES {
            self.add(path, ProblemKind::TooManyEntries { entries: items.len() });
        }
        for (position, item) in items.iter().enumerate().take(MAX_LIST_ENTRIES) {
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
        self.list(path, list);
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

    pub(super) fn check_correlations(&mut self) {
        let uncertainty = &self.file.document.uncertainty;
        let Some(uncertainty) = uncertainty.right() else { return };
        self.list("uncertainty.correlations", &uncertainty.correlations);
        let correlations = slot::items(&uncertainty.correlations).iter().enumerate();
        for (position, correlation) in correlations.take(MAX_LIST_ENTRIES) {
            let Some(correlation) = correlation.right() else { continue };
            let path = format!("uncertainty.correlations[{position}]");
            self.input_name(format!("{path}.a"), &correlation.a);
            self.input_name(format!("{path}.b"), &correlation.b);
            let path = format!("{path}.rank");
            let rank = correlation.rank.as_ref().ok_or(ProblemKind::Missing);
            if let Err(kind) = rank.and_then(check_rank) {
                self.add(path, kind);
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
