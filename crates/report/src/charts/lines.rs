//! Lines of a comparison in one chart: which of them are drawn, how, and what stands at their ends.

use std::borrow::Cow;

use groundwork_model::{
    figure::FigureId,
    strategy::{ComparedFigure, Comparison, Line, LineKind, Outcome},
};

use super::{
    picture::{End, Mark, Moment, Value},
    scene::Role,
};
use crate::document::{FigureSpan, Writer, plan_names::short_line_name};

/// A line that is drawn.
pub(super) struct Drawn<'a> {
    /// Its position in the comparison.
    pub(super) position: usize,
    /// What it is called.
    pub(super) name: String,
    /// How it looks.
    pub(super) role: Role,
    /// What it comes to.
    pub(super) outcome: &'a Outcome,
}

/// The lines that are drawn beside that of carrying on, in the order of the comparison, and how many
/// are left out: no more can be told apart. One that is left out never delivers most.
pub(super) fn drawn<'a>(writer: Writer<'_>, comparison: &'a Comparison) -> (Vec<Drawn<'a>>, usize) {
    let mut found: Vec<(usize, &Line, &Outcome)> = Vec::new();
    for (position, line) in comparison.lines.iter().enumerate() {
        if let (Ok(outcome), false) = (&line.outcome, line.kind == LineKind::AsToday) {
            found.push((position, line, outcome));
        }
    }
    let left_out = found.len().saturating_sub(Role::MOST_SERIES);
    for _ in 0..left_out {
        // Of the later ones that end alike, the last goes first.
        let ends = |(_, _, outcome): &(usize, &Line, &Outcome)| outcome.difference_from_today;
        let lowest = found.iter().map(ends).fold(f64::INFINITY, f64::min);
        if let Some(at) = found.iter().rposition(|line| ends(line) <= lowest) {
            found.remove(at);
        }
    }
    let numbered = found.into_iter().zip(0..);
    let drawn = numbered.map(|((position, line, outcome), number)| Drawn {
        position,
        name: short_line_name(writer, line.kind),
        role: Role::Series(number),
        outcome,
    });
    (drawn.collect(), left_out)
}

impl Drawn<'_> {
    pub(super) fn figure(&self, figure: ComparedFigure) -> FigureId {
        FigureId::Compared(self.position, figure)
    }

    /// The line through `values`.
    pub(super) fn mark(&self, values: Vec<Value>) -> Mark {
        Mark::Line(self.role, values)
    }

    /// Its name, and its last value where there is room for it.
    pub(super) fn end(&self, value: f64, span: &FigureSpan, is_wide: bool) -> End {
        named_end(&self.name, self.role, value, span, is_wide)
    }
}

/// The end of a line with its name, and its last value where there is room for it.
pub(super) fn named_end(
    name: &str,
    line: Role,
    value: f64,
    span: &FigureSpan,
    is_wide: bool,
) -> End {
    let text = if is_wide { [name, " ", &span.text].concat() } else { name.to_owned() };
    End { leader: Some(line), ..End::of(Role::Name, value, text, span) }
}

/// Ends from the highest to the lowest, the first of them standing out.
pub(super) fn ordered(mut ends: Vec<End>) -> Vec<End> {
    ends.sort_by(|a, b| b.value.total_cmp(&a.value));
    if let Some(first) = ends.first_mut() {
        first.role = Role::NameFirst;
    }
    ends
}

/// What can be read off in each month: the value of every line.
pub(super) fn moments(
    months: u32,
    at: &dyn Fn(u32) -> f64,
    when: &dyn Fn(u32) -> String,
    values: &dyn Fn(u32) -> Vec<(Cow<'static, str>, f64, FigureSpan)>,
) -> Vec<Moment> {
    let moment = |month| Moment { at: at(month), when: when(month), values: values(month) };
    (1..=months).map(moment).collect()
}
