//! What must be true: how much of the promise must arrive, and what is taken for granted.

use groundwork_model::{
    figure::{FigureId, HeadlineFigure, MonthFigure},
    input::Input,
    note::Reason,
    thresholds::{Scope, Threshold},
};

use super::headline::{before_what, grows};
use crate::document::{FigureSpan, Paragraph, Prose, Writer};

/// The conditions under which the case pays, a sentence or two each.
pub fn must_be_true(writer: Writer<'_>) -> Vec<Paragraph> {
    let writer = &writer;
    let mut sentences = Vec::new();
    sentences.extend(begins_too_late(writer));
    sentences.extend(gain_that_must_arrive(writer));
    sentences.extend(efficiency_that_must_be_reached(writer));
    sentences.extend(most_that_may_be_spent(writer));
    sentences.push(doing_nothing(writer));
    sentences.extend(freed_hours(writer));
    sentences.extend(upkeep(writer));
    sentences
}

/// Whether anything the work brings falls within the horizon.
fn is_within(writer: &Writer<'_>) -> bool {
    let assumptions = &writer.evaluation.assumptions;
    assumptions.investment.end() < assumptions.horizon_months
}

/// The scope that leads: the horizon, or one full year where the horizon shows nothing.
fn leading(writer: &Writer<'_>) -> Scope {
    if is_within(writer) { Scope::Horizon } else { Scope::OneYear }
}

fn begins_too_late(writer: &Writer<'_>) -> Option<Paragraph> {
    let prose = writer.prose().text("Over the ").key(FigureId::Input(Input::HorizonMonths));
    (!is_within(writer)).then(|| {
        prose.text(" looked at it cannot pay: what the work brings begins after them.").done()
    })
}

fn reason(writer: &Writer<'_>, id: FigureId) -> Option<Reason> {
    writer.evaluation.note_about(id).map(|note| note.reason)
}

/// "Over 24 months it pays even if only 36% of the gain arrives; within one full year, 56%."
fn gain_that_must_arrive(writer: &Writer<'_>) -> Option<Paragraph> {
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
            .text(if share <= 1.0 { comma } else { " it would take " })
            .key_span(year),
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
        (Some(_), _) => {
            prose.text(start).text(" it would take ").key_span(year).text(" of the gain.")
        }
        (None, Some(Reason::DearerThanCapacity)) => {
            prose.text(start).text(" it cannot pay, as the work costs a year of capacity or more.")
        }
        _ => prose,
    }
}

/// "Efficiency must reach 77%; 90% is promised."
fn efficiency_that_must_be_reached(writer: &Writer<'_>) -> Option<Paragraph> {
    let scope = leading(writer);
    let ids = [
        FigureId::Threshold(scope, Threshold::EfficiencyAfter),
        FigureId::Input(Input::EfficiencyAfter),
    ];
    let prose = writer.prose();
    let Some(needed) = writer.value(ids[0]) else {
        return no_efficiency(prose, writer, ids[0]).map(Prose::done);
    };
    let efficiency = writer.evaluation.assumptions.efficiency;
    let [needed_text, promised] = writer.shares_apart(ids);
    let is_spare = needed <= efficiency.now + 1e-9;
    let (start, rest) = match (scope, is_spare) {
        (Scope::Horizon, true) => ("It pays as long as efficiency does not fall below ", ""),
        (Scope::Horizon, false) => ("Efficiency must reach ", ""),
        (Scope::OneYear, _) => ("Efficiency must reach ", " to pay within one full year"),
    };
    let has_haircut = efficiency.confidence < 1.0 && efficiency.after > efficiency.now;
    let is_enough = efficiency.reached() >= needed - 1e-9;
    let falls_short = if is_enough { "" } else { ", which falls short" };
    let is_promise = efficiency.after > efficiency.now;
    let prose = prose
        .text(start)
        .key_span(needed_text)
        .text(rest)
        .text("; ")
        .span(promised)
        .text(if is_promise { " is promised" } else { " is expected" });
    let prose = prose.when(has_haircut, |prose| {
        prose.text(" and ").input(Input::Confidence).text(" of that gain is counted")
    });
    let growing = if grows(writer) { " Both are levels before debt grows further." } else { "" };
    Some(prose.text(falls_short).text(".").text(growing).done())
}

fn no_efficiency<'a>(prose: Prose<'a>, writer: &Writer<'_>, id: FigureId) -> Option<Prose<'a>> {
    let FigureId::Threshold(scope, _) = id else { return None };
    let whole = writer.style.percent(1.0);
    let reason = reason(writer, id)?;
    if writer.evaluation.assumptions.capacity.realised <= 0.0 {
        return Some(prose.text("No efficiency makes it pay, as none of the freed hours is used."));
    }
    match (reason, scope) {
        (Reason::AlwaysPays, _) => Some(
            prose
                .text("It pays over ")
                .input(Input::HorizonMonths)
                .text(" whatever efficiency is reached."),
        ),
        (Reason::DearerThanCapacity, _) => Some(
            prose
                .text("No efficiency makes it pay within one full year: the work takes all of it."),
        ),
        (_, Scope::Horizon) => Some(
            prose
                .text("No efficiency up to ")
                .plain(whole)
                .text(" makes it pay over ")
                .input(Input::HorizonMonths)
                .text("."),
        ),
        (_, Scope::OneYear) => Some(
            prose
                .text("No efficiency up to ")
                .plain(whole)
                .text(" makes it pay within one full year."),
        ),
    }
}

