//! What it returns and when: the run rate, the payback, the present value and the calendar years.

use std::borrow::Cow;

use groundwork_model::{
    calendar::CalendarYear,
    figure::{CalendarFigure, FigureId, HeadlineFigure, MonthFigure, OutsideFigure, ReturnFigure},
    input::Input,
};

use super::{Room, Section, how_sure, named};
use crate::{
    charts::ChartKind,
    document::{Block, Paragraph, Prose, Row, Table, Writer, labels},
    narrative::{
        headline::{
            Verdict, before_what, gets_worse, grows, no_gain, out_of_horizon, still_missing,
            verdict,
        },
        uncertain::lead::middle,
        when::years::{Stretch, stretches},
    },
};

pub(super) fn returns(writer: &Writer<'_>, room: Room) -> Section {
    let verdict = verdict(writer);
    let is_within = !matches!(verdict, Verdict::OutOfHorizon { .. });
    let mut blocks = vec![Block::Paragraph(first(writer, &verdict, room))];
    if is_within {
        blocks.push(Block::Paragraph(present_value(writer, &verdict, room)));
    }
    let mut table = table(writer);
    let last = table.rows.len().saturating_sub(1);
    let is_cut = table.rows.len() > room.most_rows();
    if is_cut {
        table.rows.drain(room.most_rows() - 1..last);
    }
    blocks.push(Block::Table(table));
    if is_cut {
        let prose = writer.prose().text("Years in between are left out");
        let is_by_year = !writer.evaluation.calendar_years.is_empty();
        let total = writer.difference(FigureId::Return(ReturnFigure::TotalNet));
        let prose =
            prose.when(is_by_year, |prose| prose.text("; all together the net is ").span(total));
        blocks.push(Block::Paragraph(prose.text(".").done()));
    }
    Section {
        heading: "What it returns and when",
        blocks,
        chart: is_within.then_some(ChartKind::CumulativeNet),
    }
}

impl Room {
    /// Benefit lines that are named.
    fn most_benefits(self) -> usize {
        match self {
            Self::Enough => 6,
            Self::Little | Self::Least => 2,
            Self::Bare | Self::TooLittle => 1,
        }
    }

    /// Rows of the table, at least two.
    fn most_rows(self) -> usize {
        if self == Self::Enough { 6 } else { 3 }
    }
}

fn first(writer: &Writer<'_>, verdict: &Verdict, room: Room) -> Paragraph {
    let leads_with_draws = how_sure::is_due(writer);
    let prose = writer.prose();
    let prose = prose.when(leads_with_draws, |prose| middle(prose).text(" "));
    match verdict {
        Verdict::OutOfHorizon { part } => {
            let after = writer.value(FigureId::Outside(OutsideFigure::ShareAfterHorizon));
            let is_part = after > Some(0.0) && after < Some(1.0);
            out_of_horizon(prose, *part).when(is_part, |prose| {
                prose
                    .text(" Of it, ")
                    .key(FigureId::Outside(OutsideFigure::AmountAfterHorizon))
                    .text(", ")
                    .figure(FigureId::Outside(OutsideFigure::ShareAfterHorizon))
                    .text(", is spent later.")
            })
        }
        Verdict::NoGain => no_gain(prose, writer),
        Verdict::GetsWorse => gets_worse(prose, writer),
        Verdict::NotPaidBack => {
            let prose = run_rate(prose, writer, room).text(" ");
            still_missing(prose, writer)
        }
        Verdict::PaidBack => paid_back(run_rate(prose, writer, room).text(" "), writer),
    }
    .done()
}

