//! Where the numbers of the case come from, and how many of them say so.

use groundwork_cases::{case_file::CaseFile, source::SUGGESTED};
use groundwork_model::input::Input;
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
            Input::SINGLE.into_iter().filter(is_usual).map(|input| input.spec().label).collect()
        })
    }

    /// What a number is called on its own: "Cost of an incident, Login outages".
    pub fn name_of_number(&self, input: Input) -> String {
        let label = input.spec().label;
        let line = match input {
            Input::Cost(line, _) => self.name_of_line(List::Costs, line),
            Input::Benefit(line, _) => self.name_of_line(List::Benefits, line),
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
    Input::all(file.costs().len(), file.benefits().len()).into_iter()
}
