//! Pictures of cases of every kind, at the width of a phone and of a desktop.

use expect_test::expect_file;
use groundwork_model::{evaluation::Evaluation, input::Input};
use groundwork_report::charts::{ChartKind, Theme, svg};

use crate::cases::{drawn, seed_with, without_start};

fn check(name: &str, evaluation: &Evaluation, kinds: &[ChartKind]) {
    for kind in kinds {
        let kind_name = match kind {
            ChartKind::CumulativeNet => "net",
            ChartKind::Efficiency => "efficiency",
            ChartKind::Delivered => "delivered",
            of_plan => of_plan.key(),
        };
        for (width, digits) in [(360.0, "360"), (860.0, "860")] {
            let picture = svg(&drawn(evaluation, *kind, width), Theme::Light);
            let file = format!("../../../../tests/golden/charts/{name}-{kind_name}-{digits}.svg");
            expect_file![file].assert_eq(&picture);
        }
    }
}

#[test]
fn the_two_million_conversation() {
    check("seed", &seed_with(&[]), &ChartKind::ALL);
}

#[test]
fn the_two_million_conversation_in_the_dark() {
    let picture = svg(&drawn(&seed_with(&[]), ChartKind::CumulativeNet, 860.0), Theme::Dark);
    expect_file!["../../../../tests/golden/charts/seed-net-860-dark.svg"].assert_eq(&picture);
}

#[test]
fn never_paid_back() {
    let case = seed_with(&[(Input::Amount, 900e3), (Input::InvestmentMonths, 12.0)]);
    check("never-paid-back", &case, &[ChartKind::CumulativeNet, ChartKind::Delivered]);
}

#[test]
fn paid_back_at_once() {
    let numbers = [(Input::Amount, 10e3), (Input::FirstMonth, 1.0), (Input::InvestmentMonths, 1.0)];
    check("paid-back-at-once", &seed_with(&numbers), &[ChartKind::CumulativeNet]);
}

#[test]
fn no_gain() {
    let case = seed_with(&[(Input::EfficiencyAfter, 0.7)]);
    check("no-gain", &case, &[ChartKind::CumulativeNet, ChartKind::Efficiency]);
}

#[test]
fn a_negative_gain() {
    let case = seed_with(&[(Input::EfficiencyAfter, 0.6)]);
    check("negative-gain", &case, &[ChartKind::CumulativeNet, ChartKind::Efficiency]);
}

#[test]
fn growth_with_dip_and_ramp_up() {
    let numbers = [
        (Input::InterestRate, 0.1),
        (Input::AccrualPerYear, 0.05),
        (Input::Dip, 0.1),
        (Input::DipMonthsAfter, 3.0),
        (Input::RampUpMonths, 6.0),
        (Input::HorizonMonths, 36.0),
    ];
    check("growth", &seed_with(&numbers), &ChartKind::ALL);
}

#[test]
fn ten_years_without_a_first_month() {
    let case = without_start(&[(Input::HorizonMonths, 120.0)]);
    check("ten-years", &case, &[ChartKind::CumulativeNet]);
}
