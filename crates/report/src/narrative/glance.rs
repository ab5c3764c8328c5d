//! The answer in a few words, for where there is no room for a sentence.

use groundwork_model::figure::{FigureId, HeadlineFigure, ReturnFigure};

use super::uncertain::verdict::has_ranges;
use crate::{
    document::{FigureSpan, Paragraph, Writer, month_reached},
    wording::month_short,
};

/// What the work brings a year, when it is paid back, and what it is worth in all; beside ranges marked
/// as the likely figures.
pub fn glance(writer: Writer<'_>) -> Vec<Paragraph> {
    let gain = FigureId::Headline(HeadlineFigure::GainPerYear);
    let npv = FigureId::Return(ReturnFigure::Npv);
    let begun = if has_ranges(&writer) { "Likely: " } else { "" };
    vec![
        writer.prose().text(begun).key(gain).text(" a year").done(),
        payback(writer),
        writer.prose().text("NPV ").key(npv).done(),
    ]
}

fn payback(writer: Writer<'_>) -> Paragraph {
    let id = FigureId::Return(ReturnFigure::PaybackMonths);
    let Some(months) = writer.value(id) else {
        return Paragraph::of_text("not paid back");
    };
    if months <= 0.0 {
        return Paragraph::of_text("never in the red");
    }
    let number = month_reached(months);
    let text = match writer.month_of_case(number) {
        Some(month) => month_short(month),
        None => format!("month {}", writer.style.number(f64::from(number), 0)),
    };
    let when = FigureSpan { text, ..writer.rounded(id) };
    writer.prose().text("back ").key_span(when).done()
}
