//! A case as it is kept: whatever was entered so far, right or wrong, complete or not.

use groundwork_model::{
    calendar::YearMonth,
    case::{EntryError, check_entry},
    estimate::Estimate,
    input::{BenefitInput, CostInput, Input},
    investment::PaidFrom,
    plan::PlanInput,
};
use serde_json::Value;

use crate::{
    line::{id, usable_text},
    schema::{self, DecodeError, Field, Number, latest},
    slot,
    source::SUGGESTED,
    text::Lines,
    text_field::right,
};

/// Months of work a new case suggests, so that it does not spend more than a month's capacity.
const SUGGESTED_MONTHS: f64 = 3.0;
/// Names of [`PaidFrom`] in the file.
pub(crate) const PAID_FROM_KEYS: &[&str] = &["capacity", "money"];

/// A case file of the latest version.
///
/// A field that is present was entered; a field that is absent has its default. What is wrong or
/// not known is kept and written back as it was. [`Input::Cost`] and [`Input::Benefit`] count the
/// lines that can be used, here as in the [`Case`](groundwork_model::case::Case) made of it; so do
/// strategies and initiatives.
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

impl CaseFile {
    /// A new case: it begins in `start` and suggests a length of the work nobody has entered yet.
    pub fn new(start: YearMonth) -> Self {
        let mut file = Self::default();
        file.set_start(Some(start));
        file.enter(Input::InvestmentMonths, SUGGESTED_MONTHS);
        file.set_source_kind(Input::InvestmentMonths, SUGGESTED);
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

    /// Where the investment comes from, where somebody said so.
    pub fn paid_from(&self) -> Option<PaidFrom> {
        let investment = self.document.investment.right()?;
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
        let line_path = |list: &str, id: Option<String>| {
            format!("{list}.{}.{}", id.unwrap_or_default(), input.spec().path)
        };
        let latest::Document { costs, benefits, .. } = &self.document;
        match input {
            Input::Cost(line, _) => {
                let position = slot::cost_positions(costs).nth(line);
                line_path("costs", position.and_then(|position| id(costs, position)))
            }
            Input::Benefit(line, _) => {
                let position = slot::benefit_positions(benefits).nth(line);
                line_path("benefits", position.and_then(|position| id(benefits, position)))
            }
            Input::Plan(input) => self.plan_path(input),
            _ => input.spec().path.to_owned(),
        }
    }

    /// Whether the line `input` belongs to is there; inputs of no line always have their place.
    pub fn has_place_for(&self, input: Input) -> bool {
        match input {
            Input::Cost(line, _) => slot::cost(&self.document.costs, line).is_some(),
            Input::Benefit(line, _) => slot::benefit(&self.document.benefits, line).is_some(),
            Input::Plan(input) => self.has_place_in_plan(input),
            _ => true,
        }
    }

    /// The input at `path`, the inverse of [`Self::path`].
    pub fn input_at(&self, path: &str) -> Option<Input> {
        if let Some(single) = single_inputs().find(|input| input.spec().path == path) {
            return Some(single);
        }
        let (line, name) = path.rsplit_once('.')?;
        if let Some(id) = line.strip_prefix("costs.") {
            let line = self.costs().iter().position(|line| line.id == id)?;
            let input = CostInput::ALL.into_iter().find(|input| input.spec().path == name)?;
            Some(Input::Cost(line, input))
        } else if let Some(id) = line.strip_prefix("benefits.") {
            let line = self.benefits().iter().position(|line| line.id == id)?;
            let input = BenefitInput::ALL.into_iter().find(|input| input.spec().path == name)?;
            Some(Input::Benefit(line, input))
        } else {
            self.line_of_plan_at(path).map(Input::Plan)
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
        if !self.has_place_for(input) {
            return Err(NumberError::NoSuchLine);
        }
        if matches!(input, Input::Plan(PlanInput::Strategy(..))) {
            self.choose_strategies();
        }
        let slot = slot::number_mut(&mut self.document, input).ok_or(NumberError::NoSuchLine)?;
        *slot = estimate.map(Number::from);
        self.confirm(input);
        self.drop_empty_sections();
        Ok(())
    }

    /// Says where the investment comes from, or leaves it open again.
    pub fn set_paid_from(&mut self, paid_from: Option<PaidFrom>) {
        if let Some(investment) = self.document.investment.or_create() {
            investment.paid_from = match paid_from {
                None => Field::Absent,
                Some(PaidFrom::Capacity) => right("capacity"),
                Some(PaidFrom::Money) => right("money"),
            };
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
    pub(crate) fn enter(&mut self, input: Input, value: f64) {
        let entered = Estimate::exact(value)
            .is_ok_and(|estimate| self.set_number(input, Some(estimate)).is_ok());
        debug_assert!(entered, "{input:?} cannot be {value}");
    }

    pub(crate) fn drop_empty_sections(&mut self) {
        drop_if_empty(&mut self.document.capacity);
        drop_if_empty(&mut self.document.efficiency);
        drop_if_empty(&mut self.document.investment);
        drop_if_empty(&mut self.document.uncertainty);
        if let Some(plan) = self.document.plan.right_mut() {
            drop_if_empty(&mut plan.split);
            for quarter in plan.quarters.right_mut().into_iter().flatten() {
                quarter
                    .right_mut()
                    .into_iter()
                    .for_each(|quarter| drop_if_empty(&mut quarter.split));
            }
        }
        drop_if_empty(&mut self.document.plan);
    }
}

/// Every number that stands once in a file, in its order but for the seed.
pub(crate) fn single_inputs() -> impl Iterator<Item = Input> {
    Input::SINGLE.into_iter().chain(PlanInput::SINGLE.map(Input::Plan))
}

fn drop_if_empty<T: Default + PartialEq>(section: &mut Field<T>) {
    if section.right().is_some_and(|part| *part == T::default()) {
        *section = Field::Absent;
    }
}
