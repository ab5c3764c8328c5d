//! One complete, valid set of inputs.

mod builder;
mod error;
mod plan;

use crate::{
    benefit::{BenefitKind, Tag},
    calendar::YearMonth,
    correlation::Correlation,
    estimate::Estimate,
    input::{BenefitInput, CostInput, Input, Spec},
    investment::PaidFrom,
    plan::{InitiativeLine, PlanInput, StrategyLine},
};

pub use builder::{CaseBuilder, check_entry};
pub use error::{EntryError, IncompleteError};
pub use plan::offered_strategies;

/// Everything that was entered about one piece of work, complete enough to be evaluated.
///
/// Invariants: every number is within the bounds of its [`Input`]; capacity, efficiency now and
/// after and the investment are there; ids are unique within their list. What was not entered is
/// not in here, so a default can always be told from somebody's number.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    start: Option<YearMonth>,
    paid_from: Option<PaidFrom>,
    /// In the order of [`Input`], each once.
    entered: Vec<(Input, Estimate)>,
    suggested: Vec<(Input, f64)>,
    costs: Vec<CostLine>,
    benefits: Vec<BenefitLine>,
    correlations: Vec<Correlation>,
    strategies: Vec<StrategyLine>,
    are_strategies_entered: bool,
    quarters: usize,
    initiatives: Vec<InitiativeLine>,
}

/// A cost line without its numbers, which are inputs of the case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CostLine {
    /// Names the line in paths; unique among the cost lines.
    pub id: String,
    /// What a person calls it.
    pub label: String,
    /// Whether it is cash, hours or a risk.
    pub tag: Tag,
}

/// A benefit line without its numbers, which are inputs of the case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BenefitLine {
    /// Names the line in paths; unique among the benefit lines.
    pub id: String,
    /// What a person calls it.
    pub label: String,
    /// What it counts.
    pub kind: BenefitKind,
    /// Whether it is cash, hours or a smaller risk.
    pub tag: Tag,
}

impl Case {
    /// First month, where one was given.
    pub fn start(&self) -> Option<YearMonth> {
        self.start
    }

    /// Where the investment comes from; capacity unless entered otherwise.
    pub fn paid_from(&self) -> PaidFrom {
        self.paid_from.unwrap_or_default()
    }

    /// Whether somebody said where the investment comes from.
    pub fn is_paid_from_entered(&self) -> bool {
        self.paid_from.is_some()
    }

    /// What was entered for `input`; `None` where the default holds.
    pub fn entered(&self, input: Input) -> Option<Estimate> {
        let at = place_of(&self.entered, input).ok()?;
        Some(self.entered[at].1)
    }

    /// Everything that was entered, in the order of [`Input`].
    pub fn entries(&self) -> impl Iterator<Item = (Input, Estimate)> {
        self.entered.iter().copied()
    }

    /// The most likely value of `input`, entered or by default; `None` where this case has no such
    /// input, as with the salary of a case that gives its capacity as a yearly cost.
    pub fn likely(&self, input: Input) -> Option<f64> {
        match self.entered(input) {
            Some(estimate) => Some(estimate.likely()),
            None if self.has(input) => self.default_of(input),
            None => None,
        }
    }

    /// Whether this case uses `input`, entered or by default.
    pub fn has(&self, input: Input) -> bool {
        match input {
            Input::AnnualCost => !self.is_team(),
            Input::Engineers | Input::Salary | Input::LoadedMultiplier => self.is_team(),
            Input::Cost(line, _) => line < self.costs.len(),
            Input::Benefit(line, input) => self.benefits.get(line).is_some_and(|benefit| {
                matches!(input, BenefitInput::Confidence | BenefitInput::LagMonths)
                    || benefit.kind.inputs().contains(&input)
            }),
            Input::Plan(input) => self.has_in_plan(input),
            _ => true,
        }
    }

    /// Every input the figures of this case depend on, in the order of the case file.
    pub fn inputs(&self) -> std::vec::IntoIter<Input> {
        let mut inputs = Input::all(self.costs.len(), self.benefits.len());
        inputs.retain(|input| self.has(*input));
        inputs.into_iter()
    }

    /// Whether capacity is given as a team instead of a yearly cost.
    pub fn is_team(&self) -> bool {
        self.entered(Input::AnnualCost).is_none()
    }

    /// Cost lines beside the investment.
    pub fn costs(&self) -> &[CostLine] {
        &self.costs
    }

    /// Benefit lines beside the efficiency gain.
    pub fn benefits(&self) -> &[BenefitLine] {
        &self.benefits
    }

    /// Pairs of inputs whose draws go together.
    pub fn correlations(&self) -> &[Correlation] {
        &self.correlations
    }

    /// Path of `input` in the case file, with the id of its line: `benefits.b1.cost_each`.
    pub fn path(&self, input: Input) -> String {
        let line_path = |list: &str, id: Option<&str>, spec: Spec| {
            format!("{list}.{}.{}", id.unwrap_or_default(), spec.path)
        };
        let spec = input.spec();
        match input {
            Input::Cost(line, _) => {
                line_path("costs", self.costs.get(line).map(|line| line.id.as_str()), spec)
            }
            Input::Benefit(line, _) => {
                line_path("benefits", self.benefits.get(line).map(|line| line.id.as_str()), spec)
            }
            Input::Plan(PlanInput::Strategy(line, _)) => line_path(
                "plan.strategies",
                self.strategies().get(line).map(|strategy| strategy.id.as_str()),
                spec,
            ),
            Input::Plan(PlanInput::Initiative(line, _)) => line_path(
                "plan.initiatives",
                self.initiatives.get(line).map(|initiative| initiative.id.as_str()),
                spec,
            ),
            Input::Plan(input) => input.path(),
            _ => spec.path.to_owned(),
        }
    }

    /// The input of this case at `path`, the inverse of [`Self::path`].
    pub fn input_at(&self, path: &str) -> Option<Input> {
        self.inputs().chain(self.plan_inputs()).find(|input| self.path(*input) == path)
    }

    fn default_of(&self, input: Input) -> Option<f64> {
        match input {
            Input::Cost(_, CostInput::ToMonth) => self.likely(Input::HorizonMonths),
            // A split is entered as a whole: what is not named in it gets nothing.
            Input::Plan(PlanInput::Split(_)) if self.split().is_some() => Some(0.0),
            Input::Plan(PlanInput::Quarter(line, _)) => self.split_of_quarter(line).map(|_| 0.0),
            _ => self.suggested(input).or(input.spec().default),
        }
    }

    fn suggested(&self, input: Input) -> Option<f64> {
        let (_, value) = self.suggested.iter().rfind(|(suggested, _)| *suggested == input)?;
        Some(*value)
    }
}

/// Where `input` stands among the entries, or where it would have to be put.
fn place_of(entries: &[(Input, Estimate)], input: Input) -> Result<usize, usize> {
    entries.binary_search_by_key(&input, |(entered, _)| *entered)
}
