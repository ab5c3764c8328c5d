//! A case while somebody types: the file, and beside it what was typed and cannot be used yet.

use groundwork_model::{case::Case, estimate::Estimate, input::Input, split::Split};

use crate::{
    by_path::ByPath,
    case_file::{CaseFile, NumberError},
    plan::SplitAt,
    problem::CaseProblems,
    reading::Reading,
    text::TextError,
    text_field::TextField,
};

/// A case file and every text that was typed into a field and could not be used.
///
/// The file keeps the last value of such a field that could, so a case stays on screen. Nothing
/// typed is lost: a text stands either in the file or here.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    file: CaseFile,
    texts: ByPath<String>,
}

/// Why a typed number was not taken into the file; its text was kept.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum TypeError<E> {
    /// It could not be read as a number.
    #[error("{0}")]
    Unreadable(E),
    /// It was read and cannot stand there.
    #[error(transparent)]
    Number(NumberError),
}

impl Draft {
    /// A draft of `file` in which nothing was typed that could not be used.
    pub fn new(file: CaseFile) -> Self {
        Self { file, texts: ByPath::default() }
    }

    /// A draft as it was kept: texts by the path of their field.
    pub fn with_texts(file: CaseFile, texts: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut draft = Self::new(file);
        for (path, text) in texts {
            draft.texts.insert(path, text);
        }
        draft
    }

    /// The file, and every text by its path.
    pub(crate) fn into_parts(self) -> (CaseFile, Vec<(String, String)>) {
        (self.file, self.texts.into_entries())
    }

    /// The file with everything that could be used.
    pub fn file(&self) -> &CaseFile {
        &self.file
    }

    /// The file, for what is chosen rather than typed: lines, tags, where the money comes from.
    pub fn file_mut(&mut self) -> &mut CaseFile {
        &mut self.file
    }

    /// What was typed into the field at `path` and could not be used.
    pub fn text(&self, path: &str) -> Option<&str> {
        self.texts.get(path).map(String::as_str)
    }

    /// Every text that was typed and could not be used, by the path of its field.
    pub fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        self.texts.iter().map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// Takes what was typed into the field of `input` and what it was read as. Blank text removes
    /// the number; text that cannot be used is kept beside the last number that could.
    ///
    /// # Errors
    ///
    /// [`TypeError`] when it cannot be used.
    pub fn type_number<E>(
        &mut self,
        input: Input,
        text: &str,
        parsed: Result<Estimate, E>,
    ) -> Result<(), TypeError<E>> {
        let path = self.file.path(input);
        let taken = if text.trim().is_empty() {
            self.file.set_number(input, None).map_err(TypeError::Number)
        } else {
            match parsed {
                Ok(estimate) => {
                    self.file.set_number(input, Some(estimate)).map_err(TypeError::Number)
                }
                Err(error) => Err(TypeError::Unreadable(error)),
            }
        };
        self.keep_unless_taken(path, text, taken)
    }

    /// Takes what was typed into a field of text. Empty text removes the field; text that cannot be
    /// used is kept beside the last one that could.
    ///
    /// # Errors
    ///
    /// [`TextError`] when it cannot be used.
    pub fn type_text(&mut self, field: TextField, text: &str) -> Result<(), TextError> {
        let path = self.file.text_path(field);
        let taken = self.file.set_text(field, text);
        self.keep_unless_taken(path, text, taken)
    }

    /// Removes the cost line at a position, with what was typed into it.
    pub fn remove_cost(&mut self, line: usize) {
        if let Some(removed) = self.file.costs().get(line) {
            self.forget_below(&format!("costs.{}.", removed.id));
        }
        self.file.remove_cost(line);
    }

    /// Removes the benefit line at a position, with what was typed into it.
    pub fn remove_benefit(&mut self, line: usize) {
        if let Some(removed) = self.file.benefits().get(line) {
            self.forget_below(&format!("benefits.{}.", removed.id));
        }
        self.file.remove_benefit(line);
    }

    /// Enters a split as a whole, or removes it, with what was typed into its shares. Nothing happens
    /// where there is no such quarter.
    pub fn set_split(&mut self, at: SplitAt, split: Option<Split>) {
        let own = format!("{}.", at.path());
        self.texts.retain(|path| !path.starts_with(&own));
        self.file.set_split(at, split);
    }

    /// Removes the strategy at a position from those that are compared, with what was typed into it.
    pub fn remove_strategy(&mut self, line: usize) {
        if let Some(removed) = self.file.strategies().get(line) {
            self.forget_below(&format!("plan.strategies.{}.", removed.id));
        }
        self.file.remove_strategy(line);
    }

    /// Removes the last quarter of the plan, with what was typed into it.
    pub fn remove_last_quarter(&mut self) {
        if let Some(last) = self.file.quarters().checked_sub(1) {
            self.forget_below(&format!("plan.quarters.{last}."));
        }
        self.file.remove_last_quarter();
    }

    /// Removes the initiative at a position, with what was typed into it.
    pub fn remove_initiative(&mut self, line: usize) {
        if let Some(removed) = self.file.initiatives().get(line) {
            self.forget_below(&format!("plan.initiatives.{}.", removed.id));
        }
        self.file.remove_initiative(line);
    }

    /// Takes a number out of the file and keeps `text` for its field, where another number stands in
    /// for it: capacity is either a yearly amount or a team.
    pub fn set_aside(&mut self, input: Input, text: &str) {
        let path = self.file.path(input);
        if self.file.set_number(input, None).is_ok() && !text.trim().is_empty() {
            self.texts.insert(path, text.to_owned());
        } else {
            self.texts.remove(&path);
        }
    }

    /// The case made of everything that could be used. A benefit line without all of its numbers is
    /// left out, so that it does not keep the others from being evaluated; lines of the case are
    /// found by their `id`, not by their position in the file.
    ///
    /// # Errors
    ///
    /// [`CaseProblems`] when that is too little for a case.
    pub fn to_case(&self) -> Result<Case, CaseProblems> {
        let Reading { case, problems } = self.file.readable();
        let without_incomplete = || self.file.without_incomplete_benefits()?.readable().case;
        case.or_else(without_incomplete).ok_or(problems)
    }

    /// What is missing or wrong in the file, except where a typed text stands in the field: its own
    /// message is the one to show there.
    pub fn problems(&self) -> CaseProblems {
        let CaseProblems(mut problems) = self.file.readable().problems;
        problems.retain(|problem| self.texts.get(&problem.path).is_none());
        CaseProblems(problems)
    }

    fn keep_unless_taken<E>(
        &mut self,
        path: String,
        text: &str,
        taken: Result<(), E>,
    ) -> Result<(), E> {
        match taken {
            Ok(()) => drop(self.texts.remove(&path)),
            Err(_) => self.texts.insert(path, text.to_owned()),
        }
        taken
    }

    /// Forgets what was typed into a line, where its numbers come from and what they go with.
    fn forget_below(&mut self, own: &str) {
        let of_sources = format!("sources.{own}");
        self.texts.retain(|path| !path.starts_with(own) && !path.starts_with(&of_sources));
        self.file.forget_below(own);
    }
}
