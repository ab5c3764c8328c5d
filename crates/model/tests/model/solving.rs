//! Questions asked the other way round.

use groundwork_model::{
    assumptions::Assumptions,
    benefit::Tag,
    case::{Case, CostLine},
    input::{CostInput, Input},
    solve::{SolveError, Target, solve},
    timeline::Timeline,
};

use crate::support::{case, close, evaluated, rounds_to, seed, with};

#[test]
fn solving_for_no_net_present_value_gives_the_thresholds() {
    let horizon = evaluated(seed()).thresholds.horizon;
    let amount = solve(&case(seed()), Input::Amount, Target::Npv(0.0)).unwrap();
    close(amount.value, horizon.largest_investment.unwrap());
    assert!(amount.is_met_today && !amount.is_met_above);
    close(amount.today, 200_000.0);
    let after = solve(&case(seed()), Input::EfficiencyAfter, Target::Npv(0.0)).unwrap();
    close(after.value, horizon.efficiency_after.unwrap());
    assert!(after.is_met_above && after.further.is_empty());
}

#[test]
fn whole_numbers_are_walked_one_by_one() {
    let horizon = solve(&case(seed()), Input::HorizonMonths, Target::PaybackMonths(12.0)).unwrap();
    close(horizon.value, 12.0);
    let months =
        solve(&case(seed()), Input::InvestmentMonths, Target::PaybackMonths(14.0)).unwrap();
    close(months.value, 5.0);
    let within = |months| {
        evaluated(with(seed(), &[(Input::InvestmentMonths, months)])).returns.payback_months
    };
    assert!(within(5.0).unwrap() <= 14.0 && within(6.0).unwrap() > 14.0);
}

#[test]
fn a_wanted_return_on_investment() {
    let solution = solve(&case(seed()), Input::EfficiencyAfter, Target::Roi(1.0)).unwrap();
    // 18 months of C d / 12 must bring back twice what is spent: d = 2 I / (1.5 C).
    rounds_to(solution.value, "0.833333");
}

#[test]
fn what_cannot_be_reached_is_said() {
    let never = solve(&case(seed()), Input::Confidence, Target::Npv(1e9)).unwrap_err();
    assert_eq!(never.to_string(), "no confidence in the gain within 0 to 1 reaches it");
    let always = solve(&case(seed()), Input::Confidence, Target::Npv(-1e9)).unwrap_err();
    assert!(matches!(always, SolveError::Always { .. }));
    let absent =
        solve(&case(seed()), Input::Cost(0, CostInput::Once), Target::Npv(0.0)).unwrap_err();
    assert!(matches!(absent, SolveError::NotInCase { .. }));
    let seed_of_draws = solve(&case(seed()), Input::Seed, Target::Npv(0.0)).unwrap_err();
    assert_eq!(seed_of_draws.to_string(), "no return depends on the seed of the draws");
}

/// A late cost throws the case back into the red, so a longer horizon pays, then does not, then
/// does again.
#[test]
fn further_crossings_are_named() {
    let mut builder = seed();
    let line = CostLine { id: "c1".into(), label: "Migration".into(), tag: Tag::Cash };
    let cost = builder.add_cost(line);
    let late = [CostInput::Once, CostInput::Month].map(|input| Input::Cost(cost, input));
    let case = case(with(builder, &[(late[0], 300e3), (late[1], 20.0)]));
    let solution = solve(&case, Input::HorizonMonths, Target::Roi(0.1)).unwrap();
    let roi = |months| simple_roi(&case, months);
    assert_eq!((solution.value, solution.is_met_above), (23.0, true));
    let further: Vec<_> =
        solution.further.iter().map(|crossing| (crossing.value, crossing.is_met_above)).collect();
    assert_eq!(further, [(13.0, true), (19.0, false)]);
    for months in [13.0, 19.0, 23.0] {
        assert!(roi(months) >= 0.1, "{months}");
    }
    for months in [12.0, 20.0, 22.0] {
        assert!(roi(months) < 0.1, "{months}");
    }
}

/// Months before the work begins have no flows, which would count as a present value of zero.
#[test]
fn a_horizon_without_any_of_the_work_meets_no_target() {
    let horizon = solve(&case(seed()), Input::HorizonMonths, Target::Npv(0.0)).unwrap();
    assert!(horizon.is_met_above && horizon.further.is_empty(), "{horizon:?}");
    let first_month = solve(&case(seed()), Input::FirstMonth, Target::Npv(0.0)).unwrap();
    assert!(!first_month.is_met_above && first_month.further.is_empty(), "{first_month:?}");
    let later = with(seed(), &[(Input::FirstMonth, 30.0)]);
    let never = solve(&case(later), Input::Amount, Target::Npv(0.0)).unwrap_err();
    assert!(matches!(never, SolveError::Never { .. }), "{never:?}");
}

fn simple_roi(case: &Case, horizon: f64) -> f64 {
    let instead = |input| (input == Input::HorizonMonths).then_some(horizon);
    let months = Timeline::of(&Assumptions::read(case, instead));
    let net: f64 = months.months().iter().map(|month| month.net).sum();
    net / months.months().iter().map(|month| month.spend + month.costs).sum::<f64>()
}
