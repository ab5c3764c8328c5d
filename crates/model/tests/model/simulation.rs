//! The draws: what must hold for them whatever the case, and what they are for the seed case.

use std::fmt::Write as _;

use expect_test::expect_file;
use groundwork_model::{
    benefit::{BenefitKind, Tag},
    case::{BenefitLine, Case, CaseBuilder, CostLine},
    estimate::Estimate,
    evaluation::evaluate,
    figure::{FigureId, Percentile, SimulatedFigure},
    input::{BenefitInput, CostInput, Input},
    simulation::{Run, Simulation, drawn_inputs, draws_of, is_uncertain, simulate},
};

use crate::support::{case, ranges, seed, with};

const NOW: (Input, [f64; 3]) = (Input::EfficiencyNow, [0.65, 0.70, 0.75]);
const AFTER: (Input, [f64; 3]) = (Input::EfficiencyAfter, [0.80, 0.90, 0.95]);
const AMOUNT: (Input, [f64; 3]) = (Input::Amount, [150e3, 200e3, 300e3]);
const SLIP: (Input, [f64; 3]) = (Input::Slip, [0.0, 0.2, 0.5]);

/// The seed case with ranges, overrun and a chance of failure.
pub(crate) fn uncertain_seed() -> Case {
    let builder = ranges(seed(), &[NOW, AFTER, AMOUNT, SLIP]);
    case(with(builder, &[(Input::FailureProbability, 0.15)]))
}

fn figure(simulation: &Simulation, path: &str) -> f64 {
    let mut all = SimulatedFigure::all(simulation).into_iter();
    all.find(|figure| figure.path() == path).unwrap().of(simulation).unwrap()
}

/// Every figure of the simulation equals the one of the most likely values, bit for bit.
#[track_caller]
fn assert_is_the_deterministic_case(case: &Case, simulation: &Simulation) {
    let evaluation = evaluate(case);
    let returns = &evaluation.returns;
    let bits = |value: f64| (value + 0.0).to_bits();
    for percentile in Percentile::ALL {
        assert_eq!(bits(percentile.of(&simulation.npv)), bits(returns.npv));
        assert_eq!(bits(percentile.of(&simulation.total_net)), bits(returns.total_net));
        let payback = percentile.of_payback(&simulation.payback_months);
        assert_eq!(payback.map(bits), returns.payback_months.map(bits));
        for (band, month) in simulation.cumulative_net.iter().zip(evaluation.timeline.months()) {
            assert_eq!(bits(percentile.of_band(band)), bits(month.cumulative_net));
        }
    }
    assert_eq!(bits(simulation.npv.mean), bits(returns.npv));
    assert_eq!(bits(simulation.total_net.mean), bits(returns.total_net));
    assert_eq!(simulation.payback_months.mean.map(bits), returns.payback_months.map(bits));
    assert_eq!(simulation.probability_of_headline, 1.0);
    assert_eq!(simulation.distribution.counts, [simulation.draws]);
    assert_eq!(simulation.sensitivity, []);
}

#[test]
fn estimates_without_width_give_the_deterministic_figures_exactly() {
    let exact = [NOW, AFTER, AMOUNT].map(|(input, [_, likely, _])| (input, [likely; 3]));
    let case_of_points = case(ranges(seed(), &exact));
    assert!(!is_uncertain(&case_of_points));
    for case in [&case_of_points, &with_lines(false), &case(with(seed(), &[(Input::Dip, 0.03)]))] {
        assert_is_the_deterministic_case(case, &simulate(case, 777));
    }
}

