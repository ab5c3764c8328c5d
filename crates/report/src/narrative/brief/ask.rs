//! The ask: how much, for what, when, and whether it is hours or money.

use groundwork_model::{
    calendar::YearMonth,
    figure::{Bound, FigureId, HeadlineFigure, OutsideFigure},
    input::Input,
    investment::PaidFrom,
};

use super::{Room, Section, named, of_paragraph};
use crate::document::{Prose, Writer, labels};

pub(super) fn ask(writer: &Writer<'_>, room: Room) -> Section {
    let prose = writer.prose();
    let prose = if writer.evaluation.assumptions.investment.amount > 0.0 {
        amount(prose.text("The ask is "), writer, room)
    } else {
        prose.text("The ask is work that is entered at no cost, ")
    };
    let prose = aim(when_it_happens(prose, writer), writer).text(" ");
    of_paragraph("The ask", beside(source(prose, writer), writer).done())
}

/// "$200k of work ", and "$150k to $400k of work, most likely $200k, " where no other sentence has room
/// for the range.
fn amount<'a>(prose: Prose<'a>, writer: &Writer<'_>, room: Room) -> Prose<'a> {
    let likely = FigureId::Input(Input::Amount);
    let bound = |bound| FigureId::Estimate(Input::Amount, bound);
    let is_range = writer.evaluation.case.entered(Input::Amount).is_some_and(|it| it.is_range());
    if room > Room::Bare || !is_range {
        return prose.key(likely).text(" of work ");
    }
    let prose = prose.figure(bound(Bound::Low)).text(" to ").figure(bound(Bound::High));
    prose.text(" of work, most likely ").key(likely).text(", ")
}

/// "over 3 months, from April to June 2026", "in April 2026".
fn when_it_happens<'a>(prose: Prose<'a>, writer: &Writer<'_>) -> Prose<'a> {
    let investment = writer.evaluation.assumptions.investment;
    let (first, last) = (investment.first_month, investment.end());
    let year = |number| writer.month_of_case(number).map(YearMonth::year);
    let (begin, end) =
        (FigureId::Input(Input::FirstMonth), FigureId::Input(Input::InvestmentMonths));
    if first == last {
        return prose.text("in ").span(writer.month_written(begin, first, true));
    }
    prose
        .text("over ")
        .input(Input::InvestmentMonths)
        .text(", from ")
        .span(writer.month_written(begin, first, year(first) != year(last)))
        .text(" to ")
        .span(writer.month_written(end, last, true))
}

/// ", to raise efficiency by 20 points, from 70% to 90%." and how much of that is counted.
fn aim<'a>(prose: Prose<'a>, writer: &Writer<'_>) -> Prose<'a> {
    let efficiency = writer.evaluation.assumptions.efficiency;
    let [now, after] = writer.apart([Input::EfficiencyNow, Input::EfficiencyAfter]);
    if efficiency.after < efficiency.now {
        return prose.text(", after which efficiency is expected to be ").span(after).text(".");
    }
    if efficiency.after - efficiency.now <= 0.0 {
        return prose.text(". It does not raise efficiency.");
    }
    let points = FigureId::Headline(HeadlineFigure::PointsGained);
    let has_haircut = efficiency.confidence < 1.0;
    let is_counted = has_haircut && efficiency.confidence > 0.0;
    prose
        .text(", to raise efficiency ")
        .when(!has_haircut, |prose| prose.text("by ").key(points).text(", "))
        .text("from ")
        .span(now)
        .text(" to ")
        .span(after)
        .text(".")
        .when(has_haircut, |prose| {
            prose.text(" Of that gain ").input(Input::Confidence).text(" is counted")
        })
        .when(is_counted, |prose| prose.text(", ").key(points))
        .text(if has_haircut { "." } else { "" })
}

/// Whether it is paid in hours or in money.
fn source<'a>(prose: Prose<'a>, writer: &Writer<'_>) -> Prose<'a> {
    let bought = FigureId::Outside(OutsideFigure::BoughtOutside);
    if writer.evaluation.case.paid_from() == PaidFrom::Money {
        return prose.text("It is bought with money, so the team stays on its work.");
    }
    if writer.evaluation.outside.bought_outside > 0.0 {
        let investment = writer.evaluation.assumptions.investment;
        let lasts_a_month = investment.first_month == investment.end();
        return prose
            .text("It comes out of existing capacity, except for ")
            .key(bought)
            .text(" that must be bought outside, as the work outgrows the team")
            .text(if lasts_a_month { " in that month." } else { " in some months." });
    }
    prose.text("It comes out of existing capacity: hours of people who are paid anyway.")
}

/// Cost lines that are named.
const MOST_COSTS: usize = 3;

/// What comes beside the work: upkeep and other costs.
fn beside<'a>(prose: Prose<'a>, writer: &Writer<'_>) -> Prose<'a> {
    let evaluation = writer.evaluation;
    let costs = evaluation.assumptions.costs.iter().enumerate();
    let names: Vec<&str> = costs
        .filter(|(_, cost)| cost.once > 0.0 || cost.per_year > 0.0)
        .filter_map(|(line, _)| evaluation.case.costs().get(line))
        .map(|line| if line.label.is_empty() { labels::UNNAMED_COST } else { &line.label })
        .collect();
    prose
        .when(evaluation.assumptions.investment.upkeep_share > 0.0, |prose| {
            prose.text(" Upkeep afterwards costs ").input(Input::UpkeepShare).text(" of capacity.")
        })
        .when(!names.is_empty(), |prose| {
            named(prose.text(" Other costs are "), writer, &names, MOST_COSTS).text(".")
        })
}
