//! What two evaluations come to differently: one's own, and one that came from somebody else.

use groundwork_model::{
    calendar::YearMonth,
    figure::{FigureId, HeadlineFigure, ReturnFigure},
    input::Input,
    simulation::is_uncertain,
    units::Unit,
};

use super::uncertain::drawn::LIKELY_IS_COMPARED;
use crate::document::{FigureSpan, Paragraph, Prose, Writer, labels::label};

/// Lengths that differ by less than this read alike, in months.
const SAME_MONTHS: f64 = 0.05;
/// For the distance between two dates.
const MONTHS_OF_YEAR: u32 = 12;
/// Rates of return above this are not shown, so the distance to them is not either.
const HIGHEST_RATE: f64 = 1.0;

/// A figure that reads differently in two evaluations.
#[derive(Clone, Debug, PartialEq)]
pub struct ResultDifference {
    /// Name of the figure.
    pub label: &'static str,
    /// One's own figure.
    pub mine: FigureSpan,
    /// The other figure.
    pub theirs: FigureSpan,
    /// What is added to one's own figure to get the other; words where they are not subtracted.
    pub change: String,
}

/// The figures of the headline and the returns that read differently, in the order of results.
pub fn result_differences(mine: Writer<'_>, theirs: Writer<'_>) -> Vec<ResultDifference> {
    let headline = HeadlineFigure::ALL.iter().map(|figure| FigureId::Headline(*figure));
    let returns = ReturnFigure::ALL.iter().map(|figure| FigureId::Return(*figure));
    let differs = |id: FigureId| {
        let (of_mine, of_theirs) = (mine.exact(id), theirs.exact(id));
        (of_mine.text != of_theirs.text).then(|| ResultDifference {
            label: label(id),
            mine: of_mine,
            theirs: of_theirs,
            change: change_in_words(mine, theirs, id),
        })
    };
    headline.chain(returns).filter_map(differs).collect()
}

/// What the differences come to, in one sentence where both count in one currency.
pub fn difference_in_words(mine: Writer<'_>, theirs: Writer<'_>) -> Paragraph {
    let prose = theirs.prose();
    let prose = if has_one_currency(mine, theirs) {
        worth(prose.text("Theirs is worth "), mine, theirs).text(" and ")
    } else {
        prose
            .text("Amounts are in ")
            .plain(theirs.style.currency.code.as_str())
            .text(" there and in ")
            .plain(mine.style.currency.code.as_str())
            .text(" here, so they are not subtracted. Theirs ")
    };
    let has_ranges = [mine, theirs].iter().any(|writer| is_uncertain(&writer.evaluation.case));
    payback(prose, mine, theirs)
        .text(".")
        .when(has_ranges, |prose| prose.text(" ").text(LIKELY_IS_COMPARED))
        .done()
}

/// "$120k less over 24 months".
fn worth<'a>(prose: Prose<'a>, mine: Writer<'_>, theirs: Writer<'_>) -> Prose<'a> {
    let npv = FigureId::Return(ReturnFigure::Npv);
    let values = [mine, theirs].map(|writer| writer.value(npv).unwrap_or_default());
    let difference = values[1] - values[0];
    let size = theirs.style.short_money(difference.abs());
    let prose = if size == theirs.style.short_money(0.0) {
        prose.text("the same")
    } else {
        prose.plain(size).text(if difference < 0.0 { " less" } else { " more" })
    };
    let horizon = FigureId::Input(Input::HorizonMonths);
    let [of_mine, of_theirs] = [mine, theirs].map(|writer| writer.rounded(horizon));
    let is_other = of_mine.text != of_theirs.text;
    prose
        .text(" over ")
        .span(of_theirs)
        .when(is_other, |prose| prose.text(" (mine over ").plain(of_mine.text).text(")"))
}

