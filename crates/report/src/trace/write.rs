//! Formulas as people read them: in symbols, and with the figures put in.

use groundwork_model::{figure::FigureId, sensitivity::TornadoInput};

use super::{
    evaluate::value,
    formula::{Change, Fold, Node, Op},
};
use crate::document::{Paragraph, Span, Writer};

/// Series of more terms than this show the first and the last one.
const TERMS_SHOWN: usize = 3;

/// What is written for a figure.
#[derive(Clone, Copy, PartialEq, Eq)]
enum With {
    /// Its symbol.
    Symbols,
    /// The figure itself.
    Figures,
}

/// A formula in the making.
struct Writing<'a> {
    writer: Writer<'a>,
    with: With,
    spans: Vec<Span>,
    figures: Vec<(&'static str, FigureId)>,
}

/// The formula in symbols.
pub(super) fn in_symbols(writer: Writer<'_>, node: &Node) -> String {
    let mut writing = Writing::new(writer, With::Symbols);
    writing.node(node, 0);
    Paragraph(writing.spans).to_string()
}

/// The formula with the figures put in; none where there is no figure in it.
pub(super) fn with_figures(writer: Writer<'_>, node: &Node) -> Option<Paragraph> {
    let mut writing = Writing::new(writer, With::Figures);
    writing.node(node, 0);
    let paragraph = Paragraph(writing.spans);
    let is_any = paragraph.figures().next().is_some();
    is_any.then_some(paragraph)
}

/// The figures that are put in, each once, with their symbols.
pub(super) fn operands(writer: Writer<'_>, node: &Node) -> Vec<(&'static str, FigureId)> {
    let mut writing = Writing::new(writer, With::Figures);
    writing.node(node, 0);
    writing.figures
}

impl<'a> Writing<'a> {
    fn new(writer: Writer<'a>, with: With) -> Self {
        Self { writer, with, spans: Vec::new(), figures: Vec::new() }
    }

    /// Writes a part, in parentheses where it binds less than `least`.
    fn node(&mut self, node: &Node, least: u8) {
        let is_apart = self.binding(node) < least;
        if is_apart {
            self.text("(");
        }
        self.bare(node);
        if is_apart {
            self.text(")");
        }
    }

    fn bare(&mut self, node: &Node) {
        let is_symbols = self.with == With::Symbols;
        match node {
            Node::Figure(symbol, id) => self.figure(symbol, *id),
            Node::Constant(constant) => self.text(&constant.to_string()),
            Node::Two(op, two) => {
                let (left, right) = op.least();
                self.node(&two.0, left);
                self.text(op.sign());
                self.node(&two.1, right);
            }
            Node::AtLeast(bound, node) => self.bounded("max", *bound, node),
            Node::AtMost(bound, node) => self.bounded("min", *bound, node),
            Node::Series(_, symbols, _) if is_symbols => self.text(symbols),
            Node::Series(Fold::Sum, _, terms) => self.sum(terms),
            Node::Series(Fold::Lowest, _, terms) => self.lowest(terms),
            Node::Named(symbol, _) if is_symbols => self.text(symbol),
            Node::Unseen(symbol, _) | Node::Missing(symbol) => self.text(symbol),
            Node::NpvWith(change, node) => {
                self.text("NPV(");
                self.text(change.symbol());
                self.text(" = ");
                self.node(node, 0);
                self.text(")");
            }
            Node::Named(_, node) | Node::Only(_, node) => self.bare(node),
        }
    }

    fn bounded(&mut self, function: &str, bound: f64, node: &Node) {
        self.text(&format!("{function}({bound}, "));
        self.node(node, 0);
        self.text(")");
    }

    fn sum(&mut self, terms: &[Node]) {
        let shown = self.shown(terms);
        if shown.is_empty() {
            self.text("0");
        }
        let is_cut = shown.len() > TERMS_SHOWN;
        for (position, term) in shown.iter().enumerate() {
            let is_last = position + 1 == shown.len();
            if position > 0 && (!is_cut || is_last) {
                self.text(" + ");
            }
            if !is_cut || position == 0 || is_last {
                self.node(term, u8::from(position > 0));
            } else if position == 1 {
                self.text(" + …");
            }
        }
    }

