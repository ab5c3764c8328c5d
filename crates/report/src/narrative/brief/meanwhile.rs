//! What is not built meanwhile: the product the work displaces, and when that is made up.

use groundwork_model::{
    calendar::CalendarYear,
    figure::{CalendarFigure, FigureId, MonthFigure},
    input::Input,
    investment::PaidFrom,
    timeline::Month,
};

use super::{Section, of_paragraph};
use crate::document::{Prose, Writer};

pub(super) fn meanwhile(writer: &Writer<'_>) -> Section {
    let months = writer.evaluation.timeline.months();
    let is_displacing = months.iter().any(|month| month.displaced > 0.0);
    let prose = writer.prose();
    let prose = if is_displacing {
        displaced(prose, writer)
    } else if writer.evaluation.case.paid_from() == PaidFrom::Money {
        prose.text("The work is bought, so it displaces no product.")
    } else {
        prose.text("The work displaces no product within these figures.")
    };
    of_paragraph("What is not built meanwhile", dip(prose, writer).done())
}

/// Years that are said one by one.
const MOST_YEARS: usize = 2;

/// "The work displaces $140k of product in 2026, made up by the end of November 2026; in product
/// alone, the year delivers $60k more than carrying on."
fn displaced<'a>(prose: Prose<'a>, writer: &Writer<'_>) -> Prose<'a> {
    let years = writer.evaluation.calendar_years.iter();
    let years: Vec<&CalendarYear> = years.filter(|year| year.displaced > 0.0).collect();
    let Some(first) = years.first() else {
        return made_up(lowest(prose, writer), writer).text(".");
    };
    let has_upkeep = years.iter().any(|year| year.upkeep > 0.0);
    let mut prose = prose.text(if has_upkeep {
        "The work and its upkeep displace "
    } else {
        "The work displaces "
    });
    for (position, year) in years.iter().take(MOST_YEARS).enumerate() {
        prose = prose
            .text(if position > 0 { " and " } else { "" })
            .key(FigureId::Displaced(year.year))
            .text(if position > 0 { " in " } else { " of product in " })
            .plain(year.year.to_string());
    }
    let prose = prose.text(if years.len() > MOST_YEARS { ", and more after that" } else { "" });
    let delivered = FigureId::CalendarYear(first.year, CalendarFigure::DeliveredDifference);
    let is_more = first.delivered_difference >= 0.0;
    made_up(prose, writer)
        .when(years.len() == 1 && first.gain.abs() > 0.0, |prose| {
            prose
                .text("; in product alone, the year delivers ")
                .key_span(writer.size(delivered))
                .text(if is_more { " more than carrying on" } else { " less than carrying on" })
        })
        .text(".")
}

/// "At its lowest, at the end of month 6, the product is $140k behind carrying on".
fn lowest<'a>(prose: Prose<'a>, writer: &Writer<'_>) -> Prose<'a> {
    let months = writer.evaluation.timeline.months();
    let total = |month: &&Month| month.cumulative_delivered_difference;
    let lowest = months.iter().min_by(|a, b| total(a).total_cmp(&total(b)));
    let Some(lowest) = lowest.filter(|month| is_behind(writer, month)) else {
        return prose.text("What the work displaces is made up at once");
    };
    let id = FigureId::Month(lowest.month, MonthFigure::CumulativeDeliveredDifference);
    prose
        .text("At its lowest, at the end of ")
        .span(writer.month_written(id, lowest.month, true))
        .text(", the product is ")
        .key_span(writer.size(id))
        .text(" behind carrying on")
}

/// Whether less was delivered so far than by carrying on.
fn is_behind(writer: &Writer<'_>, month: &Month) -> bool {
    let size = writer.evaluation.headline.capacity_per_year;
    month.cumulative_delivered_difference < -1e-9 * size
}

/// ", made up by the end of November 2026", or how much is still missing at the horizon.
fn made_up<'a>(prose: Prose<'a>, writer: &Writer<'_>) -> Prose<'a> {
    let months = writer.evaluation.timeline.months();
    let Some(last) = months.iter().rposition(|month| is_behind(writer, month)) else {
        return prose;
    };
    let id = |month| FigureId::Month(month, MonthFigure::CumulativeDeliveredDifference);
    let all_used = writer.evaluation.assumptions.capacity.realised >= 1.0;
    let prose = match months.get(last + 1) {
        Some(month) => prose.text(", made up by the end of ").key_span(writer.month_written(
            id(month.month),
            month.month,
            true,
        )),
        None => prose
            .text("; after ")
            .input(Input::HorizonMonths)
            .text(", ")
            .key_span(writer.size(id(writer.evaluation.assumptions.horizon_months)))
            .text(" of product is still missing"),
    };
    prose.text(if all_used { "" } else { " if every freed hour is used" })
}

/// What the work costs those who keep to the product.
fn dip<'a>(prose: Prose<'a>, writer: &Writer<'_>) -> Prose<'a> {
    let investment = writer.evaluation.assumptions.investment;
    let points = writer.written(FigureId::Input(Input::Dip), writer.style.points(investment.dip));
    prose.when(investment.dip > 0.0, |prose| {
        prose
            .text(" During the work, efficiency is ")
            .span(points)
            .text(" lower")
            .when(investment.dip_months_after > 0, |prose| {
                prose.text(", and recovers over ").input(Input::DipMonthsAfter)
            })
            .text(".")
    })
}
