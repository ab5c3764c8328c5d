//! From what stands in a file to a case, with everything that keeps it from being one.

use groundwork_model::{
    bounds::Bounds,
    case::{Case, CaseBuilder, IncompleteError, check_entry},
    estimate::{Estimate, EstimateError},
    input::{BenefitInput, CostInput, Input},
    units::Unit,
};
use serde_json::Value;

use crate::{
    case_file::{CaseFile, PAID_FROM_KEYS},
    line::{Identified, TAG_KEYS, ids},
    problem::{CaseProblem, CaseProblems, Expected, ProblemKind},
    schema::{
        Lenient, Number,
        latest::{self, List, Section, Text},
    },
    slot,
    text::{Lines, MAX_LIST_ENTRIES, MAX_TEXT_CHARS, TextError, check, check_currency, shown},
};

/// Range of a rank correlation.
const RANK: Bounds =
    Bounds { unit: Unit::Plain, min: -1.0, max: 1.0, above_min: false, whole: false };

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
        reader.check_texts();
        let case = reader.read_case();
        reader.check_sources();
        reader.check_uncertainty();
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

    fn check_texts(&mut self) {
        let latest::Document { title, currency, start, .. } = &self.file.document;
        self.text("title", title, Lines::One);
        if let Some(value) = self.text("currency", currency, Lines::One)
            && check_currency(value).is_err()
        {
            self.add("currency", ProblemKind::BadCurrency { value: shown(value) });
        }
        if let Some(value) = self.text("start", start, Lines::One)
            && self.file.start().is_none()
        {
            self.add("start", ProblemKind::BadStart { value: shown(value) });
        }
    }

    fn read_case(&mut self) -> CaseBuilder {
        let file = self.file;
        let latest::Document { capacity, efficiency, investment, costs, benefits, .. } =
            &file.document;
        let mut case = CaseBuilder::new();
        if let Some(start) = file.start() {
            case.start(start);
        }
        if let Some(paid_from) = file.paid_from() {
            case.paid_from(paid_from);
        }
        self.section("capacity", capacity);
        self.section("efficiency", efficiency);
        self.section("investment", investment);
        for input in Input::SINGLE {
            self.number(&mut case, input, || input.spec().path.to_owned());
            if input == Input::Amount {
                let paid_from = investment.as_ref().and_then(Lenient::right);
                let paid_from = paid_from.map_or(&None, |investment| &investment.paid_from);
                self.word("investment.paid_from", paid_from, PAID_FROM_KEYS);
            }
        }
        self.lines("costs", costs, |reader, path, line| {
            reader.text(&format!("{path}.label"), &line.label, Lines::One);
            reader.word(&format!("{path}.tag"), &line.tag, TAG_KEYS);
        });
        for (position, line) in file.costs().into_iter().enumerate() {
            let path = format!("costs.{}", line.id);
            case.add_cost(line);
            for input in CostInput::ALL {
                self.number(&mut case, Input::Cost(position, input), || {
                    format!("{path}.{}", input.spec().path)
                });
            }
        }
        self.lines("benefits", benefits, |reader, path, line| {
            reader.kind(&format!("{path}.kind"), line);
            reader.text(&format!("{path}.label"), &line.label, Lines::One);
            reader.word(&format!("{path}.tag"), &line.tag, TAG_KEYS);
        });
        for (position, line) in file.benefits().into_iter().enumerate() {
            let path = format!("benefits.{}", line.id);
            let kind = line.kind;
            case.add_benefit(line);
            for input in inputs_of(kind) {
                self.number(&mut case, Input::Benefit(position, input), || {
                    format!("{path}.{}", input.spec().path)
                });
            }
        }
        case
    }

    fn number(&mut self, case: &mut CaseBuilder, input: Input, path: impl Fn() -> String) {
        let Some(number) = self.file.number(input) else { return };
        match read_number(input, number) {
            // The bounds were checked, so it is entered.
            Ok(estimate) => drop(case.enter(input, estimate)),
            Err(kind) => self.add(path(), kind),
        }
    }

    /// Passes a text through that can be shown.
    fn text<'t>(&mut self, path: &str, text: &'t Text, lines: Lines) -> Option<&'t str> {
        let kind = match text.as_ref()? {
            Lenient::Right(text) => match check(text, lines) {
                Ok(text) => return Some(text),
                Err(TextError::TooLong { chars }) => {
                    ProblemKind::TextTooLong { chars, limit: MAX_TEXT_CHARS }
                }
                Err(TextError::Forbidden { character }) => {
                    ProblemKind::ForbiddenCharacter { character }
                }
                Err(_) => return None,
            },
            Lenient::Wrong(value) => wrong_type(value, Expected::Text, None),
        };
        self.add(path, kind);
        None
    }

    fn word(&mut self, path: &str, text: &Text, known: &'static [&'static str]) {
        if let Some(value) = self.text(path, text, Lines::One)
            && !known.contains(&value)
        {
            self.add(path, ProblemKind::UnknownWord { value: shown(value), known });
        }
    }

    fn kind(&mut self, path: &str, line: &latest::BenefitLine) {
        if line.kind.is_none() {
            self.add(path, ProblemKind::Missing);
        } else if let Some(value) = self.text(path, &line.kind, Lines::One)
            && slot::kind(line).is_none()
        {
            self.add(path, ProblemKind::UnknownKind { value: shown(value) });
        }
    }

    fn section<T>(&mut self, path: &str, section: &Section<T>) {
        if let Some(value) = section.as_ref().and_then(Lenient::wrong) {
            self.add(path, wrong_type(value, Expected::Object, None));
        }
    }

    fn list<T>(&mut self, path: &str, list: &List<T>) {
        if let Some(value) = list.as_ref().and_then(Lenient::wrong) {
            self.add(path, wrong_type(value, Expected::List, None));
        }
        let items = slot::items(list);
        if items.len() > MAX_LIST_ENTRIES {
            self.add(path, ProblemKind::TooManyEntries { entries: items.len() });
        }
        for (position, item) in items.iter().enumerate().take(MAX_LIST_ENTRIES) {
            self.section_at(&format!("{path}[{position}]"), item);
        }
    }

    fn section_at<T>(&mut self, path: &str, item: &Lenient<T>) {
        if let Some(value) = item.wrong() {
            self.add(path, wrong_type(value, Expected::Object, None));
        }
    }

    fn lines<T: Identified>(
        &mut self,
        path: &str,
        list: &List<T>,
        check_line: impl Fn(&mut Self, &str, &T),
    ) {
        self.list(path, list);
        let ids = ids(list);
        for (item, id) in slot::items(list).iter().zip(&ids).take(MAX_LIST_ENTRIES) {
            let Some(line) = item.right() else { continue };
            let path = format!("{path}.{id}");
            let own = self.text(&format!("{path}.id"), line.id(), Lines::One);
            if let Some(own) = own.filter(|own| !own.is_empty() && own != id) {
                self.add(format!("{path}.id"), ProblemKind::SameId { id: shown(own) });
            }
            check_line(self, &path, line);
        }
    }

    fn check_sources(&mut self) {
        let sources = &self.file.document.sources;
        self.section("sources", sources);
        for (path, source) in sources.iter().filter_map(Lenient::right).flatten() {
            let path = format!("sources.{}", shown(path));
            self.section_at(&path, source);
            if let Some(source) = source.right() {
                self.text(&format!("{path}.kind"), &source.kind, Lines::One);
                self.text(&format!("{path}.note"), &source.note, Lines::Many);
            }
        }
    }

    fn check_uncertainty(&mut self) {
        let uncertainty = &self.file.document.uncertainty;
        self.section("uncertainty", uncertainty);
        let Some(uncertainty) = uncertainty.as_ref().and_then(Lenient::right) else { return };
        self.list("uncertainty.correlations", &uncertainty.correlations);
        let correlations = slot::items(&uncertainty.correlations).iter().enumerate();
        for (position, correlation) in correlations.take(MAX_LIST_ENTRIES) {
            let Some(correlation) = correlation.right() else { continue };
            let path = format!("uncertainty.correlations[{position}]");
            self.input_name(format!("{path}.a"), &correlation.a);
            self.input_name(format!("{path}.b"), &correlation.b);
            let path = format!("{path}.rank");
            match &correlation.rank {
                None => self.add(path, ProblemKind::Missing),
                Some(rank) => {
                    if let Err(kind) = read_rank(rank) {
                        self.add(path, kind);
                    }
                }
            }
        }
    }

    fn input_name(&mut self, path: String, name: &Text) {
        if name.is_none() {
            self.add(path, ProblemKind::Missing);
        } else if let Some(value) = self.text(&path, name, Lines::One)
            && self.file.input_at(value).is_none()
        {
            self.add(path, ProblemKind::UnknownInput { value: shown(value) });
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
            // Ids were made unique before.
            IncompleteError::SameId { list, id } => self.add(list, ProblemKind::SameId { id }),
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
pub(crate) fn inputs_of(
    kind: groundwork_model::benefit::BenefitKind,
) -> impl Iterator<Item = BenefitInput> {
    BenefitInput::ALL.into_iter().filter(move |input| {
        matches!(input, BenefitInput::Confidence | BenefitInput::LagMonths)
            || kind.inputs().contains(input)
    })
}

fn read_number(input: Input, number: &Number) -> Result<Estimate, ProblemKind> {
    let spec = input.spec();
    let expected = if spec.takes_estimate { Expected::NumberOrRange } else { Expected::Number };
    let estimate = read_estimate(number, expected, spec.bounds)?;
    if estimate.is_range() && !spec.takes_estimate {
        return Err(ProblemKind::TakesNoRange { values: estimate.values(), bounds: spec.bounds });
    }
    match estimate.values().into_iter().find(|value| !spec.bounds.contains(*value)) {
        Some(value) => Err(ProblemKind::OutOfBounds { value, bounds: spec.bounds }),
        None => check_entry(input, estimate).map(|()| estimate).map_err(|_| {
            ProblemKind::TakesNoRange { values: estimate.values(), bounds: spec.bounds }
        }),
    }
}

fn read_rank(rank: &Number) -> Result<f64, ProblemKind> {
    let estimate = read_estimate(rank, Expected::Number, RANK)?;
    if estimate.is_range() {
        return Err(ProblemKind::TakesNoRange { values: estimate.values(), bounds: RANK });
    }
    RANK.check(estimate.likely())
        .map_err(|error| ProblemKind::OutOfBounds { value: error.value, bounds: RANK })
}

fn read_estimate(
    number: &Number,
    expected: Expected,
    bounds: Bounds,
) -> Result<Estimate, ProblemKind> {
    match number.estimate() {
        Some(Ok(estimate)) => Ok(estimate),
        Some(Err(EstimateError::NotOrdered { low, likely, high })) => {
            Err(ProblemKind::NotOrdered { values: [low, likely, high] })
        }
        Some(Err(EstimateError::NotFinite { value })) => {
            Err(ProblemKind::OutOfBounds { value, bounds })
        }
        None => Err(match number {
            // A number so large that it would change on reading.
            Number::Wrong(Value::Number(value)) => {
                ProblemKind::OutOfBounds { value: value.as_f64().unwrap_or(f64::NAN), bounds }
            }
            Number::Wrong(value) => wrong_type(value, expected, Some(bounds)),
            Number::Exact(_) | Number::Range(_) => ProblemKind::Missing,
        }),
    }
}

fn wrong_type(value: &Value, expected: Expected, bounds: Option<Bounds>) -> ProblemKind {
    ProblemKind::WrongType { value: shown(&value.to_string()), expected, bounds }
}
