//! The answer to a question asked the other way round: which value of an input does it take?

use groundwork_model::{
    figure::FigureId,
    input::{CostInput, Input},
    solve::{Crossing, Solution, SolveError, Target},
    units::Unit,
};

use crate::{
    document::{Paragraph, Prose, Writer, labels, month_reached},
    wording::{Compared, Side},
};

/// "To be paid back within 12 months, efficiency after must be at least 85%; today it is 90%, so it
/// is met."
///
/// `answer` is what [`solve`](groundwork_model::solve::solve) says about `input` and `target` for
/// the case of the writer. Limits are rounded to the side on which they are kept.
pub fn answer(
    writer: Writer<'_>,
    input: Input,
    target: Target,
    answer: &Result<Solution, SolveError>,
) -> Paragraph {
    let writer = &writer;
    match answer {
        Ok(solution) => must_lie(writer, input, target, solution),
        Err(SolveError::Always { .. }) => {
            let prose = aim(writer.prose(), writer, target).text(", ");
            let prose = named(prose, writer, input).text(" may be anything from ");
            range_of(prose, writer, input).text(".").done()
        }
        Err(SolveError::Never { .. }) => {
            let prose = aim(writer.prose(), writer, target).text(", changing ");
            let prose = named(prose, writer, input).text(" alone is not enough: nothing from ");
            range_of(prose, writer, input).text(" does it.").done()
        }
        Err(SolveError::MovesNothing { .. }) => {
            let prose = named(writer.prose().text("No return depends on "), writer, input);
            prose.text(": only random draws use it.").done()
        }
        Err(SolveError::NotInCase { .. }) => {
            named(writer.prose().text("This case does not use "), writer, input).text(".").done()
        }
    }
}

fn must_lie(writer: &Writer<'_>, input: Input, target: Target, solution: &Solution) -> Paragraph {
    let today = solution.today;
    let prose = aim(writer.prose(), writer, target).text(", ");
    let prose = named(prose, writer, input).text(" must be ");
    let (prose, today_text) = if solution.further.is_empty() {
        let side = side(solution.is_met_above);
        let Compared { value, limit } = limit(writer, input, solution.value, side, today);
        (prose.text(words(input, side)).plain(limit), value)
    } else {
        let edge = |value, side| limit(writer, input, value, side, today).limit;
        let mut prose = prose;
        for (position, (from, to)) in stretches(solution).into_iter().enumerate() {
            prose = prose.text(if position > 0 { ", or " } else { "" });
            let from = from.map(|value| edge(value, Side::AtLeast));
            let to = to.map(|value| edge(value, Side::AtMost));
            prose = match (from, to) {
                (Some(from), Some(to)) => prose.text("from ").plain(from).text(" to ").plain(to),
                (Some(from), None) => prose.text(words(input, Side::AtLeast)).plain(from),
                (None, Some(to)) => prose.text(words(input, Side::AtMost)).plain(to),
                (None, None) => prose,
            };
        }
        let text = limit(writer, input, today, Side::AtLeast, today).value;
        (prose, text)
    };
    prose
        .text(if is_plural(input) { "; today they are " } else { "; today it is " })
        .span(writer.written(FigureId::Input(input), today_text))
        .text(if solution.is_met_today { ", so it is met." } else { ", so it is not met." })
        .done()
}

/// Stretches of values that meet the target, in rising order; open where nothing bounds them.
fn stretches(solution: &Solution) -> Vec<(Option<f64>, Option<f64>)> {
    let Solution { value, is_met_above, .. } = *solution;
    let mut crossings: Vec<Crossing> = Vec::new();
    for crossing in solution.further.iter().copied().chain([Crossing { value, is_met_above }]) {
        // Where a stretch is a single value, it begins before it ends.
        let is_before = |other: &Crossing| {
            let order = other.value.total_cmp(&crossing.value);
            order.then(crossing.is_met_above.cmp(&other.is_met_above)).is_le()
        };
        crossings.insert(crossings.partition_point(is_before), crossing);
    }
    let mut stretches = Vec::new();
    let mut begun = None;
    for crossing in crossings {
        if crossing.is_met_above {
            begun = Some(crossing.value);
        } else {
            stretches.push((begun.take(), Some(crossing.value)));
        }
    }
    if begun.is_some() {
        stretches.push((begun, None));
    }
    stretches
}

