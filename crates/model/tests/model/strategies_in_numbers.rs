//! Strategies on the seed case, in numbers computed by hand.

use expect_test::expect_file;
use groundwork_model::{
    case::CaseBuilder,
    evaluation::evaluate,
    input::Input,
    plan::{InitiativeInput, InitiativeLine, PlanInput, StrategyInput as S, StrategyKind},
    split::Category,
    strategy::{Comparison, LineKind, NotStanding, Unavailable, compare, roadmap},
};

use crate::{
    strategies::{outcome, quarter, split, strategy},
    support::{case, close, enter, four, seed, with},
};

/// A year of everyone costs 12, half of it is lost; a year of debt work buys `points`.
fn small(points: f64) -> CaseBuilder {
    with(
        four(12.0, 0.5, 0.5, 0.0),
        &[
            (Input::Plan(PlanInput::PointsPerCapacityYear), points),
            (Input::Plan(PlanInput::BestEfficiency), 1.0),
        ],
    )
}

fn compared(builder: CaseBuilder) -> Comparison {
    compare(&case(builder))
}

#[test]
fn todays_split_delivers_the_features_of_todays_efficiency() {
    let comparison = compared(small(1.2));
    assert_eq!(comparison.months, 36);
    let today = outcome(&comparison, 0);
    close(today.delivered[0], 0.425);
    close(today.delivered[35], 15.3);
    assert!(today.never_below);
    assert_eq!(today.crosses_today_at, None);
}

#[test]
fn accepting_turns_debt_work_into_features_and_lets_efficiency_fall() {
    let mut builder = with(small(1.2), &[(Input::AccrualPerYear, 0.12)]);
    split(&mut builder, [0.7, 0.1, 0.2, 0.0]);
    let line = strategy(&mut builder, StrategyKind::Accept, &[]);
    let comparison = compared(builder);
    // a = (0.12 + 1.2 x 0.2)/0.8 = 0.45: 0.0375 a month.
    close(comparison.basis.accrual_without_debt_work.unwrap(), 0.45);
    let accept = outcome(&comparison, line);
    close(accept.delivered[0], 0.9 * 0.5);
    close(accept.delivered[1], 0.9 * (0.5 + 0.4625));
    close(accept.efficiency[2], 0.425);
    close(outcome(&comparison, 0).efficiency[2], 0.48);
    assert!(!accept.never_below);
    assert_eq!(accept.crosses_today_at, None);
}

#[test]
fn a_fixed_share_buys_points_from_the_second_month_on() {
    let mut builder = small(1.2);
    let line = strategy(&mut builder, StrategyKind::FixedShare, &[(S::Share, 0.25)]);
    let comparison = compared(builder);
    let fixed = outcome(&comparison, line);
    // 1.2 x 0.25/12 = 0.025 a month, up to all of it after 20 months.
    close(fixed.delivered[0], 0.6 * 0.5);
    close(fixed.delivered[1], 0.6 * 1.025);
    close(fixed.efficiency[19], 0.975);
    close(fixed.efficiency[35], 1.0);
    // 0.6 (0.5 n + 0.0125 n (n - 1)) reaches 0.425 n at n = 17 2/3.
    assert_eq!(fixed.crosses_today_at, Some(18));
    assert!(!fixed.never_below);
}

#[test]
fn a_share_above_what_is_there_is_cut_and_said() {
    let mut builder = small(1.2);
    let fixed = strategy(&mut builder, StrategyKind::FixedShare, &[(S::Share, 0.9)]);
    let exact = strategy(&mut builder, StrategyKind::FixedShare, &[(S::Share, 0.85)]);
    let paying = strategy(&mut builder, StrategyKind::PayWhenItPays, &[(S::ShareCap, 1.0)]);
    let comparison = compared(builder);
    assert_eq!(comparison.lines[fixed].cut, Some(0.9));
    assert_eq!(comparison.lines[exact].cut, None);
    assert_eq!(comparison.lines[paying].cut, Some(1.0));
    close(outcome(&comparison, fixed).debt_share[0], 0.85);
    assert_eq!(outcome(&comparison, fixed).delivered[35], 0.0);
}