/// Lines of several kinds, lags and months; their numbers as ranges where `are_drawn`.
fn with_lines(are_drawn: bool) -> Case {
    let mut builder = with(
        seed(),
        &[
            (Input::RampUpMonths, 3.0),
            (Input::Dip, 0.05),
            (Input::DipMonthsAfter, 2.0),
            (Input::UpkeepShare, 0.01),
            (Input::InterestRate, 0.1),
            (Input::AccrualPerYear, 0.02),
        ],
    );
    let estimate = |value: f64| {
        let apart = if are_drawn { 0.2 * value.abs() } else { 0.0 };
        Estimate::range(value - apart, value, value + apart).unwrap()
    };
    for (id, once, month, per_year) in [("a", 5e3, 2.0, 0.0), ("b", 0.0, 1.0, 12e3)] {
        let line = CostLine { id: id.to_owned(), label: id.to_owned(), tag: Tag::Cash };
        let at = builder.add_cost(line);
        builder.enter(Input::Cost(at, CostInput::Once), estimate(once)).unwrap();
        builder.enter(Input::Cost(at, CostInput::PerYear), estimate(per_year)).unwrap();
        let month = Estimate::exact(month).unwrap();
        builder.enter(Input::Cost(at, CostInput::Month), month).unwrap();
    }
    for (id, per_year, lag) in [("c", 30e3, 0.0), ("d", -7e3, 2.0), ("e", 9e3, 2.0)] {
        let kind = BenefitKind::Other;
        let at = builder.add_benefit(BenefitLine {
            id: id.to_owned(),
            label: id.to_owned(),
            kind,
            tag: kind.usual_tag(),
        });
        builder.enter(Input::Benefit(at, BenefitInput::PerYear), estimate(per_year)).unwrap();
        let lag = Estimate::exact(lag).unwrap();
        builder.enter(Input::Benefit(at, BenefitInput::LagMonths), lag).unwrap();
    }
    case(builder)
}

/// The case in which every drawn input is fixed at what one draw has.
fn case_of_draw(case_drawn: &Case, draw: usize, draws: u32) -> Case {
    let mut builder = CaseBuilder::new();
    for line in case_drawn.costs() {
        builder.add_cost(line.clone());
    }
    for line in case_drawn.benefits() {
        builder.add_benefit(line.clone());
    }
    for (input, estimate) in case_drawn.entries() {
        let value = draws_of(case_drawn, input, draws).map_or(estimate.likely(), |all| all[draw]);
        builder.enter(input, Estimate::exact(value).unwrap()).unwrap();
    }
    case(builder)
}

/// The month loop of many draws against `evaluate`, one draw at a time: with as many draws as the
/// percentiles pick out exactly, each of them is the figure of one case.
#[test]
fn each_draw_is_the_case_with_its_values() {
    for case_drawn in [with_lines(true), case(ranges(seed(), &[NOW, AFTER, AMOUNT]))] {
        let draws = 11;
        let simulation = simulate(&case_drawn, draws);
        let mut evaluations: Vec<_> = (0..draws as usize)
            .map(|draw| evaluate(&case_of_draw(&case_drawn, draw, draws)))
            .collect();
        evaluations.sort_by(|a, b| a.returns.npv.total_cmp(&b.returns.npv));
        let close = |found: f64, wanted: f64| {
            assert!(
                (found - wanted).abs() <= 1e-9 * wanted.abs().max(1e5),
                "{found} is not {wanted}"
            );
        };
        close(simulation.npv.p10, evaluations[1].returns.npv);
        close(simulation.npv.p50, evaluations[5].returns.npv);
        close(simulation.npv.p90, evaluations[9].returns.npv);
        for (at, band) in simulation.cumulative_net.iter().enumerate() {
            let mut totals: Vec<f64> = evaluations
                .iter()
                .map(|evaluation| evaluation.timeline.months()[at].cumulative_net)
                .collect();
            totals.sort_by(f64::total_cmp);
            close(band.p10, totals[1]);
            close(band.p50, totals[5]);
            close(band.p90, totals[9]);
        }
        let mut paybacks: Vec<f64> = evaluations
            .iter()
            .map(|evaluation| evaluation.returns.payback_months.unwrap_or(f64::INFINITY))
            .collect();
        paybacks.sort_by(f64::total_cmp);
        let months = simulation.payback_months;
        for (found, wanted) in [(months.p10, 1), (months.p50, 5), (months.p90, 9)] {
            let found = found.unwrap_or(f64::INFINITY);
            assert!(found == paybacks[wanted] || (found - paybacks[wanted]).abs() < 1e-9);
        }
    }
}

