//! Cost and benefit lines: how they come and go, and what is to be said about one of them.

use groundwork_cases::{case_file::CaseFile, text_field::TextField};
use groundwork_model::{
    benefit::{BenefitKind, Tag},
    case::BenefitLine,
    input::{CostInput, Input},
    note::Reason,
    units::Money,
};
use leptos::prelude::*;

use super::workspace::Workspace;

/// A line where it stands now; one that moved is another row.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Row {
    /// Names the line in paths.
    pub id: String,
    /// Position among the lines that can be used.
    pub position: usize,
}

/// Which of the two lists of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// Costs beside the investment.
    Costs,
    /// Benefits beside the efficiency gain.
    Benefits,
}

/// What keeps a yearly cost from being paid as it seems to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CostProblem {
    /// No amount was entered.
    NoAmount,
    /// Its last month is before its first.
    EndsBeforeItBegins,
    /// It is paid after the horizon only.
    AfterHorizon,
}

impl List {
    /// Name in the case file and in groups of changes.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Costs => "costs",
            Self::Benefits => "benefits",
        }
    }

    /// The label of the line at a position.
    pub const fn label(self, position: usize) -> TextField {
        match self {
            Self::Costs => TextField::CostLabel(position),
            Self::Benefits => TextField::BenefitLabel(position),
        }
    }
}

impl Workspace {
    /// The lines that can be used, in their order.
    pub fn lines(&self, list: List) -> Vec<Row> {
        self.draft.with(|draft| {
            let ids: Vec<String> = match list {
                List::Costs => draft.file().costs().into_iter().map(|line| line.id).collect(),
                List::Benefits => draft.file().benefits().into_iter().map(|line| line.id).collect(),
            };
            ids.into_iter().enumerate().map(|(position, id)| Row { id, position }).collect()
        })
    }

    /// Adds an empty cost line; `None` where there are as many as a case may have.
    pub fn add_cost(&self) -> Option<Row> {
        let mut added = None;
        let group = self.adding(List::Costs);
        self.change(&group, Box::new(|draft| added = draft.file_mut().add_cost()));
        self.row(List::Costs, added?)
    }

    /// Adds a benefit line without numbers; `None` where there are as many as a case may have.
    pub fn add_benefit(&self, kind: BenefitKind) -> Option<Row> {
        let mut added = None;
        let group = self.adding(List::Benefits);
        self.change(&group, Box::new(|draft| added = draft.file_mut().add_benefit(kind)));
        self.row(List::Benefits, added?)
    }

    /// Removes a line, with everything that was typed into it.
    pub fn remove_line(&self, list: List, row: &Row) {
        let group = format!("{}.{}.remove", list.key(), row.id);
        let position = row.position;
        self.change(
            &group,
            Box::new(|draft| match list {
                List::Costs => draft.remove_cost(position),
                List::Benefits => draft.remove_benefit(position),
            }),
        );
    }

    /// Says what a line is made of.
    pub fn tag_line(&self, list: List, row: &Row, tag: Tag) {
        let group = format!("{}.{}.tag", list.key(), row.id);
        let position = row.position;
        self.change(
            &group,
            Box::new(|draft| match list {
                List::Costs => draft.file_mut().set_cost_tag(position, tag),
                List::Benefits => draft.file_mut().set_benefit_tag(position, tag),
            }),
        );
    }

    /// What the line at a position is made of.
    pub fn tag_of(&self, list: List, position: usize) -> Tag {
        self.draft.with(|draft| {
            let tag = match list {
                List::Costs => draft.file().costs().get(position).map(|line| line.tag),
                List::Benefits => draft.file().benefits().get(position).map(|line| line.tag),
            };
            tag.unwrap_or(Tag::Cash)
        })
    }

    /// What a person calls the line at a position; empty where nobody named it.
    pub fn name_of_line(&self, list: List, position: usize) -> String {
        self.draft.with(|draft| text_in_file(draft.file(), list.label(position)))
    }

