//! Which input changes which sentence: nothing in a brief is typed by hand.

use std::fmt::Write as _;

use expect_test::expect_file;
use groundwork_model::{
    case::{Case, CaseBuilder},
    estimate::Estimate,
    evaluation::evaluate,
    input::Input,
};
use groundwork_report::{
    document::Block,
    narrative::brief::{Brief, Section},
};

use crate::{brief_of, cases::fullest};

/// Inputs that no sentence stands on, and why.
fn reason(input: Input) -> Option<&'static str> {
    match input {
        Input::Slip | Input::FailureProbability | Input::Seed => Some("only random draws use it"),
        _ => None,
    }
}

/// The parts of a section that are read one by one: sentences, items of lists, tables.
fn parts(section: &Section) -> Vec<String> {
    let mut parts = Vec::new();
    for block in &section.blocks {
        match block {
            Block::Paragraph(paragraph) => {
                let text = paragraph.to_string();
                parts.extend(text.split_inclusive(". ").map(ToOwned::to_owned));
            }
            Block::Notes(sentences) => parts.extend(sentences.iter().map(ToString::to_string)),
            Block::Table(table) => parts.push(format!("{table:?}")),
            Block::KeyFigures(_) | Block::Statements(_) | Block::Listing(_) => {
                panic!("no brief has these")
            }
        }
    }
    parts
}

/// Each section that reads differently, with the positions of the parts that do.
fn changed(before: &Brief, after: &Brief) -> Vec<String> {
    let mut found = Vec::new();
    for section in &before.sections {
        let other = after.sections.iter().find(|other| other.heading == section.heading);
        let Some(other) = other else {
            found.push(format!("{} (gone)", section.heading));
            continue;
        };
        let (old, new) = (parts(section), parts(other));
        let positions = (0..old.len().max(new.len())).filter(|at| old.get(*at) != new.get(*at));
        let positions: Vec<String> = positions.map(|at| (at + 1).to_string()).collect();
        if !positions.is_empty() {
            found.push(format!("{} {}", section.heading, positions.join(", ")));
        }
    }
    found
}

/// How far a number is moved until the rounded figures of a brief show it: months by so many,
/// others by so many tenths of themselves.
const STEPS: [u32; 3] = [1, 5, 12];

/// The case with one number moved.
fn moved(case: &Case, input: Input, steps: u32) -> Case {
    let bounds = input.spec().bounds;
    let value = case.likely(input).unwrap();
    let step = if bounds.whole { 1.0 } else { (value.abs() * 0.1).max(0.001) } * f64::from(steps);
    let up = value + step;
    let moved = if bounds.contains(up) { up } else { (value - step).max(bounds.min) };
    let mut builder: CaseBuilder = fullest();
    builder.enter(input, Estimate::exact(moved).unwrap()).unwrap();
    builder.build().unwrap()
}

#[test]
fn every_input_changes_what_stands_on_it() {
    let case = fullest().build().unwrap();
    let before = brief_of(&evaluate(&case), "");
    let mut page = String::from(
        "# What changes in the brief when an input does\n\nSections with the positions of their \
         sentences, list items and tables.\n\n| Input | Moved by | Changes |\n| --- | --- | --- |\n",
    );
    for input in case.inputs() {
        let with = |steps| changed(&before, &brief_of(&evaluate(&moved(&case, input, steps)), ""));
        let (steps, changes) = STEPS
            .map(|steps| (steps, with(steps)))
            .into_iter()
            .find(|(_, changes)| !changes.is_empty())
            .unwrap_or_default();
        let path = case.path(input);
        let by =
            if input.spec().bounds.whole { format!("{steps} more") } else { format!("{steps}0%") };
        if let Some(reason) = reason(input) {
            assert!(changes.is_empty(), "{path} changes {changes:?}");
            writeln!(page, "| {path} | any | nothing: {reason} |").unwrap();
        } else {
            assert!(!changes.is_empty(), "{path} changes nothing");
            writeln!(page, "| {path} | {by} | {} |", changes.join("; ")).unwrap();
        }
    }
    expect_file!["../../../../tests/golden/brief_inputs.md"].assert_eq(&page);
}
