//! What must hold for every case.

use groundwork_model::{
    assumptions::Assumptions,
    cash_flows::{CashFlows, FirstFlow},
    estimate::Estimate,
    evaluation::evaluate,
    figure::{Percentile, SimulatedFigure},
    finance::{IrrError, internal_rate_of_return, monthly_rate, net_present_value, yearly_rate},
    input::Input,
    sensitivity::tornado,
    simulation::{Simulation, drawn_inputs, simulate},
    solve::{Target, solve},
    timeline::Timeline,
};
use proptest::{collection::vec, prelude::*};

use crate::support::{case, four, with};

prop_compose! {
    /// One outlay followed by at least one period of benefits.
    fn conventional_flows()(
        outlay in 1_000.0..1e7_f64,
        benefits in vec(1_000.0..1e7_f64, 1..20),
    ) -> CashFlows {
        CashFlows::new(std::iter::once(-outlay).chain(benefits).collect(), FirstFlow::Now)
    }
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
    /// A case with the four numbers and up to eight others anywhere within their bounds.
    fn any_case()(
        capacity in 1e3..1e9_f64,
        now in 0.01..=1.0_f64,
        after in 0.01..=1.0_f64,
        amount in 0.0..1e9_f64,
        others in vec(any_input(), 0..8),
    ) -> Vec<(Input, f64)> {
        let mut numbers = vec![
            (Input::AnnualCost, capacity),
            (Input::EfficiencyNow, now),
            (Input::EfficiencyAfter, after),
            (Input::Amount, amount),
        ];
        let is_of_team = |input| {
            matches!(input, Input::Engineers | Input::Salary | Input::LoadedMultiplier)
        };
        numbers.extend(others.into_iter().filter(|(input, _)| !is_of_team(*input)));
        numbers
    }
}

fn built(numbers: &[(Input, f64)]) -> groundwork_model::case::Case {
    case(with(four(1.0, 1.0, 1.0, 1.0), numbers))
}

