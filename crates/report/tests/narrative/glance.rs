//! The answer in a few words, for cases that pay, do not, or never cost.

use groundwork_model::{evaluation::evaluate, input::Input};
use groundwork_report::{document::Writer, narrative::glance::glance, wording::NumberStyle};

use crate::{
    seed::{seed_with, seed_without_start},
    uncertain::{RANGES, estimated},
};

/// The seed case, with or without a first month and with some numbers changed.
#[track_caller]
fn check(start: Option<&str>, changes: &[(Input, f64)], expected: [&str; 3]) {
    let mut builder = seed_without_start(changes);
    if let Some(start) = start {
        builder.start(start.parse().unwrap());
    }
    let evaluation = evaluate(&builder.build().unwrap());
    let style = NumberStyle::default();
    let parts = glance(Writer { evaluation: &evaluation, style: &style });
    let texts: Vec<String> = parts.iter().map(ToString::to_string).collect();
    assert_eq!(texts, expected);
}

#[test]
fn a_case_that_pays_says_what_and_when() {
    check(Some("2026-01"), &[], ["$400k a year", "back Dec 2026", "NPV $339k"]);
}

#[test]
fn without_a_first_month_months_are_numbered() {
    check(None, &[], ["$400k a year", "back month 12", "NPV $339k"]);
}

#[test]
fn a_case_that_does_not_pay_says_so() {
    let expected = ["$40k a year", "not paid back", "NPV −$139k"];
    check(Some("2026-01"), &[(Input::EfficiencyAfter, 0.72)], expected);
}

#[test]
fn work_that_costs_nothing_is_never_in_the_red() {
    let expected = ["$400k a year", "never in the red", "NPV $531k"];
    check(Some("2026-01"), &[(Input::Amount, 0.0)], expected);
}

#[test]
fn beside_ranges_the_figures_are_the_likely_ones() {
    let evaluation = evaluate(&estimated(seed_with(&[]), &RANGES).build().unwrap());
    let style = NumberStyle::default();
    let parts = glance(Writer { evaluation: &evaluation, style: &style });
    assert_eq!(parts[0].to_string(), "Likely: $400k a year");
}
