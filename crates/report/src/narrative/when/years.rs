//! What each calendar year brings; years that read alike are said once.

use groundwork_model::{
    calendar::{CalendarYear, YearMonth},
    figure::{CalendarFigure, FigureId},
    input::Input,
    investment::PaidFrom,
};

use super::{is_all_used, key};
use crate::{
    document::{Prose, Statement, Writer},
    narrative::headline::grows,
};

/// Calendar years that follow each other and read alike, the first of them and the last.
pub(in crate::narrative) type Stretch<'a> = (&'a CalendarYear, &'a CalendarYear);

pub(in crate::narrative) fn stretches(years: &[CalendarYear]) -> Vec<Stretch<'_>> {
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
pub(super) fn net_of(writer: &Writer<'_>, years: Stretch<'_>) -> Statement {
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
pub(super) fn delivered_in(writer: &Writer<'_>, years: Stretch<'_>) -> Option<Statement> {
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
