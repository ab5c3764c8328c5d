//! Which case is worth more, or why that cannot be said.

use groundwork_model::figure::{FigureId, MonthFigure};

use super::{
    HORIZON,
    held::{Held, NPV, is_one},
    with_verdict,
};
use crate::document::{FigureSpan, Prose};

/// Which of at least two cases is worth most over the horizon; no winner where amounts are in
/// different currencies or count different times.
pub(super) fn worth<'a>(prose: Prose<'a>, computed: &[Held<'_>]) -> Prose<'a> {
    if !is_one(computed, Held::currency) {
        return other_currencies(prose, computed);
    }
    let prose = out_of_horizon(prose, computed);
    let held = with_verdict(computed);
    if held.len() < 2 {
        return prose;
    }
    let prose = prose.when(held.len() < computed.len(), |prose| prose.text(" "));
    if is_one(&held, Held::horizon) { ranked(prose, held) } else { other_horizons(prose, &held) }
}

/// "Amounts are in USD for “A” and in EUR for “B”. They are not converted, ..."
fn other_currencies<'a>(prose: Prose<'a>, held: &[Held<'_>]) -> Prose<'a> {
    let mut prose = prose.text("Amounts are in ");
    for (position, each) in held.iter().enumerate() {
        prose = prose
            .text(between(position, held.len(), " and in ", ", in "))
            .plain(each.currency())
            .text(" for ")
            .names(&[each]);
    }
    prose.text(
        ". They are not converted, so what the cases are worth cannot be held against each other.",
    )
}

/// "Not all the work of “A” is done before its 24 months end, so there is no saying what it is worth."
fn out_of_horizon<'a>(prose: Prose<'a>, computed: &[Held<'_>]) -> Prose<'a> {
    let held = with_verdict(computed);
    let is_left_out = |one: &&Held<'_>| held.iter().all(|held| held.case != one.case);
    let mut prose = prose;
    for (position, each) in computed.iter().filter(is_left_out).enumerate() {
        prose = prose
            .text(if position > 0 { " " } else { "" })
            .text("The ")
            .span(each.rounded(HORIZON))
            .text(" of ")
            .names(&[each])
            .text(" end before the work brings anything, so what it is worth is not compared.");
    }
    prose
}

/// "“A” looks at 24 months and “B” at 36 months, so ..."; the time all look at is compared instead.
fn other_horizons<'a>(prose: Prose<'a>, held: &[Held<'_>]) -> Prose<'a> {
    let mut prose = prose;
    for (position, each) in held.iter().enumerate() {
        let looks = if position == 0 { " looks at " } else { " at " };
        prose = prose
            .text(between(position, held.len(), " and ", ", "))
            .names(&[each])
            .text(looks)
            .span(each.rounded(HORIZON));
    }
    let prose = prose.text(
        ", so their present values count different times and cannot be held against each other.",
    );
    let shortest = held.iter().map(Held::horizon).fold(u32::MAX, u32::min);
    if held.iter().any(|each| each.investment().end() >= shortest) {
        return prose;
    }
    let id = FigureId::Month(shortest, MonthFigure::CumulativeNet);
    let months = held.first().map(|held| held.writer.style.months(f64::from(shortest)));
    let values: Vec<f64> =
        held.iter().map(|each| each.writer.value(id).unwrap_or_default()).collect();
    let texts = told_apart(held, &values);
    let mut prose = prose
        .text(" Over the ")
        .plain(months.unwrap_or_default())
        .text(" all look at, not discounted, gains less costs are ");
    for (position, (each, text)) in held.iter().zip(texts).enumerate() {
        prose = prose
            .text(between(position, held.len(), " and ", ", "))
            .key_span(each.written(id, text))
            .text(" for ")
            .names(&[each]);
    }
    prose.text(".")
}

/// "“A” is worth more over 24 months: ..."
fn ranked<'a>(prose: Prose<'a>, mut held: Vec<Held<'_>>) -> Prose<'a> {
    held.sort_by(|a, b| b.npv().total_cmp(&a.npv()));
    let values: Vec<f64> = held.iter().map(Held::npv).collect();
    let texts = told_apart(&held, &values);
    let spans: Vec<FigureSpan> =
        held.iter().zip(&texts).map(|(each, text)| each.written(NPV, text.as_str())).collect();
    let (Some(first), Some(text)) = (held.first(), texts.first()) else { return prose };
    let best = texts.iter().take_while(|other| *other == text).count();
    let top: Vec<&Held<'_>> = held.iter().take(best).collect();
    let horizon = first.rounded(HORIZON);
    let is_losing = values.iter().all(|value| *value < 0.0);
    if best == held.len() {
        return all_alike(prose, &top, &spans, horizon);
    }
    let prose = match (is_losing, held.len()) {
        (true, 2) => prose.text("Both cost more than they bring over "),
        (true, _) => prose.text("All of them cost more than they bring over "),
        (false, _) => prose.names(&top).text(match (best, held.len()) {
            (1, 2) => " is worth more over ",
            (1, _) => " is worth most over ",
            _ => " are worth most over ",
        }),
    };
    let prose = prose.span(horizon).text(if is_losing {
        ": the net present value is "
    } else if best > 1 {
        ": the net present value of each is "
    } else {
        ": its net present value is "
    });
    let mut prose = prose.key_span(spans[0].clone());
    if is_losing {
        prose = prose.text(" for ").names(&top);
    } else {
        prose = prose.text(", against ");
    }
    let rest = held.len() - best;
    for (position, (each, span)) in held.iter().zip(&spans).skip(best).enumerate() {
        let before = if is_losing { " and " } else { "" };
        prose = prose
            .text(if position == 0 { before } else { between(position, rest, " and ", ", ") })
            .key_span(span.clone())
            .text(" for ")
            .names(&[each]);
    }
    let is_pair = held.len() == 2 && !is_losing && values[1] >= 0.0;
    prose.when(is_pair, |prose| by_how_much(prose, &held, &texts)).text(".")
}

/// ", $120k more", where the rounded amounts give that difference.
fn by_how_much<'a>(prose: Prose<'a>, held: &[Held<'_>], texts: &[String]) -> Prose<'a> {
    let (high, low) = (held[0].npv(), held[1].npv());
    let shown = held[0].writer.style.short_money_parts(&[low, high - low], high);
    let adds_up = shown.adds_up && [&shown.total, &shown.parts[0]] == [&texts[0], &texts[1]];
    prose.when(adds_up && low > 0.0, |prose| {
        prose.text(", which is ").plain(shown.parts[1].as_str()).text(" less")
    })
}

/// "“A” and “B” are worth the same over 24 months: a net present value of $339k."
fn all_alike<'a>(
    prose: Prose<'a>,
    all: &[&Held<'_>],
    spans: &[FigureSpan],
    horizon: FigureSpan,
) -> Prose<'a> {
    prose
        .names(all)
        .text(" are worth the same over ")
        .span(horizon)
        .text(": a net present value of ")
        .key_span(spans[0].clone())
        .text(".")
}

/// Amounts of one currency that read alike only where they are.
fn told_apart(held: &[Held<'_>], values: &[f64]) -> Vec<String> {
    held.first().map(|held| held.writer.style.short_money_group(values)).unwrap_or_default()
}

/// What stands before the item at a position of a list.
pub(super) const fn between(
    position: usize,
    count: usize,
    last: &'static str,
    usual: &'static str,
) -> &'static str {
    match position {
        0 => "",
        _ if position + 1 == count => last,
        _ => usual,
    }
}
