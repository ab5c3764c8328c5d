//! Plans of every kind, and plans nobody thought of.

use groundwork_model::{
    case::CaseBuilder,
    estimate::Estimate,
    evaluation::{Evaluation, evaluate},
    input::Input,
    plan::{
        Horizon, InitiativeInput, InitiativeLine, PlanInput, StrategyInput, StrategyKind,
        StrategyLine,
    },
    split::Category,
};
use proptest::{collection::vec, prelude::*};

pub(crate) use crate::seed::{seed_with, seed_without_start};
use crate::uncertain::{FEW, RANGES, estimated, with_draws};

pub(crate) fn enter(builder: &mut CaseBuilder, numbers: &[(Input, f64)]) {
    for (input, value) in numbers {
        builder.enter(*input, Estimate::exact(*value).unwrap()).unwrap();
    }
}

pub(crate) fn plan(numbers: &[(PlanInput, f64)]) -> Vec<(Input, f64)> {
    numbers.iter().map(|(input, value)| (Input::Plan(*input), *value)).collect()
}

fn with_strategies(
    mut builder: CaseBuilder,
    strategies: &[(StrategyKind, &[(StrategyInput, f64)])],
) -> CaseBuilder {
    for (number, (kind, numbers)) in strategies.iter().enumerate() {
        let line = builder.add_strategy(StrategyLine { id: format!("s{number}"), kind: *kind });
        let of_line =
            numbers.iter().map(|(input, value)| (PlanInput::Strategy(line, *input), *value));
        enter(&mut builder, &plan(&of_line.collect::<Vec<_>>()));
    }
    builder
}

pub(crate) fn with_split(mut builder: CaseBuilder, shares: [f64; 4]) -> CaseBuilder {
    let numbers: Vec<_> = Category::ALL.into_iter().map(PlanInput::Split).zip(shares).collect();
    enter(&mut builder, &plan(&numbers));
    builder
}

pub(crate) fn with_quarter(mut builder: CaseBuilder, shares: [f64; 4]) -> CaseBuilder {
    let at = builder.add_quarter();
    let of_quarter = |category| PlanInput::Quarter(at, category);
    let numbers: Vec<_> = Category::ALL.into_iter().map(of_quarter).zip(shares).collect();
    enter(&mut builder, &plan(&numbers));
    builder
}

pub(crate) fn with_initiative(
    mut builder: CaseBuilder,
    title: &str,
    category: Category,
    quarter: Option<f64>,
    share: f64,
) -> CaseBuilder {
    let (horizon, id) = (Horizon::Next, format!("i-{title}"));
    let line =
        builder.add_initiative(InitiativeLine { id, title: title.to_owned(), category, horizon });
    let of = |input| PlanInput::Initiative(line, input);
    enter(&mut builder, &plan(&[(of(InitiativeInput::Share), share)]));
    if let Some(quarter) = quarter {
        enter(&mut builder, &plan(&[(of(InitiativeInput::Quarter), quarter)]));
    }
    builder
}

pub(crate) fn evaluated(builder: CaseBuilder) -> Evaluation {
    evaluate(&builder.build().unwrap()).with_comparison()
}

const REWRITE: &[(StrategyInput, f64)] = &[
    (StrategyInput::CapacityShare, 0.5),
    (StrategyInput::PlannedMonths, 12.0),
    (StrategyInput::Slip, 0.5),
    (StrategyInput::DualRunningMonths, 6.0),
    (StrategyInput::DualRunningShare, 0.1),
    (StrategyInput::EfficiencyAfter, 0.95),
];

