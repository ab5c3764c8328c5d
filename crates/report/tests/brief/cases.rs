//! Cases a brief is written about, and numbers for cases nobody thought of.

use groundwork_model::{
    benefit::{BenefitKind, Tag},
    case::{BenefitLine, CaseBuilder, CostLine},
    estimate::Estimate,
    evaluation::{Evaluation, evaluate},
    input::{BenefitInput, CostInput, Input},
    investment::PaidFrom,
};
use proptest::{collection::vec, prelude::*};

pub(crate) use crate::seed::{seed_with, seed_without_start};
use crate::uncertain::{FEW, RANGES, around, drawn, estimated, with_draws};

/// A case with the name of its files.
pub(crate) struct Named {
    pub(crate) file: &'static str,
    pub(crate) title: &'static str,
    pub(crate) evaluation: Evaluation,
}

pub(crate) fn enter(builder: &mut CaseBuilder, numbers: &[(Input, f64)]) {
    for (input, value) in numbers {
        builder.enter(*input, Estimate::exact(*value).unwrap()).unwrap();
    }
}

pub(crate) fn bought(mut builder: CaseBuilder) -> CaseBuilder {
    builder.paid_from(PaidFrom::Money);
    builder
}

/// What each kind of benefit is called in the fullest case.
fn label_of(kind: BenefitKind) -> &'static str {
    match kind {
        BenefitKind::Incidents => "Login outages",
        BenefitKind::RevenueAtRisk => "Two customers who asked for an audit",
        BenefitKind::Attrition => "People who leave because of it",
        BenefitKind::Onboarding => "Newcomers who ship sooner",
        BenefitKind::Infrastructure => "The old session store",
        BenefitKind::Other => "",
    }
}

/// A benefit line of every kind and two cost lines, every number of them entered.
pub(crate) fn with_lines(mut builder: CaseBuilder) -> CaseBuilder {
    use {BenefitInput as B, CostInput as C};
    for (id, label, tag) in
        [("c1", "Licenses of 2026", Tag::Cash), ("c2", "Training", Tag::Capacity)]
    {
        builder.add_cost(CostLine { id: id.into(), label: label.into(), tag });
    }
    let costs = [
        (0, C::Once, 5e3),
        (0, C::Month, 4.0),
        (0, C::PerYear, 12e3),
        (0, C::FromMonth, 5.0),
        (0, C::ToMonth, 30.0),
        (1, C::Once, 20e3),
        (1, C::Month, 6.0),
        (1, C::PerYear, 6e3),
        (1, C::FromMonth, 7.0),
        (1, C::ToMonth, 20.0),
    ];
    enter(&mut builder, &costs.map(|(line, input, value)| (Input::Cost(line, input), value)));
    for (line, kind) in BenefitKind::ALL.into_iter().enumerate() {
        let (id, label) = (format!("b{line}"), label_of(kind).to_owned());
        builder.add_benefit(BenefitLine { id, label, kind, tag: kind.usual_tag() });
        let value = |input: B| match input {
            B::PerYearNow | B::WeeksNow => 12.0,
            B::PerYearAfter | B::HiresPerYear => 3.0,
            B::CostEach => 8e3,
            B::WeeksAfter => 8.0,
            B::AnnualRevenue => 1e6,
            B::Margin => 0.7,
            B::LossProbabilityNow => 0.3,
            B::LossProbabilityAfter => 0.1,
            B::LeaversPerYearNow => 2.0,
            B::LeaversPerYearAfter | B::LagMonths => 1.0,
            B::Salary => 120e3,
            B::WeeklyCost => 3e3,
            B::PerYear => 24e3,
            B::ReplacementCostShare => 0.6,
            B::Confidence => 0.8,
        };
        for input in kind.inputs().iter().chain(&[B::Confidence, B::LagMonths]) {
            enter(&mut builder, &[(Input::Benefit(line, *input), value(*input))]);
        }
    }
    builder
}

/// A cost of 450,000 once, long after the work is paid back.
fn with_late_cost(mut builder: CaseBuilder) -> CaseBuilder {
    let (id, label) = ("c1".into(), "Move to a new data center".into());
    let line = builder.add_cost(CostLine { id, label, tag: Tag::Cash });
    let numbers = [(CostInput::Once, 450e3), (CostInput::Month, 22.0)];
    enter(&mut builder, &numbers.map(|(input, value)| (Input::Cost(line, input), value)));
    builder
}

/// Every number a case can hold, entered: growth, dip, ramp-up, upkeep, confidence, lines.
pub(crate) fn fullest() -> CaseBuilder {
    use Input as I;
    with_lines(seed_with(&[
        (I::HorizonMonths, 36.0),
        (I::DiscountRate, 0.08),
        (I::Realised, 0.9),
        (I::Confidence, 0.8),
        (I::InterestRate, 0.05),
        (I::AccrualPerYear, 0.02),
        (I::RampUpMonths, 4.0),
        (I::Dip, 0.05),
        (I::DipMonthsAfter, 2.0),
        (I::UpkeepShare, 0.01),
        (I::Slip, 0.2),
        (I::FailureProbability, 0.1),
        (I::Seed, 7.0),
    ]))
}

