//! Fields of text in a case file: its title, currency and start, labels and notes.

use groundwork_model::{calendar::YearMonth, input::Input};

use crate::{
    case_file::CaseFile,
    line::usable_text,
    schema::{Field, latest::Text},
    slot,
    text::{Lines, TextError, check, check_currency},
};

/// Currency of a case that names none.
pub const USUAL_CURRENCY: &str = "USD";

/// A field of text in a case file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TextField {
    /// Name of the case.
    Title,
    /// Three capital letters.
    Currency,
    /// First month, as YYYY-MM.
    Start,
    /// What a person calls the cost line at this position.
    CostLabel(usize),
    /// What a person calls the benefit line at this position.
    BenefitLabel(usize),
    /// What a person calls the initiative at this position.
    InitiativeTitle(usize),
    /// What is known about the source of a number.
    Note(Input),
}

impl CaseFile {
    /// Name of the case; empty where it has none that can be shown.
    pub fn title(&self) -> &str {
        usable_text(&self.document.title, Lines::One)
    }

    /// Currency of every amount; [`USUAL_CURRENCY`] where none was entered.
    pub fn currency(&self) -> &str {
        check_currency(usable_text(&self.document.currency, Lines::One)).unwrap_or(USUAL_CURRENCY)
    }

    /// First month.
    pub fn start(&self) -> Option<YearMonth> {
        usable_text(&self.document.start, Lines::One).parse().ok()
    }

    /// Path of a text in the file.
    pub fn text_path(&self, field: TextField) -> String {
        let label =
            |list: &str, id: Option<String>| format!("{list}.{}.label", id.unwrap_or_default());
        match field {
            TextField::Title => "title".to_owned(),
            TextField::Currency => "currency".to_owned(),
            TextField::Start => "start".to_owned(),
            TextField::CostLabel(line) => {
                label("costs", self.costs().into_iter().nth(line).map(|line| line.id))
            }
            TextField::BenefitLabel(line) => {
                label("benefits", self.benefits().into_iter().nth(line).map(|line| line.id))
            }
            TextField::InitiativeTitle(line) => {
                format!("plan.initiatives.{}.title", self.initiative_id(line).unwrap_or_default())
            }
            TextField::Note(input) => format!("sources.{}.note", self.path(input)),
        }
    }

    /// Enters a text, or removes it where it is empty.
    ///
    /// # Errors
    ///
    /// [`TextError`] when it cannot stand there; what stood there before then stays.
    pub fn set_text(&mut self, field: TextField, text: &str) -> Result<(), TextError> {
        let lines = if matches!(field, TextField::Note(_)) { Lines::Many } else { Lines::One };
        let text = check(text, lines)?;
        if let TextField::Note(input) = field {
            let place = self.has_place_for(input).then_some(()).ok_or(TextError::NoSuchLine);
            return place.map(|()| self.set_note(self.path(input), text));
        }
        match field {
            TextField::Currency if !text.is_empty() => check_currency(text).map(|_| ())?,
            TextField::Start if !text.is_empty() => {
                text.parse::<YearMonth>().map(|_| ()).map_err(|_| TextError::NotAMonth)?;
            }
            _ => (),
        }
        let document = &mut self.document;
        let slot = match field {
            TextField::Title => &mut document.title,
            TextField::Currency => &mut document.currency,
            TextField::Start => &mut document.start,
            TextField::CostLabel(line) => {
                let line = slot::cost_mut(&mut document.costs, line);
                &mut line.ok_or(TextError::NoSuchLine)?.label
            }
            TextField::BenefitLabel(line) => {
                let line = slot::benefit_mut(&mut document.benefits, line);
                &mut line.ok_or(TextError::NoSuchLine)?.label
            }
            TextField::InitiativeTitle(line) => {
                let line = self.initiative_mut(line);
                &mut line.ok_or(TextError::NoSuchLine)?.title
            }
            TextField::Note(_) => return Ok(()),
        };
        *slot = if text.is_empty() { Field::Absent } else { right(text) };
        Ok(())
    }

    /// Names the case; an empty title removes the name.
    ///
    /// # Errors
    ///
    /// [`TextError`] when the title is too long or cannot be shown; the earlier one then stays.
    pub fn set_title(&mut self, title: &str) -> Result<(), TextError> {
        self.set_text(TextField::Title, title)
    }

    /// Sets the first month, or removes it.
    pub fn set_start(&mut self, start: Option<YearMonth>) {
        self.document.start = start.map_or(Field::Absent, |start| right(&start.to_string()));
    }
}

/// A field with this text in it.
pub(crate) fn right(text: &str) -> Text {
    Field::Right(text.to_owned())
}
