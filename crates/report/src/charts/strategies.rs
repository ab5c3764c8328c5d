//! Efficiency over time under each strategy.

use groundwork_model::{
    figure::FigureId,
    strategy::{ComparedFigure, Comparison, LineKind},
};

use super::{
    lines::{Drawn, drawn, moments, named_end, ordered},
    picture::{Across, Mark, Picture, Scale, Value},
    scene::Role,
    words::month_in_words,
};
use crate::document::{Paragraph, Writer, plan_names::short_line_name};

/// Efficiency of every strategy month by month, and of carrying on.
pub(super) fn strategies(
    writer: Writer<'_>,
    comparison: &Comparison,
    is_wide: bool,
) -> (Picture, Paragraph) {
    let (lines, _) = drawn(writer, comparison);
    let months = comparison.months;
    let today = comparison.lines.first().and_then(|line| line.outcome.as_ref().ok());
    let today_values = today.map_or(&[][..], |today| &today.efficiency);
    let values = || {
        let all = lines.iter().flat_map(|line| line.outcome.efficiency.iter().copied());
        all.chain(today_values.iter().copied())
    };
    let (low, high) = (values().fold(1.0, f64::min), values().fold(0.0, f64::max));
    let mut marks = vec![Mark::Line(Role::Baseline, points(today_values))];
    marks.extend(lines.iter().map(|line| line.mark(points(&line.outcome.efficiency))));

    let id = |position, month| FigureId::Compared(position, ComparedFigure::Efficiency(month));
    let ending = |position| writer.rounded(id(position, months));
    let name = short_line_name(writer, LineKind::AsToday);
    let last = today_values.last().copied().unwrap_or_default();
    let mut ends = vec![named_end(&name, Role::Baseline, last, &ending(0), is_wide)];
    ends.extend(
        lines
            .iter()
            .map(|line| line.end(line.outcome.ending_efficiency, &ending(line.position), is_wide)),
    );
    let readings = moments(
        months,
        // The value holds for the whole month, so it is read in its middle.
        &|month| f64::from(month) - 0.5,
        &|month| month_in_words(writer, month),
        &|month| {
            let value = |position, name: String| {
                let id = id(position, month);
                (name.into(), writer.value(id).unwrap_or_default(), writer.rounded(id))
            };
            let others = lines.iter().map(|line| value(line.position, line.name.clone()));
            std::iter::once(value(0, name.clone())).chain(others).collect()
        },
    );
    let picture = Picture {
        across: Across::Months(months),
        range: if low <= high { (low, high) } else { (0.0, 1.0) },
        scale: Scale::Share,
        marks,
        labels: Vec::new(),
        ends: ordered(ends),
        readings,
    };
    (picture, description(writer, comparison, &lines))
}

/// A value for each month, in its middle.
fn points(efficiency: &[f64]) -> Vec<Value> {
    let ends = |(month, value): (u32, &f64)| {
        let end = f64::from(month);
        [(end - 1.0, *value), (end, *value)]
    };
    (1..).zip(efficiency).flat_map(ends).collect()
}

fn description(writer: Writer<'_>, comparison: &Comparison, lines: &[Drawn<'_>]) -> Paragraph {
    let months = writer.style.months(f64::from(comparison.months));
    let today = FigureId::Compared(0, ComparedFigure::EndingEfficiency);
    let mut prose = writer
        .prose()
        .text("Efficiency over ")
        .plain(months)
        .text(": carrying on as today it ends at ")
        .figure(today);
    for line in lines {
        let ending = line.figure(ComparedFigure::EndingEfficiency);
        prose = prose.text(", with “").plain(line.name.clone()).text("” at ").figure(ending);
    }
    prose.text(".").done()
}
