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
        made_up(displaced(prose, writer), writer)
    } else if writer.evaluation.case.paid_from() == PaidFrom::Money {
        prose.text("The work is bought, so it displaces no product.")
    } else {
        prose.text("Within these months the work displaces no product.")
    };
    of_paragraph("What is not built meanwhile", dip(prose, writer).done())
}

/// Years of work that are said one by one.
const MOST_YEARS: usize = 2;

fn displaced<'a>(prose: Prose<'a>, writer: &Writer<'_>) -> Prose<'a> {
    let years: Vec<&CalendarYear> =
        writer.evaluation.calendar_years.iter().filter(|year| year.spend > 0.0).collect();
    if years.is_empty() || years.len() > MOST_YEARS {
        return lowest(prose, writer);
    }
    let mut prose = prose;
    for (position, year) in years.iter().enumerate() {
        let (displaced, delivered) = (
            FigureId::Displaced(year.year),
            FigureId::CalendarYear(year.year, CalendarFigure::DeliveredDifference),
        );
        let what = if year.upkeep > 0.0 {
            " the work and its upkeep displace "
        } else {
            " the work displaces "
        };
        let more = if year.delivered_difference < 0.0 {
            " less than carrying on."
        } else {
            " more than carrying on."
        };
        prose = prose
            .text(if position == 0 { "In " } else { " In " })
            .plain(year.year.to_string())
            .text(what)
            .key(displaced)
            .text(" of product; in all, the year delivers ")
            .key_span(writer.size(delivered))
            .text(more);
    }
    prose
}

/// "At its lowest, at the end of month 6, the product is $140k behind carrying on."
fn lowest<'a>(prose: Prose<'a>, writer: &Writer<'_>) -> Prose<'a> {
    let months = writer.evaluation.timeline.months();
    let total = |month: &&Month| month.cumulative_delivered_difference;
    let lowest = months.iter().min_by(|a, b| total(a).total_cmp(&total(b)));
    let Some(lowest) = lowest.filter(|month| is_behind(writer, month)) else {
        return prose.text("What the work displaces is made up within the same month.");
    };
    let id = FigureId::Month(lowest.month, MonthFigure::CumulativeDeliveredDifference);
    prose
        .text("At its lowest, at the end of ")
        .span(writer.month_written(id, lowest.month, true))
        .text(", the product is ")
        .key_span(writer.size(id))
        .text(" behind carrying on.")
}

/// Whether less was delivered so far than by carrying on.
fn is_behind(writer: &Writer<'_>, month: &Month) -> bool {
    let size = writer.evaluation.headline.capacity_per_year;
    month.cumulative_delivered_difference < -1e-9 * size
}

fn made_up<'a>(prose: Prose<'a>, writer: &Writer<'_>) -> Prose<'a> {
    let months = writer.evaluation.timeline.months();
    let Some(last) = months.iter().rposition(|month| is_behind(writer, month)) else {
        return prose;
    };
    let id = |month| FigureId::Month(month, MonthFigure::CumulativeDeliveredDifference);
    let realised = writer.evaluation.assumptions.capacity.realised < 1.0;
    let prose = match months.get(last + 1) {
        Some(month) => prose
            .text(" What was not built is made up by the end of ")
            .key_span(writer.month_written(id(month.month), month.month, true)),
        None => prose
            .text(" That is not made up within ")
            .input(Input::HorizonMonths)
            .text(": ")
            .key_span(writer.size(id(writer.evaluation.assumptions.horizon_months)))
            .text(" of product is still missing"),
    };
    prose.text(if realised { ", if every freed hour is used." } else { "." })
}

/// What the work costs those who keep to the product.
fn dip<'a>(prose: Prose<'a>, writer: &Writer<'_>) -> Prose<'a> {
    let investment = writer.evaluation.assumptions.investment;
    let points = writer.written(FigureId::Input(Input::Dip), writer.style.points(investment.dip));
    prose.when(investment.dip > 0.0, |prose| {
        prose
            .text(" While it goes on, efficiency is ")
            .span(points)
            .text(" lower")
            .when(investment.dip_months_after > 0, |prose| {
                prose.text(", and recovers over ").input(Input::DipMonthsAfter)
            })
            .text(".")
    })
}
