//! When, honestly: what each calendar year brings, and the yearly figures people quote beside it.

use groundwork_model::{
    calendar::{CalendarYear, YearMonth},
    figure::{CalendarFigure, FigureId, HeadlineFigure, MonthFigure, ReturnFigure},
    input::Input,
    investment::PaidFrom,
};

use super::headline::{before_what, grows};
use crate::document::{FigureSpan, Paragraph, Prose, Statement, Writer};

/// Calendar years, a full first year and the run rate; without a first month the horizon instead.
pub fn when(writer: Writer<'_>) -> Vec<Statement> {
    let writer = &writer;
    let mut statements = if writer.evaluation.calendar_years.is_empty() {
        over_the_horizon(writer)
    } else {
        stretches(&writer.evaluation.calendar_years)
            .into_iter()
            .flat_map(|years| [Some(net_of(writer, years)), delivered_in(writer, years)])
            .flatten()
            .collect()
    };
    statements.extend(yearly(writer));
    statements
}

/// What net and the delivered difference mean beside each other; `None` where the two differ by
/// more than what the work's people cost and would have produced.
pub fn net_against_delivered(writer: Writer<'_>) -> Option<Paragraph> {
    let evaluation = writer.evaluation;
    let is_displacing = evaluation.timeline.months().iter().any(|month| month.displaced > 0.0);
    let is_one_identity = is_displacing
        && evaluation.case.paid_from() == PaidFrom::Capacity
        && evaluation.case.costs().is_empty()
        && is_all_used(&writer)
        && evaluation.outside.bought_outside <= 0.0;
    let has_others = !evaluation.case.benefits().is_empty();
    is_one_identity.then(|| {
        writer
            .prose()
            .text(if has_others { "Other benefits aside, net" } else { "Net" })
            .text(" charges people at what they cost, the delivered difference at what they would ")
            .text("have produced; net is the cautious one.")
            .done()
    })
}

/// Calendar years that follow each other and read alike, the first of them and the last.
type Stretch<'a> = (&'a CalendarYear, &'a CalendarYear);

fn stretches(years: &[CalendarYear]) -> Vec<Stretch<'_>> {
    let mut stretches: Vec<Stretch<'_>> = Vec::new();
    for year in years {
        match stretches.last_mut() {
            Some((first, last)) if reads_alike(first, year) => *last = year,
            _ => stretches.push((year, year)),
        }
    }
    stretches
}

/// Whether the years differ by rounding only.
fn reads_alike(a: &CalendarYear, b: &CalendarYear) -> bool {
    let amounts = |year: &CalendarYear| {
        let CalendarYear { gain, other_benefits, spend, upkeep, costs, .. } = *year;
        [gain, other_benefits, spend, upkeep, costs, year.delivered_difference]
    };
    let is_close = |(a, b): (f64, f64)| (a - b).abs() <= 1e-9 * a.abs().max(b.abs());
    a.months == b.months && amounts(a).into_iter().zip(amounts(b)).all(is_close)
}

