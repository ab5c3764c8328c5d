//! From what stands in a file to a case, with everything that keeps it from being one.

mod number;
mod plan;
mod shape;

use groundwork_model::{
    benefit::BenefitKind,
    bounds::Bounds,
    case::{Case, CaseBuilder, IncompleteError},
    input::{BenefitInput, CostInput, Input},
};

use crate::{
    case_file::{CaseFile, PAID_FROM_KEYS},
    line::TAG_KEYS,
    problem::{CaseProblem, CaseProblems, ProblemKind},
    schema::latest,
    slot,
    text::Lines,
};

/// What could be made of a case file.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The case made of what is right; `None` where too little is there.
    pub case: Option<Case>,
    /// Everything that is missing or cannot be used.
    pub problems: CaseProblems,
}

impl CaseFile {
    /// The case, when everything in the file is right and enough is there.
    ///
    /// # Errors
    ///
    /// [`CaseProblems`] naming everything that is missing or cannot be used.
    pub fn to_case(&self) -> Result<Case, CaseProblems> {
        match self.readable() {
            Reading { case: Some(case), problems } if problems.is_empty() => Ok(case),
            Reading { problems, .. } => Err(problems),
        }
    }

    /// The case made of what is right, and everything that is missing or cannot be used.
    pub fn readable(&self) -> Reading {
        let mut reader = Reader { file: self, problems: Vec::new() };
        let case = reader.read_case();
        let case = match case.build() {
            Ok(case) => Some(case),
            Err(error) => {
                reader.add_incomplete(error);
                None
            }
        };
        Reading { case, problems: CaseProblems(reader.problems) }
    }
}

struct Reader<'a> {
    file: &'a CaseFile,
    problems: Vec<CaseProblem>,
}

impl Reader<'_> {
    fn add(&mut self, path: impl Into<String>, kind: ProblemKind) {
        self.problems.push(CaseProblem { path: path.into(), kind });
    }

    fn read_case(&mut self) -> CaseBuilder {
        let file = self.file;
        let mut case = CaseBuilder::new();
        self.check_texts();
        if let Some(start) = file.start() {
            case.start(start);
        }
        if let Some(paid_from) = file.paid_from() {
            case.paid_from(paid_from);
        }
        self.read_single(&mut case);
        self.read_costs(&mut case);
        self.read_benefits(&mut case);
        self.check_sources();
        self.section("uncertainty", &file.document.uncertainty);
        self.number(&mut case, Input::Seed, Input::Seed.spec().path);
        self.read_correlations(&mut case);
        self.read_plan(&mut case);
        case
    }

    fn read_single(&mut self, case: &mut CaseBuilder) {
        let latest::Document { capacity, efficiency, investment, .. } = &self.file.document;
        self.section("capacity", capacity);
        self.section("efficiency", efficiency);
        self.section("investment", investment);
        for input in Input::SINGLE.into_iter().filter(|input| *input != Input::Seed) {
            self.number(case, input, input.spec().path);
            if let (Input::Amount, Some(investment)) = (input, investment.right()) {
                self.word("investment.paid_from", &investment.paid_from, PAID_FROM_KEYS);
            }
        }
    }

    fn read_costs(&mut self, case: &mut CaseBuilder) {
        let mut usable = self.file.costs().into_iter();
        self.lines("costs", &self.file.document.costs, |reader, path, line| {
            reader.text(&format!("{path}.label"), &line.label, Lines::One);
            reader.word(&format!("{path}.tag"), &line.tag, TAG_KEYS);
            let Some(line) = usable.next() else { return };
            let position = case.add_cost(line);
            for input in CostInput::ALL {
                let path = format!("{path}.{}", input.spec().path);
                reader.number(case, Input::Cost(position, input), &path);
            }
        });
    }

    fn read_benefits(&mut self, case: &mut CaseBuilder) {
        let mut usable = self.file.benefits().into_iter();
        self.lines("benefits", &self.file.document.benefits, |reader, path, line| {
            let kind = slot::kind(line);
            reader.kind(&format!("{path}.kind"), &line.kind, kind.is_some(), "benefit");
            reader.text(&format!("{path}.label"), &line.label, Lines::One);
            reader.word(&format!("{path}.tag"), &line.tag, TAG_KEYS);
            let Some(kind) = kind else { return };
            let Some(line) = usable.next() else { return };
            let position = case.add_benefit(line);
            for input in inputs_of(kind) {
                let path = format!("{path}.{}", input.spec().path);
                reader.number(case, Input::Benefit(position, input), &path);
            }
        });
    }

    fn number(&mut self, case: &mut CaseBuilder, input: Input, path: &str) {
        let Some(number) = self.file.number(input) else { return };
        let read = number::read_number(input, number).and_then(|estimate| {
            let is_suggested = self.file.is_suggested(path) && input.spec().default.is_some();
            let entered = if is_suggested {
                case.suggest(input, estimate.likely())
            } else {
                case.enter(input, estimate)
            };
            entered.map_err(|error| number::problem(&error, estimate))
        });
        if let Err(kind) = read {
            self.add(path, kind);
        }
    }

    fn add_incomplete(&mut self, error: IncompleteError) {
        let path = |input: Input| self.file.path(input);
        match error {
            IncompleteError::Missing(inputs) => {
                let missing: Vec<String> = inputs
                    .into_iter()
                    .filter(|input| !self.is_explained(*input))
                    .map(path)
                    .collect();
                for path in missing {
                    self.add(path, ProblemKind::Missing);
                }
            }
            IncompleteError::CapacityTwice(inputs) => {
                let also = inputs.into_iter().map(path).collect();
                self.add(path(Input::AnnualCost), ProblemKind::CapacityTwice { also });
            }
            IncompleteError::TeamTooDear { engineers, salary } => self.add(
                "capacity",
                ProblemKind::TeamTooDear { engineers, salary, bounds: Bounds::CAPACITY },
            ),
            // Ids were made unique, and splits that are none were left out before.
            IncompleteError::SameId { list, id } => self.add(list, ProblemKind::SameId { id }),
            IncompleteError::Split { path, error } => self.add(path, plan::not_whole(error)),
        }
    }

    /// Whether something wrong already says why a number is missing.
    fn is_explained(&self, input: Input) -> bool {
        let path = self.file.path(input);
        let is_team_wrong = || {
            [Input::Engineers, Input::Salary, Input::LoadedMultiplier]
                .into_iter()
                .any(|input| self.file.number(input).is_some())
        };
        self.problems.iter().any(|problem| {
            path.strip_prefix(&problem.path)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        }) || (input == Input::AnnualCost && is_team_wrong())
    }
}

/// The numbers a benefit line of a kind uses, in the order of the file.
pub(crate) fn inputs_of(kind: BenefitKind) -> impl Iterator<Item = BenefitInput> {
    BenefitInput::ALL.into_iter().filter(move |input| {
        matches!(input, BenefitInput::Confidence | BenefitInput::LagMonths)
            || kind.inputs().contains(input)
    })
}
