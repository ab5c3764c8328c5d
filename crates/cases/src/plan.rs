//! The plan of a file: splits of capacity, strategies to compare, quarters and initiatives.

use groundwork_model::{
    case::offered_strategies,
    input::Input,
    plan::{Horizon, InitiativeLine, PlanInput, StrategyInput, StrategyKind, StrategyLine},
    split::{Category, Split},
};

use crate::{
    case_file::CaseFile,
    line::{id, lines_with_ids, push, remove, usable_text},
    schema::{
        Field, Number,
        latest::{Initiative, Quarter, Strategy, Text},
    },
    slot::{self, plan as slots},
    text::Lines,
    text_field::right,
};

/// Most quarters that have a split of their own: ten years.
pub const MAX_QUARTERS: usize = 40;
/// Names of [`Category`] in the file.
pub(crate) const CATEGORY_KEYS: &[&str] = &["features", "defects", "debt", "risk"];
/// Names of [`Horizon`] in the file.
pub(crate) const HORIZON_KEYS: &[&str] = &["now", "next", "later"];

/// When capacity is divided in a way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SplitAt {
    /// Today.
    Today,
    /// In the quarter at this position, the first at 0.
    Quarter(usize),
}

impl SplitAt {
    /// The share of one category.
    pub fn input(self, category: Category) -> Input {
        Input::Plan(match self {
            Self::Today => PlanInput::Split(category),
            Self::Quarter(quarter) => PlanInput::Quarter(quarter, category),
        })
    }

    /// Path of the whole split in the file.
    pub fn path(self) -> String {
        match self {
            Self::Today => "plan.split".to_owned(),
            Self::Quarter(quarter) => format!("plan.quarters.{quarter}.split"),
        }
    }
}

impl CaseFile {
    /// Whether anything about a plan was entered.
    pub fn has_plan(&self) -> bool {
        !self.document.plan.is_absent()
    }

    /// How capacity is divided, where that was entered and is one whole. Shares that were not
    /// entered are 0.
    pub fn split(&self, at: SplitAt) -> Option<Split> {
        let mut shares = [0.0; 4];
        let mut is_entered = false;
        for (share, category) in shares.iter_mut().zip(Category::ALL) {
            let input = at.input(category);
            if self.number(input).is_some() {
                *share = self.estimate(input)?.likely();
                is_entered = true;
            }
        }
        if is_entered { Split::new(shares).ok() } else { None }
    }

    /// The split that holds in a quarter: its own, else that of the quarter before, in the end
    /// today's or what stands in for it.
    pub fn split_in_force(&self, quarter: usize) -> Split {
        let own = |quarter| self.split(SplitAt::Quarter(quarter));
        let latest = (0..=quarter.min(self.quarters())).rev().find_map(own);
        latest.or_else(|| self.split(SplitAt::Today)).unwrap_or_default()
    }

    /// Enters a split as a whole, or removes it. Nothing happens where there is no such quarter.
    pub(crate) fn set_split(&mut self, at: SplitAt, split: Option<Split>) {
        for category in Category::ALL {
            let input = at.input(category);
            if !self.has_place_for(input) {
                return;
            }
            // Most splits are removed where none was entered.
            if (split.is_some() || self.number(input).is_some())
                && let Some(place) = slot::number_mut(&mut self.document, input)
            {
                *place = split.map(|split| Number::Exact(split.share(category)));
                self.confirm(input);
            }
        }
        self.drop_empty_sections();
    }

    /// Whether somebody chose the strategies to compare.
    pub fn are_strategies_chosen(&self) -> bool {
        slots::strategies(&self.document).right().is_some()
    }

    /// Strategies to compare that can be used, in the order of [`PlanInput::Strategy`]; those that
    /// are always offered where nobody chose any.
    pub fn strategies(&self) -> Vec<StrategyLine> {
        if !self.are_strategies_chosen() {
            return offered_strategies();
        }
        let list = slots::strategies(&self.document);
        let lines = lines_with_ids(list, slots::strategy_positions(list));
        lines
            .filter_map(|(line, id)| Some(StrategyLine { id, kind: slots::strategy_kind(line)? }))
            .collect()
    }

    /// The numbers the strategy at a position cannot be evaluated without and does not have.
    pub fn missing_in_strategy(&self, line: usize) -> Vec<Input> {
        let strategies = self.strategies();
        let inputs = strategies.get(line).map(|line| line.kind.inputs()).unwrap_or_default();
        let inputs = inputs.iter().map(|input| Input::Plan(PlanInput::Strategy(line, *input)));
        let is_missing =
            |input: &Input| input.spec().default.is_none() && self.estimate(*input).is_none();
        inputs.filter(is_missing).collect()
    }

