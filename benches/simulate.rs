//! How long the draws of a case take, by their number; it grows in proportion.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    reason = "the macros of criterion; a bench stops at what it did not expect"
)]

use std::time::Duration;

use criterion::{Criterion, criterion_group, criterion_main};
use groundwork_model::{
    benefit::{BenefitKind, Tag},
    case::{BenefitLine, Case, CaseBuilder},
    estimate::Estimate,
    input::{BenefitInput, Input},
    sensitivity::{grid, tornado},
    simulation::simulate,
};

/// The seed case with ranges for both efficiencies and the investment, and that many benefit lines.
fn case(lines: usize) -> Case {
    let mut builder = CaseBuilder::new();
    for (input, [low, likely, high]) in [
        (Input::AnnualCost, [2e6; 3]),
        (Input::EfficiencyNow, [0.65, 0.70, 0.75]),
        (Input::EfficiencyAfter, [0.80, 0.90, 0.95]),
        (Input::Amount, [150e3, 200e3, 300e3]),
        (Input::FirstMonth, [4.0; 3]),
        (Input::InvestmentMonths, [3.0; 3]),
    ] {
        builder.enter(input, Estimate::range(low, likely, high).unwrap()).unwrap();
    }
    for line in 0..lines {
        let (kind, tag) = (BenefitKind::Other, Tag::Cash);
        let id = format!("b{line}");
        let at = builder.add_benefit(BenefitLine { label: id.clone(), id, kind, tag });
        let per_year = Estimate::range(1e3, 2e3, 4e3).unwrap();
        builder.enter(Input::Benefit(at, BenefitInput::PerYear), per_year).unwrap();
    }
    builder.build().unwrap()
}

fn draws(criterion: &mut Criterion) {
    let seed = case(0);
    for draws in [1_000, 10_000] {
        let name = format!("simulate, {draws} draws");
        criterion.bench_function(&name, |bench| bench.iter(|| simulate(&seed, draws)));
    }
    let mut slow = criterion.benchmark_group("simulate");
    slow.sample_size(10).measurement_time(Duration::from_secs(10));
    for draws in [100_000, 1_000_000] {
        slow.bench_function(format!("{draws} draws"), |bench| {
            bench.iter(|| simulate(&seed, draws));
        });
    }
    let many = case(200);
    slow.bench_function("10000 draws with 200 benefit lines", |bench| {
        bench.iter(|| simulate(&many, 10_000));
    });
    slow.finish();
}

fn at_once(criterion: &mut Criterion) {
    let seed = case(0);
    criterion.bench_function("tornado", |bench| bench.iter(|| tornado(&seed)));
    criterion.bench_function("grid of 7 x 7", |bench| {
        bench.iter(|| grid(&seed, Input::EfficiencyAfter, Input::Amount, 7).unwrap());
    });
}

criterion_group!(benches, draws, at_once);
criterion_main!(benches);