/// "At most $552k may be spent on it; $200k is planned."
fn most_that_may_be_spent(writer: &Writer<'_>) -> Option<Paragraph> {
    let scope = leading(writer);
    let most = FigureId::Threshold(scope, Threshold::LargestInvestment);
    let amount = FigureId::Input(Input::Amount);
    let prose = writer.prose();
    let Some(value) = writer.value(most) else {
        return match (reason(writer, most)?, scope) {
            // With nothing coming back at all, the first sentence has said so.
            (Reason::NeverPays, Scope::Horizon) if brings_anything(writer) => Some(
                prose
                    .text("Even at no cost the work would not pay over ")
                    .input(Input::HorizonMonths)
                    .text(".")
                    .done(),
            ),
            (Reason::AlwaysPays, Scope::Horizon) => {
                let prose = prose.text("It pays over ").input(Input::HorizonMonths);
                Some(prose.text(" whatever it costs.").done())
            }
            _ => None,
        };
    };
    let planned = writer.value(amount).unwrap_or_default();
    let [most, amount] = writer.amounts_apart([most, amount]);
    let is_more = planned > value * (1.0 + 1e-9);
    Some(
        prose
            .text("At most ")
            .key_span(most)
            .text(" may be spent on it")
            .text(if scope == Scope::OneYear { " to pay within one full year; " } else { "; " })
            .span(amount)
            .text(if is_more { " is planned, which is more." } else { " is planned." })
            .done(),
    )
}

fn brings_anything(writer: &Writer<'_>) -> bool {
    let figures = [HeadlineFigure::PointsGained, HeadlineFigure::OtherBenefitsPerYear];
    figures.into_iter().any(|figure| writer.headline(figure) > 0.0)
}

/// What is assumed to happen where nothing is done.
fn doing_nothing(writer: &Writer<'_>) -> Paragraph {
    let case = &writer.evaluation.case;
    let [accrual, interest] = [Input::AccrualPerYear, Input::InterestRate];
    let is_above_zero = |input| writer.value(FigureId::Input(input)) > Some(0.0);
    if !grows(writer) {
        let is_entered = [accrual, interest].iter().any(|input| case.entered(*input).is_some());
        return Paragraph::of_text(if is_entered {
            "Doing nothing gets no worse, by your own figures."
        } else {
            "It assumes that doing nothing gets no worse."
        });
    }
    let horizon = writer.evaluation.assumptions.horizon_months;
    let level = FigureId::Month(horizon, MonthFigure::BaselineEfficiency);
    let points = writer.value(FigureId::Input(accrual)).unwrap_or_default();
    let [now, level] = writer.shares_apart([FigureId::Input(Input::EfficiencyNow), level]);
    writer
        .prose()
        .text("Doing nothing, ")
        .when(is_above_zero(accrual), |prose| {
            let points = writer.written(FigureId::Input(accrual), writer.style.points(points));
            prose.text("efficiency falls by ").span(points).text(" a year")
        })
        .text(if is_above_zero(accrual) && is_above_zero(interest) { " and " } else { "" })
        .when(is_above_zero(interest), |prose| {
            prose.text("the loss grows by ").input(interest).text(" a year on itself")
        })
        .text(": from ")
        .span(now)
        .text(" to ")
        .key_span(level)
        .text(" after ")
        .input(Input::HorizonMonths)
        .text(".")
        .done()
}

/// How many of the freed hours must be used.
fn freed_hours(writer: &Writer<'_>) -> Option<Paragraph> {
    if writer.headline(HeadlineFigure::PointsGained) <= 0.0 {
        return None;
    }
    let realised = writer.evaluation.assumptions.capacity.realised;
    let is_entered = writer.evaluation.case.entered(Input::Realised).is_some();
    if realised <= 0.0 {
        return None;
    }
    if realised < 1.0 {
        let prose = writer.prose().text("Of the hours freed, ").input(Input::Realised);
        return Some(prose.text(" must turn into something anybody values.").done());
    }
    Some(Paragraph::of_text(if is_entered {
        "Every freed hour must turn into something anybody values."
    } else {
        "It assumes that every freed hour turns into something anybody values."
    }))
}

/// What may be needed to keep what was built.
fn upkeep(writer: &Writer<'_>) -> Option<Paragraph> {
    let share = Input::UpkeepShare;
    if writer.value(FigureId::Input(share)) > Some(0.0) {
        let pays = writer.evaluation.returns.npv >= 0.0;
        let start = if pays { "Upkeep must stay within " } else { "Upkeep is counted at " };
        return Some(writer.prose().text(start).input(share).text(" of capacity.").done());
    }
    let is_assumed = writer.evaluation.case.entered(share).is_none();
    is_assumed.then(|| Paragraph::of_text("It assumes that what is built needs no upkeep."))
}
