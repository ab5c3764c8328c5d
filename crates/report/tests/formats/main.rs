//! What leaves for scripts and other programs.

#![allow(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

#[path = "../support/seed.rs"]
mod seed;

use expect_test::expect_file;
use groundwork_model::{
    case::CaseBuilder,
    correlation::Correlation,
    estimate::Estimate,
    evaluation::{Evaluation, evaluate},
    input::Input,
    simulation::{DEFAULT_DRAWS, simulate},
};
use groundwork_report::formats::simulated::simulated;
use serde_json::Value;

use crate::seed::seed_with;

/// The case in `tests/cases/ranges.json`.
fn ranges() -> CaseBuilder {
    let mut builder = seed_with(&[(Input::FailureProbability, 0.05)]);
    let ranges = [
        (Input::AnnualCost, 1.8e6, 2e6, 2.3e6),
        (Input::EfficiencyNow, 0.65, 0.7, 0.75),
        (Input::EfficiencyAfter, 0.8, 0.9, 0.95),
        (Input::Amount, 150e3, 200e3, 350e3),
        (Input::Slip, 0.0, 0.2, 1.0),
    ];
    for (input, low, likely, high) in ranges {
        builder.enter(input, Estimate::range(low, likely, high).unwrap()).unwrap();
    }
    builder
}

fn drawn(builder: CaseBuilder, draws: u32) -> Evaluation {
    let case = builder.build().unwrap();
    evaluate(&case).with_simulation(simulate(&case, draws))
}

fn codes(json: &Value) -> Vec<(Option<&str>, &str)> {
    let notes = json["notes"].as_array().unwrap().iter();
    notes.map(|note| (note["figure"].as_str(), note["code"].as_str().unwrap())).collect()
}

#[test]
fn the_simulation_of_the_two_million_conversation_with_ranges() {
    let json = simulated(&drawn(ranges(), DEFAULT_DRAWS), &[]);
    let text = serde_json::to_string_pretty(&json).unwrap() + "\n";
    expect_file!["../../../../tests/golden/simulated/ranges.json"].assert_eq(&text);
}

#[test]
fn a_case_that_was_not_simulated_has_no_such_results() {
    assert!(simulated(&evaluate(&ranges().build().unwrap()), &[]).is_null());
}

#[test]
fn a_payback_that_does_not_exist_says_why() {
    let mut losing = ranges();
    losing.enter(Input::Amount, Estimate::range(1e6, 2e6, 3e6).unwrap()).unwrap();
    let json = simulated(&drawn(losing, 200), &[]);
    assert!(json["payback_months"]["p90"].is_null());
    assert!(codes(&json).contains(&(Some("payback_months.p90"), "not_paid_back")), "{json}");
    assert!(!json["npv"]["p90"].is_null());
}

#[test]
fn correlations_that_cannot_all_hold_are_noted() {
    let mut builder = ranges();
    for (a, b, rank) in [
        (Input::EfficiencyNow, Input::EfficiencyAfter, 0.9),
        (Input::EfficiencyAfter, Input::Amount, 0.9),
        (Input::Amount, Input::EfficiencyNow, -0.9),
    ] {
        builder.correlate(Correlation::new(a, b, rank).unwrap());
    }
    let json = simulated(&drawn(builder, 200), &[]);
    assert!(codes(&json).contains(&(None, "correlations_reduced")), "{json}");
}

#[test]
fn fields_nobody_reads_are_noted() {
    let json = simulated(&drawn(ranges(), 100), &["colour".to_owned()]);
    assert_eq!(codes(&json).last(), Some(&(None, "unused_field")));
}