/// Every strategy there is, quarters and initiatives.
fn everything() -> CaseBuilder {
    use StrategyInput as S;
    use StrategyKind as K;
    let builder = seed_with(&[(Input::AccrualPerYear, 0.08), (Input::UpkeepShare, 0.01)]);
    let builder = with_split(builder, [0.75, 0.1, 0.1, 0.05]);
    let builder = with_strategies(
        builder,
        &[
            (K::Accept, &[]),
            (K::FixedShare, &[(S::Share, 0.2)]),
            (K::FixedShare, &[(S::Share, 0.3)]),
            (K::PayWhenItPays, &[(S::ShareCap, 0.3), (S::PatienceMonths, 12.0)]),
            (K::QualityGates, &[(S::Overhead, 0.1), (S::AccrualReduction, 0.5)]),
            (K::Focused, &[]),
            (K::BigBang, REWRITE),
        ],
    );
    let builder = with_quarter(builder, [0.65, 0.1, 0.2, 0.05]);
    let builder = with_quarter(builder, [0.65, 0.1, 0.2, 0.05]);
    let builder = with_quarter(builder, [0.8, 0.1, 0.05, 0.05]);
    let builder =
        with_initiative(builder, "Split the session store", Category::Debt, Some(2.0), 0.15);
    let builder = with_initiative(builder, "Remove the old login", Category::Debt, Some(2.0), 0.1);
    let builder = with_initiative(builder, "Audit 2026", Category::Risk, Some(1.0), 0.05);
    with_initiative(builder, "Try another queue", Category::Features, None, 0.1)
}

/// A plan with the name of its file.
pub(crate) fn kept() -> Vec<(&'static str, Evaluation)> {
    use StrategyInput as S;
    use StrategyKind as K;
    let points = |value| plan(&[(PlanInput::PointsPerCapacityYear, value)]);
    let mut standing = seed_with(&[(Input::AccrualPerYear, 0.25)]);
    enter(&mut standing, &points(1.0));
    let mut entered = seed_with(&[(Input::AccrualPerYear, 0.04)]);
    enter(&mut entered, &points(0.8));
    enter(&mut entered, &plan(&[(PlanInput::BestEfficiency, 0.6)]));
    let entered = with_split(entered, [0.7, 0.1, 0.15, 0.05]);
    let nothing_known = seed_with(&[(Input::EfficiencyAfter, 0.7)]);
    let nothing_known = with_strategies(
        with_split(nothing_known, [0.7, 0.1, 0.1, 0.1]),
        &[(K::Accept, &[]), (K::QualityGates, &[(S::Overhead, 0.1)]), (K::BigBang, &[])],
    );
    let short = with_split(seed_with(&[(Input::AccrualPerYear, 0.05)]), [0.1, 0.6, 0.05, 0.25]);
    let short = with_strategies(
        short,
        &[(K::FixedShare, &[(S::Share, 0.5)]), (K::Focused, &[]), (K::BigBang, REWRITE)],
    );
    let long = seed_without_start(&[
        (Input::HorizonMonths, 61.0),
        (Input::InterestRate, 0.2),
        (Input::FirstMonth, 10.0),
    ]);
    vec![
        ("untouched", evaluated(seed_with(&[]))),
        ("standing_still", evaluated(standing)),
        ("points_entered", evaluated(entered)),
        ("everything", evaluated(everything())),
        ("nothing_known", evaluated(nothing_known)),
        ("little_room", evaluated(short)),
        ("interest_without_start", evaluated(long)),
    ]
}

/// A plan beside ranges, an overrun and failure: every part of a brief has something to say.
pub(crate) fn with_all_parts() -> Evaluation {
    let builder = estimated(everything(), &RANGES);
    let mut builder = estimated(builder, &[(Input::Slip, [0.0, 0.2, 0.6])]);
    enter(&mut builder, &[(Input::FailureProbability, 0.1), (Input::Dip, 0.05)]);
    with_draws(builder, FEW).with_comparison()
}

/// A number of a plan anywhere within its bounds.
fn number(input: PlanInput, at: f64) -> f64 {
    let bounds = input.spec().bounds;
    let value = bounds.min + at * (bounds.max - bounds.min);
    let value = if bounds.whole { value.round() } else { value };
    if bounds.contains(value) { value } else { bounds.max }
}