    /// Writes the strategies that are always offered into the file, where nobody chose any, so that
    /// they can be changed one by one. Their ids stay the same.
    pub fn choose_strategies(&mut self) {
        if self.are_strategies_chosen() {
            return;
        }
        let offered = offered_strategies().into_iter();
        let lines = offered.map(|line| {
            Field::Right(Strategy {
                id: right(&line.id),
                kind: right(line.kind.key()),
                ..Default::default()
            })
        });
        if let Some(plan) = self.document.plan.or_create() {
            plan.strategies = Field::Right(lines.collect());
        }
    }

    /// Chooses to compare nothing.
    pub(crate) fn choose_no_strategies(&mut self) {
        if let Some(plan) = self.document.plan.or_create() {
            plan.strategies = Field::Right(Vec::new());
        }
    }

    /// Adds a strategy without numbers to those that are compared and gives its position; `None`
    /// when there are [`MAX_LIST_ENTRIES`](crate::text::MAX_LIST_ENTRIES) already.
    pub fn add_strategy(&mut self, kind: StrategyKind) -> Option<usize> {
        self.choose_strategies();
        let list = &mut self.document.plan.or_create()?.strategies;
        push(list, Strategy { kind: right(kind.key()), ..Default::default() })?;
        slots::strategy_positions(list).count().checked_sub(1)
    }

    /// Removes the strategy at a position from those that are compared. Without the last one nothing
    /// is compared.
    pub(crate) fn remove_strategy(&mut self, line: usize) {
        self.choose_strategies();
        let Some(plan) = self.document.plan.right_mut() else { return };
        let Some(position) = slots::strategy_positions(&plan.strategies).nth(line) else { return };
        remove(&mut plan.strategies, position);
        if plan.strategies.is_absent() {
            self.choose_no_strategies();
        }
    }

    /// Number of quarters in the plan.
    pub fn quarters(&self) -> usize {
        slot::items(slots::quarters(&self.document)).len().min(MAX_QUARTERS)
    }

    /// Adds a quarter that is divided like the one before and gives its position; `None` when there
    /// are [`MAX_QUARTERS`] already.
    pub fn add_quarter(&mut self) -> Option<usize> {
        let split = self.split_in_force(self.quarters());
        let position = self.add_quarter_without_split()?;
        self.set_split(SplitAt::Quarter(position), Some(split));
        Some(position)
    }

    pub(crate) fn add_quarter_without_split(&mut self) -> Option<usize> {
        let position = self.quarters();
        if position == MAX_QUARTERS {
            return None;
        }
        let list = &mut self.document.plan.or_create()?.quarters;
        list.or_create()?.push(Field::Right(Quarter::default()));
        Some(position)
    }

    /// Removes the last quarter.
    pub(crate) fn remove_last_quarter(&mut self) {
        if let (Some(last), Some(plan)) =
            (self.quarters().checked_sub(1), self.document.plan.right_mut())
        {
            remove(&mut plan.quarters, last);
        }
        self.drop_empty_sections();
    }

    /// Initiatives of the roadmap that can be used, in the order of [`PlanInput::Initiative`].
    pub fn initiatives(&self) -> Vec<InitiativeLine> {
        let list = slots::initiatives(&self.document);
        let lines = lines_with_ids(list, slots::initiative_positions(list));
        lines
            .map(|(line, id)| InitiativeLine {
                id,
                title: usable_text(&line.title, Lines::One).to_owned(),
                category: category(&line.category).unwrap_or(Category::Features),
                horizon: horizon(&line.horizon).unwrap_or(Horizon::Now),
            })
            .collect()
    }

    /// Adds an empty initiative and gives its position; `None` when there are
    /// [`MAX_LIST_ENTRIES`](crate::text::MAX_LIST_ENTRIES) already.
    pub fn add_initiative(&mut self) -> Option<usize> {
        let list = &mut self.document.plan.or_create()?.initiatives;
        push(list, Initiative::default())?;
        slots::initiative_positions(list).count().checked_sub(1)
    }

