//! The values that are drawn: whose they are, how they are spread and which of them go together.

use groundwork_model::{
    benefit::{BenefitKind, Tag},
    case::{BenefitLine, Case, CaseBuilder},
    correlation::Correlation,
    estimate::Estimate,
    input::{BenefitInput, Input},
    simulation::{draws_of, simulate},
};

use crate::support::{case, ranges, seed, with};

const NOW: (Input, [f64; 3]) = (Input::EfficiencyNow, [0.65, 0.70, 0.75]);
const AFTER: (Input, [f64; 3]) = (Input::EfficiencyAfter, [0.80, 0.90, 0.95]);
const AMOUNT: (Input, [f64; 3]) = (Input::Amount, [150e3, 200e3, 300e3]);

#[test]
fn another_range_leaves_the_draws_of_the_others_alone() {
    let few = case(ranges(seed(), &[NOW, AMOUNT]));
    let more = case(ranges(seed(), &[NOW, AFTER, AMOUNT, (Input::Slip, [0.0, 0.2, 0.5])]));
    for input in [Input::EfficiencyNow, Input::Amount] {
        let draws = draws_of(&few, input, 500).unwrap();
        assert_eq!(draws, draws_of(&more, input, 500).unwrap());
        assert!(draws.windows(2).any(|pair| pair[0] > pair[1]), "in no random order");
    }
    assert_eq!(draws_of(&few, Input::EfficiencyAfter, 500), None);
    let reseeded = case(with(ranges(seed(), &[NOW, AMOUNT]), &[(Input::Seed, 2.0)]));
    assert_ne!(draws_of(&few, Input::Amount, 500), draws_of(&reseeded, Input::Amount, 500));
}

/// The id of a line names its stream, not its position.
#[test]
fn a_line_keeps_its_draws_when_another_is_put_before_it() {
    let build = |ids: &[&str]| {
        let mut builder = seed();
        for id in ids {
            let kind = BenefitKind::Other;
            let at = builder.add_benefit(BenefitLine {
                id: (*id).to_owned(),
                label: String::new(),
                kind,
                tag: Tag::Cash,
            });
            let range = Estimate::range(1e3, 2e3, 5e3).unwrap();
            builder.enter(Input::Benefit(at, BenefitInput::PerYear), range).unwrap();
        }
        case(builder)
    };
    let of = |case: &Case, line| draws_of(case, Input::Benefit(line, BenefitInput::PerYear), 300);
    assert_eq!(of(&build(&["mine"]), 0), of(&build(&["another", "mine"]), 1));
    assert_ne!(of(&build(&["mine"]), 0), of(&build(&["another", "mine"]), 0));
}

#[test]
fn draws_have_the_mean_and_the_spread_of_their_estimate() {
    let rows = [
        (Input::Engineers, [10.0, 20.0, 60.0], 25.0, 8.660_254),
        (Input::EfficiencyAfter, [0.80, 0.90, 0.95], 0.891_666_67, 0.027_638_54),
    ];
    for (input, [low, likely, high], mean, spread) in rows {
        let mut builder = CaseBuilder::new();
        for (input, value) in [
            (Input::Engineers, 5.0),
            (Input::Salary, 1e5),
            (Input::EfficiencyNow, 0.7),
            (Input::EfficiencyAfter, 0.9),
            (Input::Amount, 1e5),
        ] {
            builder.enter(input, Estimate::exact(value).unwrap()).unwrap();
        }
        builder.enter(input, Estimate::range(low, likely, high).unwrap()).unwrap();
        let draws = draws_of(&case(builder), input, 10_000).unwrap();
        assert!(draws.iter().all(|value| (low..=high).contains(value)));
        // Stratified draws are far closer than the 1 % of independent ones.
        let found = draws.iter().sum::<f64>() / 1e4;
        assert!((found - mean).abs() < 1e-4 * spread, "{found} is not {mean}");
        let squares: f64 = draws.iter().map(|value| (value - mean) * (value - mean)).sum();
        let found = (squares / 1e4).sqrt();
        assert!((found / spread - 1.0).abs() < 1e-3, "{found} is not {spread}");
    }
}