#[test]
fn slices_change_no_bit() {
    let case = uncertain_seed();
    let whole = simulate(&case, 1_000);
    for slice in [1, 7, 128, 129, 5_000] {
        let mut run = Run::new(&case, 1_000);
        let mut before = 0;
        while !run.is_done() {
            run.advance(slice);
            assert!(run.done() > before && run.done() <= 1_000);
            before = run.done();
        }
        assert_eq!(run.finish(), whole);
    }
    // One that is given up early is finished all the same.
    assert_eq!(Run::new(&case, 1_000).finish(), whole);
}

#[test]
fn fewer_draws_than_one_are_one_and_no_more_than_a_million() {
    assert_eq!(simulate(&uncertain_seed(), 0).draws, 1);
    let small = case(with(seed(), &[(Input::HorizonMonths, 1.0)]));
    assert_eq!(Run::new(&small, u32::MAX).draws(), 1_000_000);
}

#[test]
fn work_that_always_fails_keeps_the_spend_and_gets_no_gain() {
    let fails = |builder| case(with(builder, &[(Input::FailureProbability, 1.0)]));
    let simulation = simulate(&fails(seed()), 100);
    assert!(simulation.npv.p90 < -190e3 && simulation.npv.p10 > -200e3);
    assert!((simulation.total_net.p50 + 200e3).abs() < 1e-6);
    assert_eq!(simulation.payback_months.p10, None);
    assert_eq!(simulation.probability_of_headline, 0.0);
    assert_eq!(simulation.probability_npv_positive, 0.0);
    assert!(simulation.probability_paid_back_by.iter().all(|share| *share == 0.0));

    // A benefit line is gone too, a line that is a loss stays.
    let line = |per_year: f64| {
        let mut builder = seed();
        let at = builder.add_benefit(BenefitLine {
            id: "b".to_owned(),
            label: String::new(),
            kind: BenefitKind::Other,
            tag: Tag::Cash,
        });
        builder
            .enter(Input::Benefit(at, BenefitInput::PerYear), Estimate::exact(per_year).unwrap())
            .unwrap();
        simulate(&fails(builder), 10).total_net.p50
    };
    assert!((line(12e3) + 200e3).abs() < 1e-6);
    assert!((line(-12e3) + 200e3 + 18.0 * 1e3).abs() < 1e-6);
}

#[test]
fn a_chance_of_failure_fails_in_that_share_of_the_draws() {
    let case = case(with(seed(), &[(Input::FailureProbability, 0.25)]));
    assert!(is_uncertain(&case));
    let failed: f64 = draws_of(&case, Input::FailureProbability, 1_000).unwrap().iter().sum();
    assert_eq!(failed, 250.0);
    let simulation = simulate(&case, 1_000);
    assert_eq!(simulation.probability_of_headline, 0.75);
    assert_eq!(simulation.payback_months.p50, Some(12.0));
    assert_eq!(simulation.payback_months.p90, None);
    assert_eq!(simulation.payback_months.mean, None);
    assert_eq!(simulation.probability_paid_back_by[23], 0.75);
    assert_eq!(simulation.sensitivity.len(), 1);
    assert_eq!(simulation.sensitivity[0].rank_correlation, -1.0);
}

#[test]
fn an_overrun_makes_months_and_amount_larger() {
    let slipped = case(with(seed(), &[(Input::Slip, 0.5)]));
    let simulation = simulate(&slipped, 3);
    // 4.5 months are 5, and 300k.
    let longer = case(with(seed(), &[(Input::InvestmentMonths, 5.0), (Input::Amount, 300e3)]));
    assert_eq!(simulation.npv.p50, evaluate(&longer).returns.npv);
    assert_eq!(simulation.probability_of_headline, 0.0);
    assert!(is_uncertain(&slipped) && drawn_inputs(&slipped).is_empty());
    // 120 months and three times as long again: nothing breaks, most of it lies after the horizon.
    let longest = case(with(seed(), &[(Input::Slip, 3.0), (Input::InvestmentMonths, 120.0)]));
    assert!((simulate(&longest, 3).total_net.p50 + 800e3 * 21.0 / 480.0).abs() < 1e-6);
}