prop_compose! {
    /// Such a case with ranges around up to six of its numbers, an overrun and a chance of failure.
    fn any_uncertain_case()(
        numbers in any_case(),
        widths in vec((0..Input::SINGLE.len(), 0.0..=1.0_f64, 0.0..=1.0_f64), 0..6),
        failure in prop_oneof![Just(0.0), 0.0..=1.0_f64],
    ) -> groundwork_model::case::Case {
        let mut builder = with(four(1.0, 1.0, 1.0, 1.0), &numbers);
        builder.enter(Input::FailureProbability, Estimate::exact(failure).unwrap()).unwrap();
        let likely = case(builder.clone());
        for (index, below, above) in widths {
            let input = Input::SINGLE[index];
            let spec = input.spec();
            if let (Some(value), true) = (likely.likely(input), spec.takes_estimate) {
                let low = value - below * (value - spec.bounds.min) * 0.99;
                let high = value + above * (spec.bounds.max.min(1e9).max(value) - value);
                builder.enter(input, Estimate::range(low, value, high).unwrap()).unwrap();
            }
        }
        case(builder)
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn draws_are_finite_in_order_and_cross_without_loss(case in any_uncertain_case()) {
        let simulation = simulate(&case, 200);
        for figure in SimulatedFigure::all(&simulation) {
            let value = figure.of(&simulation);
            prop_assert!(value.is_none_or(f64::is_finite), "{} is {:?}", figure.path(), value);
        }
        let Simulation { npv, total_net, cumulative_net, .. } = &simulation;
        let mut bands = cumulative_net.iter().map(|band| [band.p10, band.p50, band.p90]);
        prop_assert!(bands.all(|band| band.is_sorted()));
        for spread in [npv, total_net] {
            prop_assert!(Percentile::ALL.map(|percentile| percentile.of(spread)).is_sorted());
        }
        // Paid back by a month is paid back by every later one: each draw has one payback.
        let shares = &simulation.probability_paid_back_by;
        prop_assert!(shares.is_sorted());
        for share in shares.iter().chain([
            &simulation.probability_npv_positive,
            &simulation.probability_of_headline,
            &simulation.correlation_kept,
        ]) {
            prop_assert!((0.0..=1.0).contains(share));
        }
        prop_assert_eq!(simulation.sensitivity.len(), drawn_inputs(&case).len());
        let shares: f64 = simulation.sensitivity.iter().map(|it| it.share).sum();
        prop_assert!(shares.abs() < 1e-9 || (shares - 1.0).abs() < 1e-9);
        prop_assert_eq!(simulation.distribution.counts.iter().sum::<u32>(), 200);

        let numbers = simulation.to_numbers();
        let again = Simulation::from_numbers(&case, &numbers);
        prop_assert_eq!(again.as_ref(), Some(&simulation));
        for cut in 0..numbers.len() {
            prop_assert_ne!(Simulation::from_numbers(&case, &numbers[..cut]), Some(simulation.clone()));
        }
        prop_assert!(tornado(&case).bars.iter().all(|bar| bar.width().is_finite()));
    }

    /// Failing is never good news: whatever else is drawn, no percentile rises with its chance.
    #[test]
    fn a_failure_never_makes_a_case_better(case in any_uncertain_case()) {
        let with_failure = |chance: f64| {
            let mut builder = groundwork_model::case::CaseBuilder::new();
            for (input, estimate) in case.entries() {
                builder.enter(input, estimate).unwrap();
            }
            let chance = Estimate::exact(chance).unwrap();
            builder.enter(Input::FailureProbability, chance).unwrap();
            simulate(&builder.build().unwrap(), 101).npv
        };
        let (never, always) = (with_failure(0.0), with_failure(1.0));
        let slack = 1e-9 * (never.p10.abs() + always.p10.abs() + never.p90.abs());
        for percentile in Percentile::ALL {
            prop_assert!(percentile.of(&always) <= percentile.of(&never) + slack);
        }
    }

    #[test]
    fn any_row_of_numbers_is_read_or_refused(
        case in any_uncertain_case(),
        row in vec(prop_oneof![any::<f64>(), 0.0..=1.0_f64, Just(1.0), Just(200.0)], 0..200),
        at in 0..60_usize,
        value in any::<f64>(),
    ) {
        let _ = Simulation::from_numbers(&case, &row);
        let mut numbers = simulate(&case, 20).to_numbers();
        if let Some(number) = numbers.get_mut(at) {
            *number = value;
        }
        if let Some(read) = Simulation::from_numbers(&case, &numbers) {
            prop_assert_eq!(read.to_numbers().len(), numbers.len());
        }
    }

    #[test]
    fn doubling_every_amount_doubles_the_draws(
        capacity in 1e4..1e9_f64,
        share in 0.0..1.0_f64,
        slip in 0.0..1.0_f64,
    ) {
        let build = |times: f64| {
            let scaled = |low: f64, likely: f64, high: f64| {
                Estimate::range(times * low, times * likely, times * high).unwrap()
            };
            let mut builder = with(four(1.0, 0.7, 0.9, 1.0), &[(Input::FailureProbability, 0.1)]);
            let amount = share * capacity;
            let capacity = scaled(0.5 * capacity, capacity, 1.7 * capacity);
            builder.enter(Input::AnnualCost, capacity).unwrap();
            builder.enter(Input::Amount, scaled(0.0, amount, 3.0 * amount)).unwrap();
            let slip = Estimate::range(0.0, slip, 2.0).unwrap();
            builder.enter(Input::Slip, slip).unwrap();
            simulate(&case(builder), 300)
        };
        let (once, twice) = (build(1.0), build(2.0));
        for percentile in Percentile::ALL {
            let wanted = 2.0 * percentile.of(&once.npv);
            prop_assert!((percentile.of(&twice.npv) - wanted).abs() <= 1e-9 * capacity);
        }
        prop_assert_eq!(once.payback_months.p50.is_some(), twice.payback_months.p50.is_some());
        prop_assert_eq!(once.probability_npv_positive, twice.probability_npv_positive);
    }
}

proptest! {
    #[test]
    fn value_is_zero_at_the_internal_rate_of_return(flows in conventional_flows()) {
        let rate = match internal_rate_of_return(&flows) {
            Ok(rate) => rate,
            Err(error) => {
                prop_assert_eq!(error, IrrError::OutsideSearchedRange);
                return Ok(());
            }
        };
        let scale: f64 =
            flows.discounted(rate).amounts().iter().map(|amount| amount.abs()).sum();
        prop_assert!(net_present_value(&flows, rate).abs() < 1e-6 * scale);
    }

    #[test]
    fn value_falls_as_the_rate_rises(
        flows in conventional_flows(),
        low in 0.0..0.5,
        step in 0.01..0.5,
    ) {
        prop_assert!(net_present_value(&flows, low + step) < net_present_value(&flows, low));
    }

    #[test]
    fn doubling_every_amount_doubles_the_value_and_leaves_the_rate(flows in conventional_flows()) {
        let doubled: Vec<f64> = flows.amounts().iter().map(|amount| amount * 2.0).collect();
        let doubled = CashFlows::new(doubled, flows.first());
        let twice = 2.0 * net_present_value(&flows, 0.1);
        prop_assert!((net_present_value(&doubled, 0.1) - twice).abs() <= 1e-12 * twice.abs());
        prop_assert_eq!(internal_rate_of_return(&doubled), internal_rate_of_return(&flows));
    }

    #[test]
    fn a_monthly_rate_compounds_to_its_yearly_rate(rate in 0.0..5.0_f64) {
        prop_assert!((yearly_rate(monthly_rate(rate)) - rate).abs() < 1e-12 * (1.0 + rate));
    }

    #[test]
    fn every_figure_is_finite_or_explained(numbers in any_case()) {
        let evaluation = evaluate(&built(&numbers));
        for id in evaluation.figures() {
            let value = evaluation.figure(id);
            prop_assert!(value.is_none_or(f64::is_finite), "{} is {:?}", id.path(), value);
            prop_assert!(value.is_some() || evaluation.note_about(id).is_some(), "{}", id.path());
        }
    }

    #[test]
    fn tags_sum_to_the_present_value(numbers in any_case()) {
        let evaluation = evaluate(&built(&numbers));
        let tags = evaluation.by_tag;
        let sum = tags.cash.net + tags.capacity.net + tags.risk.net;
        let scale = [tags.cash, tags.capacity, tags.risk]
            .iter()
            .map(|totals| totals.benefits.abs() + totals.costs)
            .fold(1.0, f64::max);
        prop_assert!((sum - evaluation.returns.npv).abs() < 1e-9 * scale);
    }

    #[test]
    fn efficiencies_stay_between_nothing_and_all(numbers in any_case()) {
        for month in Timeline::of(&Assumptions::likely(&built(&numbers))).months() {
            prop_assert!((0.0..=1.0).contains(&month.baseline_efficiency));
            prop_assert!((0.0..=1.0).contains(&month.invested_efficiency));
        }
    }

    /// The largest investment pays, a little more does not: the threshold is the boundary.
    #[test]
    fn the_largest_investment_is_the_last_that_pays(numbers in any_case()) {
        let evaluation = evaluate(&built(&numbers));
        if let Some(most) = evaluation.thresholds.horizon.largest_investment {
            let npv = |amount: f64| {
                let mut numbers = numbers.clone();
                numbers.push((Input::Amount, amount));
                let evaluation = evaluate(&built(&numbers));
                let flows: f64 = evaluation.timeline.months().iter().map(|m| m.net.abs()).sum();
                (evaluation.returns.npv, 2e-9 * flows)
            };
            let (at, tolerance) = npv(most);
            prop_assert!(at >= -tolerance, "{at} at {most}");
            let (above, _) = npv((most * 1.001 + 1.0).min(1e12));
            prop_assert!(above <= at, "{above} above {at}");
        }
    }

    /// What `solve` answers does what was asked for.
    #[test]
    fn a_solution_meets_its_target(numbers in any_case(), wanted in -1e6..1e6_f64) {
        let case = built(&numbers);
        for input in [Input::EfficiencyAfter, Input::Amount, Input::InvestmentMonths] {
            if let Ok(solution) = solve(&case, input, Target::Npv(wanted)) {
                let mut numbers = numbers.clone();
                numbers.push((input, solution.value));
                let evaluation = evaluate(&built(&numbers));
                let flows: f64 = evaluation.timeline.months().iter().map(|m| m.net.abs()).sum();
                prop_assert!(evaluation.returns.npv >= wanted - 2e-9 * flows);
            }
        }
    }
}
