//! Strategies side by side: what must hold for every case.

use groundwork_model::{
    assumptions::Assumptions,
    case::{Case, CaseBuilder},
    input::Input,
    investment::PaidFrom,
    plan::{PlanInput, StrategyInput as S, StrategyKind, StrategyLine},
    split::{Category, Split},
    strategy::{Comparison, LineKind, Outcome, best_shares, compare},
    timeline::Timeline,
};
use proptest::{collection::vec, prelude::*};

use crate::support::{case, enter, four, with};

/// Adds a strategy with its numbers and gives its position among the lines without a plan.
pub(crate) fn strategy(
    builder: &mut CaseBuilder,
    kind: StrategyKind,
    numbers: &[(S, f64)],
) -> usize {
    builder.choose_strategies();
    let mut id = 0;
    let position = loop {
        id += 1;
        let mut tried = builder.clone();
        let position = tried.add_strategy(StrategyLine { id: format!("t{id}"), kind });
        if tried.clone().build().is_ok() {
            *builder = tried;
            break position;
        }
    };
    for (input, value) in numbers {
        enter(builder, &[(Input::Plan(PlanInput::Strategy(position, *input)), *value)]);
    }
    position + 1
}

/// Enters today's split.
pub(crate) fn split(builder: &mut CaseBuilder, shares: [f64; 4]) {
    for (category, share) in Category::ALL.into_iter().zip(shares) {
        enter(builder, &[(Input::Plan(PlanInput::Split(category)), share)]);
    }
}

/// Adds a quarter with a split of its own.
pub(crate) fn quarter(builder: &mut CaseBuilder, shares: [f64; 4]) {
    let position = builder.add_quarter();
    for (category, share) in Category::ALL.into_iter().zip(shares) {
        enter(builder, &[(Input::Plan(PlanInput::Quarter(position, category)), share)]);
    }
}

#[track_caller]
pub(crate) fn outcome(comparison: &Comparison, line: usize) -> &Outcome {
    comparison.lines[line].outcome.as_ref().unwrap()
}

const ALL_KINDS: [(StrategyKind, &[(S, f64)]); 6] = [
    (StrategyKind::Accept, &[]),
    (StrategyKind::FixedShare, &[]),
    (StrategyKind::PayWhenItPays, &[]),
    (StrategyKind::QualityGates, &[(S::Overhead, 0.1), (S::AccrualReduction, 0.5)]),
    (StrategyKind::Focused, &[]),
    (
        StrategyKind::BigBang,
        &[
            (S::CapacityShare, 0.5),
            (S::PlannedMonths, 12.0),
            (S::Slip, 0.5),
            (S::DualRunningMonths, 6.0),
            (S::DualRunningShare, 0.1),
            (S::EfficiencyAfter, 0.95),
        ],
    ),
];

prop_compose! {
    fn any_split()(
        defects in 0..30_u32,
        debt in 0..30_u32,
        risk in 0..30_u32,
    ) -> [f64; 4] {
        [100 - defects - debt - risk, defects, debt, risk].map(|share| f64::from(share) / 100.0)
    }
}

prop_compose! {
    fn any_plan()(
        now in 0.05..0.95_f64,
        after in 0.05..=1.0_f64,
        amount in 0.0..3e6_f64,
        accrual in 0.0..0.5_f64,
        interest in prop_oneof![Just(0.0), 0.0..0.6_f64],
        first_month in 1..30_u32,
        months in 1..24_u32,
        ramp_up in 0..10_u32,
        dip in 0.0..0.3_f64,
        dip_after in 0..10_u32,
        horizon in 1..61_u32,
        today in any_split(),
        quarters in vec(any_split(), 0..5),
        is_paid_with_money in any::<bool>(),
    ) -> Case {
        let mut builder = with(four(2e6, now, after, amount), &[
            (Input::AccrualPerYear, accrual),
            (Input::InterestRate, interest),
            (Input::FirstMonth, f64::from(first_month)),
            (Input::InvestmentMonths, f64::from(months)),
            (Input::RampUpMonths, f64::from(ramp_up)),
            (Input::Dip, dip),
            (Input::DipMonthsAfter, f64::from(dip_after)),
            (Input::HorizonMonths, f64::from(horizon)),
        ]);
        builder.paid_from(if is_paid_with_money { PaidFrom::Money } else { PaidFrom::Capacity });
        split(&mut builder, today);
        for shares in quarters {
            quarter(&mut builder, shares);
        }
        for (kind, numbers) in ALL_KINDS {
            strategy(&mut builder, kind, numbers);
        }
        case(builder)
    }
}

