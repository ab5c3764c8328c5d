//! A case as it is kept: whatever was entered so far, right or wrong, complete or not.

use groundwork_model::{
    calendar::YearMonth,
    case::{EntryError, check_entry},
    estimate::Estimate,
    input::{BenefitInput, CostInput, Input},
    investment::PaidFrom,
};
use serde_json::Value;

use crate::{
    line::{ids, usable_text},
    schema::{self, DecodeError, Lenient, Number, latest},
    slot,
    source::SUGGESTED,
    text::{Lines, TextError, check, check_currency},
};

/// Currency of a case that names none.
pub const USUAL_CURRENCY: &str = "USD";
/// Months of work a new case suggests, so that it does not spend more than a month's capacity.
const SUGGESTED_MONTHS: f64 = 3.0;
/// Names of [`PaidFrom`] in the file.
pub(crate) const PAID_FROM_KEYS: &[&str] = &["capacity", "money"];

/// A case file of the latest version.
///
/// A field that is present was entered; a field that is absent has its default. What is wrong or
/// not known is kept and written back as it was. [`Input::Cost`] and [`Input::Benefit`] count the
/// lines that can be used, here as in the [`Case`](groundwork_model::case::Case) made of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CaseFile {
    pub(crate) document: latest::Document,
}

/// Why a number was not written into a case file.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum NumberError {
    /// It is out of bounds, or a range where one figure is wanted.
    #[error(transparent)]
    Entry(#[from] EntryError),
    /// The line it belongs to is not there.
    #[error("there is no such line")]
    NoSuchLine,
}

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
    /// What is known about the source of a number.
    Note(Input),
}

impl CaseFile {
    /// A new case: it begins in `start` and suggests a length of the work nobody has entered yet.
    pub fn new(start: YearMonth) -> Self {
        let mut file = Self::default();
        file.set_start(Some(start));
        file.enter(Input::InvestmentMonths, SUGGESTED_MONTHS);
        file.set_source_kind(Input::InvestmentMonths, SUGGESTED);
        file
    }

    /// The two-million conversation, beginning in `start`: the example the page opens with.
    pub fn example(start: YearMonth) -> Self {
        let mut file = Self::default();
        file.document.title = right("The two-million conversation");
        file.document.currency = right(USUAL_CURRENCY);
        file.set_start(Some(start));
        file.enter(Input::AnnualCost, 2_000_000.0);
        file.enter(Input::EfficiencyNow, 0.7);
        file.enter(Input::EfficiencyAfter, 0.9);
        file.enter(Input::Amount, 200_000.0);
        file.set_paid_from(Some(PaidFrom::Capacity));
        file.enter(Input::FirstMonth, 4.0);
        file.enter(Input::InvestmentMonths, 3.0);
        file
    }

    /// Reads a case file of any known version. Parts that are wrong or not known are kept.
    ///
    /// # Errors
    ///
    /// [`DecodeError`] for anything but a case file of a known version.
    pub fn decode(text: &str) -> Result<Self, DecodeError> {
        Self::from_json(schema::parse(text)?)
    }

    /// The file as compact text.
    pub fn encode(&self) -> String {
        self.to_json().to_string()
    }

    /// The file as text for people, indented.
    pub fn encode_pretty(&self) -> String {
        format!("{:#}\n", self.to_json())
    }

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

    /// Where the investment comes from, where somebody said so.
    pub fn paid_from(&self) -> Option<PaidFrom> {
        let investment = self.document.investment.as_ref()?.right()?;
        match usable_text(&investment.paid_from, Lines::One) {
            "capacity" => Some(PaidFrom::Capacity),
            "money" => Some(PaidFrom::Money),
            _ => None,
        }
    }

    /// What the file says about `input`, right or wrong.
    pub fn number(&self, input: Input) -> Option<&Number> {
        slot::number(&self.document, input)
    }

    /// What the file says about `input`, where that is right.
    pub fn estimate(&self, input: Input) -> Option<Estimate> {
        let estimate = self.number(input)?.estimate()?.ok()?;
        check_entry(input, estimate).ok().map(|()| estimate)
    }

    /// Whether somebody entered a number for `input` that can be used: not one by default, and not
    /// one the page suggested.
    pub fn is_entered(&self, input: Input) -> bool {
        self.estimate(input).is_some() && !self.is_suggested(&self.path(input))
    }