/// "2026: $200k gained, $200k spent" and the net of it.
fn net_of(writer: &Writer<'_>, years: Stretch<'_>) -> Statement {
    use CalendarFigure as F;
    let (first, last) = years;
    let id = |figure| FigureId::CalendarYear(first.year, figure);
    let kinds = [
        (F::Gain, first.gain, [" gained", " lost to lower efficiency"]),
        (F::OtherBenefits, first.other_benefits, [" of other benefits", " of other losses"]),
        (F::Spend, -first.spend, ["", " spent"]),
        (F::Upkeep, -first.upkeep, ["", " of upkeep"]),
        (F::Costs, -first.costs, ["", " of other costs"]),
    ];
    let size: f64 = kinds.iter().map(|(_, amount, _)| amount.abs()).sum();
    let (parts, signed): (Vec<_>, Vec<f64>) = kinds
        .into_iter()
        .filter(|(_, amount, _)| amount.abs() > 1e-9 * size)
        .map(|(figure, amount, [up, down])| {
            ((id(figure), if amount < 0.0 { down } else { up }), amount)
        })
        .unzip();
    let shown = writer.style.short_money_parts(&signed, first.net);

    let mut detail = writer.prose();
    for (position, ((id, what), text)) in parts.iter().zip(&shown.parts).enumerate() {
        let text = text.trim_start_matches('\u{2212}').to_owned();
        detail = detail
            .text(if position > 0 { ", " } else { "" })
            .span(writer.written(*id, text))
            .text(*what);
    }
    let detail = match parts.len() {
        0 => Some(detail.text("nothing is spent or gained").done()),
        // The net repeats a gain that stands alone.
        1 if first.gain > 0.0 => None,
        _ => Some(detail.done()),
    };
    let is_partial = first.months < 12;
    let what = name_of(writer.prose(), years)
        .when(is_partial, |prose| prose.text(", ").figure(id(F::Months)).text(" of it"));
    Statement {
        what: what.done(),
        detail,
        figure: key(writer.written(id(F::Net), writer.with_sign(first.net, shown.total))),
        unit: if first.year == last.year { "net" } else { "net a year" },
    }
}

/// "Product delivered in 2026, against carrying on" where work or upkeep takes people off it.
fn delivered_in(writer: &Writer<'_>, years: Stretch<'_>) -> Option<Statement> {
    let (first, last) = years;
    let id = |figure| FigureId::CalendarYear(first.year, figure);
    if first.spend + first.upkeep <= 0.0 {
        return None;
    }
    let displaced = FigureId::Displaced(first.year);
    let (displaced_text, difference) = if is_all_used(writer) {
        let parts = [first.gain, -first.displaced];
        let shown = writer.style.short_money_parts(&parts, first.delivered_difference);
        let displaced = shown.parts.get(1).map_or("", |text| text.trim_start_matches('\u{2212}'));
        (displaced.to_owned(), shown.total)
    } else {
        let amounts =
            [first.displaced, first.delivered_difference].map(|a| writer.style.short_money(a));
        let [displaced, difference] = amounts;
        (displaced, difference)
    };
    let detail = if writer.evaluation.case.paid_from() == PaidFrom::Money {
        writer.prose().text("the work is bought, so it displaces nothing")
    } else {
        let (spend, upkeep) = (id(CalendarFigure::Spend), id(CalendarFigure::Upkeep));
        let (has_spend, has_upkeep) = (first.spend > 0.0, first.upkeep > 0.0);
        let is_bought = writer.evaluation.timeline.months().iter().any(|month| {
            let year = writer.month_of_case(month.month).map(YearMonth::year);
            month.bought_outside > 0.0 && year == Some(first.year)
        });
        writer
            .prose()
            .when(has_spend, |prose| prose.figure(spend).text(" of work"))
            .when(has_spend && has_upkeep, |prose| prose.text(" and "))
            .when(has_upkeep, |prose| prose.figure(upkeep).text(" of upkeep"))
            .text(if has_spend && has_upkeep { " displace " } else { " displaces " })
            .span(writer.written(displaced, displaced_text))
            .text(" of product")
            .when(!grows(writer) && !is_bought, |prose| {
                prose.text(" at ").input(Input::EfficiencyNow)
            })
            .text(if is_bought { ", as part of it is bought outside" } else { "" })
    };
    let detail = detail.when(!is_all_used(writer), |prose| {
        prose
            .text("; all freed hours are counted here, not only the ")
            .input(Input::Realised)
            .text(" that is used")
    });
    let difference = writer.with_sign(first.delivered_difference, difference);
    let what = name_of(writer.prose().text("Product delivered in "), years);
    Some(Statement {
        what: what.text(", against carrying on").done(),
        detail: Some(detail.done()),
        figure: key(writer.written(id(CalendarFigure::DeliveredDifference), difference)),
        unit: if first.year == last.year { "" } else { "a year" },
    })
}

fn name_of<'a>(prose: Prose<'a>, (first, last): Stretch<'_>) -> Prose<'a> {
    let prose = prose.plain(first.year.to_string());
    prose.when(first.year != last.year, |prose| prose.text(" to ").plain(last.year.to_string()))
}

