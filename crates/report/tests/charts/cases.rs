//! Cases to draw.

use groundwork_model::{
    case::CaseBuilder,
    estimate::Estimate,
    evaluation::{Evaluation, evaluate},
    input::Input,
};
use groundwork_report::{
    charts::{Chart, ChartKind, Outline, Shape, chart},
    document::Writer,
    wording::NumberStyle,
};

/// The seed case with some numbers changed.
pub(crate) fn seed_with(changes: &[(Input, f64)]) -> Evaluation {
    let mut builder = seed_builder(changes);
    builder.start("2026-01".parse().unwrap());
    evaluate(&builder.build().unwrap())
}

/// The same without a first month.
pub(crate) fn without_start(changes: &[(Input, f64)]) -> Evaluation {
    evaluate(&seed_builder(changes).build().unwrap())
}

fn seed_builder(changes: &[(Input, f64)]) -> CaseBuilder {
    let mut builder = CaseBuilder::new();
    let seed = [
        (Input::AnnualCost, 2e6),
        (Input::EfficiencyNow, 0.7),
        (Input::EfficiencyAfter, 0.9),
        (Input::Amount, 200e3),
        (Input::FirstMonth, 4.0),
        (Input::InvestmentMonths, 3.0),
    ];
    for (input, value) in seed.iter().chain(changes) {
        builder.enter(*input, Estimate::exact(*value).unwrap()).unwrap();
    }
    builder
}

/// A chart in American English.
pub(crate) fn drawn(evaluation: &Evaluation, kind: ChartKind, width: f64) -> Chart {
    let style = NumberStyle::default();
    chart(Writer { evaluation, style: &style }, kind, width)
}

/// Every text in a chart.
pub(crate) fn texts(chart: &Chart) -> Vec<&str> {
    fn text(shape: &Shape) -> Option<&str> {
        match &shape.outline {
            Outline::Text { text, .. } => Some(text.as_str()),
            _ => None,
        }
    }
    chart.scene.shapes.iter().filter_map(text).collect()
}
