//! How long the seed case takes: read, evaluated, said.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    reason = "the macros of criterion; a bench stops at what it did not expect"
)]

use criterion::{Criterion, criterion_group, criterion_main};
use groundwork_cases::case_file::CaseFile;
use groundwork_model::{
    evaluation::evaluate,
    input::Input,
    solve::{Target, solve},
};
use groundwork_report::{
    document::Writer, formats::results::results, narrative::headline::headline,
    wording::NumberStyle,
};

const SEED: &str = include_str!("../tests/cases/seed.json");

fn seed_case(criterion: &mut Criterion) {
    let case = CaseFile::decode(SEED).unwrap().to_case().unwrap();
    let evaluation = evaluate(&case);
    let style = NumberStyle::default();
    criterion.bench_function("evaluate", |bench| bench.iter(|| evaluate(&case)));
    criterion.bench_function("read a case file", |bench| {
        bench.iter(|| CaseFile::decode(SEED).unwrap().to_case().unwrap());
    });
    criterion.bench_function("headline", |bench| {
        bench.iter(|| headline(Writer { evaluation: &evaluation, style: &style }));
    });
    criterion.bench_function("results as JSON text", |bench| {
        bench.iter(|| results(&evaluation, &[], &style).to_string());
    });
    criterion.bench_function("solve for the investment", |bench| {
        bench.iter(|| solve(&case, Input::Amount, Target::Npv(0.0)));
    });
}

criterion_group!(benches, seed_case);
criterion_main!(benches);