#[test]
fn paying_when_it_pays_stops_where_nothing_is_left_or_time_runs_out() {
    let mut builder = small(2.4);
    let numbers = [(S::ShareCap, 0.25), (S::PatienceMonths, 12.0)];
    let line = strategy(&mut builder, StrategyKind::PayWhenItPays, &numbers);
    let late = strategy(&mut builder, StrategyKind::PayWhenItPays, &[(S::PatienceMonths, 2.0)]);
    let comparison = compared(builder);
    // 2.4 x 0.85 x 12/12 = 2.04 is above any efficiency; 0.05 a month for ten months.
    let paying = outcome(&comparison, line);
    close(paying.debt_share[9], 0.25);
    assert_eq!(paying.debt_share[10], 0.0);
    close(paying.efficiency[10], 1.0);
    close(paying.delivered[10], 0.6 * (5.0 + 0.05 * 45.0) + 0.85);
    // 2.4 x 0.85 x 2/12 = 0.34 is below 0.5.
    assert!(outcome(&comparison, late).debt_share.iter().all(|share| *share == 0.0));
}

#[test]
fn what_brings_just_what_it_displaces_is_not_paid() {
    for (points, share) in [(1.0, 0.2), (1.0, 0.3), (0.8, 0.2), (0.8, 0.3), (0.6, 0.1)] {
        let mut builder = small(points);
        let numbers = [(S::ShareCap, share), (S::PatienceMonths, 12.0)];
        let line = strategy(&mut builder, StrategyKind::PayWhenItPays, &numbers);
        let comparison = compared(builder);
        let paying = outcome(&comparison, line);
        // Efficiency grows by points x share/12 a month until it is points x 0.85 x 12/12.
        let reached = points * 0.85;
        for (efficiency, debt) in paying.efficiency.iter().zip(&paying.debt_share).take(24) {
            assert_eq!(*debt > 0.0, *efficiency < reached - 1e-9, "{points} {share}");
        }
    }
}

#[test]
fn quality_gates_slow_delivery_and_decline() {
    let mut builder = with(small(1.2), &[(Input::AccrualPerYear, 0.12)]);
    let numbers = [(S::Overhead, 0.1), (S::AccrualReduction, 0.75)];
    let line = strategy(&mut builder, StrategyKind::QualityGates, &numbers);
    let comparison = compared(builder);
    let gates = outcome(&comparison, line);
    close(gates.efficiency[1], 0.4975);
    close(gates.delivered[1], 0.85 * 0.9 * (0.5 + 0.4975));
    // 0.9 (0.5 n - 0.00125 n (n-1)) reaches 0.5 n - 0.005 n (n-1) at n = 1 + 0.05/0.003875 = 13.9.
    assert_eq!(gates.crosses_today_at, Some(14));
}

#[test]
fn the_focused_work_takes_features_and_gives_the_gain_of_the_case() {
    let mut builder = seed();
    let line = strategy(&mut builder, StrategyKind::Focused, &[]);
    let comparison = compared(builder);
    let focused = outcome(&comparison, line);
    let month = 2e6 / 12.0;
    close(focused.delivered[2], month * 0.85 * 0.7 * 3.0);
    close(focused.feature_share[3], 0.85 - 0.4);
    close(focused.delivered[5], month * 0.7 * (0.85 * 3.0 + 0.45 * 3.0));
    close(focused.delivered[6], month * (0.7 * 3.9 + 0.85 * 0.9));
    close(focused.difference_from_today, month * (-0.7 * 1.2 + 0.85 * 0.2 * 30.0));
    // 0.84 displaced, 0.17 a month won back from month 7 on: five months.
    assert_eq!(focused.crosses_today_at, Some(11));
    assert_eq!(focused.bought_outside, 0.0);
}

#[test]
fn work_dearer_than_its_month_is_bought_outside() {
    let mut builder = with(seed(), &[(Input::InvestmentMonths, 1.0)]);
    let line = strategy(&mut builder, StrategyKind::Focused, &[]);
    let comparison = compared(builder);
    close(outcome(&comparison, line).bought_outside, 200e3 - 2e6 / 12.0);
    assert_eq!(outcome(&comparison, line).feature_share[3], 0.0);
}

