//! Cases of every kind, and numbers for cases nobody thought of.

use groundwork_model::{
    benefit::{BenefitKind, Tag},
    case::{BenefitLine, Case, CaseBuilder, CostLine},
    estimate::Estimate,
    evaluation::{Evaluation, evaluate},
    input::{BenefitInput, CostInput, Input},
    investment::PaidFrom,
};
use proptest::{collection::vec, prelude::*};

pub(crate) use crate::seed::seed_with;
use crate::uncertain::{FEW, RANGES, estimated, with_draws};

pub(crate) fn enter(builder: &mut CaseBuilder, numbers: &[(Input, f64)]) {
    for (input, value) in numbers {
        builder.enter(*input, Estimate::exact(*value).unwrap()).unwrap();
    }
}

pub(crate) fn evaluated(builder: CaseBuilder) -> Evaluation {
    evaluate(&built(builder))
}

pub(crate) fn built(builder: CaseBuilder) -> Case {
    builder.build().unwrap()
}

pub(crate) fn bought(mut builder: CaseBuilder) -> CaseBuilder {
    builder.paid_from(PaidFrom::Money);
    builder
}

/// Two cost lines, one of them cash, and a benefit line of every kind with its usual tag.
pub(crate) fn with_lines(mut builder: CaseBuilder) -> CaseBuilder {
    use {BenefitInput as B, CostInput as C};
    for (id, label, tag) in [("c1", "Licenses", Tag::Cash), ("c2", "Training", Tag::Capacity)] {
        builder.add_cost(CostLine { id: id.into(), label: label.into(), tag });
    }
    let costs = [
        (0, C::Once, 5e3),
        (0, C::Month, 4.0),
        (0, C::PerYear, 12e3),
        (0, C::FromMonth, 3.0),
        (0, C::ToMonth, 14.0),
        (1, C::Once, 2e3),
        (1, C::PerYear, 6e3),
        (1, C::ToMonth, 20.0),
    ];
    enter(&mut builder, &costs.map(|(line, input, value)| (Input::Cost(line, input), value)));
    for (line, kind) in BenefitKind::ALL.into_iter().enumerate() {
        let (id, label) = (format!("b{line}"), format!("Line of {}", kind.key()));
        builder.add_benefit(BenefitLine { id, label, kind, tag: kind.usual_tag() });
        let value = |input: B| match input {
            B::PerYearNow | B::WeeksNow => 12.0,
            B::PerYearAfter | B::LeaversPerYearAfter => 3.0,
            B::CostEach => 8e3,
            B::WeeksAfter => 8.0,
            B::AnnualRevenue => 1e6,
            B::Margin => 0.8,
            B::LossProbabilityNow => 0.3,
            B::LossProbabilityAfter => 0.1,
            B::LeaversPerYearNow => 4.0,
            B::Salary => 150e3,
            B::HiresPerYear => 5.0,
            B::WeeklyCost => 3e3,
            B::PerYear => -24e3,
            B::ReplacementCostShare | B::Confidence => 0.5,
            B::LagMonths => 2.0,
        };
        let timing = [B::Confidence, B::LagMonths];
        for input in kind.inputs().iter().chain(&timing) {
            enter(&mut builder, &[(Input::Benefit(line, *input), value(*input))]);
        }
    }
    builder
}

fn team() -> CaseBuilder {
    let mut builder = CaseBuilder::new();
    enter(
        &mut builder,
        &[
            (Input::Engineers, 10.0),
            (Input::Salary, 150e3),
            (Input::EfficiencyNow, 0.7),
            (Input::EfficiencyAfter, 0.9),
            (Input::Amount, 200e3),
        ],
    );
    builder
}

