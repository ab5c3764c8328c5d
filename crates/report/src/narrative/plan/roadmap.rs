//! The plan quarter by quarter: the split in force, what initiatives take of it and what is left.

use groundwork_model::{
    figure::FigureId,
    split::Category,
    strategy::{PlanFigure, PlannedQuarter},
};

use super::comparison;
use crate::document::{
    FigureSpan, Paragraph, Writer,
    plan_names::{UNNAMED_INITIATIVE, category, quarter},
};

/// The roadmap in words and figures.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RoadmapText {
    /// Quarters in order, the first is quarter 1 of the case.
    pub quarters: Vec<QuarterText>,
    /// What is overbooked, a sentence each, in order of time.
    pub overbooked: Vec<Paragraph>,
    /// Which initiatives have no quarter yet; `None` where all have.
    pub unplaced: Option<Paragraph>,
}

/// A quarter of the roadmap. Figures are in the order of [`Category::ALL`].
#[derive(Clone, Debug, PartialEq)]
pub struct QuarterText {
    /// Number of the quarter, from 1.
    pub number: u32,
    /// What it is called: "Jan to Mar 2026", "quarter 2".
    pub name: String,
    /// Whether its split was entered for this quarter; if not, it goes on from before.
    pub is_entered: bool,
    /// The split in force, parts of 100%.
    pub split: [FigureSpan; 4],
    /// Shares of capacity that initiatives take.
    pub booked: [FigureSpan; 4],
    /// Shares that are left, below zero where more is booked than is there.
    pub left: [FigureSpan; 4],
    /// Positions of its initiatives in the case.
    pub initiatives: Vec<usize>,
    /// What is overbooked in it, a sentence each.
    pub overbooked: Vec<Paragraph>,
}

/// The plan of the case quarter by quarter.
pub fn roadmap(writer: Writer<'_>) -> RoadmapText {
    let writer = &writer;
    let Some(comparison) = comparison(writer) else {
        return RoadmapText::default();
    };
    let quarters: Vec<QuarterText> =
        comparison.roadmap.quarters.iter().map(|planned| of_quarter(writer, planned)).collect();
    RoadmapText {
        overbooked: quarters.iter().flat_map(|quarter| quarter.overbooked.clone()).collect(),
        unplaced: unplaced(writer, &comparison.roadmap.unplaced),
        quarters,
    }
}

fn of_quarter(writer: &Writer<'_>, planned: &PlannedQuarter) -> QuarterText {
    let number = planned.number;
    let rounded = |figure: fn(u32, Category) -> PlanFigure| {
        Category::ALL.map(|of| writer.rounded(FigureId::Plan(figure(number, of))))
    };
    let over = Category::ALL.into_iter().filter(|of| planned.left(*of) < 0.0);
    QuarterText {
        number,
        name: quarter(*writer, number),
        is_entered: planned.is_entered,
        split: rounded(PlanFigure::InForce),
        booked: rounded(PlanFigure::Booked),
        left: rounded(PlanFigure::Left),
        initiatives: planned.initiatives.clone(),
        overbooked: over.map(|of| overbooked(writer, planned, of)).collect(),
    }
}

/// "Debt is overbooked by 5% of capacity in Apr to Jun 2026: 25% is placed where 20% is planned."
fn overbooked(writer: &Writer<'_>, planned: &PlannedQuarter, of: Category) -> Paragraph {
    let id = |figure: fn(u32, Category) -> PlanFigure| FigureId::Plan(figure(planned.number, of));
    let parts = [planned.split.share(of), -planned.left(of)];
    let shown = writer.style.percent_parts(&parts, planned.booked(of));
    let [in_force, over] = shown.parts.as_slice() else {
        return Paragraph::default();
    };
    writer
        .prose()
        .text(category(of))
        .text(if matches!(of, Category::Features | Category::Defects) { " are" } else { " is" })
        .text(" overbooked by ")
        .key_span(writer.written(id(PlanFigure::Left), over))
        .text(" of capacity in ")
        .plain(quarter(*writer, planned.number))
        .text(": ")
        .span(writer.written(id(PlanFigure::Booked), &shown.total))
        .text(" is placed where ")
        .span(writer.written(id(PlanFigure::InForce), in_force))
        .text(" is planned.")
        .done()
}

/// Initiatives that are named; more are counted.
const MOST_NAMED: usize = 3;

fn unplaced(writer: &Writer<'_>, positions: &[usize]) -> Option<Paragraph> {
    let initiatives = writer.evaluation.case.initiatives();
    let title = |position: &usize| {
        let title = initiatives.get(*position).map_or("", |line| line.title.as_str());
        if title.trim().is_empty() { UNNAMED_INITIATIVE } else { title }
    };
    let names: Vec<&str> = positions.iter().map(title).collect();
    let more = names.len().saturating_sub(MOST_NAMED);
    let mut prose = writer.prose().text("Not in a quarter yet: ");
    for (position, name) in names.iter().take(MOST_NAMED).enumerate() {
        prose = prose.text(if position > 0 { ", “" } else { "“" }).plain(*name).text("”");
    }
    let prose = prose.when(more > 0, |prose| {
        let more = f64::from(u32::try_from(more).unwrap_or(u32::MAX));
        prose.text(" and ").plain(writer.style.number(more, 0)).text(" more")
    });
    (!names.is_empty()).then(|| prose.text(".").done())
}
