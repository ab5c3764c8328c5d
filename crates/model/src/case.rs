//! One complete, valid set of inputs.

use crate::{
    benefit::{BenefitKind, Tag},
    bounds::{Bounds, OutOfBounds},
    calendar::YearMonth,
    capacity::cost_of_team,
    correlation::Correlation,
    estimate::Estimate,
    input::{BenefitInput, CostInput, Input, Spec},
    investment::PaidFrom,
    plan::{InitiativeInput, InitiativeLine, PlanInput, StrategyKind, StrategyLine},
    split::{Category, Split, SplitError},
};

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

/// Why a number cannot stand in a case.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum EntryError {
    /// The number is outside its range.
    #[error("{label}: {error}")]
    OutOfBounds {
        /// Which input.
        input: Input,
        /// Its name within a sentence.
        label: &'static str,
        /// Value and range.
        error: OutOfBounds,
    },
    /// The input takes one figure, not a lowest and a highest.
    #[error("{label} takes one figure, not a range")]
    TakesNoRange {
        /// Which input.
        input: Input,
        /// Its name within a sentence.
        label: &'static str,
    },
}

/// Why what was entered is not a case yet.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum IncompleteError {
    /// Numbers nothing can be said without.
    #[error("not entered yet: {}", labels(.0))]
    Missing(Vec<Input>),
    /// Capacity is given as a yearly cost and as a team.
    #[error("capacity is given twice: as {} and as {}", Input::AnnualCost.spec().path, labels(.0))]
    CapacityTwice(Vec<Input>),
    /// The team costs more than any capacity may.
    #[error("{engineers} engineers at {salary} a year cost more than {} together", Bounds::CAPACITY.max)]
    TeamTooDear {
        /// Highest number of engineers entered.
        engineers: f64,
        /// Highest salary entered.
        salary: f64,
    },
    /// Two lines of a list have the same id.
    #[error("two lines of {list} have the id \"{id}\"")]
    SameId {
        /// `costs`, `benefits`, `plan.strategies` or `plan.initiatives`.
        list: &'static str,
        /// The id that is there twice.
        id: String,
    },
    /// Shares of capacity that are not one whole.
    #[error("{path}: {error}")]
    Split {
        /// Which split: `plan.split`, or that of a quarter.
        path: String,
        /// What is wrong with it.
        error: SplitError,
    },
}

fn labels(inputs: &[Input]) -> String {
    inputs.iter().map(|input| input.spec().path).collect::<Vec<_>>().join(", ")
}

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
    strategies: Option<Vec<StrategyLine>>,
    quarters: usize,
    initiatives: Vec<InitiativeLine>,
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

    fn has_in_plan(&self, input: PlanInput) -> bool {
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

    fn split_at(&self, input: &dyn Fn(Category) -> PlanInput) -> Option<Split> {
        let entered = Category::ALL.map(|category| self.entered(Input::Plan(input(category))));
        let is_entered = entered.iter().any(Option::is_some);
        let shares = entered.map(|share| share.map_or(0.0, |share| share.likely()));
        if is_entered { Split::new(shares).ok() } else { None }
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

/// Where `input` stands among the entries, or where it would have to be put.
fn place_of(entries: &[(Input, Estimate)], input: Input) -> Result<usize, usize> {
    entries.binary_search_by_key(&input, |(entered, _)| *entered)
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

/// Whether every split that was entered is one: today's, and one for each quarter.
fn check_splits(case: &Case) -> Result<(), IncompleteError> {
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

/// What is compared where nobody chose.
pub fn offered_strategies() -> Vec<StrategyLine> {
    use StrategyKind as K;
    let kinds = [K::Accept, K::FixedShare, K::PayWhenItPays, K::Focused];
    let line = |(position, kind)| StrategyLine { id: format!("s{}", position + 1), kind };
    kinds.into_iter().enumerate().map(line).collect()
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