fn any_split() -> impl Strategy<Value = [f64; 4]> {
    (0..=100_u32, 0..=100_u32, 0..=100_u32).prop_map(|(a, b, c)| {
        let mut cuts = [a, b, c];
        cuts.sort_unstable();
        let parts = [cuts[0], cuts[1] - cuts[0], cuts[2] - cuts[1], 100 - cuts[2]];
        let shares = parts.map(|part| f64::from(part) / 100.0);
        if shares[2] < 1.0 { shares } else { [0.0, 0.0, 0.9, 0.1] }
    })
}

prop_compose! {
    /// Any case with any plan.
    pub(crate) fn any_plan()(
        numbers in (1e3..1e9_f64, 0.01..=1.0_f64, 0.01..=1.0_f64, 0.0..1e9_f64),
        work in (1..=60_u32, 1..=24_u32, 1..=72_u32, prop_oneof![Just(0.0), 0.0..0.3_f64]),
        decline in (prop_oneof![Just(None), (0.0..0.6_f64).prop_map(Some)], prop_oneof![Just(0.0), 0.0..0.5_f64]),
        split in proptest::option::of(any_split()),
        points in proptest::option::of(0.01..20.0_f64),
        best in proptest::option::of(0.01..1.0_f64),
        strategies in proptest::option::of(vec((0..6_usize, vec(proptest::option::weighted(0.9, 0.0..1.0_f64), 6)), 0..12)),
        quarters in vec(any_split(), 0..5),
        initiatives in vec((0..4_usize, proptest::option::of(1..=16_u32), 0.0..0.5_f64), 0..6),
        start in proptest::option::of(1_u32..=12),
        (is_bought, has_draws) in any::<(bool, bool)>(),
    ) -> Evaluation {
        let (capacity, now, after, amount) = numbers;
        let (first, length, horizon, upkeep) = work;
        let mut builder = seed_without_start(&[
            (Input::AnnualCost, capacity),
            (Input::EfficiencyNow, now),
            (Input::EfficiencyAfter, after),
            (Input::Amount, amount),
            (Input::FirstMonth, f64::from(first)),
            (Input::InvestmentMonths, f64::from(length)),
            (Input::HorizonMonths, f64::from(horizon)),
            (Input::UpkeepShare, upkeep),
            (Input::InterestRate, decline.1),
        ]);
        if let Some(accrual) = decline.0 {
            enter(&mut builder, &[(Input::AccrualPerYear, accrual)]);
        }
        if is_bought {
            builder.paid_from(groundwork_model::investment::PaidFrom::Money);
        }
        if let Some(month) = start {
            builder.start(groundwork_model::calendar::YearMonth::new(2026, month).unwrap());
        }
        if let Some(shares) = split {
            builder = with_split(builder, shares);
        }
        if let Some(points) = points {
            enter(&mut builder, &plan(&[(PlanInput::PointsPerCapacityYear, points)]));
        }
        if let Some(best) = best {
            enter(&mut builder, &plan(&[(PlanInput::BestEfficiency, best)]));
        }
        for (at, (kind, numbers)) in strategies.into_iter().flatten().enumerate() {
            let kind = StrategyKind::ALL[kind];
            let line = builder.add_strategy(StrategyLine { id: format!("s{at}"), kind });
            for (input, value) in kind.inputs().iter().zip(numbers) {
                let input = PlanInput::Strategy(line, *input);
                if let Some(value) = value {
                    enter(&mut builder, &plan(&[(input, number(input, value))]));
                }
            }
        }
        for shares in quarters {
            builder = with_quarter(builder, shares);
        }
        for (at, (category, quarter, share)) in initiatives.into_iter().enumerate() {
            let title = format!("Number {at}");
            let quarter = quarter.map(f64::from);
            builder = with_initiative(builder, &title, Category::ALL[category], quarter, share);
        }
        if !has_draws {
            return evaluated(builder);
        }
        let builder = estimated(builder, &[(Input::Slip, [0.0, 0.2, 0.6])]);
        with_draws(builder, FEW).with_comparison()
    }
}
