//! Pictures of cases of every kind, at the width of a phone and of a desktop.

use expect_test::expect_file;
use groundwork_model::{evaluation::Evaluation, input::Input};
use groundwork_report::charts::{ChartKind, Theme, kinds_for, svg};

use crate::{
    cases::{drawn, seed_with, without_start},
    seed,
    uncertain::{self, RANGES, estimated},
};

fn check(name: &str, evaluation: &Evaluation, kinds: &[ChartKind]) {
    for kind in kinds {
        let kind_name = match kind {
            ChartKind::CumulativeNet => "net",
            ChartKind::Efficiency => "efficiency",
            ChartKind::Delivered => "delivered",
            ChartKind::PaidBack => "paid-back",
            ChartKind::Distribution => "distribution",
            ChartKind::Tornado => "tornado",
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
    let evaluation = seed_with(&[]);
    check("seed", &evaluation, &kinds_for(&evaluation));
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
    let kinds = [ChartKind::CumulativeNet, ChartKind::Efficiency, ChartKind::Delivered];
    check("growth", &seed_with(&numbers), &kinds);
}

#[test]
fn ten_years_without_a_first_month() {
    let case = without_start(&[(Input::HorizonMonths, 120.0)]);
    check("ten-years", &case, &[ChartKind::CumulativeNet]);
}

/// The charts that draws change or bring.
const OF_DRAWS: [ChartKind; 4] =
    [ChartKind::CumulativeNet, ChartKind::PaidBack, ChartKind::Distribution, ChartKind::Tornado];

#[test]
fn the_two_million_conversation_with_ranges() {
    let evaluation = uncertain::drawn(estimated(seed::seed_with(&[]), &RANGES));
    check("ranges", &evaluation, &OF_DRAWS);
}

#[test]
fn the_two_million_conversation_with_ranges_in_the_dark() {
    let evaluation = uncertain::drawn(estimated(seed::seed_with(&[]), &RANGES));
    let picture = svg(&drawn(&evaluation, ChartKind::Tornado, 860.0), Theme::Dark);
    expect_file!["../../../../tests/golden/charts/ranges-tornado-860-dark.svg"].assert_eq(&picture);
}

#[test]
fn losing_with_ranges_overrun_and_failure() {
    let numbers = [(Input::InvestmentMonths, 8.0), (Input::FailureProbability, 0.15)];
    let ranges = [
        (Input::Amount, [400e3, 600e3, 900e3]),
        (Input::EfficiencyAfter, [0.75, 0.85, 0.95]),
        (Input::Slip, [0.0, 0.2, 1.0]),
    ];
    let evaluation = uncertain::drawn(estimated(seed::seed_with(&numbers), &ranges));
    check("losing-ranges", &evaluation, &OF_DRAWS);
}
