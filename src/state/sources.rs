//! Where the numbers of the case come from, and how many of them say so.

use groundwork_cases::{case_file::CaseFile, source::SUGGESTED};
use groundwork_model::{input::Input, plan::PlanInput, strategy::LineKind};
use groundwork_report::document::plan_names::line_name;
use leptos::prelude::*;

use super::{
    lines::{List, Row},
    workspace::Workspace,
};

/// How a source came about where only the number was typed.
const TYPED: &str = "typed";

/// A number of the file, and whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sourced {
    /// Its path, with the position of its line.
    pub row: Row,
    /// Whether somebody entered it.
    pub is_entered: bool,
    /// Whether somebody said where it comes from.
    pub has_source: bool,
}

impl Workspace {
    /// The numbers in the file, in its order.
    pub fn numbers_with_sources(&self) -> Vec<Sourced> {
        self.draft.with(|draft| {
            let file = draft.file();
            let is_there = |input: &Input| file.estimate(*input).is_some();
            let sourced = |input| {
                let position = match input {
                    Input::Cost(position, _) | Input::Benefit(position, _) => position,
                    _ => 0,
                };
                Sourced {
                    row: Row { id: file.path(input), position },
                    is_entered: file.is_entered(input),
                    has_source: has_source(file, input),
                }
            };
            inputs(file).filter(is_there).map(sourced).collect()
        })
    }

    /// Names of the numbers nobody entered, for which a usual value stands in.
    pub fn numbers_by_default(&self) -> Vec<&'static str> {
        self.draft.with(|draft| {
            let file = draft.file();
            let is_usual = |input: &Input| {
                let is_asked = !matches!(
                    input,
                    Input::Seed | Input::Slip | Input::FailureProbability | Input::LoadedMultiplier
                );
                is_asked && input.spec().default.is_some() && file.estimate(*input).is_none()
            };
            let single = Input::SINGLE.into_iter().filter(is_usual);
            let of_plan = inputs_of_plan(file).into_iter().filter(is_usual);
            let mut labels: Vec<&'static str> = Vec::new();
            for input in single.chain(of_plan) {
                let label = input.spec().label;
                if !labels.contains(&label) {
                    labels.push(label);
                }
            }
            labels
        })
    }

    /// What a number is called on its own: "Cost of an incident, Login outages".
    pub fn name_of_number(&self, input: Input) -> String {
        let label = input.spec().label;
        let line = match input {
            Input::Cost(line, _) => self.name_of_line(List::Costs, line),
            Input::Benefit(line, _) => self.name_of_line(List::Benefits, line),
            Input::Plan(PlanInput::Strategy(line, _)) => self
                .write(|writer| line_name(writer, LineKind::Strategy(line)).to_string())
                .unwrap_or_default(),
            _ => String::new(),
        };
        if line.is_empty() { label.to_owned() } else { format!("{label}, {line}") }
    }

    /// Whether the number is one somebody entered.
    pub fn is_entered(&self, input: Input) -> bool {
        self.draft.with(|draft| draft.file().is_entered(input))
    }
}

fn has_source(file: &CaseFile, input: Input) -> bool {
    let source = file.source(input);
    !source.note.is_empty() || !["", TYPED, SUGGESTED].contains(&source.kind)
}

/// Every input the file has a place for, in the order of the file.
fn inputs(file: &CaseFile) -> std::vec::IntoIter<Input> {
    let mut inputs = Input::all(file.costs().len(), file.benefits().len());
    inputs.extend(inputs_of_plan(file));
    inputs.into_iter()
}

/// What strategies rest on, of a plan somebody began: its single numbers, and those of the strategies
/// that were chosen.
fn inputs_of_plan(file: &CaseFile) -> Vec<Input> {
    let mut inputs: Vec<Input> = PlanInput::SINGLE.map(Input::Plan).into();
    let is_begun = file.are_strategies_chosen()
        || !file.initiatives().is_empty()
        || inputs.iter().any(|input| file.estimate(*input).is_some());
    if !is_begun {
        return Vec::new();
    }
    for (line, strategy) in file.strategies().iter().enumerate() {
        let of_line = |input: &_| Input::Plan(PlanInput::Strategy(line, *input));
        inputs.extend(strategy.kind.inputs().iter().map(of_line));
    }
    inputs
}

#[cfg(test)]
mod tests {
    use groundwork_cases::example::Example;

    use super::*;

    fn entered(example: Example) -> Vec<String> {
        let file = example.file("2026-01".parse().expect("a month"));
        let entered = inputs(&file).filter(|input| file.is_entered(*input));
        entered.map(|input| file.path(input)).collect()
    }

    #[test]
    fn numbers_of_a_plan_have_sources_as_all_others() {
        let paths = entered(Example::TwentyPercent);
        assert!(paths.contains(&"plan.split.debt".to_owned()), "{paths:?}");
        assert!(paths.contains(&"plan.points_per_capacity_year".to_owned()), "{paths:?}");
        let is_of_strategy = |path: &&String| path.starts_with("plan.strategies.");
        assert_eq!(paths.iter().filter(is_of_strategy).count(), 3, "{paths:?}");
    }

    #[test]
    fn a_case_without_a_plan_has_no_numbers_of_one() {
        let file = Example::TwoMillion.file("2026-01".parse().expect("a month"));
        assert!(inputs_of_plan(&file).is_empty());
        let paths = entered(Example::TwoMillion);
        assert!(paths.iter().all(|path| !path.starts_with("plan.")), "{paths:?}");
    }
}