/// "At the run rate it frees $400k of capacity a year, from July 2026 on."
fn run_rate<'a>(prose: Prose<'a>, writer: &Writer<'_>, room: Room) -> Prose<'a> {
    let assumptions = &writer.evaluation.assumptions;
    let investment = assumptions.investment;
    let gain = writer.headline(HeadlineFigure::GainPerYear);
    let gain_id = FigureId::Headline(HeadlineFigure::GainPerYear);
    let others_id = FigureId::Headline(HeadlineFigure::OtherBenefitsPerYear);
    let others = writer.headline(HeadlineFigure::OtherBenefitsPerYear);
    let longest_lag = assumptions.benefits.iter().map(|line| line.lag_months).fold(0, u32::max);
    let is_gradual = investment.ramp_up_months > 1 || longest_lag > 0;
    let arrives_in = investment.end() + longest_lag + investment.months_of_arrival();
    let before = before_what(writer);
    let prose = prose
        .text("At the run rate it ")
        .when(gain > 0.0, |prose| {
            let prose = prose.text("frees ").key(gain_id).text(" of capacity a year");
            prose.text(if grows(writer) { " at today's level of debt" } else { "" })
        })
        .text(if gain > 0.0 && others > 0.0 { " and " } else { "" })
        .text(if others > 0.0 { "brings " } else { "" })
        .text(if others < 0.0 { ", less " } else { "" })
        .when(others.abs() > 0.0, |prose| {
            let what = if others > 0.0 {
                " a year of other benefits ("
            } else {
                " a year of other losses ("
            };
            let prose = prose.key_span(writer.size(others_id)).text(what);
            named(prose, writer, &names_of_benefits(writer), room.most_benefits()).text(")")
        })
        .when(gain < 0.0, |prose| {
            let lost = writer.size(gain_id);
            prose.text(", less ").key_span(lost).text(" a year lost to lower efficiency")
        });
    let prose = if before.is_empty() { prose } else { prose.text(",").text(before) };
    prose
        .text(if is_gradual { ", in full from " } else { ", from " })
        .span(writer.month_written(FigureId::Input(Input::InvestmentMonths), arrives_in, true))
        .text(" on.")
}

fn names_of_benefits<'a>(writer: &Writer<'a>) -> Vec<&'a str> {
    let name = |line: &'a groundwork_model::case::BenefitLine| match line.label.as_str() {
        "" => labels::benefit_kind(line.kind),
        label => label,
    };
    writer.evaluation.case.benefits().iter().map(name).collect()
}

fn paid_back<'a>(prose: Prose<'a>, writer: &Writer<'_>) -> Prose<'a> {
    if writer.evaluation.returns.payback_months == Some(0.0) {
        return prose.text("It is never in the red.");
    }
    prose
        .text(if how_sure::is_due(writer) {
            "On the likely figures it is paid back by "
        } else {
            "It is paid back by "
        })
        .key_span(writer.payback())
        .text(", at most ")
        .key_span(writer.size(FigureId::Return(ReturnFigure::DeepestPoint)))
        .text(" in the red until then.")
}

fn present_value(writer: &Writer<'_>, verdict: &Verdict, room: Room) -> Paragraph {
    // The draws have led with the likely figure.
    if room <= Room::Bare && how_sure::is_due(writer) {
        let cash = FigureId::Return(ReturnFigure::NpvCashOnly);
        return writer
            .prose()
            .text("In cash alone the likely figure is ")
            .key(cash)
            .when(writer.evaluation.outside.bought_outside > 0.0, before_bought)
            .text(".")
            .done();
    }
    let falls_short = writer.evaluation.returns.npv < 0.0 && matches!(verdict, Verdict::PaidBack);
    writer
        .prose()
        .text("Over ")
        .input(Input::HorizonMonths)
        .text(", discounted at ")
        .input(Input::DiscountRate)
        .text(" a year, its net present value is ")
        .key(FigureId::Return(ReturnFigure::Npv))
        .text(" with capacity valued at cost, and ")
        .key(FigureId::Return(ReturnFigure::NpvCashOnly))
        .text(" in cash alone")
        .when(writer.evaluation.outside.bought_outside > 0.0, before_bought)
        .text(".")
        .text(if falls_short { " It is paid back, but does not earn that rate." } else { "" })
        .done()
}

