//! What the figures and inputs of a plan are called where they stand alone.

use groundwork_model::{
    plan::PlanInput,
    strategy::{ComparedFigure, LineKind, PlanFigure},
};

use super::names::capitalized;
use crate::document::{
    Writer,
    plan_names::{UNNAMED_INITIATIVE, line_name, quarter},
};

/// "“20% always”: features delivered by the end of March 2027".
pub(super) fn of_line(writer: Writer<'_>, line: usize, figure: ComparedFigure) -> String {
    use ComparedFigure as F;
    let comparison = writer.evaluation.comparison.as_deref();
    let kind = comparison.and_then(|comparison| comparison.lines.get(line)).map(|line| line.kind);
    let name = line_name(writer, kind.unwrap_or(LineKind::AsToday)).to_string();
    let by = |what: &str, month, rest: &str| [what, &writer.month_in_words(month), rest].concat();
    let what = match figure {
        F::Delivered(month) => by("features delivered by the end of ", month, ""),
        F::Ahead(month) => by("features delivered by the end of ", month, ", against as today"),
        F::Efficiency(month) => by("efficiency in ", month, ""),
        F::EndingEfficiency => "efficiency in the last month looked at".to_owned(),
        F::DifferenceFromToday => {
            "features delivered by the last month, against as today".to_owned()
        }
        F::CrossesTodayAt => "month in which it catches up with as today".to_owned(),
        F::BoughtOutside => "work that must be bought outside".to_owned(),
    };
    ["“", &name, "”: ", &what].concat()
}

/// "Share of debt planned, Jan to Mar 2026".
pub(super) fn of_plan(writer: Writer<'_>, figure: PlanFigure, label: &str) -> String {
    match figure {
        PlanFigure::BestPathShare(number)
        | PlanFigure::Booked(number, _)
        | PlanFigure::Left(number, _)
        | PlanFigure::InForce(number, _) => [label, ", ", &quarter(writer, number)].concat(),
        _ => label.to_owned(),
    }
}

/// "“20% always”: share for debt", "Share of debt today".
pub(super) fn of_input(writer: Writer<'_>, input: PlanInput, label: &str) -> String {
    match input {
        PlanInput::Split(_) => capitalized(label) + " today",
        PlanInput::PointsPerCapacityYear | PlanInput::BestEfficiency => {
            capitalized(label) + ", as entered"
        }
        PlanInput::Strategy(at, _) => {
            let name = line_name(writer, LineKind::Strategy(at)).to_string();
            ["“", &name, "”: ", label].concat()
        }
        PlanInput::Quarter(at, _) => {
            let number = u32::try_from(at + 1).unwrap_or(u32::MAX);
            [&capitalized(label), " entered for ", &quarter(writer, number)].concat()
        }
        PlanInput::Initiative(at, _) => {
            let title = writer.evaluation.case.initiatives().get(at);
            let title = title.map_or("", |line| line.title.as_str());
            let title = if title.trim().is_empty() { UNNAMED_INITIATIVE } else { title };
            ["“", title, "”: ", label].concat()
        }
    }
}
