//! What must be true: how much of the promise must arrive, and what is taken for granted.

mod assumed;
mod gain;

use groundwork_model::{
    figure::{FigureId, HeadlineFigure, MonthFigure},
    input::Input,
    note::Reason,
    thresholds::{Scope, Threshold},
};

pub(super) use self::assumed::{doing_nothing, freed_hours};
use self::{assumed::upkeep, gain::gain_that_must_arrive};
use super::headline::grows;
use crate::document::{Paragraph, Prose, Writer};

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

/// Those that say what would have to be so: where the work does not pay over the horizon, not how
/// little of the gain would do within a year.
pub(super) fn leading_thresholds(writer: &Writer<'_>) -> Vec<Paragraph> {
    let pays = writer.evaluation.returns.npv >= 0.0;
    let has_gain = writer.headline(HeadlineFigure::PointsGained) > 0.0;
    let mut sentences = Vec::new();
    sentences.extend(begins_too_late(writer));
    if pays || !has_gain {
        sentences.extend(gain_that_must_arrive(writer));
    }
    sentences.extend(efficiency_that_must_be_reached(writer));
    sentences.extend(most_that_may_be_spent(writer));
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
    (!is_within(writer))
        .then(|| prose.text(" looked at it cannot pay: what the work brings begins later.").done())
}

fn reason(writer: &Writer<'_>, id: FigureId) -> Option<Reason> {
    writer.evaluation.note_about(id).map(|note| note.reason)
}

/// "Efficiency must reach 77%; 90% is promised."
fn efficiency_that_must_be_reached(writer: &Writer<'_>) -> Option<Paragraph> {
    let scope = leading(writer);
    let id = FigureId::Threshold(scope, Threshold::EfficiencyAfter);
    let prose = writer.prose();
    let Some(needed) = writer.value(id) else {
        return no_efficiency(prose, writer, id).map(Prose::done);
    };
    let efficiency = writer.evaluation.assumptions.efficiency;
    let is_spare = needed <= efficiency.now + 1e-9;
    let (start, rest) = match (scope, is_spare) {
        (Scope::Horizon, true) => ("It pays as long as efficiency does not fall below ", ""),
        (Scope::Horizon, false) => ("Efficiency must reach ", ""),
        (Scope::OneYear, _) => ("Efficiency must reach ", " to pay within one full year"),
    };
    let promise = FigureId::Input(Input::EfficiencyAfter);
    let is_enough = efficiency.reached() >= needed - 1e-9;
    let prose = if efficiency.confidence < 1.0 && efficiency.after > efficiency.now {
        counted_in_part(prose, writer, [start, rest], [id, promise], is_enough)
    } else {
        // "Efficiency must reach 70%" says nothing where it is 70% today.
        let [needed, promised, _] =
            writer.shares_apart([id, promise, FigureId::Input(Input::EfficiencyNow)]);
        let is_promise = efficiency.after > efficiency.now;
        prose
            .text(start)
            .key_span(needed)
            .text(rest)
            .text("; ")
            .span(promised)
            .text(if is_promise { " is promised" } else { " is expected" })
            .text(if is_enough { "" } else { ", which falls short" })
    };
    let growing = if grows(writer) { " Both are levels before debt grows further." } else { "" };
    Some(prose.text(".").text(growing).done())
}

/// "Efficiency must reach 64%. 65% is promised, but only 50% of that gain is counted, which gives 60%".
fn counted_in_part<'a>(
    prose: Prose<'a>,
    writer: &Writer<'_>,
    [start, rest]: [&'static str; 2],
    [needed, promise]: [FigureId; 2],
    is_enough: bool,
) -> Prose<'a> {
    let assumptions = &writer.evaluation.assumptions;
    let level = FigureId::Month(assumptions.horizon_months, MonthFigure::InvestedEfficiency);
    let counted = assumptions.efficiency.reached();
    // Growth, a ramp-up or a dip may leave the last month at another level than the one counted.
    let is_reached = writer.value(level).is_some_and(|level| (level - counted).abs() <= 1e-9);
    let [needed, promised, reached] = if is_reached {
        writer.shares_apart([needed, promise, level])
    } else {
        let [needed, promised] = writer.shares_apart([needed, promise]);
        [needed, promised, writer.rounded(level)]
    };
    let prose = prose
        .text(start)
        .key_span(needed)
        .text(rest)
        .text(". ")
        .span(promised)
        .text(if is_enough { " is promised, and " } else { " is promised, but only " })
        .input(Input::Confidence)
        .text(" of that gain is counted, which ");
    match (is_reached, is_enough) {
        (true, _) => prose.text("gives ").span(reached),
        (false, true) => prose.text("is enough"),
        (false, false) => prose.text("is not enough"),
    }
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