/// A case of every kind, with the name of what is special about it.
pub(crate) fn cases() -> Vec<(&'static str, Evaluation)> {
    use Input as I;
    let of = |changes: &[(Input, f64)]| seed_with(changes);
    let everything = [
        (I::RampUpMonths, 4.0),
        (I::Dip, 0.05),
        (I::DipMonthsAfter, 3.0),
        (I::InterestRate, 0.1),
        (I::AccrualPerYear, 0.02),
        (I::UpkeepShare, 0.02),
        (I::Slip, 0.3),
        (I::Confidence, 0.8),
        (I::Realised, 0.9),
    ];
    let deep_dip = [(I::Dip, 1.0), (I::DipMonthsAfter, 6.0), (I::RampUpMonths, 3.0)];
    let builders = vec![
        ("seed", of(&[])),
        ("1 month", of(&[(I::HorizonMonths, 1.0), (I::FirstMonth, 1.0)])),
        ("12 months", of(&[(I::HorizonMonths, 12.0)])),
        ("36 months", of(&[(I::HorizonMonths, 36.0)])),
        ("120 months", of(&[(I::HorizonMonths, 120.0)])),
        ("losing", of(&[(I::Amount, 900e3), (I::InvestmentMonths, 12.0)])),
        ("no gain", of(&[(I::EfficiencyAfter, 0.7)])),
        ("after below now", of(&[(I::EfficiencyAfter, 0.6)])),
        ("after below now, ramp-up", of(&[(I::EfficiencyAfter, 0.01), (I::RampUpMonths, 5.0)])),
        ("bought", bought(of(&[]))),
        ("dearer than the month", of(&[(I::InvestmentMonths, 1.0)])),
        ("dearer than the year", of(&[(I::Amount, 3e6)])),
        ("everything at once", of(&everything)),
        ("everything at once, bought", bought(with_lines(of(&everything)))),
        ("lines", with_lines(of(&[]))),
        ("lines over 36 months", with_lines(of(&[(I::HorizonMonths, 36.0)]))),
        ("lines only", with_lines(of(&[(I::EfficiencyAfter, 0.7)]))),
        ("a dip that takes everything", of(&deep_dip)),
        (
            "a dip that takes everything, late",
            of(&[(I::EfficiencyNow, 0.2), deep_dip[0], deep_dip[1]]),
        ),
        ("falling to nothing", of(&[(I::AccrualPerYear, 0.5), (I::HorizonMonths, 36.0)])),
        ("work partly after the horizon", of(&[(I::HorizonMonths, 5.0)])),
        ("work after the horizon", of(&[(I::HorizonMonths, 3.0)])),
        ("the last month of all", of(&[(I::FirstMonth, 120.0), (I::HorizonMonths, 120.0)])),
        ("free", of(&[(I::Amount, 0.0)])),
        ("nothing realised", of(&[(I::Realised, 0.0)])),
        ("not discounted", of(&[(I::DiscountRate, 0.0)])),
        ("tiny", of(&[(I::AnnualCost, 1.0), (I::Amount, 1.0)])),
        ("huge", of(&[(I::AnnualCost, 1e12), (I::Amount, 1e12)])),
        ("a cent against everything", of(&[(I::AnnualCost, 1e12), (I::Amount, 0.01)])),
        ("a team without a first month", team()),
    ];
    let mut cases: Vec<_> =
        builders.into_iter().map(|(name, builder)| (name, evaluated(builder))).collect();
    let late = [(I::HorizonMonths, 14.0), (I::FailureProbability, 0.1)];
    let slip = [(I::Slip, [0.0, 0.2, 0.6])];
    let drawn = [
        ("ranges", estimated(of(&[]), &RANGES)),
        (
            "ranges, overrun and failure",
            estimated(estimated(with_lines(of(&late)), &RANGES), &slip),
        ),
        ("failure alone", of(&[(I::FailureProbability, 0.3)])),
    ];
    cases.extend(drawn.map(|(name, builder)| (name, with_draws(builder, FEW))));
    cases
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
    /// without lines, paid either way.
    pub(crate) fn any_case()(
        numbers in (1e3..1e9_f64, 0.01..=1.0_f64, 0.01..=1.0_f64, 0.0..1e9_f64),
        others in vec(any_input(), 0..10),
        has_lines in any::<bool>(),
        is_bought in any::<bool>(),
        start in 1_u32..=12,
    ) -> Evaluation {
        let (capacity, now, after, amount) = numbers;
        let mut builder = seed_with(&[
            (Input::AnnualCost, capacity),
            (Input::EfficiencyNow, now),
            (Input::EfficiencyAfter, after),
            (Input::Amount, amount),
        ]);
        builder.start(groundwork_model::calendar::YearMonth::new(2026, start).unwrap());
        let is_of_team = |input| {
            matches!(input, Input::Engineers | Input::Salary | Input::LoadedMultiplier)
        };
        let others: Vec<_> = others.into_iter().filter(|(input, _)| !is_of_team(*input)).collect();
        enter(&mut builder, &others);
        let builder = if has_lines { with_lines(builder) } else { builder };
        evaluated(if is_bought { bought(builder) } else { builder })
    }
}
