//! Every figure the contract of the model prints for the seed case.

use groundwork_model::{figure::FigureId, input::Input, investment::PaidFrom, timeline::Month};

use crate::support::{close, evaluated, four, has_note, rounds_to, seed, with};

#[test]
fn the_headline_of_the_two_million_conversation() {
    let headline = evaluated(seed()).headline;
    close(headline.absorbed_per_year, 600_000.0);
    close(headline.gain_year_one, 360_000.0);
    close(headline.net_year_one, 160_000.0);
    close(headline.gain_per_year, 400_000.0);
    rounds_to(headline.output_change * 100.0, "28.57");
    rounds_to(headline.time_change * 100.0, "-22.22");
    close(headline.other_benefits_per_year, 0.0);
    rounds_to(headline.cost_of_delay_per_week, "7692.31");
}

#[test]
fn gain_of_year_one_is_what_is_left_times_the_points_gained() {
    let cases = [
        ((2e6, 0.70, 0.85, 200e3), 270_000.0),
        ((3e6, 0.60, 0.80, 300e3), 540_000.0),
        ((1.5e6, 0.65, 0.75, 100e3), 140_000.0),
    ];
    for ((capacity, now, after, amount), gain) in cases {
        close(evaluated(four(capacity, now, after, amount)).headline.gain_year_one, gain);
    }
}

#[test]
fn calendar_years_are_where_the_periods_meet() {
    let years = evaluated(seed()).calendar_years;
    let [first, second] = years.as_slice() else { panic!("two years, not {}", years.len()) };
    assert_eq!((first.year, first.months), (2026, 12));
    close(first.gain, 200_000.0);
    close(first.spend, 200_000.0);
    assert!(first.net.abs() < 1e-6, "{}", first.net);
    close(first.displaced, 140_000.0);
    close(first.delivered_difference, 60_000.0);
    assert_eq!((second.year, second.months), (2027, 12));
    for value in [second.gain, second.net, second.delivered_difference] {
        close(value, 400_000.0);
    }
}

#[test]
fn months_before_during_and_after_the_work() {
    let timeline = evaluated(seed()).timeline;
    let month = |number| *timeline.month(number).unwrap();
    let Month { spend, gain, net, cumulative_net, .. } = month(3);
    assert_eq!([spend, gain, net, cumulative_net], [0.0; 4]);
    let during = month(4);
    close(during.spend, 200e3 / 3.0);
    close(during.net, -200e3 / 3.0);
    close(during.delivered_difference, -200e3 / 3.0 * 0.7);
    let after = month(7);
    close(after.invested_efficiency, 0.9);
    close(after.baseline_efficiency, 0.7);
    close(after.net, 2e6 / 12.0 * 0.2);
    close(month(24).cumulative_net, 400_000.0);
}

#[test]
fn returns_by_horizon() {
    #[rustfmt::skip]
    let rows = [
        (12.0, "0", "-6735.61", "0.00000000", "0.00000000", "0.96496", "0.0", "12.000000", None),
        (18.0, "200000", "170114.12", "0.10494590", "2.31201404", "1.88501", "1.0", "12.000000", Some("12.224048")),
        (24.0, "400000", "338733.72", "0.13057436", "3.36103514", "2.76224", "2.0", "12.000000", Some("12.224048")),
        (36.0, "800000", "652796.74", "0.14236343", "3.93914187", "4.39614", "4.0", "12.000000", Some("12.224048")),
    ];
    for (horizon, total, npv, monthly, annual, index, roi, payback, discounted) in rows {
        let evaluation = evaluated(with(seed(), &[(Input::HorizonMonths, horizon)]));
        let returns = evaluation.returns;
        rounds_to(returns.total_net.abs(), total);
        rounds_to(returns.npv, npv);
        rounds_to(returns.irr_monthly, monthly);
        rounds_to(returns.irr_annual, annual);
        rounds_to(returns.profitability_index, index);
        rounds_to(returns.roi.map(f64::abs), roi);
        rounds_to(returns.payback_months, payback);
        if let Some(months) = discounted {
            rounds_to(returns.discounted_payback_months, months);
        } else {
            assert_eq!(returns.discounted_payback_months, None);
            has_note(&evaluation, "returns.discounted_payback_months", "not_paid_back");
        }
    }
}

