//! What to mind when strategies are held against each other.

use groundwork_model::{
    figure::FigureId,
    input::Input,
    plan::{PlanInput, StrategyInput},
    strategy::{ComparedFigure, Comparison, Line, LineKind},
    units::Share,
};

use super::{basis::raised_best, quoted};
use crate::document::{Paragraph, Writer};

pub(super) fn to_mind(writer: &Writer<'_>, comparison: &Comparison) -> Vec<Paragraph> {
    let mut sentences = vec![Paragraph::of_text(
        "Here only features count, at what the capacity for them costs and how efficient it is, \
         and nothing is discounted. The case itself values all capacity, so its figures are not \
         these.",
    )];
    sentences.extend(raised_best(writer, &comparison.basis));
    for (position, line) in comparison.lines.iter().enumerate() {
        sentences.extend(line.cut.and_then(|asked| cut(writer, line, asked)));
        sentences.extend(bought_outside(writer, position, line));
    }
    sentences
}

fn cut(writer: &Writer<'_>, line: &Line, asked: Share) -> Option<Paragraph> {
    let LineKind::Strategy(at) = line.kind else { return None };
    let input = |input: &StrategyInput| Input::Plan(PlanInput::Strategy(at, *input));
    let case = &writer.evaluation.case;
    let is_asked = |wanted: &&StrategyInput| {
        case.likely(input(wanted)).is_some_and(|share| (share - asked).abs() <= 0.0)
    };
    let inputs = case.strategies().get(at)?.kind.inputs();
    let found = inputs.iter().find(is_asked)?;
    let prose = quoted(writer.prose(), writer, line.kind).text(" asks for ").input(input(found));
    Some(
        prose
            .text(match found {
                StrategyInput::DualRunningShare => {
                    " of capacity for running both, more than features have; it takes what they have."
                }
                _ => {
                    " of capacity, more than there is beside defects and risk; it takes what is \
                     there."
                }
            })
            .done(),
    )
}

fn bought_outside(writer: &Writer<'_>, position: usize, line: &Line) -> Option<Paragraph> {
    let id = FigureId::Compared(position, ComparedFigure::BoughtOutside);
    (writer.value(id)? > 0.0).then(|| {
        quoted(writer.prose(), writer, line.kind)
            .text(" costs more than the capacity of its months; ")
            .key(id)
            .text(" must be bought outside and is not charged here.")
            .done()
    })
}
