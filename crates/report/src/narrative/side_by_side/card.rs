//! The few figures of one case that stand beside those of the others.

use groundwork_model::{
    figure::{FigureId, ReturnFigure},
    simulation::is_uncertain,
};

use super::HORIZON;
use crate::{
    document::{FigureSpan, KeyFigure, Paragraph, Writer, month_reached},
    wording::month_short,
};

/// Worth, payback, return and deepest point of the case at that place, each with its period.
pub fn card(writer: Writer<'_>, case: u8) -> Vec<KeyFigure> {
    let over = |words: &str| {
        writer.prose().text(words).text(", ").span(writer.rounded(HORIZON)).done().of_case(case)
    };
    let returned = |figure| writer.rounded(FigureId::Return(figure)).of_case(case);
    let fact = |label, figure| KeyFigure { label, figure, unit: "" };
    // Cases are held against each other by the likely value of every range.
    let [worth, paid, earned, deepest] = if is_uncertain(&writer.evaluation.case) {
        ["Likely net present value", "Likely paid back", "Likely return", "Likely deepest point"]
    } else {
        ["Net present value", "Paid back", "Return", "Deepest point"]
    };
    vec![
        fact(over(worth), returned(ReturnFigure::Npv)),
        fact(Paragraph::of_text(paid), paid_back(writer).of_case(case)),
        fact(over(earned), returned(ReturnFigure::RoiDiscounted)),
        fact(Paragraph::of_text(deepest), returned(ReturnFigure::DeepestPoint)),
    ]
}

/// "end of Dec 2026", "never in the red", "not within 24 months".
fn paid_back(writer: Writer<'_>) -> FigureSpan {
    let id = FigureId::Return(ReturnFigure::PaybackMonths);
    let text = match writer.value(id) {
        Some(months) if months > 0.0 => {
            let number = month_reached(months);
            let month = writer.month_of_case(number);
            let month = month.map_or_else(|| writer.month_in_words(number), month_short);
            ["end of ", &month].concat()
        }
        Some(_) => "never in the red".to_owned(),
        None => ["not within ", &writer.rounded(HORIZON).text].concat(),
    };
    FigureSpan { text, ..writer.rounded(id) }
}
