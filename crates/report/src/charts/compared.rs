//! What each strategy has delivered, against carrying on as today, which is the line at zero.

use groundwork_model::{
    figure::FigureId,
    strategy::{ComparedFigure, Comparison, LineKind},
};

use super::{
    lines::{Drawn, drawn, moments, named_end, ordered},
    picture::{Across, Label, Mark, Picture, Scale, Spot, Value},
    scene::Role,
    words::{month_in_short, month_in_words},
};
use crate::document::{Paragraph, Prose, Writer, plan_names::short_line_name};

/// Moments of catching up that are named in the picture.
const MOST_CROSSINGS: usize = 3;

/// Lines of all strategies against carrying on, with the moments in which they catch up for good.
pub(super) fn compared(
    writer: Writer<'_>,
    comparison: &Comparison,
    is_wide: bool,
) -> (Picture, Paragraph) {
    let (lines, left_out) = drawn(writer, comparison);
    let months = comparison.months;
    let points = |line: &Drawn<'_>| -> Vec<Value> {
        let ahead = (1..).map(f64::from).zip(line.outcome.ahead.iter().copied());
        std::iter::once((0.0, 0.0)).chain(ahead).collect()
    };
    let values = || lines.iter().flat_map(|line| line.outcome.ahead.iter().copied());
    let range = (values().fold(0.0, f64::min), values().fold(0.0, f64::max));
    let mut marks: Vec<Mark> = lines.iter().map(|line| line.mark(points(line))).collect();
    let mut labels = Vec::new();
    for line in &lines {
        if let Some(crossing) = crossing(line) {
            marks.push(Mark::Dot((crossing.0, 0.0)));
            labels.push(crossing_label(writer, line, crossing));
        }
    }
    // More names than that would no longer be seen to belong to their dots.
    if !is_wide || labels.len() > MOST_CROSSINGS {
        labels.clear();
    }
    let ahead = |line: &Drawn<'_>, month| line.figure(ComparedFigure::Ahead(month));
    let mut ends: Vec<_> = lines
        .iter()
        .map(|line| {
            let span = writer.difference(ahead(line, months));
            line.end(line.outcome.difference_from_today, &span, is_wide)
        })
        .collect();
    let today = FigureId::Compared(0, ComparedFigure::Delivered(months));
    let name = short_line_name(writer, LineKind::AsToday);
    ends.push(named_end(&name, Role::Zero, 0.0, &writer.rounded(today), false));
    let readings = moments(
        months,
        &|month| f64::from(month),
        &|month| ["end of ", &month_in_words(writer, month)].concat(),
        &|month| {
            let value = |line: &Drawn<'_>| {
                let id = ahead(line, month);
                let value = writer.value(id).unwrap_or_default();
                (line.name.clone().into(), value, writer.difference(id))
            };
            lines.iter().map(value).collect()
        },
    );
    let ends = ordered(ends);
    let picture = Picture {
        across: Across::Months(months),
        range,
        scale: Scale::Money,
        marks,
        labels,
        ends,
        readings,
    };
    (picture, description(writer, comparison, &lines, left_out))
}

/// Months until a line has caught up, within a month by the rule of three, and the month it does in;
/// `None` where it ends below.
fn crossing(line: &Drawn<'_>) -> Option<(f64, u32)> {
    let month = line.outcome.crosses_today_at?;
    let index = usize::try_from(month).ok()?;
    let ahead = &line.outcome.ahead;
    let (before, after) = (*ahead.get(index.checked_sub(2)?)?, *ahead.get(index - 1)?);
    let is_for_good = line.outcome.difference_from_today >= 0.0;
    is_for_good.then(|| (f64::from(month) - after / (after - before), month))
}

fn crossing_label(writer: Writer<'_>, line: &Drawn<'_>, (at, month): (f64, u32)) -> Label {
    let month = month_in_short(writer, month);
    Label {
        role: Role::Note,
        wordings: vec![
            [&line.name, " catches up, ", &month].concat(),
            [&line.name, ", ", &month].concat(),
        ],
        figure: Some(line.figure(ComparedFigure::CrossesTodayAt)),
        spot: Spot::Near((at, 0.0)),
    }
}

fn description(
    writer: Writer<'_>,
    comparison: &Comparison,
    lines: &[Drawn<'_>],
    left_out: usize,
) -> Paragraph {
    let months = writer.style.months(f64::from(comparison.months));
    let prose = writer.prose().text("Features delivered over ").plain(months);
    let mut prose = prose.text(" compared with carrying on as today.");
    for line in lines {
        prose = said(prose, &writer, line);
    }
    prose
        .when(left_out > 0, |prose| {
            let count = f64::from(u32::try_from(left_out).unwrap_or(u32::MAX));
            prose
                .text(" Not drawn: ")
                .plain(writer.style.counted(count, "strategy", "strategies"))
                .text(" ending lower.")
        })
        .done()
}

/// " “20% always” ends at +$120k and catches up by the end of March 2027."
fn said<'a>(prose: Prose<'a>, writer: &Writer<'_>, line: &Drawn<'_>) -> Prose<'a> {
    let prose = prose
        .text(" “")
        .plain(line.name.clone())
        .text("” ends at ")
        .span(writer.difference(line.figure(ComparedFigure::DifferenceFromToday)));
    match crossing(line) {
        Some((_, month)) => {
            let id = line.figure(ComparedFigure::CrossesTodayAt);
            prose
                .text(" and catches up by the end of ")
                .span(writer.month_written(id, month, true))
                .text(".")
        }
        None => prose.text("."),
    }
}