proptest! {
    #[test]
    fn every_line_is_finite_and_delivers_no_less_as_months_go_by(case in any_plan()) {
        let comparison = compare(&case);
        prop_assert_eq!(comparison.months as usize, outcome(&comparison, 0).delivered.len());
        for line in comparison.lines.iter().filter_map(|line| line.outcome.as_ref().ok()) {
            prop_assert!(line.delivered.iter().all(|delivered| delivered.is_finite()));
            prop_assert!(line.delivered.windows(2).all(|pair| pair[0] <= pair[1]));
            for shares in [&line.efficiency, &line.debt_share, &line.feature_share] {
                prop_assert!(shares.iter().all(|share| (0.0..=1.0).contains(share)));
            }
            for (debt, features) in line.debt_share.iter().zip(&line.feature_share) {
                prop_assert!(debt + features <= 1.0 + Split::TOLERANCE);
            }
            prop_assert!(!line.never_below || line.crosses_today_at.is_none());
        }
    }

    #[test]
    fn every_figure_of_a_comparison_exists_and_has_a_path_of_its_own(case in any_plan()) {
        let evaluation = groundwork_model::evaluation::evaluate(&case).with_comparison();
        let figures: Vec<_> = evaluation.figures().collect();
        let mut paths: Vec<String> = figures.iter().map(|figure| figure.path()).collect();
        paths.sort();
        let count = paths.len();
        paths.dedup();
        prop_assert_eq!(paths.len(), count);
        for figure in figures {
            let value = evaluation.figure(figure);
            prop_assert!(value.is_none_or(f64::is_finite), "{}", figure.path());
            prop_assert!(value.is_some() || evaluation.note_about(figure).is_some());
        }
    }

    #[test]
    fn todays_split_takes_the_path_of_doing_nothing(case in any_plan()) {
        let comparison = compare(&case);
        let baseline = Timeline::of(&Assumptions::likely(&case));
        for (month, efficiency) in baseline.months().iter().zip(&outcome(&comparison, 0).efficiency) {
            prop_assert!((month.baseline_efficiency - efficiency).abs() < 1e-12);
        }
    }

    #[test]
    fn the_best_path_delivers_at_least_what_its_own_kind_of_strategy_does(case in any_plan()) {
        let comparison = compare(&case);
        if let Some(best) = &comparison.best_path {
            for (position, line) in comparison.lines.iter().enumerate() {
                let LineKind::Strategy(strategy) = line.kind else { continue };
                let kind = case.strategies()[strategy].kind;
                if matches!(kind, StrategyKind::Accept | StrategyKind::FixedShare) {
                    let delivered = *outcome(&comparison, position).delivered.last().unwrap();
                    prop_assert!(best.delivered + best.bound >= delivered * (1.0 - 1e-9));
                }
            }
            prop_assert_eq!(*best.outcome.delivered.last().unwrap(), best.delivered);
        }
    }

    #[test]
    fn the_best_path_is_the_one_of_all_that_are_tried(case in any_plan()) {
        let steps = [0.0, 0.1, 0.2, 0.3];
        if let Some(found) = best_shares(&case, 12, &steps) {
            let best = best_of_all(&case, &steps);
            let zero = 1e-9 * best.1;
            prop_assert!((found.delivered - best.1).abs() <= zero);
            prop_assert_eq!(found.bound, 0.0);
            prop_assert!((delivered_by(&case, &found.shares) - best.1).abs() <= zero);
            if best.2 {
                prop_assert_eq!(found.shares, best.0);
            }
        }
    }

    /// Without decline, dips, upkeep and dual running the rewrite is the focused work.
    #[test]
    fn a_rewrite_like_the_work_of_the_case_is_that_work(
        now in 0.05..0.9_f64,
        gain in 0.01..0.5_f64,
        share in 0.0..0.6_f64,
        first_month in 1..30_u32,
        months in 1..30_u32,
        horizon in 1..60_u32,
    ) {
        let after = (now + gain).min(1.0);
        let amount = share * 2e6 / 12.0 * f64::from(months);
        let mut builder = with(four(2e6, now, after, amount), &[
            (Input::FirstMonth, f64::from(first_month)),
            (Input::InvestmentMonths, f64::from(months)),
            (Input::HorizonMonths, f64::from(horizon)),
        ]);
        let focused = strategy(&mut builder, StrategyKind::Focused, &[]);
        let rewrite = strategy(&mut builder, StrategyKind::BigBang, &[
            (S::CapacityShare, share),
            (S::PlannedMonths, f64::from(months)),
            (S::EfficiencyAfter, after),
        ]);
        let comparison = compare(&case(builder));
        let (focused, rewrite) = (outcome(&comparison, focused), outcome(&comparison, rewrite));
        for (one, other) in focused.delivered.iter().zip(&rewrite.delivered) {
            prop_assert!((one - other).abs() <= 1e-9 * one.max(1.0));
        }
        for (one, other) in focused.efficiency.iter().zip(&rewrite.efficiency) {
            prop_assert!((one - other).abs() < 1e-12);
        }
        prop_assert_eq!(focused.crosses_today_at, rewrite.crosses_today_at);
        prop_assert_eq!(focused.never_below, rewrite.never_below);
    }
}