/// "pays back 3 months later"; in months of the calendar where both have a first month.
fn payback<'a>(prose: Prose<'a>, mine: Writer<'_>, theirs: Writer<'_>) -> Prose<'a> {
    let id = FigureId::Return(ReturnFigure::PaybackMonths);
    let is_spending = |months: f64| months > 0.0;
    let by = |prose: Prose<'a>| prose.text("is paid back by ").key_span(theirs.payback());
    match (mine.value(id), theirs.value(id)) {
        (None, None) => prose.text("is not paid back within its horizon, nor is mine"),
        (Some(_), None) => prose.text("is not paid back within its horizon, which mine is"),
        (None, Some(months)) if !is_spending(months) => {
            prose.text("is never in the red, while mine is not paid back")
        }
        (None, Some(_)) => by(prose).text(", which mine is not"),
        (Some(of_mine), Some(of_theirs)) => match (is_spending(of_mine), is_spending(of_theirs)) {
            (false, false) => prose.text("is never in the red, nor is mine"),
            (true, false) => prose.text("is never in the red, which mine is"),
            (false, true) => by(prose).text(", while mine is never in the red"),
            (true, true) => {
                let later = of_theirs - of_mine + starts_later(mine, theirs);
                if later.abs() < SAME_MONTHS {
                    return prose.text("is paid back at the same time");
                }
                let size = theirs.style.months(later.abs());
                let way = if later < 0.0 { " earlier" } else { " later" };
                prose.text("is paid back ").plain(size).text(way)
            }
        },
    }
}

/// Months by which the other case begins later, as far as both say when they begin.
fn starts_later(mine: Writer<'_>, theirs: Writer<'_>) -> f64 {
    let number = |month: YearMonth| f64::from(month.year() * MONTHS_OF_YEAR + month.month());
    match [mine, theirs].map(|writer| writer.month_of_case(1)) {
        [Some(of_mine), Some(of_theirs)] => number(of_theirs) - number(of_mine),
        _ => 0.0,
    }
}

/// What a figure of one's own changes by; words where it is not subtracted.
fn change_in_words(mine: Writer<'_>, theirs: Writer<'_>, id: FigureId) -> String {
    match change(mine, theirs, id) {
        Some(change) => change,
        None if mine.value(id).is_some() => "only mine".to_owned(),
        None => "only theirs".to_owned(),
    }
}

/// What a figure of the first case changes by to become that of the second, with its sign; words where
/// it is not subtracted, and `None` where one of the two does not exist.
pub(super) fn change(mine: Writer<'_>, theirs: Writer<'_>, id: FigureId) -> Option<String> {
    let (of_mine, of_theirs) = (mine.value(id)?, theirs.value(id)?);
    let (unit, style) = (id.unit(), theirs.style);
    let change = of_theirs - of_mine;
    let counted = |value: f64, one: &str, many: &str| {
        let number = style.number(value, 2);
        let noun = if number == style.number(1.0, 2) { one } else { many };
        format!("{number} {noun}")
    };
    let size = match unit {
        Unit::Money | Unit::MoneyPerYear | Unit::MoneyPerWeek => {
            if !has_one_currency(mine, theirs) {
                return Some("other currency".to_owned());
            }
            style.exact_money(change.abs())
        }
        Unit::SharePerYear if of_mine.max(of_theirs) > HIGHEST_RATE => {
            return Some(if change < 0.0 { "lower" } else { "higher" }.to_owned());
        }
        Unit::Share | Unit::SharePerYear | Unit::SharePerMonth | Unit::Points => {
            counted(change.abs() * 100.0, "point", "points")
        }
        Unit::Months => counted(change.abs(), "month", "months"),
        _ => style.number(change.abs(), 2),
    };
    Some(format!("{}{size}", if change < 0.0 { "−" } else { "+" }))
}

/// Whether a figure differs between two cases, though it is too high in both to be written out.
pub(super) fn is_beyond_words(mine: Writer<'_>, theirs: Writer<'_>, id: FigureId) -> bool {
    let (Some(of_mine), Some(of_theirs)) = (mine.value(id), theirs.value(id)) else { return false };
    let is_high = id.unit() == Unit::SharePerYear && of_mine.min(of_theirs) > HIGHEST_RATE;
    is_high && (of_mine - of_theirs).abs() > HIGHEST_RATE * f64::EPSILON
}

fn has_one_currency(mine: Writer<'_>, theirs: Writer<'_>) -> bool {
    mine.style.currency.code == theirs.style.currency.code
}