#[test]
fn a_rewrite_slips_arrives_at_once_and_runs_beside_the_old() {
    let mut builder = with(seed(), &[(Input::FirstMonth, 2.0)]);
    let numbers = [
        (S::CapacityShare, 0.35),
        (S::PlannedMonths, 5.0),
        (S::Slip, 0.5),
        (S::DualRunningMonths, 2.0),
        (S::DualRunningShare, 0.1),
        (S::EfficiencyAfter, 0.95),
    ];
    let line = strategy(&mut builder, StrategyKind::BigBang, &numbers);
    let comparison = compared(builder);
    let rewrite = outcome(&comparison, line);
    // 7.5 months are 8: months 2 to 9, and both run in months 10 and 11.
    let month = 2e6 / 12.0;
    close(rewrite.delivered[8], month * 0.7 * (0.85 + 8.0 * 0.5));
    close(rewrite.efficiency[8], 0.7);
    close(rewrite.efficiency[9], 0.95);
    close(rewrite.feature_share[10], 0.75);
    close(rewrite.feature_share[11], 0.85);
    close(rewrite.ending_efficiency, 0.95);
    close(comparison.basis.best_efficiency, 0.9);
}

#[test]
fn a_plan_by_quarter_keeps_its_last_split() {
    let mut builder = small(1.2);
    quarter(&mut builder, [0.6, 0.1, 0.25, 0.05]);
    quarter(&mut builder, [0.8, 0.1, 0.05, 0.05]);
    let comparison = compared(builder);
    assert_eq!(comparison.lines[1].kind, LineKind::AsPlanned);
    let planned = outcome(&comparison, 1);
    close(planned.debt_share[2], 0.25);
    close(planned.debt_share[3], 0.05);
    close(planned.debt_share[35], 0.05);
    close(planned.efficiency[3], 0.575);
    close(planned.efficiency[4], 0.58);
    close(planned.delivered[3], 0.6 * 1.575 + 0.8 * 0.575);
}

#[test]
fn what_is_missing_is_said() {
    let mut builder = four(2e6, 0.7, 0.7, 200e3);
    split(&mut builder, [0.85, 0.1, 0.0, 0.05]);
    let accept = strategy(&mut builder, StrategyKind::Accept, &[]);
    let fixed = strategy(&mut builder, StrategyKind::FixedShare, &[]);
    let paying = strategy(&mut builder, StrategyKind::PayWhenItPays, &[]);
    let focused = strategy(&mut builder, StrategyKind::Focused, &[]);
    let gates = strategy(&mut builder, StrategyKind::QualityGates, &[(S::Overhead, 0.1)]);
    let comparison = compared(builder.clone());
    assert_eq!(comparison.basis.points_per_capacity_year, None);
    assert_eq!(comparison.best_path, None);
    assert_eq!(comparison.lines[fixed].outcome, Err(Unavailable::NoPoints));
    assert_eq!(comparison.lines[paying].outcome, Err(Unavailable::NoPoints));
    let missing = Err(Unavailable::NotEntered(vec![S::AccrualReduction]));
    assert_eq!(comparison.lines[gates].outcome, missing);
    assert!(comparison.lines[accept].outcome.is_ok());
    assert!(comparison.lines[focused].outcome.is_ok());

    // With debt work today, leaving it off has an effect nobody knows.
    split(&mut builder, [0.75, 0.1, 0.1, 0.05]);
    let comparison = compared(builder);
    assert_eq!(comparison.lines[accept].outcome, Err(Unavailable::NoPoints));
    assert!(comparison.lines[0].outcome.is_ok() && comparison.lines[focused].outcome.is_ok());
    assert_eq!(comparison.basis.accrual_without_debt_work, None);
}

#[test]
fn the_share_that_stands_still_holds_efficiency() {
    for (accrual, wanted) in [(0.25, 0.2), (3.0 / 7.0, 0.3)] {
        let mut builder = with(small(1.0), &[(Input::AccrualPerYear, accrual)]);
        let line = strategy(&mut builder, StrategyKind::FixedShare, &[(S::Share, wanted)]);
        let comparison = compared(builder);
        close(comparison.standing_still.unwrap(), wanted);
        for efficiency in &outcome(&comparison, line).efficiency {
            close(*efficiency, 0.5);
        }
    }
}