    /// What is wrong with the cost line at a position.
    pub fn cost_problem(&self, line: usize) -> Option<CostProblem> {
        self.draft.with(|draft| {
            let file = draft.file();
            let number = |input| file.estimate(Input::Cost(line, input));
            let horizon = likely(file, Input::HorizonMonths);
            let month = |input| likely(file, Input::Cost(line, input));
            if number(CostInput::Once).is_none() && number(CostInput::PerYear).is_none() {
                return Some(CostProblem::NoAmount);
            }
            let begins = month(CostInput::FromMonth);
            let is_yearly = number(CostInput::PerYear).is_some_and(|cost| cost.high() > 0.0);
            if is_yearly && number(CostInput::ToMonth).is_some_and(|last| last.likely() < begins) {
                return Some(CostProblem::EndsBeforeItBegins);
            }
            let is_single = number(CostInput::Once).is_some_and(|cost| cost.high() > 0.0);
            let is_late =
                is_yearly && begins > horizon || is_single && month(CostInput::Month) > horizon;
            is_late.then_some(CostProblem::AfterHorizon)
        })
    }

    /// Names of the numbers the benefit line at a position still needs.
    pub fn missing_in_benefit(&self, line: usize) -> Vec<&'static str> {
        self.draft.with(|draft| {
            let missing = draft.file().missing_in_benefit(line).into_iter();
            missing.map(|input| input.spec().label).collect()
        })
    }

    /// Value a year of the benefit line with this id in the result on screen.
    pub fn value_of_benefit(&self, id: &str) -> Option<Money> {
        self.of_shown_benefit(id, |evaluation, line| {
            Some(evaluation.assumptions.benefits.get(line)?.per_year)
        })
    }

    /// Whether the benefit line with this id and the efficiency gain may count the same hours.
    pub fn is_counted_twice(&self, id: &str) -> bool {
        let counted = self.of_shown_benefit(id, |evaluation, line| {
            let reason = Reason::CountedTwice { line };
            evaluation.notes.iter().any(|note| note.reason == reason).then_some(())
        });
        counted.is_some()
    }

    /// Lines of the result are fewer than those of the file where one is incomplete, so the id
    /// tells which one is meant.
    fn of_shown_benefit<T>(
        &self,
        id: &str,
        read: fn(&groundwork_model::evaluation::Evaluation, usize) -> Option<T>,
    ) -> Option<T> {
        self.shown.with(|shown| {
            let evaluation = &shown.as_ref()?.evaluation;
            let is_meant = |line: &BenefitLine| line.id == id;
            read(evaluation, evaluation.case.benefits().iter().position(is_meant)?)
        })
    }

    /// Two lines added one after the other are two steps.
    fn adding(&self, list: List) -> String {
        format!("{}.add.{}", list.key(), untrack(|| self.lines(list).len()))
    }

    fn row(&self, list: List, position: usize) -> Option<Row> {
        untrack(|| self.lines(list)).into_iter().nth(position)
    }
}

/// The number in the file, or its usual value.
pub fn likely(file: &CaseFile, input: Input) -> f64 {
    let entered = file.estimate(input).map(|estimate| estimate.likely());
    entered.or(input.spec().default).unwrap_or_default()
}

/// A label or a note as the file has it; empty where it has none.
pub(super) fn text_in_file(file: &CaseFile, field: TextField) -> String {
    let label = match field {
        TextField::CostLabel(line) => file.costs().into_iter().nth(line).map(|line| line.label),
        TextField::BenefitLabel(line) => {
            file.benefits().into_iter().nth(line).map(|line| line.label)
        }
        TextField::InitiativeTitle(line) => {
            file.initiatives().into_iter().nth(line).map(|line| line.title)
        }
        TextField::Note(input) => Some(file.source(input).note.to_owned()),
        _ => None,
    };
    label.unwrap_or_default()
}
