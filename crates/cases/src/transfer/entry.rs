//! One case of a file: read as anybody's, or named as lost.

use serde_json::Value;

use crate::{
    case_file::CaseFile,
    draft::Draft,
    envelope::{Envelope, EnvelopeError, Timestamp},
    problem::{CaseProblem, CaseProblems, ProblemKind},
    schema::{DecodeError, FORMAT, MAX_BYTES},
    text::{Lines, MAX_TEXT_CHARS, TextError, check, shown},
};

/// Most texts beside one case that are read.
pub const MAX_DRAFT_TEXTS: usize = 400;
/// Latest time a browser knows, in the year 275760.
const LATEST_TIME: Timestamp = Timestamp(8_640_000_000_000_000);

/// A case that came in with a file.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportedCase {
    /// The case, and what was typed beside it.
    pub draft: Draft,
    /// When it was saved, where the file says so.
    pub saved_at: Option<Timestamp>,
    /// What in it cannot be used. What is merely missing is not among it.
    pub problems: CaseProblems,
    /// Paths of what this version does not use; it is kept. Safe to show.
    pub unused: Vec<String>,
}

/// A case of a file of several that could not be read.
#[derive(Clone, Debug, PartialEq)]
pub struct LostCase {
    /// Its position among the cases of the file, from 1.
    pub position: usize,
    /// Its title, where that can be told. Safe to show.
    pub title: Option<String>,
    /// Why it could not be read.
    pub reason: EnvelopeError,
}

/// The cases of a file of several, as they are read one after the other.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) cases: Vec<ImportedCase>,
    pub(super) lost: Vec<LostCase>,
}

impl Found {
    /// Reads the next case.
    pub(super) fn take_value(&mut self, entry: Value) {
        let title = title_of(&entry);
        match read(entry) {
            Ok(case) => self.cases.push(case),
            Err(reason) => self.lose(title, reason),
        }
    }

    /// Names the next case as lost.
    pub(super) fn lose(&mut self, title: Option<String>, reason: EnvelopeError) {
        let position = self.cases.len() + self.lost.len() + 1;
        self.lost.push(LostCase { position, title, reason });
    }
}

/// Reads a case as it is stored, or a case file.
pub(super) fn read(entry: Value) -> Result<ImportedCase, EnvelopeError> {
    let is_case_file = entry.get("format").and_then(Value::as_str) == Some(FORMAT);
    check_size(if is_case_file { Some(&entry) } else { entry.get("case") })?;
    if is_case_file {
        return Ok(imported(CaseFile::from_json(entry)?, None, Vec::new()));
    }
    let Envelope { saved_at, draft, .. } = Envelope::from_json(entry)?;
    let (file, texts) = draft.into_parts();
    Ok(imported(file, Some(saved_at).filter(|time| *time <= LATEST_TIME), texts))
}

/// The title of a case that cannot be read.
fn title_of(entry: &Value) -> Option<String> {
    let case = entry.get("case").unwrap_or(entry);
    case.get("title").and_then(Value::as_str).map(shown)
}

fn check_size(case: Option<&Value>) -> Result<(), DecodeError> {
    let bytes = case.map_or(0, |case| case.to_string().len());
    if bytes > MAX_BYTES { Err(DecodeError::TooLarge { bytes }) } else { Ok(()) }
}

/// A case of anybody's, without the texts beside it that cannot stand in a field.
fn imported(
    file: CaseFile,
    saved_at: Option<Timestamp>,
    texts: Vec<(String, String)>,
) -> ImportedCase {
    let CaseProblems(mut problems) = file.readable().problems;
    problems.retain(|problem| problem.kind != ProblemKind::Missing);
    if texts.len() > MAX_DRAFT_TEXTS {
        let kind = ProblemKind::TooManyTexts { texts: texts.len() };
        problems.push(CaseProblem { path: "drafts".to_owned(), kind });
    }
    let mut kept = Vec::new();
    for (path, text) in texts.into_iter().take(MAX_DRAFT_TEXTS) {
        match check(&path, Lines::One).and_then(|_| check(&text, Lines::Many)) {
            Ok(_) => kept.push((path, text)),
            Err(error) => problems.push(CaseProblem {
                path: format!("drafts.{}", shown(&path)),
                kind: problem(&error),
            }),
        }
    }
    let unused = file.unused();
    let draft = Draft::with_texts(file, kept);
    ImportedCase { draft, saved_at, problems: CaseProblems(problems), unused }
}

fn problem(error: &TextError) -> ProblemKind {
    match error {
        TextError::Forbidden { character } => {
            ProblemKind::ForbiddenCharacter { character: *character }
        }
        TextError::TooLong { chars } => {
            ProblemKind::TextTooLong { chars: *chars, limit: MAX_TEXT_CHARS }
        }
        _ => ProblemKind::Missing,
    }
}