/// Figure, value and standard error, as the sampler prints them.
const INDEPENDENT: [(&str, f64, f64); 12] = [
    ("npv.p10", -223_803.155_742, 114.070_948),
    ("npv.p50", 225_292.952_869, 98.731_935),
    ("npv.p90", 360_482.385_312, 93.597_815),
    ("npv.mean", 172_350.726_057, 105.497_667),
    ("payback_months.p10", 12.462_708, 0.001_823),
    ("payback_months.p50", 15.070_547, 0.002_170),
    ("cumulative_net.12.p50", -95_826.281_688, 49.877_962),
    ("cumulative_net.12.p90", -16_417.944_121, 63.730_358),
    ("probability_npv_positive", 0.845_754, 0.000_233),
    ("probability_paid_back_by.12", 0.058_634, 0.000_125),
    ("probability_paid_back_by.15", 0.489_082, 0.000_311),
    ("probability_of_headline", 0.145_639, 0.000_187),
];

/// `independent/sampler.py`, 20 batches of 100,000 draws; each figure with its standard error, which
/// is that of the sampler. Ours comes from stratified draws, so its own is smaller than the rest.
#[test]
fn figures_are_those_of_an_independent_sampler() {
    let simulation = simulate(&uncertain_seed(), 100_000);
    for (path, wanted, error) in INDEPENDENT {
        let found = figure(&simulation, path);
        // Four standard errors of 2,000,000 draws and four of our 100,000.
        let allowed = 4.0 * error * (1.0 + 20.0_f64.sqrt());
        assert!((found - wanted).abs() < allowed, "{path}: {found} is not {wanted} +- {error}");
    }
}

#[test]
fn ten_thousand_draws_of_the_seed_case_to_the_bit() {
    let case = uncertain_seed();
    let simulation = simulate(&case, 10_000);
    let mut page = String::new();
    for figure in SimulatedFigure::all(&simulation) {
        let value = figure.of(&simulation);
        let value = value.map_or("null".to_owned(), |value| format!("{value:?}"));
        writeln!(page, "{} {value}", figure.path()).unwrap();
    }
    writeln!(page, "numbers {:?}", simulation.to_numbers()).unwrap();
    expect_file!["../../../../tests/golden/results/simulation_seed.txt"].assert_eq(&page);
}

#[test]
fn every_figure_of_a_simulation_is_named_and_found() {
    let evaluation = evaluate(&uncertain_seed());
    let without = evaluation.figures().count();
    let evaluation = evaluation.with_simulation(simulate(&uncertain_seed(), 1_000));
    let figures: Vec<FigureId> = evaluation.figures().collect();
    assert!(figures.len() > without);
    let mut paths: Vec<String> = figures.iter().map(|figure| figure.path()).collect();
    for (figure, path) in figures.iter().zip(&paths) {
        let exists = evaluation.figure(*figure).is_some_and(f64::is_finite);
        assert!(exists || evaluation.note_about(*figure).is_some(), "{path}");
    }
    for path in [
        "simulation.npv.p50",
        "simulation.payback_months.p90",
        "simulation.probability_paid_back_by.24",
        "simulation.cumulative_net.24.p10",
        "simulation.sensitivity.efficiency.now",
        "estimates.efficiency.now.low",
        "tornado.efficiency.after.high",
    ] {
        assert!(paths.iter().any(|found| found == path), "{path}");
    }
    paths.sort();
    let all = paths.len();
    paths.dedup();
    assert_eq!(paths.len(), all);
    // Another simulation takes the place of the first, notes included.
    let notes = evaluation.notes.clone();
    assert_eq!(evaluation.with_simulation(simulate(&uncertain_seed(), 1_000)).notes, notes);
}
