//! Cases that break calculators.

use groundwork_model::{
    benefit::{BenefitKind, Tag},
    bounds::Bounds,
    case::{BenefitLine, CaseBuilder, CostLine, EntryError, IncompleteError},
    estimate::Estimate,
    evaluation::Evaluation,
    figure::FigureId,
    input::{BenefitInput, CostInput, Input},
    investment::PaidFrom,
};

use crate::support::{case, close, enter, evaluated, four, has_case_note, has_note, seed, with};

#[test]
fn no_gain_never_pays_and_says_so() {
    let evaluation = evaluated(four(2e6, 0.7, 0.7, 200e3));
    close(evaluation.returns.total_net, -200_000.0);
    assert_eq!(evaluation.returns.payback_months, None);
    has_note(&evaluation, "returns.irr_monthly", "no_sign_change");
    has_note(&evaluation, "returns.irr_annual", "no_sign_change");
    has_note(&evaluation, "returns.mirr_annual", "needs_both_signs");
    has_note(&evaluation, "returns.payback_months", "not_paid_back");
    has_note(&evaluation, "thresholds.horizon.gain_share", "no_gain");
    has_note(&evaluation, "thresholds.one_year.gain_share", "no_gain");
    has_note(&evaluation, "thresholds.horizon.largest_investment", "never_pays");
    close(evaluation.headline.cost_of_delay_per_week, 0.0);
}

#[test]
fn a_negative_gain_is_computed_and_named() {
    let evaluation = evaluated(four(2e6, 0.7, 0.6, 200e3));
    has_case_note(&evaluation, "after_below_now");
    close(evaluation.headline.gain_per_year, -200_000.0);
    close(evaluation.headline.gain_year_one, -180_000.0);
    assert!(evaluation.returns.npv < -200_000.0);
    assert_eq!(evaluation.headline.cost_of_delay_per_week, 0.0);
}

#[test]
fn work_after_the_horizon_is_the_first_thing_said() {
    let partly = evaluated(with(seed(), &[(Input::HorizonMonths, 5.0)]));
    assert_eq!(partly.notes[0].reason.code(), "work_after_horizon");
    close(partly.returns.total_net, -400e3 / 3.0);

    let wholly = evaluated(with(seed(), &[(Input::HorizonMonths, 3.0)]));
    assert_eq!(wholly.returns.total_net, 0.0);
    assert_eq!(wholly.returns.payback_months, None);
    has_note(&wholly, "returns.payback_months", "no_spend_within_horizon");
    has_note(&wholly, "returns.roi", "no_outlay");
}

#[test]
fn work_dearer_than_its_months_is_bought_outside() {
    let evaluation = evaluated(with(seed(), &[(Input::InvestmentMonths, 1.0)]));
    has_case_note(&evaluation, "bought_outside");
    let month = evaluation.timeline.month(4).unwrap();
    close(month.bought_outside, 200e3 - 2e6 / 12.0);
    close(month.delivered_difference, -2e6 / 12.0 * 0.7);
    assert_eq!(month.gain, 0.0);
}

#[test]
fn exact_break_even_is_zero_and_not_rounding() {
    let evaluation = evaluated(with(seed(), &[(Input::HorizonMonths, 12.0)]));
    assert_eq!(evaluation.returns.irr_monthly, Some(0.0));
    close(evaluation.returns.payback_months.unwrap(), 12.0);
}

#[test]
fn a_horizon_of_one_month() {
    let evaluation = evaluated(with(four(2e6, 0.7, 0.9, 200e3), &[(Input::HorizonMonths, 1.0)]));
    close(evaluation.returns.total_net, -200_000.0);
    assert_eq!(evaluation.returns.mirr_annual, None);
    assert_eq!(evaluation.calendar_years.len(), 1);
}

#[test]
fn efficiency_falls_to_zero_and_stays_there() {
    let decline = [(Input::AccrualPerYear, 0.5), (Input::HorizonMonths, 36.0)];
    let evaluation = evaluated(with(seed(), &decline));
    has_case_note(&evaluation, "extrapolation");
    let last = evaluation.timeline.month(36).unwrap();
    assert_eq!(last.baseline_efficiency, 0.0);
    assert!((0.0..=1.0).contains(&last.invested_efficiency));
    assert!(evaluation.figures().all(|id| evaluation.figure(id).is_none_or(f64::is_finite)));
}

#[test]
fn growth_starts_in_the_second_month_and_the_work_buys_points() {
    let growth = [(Input::InterestRate, 0.12), (Input::AccrualPerYear, 0.012)];
    let timeline = evaluated(with(seed(), &growth)).timeline;
    let month = |number| timeline.month(number).unwrap();
    close(month(1).baseline_efficiency, 0.7);
    let monthly = libm::pow(1.12, 1.0 / 12.0) - 1.0;
    close(month(2).baseline_efficiency, 1.0 - (0.3 * (1.0 + monthly) + 0.001));
    close(month(6).invested_efficiency, month(6).baseline_efficiency);
    close(month(7).invested_efficiency - month(7).baseline_efficiency, 0.2);
    assert!(month(7).invested_efficiency < 0.9);
}

