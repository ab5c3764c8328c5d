//! Collects what was entered until it is a case.

use super::{
    BenefitLine, Case, CostLine, EntryError, IncompleteError, place_of,
    plan::{check_splits, offered_strategies},
};
use crate::{
    bounds::Bounds,
    calendar::YearMonth,
    capacity::cost_of_team,
    correlation::Correlation,
    estimate::Estimate,
    input::{Input, Spec},
    investment::PaidFrom,
    plan::{InitiativeLine, StrategyLine},
};

/// Collects what was entered; becomes a [`Case`] when enough is there.
#[derive(Clone, Debug, Default)]
pub struct CaseBuilder {
    start: Option<YearMonth>,
    paid_from: Option<PaidFrom>,
    /// In the order of [`Input`], each once.
    entered: Vec<(Input, Estimate)>,
    suggested: Vec<(Input, f64)>,
    costs: Vec<CostLine>,
    benefits: Vec<BenefitLine>,
    correlations: Vec<Correlation>,
    pub(super) strategies: Option<Vec<StrategyLine>>,
    pub(super) quarters: usize,
    pub(super) initiatives: Vec<InitiativeLine>,
}

impl CaseBuilder {
    /// Nothing entered yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the first month.
    pub fn start(&mut self, start: YearMonth) {
        self.start = Some(start);
    }

    /// Sets where the investment comes from.
    pub fn paid_from(&mut self, paid_from: PaidFrom) {
        self.paid_from = Some(paid_from);
    }

    /// Enters a number, replacing an earlier one.
    ///
    /// # Errors
    ///
    /// [`EntryError`] when the number is out of bounds, or a range where one figure is wanted; the
    /// earlier number then stays.
    pub fn enter(&mut self, input: Input, estimate: Estimate) -> Result<(), EntryError> {
        check_entry(input, estimate)?;
        match place_of(&self.entered, input) {
            Ok(at) => self.entered[at].1 = estimate,
            Err(at) => self.entered.insert(at, (input, estimate)),
        }
        Ok(())
    }

    /// Gives an input another default for this case: a number nobody has entered yet. Only inputs
    /// with a default of their own can have another one.
    ///
    /// # Errors
    ///
    /// [`EntryError`] when the number is out of bounds; the earlier default then stays.
    pub fn suggest(&mut self, input: Input, value: f64) -> Result<(), EntryError> {
        let Spec { label, bounds, default, .. } = input.spec();
        let error = |error| EntryError::OutOfBounds { input, label, error };
        let value = bounds.check(value).map_err(error)?;
        if default.is_some() {
            self.suggested.push((input, value));
        }
        Ok(())
    }

    /// Adds a cost line and gives its position.
    pub fn add_cost(&mut self, line: CostLine) -> usize {
        self.costs.push(line);
        self.costs.len() - 1
    }

    /// Adds a benefit line and gives its position.
    pub fn add_benefit(&mut self, line: BenefitLine) -> usize {
        self.benefits.push(line);
        self.benefits.len() - 1
    }

    /// Lets the draws of two inputs go together.
    pub fn correlate(&mut self, correlation: Correlation) {
        self.correlations.push(correlation);
    }

    /// The case, when enough was entered.
    ///
    /// # Errors
    ///
    /// [`IncompleteError`] naming what is missing or there twice.
    pub fn build(self) -> Result<Case, IncompleteError> {
        unique("costs", self.costs.iter().map(|line| &line.id))?;
        unique("benefits", self.benefits.iter().map(|line| &line.id))?;
        unique("plan.initiatives", self.initiatives.iter().map(|line| &line.id))?;
        let are_strategies_entered = self.strategies.is_some();
        let strategies = self.strategies.unwrap_or_else(offered_strategies);
        unique("plan.strategies", strategies.iter().map(|line| &line.id))?;
        let case = Case {
            start: self.start,
            paid_from: self.paid_from,
            entered: self.entered,
            suggested: self.suggested,
            costs: self.costs,
            benefits: self.benefits,
            correlations: self.correlations,
            strategies,
            are_strategies_entered,
            quarters: self.quarters,
            initiatives: self.initiatives,
        };

        let of_team = [Input::Engineers, Input::Salary, Input::LoadedMultiplier];
        let entered_of_team: Vec<Input> =
            of_team.into_iter().filter(|input| case.entered(*input).is_some()).collect();
        if !case.is_team() && !entered_of_team.is_empty() {
            return Err(IncompleteError::CapacityTwice(entered_of_team));
        }
        let mut missing = Vec::new();
        if case.is_team() && entered_of_team.is_empty() {
            missing.push(Input::AnnualCost);
        } else if case.is_team() {
            missing.extend([Input::Engineers, Input::Salary]);
        }
        missing.extend(case.inputs().filter(|input| match input {
            Input::Benefit(..) => input.spec().default.is_none(),
            input => input.is_required(),
        }));
        missing.retain(|input| case.entered(*input).is_none());
        if !missing.is_empty() {
            return Err(IncompleteError::Missing(missing));
        }
        check_cost_of_team(&case)?;
        check_splits(&case)?;
        Ok(case)
    }
}

/// Checks a number against the bounds of its input.
///
/// # Errors
///
/// [`EntryError`] when it is out of bounds, or a range where one figure is wanted.
pub fn check_entry(input: Input, estimate: Estimate) -> Result<(), EntryError> {
    let spec = input.spec();
    if estimate.is_range() && !spec.takes_estimate {
        return Err(EntryError::TakesNoRange { input, label: spec.label });
    }
    for value in estimate.values() {
        spec.bounds.check(value).map_err(|error| EntryError::OutOfBounds {
            input,
            label: spec.label,
            error,
        })?;
    }
    Ok(())
}

fn check_cost_of_team(case: &Case) -> Result<(), IncompleteError> {
    if !case.is_team() {
        return Ok(());
    }
    let highest = |input: Input| {
        case.entered(input).map(|estimate| estimate.high()).or(case.likely(input)).unwrap_or(0.0)
    };
    let (engineers, salary) = (highest(Input::Engineers), highest(Input::Salary));
    if cost_of_team(engineers, salary, highest(Input::LoadedMultiplier)) <= Bounds::CAPACITY.max {
        Ok(())
    } else {
        Err(IncompleteError::TeamTooDear { engineers, salary })
    }
}

fn unique<'a>(
    list: &'static str,
    ids: impl Iterator<Item = &'a String>,
) -> Result<(), IncompleteError> {
    let mut seen: Vec<&str> = Vec::new();
    for id in ids {
        if seen.contains(&id.as_str()) {
            return Err(IncompleteError::SameId { list, id: id.clone() });
        }
        seen.push(id);
    }
    Ok(())
}