/// What stands in place of calendar years where the case has no first month.
fn over_the_horizon(writer: &Writer<'_>) -> Vec<Statement> {
    let horizon = writer.evaluation.assumptions.horizon_months;
    let plain = |what: Prose<'_>, id, unit| Statement {
        what: what.done(),
        detail: None,
        figure: key(writer.difference(id)),
        unit,
    };
    let year = FigureId::Month(12, MonthFigure::CumulativeNet);
    let first = writer.prose().text("To the end of ").span(writer.month(year, 12));
    let all = writer.prose().text("All ").input(Input::HorizonMonths).text(" looked at");
    let detail = writer.prose().text("without a first month there are no calendar years").done();
    let delivered = FigureId::Month(horizon, MonthFigure::CumulativeDeliveredDifference);
    let product = writer
        .prose()
        .text("Product delivered in the ")
        .input(Input::HorizonMonths)
        .text(", against carrying on");
    let total = plain(all, FigureId::Return(ReturnFigure::TotalNet), "net");
    let mut statements = vec![Statement { detail: Some(detail), ..total }];
    if horizon > 12 {
        statements.insert(0, plain(first, year, "net"));
    }
    statements.push(plain(product, delivered, ""));
    statements
}

/// The gain of a full first year and of every year at the run rate; none where nothing is gained.
fn yearly(writer: &Writer<'_>) -> Vec<Statement> {
    let (first_id, rate_id) = (
        FigureId::Headline(HeadlineFigure::GainYearOne),
        FigureId::Headline(HeadlineFigure::GainPerYear),
    );
    let rate = writer.headline(HeadlineFigure::GainPerYear);
    let investment = writer.evaluation.assumptions.investment;
    let [first, run_rate] = writer.amounts_apart([first_id, rate_id]);
    let mut statements = Vec::new();
    let is_taken_out = investment.paid_from == PaidFrom::Capacity && investment.amount > 0.0;
    if rate > 0.0 && is_taken_out {
        let detail = writer
            .prose()
            .text("what articles quote, before the ")
            .input(Input::Amount)
            .text(" of work is charged");
        statements.push(Statement {
            what: writer.prose().text("A full first year, work taken out").done(),
            detail: Some(detail.done()),
            figure: key(first),
            unit: "gained",
        });
    }
    if rate.abs() > 0.0 {
        let figure = if rate < 0.0 { writer.difference(rate_id) } else { run_rate };
        statements.push(Statement {
            what: run_rate_of(writer),
            detail: limits_of_run_rate(writer),
            figure: key(figure),
            unit: "a year",
        });
    }
    statements
}

fn run_rate_of(writer: &Writer<'_>) -> Paragraph {
    let text = if grows(writer) {
        "A later year at the run rate, at today's level of debt"
    } else if writer.evaluation.assumptions.investment.ramp_up_months > 1 {
        "Every year at the run rate, once the gain has fully arrived"
    } else {
        "Every year after the work, at the run rate"
    };
    Paragraph::of_text(text)
}

/// What the run rate leaves out, where it leaves out anything.
fn limits_of_run_rate(writer: &Writer<'_>) -> Option<Paragraph> {
    let assumptions = &writer.evaluation.assumptions;
    let before = before_what(writer).trim_start();
    let mut limits = Vec::new();
    if !assumptions.benefits.is_empty() {
        limits.push("efficiency alone");
    }
    if !before.is_empty() {
        limits.push(before);
    }
    if grows(writer) {
        limits.push("debt grows, so the years to come differ");
    }
    if assumptions.investment.end() >= assumptions.horizon_months {
        limits.push("it begins after the horizon and is not in the figures");
    }
    (!limits.is_empty()).then(|| Paragraph::of_text(limits.join("; ")))
}

fn is_all_used(writer: &Writer<'_>) -> bool {
    writer.evaluation.assumptions.capacity.realised >= 1.0
}

fn key(figure: FigureSpan) -> FigureSpan {
    FigureSpan { is_key: true, ..figure }
}
