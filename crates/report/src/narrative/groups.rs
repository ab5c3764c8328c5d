//! What a group of fields says, in a few words beside its title.

use groundwork_model::{
    calendar::YearMonth,
    figure::{FigureId, HeadlineFigure},
    input::{CostInput, Input},
};

use super::headline::grows;
use crate::{
    document::{FigureSpan, Paragraph, Prose, Writer},
    wording::month_short,
};

/// When the work happens: "Apr to Jun 2026, no ramp-up".
pub fn timing(writer: Writer<'_>) -> Paragraph {
    let writer = &writer;
    let investment = writer.evaluation.assumptions.investment;
    let (first, last) = (investment.first_month, investment.end());
    let year = |number| writer.month_of_case(number).map(YearMonth::year);
    let is_one_year = year(first) == year(last);
    let prose = writer.prose();
    let prose =
        if first == last {
            prose.span(short(writer, Input::FirstMonth, first, true))
        } else {
            prose
                .span(short(writer, Input::FirstMonth, first, !is_one_year))
                .text(" to ")
                .span(short(writer, Input::InvestmentMonths, last, true))
        };
    let prose = if investment.ramp_up_months > 0 {
        prose.text(", ").input(Input::RampUpMonths).text(" of ramp-up")
    } else {
        prose.text(", no ramp-up")
    };
    prose.when(investment.dip > 0.0, |prose| prose.text(", ").input(Input::Dip).text(" dip")).done()
}

/// How it declines if nothing is done: "no worse".
pub fn if_nothing(writer: Writer<'_>) -> Paragraph {
    let writer = &writer;
    if !grows(writer) {
        return Paragraph::of_text("no worse");
    }
    let efficiency = writer.evaluation.assumptions.efficiency;
    let (accrual, interest) = (efficiency.accrual_per_year, efficiency.interest_rate);
    let points = writer.style.points(accrual);
    writer
        .prose()
        .when(accrual > 0.0, |prose| {
            let points = writer.written(FigureId::Input(Input::AccrualPerYear), points);
            prose.span(points).text(" lost a year")
        })
        .text(if accrual > 0.0 && interest > 0.0 { ", " } else { "" })
        .when(interest > 0.0, |prose| {
            prose.text("loss grows ").input(Input::InterestRate).text(" a year")
        })
        .done()
}

/// What it costs beside the investment: "2 lines, $120k a year", "none yet".
pub fn costs(writer: Writer<'_>) -> Paragraph {
    let writer = &writer;
    let assumptions = &writer.evaluation.assumptions;
    let upkeep = assumptions.investment.upkeep_share > 0.0;
    if assumptions.costs.is_empty() && !upkeep {
        return Paragraph::of_text("none yet");
    }
    let per_year = assumptions.costs_per_year();
    let once: f64 = assumptions.costs.iter().map(|cost| cost.once).sum();
    let has_lines = !assumptions.costs.is_empty();
    writer
        .prose()
        .when(has_lines, |prose| lines(prose, writer, assumptions.costs.len()))
        .when(per_year > 0.0, |prose| {
            amount(prose.text(", "), writer, CostInput::PerYear, per_year).text(" a year")
        })
        .when(once > 0.0, |prose| {
            amount(prose.text(", "), writer, CostInput::Once, once).text(" once")
        })
        .text(if has_lines && upkeep { ", " } else { "" })
        .when(upkeep, |prose| prose.input(Input::UpkeepShare).text(" upkeep"))
        .done()
}

/// What it brings beside efficiency: "1 line, $72k a year", "none yet".
pub fn benefits(writer: Writer<'_>) -> Paragraph {
    let writer = &writer;
    let count = writer.evaluation.assumptions.benefits.len();
    if count == 0 {
        return Paragraph::of_text("none yet");
    }
    let per_year = FigureId::Headline(HeadlineFigure::OtherBenefitsPerYear);
    lines(writer.prose(), writer, count).text(", ").figure(per_year).text(" a year").done()
}

/// How it is looked at: "24 months, 10%".
pub fn finance(writer: Writer<'_>) -> Paragraph {
    writer.prose().input(Input::HorizonMonths).text(", ").input(Input::DiscountRate).done()
}

fn lines<'a>(prose: Prose<'a>, writer: &Writer<'_>, count: usize) -> Prose<'a> {
    let count = f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    prose.plain(writer.style.counted(count, "line", "lines"))
}

/// A sum over cost lines; with a single line it is that line's own figure.
fn amount<'a>(prose: Prose<'a>, writer: &Writer<'_>, input: CostInput, sum: f64) -> Prose<'a> {
    if writer.evaluation.assumptions.costs.len() == 1 {
        return prose.input(Input::Cost(0, input));
    }
    prose.plain(writer.style.short_money(sum))
}

fn short(writer: &Writer<'_>, input: Input, number: u32, with_year: bool) -> FigureSpan {
    let text = match writer.month_of_case(number) {
        Some(month) if with_year => month_short(month),
        Some(month) => month_short(month).chars().take(3).collect(),
        None => format!("month {}", writer.style.number(f64::from(number), 0)),
    };
    writer.written(FigureId::Input(input), text)
}