#[test]
fn payback_counts_from_the_start_and_from_the_first_spend() {
    let returns = evaluated(seed()).returns;
    close(returns.payback_months.unwrap(), 12.0);
    close(returns.payback_from_first_spend.unwrap(), 9.0);
    close(returns.deepest_point, -200_000.0);
    close(returns.roi_discounted.unwrap(), returns.profitability_index.unwrap() - 1.0);
}

#[test]
fn none_of_it_is_cash_and_the_tags_sum_to_the_present_value() {
    let evaluation = evaluated(seed());
    assert_eq!(evaluation.returns.npv_cash_only, 0.0);
    close(evaluation.by_tag.capacity.net, evaluation.returns.npv);

    let mut bought = seed();
    bought.paid_from(PaidFrom::Money);
    let evaluation = evaluated(bought);
    let tags = evaluation.by_tag;
    close(tags.cash.net, -tags.cash.costs);
    close(tags.cash.net + tags.capacity.net + tags.risk.net, evaluation.returns.npv);
}

#[test]
fn what_must_be_true_over_the_horizon() {
    let horizon = evaluated(seed()).thresholds.horizon;
    rounds_to(horizon.gain_share.map(|share| share * 100.0), "36.2");
    rounds_to(horizon.efficiency_after.map(|share| share * 100.0), "77.2");
    rounds_to(horizon.largest_investment.map(|amount| amount / 1e3), "552");
}

#[test]
fn what_must_be_true_within_one_full_year() {
    let year = evaluated(seed()).thresholds.one_year;
    rounds_to(year.efficiency_after.map(|share| share * 100.0), "81.11");
    rounds_to(year.efficiency_after_run_rate.map(|share| share * 100.0), "80.00");
    rounds_to(year.efficiency_after_same_output.map(|share| share * 100.0), "77.78");
    rounds_to(year.largest_investment, "333333.33");
    rounds_to(year.gain_share.map(|share| share * 100.0), "55.56");
}

#[test]
fn bought_with_money_the_year_is_not_carved_out() {
    let mut bought = seed();
    bought.paid_from(PaidFrom::Money);
    let evaluation = evaluated(bought);
    close(evaluation.headline.gain_year_one, 400_000.0);
    let year = evaluation.thresholds.one_year;
    close(year.efficiency_after.unwrap(), 0.8);
    close(year.efficiency_after_run_rate.unwrap(), 0.8);
    close(year.efficiency_after_same_output.unwrap(), 0.7);
    close(year.largest_investment.unwrap(), 400_000.0);
    close(year.gain_share.unwrap(), 0.5);
}

#[test]
fn every_figure_has_a_path_of_its_own_and_a_value_or_a_reason() {
    let evaluation = evaluated(seed());
    let mut paths = std::collections::BTreeSet::new();
    for figure in evaluation.figures() {
        assert!(paths.insert(figure.path()), "{} stands twice", figure.path());
        // A last month that nobody entered follows the horizon, and a month is always there.
        let is_explained = evaluation.figure(figure).is_some_and(f64::is_finite)
            || evaluation.note_about(figure).is_some();
        assert!(is_explained, "{} has neither value nor reason", figure.path());
    }
    assert!(paths.contains("returns.npv") && paths.contains("timeline.24.net"));
    assert_eq!(evaluation.figure(FigureId::Input(Input::AnnualCost)), Some(2e6));
}

/// The work begins in May instead of April: the gain of July is lost, and the payment of April falls
/// in July, where it counts less.
#[test]
fn a_month_of_waiting_costs_the_difference_of_two_present_values() {
    let npv =
        |first_month| evaluated(with(seed(), &[(Input::FirstMonth, first_month)])).returns.npv;
    let lost = evaluated(seed()).figure(FigureId::Delay).unwrap();
    close(lost, npv(4.0) - npv(5.0));
    rounds_to(lost, "30010.02");
}