#[test]
fn ramp_up_spreads_the_gain_and_dips_fade() {
    let slow = [(Input::RampUpMonths, 4.0), (Input::Dip, 0.12), (Input::DipMonthsAfter, 2.0)];
    let timeline = evaluated(with(seed(), &slow)).timeline;
    let efficiency: Vec<f64> =
        (3..=11).map(|month| timeline.month(month).unwrap().invested_efficiency).collect();
    let wanted = [0.7, 0.58, 0.58, 0.58, 0.75 - 0.08, 0.8 - 0.04, 0.85, 0.9, 0.9];
    for (found, wanted) in efficiency.into_iter().zip(wanted) {
        close(found, wanted);
    }
}

#[test]
fn upkeep_costs_and_benefits_reach_the_totals_by_tag() {
    let mut builder = seed();
    builder.enter(Input::UpkeepShare, Estimate::exact(0.02).unwrap()).unwrap();
    let cost =
        builder.add_cost(CostLine { id: "c1".into(), label: "Licenses".into(), tag: Tag::Cash });
    enter(
        &mut builder,
        &[
            (Input::Cost(cost, CostInput::Once), 10e3),
            (Input::Cost(cost, CostInput::Month), 2.0),
            (Input::Cost(cost, CostInput::PerYear), 12e3),
            (Input::Cost(cost, CostInput::FromMonth), 13.0),
        ],
    );
    let revenue = builder.add_benefit(BenefitLine {
        id: "b1".into(),
        label: "A customer".into(),
        kind: BenefitKind::RevenueAtRisk,
        tag: Tag::Risk,
    });
    enter(
        &mut builder,
        &[
            (Input::Benefit(revenue, BenefitInput::AnnualRevenue), 600e3),
            (Input::Benefit(revenue, BenefitInput::LossProbabilityNow), 0.3),
            (Input::Benefit(revenue, BenefitInput::LossProbabilityAfter), 0.1),
            (Input::Benefit(revenue, BenefitInput::Confidence), 0.5),
        ],
    );
    let evaluation = evaluated(builder);
    let headline = evaluation.headline;
    close(headline.other_benefits_per_year, 60_000.0);
    close(headline.cost_of_delay_per_week, (400e3 + 60e3 - 40e3 - 12e3) / 52.0);
    let tags = evaluation.by_tag;
    assert!(tags.risk.net > 0.0 && tags.cash.net < 0.0 && tags.capacity.costs > 0.0);
    close(tags.cash.net + tags.capacity.net + tags.risk.net, evaluation.returns.npv);
    close(evaluation.returns.npv_cash_only, tags.cash.net);
    let sum = |value: fn(&groundwork_model::timeline::Month) -> f64| -> f64 {
        evaluation.timeline.months().iter().map(value).sum()
    };
    close(sum(|month| month.costs), 22e3);
    close(sum(|month| month.upkeep), 18.0 * 0.02 * 2e6 / 12.0);
    close(sum(|month| month.other_benefits), 90_000.0);
}

#[test]
fn hours_that_are_counted_twice_are_asked_about() {
    let line = |tag| {
        let mut builder = seed();
        let line = builder.add_benefit(BenefitLine {
            id: "b1".into(),
            label: "Night calls".into(),
            kind: BenefitKind::Incidents,
            tag,
        });
        let numbers =
            [BenefitInput::PerYearNow, BenefitInput::PerYearAfter, BenefitInput::CostEach]
                .map(|input| (Input::Benefit(line, input), 3.0));
        evaluated(with(builder, &numbers))
    };
    has_case_note(&line(Tag::Capacity), "counted_twice");
    let codes = crate::support::codes(&line(Tag::Cash));
    assert!(!codes.iter().any(|(_, code)| *code == "counted_twice"));
}

/// Other benefits can pay for a loss of efficiency, up to a point that is found.
#[test]
fn efficiency_may_fall_when_other_benefits_pay_for_it() {
    let mut builder = four(2e6, 0.7, 0.58, 20e3);
    let line = builder.add_benefit(BenefitLine {
        id: "b1".into(),
        label: "Hosting".into(),
        kind: BenefitKind::Infrastructure,
        tag: Tag::Cash,
    });
    enter(&mut builder, &[(Input::Benefit(line, BenefitInput::PerYear), 190e3)]);
    let evaluation = evaluated(builder.clone());
    assert!(evaluation.returns.npv < 0.0);
    let needed = evaluation.thresholds.horizon.efficiency_after.unwrap();
    assert!((0.58..0.7).contains(&needed), "{needed}");
    let at = evaluated(with(builder, &[(Input::EfficiencyAfter, needed)])).returns.npv;
    assert!(at.abs() < 1e-3, "{at}");
    has_note(&evaluation, "thresholds.horizon.gain_share", "no_gain");
}

