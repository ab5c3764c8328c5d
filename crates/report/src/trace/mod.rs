//! Where a figure comes from: its formula, the figures put in, and the inputs it rests on.
//!
//! Formulas are data: the same tree is written in symbols, written with the figures put in, and
//! evaluated, so that what is said about a figure gives the figure. Constants of a formula, such as
//! the months of a year or the number of a month in an exponent, are no figures: they stand as
//! plain digits in symbols and between the figures put in, never in sentences.

mod evaluate;
mod formula;
mod formulas;
mod inputs;
mod names;
mod plan_names;
mod symbols;
mod write;

use groundwork_model::{
    figure::{FigureId, HeadlineFigure},
    input::Input,
};

pub use evaluate::{Computed, Measured, computed};
use formula::{Formula, Rule};
pub use names::name;
pub(crate) use names::{capitalized, moved_in_tornado, name_in_sentence};

use crate::document::{FigureSpan, Paragraph, Span, Writer};

/// A figure explained.
#[derive(Clone, Debug, PartialEq)]
pub struct Trace {
    /// Which figure it is.
    pub figure: FigureId,
    /// What it is called where it stands alone: with its month, year, line and period.
    pub name: String,
    /// The figure with the digits a table shows; where it does not exist, why.
    pub value: FigureSpan,
    /// The formula in words, without a digit.
    pub words: Paragraph,
    /// The formula in symbols; `None` for inputs and for what is counted from draws.
    pub symbols: Option<String>,
    /// The formula with the figures put in, each of which can be asked in turn. Terms of a long sum
    /// that are nothing are left out, and of the others the first and the last one shown. `None`
    /// for inputs, for figures that do not exist, and where no figure stands in the formula.
    pub inserted: Option<Paragraph>,
    /// What the symbols stand for, and what decides which formula holds.
    pub operands: Vec<Operand>,
    /// A sentence that is due beside the formula.
    pub aside: Option<Paragraph>,
    /// Every input it rests on, directly or through other figures, in the order of the case file;
    /// for an input, itself.
    pub inputs: Vec<TracedInput>,
}

/// A figure within a formula.
#[derive(Clone, Debug, PartialEq)]
pub struct Operand {
    /// What it is called in the formula.
    pub symbol: &'static str,
    /// What it is.
    pub label: String,
    /// The figure, with the digits a table shows.
    pub figure: FigureSpan,
}

/// An input a figure rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct TracedInput {
    /// Which input it is.
    pub input: Input,
    /// What it is.
    pub label: String,
    /// Its most likely value, with the digits a table shows.
    pub figure: FigureSpan,
    /// Whether somebody entered it; a default or a suggestion is nobody's number.
    pub is_entered: bool,
}

/// Explains a figure.
pub fn trace(writer: Writer<'_>, figure: FigureId) -> Trace {
    let evaluation = writer.evaluation;
    let formula = formulas::formula(evaluation, figure);
    let value = writer.exact(figure);
    let node = match &formula.rule {
        Rule::Entered | Rule::Drawn => None,
        Rule::Gives(node) | Rule::IsZero(node) => Some(node),
    };
    let is_there = evaluation.figure(figure).is_some();
    let inserted = node.filter(|_| is_there).and_then(|node| write::with_figures(writer, node));
    Trace {
        figure,
        name: name(writer, figure),
        value,
        words: Paragraph::of_text(formula.words),
        symbols: node.map(|node| finished(&formula, write::in_symbols(writer, node))),
        inserted: inserted.map(|paragraph| finished_paragraph(&formula, paragraph)),
        operands: operands(writer, &formula),
        aside: aside(writer, figure),
        inputs: inputs::inputs(evaluation, figure)
            .into_iter()
            .map(|input| TracedInput {
                input,
                label: name(writer, FigureId::Input(input)),
                figure: writer.exact(FigureId::Input(input)),
                is_entered: evaluation.case.entered(input).is_some(),
            })
            .collect(),
    }
}

/// What a figure found by search must fulfil, beside the formula.
const IS_ZERO: &str = " = 0";

fn finished(formula: &Formula, symbols: String) -> String {
    match formula.rule {
        Rule::IsZero(_) => symbols + IS_ZERO,
        Rule::Entered | Rule::Drawn | Rule::Gives(_) => symbols,
    }
}

fn finished_paragraph(formula: &Formula, mut paragraph: Paragraph) -> Paragraph {
    if matches!(formula.rule, Rule::IsZero(_)) {
        paragraph.0.push(Span::Text(IS_ZERO.to_owned()));
    }
    paragraph
}

fn operands(writer: Writer<'_>, formula: &Formula) -> Vec<Operand> {
    let mut found: Vec<Operand> = Vec::new();
    for part in formula.parts() {
        for (symbol, id) in write::operands(writer, part) {
            if !found.iter().any(|known| known.figure.id == id) {
                found.push(Operand { symbol, label: name(writer, id), figure: writer.exact(id) });
            }
        }
    }
    found
}

/// Beside the run rate, what a month of waiting does to the net present value of this case.
fn aside(writer: Writer<'_>, figure: FigureId) -> Option<Paragraph> {
    if figure != FigureId::Headline(HeadlineFigure::CostOfDelayPerWeek) {
        return None;
    }
    let lost = writer.evaluation.figure(FigureId::Delay)?;
    let prose = writer.prose().text("If the work begins a month later, the net present value ");
    let prose = if lost > 0.0 {
        prose.text("over the horizon falls by ").key_span(writer.size_exact(FigureId::Delay))
    } else if lost < 0.0 {
        prose.text("over the horizon rises by ").key_span(writer.size_exact(FigureId::Delay))
    } else {
        return Some(prose.text("over the horizon stays the same.").done());
    };
    Some(prose.text(".").done())
}
