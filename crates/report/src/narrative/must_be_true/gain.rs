//! How much of the gain must arrive.

use groundwork_model::{
    figure::{FigureId, HeadlineFigure},
    input::Input,
    note::Reason,
    thresholds::{Scope, Threshold},
};

use super::{is_within, reason};
use crate::{
    document::{FigureSpan, Paragraph, Prose, Writer},
    narrative::headline::before_what,
};

/// "Over 24 months it pays even if only 36% of the gain arrives; within one full year, 56%."
pub(super) fn gain_that_must_arrive(writer: &Writer<'_>) -> Option<Paragraph> {
    if writer.headline(HeadlineFigure::PointsGained) <= 0.0 {
        return Some(without_gain(writer));
    }
    let [over, year] = Scope::ALL.map(|scope| FigureId::Threshold(scope, Threshold::GainShare));
    let values = [over, year].map(|id| writer.value(id));
    // Neither reads as nothing or as all of it unless it is.
    let shares = [values[0].unwrap_or(1.0), values[1].unwrap_or(1.0), 0.0, 1.0];
    let mut texts = writer.style.percent_group(&shares).into_iter();
    let [over, year] = [over, year].map(|id| writer.written(id, texts.next().unwrap_or_default()));
    let over_reason = reason(writer, over.id);
    let has_haircut = writer.evaluation.assumptions.efficiency.confidence < 1.0;
    let gain = if has_haircut { "the gain that is counted" } else { "the gain" };

    let prose = writer.prose();
    let prose = match (values[0], over_reason) {
        (Some(share), _) if (share - 1.0).abs() <= 1e-9 => {
            let prose = period(prose, writer).text("it pays only if all of ").text(gain);
            within_a_year_too(prose.text(" arrives"), writer, year, values[1])
        }
        (Some(share), _) if share < 1.0 => {
            let prose = period(prose, writer).text("it pays even if only ").key_span(over);
            let prose = prose.text(" of ").text(gain).text(" arrives");
            within_a_year_too(prose, writer, year, values[1])
        }
        (Some(_), _) => {
            let prose = period(prose, writer).text("it does not pay: ").key_span(over);
            let prose = prose.text(" of ").text(gain).text(" would have to arrive. ");
            within_a_year(prose, writer, year, values[1])
        }
        (None, Some(Reason::AlwaysPays)) => {
            let prose = period(prose, writer).text("it pays even if none of the gain arrives");
            within_a_year_too(prose, writer, year, values[1])
        }
        _ => within_a_year(prose, writer, year, values[1]),
    };
    Some(prose.done()).filter(|paragraph| !paragraph.0.is_empty())
}

/// What is left to be said where efficiency does not rise.
fn without_gain(writer: &Writer<'_>) -> Paragraph {
    let has_others = writer.headline(HeadlineFigure::OtherBenefitsPerYear) > 0.0;
    let falls = writer.headline(HeadlineFigure::PointsGained) < 0.0;
    let start = if falls { "Efficiency falls" } else { "No gain of efficiency is counted" };
    let prose = writer.prose().text(start);
    if !is_within(writer) {
        return prose.text(".").done();
    }
    if !has_others {
        return prose.text(", so nothing comes back that could pay for it.").done();
    }
    let pays = writer.evaluation.returns.npv >= 0.0;
    prose
        .text("; over ")
        .input(Input::HorizonMonths)
        .text(if pays {
            " the other benefits pay for it alone."
        } else {
            " the other benefits do not pay for it."
        })
        .done()
}

/// "Over 24 months ", with the rate where discounting turns the answer.
fn period<'a>(prose: Prose<'a>, writer: &Writer<'_>) -> Prose<'a> {
    let returns = &writer.evaluation.returns;
    let is_turned = returns.payback_months.is_some() != (returns.npv >= 0.0);
    prose
        .text("Over ")
        .input(Input::HorizonMonths)
        .when(is_turned, |prose| {
            prose.text(", discounted at ").input(Input::DiscountRate).text(" a year,")
        })
        .text(" ")
}

/// What is left out of the year: "", or such as ", by efficiency alone, before upkeep,".
fn alone(writer: &Writer<'_>) -> String {
    let has_others = !writer.evaluation.assumptions.benefits.is_empty();
    let mut text = String::from(if has_others { ", by efficiency alone" } else { "" });
    let before = before_what(writer);
    if !before.is_empty() {
        text = [&text, ",", before].concat();
    }
    if text.is_empty() { text } else { text + "," }
}

/// What is said of a year that would take more than all of the gain.
const DOES_NOT_PAY: &str = " it does not pay: it would take ";

/// Ends a sentence that says it pays over the horizon.
fn within_a_year_too<'a>(
    prose: Prose<'a>,
    writer: &Writer<'_>,
    year: FigureSpan,
    value: Option<f64>,
) -> Prose<'a> {
    let alone = alone(writer);
    let comma = if alone.is_empty() { ", " } else { " " };
    let prose = match (value, reason(writer, year.id)) {
        (Some(share), _) if share <= 0.0 => prose,
        (Some(share), _) => prose
            .text("; within one full year")
            .text(alone)
            .text(if share <= 1.0 { comma } else { DOES_NOT_PAY })
            .key_span(year)
            .text(if share <= 1.0 { "" } else { " of the gain" }),
        (None, Some(Reason::DearerThanCapacity)) => prose
            .text("; within one full year it cannot, as the work costs a year of capacity or more"),
        _ => prose,
    };
    prose.text(".")
}

/// A sentence of its own about one full year.
fn within_a_year<'a>(
    prose: Prose<'a>,
    writer: &Writer<'_>,
    year: FigureSpan,
    value: Option<f64>,
) -> Prose<'a> {
    let start = ["Within one full year", &alone(writer)].concat();
    match (value, reason(writer, year.id)) {
        (Some(share), _) if share <= 1.0 => prose
            .text(start)
            .text(" it pays even if only ")
            .key_span(year)
            .text(" of the gain arrives."),
        (Some(_), _) => prose.text(start).text(DOES_NOT_PAY).key_span(year).text(" of the gain."),
        (None, Some(Reason::DearerThanCapacity)) => {
            prose.text(start).text(" it cannot pay, as the work costs a year of capacity or more.")
        }
        _ => prose,
    }
}