#[test]
fn correlated_draws_have_that_rank_correlation_and_keep_their_values() {
    for rank in [-1.0, -0.9, -0.5, 0.0, 0.3, 0.5, 0.8, 0.95, 1.0] {
        let independent = ranges(seed(), &[NOW, AFTER, AMOUNT]);
        let mut builder = independent.clone();
        let pair = (Input::EfficiencyNow, Input::EfficiencyAfter);
        builder.correlate(Correlation::new(pair.0, pair.1, rank).unwrap());
        let (together, apart) = (case(builder), case(independent));
        let of = |case: &Case, input| draws_of(case, input, 10_000).unwrap();
        let found = rank_correlation(&of(&together, pair.0), &of(&together, pair.1));
        assert!((found - rank).abs() < 0.02, "{found} is not {rank}");
        assert_eq!(of(&together, pair.0), of(&apart, pair.0));
        assert_eq!(of(&together, Input::Amount), of(&apart, Input::Amount));
        let sorted = |mut values: Vec<f64>| {
            values.sort_by(f64::total_cmp);
            values
        };
        assert_eq!(sorted(of(&together, pair.1)), sorted(of(&apart, pair.1)));
        let simulation = simulate(&together, 1_000);
        assert!(simulation.correlated && !simulate(&apart, 1_000).correlated);
        assert_eq!(simulation.correlation_kept, 1.0);
    }
}

#[test]
fn correlations_that_contradict_each_other_are_weakened_alike_and_said() {
    let mut builder = ranges(seed(), &[NOW, AFTER, AMOUNT]);
    let inputs = [Input::EfficiencyNow, Input::EfficiencyAfter, Input::Amount];
    for (a, b) in [(0, 1), (1, 2), (0, 2)] {
        builder.correlate(Correlation::new(inputs[a], inputs[b], -0.9).unwrap());
    }
    let case = case(builder);
    let simulation = simulate(&case, 10_000);
    // Three inputs cannot all go against each other by more than a half.
    assert!((0.5..0.6).contains(&simulation.correlation_kept), "{}", simulation.correlation_kept);
    assert!(simulation.npv.p10 < simulation.npv.p90);
    let of = |input| draws_of(&case, input, 10_000).unwrap();
    for (a, b) in [(0, 1), (1, 2), (0, 2)] {
        let found = rank_correlation(&of(inputs[a]), &of(inputs[b]));
        assert!((found + 0.9 * simulation.correlation_kept).abs() < 0.04, "{found}");
    }
}

/// A correlation with an input that has no range here has nothing to reorder.
#[test]
fn a_correlation_with_what_is_not_drawn_does_nothing() {
    let mut builder = ranges(seed(), &[NOW]);
    builder.correlate(Correlation::new(Input::EfficiencyNow, Input::Amount, 0.9).unwrap());
    let simulation = simulate(&case(builder), 100);
    assert!(!simulation.correlated);
    assert_eq!(simulation.npv, simulate(&case(ranges(seed(), &[NOW])), 100).npv);
}

fn rank_correlation(a: &[f64], b: &[f64]) -> f64 {
    let ranks = |values: &[f64]| {
        let mut order: Vec<usize> = (0..values.len()).collect();
        order.sort_by(|a, b| values[*a].total_cmp(&values[*b]));
        let mut ranks = vec![0.0; values.len()];
        for (rank, at) in (0_u32..).zip(order) {
            ranks[at] = f64::from(rank);
        }
        ranks
    };
    let n = f64::from(u32::try_from(a.len()).unwrap());
    let differences: f64 = ranks(a).iter().zip(ranks(b)).map(|(a, b)| (a - b) * (a - b)).sum();
    1.0 - 6.0 * differences / (n * (n * n - 1.0))
}