    /// Path of `input` in the file, with the id of its line: `benefits.b1.cost_each`.
    pub fn path(&self, input: Input) -> String {
        let line_path = |list: &str, ids: Vec<String>, position: Option<usize>| {
            let id = position.and_then(|position| ids.get(position)).map_or("", String::as_str);
            format!("{list}.{id}.{}", input.spec().path)
        };
        let latest::Document { costs, benefits, .. } = &self.document;
        match input {
            Input::Cost(line, _) => {
                line_path("costs", ids(costs), slot::cost_positions(costs).nth(line))
            }
            Input::Benefit(line, _) => {
                line_path("benefits", ids(benefits), slot::benefit_positions(benefits).nth(line))
            }
            _ => input.spec().path.to_owned(),
        }
    }

    /// The input at `path`, the inverse of [`Self::path`].
    pub fn input_at(&self, path: &str) -> Option<Input> {
        let Some((line, name)) = path.rsplit_once('.') else {
            return Input::SINGLE.into_iter().find(|input| input.spec().path == path);
        };
        if let Some(id) = line.strip_prefix("costs.") {
            let line = self.costs().iter().position(|line| line.id == id)?;
            let input = CostInput::ALL.into_iter().find(|input| input.spec().path == name)?;
            Some(Input::Cost(line, input))
        } else if let Some(id) = line.strip_prefix("benefits.") {
            let line = self.benefits().iter().position(|line| line.id == id)?;
            let input = BenefitInput::ALL.into_iter().find(|input| input.spec().path == name)?;
            Some(Input::Benefit(line, input))
        } else {
            Input::SINGLE.into_iter().find(|input| input.spec().path == path)
        }
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
            TextField::Note(input) => format!("sources.{}.note", self.path(input)),
        }
    }

    /// Enters a number, or removes it; either way it is no longer a suggestion of the page.
    ///
    /// # Errors
    ///
    /// [`NumberError`] when it cannot stand there; what stood there before then stays.
    pub fn set_number(
        &mut self,
        input: Input,
        estimate: Option<Estimate>,
    ) -> Result<(), NumberError> {
        if let Some(estimate) = estimate {
            check_entry(input, estimate)?;
        } else if self.number(input).is_none() {
            return Ok(());
        }
        let slot = slot::number_mut(&mut self.document, input).ok_or(NumberError::NoSuchLine)?;
        *slot = estimate.map(Number::from);
        self.confirm(input);
        self.drop_empty_sections();
        Ok(())
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
            self.set_note(self.path(input), text);
            return Ok(());
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
            TextField::Note(_) => return Ok(()),
        };
        *slot = if text.is_empty() { None } else { right(text) };
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
        self.document.start = start.map(|start| Lenient::Right(start.to_string()));
    }

    /// Says where the investment comes from, or leaves it open again.
    pub fn set_paid_from(&mut self, paid_from: Option<PaidFrom>) {
        if let Some(investment) = slot::section_mut(&mut self.document.investment) {
            investment.paid_from = paid_from.and_then(|paid_from| match paid_from {
                PaidFrom::Capacity => right("capacity"),
                PaidFrom::Money => right("money"),
            });
        }
        self.drop_empty_sections();
    }

    /// Reads a file that is JSON already, of any size.
    pub(crate) fn from_json(json: Value) -> Result<Self, DecodeError> {
        let mut file = Self { document: schema::from_json(json)? };
        file.give_ids();
        Ok(file)
    }

    /// The file as JSON.
    pub(crate) fn to_json(&self) -> Value {
        schema::to_json(&self.document)
    }

    /// Writes a number that is known to be right.
    fn enter(&mut self, input: Input, value: f64) {
        let entered = Estimate::exact(value)
            .is_ok_and(|estimate| self.set_number(input, Some(estimate)).is_ok());
        debug_assert!(entered, "{input:?} cannot be {value}");
    }

    fn drop_empty_sections(&mut self) {
        drop_if_empty(&mut self.document.capacity);
        drop_if_empty(&mut self.document.efficiency);
        drop_if_empty(&mut self.document.investment);
        drop_if_empty(&mut self.document.uncertainty);
    }
}

#[expect(clippy::unnecessary_wraps, reason = "made for fields, which may be absent")]
fn right(text: &str) -> latest::Text {
    Some(Lenient::Right(text.to_owned()))
}

fn drop_if_empty<T: Default + PartialEq>(section: &mut latest::Section<T>) {
    if section.as_ref().and_then(Lenient::right).is_some_and(|part| *part == T::default()) {
        *section = None;
    }
}