/// The cases that are kept in every format.
pub(crate) fn kept() -> Vec<Named> {
    use Input as I;
    let named = |file, title, builder: CaseBuilder| Named {
        file,
        title,
        evaluation: evaluate(&builder.build().unwrap()),
    };
    let of = |changes: &[(Input, f64)]| seed_with(changes);
    vec![
        named("typical", "Pay down auth-service debt", of(&[])),
        named("tiny", "", of(&[(I::AnnualCost, 12.0), (I::Amount, 0.5)])),
        named("huge", "Every system at once", of(&[(I::AnnualCost, 1e12), (I::Amount, 1e11)])),
        named(
            "losing",
            "Rebuild the billing core",
            of(&[(I::Amount, 900e3), (I::InvestmentMonths, 12.0)]),
        ),
        named("never_pays_back", "A costly tidy-up", of(&[(I::UpkeepShare, 0.5)])),
        named("no_gain", "", of(&[(I::EfficiencyAfter, 0.7)])),
        named("paid_with_money", "Have the old store replaced", bought(of(&[(I::Dip, 0.05)]))),
        named("everything", "Pay down auth-service debt", fullest()),
        Named {
            file: "ranges",
            title: "Pay down auth-service debt",
            evaluation: drawn(estimated(of(&[]), &RANGES)),
        },
    ]
}

/// Further cases, kept as text only.
pub(crate) fn kept_as_text() -> Vec<Named> {
    use Input as I;
    let named = |file, builder: CaseBuilder| Named {
        file,
        title: "Pay down auth-service debt",
        evaluation: evaluate(&builder.build().unwrap()),
    };
    let drawn = |file, builder: CaseBuilder| Named {
        file,
        title: "Pay down auth-service debt",
        evaluation: drawn(builder),
    };
    let of = |changes: &[(Input, f64)]| seed_with(changes);
    let losing = [(I::Amount, 900e3), (I::InvestmentMonths, 12.0), (I::FailureProbability, 0.1)];
    let slip = (I::Slip, [0.0, 0.2, 1.0]);
    let after = |low, likely, high| (I::EfficiencyAfter, [low, likely, high]);
    vec![
        named("out_of_horizon", of(&[(I::HorizonMonths, 5.0)])),
        named("worse_after", of(&[(I::EfficiencyAfter, 0.6)])),
        named("no_start", seed_without_start(&[])),
        named("short_of_the_rate", of(&[(I::HorizonMonths, 12.0)])),
        named("bought_outside", of(&[(I::InvestmentMonths, 1.0), (I::FirstMonth, 1.0)])),
        named("ten_years", with_lines(of(&[(I::HorizonMonths, 120.0), (I::InterestRate, 0.1)]))),
        named("costs_late", with_late_cost(of(&[]))),
        named("lines_only", with_lines(of(&[(I::EfficiencyAfter, 0.7)]))),
        drawn("ranges_losing", estimated(of(&losing), &[slip, after(0.8, 0.9, 0.95)])),
        drawn("ranges_never_pays_back", estimated(of(&[(I::UpkeepShare, 0.5)]), &RANGES)),
        drawn("ranges_everything", estimated(fullest(), &RANGES)),
        drawn("ranges_out_of_horizon", estimated(of(&[(I::HorizonMonths, 5.0)]), &RANGES)),
    ]
}

prop_compose! {
    /// Any value of a single input, from its own bounds.
    fn any_input()(
        index in 0..Input::SINGLE.len(),
        share in 0.0..=1.0_f64,
    ) -> (Input, f64) {
        let input = Input::SINGLE[index];
        let bounds = input.spec().bounds;
        let value = bounds.min + share * (bounds.max.min(1e9) - bounds.min);
        let value = if bounds.whole { value.round() } else { value };
        (input, if bounds.contains(value) { value } else { bounds.max })
    }
}

prop_compose! {
    /// A case with the four numbers, up to ten others anywhere within their bounds, with or
    /// without lines and a first month, paid either way.
    pub(crate) fn any_case()(
        numbers in (1e3..1e9_f64, 0.01..=1.0_f64, 0.01..=1.0_f64, 0.0..1e9_f64),
        others in vec(any_input(), 0..10),
        has_lines in any::<bool>(),
        is_bought in any::<bool>(),
        start in proptest::option::of(1_u32..=12),
        ranges in proptest::option::of([0.0..1.0_f64, 0.0..1.0, 0.0..1.0, 0.0..1.0]),
    ) -> Evaluation {
        let (capacity, now, after, amount) = numbers;
        let mut builder = seed_without_start(&[
            (Input::AnnualCost, capacity),
            (Input::EfficiencyNow, now),
            (Input::EfficiencyAfter, after),
            (Input::Amount, amount),
        ]);
        if let Some(month) = start {
            builder.start(groundwork_model::calendar::YearMonth::new(2026, month).unwrap());
        }
        let is_of_team = |input| {
            matches!(input, Input::Engineers | Input::Salary | Input::LoadedMultiplier)
        };
        let others: Vec<_> = others.into_iter().filter(|(input, _)| !is_of_team(*input)).collect();
        enter(&mut builder, &others);
        let builder = if has_lines { with_lines(builder) } else { builder };
        let builder = if is_bought { bought(builder) } else { builder };
        let Some([low, high, lower, higher]) = ranges else {
            return evaluate(&builder.build().unwrap());
        };
        let ranges = [
            (Input::EfficiencyAfter, around(Input::EfficiencyAfter, after, (low, high))),
            (Input::Amount, around(Input::Amount, amount, (lower, higher))),
        ];
        with_draws(estimated(builder, &ranges), FEW)
    }
}