/// Shares and delivery of the best of all paths over four quarters, and whether no other delivers the
/// same within rounding.
fn best_of_all(case: &Case, steps: &[f64; 4]) -> (Vec<f64>, f64, bool) {
    let available = compare(case).basis.available();
    let mut all: Vec<(Vec<f64>, f64)> = Vec::new();
    for path in 0..256_usize {
        let shares: Vec<f64> =
            [6, 4, 2, 0].iter().map(|bits| steps[(path >> bits) & 3].min(available)).collect();
        if all.iter().all(|(other, _)| *other != shares) {
            let delivered = delivered_by(case, &shares);
            all.push((shares, delivered));
        }
    }
    let most = all.iter().map(|(_, delivered)| *delivered).fold(0.0, f64::max);
    let near: Vec<_> = all.into_iter().filter(|(_, d)| most - d <= 1e-9 * most).collect();
    (near[0].0.clone(), most, near.len() == 1)
}

/// The recursion as it is written in the model, for one path.
fn delivered_by(case: &Case, shares: &[f64]) -> f64 {
    let assumptions = Assumptions::likely(case);
    let basis = compare(case).basis;
    let interest = libm::pow(1.0 + assumptions.efficiency.interest_rate, 1.0 / 12.0) - 1.0;
    let (a, k) =
        (basis.accrual_without_debt_work.unwrap(), basis.points_per_capacity_year.unwrap());
    let mut lost = 1.0 - assumptions.efficiency.now;
    let mut delivered = 0.0;
    for u in shares {
        for _ in 0..3 {
            delivered += 2e6 / 12.0 * (basis.available() - u) * (1.0 - lost);
            lost += lost * interest + a / 12.0 * (1.0 - u) - k * u / 12.0;
            lost = lost.clamp(1.0 - basis.best_efficiency, 1.0);
        }
    }
    delivered
}