#[test]
fn work_that_ends_with_the_horizon_has_no_thresholds() {
    let evaluation = evaluated(with(seed(), &[(Input::HorizonMonths, 6.0)]));
    for threshold in ["gain_share", "efficiency_after", "largest_investment"] {
        let figure = format!("thresholds.horizon.{threshold}");
        has_note(&evaluation, &figure, "nothing_brought_within_horizon");
    }
}

/// Paid from capacity, all of it used, no costs: net is the delivered difference and other benefits
/// less what the work costs beyond what its people would have produced.
#[test]
fn net_and_delivered_difference_are_two_readings_of_one_identity() {
    let odd = [
        (Input::UpkeepShare, 0.03),
        (Input::Dip, 0.05),
        (Input::DipMonthsAfter, 3.0),
        (Input::AccrualPerYear, 0.04),
        (Input::InterestRate, 0.2),
        (Input::RampUpMonths, 5.0),
    ];
    for month in evaluated(with(seed(), &odd)).timeline.months() {
        let taken = month.spend + month.upkeep;
        close(month.delivered_difference, month.gain - month.displaced);
        let wanted = month.delivered_difference + month.other_benefits
            - taken * (1.0 - month.baseline_efficiency);
        assert!((month.net - wanted).abs() < 1e-6, "month {}", month.month);
    }
}

#[test]
fn a_team_is_engineers_times_salary_times_loaded_cost() {
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
    let evaluation = evaluated(builder);
    close(evaluation.assumptions.capacity.annual_cost, 2.1e6);
    has_case_note(&evaluation, "no_start");
    assert!(evaluation.calendar_years.is_empty());
}

#[test]
fn what_is_missing_or_there_twice_is_named() {
    let missing = CaseBuilder::new().build().unwrap_err();
    assert_eq!(
        missing.to_string(),
        "not entered yet: capacity.annual_cost, efficiency.now, efficiency.after, investment.amount"
    );
    let twice = with(seed(), &[(Input::Engineers, 10.0)]).build().unwrap_err();
    assert_eq!(
        twice.to_string(),
        "capacity is given twice: as capacity.annual_cost and as capacity.engineers"
    );
    assert!(matches!(twice, IncompleteError::CapacityTwice(_)));
}

#[test]
fn numbers_out_of_bounds_do_not_enter_a_case() {
    let mut builder = seed();
    let error = builder.enter(Input::EfficiencyNow, Estimate::exact(1.7).unwrap()).unwrap_err();
    assert_eq!(error.to_string(), "efficiency now: 1.7 is outside 0.01 to 1");
    let range = Estimate::range(1.0, 2.0, 3.0).unwrap();
    let error = builder.enter(Input::InvestmentMonths, range).unwrap_err();
    assert!(matches!(error, EntryError::TakesNoRange { .. }));
    assert_eq!(case(builder), case(seed()));
}

/// Every corner of the bounds gives finite figures or a reason, never NaN and never a panic.
#[test]
fn the_corners_of_the_bounds() {
    let check = |evaluation: Evaluation| {
        for id in evaluation.figures() {
            let value = evaluation.figure(id);
            assert!(value.is_none_or(f64::is_finite), "{} is {value:?}", id.path());
            assert!(value.is_some() || evaluation.note_about(id).is_some(), "{}", id.path());
        }
    };
    let lowest = |bounds: Bounds| if bounds.above_min { 1e-3 } else { bounds.min };
    let inputs = Input::SINGLE.into_iter().filter(|input| {
        !matches!(input, Input::Engineers | Input::Salary | Input::LoadedMultiplier)
    });
    for input in inputs.clone() {
        for other in inputs.clone() {
            for (value, other_value) in [
                (lowest(input.spec().bounds), lowest(other.spec().bounds)),
                (input.spec().bounds.max, other.spec().bounds.max),
                (lowest(input.spec().bounds), other.spec().bounds.max),
            ] {
                let mut builder = with(seed(), &[(input, value), (other, other_value)]);
                check(evaluated(builder.clone()));
                builder.paid_from(PaidFrom::Money);
                check(evaluated(builder));
            }
        }
    }
}

#[test]
fn waiting_pays_where_the_work_does_not() {
    let losing = evaluated(four(2e6, 0.7, 0.6, 200e3));
    assert!(losing.figure(FigureId::Delay).unwrap() < 0.0);
}

#[test]
fn work_that_cannot_begin_any_later_says_so() {
    let last = evaluated(with(seed(), &[(Input::FirstMonth, 120.0)]));
    assert_eq!(last.figure(FigureId::Delay), None);
    has_note(&last, "delay.npv_lost_by_a_month", "begins_in_last_month");

    let second_last = evaluated(with(seed(), &[(Input::FirstMonth, 119.0)]));
    assert_eq!(second_last.figure(FigureId::Delay), Some(0.0));
}
