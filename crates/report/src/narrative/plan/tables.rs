//! Strategies side by side in rows and columns.

use groundwork_model::{
    figure::FigureId,
    strategy::{ComparedFigure, Comparison},
};

use super::{TODAY, comparison};
use crate::document::{
    Row, Table, Writer,
    plan_names::{MONTHS_OF_QUARTER, line_name, quarter, short_line_name},
};

/// What a table by quarter shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ByQuarter {
    /// Features delivered so far.
    Delivered,
    /// The same less those of carrying on as today.
    Ahead,
    /// Efficiency in the last month of the quarter.
    Efficiency,
}

impl ByQuarter {
    /// Every table, the most telling first.
    pub const ALL: [Self; 3] = [Self::Ahead, Self::Delivered, Self::Efficiency];

    /// What it shows.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Delivered => "Features delivered by the end of each quarter, not discounted",
            Self::Ahead => "Features delivered by the end of each quarter, against as today",
            Self::Efficiency => "Efficiency at the end of each quarter",
        }
    }

    const fn figure(self, month: u32) -> ComparedFigure {
        match self {
            Self::Delivered => ComparedFigure::Delivered(month),
            Self::Ahead => ComparedFigure::Ahead(month),
            Self::Efficiency => ComparedFigure::Efficiency(month),
        }
    }
}

/// Lines that are computed, by their position.
fn computed(comparison: &Comparison) -> impl Iterator<Item = usize> + '_ {
    let lines = comparison.lines.iter().enumerate();
    lines.filter(|(_, line)| line.outcome.is_ok()).map(|(position, _)| position)
}

/// A column for each strategy, a row for each quarter; without rows where nothing is compared.
pub fn table_by_quarter(writer: Writer<'_>, shown: ByQuarter) -> Table {
    let mut columns = vec!["Quarter".into()];
    let mut rows = Vec::new();
    if let Some(comparison) = comparison(&writer) {
        // Carrying on is never ahead of itself.
        let is_shown = |line: &usize| shown != ByQuarter::Ahead || *line != TODAY;
        let lines: Vec<usize> = computed(comparison).filter(is_shown).collect();
        let name = |line: &usize| short_line_name(writer, comparison.lines[*line].kind).into();
        columns.extend(lines.iter().map(name));
        for number in 1..=comparison.months.div_ceil(MONTHS_OF_QUARTER) {
            let month = (number * MONTHS_OF_QUARTER).min(comparison.months);
            let cell = |line: &usize| {
                let id = FigureId::Compared(*line, shown.figure(month));
                match shown {
                    ByQuarter::Efficiency => writer.exact(id),
                    ByQuarter::Delivered => writer.rounded(id),
                    ByQuarter::Ahead => writer.difference(id),
                }
            };
            let cells = lines.iter().map(cell).collect();
            rows.push(Row { heading: quarter(writer, number), cells });
        }
    }
    Table { title: shown.title(), columns, rows }
}

/// Months at which strategies are held against each other in any case.
const MILESTONES: [(u32, [&str; 3]); 3] = [
    (12, ["Delivered by month 12", "against as today", "efficiency"]),
    (24, ["Delivered by month 24", "against as today", "efficiency"]),
    (36, ["Delivered by month 36", "against as today", "efficiency"]),
];

/// A row for each strategy: delivered, against carrying on, and efficiency, after one, two and three
/// years and at a horizon beyond.
pub fn table_at_12_24_36(writer: Writer<'_>) -> Table {
    let mut columns = vec!["Strategy".into()];
    let mut rows = Vec::new();
    if let Some(comparison) = comparison(&writer) {
        let mut milestones = MILESTONES.to_vec();
        if comparison.months > 36 {
            let names = ["Delivered by the horizon", "against as today", "efficiency"];
            milestones.push((comparison.months, names));
        }
        for (_, names) in &milestones {
            columns.extend(names.map(Into::into));
        }
        for line in computed(comparison) {
            let mut cells = Vec::new();
            for (month, _) in &milestones {
                let id = |figure| FigureId::Compared(line, figure);
                cells.push(writer.rounded(id(ComparedFigure::Delivered(*month))));
                cells.push(writer.difference(id(ComparedFigure::Ahead(*month))));
                cells.push(writer.rounded(id(ComparedFigure::Efficiency(*month))));
            }
            let heading = line_name(writer, comparison.lines[line].kind).to_string();
            rows.push(Row { heading, cells });
        }
    }
    Table { title: "Features delivered and efficiency, not discounted", columns, rows }
}
