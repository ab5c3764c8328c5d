//! Cases to draw.

use groundwork_model::{
    evaluation::{Evaluation, evaluate},
    input::Input,
};
use groundwork_report::{
    charts::{Chart, ChartKind, Outline, Shape, chart},
    document::Writer,
    wording::NumberStyle,
};

use crate::seed;

/// The seed case with some numbers changed.
pub(crate) fn seed_with(changes: &[(Input, f64)]) -> Evaluation {
    evaluate(&seed::seed_with(changes).build().unwrap())
}

/// The same without a first month.
pub(crate) fn without_start(changes: &[(Input, f64)]) -> Evaluation {
    evaluate(&seed::seed_without_start(changes).build().unwrap())
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