/// Cash that a figure in cash alone leaves out.
fn before_bought(prose: Prose<'_>) -> Prose<'_> {
    let bought = FigureId::Outside(OutsideFigure::BoughtOutside);
    prose.text(", before the ").figure(bought).text(" bought outside")
}

/// What a calendar year may hold beside its net.
const COLUMNS: [(CalendarFigure, &str); 5] = [
    (CalendarFigure::Spend, "Spent"),
    (CalendarFigure::Gain, "Gained"),
    (CalendarFigure::OtherBenefits, "Other benefits"),
    (CalendarFigure::Upkeep, "Upkeep"),
    (CalendarFigure::Costs, "Costs"),
];

/// What each calendar year brings; without a first month, the net so far at the end of each year.
fn table(writer: &Writer<'_>) -> Table {
    let years = &writer.evaluation.calendar_years;
    if years.is_empty() {
        return net_so_far(writer);
    }
    let size =
        |year: &CalendarYear, figure: CalendarFigure| figure.of(year).unwrap_or_default().abs();
    let is_shown = |(figure, _): &&(CalendarFigure, &str)| {
        matches!(figure, CalendarFigure::Spend | CalendarFigure::Gain)
            || years.iter().any(|year| size(year, *figure) > 1e-9 * year.spend.max(year.gain.abs()))
    };
    let columns: Vec<_> = COLUMNS.iter().filter(is_shown).copied().collect();
    let rows = stretches(years).into_iter().map(|stretch| row(writer, stretch, &columns));
    let rows: Vec<Row> = rows.collect();
    let is_merged = rows.len() < years.len();
    let mut names = vec![if is_merged { "Each year" } else { "Year" }.into()];
    names.extend(columns.iter().map(|(_, name)| Cow::Borrowed(*name)));
    names.push("Net".into());
    Table { title: "By calendar year", columns: names, rows }
}

fn row(
    writer: &Writer<'_>,
    (first, last): Stretch<'_>,
    columns: &[(CalendarFigure, &'static str)],
) -> Row {
    let value = |figure: CalendarFigure| figure.of(first).unwrap_or_default();
    let is_taken = |figure| {
        matches!(figure, CalendarFigure::Spend | CalendarFigure::Upkeep | CalendarFigure::Costs)
    };
    let signed = |figure| if is_taken(figure) { -value(figure) } else { value(figure) };
    let amounts: Vec<f64> = columns.iter().map(|(figure, _)| signed(*figure)).collect();
    let shown = writer.style.short_money_parts(&amounts, first.net);
    let mut cells = Vec::new();
    for ((figure, _), text) in columns.iter().zip(&shown.parts) {
        let text = if is_taken(*figure) { text.trim_start_matches('\u{2212}') } else { text };
        cells.push(writer.written(FigureId::CalendarYear(first.year, *figure), text));
    }
    let net = FigureId::CalendarYear(first.year, CalendarFigure::Net);
    cells.push(writer.written(net, writer.with_sign(first.net, shown.total)));
    let heading = if first.year == last.year {
        let year = first.year.to_string();
        match first.months {
            12 => year,
            months => {
                let months = writer.style.counted(f64::from(months), "month", "months");
                [&year, ", ", &months].concat()
            }
        }
    } else {
        [&first.year.to_string(), " to ", &last.year.to_string()].concat()
    };
    Row { heading, cells }
}

fn net_so_far(writer: &Writer<'_>) -> Table {
    let horizon = writer.evaluation.assumptions.horizon_months;
    let ends = (12..horizon).step_by(12).chain([horizon]);
    let row = |month| Row {
        heading: ["End of ", &writer.month_in_words(month)].concat(),
        cells: vec![writer.difference(FigureId::Month(month, MonthFigure::CumulativeNet))],
    };
    let columns = vec!["".into(), "Net so far".into()];
    Table { title: "Net so far", columns, rows: ends.map(row).collect() }
}