/// "To be paid back within 12 months".
fn aim<'a>(prose: Prose<'a>, writer: &Writer<'_>, target: Target) -> Prose<'a> {
    match target {
        Target::PaybackMonths(months) => {
            prose.text("To be paid back within ").plain(writer.style.months(months))
        }
        Target::Npv(amount) => prose
            .text("For a net present value of at least ")
            .plain(writer.style.short_money(amount)),
        Target::Roi(share) => {
            prose.text("For a simple return of at least ").plain(writer.style.percent(share))
        }
    }
}

/// "1% to 100%".
fn range_of<'a>(prose: Prose<'a>, writer: &Writer<'_>, input: Input) -> Prose<'a> {
    let bounds = input.spec().bounds;
    let text = |value| limit(writer, input, value, Side::AtLeast, value).limit;
    prose.plain(text(bounds.min)).text(" to ").plain(text(bounds.max))
}

/// The name of the input with its article, and the line it belongs to.
fn named<'a>(prose: Prose<'a>, writer: &Writer<'_>, input: Input) -> Prose<'a> {
    let case = &writer.evaluation.case;
    let line = labels::line(case, input);
    let prose = prose.text(article(input)).text(input.spec().label);
    match line {
        Some(label) => prose.text(" (“").plain(label).text("”)"),
        None => prose,
    }
}

fn limit(writer: &Writer<'_>, input: Input, value: f64, side: Side, today: f64) -> Compared {
    let style = writer.style;
    match input.spec().bounds.unit {
        Unit::Money | Unit::MoneyPerYear | Unit::MoneyPerWeek => {
            style.short_money_limit(value, side, today)
        }
        Unit::Share | Unit::SharePerYear | Unit::SharePerMonth | Unit::Points => {
            style.percent_limit(value, side, today)
        }
        Unit::Months if is_date(input) => {
            let month = |number| writer.month_in_words(month_reached(number));
            Compared { value: month(today), limit: month(value) }
        }
        Unit::Months => Compared { value: style.months(today), limit: style.months(value) },
        Unit::Weeks => {
            let Compared { value, limit } = style.number_limit(value, side, today);
            Compared { value: value + " weeks", limit: limit + " weeks" }
        }
        Unit::People | Unit::CountPerYear | Unit::Ratio | Unit::Plain => {
            style.number_limit(value, side, today)
        }
    }
}

fn side(is_met_above: bool) -> Side {
    if is_met_above { Side::AtLeast } else { Side::AtMost }
}

fn words(input: Input, side: Side) -> &'static str {
    match (is_date(input), side) {
        (false, Side::AtLeast) => "at least ",
        (false, Side::AtMost) => "at most ",
        (true, Side::AtLeast) => "no earlier than ",
        (true, Side::AtMost) => "no later than ",
    }
}

/// Whether the input is a month of the case and not a number of months.
fn is_date(input: Input) -> bool {
    use CostInput as C;
    matches!(input, Input::FirstMonth | Input::Cost(_, C::Month | C::FromMonth | C::ToMonth))
}

/// Names that stand without an article, and are one thing.
const WITHOUT_ARTICLE: [&str; 7] =
    ["efficiency", "engineering", "confidence", "fully", "replacement", "revenue", "ramp-up"];

/// Names that stand without an article, and are many things.
const PLURAL: [&str; 5] = ["incidents", "leavers", "hires", "weeks", "months"];

fn begins_with_any(input: Input, words: &[&str]) -> bool {
    words.iter().any(|word| input.spec().label.starts_with(word))
}

fn is_plural(input: Input) -> bool {
    begins_with_any(input, &PLURAL)
}

fn article(input: Input) -> &'static str {
    let has_none = is_plural(input) || begins_with_any(input, &WITHOUT_ARTICLE);
    if has_none { "" } else { "the " }
}