    /// Removes the initiative at a position.
    pub(crate) fn remove_initiative(&mut self, line: usize) {
        let list = slots::initiatives(&self.document);
        let position = slots::initiative_positions(list).nth(line);
        if let (Some(position), Some(plan)) = (position, self.document.plan.right_mut()) {
            remove(&mut plan.initiatives, position);
        }
        self.drop_empty_sections();
    }

    /// Says what the capacity of the initiative at a position is taken from.
    pub fn set_initiative_category(&mut self, line: usize, category: Category) {
        if let Some(line) = self.initiative_mut(line) {
            line.category = right(category.key());
        }
    }

    /// Says how soon the initiative at a position is meant to matter.
    pub fn set_initiative_horizon(&mut self, line: usize, horizon: Horizon) {
        if let Some(line) = self.initiative_mut(line) {
            line.horizon = right(horizon.key());
        }
    }

    pub(crate) fn initiative_mut(&mut self, line: usize) -> Option<&mut Initiative> {
        slots::initiative_mut(&mut self.document.plan.right_mut()?.initiatives, line)
    }

    /// Path of a number of the plan, with the id of its line.
    pub(crate) fn plan_path(&self, input: PlanInput) -> String {
        let line_path = |list: &str, id: Option<String>| {
            format!("{list}.{}.{}", id.unwrap_or_default(), input.spec().path)
        };
        match input {
            PlanInput::Strategy(line, _) => line_path("plan.strategies", self.strategy_id(line)),
            PlanInput::Initiative(line, _) => {
                line_path("plan.initiatives", self.initiative_id(line))
            }
            input => input.path(),
        }
    }

    fn strategy_id(&self, line: usize) -> Option<String> {
        if !self.are_strategies_chosen() {
            return offered_strategies().into_iter().nth(line).map(|line| line.id);
        }
        let list = slots::strategies(&self.document);
        id(list, slots::strategy_positions(list).nth(line)?)
    }

    pub(crate) fn initiative_id(&self, line: usize) -> Option<String> {
        let list = slots::initiatives(&self.document);
        id(list, slots::initiative_positions(list).nth(line)?)
    }

    /// Whether the line a number of the plan belongs to is there.
    pub(crate) fn has_place_in_plan(&self, input: PlanInput) -> bool {
        let document = &self.document;
        match input {
            PlanInput::Strategy(line, _) => line < self.strategies().len(),
            PlanInput::Quarter(line, _) => line < self.quarters(),
            PlanInput::Initiative(line, _) => {
                slots::initiative(slots::initiatives(document), line).is_some()
            }
            _ => true,
        }
    }

    /// The number of a line of the plan at a path.
    pub(crate) fn line_of_plan_at(&self, path: &str) -> Option<PlanInput> {
        let (line, name) = path.strip_prefix("plan.")?.rsplit_once('.')?;
        if let Some(id) = line.strip_prefix("strategies.") {
            let line = self.strategies().iter().position(|line| line.id == id)?;
            let input = strategy_inputs().find(|input| input.spec().path == name)?;
            Some(PlanInput::Strategy(line, input))
        } else if let Some(id) = line.strip_prefix("initiatives.") {
            let line = self.initiatives().iter().position(|line| line.id == id)?;
            inputs_of_initiative(line).into_iter().find(|input| input.spec().path == name)
        } else {
            let quarters = (0..self.quarters()).flat_map(inputs_of_quarter);
            quarters.into_iter().find(|input| input.path() == path)
        }
    }
}

/// Every number any strategy can have, in the order of the file.
pub(crate) fn strategy_inputs() -> impl Iterator<Item = StrategyInput> {
    StrategyKind::ALL.into_iter().flat_map(|kind| kind.inputs().iter().copied())
}

/// The shares of a quarter.
pub(crate) fn inputs_of_quarter(quarter: usize) -> [PlanInput; 4] {
    Category::ALL.map(|category| PlanInput::Quarter(quarter, category))
}

/// The numbers of an initiative.
pub(crate) fn inputs_of_initiative(line: usize) -> [PlanInput; 2] {
    use groundwork_model::plan::InitiativeInput as I;
    [I::Quarter, I::Share].map(|input| PlanInput::Initiative(line, input))
}

/// The category a text names, if it names one.
fn category(text: &Text) -> Option<Category> {
    let key = text.right()?;
    Category::ALL.into_iter().find(|category| category.key() == key)
}

/// The horizon a text names, if it names one.
fn horizon(text: &Text) -> Option<Horizon> {
    let key = text.right()?;
    Horizon::ALL.into_iter().find(|horizon| horizon.key() == key)
}
