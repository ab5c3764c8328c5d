//! Questions asked the other way round, answered in words.

use std::fmt::Write as _;

use expect_test::expect_file;
use groundwork_model::{
    case::CaseBuilder,
    evaluation::evaluate,
    input::{BenefitInput, CostInput, Input},
    solve::{Target, solve},
};
use groundwork_report::{
    document::{Span, Writer},
    formats::results::solution,
    narrative::answers::answer,
    wording::NumberStyle,
};

use crate::cases::{seed_with, with_benefit, with_cost, with_late_cost};

/// A case and what is asked about it.
fn questions() -> Vec<(CaseBuilder, Vec<(Input, Target)>)> {
    use Input as I;
    let payback = Target::PaybackMonths;
    vec![
        (
            seed_with(&[]),
            vec![
                (I::EfficiencyAfter, payback(12.0)),
                (I::EfficiencyAfter, payback(10.0)),
                (I::EfficiencyAfter, Target::Roi(1.0)),
                (I::EfficiencyNow, Target::Npv(0.0)),
                (I::Amount, Target::Npv(0.0)),
                (I::AnnualCost, Target::Npv(1e6)),
                (I::Realised, Target::Npv(0.0)),
                (I::FirstMonth, Target::Npv(0.0)),
                (I::InvestmentMonths, payback(14.0)),
                (I::HorizonMonths, payback(12.0)),
                (I::HorizonMonths, Target::Npv(0.0)),
                (I::DiscountRate, Target::Npv(0.0)),
                (I::DiscountRate, payback(12.0)),
                (I::UpkeepShare, Target::Npv(0.0)),
                (I::Amount, payback(1.0)),
                (I::Amount, Target::Roi(1e6)),
                (I::Seed, Target::Npv(0.0)),
                (I::Engineers, Target::Npv(0.0)),
                (I::Salary, payback(6.0)),
            ],
        ),
        (
            seed_with(&[(I::Amount, 552_440.0)]),
            vec![(I::Amount, Target::Npv(0.0)), (I::EfficiencyAfter, Target::Npv(0.0))],
        ),
        (
            seed_with(&[(I::FirstMonth, 30.0)]),
            vec![(I::Amount, Target::Npv(0.0)), (I::HorizonMonths, payback(40.0))],
        ),
        (
            with_benefit(seed_with(&[(I::Amount, 900e3), (I::InvestmentMonths, 12.0)])),
            vec![
                (I::Benefit(0, BenefitInput::PerYearNow), Target::Npv(0.0)),
                (I::Benefit(0, BenefitInput::LagMonths), Target::Npv(0.0)),
                (I::Benefit(0, BenefitInput::CostEach), payback(24.0)),
            ],
        ),
        (
            with_late_cost(seed_with(&[])),
            vec![(I::HorizonMonths, Target::Roi(0.1)), (I::HorizonMonths, payback(14.0))],
        ),
        (with_cost(seed_with(&[])), vec![(I::Cost(0, CostInput::PerYear), payback(12.0))]),
    ]
}

#[test]
fn what_it_takes_to_reach_a_target() {
    let mut page = String::new();
    for locale in ["en-US", "de-DE"] {
        let style = NumberStyle::for_locale(locale, "USD");
        writeln!(page, "## {locale}\n").unwrap();
        for (builder, asked) in questions() {
            let case = builder.build().unwrap();
            let evaluation = evaluate(&case);
            let writer = Writer { evaluation: &evaluation, style: &style };
            for (input, target) in asked {
                let paragraph = answer(writer, input, target, &solve(&case, input, target));
                writeln!(page, "- {paragraph}").unwrap();
                for span in &paragraph.0 {
                    let Span::Text(text) = span else { continue };
                    assert!(!text.contains(char::is_numeric), "{text}");
                }
            }
        }
        page.push('\n');
    }
    expect_file!["../../../../tests/golden/answers.md"].assert_eq(&page);
}

#[test]
fn further_crossings_carry_their_side_in_json() {
    let case = with_late_cost(seed_with(&[])).build().unwrap();
    let json = solution(&solve(&case, Input::HorizonMonths, Target::Roi(0.1)).unwrap());
    assert_eq!(json["further"].as_array().unwrap().len(), 2);
    assert_eq!(json["further_met_above"].as_array().unwrap().len(), 2);
    assert!(json["further"][0].is_number() && json["further_met_above"][0].is_boolean());
}
