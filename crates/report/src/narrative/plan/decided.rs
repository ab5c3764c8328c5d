//! What a plan was decided to be, as tables for a page without its fields.

use groundwork_model::{
    figure::FigureId,
    input::Input,
    plan::{PlanInput, StrategyInput, StrategyLine},
};

use crate::{
    charts::{ChartKind, chart},
    document::{Row, Table, Writer, labels::label, plan_names::strategy_kind},
    trace::capitalized,
};

/// The split of today and of every quarter.
pub fn splits(writer: Writer<'_>) -> Table {
    // Its data is the same at every width.
    chart(writer, ChartKind::Split, 0.0).data
}

/// The strategies that are compared, each with its assumptions, those nobody entered included.
pub fn decided(writer: Writer<'_>) -> Vec<Table> {
    let lines = writer.evaluation.case.strategies().iter().enumerate();
    let of_line = |(at, line): (usize, &StrategyLine)| {
        let row = |input: &StrategyInput| {
            let id = FigureId::Input(Input::Plan(PlanInput::Strategy(at, *input)));
            let mut cell = writer.rounded(id);
            if writer.value(id).is_none() {
                "not entered".clone_into(&mut cell.text);
            }
            Row { heading: capitalized(label(id)), cells: vec![cell] }
        };
        Table {
            title: strategy_kind(line.kind),
            columns: vec![strategy_kind(line.kind).into(), "Assumed".into()],
            rows: line.kind.inputs().iter().map(row).collect(),
        }
    };
    lines.map(of_line).filter(|table| !table.rows.is_empty()).collect()
}