    /// Terms that are worth showing: those that are nothing are left out where there are many.
    fn shown<'t>(&self, terms: &'t [Node]) -> Vec<&'t Node> {
        let is_something = |term: &&Node| {
            value(self.writer.evaluation, term).is_some_and(|term| term.value != 0.0)
        };
        let something: Vec<_> = terms.iter().filter(is_something).collect();
        if something.is_empty() || terms.len() <= TERMS_SHOWN {
            terms.iter().collect()
        } else {
            something
        }
    }

    fn lowest(&mut self, terms: &[Node]) {
        let value =
            |term: &&Node| value(self.writer.evaluation, term).map_or(0.0, |term| term.value);
        let lowest = terms.iter().min_by(|a, b| value(a).total_cmp(&value(b)));
        self.text("min(0, ");
        if terms.len() > 1 {
            self.text("…, ");
        }
        if let Some(lowest) = lowest {
            self.node(lowest, 0);
        }
        self.text(if terms.len() > 1 { ", …)" } else { ")" });
    }

    fn figure(&mut self, symbol: &'static str, id: FigureId) {
        if !self.figures.iter().any(|(_, known)| *known == id) {
            self.figures.push((symbol, id));
        }
        match self.with {
            With::Symbols => self.text(symbol),
            With::Figures => self.spans.push(Span::Figure(self.writer.exact(id))),
        }
    }

    /// Adds words to those before, so that a text is one span.
    fn text(&mut self, text: &str) {
        if let Some(Span::Text(before)) = self.spans.last_mut() {
            before.push_str(text);
        } else {
            self.spans.push(Span::Text(text.to_owned()));
        }
    }

    /// How firmly a part holds together: 0 a figure below zero, for its sign, 1 a sum, 2 a
    /// product, 3 a power, 4 one thing.
    fn binding(&self, node: &Node) -> u8 {
        let is_symbols = self.with == With::Symbols;
        match node {
            Node::Two(op, _) => op.binding(),
            Node::Series(Fold::Sum, symbols, _) if is_symbols => {
                if symbols.starts_with('Σ') {
                    1
                } else {
                    4
                }
            }
            Node::Series(Fold::Sum, _, terms) => match self.shown(terms).as_slice() {
                [] => 4,
                [one] => self.binding(one),
                _ => 1,
            },
            Node::Named(_, node) if !is_symbols => self.binding(node),
            Node::Only(_, node) => self.binding(node),
            Node::Figure(_, id) if !is_symbols => {
                let is_below_zero = self.writer.evaluation.figure(*id).is_some_and(|v| v < 0.0);
                if is_below_zero { 0 } else { 4 }
            }
            _ => 4,
        }
    }
}

impl Op {
    const fn sign(self) -> &'static str {
        match self {
            Self::Plus => " + ",
            Self::Minus => " − ",
            Self::Times => " × ",
            Self::Over => " / ",
            Self::ToThe => "^",
        }
    }

    const fn binding(self) -> u8 {
        match self {
            Self::Plus | Self::Minus => 1,
            Self::Times | Self::Over => 2,
            Self::ToThe => 3,
        }
    }

    /// How firmly the two parts must hold together to stand without parentheses.
    const fn least(self) -> (u8, u8) {
        match self {
            Self::Plus => (0, 1),
            Self::Minus => (0, 2),
            Self::Times => (2, 2),
            Self::Over => (2, 3),
            Self::ToThe => (4, 4),
        }
    }
}

impl Change {
    const fn symbol(self) -> &'static str {
        match self {
            Self::Amount => "I",
            Self::Reached => "e1",
            Self::Gain => "gain",
            Self::FirstMonth => "f",
            Self::Moved(TornadoInput::Input(_)) => "x",
            Self::Moved(TornadoInput::Gain) => "d",
            Self::Moved(TornadoInput::Capacity) => "C",
            Self::Moved(TornadoInput::EfficiencyNow) => "e0",
        }
    }
}
