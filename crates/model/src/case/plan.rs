//! The plan of a case: its split of capacity, the strategies it compares, its quarters and initiatives.

use super::{Case, CaseBuilder, IncompleteError};
use crate::{
    input::Input,
    plan::{InitiativeInput, InitiativeLine, PlanInput, StrategyKind, StrategyLine},
    split::{Category, Split},
};

impl Case {
    /// Strategies to compare; those that are always offered where nobody chose any.
    pub fn strategies(&self) -> &[StrategyLine] {
        &self.strategies
    }

    /// Whether somebody chose the strategies to compare.
    pub fn are_strategies_entered(&self) -> bool {
        self.are_strategies_entered
    }

    /// Number of quarters that have a split of their own.
    pub fn quarters(&self) -> usize {
        self.quarters
    }

    /// Split of the quarter at a position, where one was entered.
    pub fn split_of_quarter(&self, quarter: usize) -> Option<Split> {
        self.split_at(&|category| PlanInput::Quarter(quarter, category))
    }

    /// Today's split, where one was entered.
    pub fn split(&self) -> Option<Split> {
        self.split_at(&PlanInput::Split)
    }

    /// Initiatives of the roadmap.
    pub fn initiatives(&self) -> &[InitiativeLine] {
        &self.initiatives
    }

    /// Every number of the plan, in the order of the case file.
    pub fn plan_inputs(&self) -> impl Iterator<Item = Input> {
        let strategies = self.strategies().iter().enumerate().flat_map(|(line, strategy)| {
            strategy.kind.inputs().iter().map(move |input| PlanInput::Strategy(line, *input))
        });
        let quarters = (0..self.quarters)
            .flat_map(|line| Category::ALL.map(|category| PlanInput::Quarter(line, category)));
        let initiatives = (0..self.initiatives.len()).flat_map(|line| {
            [InitiativeInput::Quarter, InitiativeInput::Share]
                .map(|input| PlanInput::Initiative(line, input))
        });
        let single = PlanInput::SINGLE.into_iter();
        single.chain(strategies).chain(quarters).chain(initiatives).map(Input::Plan)
    }

    /// Whether this case uses `input` of its plan, entered or by default.
    pub(super) fn has_in_plan(&self, input: PlanInput) -> bool {
        match input {
            PlanInput::Strategy(line, input) => self
                .strategies()
                .get(line)
                .is_some_and(|strategy| strategy.kind.inputs().contains(&input)),
            PlanInput::Quarter(line, _) => line < self.quarters,
            PlanInput::Initiative(line, _) => line < self.initiatives.len(),
            _ => true,
        }
    }

    fn split_at(&self, input: &dyn Fn(Category) -> PlanInput) -> Option<Split> {
        let entered = Category::ALL.map(|category| self.entered(Input::Plan(input(category))));
        let is_entered = entered.iter().any(Option::is_some);
        let shares = entered.map(|share| share.map_or(0.0, |share| share.likely()));
        if is_entered { Split::new(shares).ok() } else { None }
    }
}

impl CaseBuilder {
    /// Chooses the strategies to compare instead of those that are always offered.
    pub fn choose_strategies(&mut self) {
        self.strategies.get_or_insert_default();
    }

    /// Adds a strategy to compare and gives its position.
    pub fn add_strategy(&mut self, line: StrategyLine) -> usize {
        let strategies = self.strategies.get_or_insert_default();
        strategies.push(line);
        strategies.len() - 1
    }

    /// Adds a quarter with a split of its own, whose shares are still to be entered, and gives its
    /// position.
    pub fn add_quarter(&mut self) -> usize {
        self.quarters += 1;
        self.quarters - 1
    }

    /// Adds an initiative and gives its position.
    pub fn add_initiative(&mut self, line: InitiativeLine) -> usize {
        self.initiatives.push(line);
        self.initiatives.len() - 1
    }
}

/// What is compared where nobody chose.
pub fn offered_strategies() -> Vec<StrategyLine> {
    use StrategyKind as K;
    let kinds = [K::Accept, K::FixedShare, K::PayWhenItPays, K::Focused];
    let line = |(position, kind)| StrategyLine { id: format!("s{}", position + 1), kind };
    kinds.into_iter().enumerate().map(line).collect()
}

/// Whether every split that was entered is one: today's, and one for each quarter.
pub(super) fn check_splits(case: &Case) -> Result<(), IncompleteError> {
    let check = |path: String, input: &dyn Fn(Category) -> PlanInput| {
        let entered = Category::ALL.map(|category| case.entered(Input::Plan(input(category))));
        let is_entered = entered.iter().any(Option::is_some);
        let shares = entered.map(|share| share.map_or(0.0, |share| share.likely()));
        let checked = if is_entered { Split::new(shares).map(drop) } else { Ok(()) };
        checked.map_err(|error| IncompleteError::Split { path, error })
    };
    check("plan.split".to_owned(), &PlanInput::Split)?;
    for quarter in 0..case.quarters {
        let path = format!("plan.quarters.{quarter}.split");
        check(path, &|category| PlanInput::Quarter(quarter, category))?;
    }
    Ok(())
}
