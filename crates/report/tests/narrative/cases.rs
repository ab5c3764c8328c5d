//! Cases of every kind.

use groundwork_model::{
    benefit::{BenefitKind, Tag},
    case::{BenefitLine, CaseBuilder, CostLine},
    estimate::Estimate,
    evaluation::{Evaluation, evaluate},
    input::{BenefitInput, CostInput, Input},
    investment::PaidFrom,
};

pub(crate) use crate::seed::seed_with;

pub(crate) fn with_benefit(mut builder: CaseBuilder) -> CaseBuilder {
    let line = builder.add_benefit(BenefitLine {
        id: "b1".into(),
        label: "Night calls".into(),
        kind: BenefitKind::Incidents,
        tag: Tag::Capacity,
    });
    let numbers = [
        (BenefitInput::PerYearNow, 12.0),
        (BenefitInput::PerYearAfter, 3.0),
        (BenefitInput::CostEach, 8_000.0),
    ];
    for (input, value) in numbers {
        builder.enter(Input::Benefit(line, input), Estimate::exact(value).unwrap()).unwrap();
    }
    builder
}

/// Yearly costs of 40,000 and 20,000 once.
pub(crate) fn with_cost(builder: CaseBuilder) -> CaseBuilder {
    let numbers = [(CostInput::PerYear, 40e3), (CostInput::Once, 20e3), (CostInput::Month, 4.0)];
    with_cost_line(builder, "c1", &numbers)
}

/// A second line, paid once in the last month but two.
pub(crate) fn with_late_cost(builder: CaseBuilder) -> CaseBuilder {
    let late = [(CostInput::Once, 450e3), (CostInput::Month, 22.0)];
    with_cost_line(with_cost(builder), "c2", &late)
}

fn with_cost_line(mut builder: CaseBuilder, id: &str, numbers: &[(CostInput, f64)]) -> CaseBuilder {
    let (id, label, tag) = (id.into(), "Licenses of 2026".into(), Tag::Cash);
    let line = builder.add_cost(CostLine { id, label, tag });
    for (input, value) in numbers {
        builder.enter(Input::Cost(line, *input), Estimate::exact(*value).unwrap()).unwrap();
    }
    builder
}

pub(crate) fn bought(mut builder: CaseBuilder) -> CaseBuilder {
    builder.paid_from(PaidFrom::Money);
    builder
}

/// A case of every kind, with the name of what is special about it.
pub(crate) fn cases() -> Vec<(&'static str, Evaluation)> {
    use Input as I;
    let of = |changes: &[(Input, f64)]| seed_with(changes);
    let builders = vec![
        ("The two-million conversation", of(&[])),
        ("One month of work", of(&[(I::InvestmentMonths, 1.0)])),
        ("Over the turn of the year", of(&[(I::FirstMonth, 11.0), (I::HorizonMonths, 36.0)])),
        ("Ramp-up", of(&[(I::RampUpMonths, 6.0)])),
        ("Debt that grows", of(&[(I::InterestRate, 0.1), (I::AccrualPerYear, 0.02)])),
        ("Half confident", of(&[(I::Confidence, 0.5)])),
        ("Exact break-even", of(&[(I::HorizonMonths, 12.0)])),
        ("Losing", of(&[(I::Amount, 900e3), (I::InvestmentMonths, 12.0)])),
        ("Losing whatever it costs", of(&[(I::UpkeepShare, 0.5)])),
        ("No gain", of(&[(I::EfficiencyAfter, 0.7)])),
        ("Nothing realised", of(&[(I::Realised, 0.0)])),
        ("No confidence", of(&[(I::Confidence, 0.0)])),
        ("After below now", of(&[(I::EfficiencyAfter, 0.6)])),
        ("Work partly after the horizon", of(&[(I::HorizonMonths, 5.0)])),
        ("Work after the horizon", of(&[(I::HorizonMonths, 3.0)])),
        ("Work that ends with the horizon", of(&[(I::HorizonMonths, 6.0)])),
        ("Ramp-up over a year", of(&[(I::RampUpMonths, 18.0)])),
        ("Small steps", of(&[(I::EfficiencyNow, 0.696), (I::EfficiencyAfter, 0.704)])),
        ("Tiny steps", of(&[(I::EfficiencyAfter, 0.7001)])),
        ("Almost nothing left", of(&[(I::EfficiencyNow, 0.01), (I::EfficiencyAfter, 1.0)])),
        ("Worse, with fewer night calls", with_benefit(of(&[(I::EfficiencyAfter, 0.69)]))),
        ("Worse without confidence", of(&[(I::EfficiencyAfter, 0.6), (I::Confidence, 0.0)])),
        ("Free", of(&[(I::Amount, 0.0)])),
        ("Nothing absorbed", of(&[(I::EfficiencyNow, 1.0), (I::EfficiencyAfter, 1.0)])),
        ("Falling to nothing", of(&[(I::AccrualPerYear, 0.5), (I::HorizonMonths, 36.0)])),
        ("Paid with money", bought(of(&[]))),
        ("With fewer night calls", with_benefit(of(&[]))),
        ("Night calls only", with_benefit(of(&[(I::EfficiencyAfter, 0.7)]))),
        ("Upkeep and costs", with_cost(of(&[(I::UpkeepShare, 0.03)]))),
        ("Half used", of(&[(I::Realised, 0.5)])),
        ("A dearer year", of(&[(I::Amount, 2.4e6), (I::InvestmentMonths, 12.0)])),
        ("Costs late", with_late_cost(of(&[]))),
        ("Tiny", of(&[(I::AnnualCost, 1.0), (I::Amount, 0.1)])),
        ("Huge", of(&[(I::AnnualCost, 1e12), (I::Amount, 1e11)])),
    ];
    let mut cases: Vec<_> = builders
        .into_iter()
        .map(|(name, builder)| (name, evaluate(&builder.build().unwrap())))
        .collect();
    cases.push(("A team without a first month", evaluate(&team())));
    cases
}

pub(crate) fn team() -> groundwork_model::case::Case {
    let mut builder = CaseBuilder::new();
    let numbers = [
        (Input::Engineers, 10.0),
        (Input::Salary, 150e3),
        (Input::EfficiencyNow, 0.7),
        (Input::EfficiencyAfter, 0.9),
        (Input::Amount, 200e3),
        (Input::InvestmentMonths, 3.0),
    ];
    for (input, value) in numbers {
        builder.enter(input, Estimate::exact(value).unwrap()).unwrap();
    }
    builder.build().unwrap()
}
