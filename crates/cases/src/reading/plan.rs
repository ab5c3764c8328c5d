//! The plan: what is wrong in it is named and left out, so that it never keeps a case from being one.

use groundwork_model::{
    case::CaseBuilder,
    input::Input,
    plan::PlanInput,
    split::{Category, SplitError},
};

use super::{Reader, number};
use crate::{
    plan::{CATEGORY_KEYS, HORIZON_KEYS, MAX_QUARTERS, SplitAt, inputs_of_initiative},
    problem::ProblemKind,
    slot::{self, plan as slots},
    text::Lines,
};

impl Reader<'_> {
    pub(super) fn read_plan(&mut self, case: &mut CaseBuilder) {
        let plan = &self.file.document.plan;
        self.section("plan", plan);
        let Some(plan) = plan.right() else { return };
        self.section("plan.split", &plan.split);
        self.split(case, SplitAt::Today);
        for input in [PlanInput::PointsPerCapacityYear, PlanInput::BestEfficiency] {
            self.number(case, Input::Plan(input), input.spec().path);
        }
        self.read_strategies(case);
        self.read_quarters(case);
        self.read_initiatives(case);
    }

    fn read_strategies(&mut self, case: &mut CaseBuilder) {
        if self.file.are_strategies_chosen() {
            case.choose_strategies();
        }
        let mut usable = self.file.strategies().into_iter();
        let list = slots::strategies(&self.file.document);
        self.lines("plan.strategies", list, |reader, path, line| {
            let kind = slots::strategy_kind(line);
            reader.kind(&format!("{path}.kind"), &line.kind, kind.is_some(), "strategy");
            let Some(kind) = kind else { return };
            let Some(line) = usable.next() else { return };
            let position = case.add_strategy(line);
            for input in kind.inputs() {
                let path = format!("{path}.{}", input.spec().path);
                let input = Input::Plan(PlanInput::Strategy(position, *input));
                reader.number(case, input, &path);
            }
        });
    }

    fn read_quarters(&mut self, case: &mut CaseBuilder) {
        let list = slots::quarters(&self.file.document);
        self.list("plan.quarters", list, MAX_QUARTERS);
        for (position, quarter) in slot::items(list).iter().enumerate().take(MAX_QUARTERS) {
            case.add_quarter();
            if let Some(quarter) = quarter.right() {
                let at = SplitAt::Quarter(position);
                self.section(&at.path(), &quarter.split);
                self.split(case, at);
            }
        }
    }

    fn read_initiatives(&mut self, case: &mut CaseBuilder) {
        let mut usable = self.file.initiatives().into_iter();
        let list = slots::initiatives(&self.file.document);
        self.lines("plan.initiatives", list, |reader, path, line| {
            reader.text(&format!("{path}.title"), &line.title, Lines::One);
            let Some(read) = usable.next() else { return };
            let position = case.add_initiative(read);
            for input in inputs_of_initiative(position) {
                reader.number(case, Input::Plan(input), &format!("{path}.{}", input.spec().path));
            }
            reader.word(&format!("{path}.category"), &line.category, CATEGORY_KEYS);
            reader.word(&format!("{path}.horizon"), &line.horizon, HORIZON_KEYS);
        });
    }

    /// A split is handed on as a whole, or not at all.
    fn split(&mut self, case: &mut CaseBuilder, at: SplitAt) {
        let mut entered = Vec::new();
        let mut shares = [0.0; 4];
        let before = self.problems.len();
        for (share, category) in shares.iter_mut().zip(Category::ALL) {
            let input = at.input(category);
            let Some(number) = self.file.number(input) else { continue };
            match number::read_usable(input, number) {
                Ok(estimate) => {
                    *share = estimate.likely();
                    entered.push((input, estimate));
                }
                Err(kind) => self.add(self.file.path(input), kind),
            }
        }
        if entered.is_empty() || self.problems.len() > before {
            return;
        }
        match groundwork_model::split::Split::new(shares) {
            Ok(_) => entered.into_iter().for_each(|(input, estimate)| {
                // Checked already.
                let _ = case.enter(input, estimate);
            }),
            Err(error) => self.add(at.path(), not_whole(error)),
        }
    }
}

/// Why shares are no split.
pub(super) fn not_whole(error: SplitError) -> ProblemKind {
    match error {
        SplitError::NotWhole { sum } => ProblemKind::SharesNotWhole { sum },
        SplitError::OnlyDebt => ProblemKind::OnlyDebt,
        SplitError::OutOfBounds { category, share } => {
            let bounds = SplitAt::Today.input(category).spec().bounds;
            ProblemKind::OutOfBounds { value: share, bounds }
        }
    }
}