#[test]
fn where_nothing_stands_still_the_reason_is_given() {
    let standing = |numbers| compared(with(seed(), numbers)).standing_still;
    assert_eq!(standing(&[]), Err(NotStanding::NoAccrualEntered));
    assert_eq!(standing(&[(Input::AccrualPerYear, 0.0)]), Ok(0.0));
    let with_interest = [(Input::AccrualPerYear, 0.05), (Input::InterestRate, 0.1)];
    assert_eq!(standing(&with_interest), Err(NotStanding::HasInterest));
    let without_gain = [(Input::AccrualPerYear, 0.05), (Input::EfficiencyAfter, 0.7)];
    assert_eq!(standing(&without_gain), Err(NotStanding::NoPoints));
}

#[test]
fn a_longer_horizon_has_another_winner() {
    let mut builder = small(0.6);
    strategy(&mut builder, StrategyKind::FixedShare, &[(S::Share, 0.2)]);
    let comparison = compared(builder);
    // 0.65 (0.5 n + 0.005 n (n - 1)) reaches 0.425 n at n = 1 + 0.1/0.00325 = 31.8.
    assert_eq!(comparison.best_at(12), Some(0));
    assert_eq!(comparison.best_at(24), Some(0));
    assert_eq!(comparison.best_at(36), Some(1));
    assert_eq!(comparison.best_at(37), None);
    let changes = comparison.winner_changes();
    assert_eq!(changes.iter().map(|winner| winner.line).collect::<Vec<_>>(), [0, 0, 1]);

    let only_today = {
        let mut builder = small(0.6);
        builder.choose_strategies();
        builder
    };
    assert!(compared(only_today).winner_changes().is_empty());
}

#[test]
fn with_little_time_left_the_best_path_is_no_debt_work() {
    let best = compared(seed()).best_path.unwrap();
    assert!(best.shares[0] > 0.0);
    assert_eq!(best.shares[11], 0.0);
    assert_eq!(best.bound, 0.0);
    let slow = compared(with(seed(), &[(Input::Plan(PlanInput::PointsPerCapacityYear), 0.1)]));
    assert!(slow.best_path.unwrap().shares.iter().all(|share| *share == 0.0));
}

#[test]
fn initiatives_take_from_the_split_in_force() {
    let mut builder = with(seed(), &[(Input::HorizonMonths, 6.0)]);
    quarter(&mut builder, [0.65, 0.1, 0.2, 0.05]);
    for (id, place) in [("a", Some(1.0)), ("b", Some(4.0)), ("c", None)] {
        let line = InitiativeLine {
            id: id.to_owned(),
            title: String::new(),
            category: Category::Debt,
            horizon: groundwork_model::plan::Horizon::Now,
        };
        let position = builder.add_initiative(line);
        let number = |input| Input::Plan(PlanInput::Initiative(position, input));
        enter(&mut builder, &[(number(InitiativeInput::Share), 0.3)]);
        if let Some(place) = place {
            enter(&mut builder, &[(number(InitiativeInput::Quarter), place)]);
        }
    }
    let roadmap = roadmap(&case(builder));
    assert_eq!(roadmap.quarters.len(), 4);
    assert_eq!(roadmap.unplaced, [2]);
    let first = roadmap.quarter(1).unwrap();
    assert!(first.is_entered && !roadmap.quarter(2).unwrap().is_entered);
    close(first.booked(Category::Debt), 0.3);
    close(first.left(Category::Debt), -0.1);
    close(first.left(Category::Features), 0.65);
    assert_eq!(roadmap.quarter(4).unwrap().initiatives, [1]);
    close(roadmap.quarter(4).unwrap().split.share(Category::Debt), 0.2);
}

#[test]
fn the_seed_case_with_a_decline_of_five_points_a_year() {
    use std::fmt::Write as _;
    let case = case(with(seed(), &[(Input::AccrualPerYear, 0.05)]));
    let evaluation = evaluate(&case).with_comparison();
    let mut page = String::from("# The plan of the seed case, losing 5 points a year\n\n");
    for figure in evaluation.figures() {
        let path = figure.path();
        let is_of_plan = path.starts_with("strategies.") || path.starts_with("plan.");
        let month: Option<u32> = path.rsplit('.').next().and_then(|last| last.parse().ok());
        let is_quarter = path.starts_with("plan.");
        if is_of_plan && month.is_none_or(|month| month % 6 == 0 || is_quarter) {
            writeln!(page, "- {path}: {:.6}", evaluation.figure(figure).unwrap()).unwrap();
        }
    }
    expect_file!["../../../../tests/golden/results/plan_seed.md"].assert_eq(&page);
}
