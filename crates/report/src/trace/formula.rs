//! Formulas as data: what is written for people is what is evaluated.

use groundwork_model::{
    figure::{FigureId, ReturnFigure},
    input::Input,
    sensitivity::TornadoInput,
};

/// How a figure comes about.
pub(super) struct Formula {
    /// The formula in words, without a digit.
    pub(super) words: &'static str,
    /// The formula itself.
    pub(super) rule: Rule,
    /// Figures that do not stand in the rule and decide which rule holds.
    pub(super) decided_by: Vec<Node>,
}

/// What ties a figure to others.
pub(super) enum Rule {
    /// Nothing: somebody gave it, or it is a default.
    Entered,
    /// The figure is what this gives.
    Gives(Node),
    /// The figure is found by search; it stands in here itself, and this is zero.
    IsZero(Node),
    /// The figure is counted from the draws of every uncertain input.
    Drawn,
}

/// A part of a formula.
#[derive(Clone)]
pub(super) enum Node {
    /// A figure and the symbol it goes by.
    Figure(&'static str, FigureId),
    /// A number that belongs to the formula, such as the months of a year. It is no figure of the
    /// case: it is written as it is and cannot be asked.
    Constant(f64),
    /// Two parts and what is done with them.
    Two(Op, Box<(Node, Node)>),
    /// The larger one of a bound and a part.
    AtLeast(f64, Box<Node>),
    /// The smaller one of a bound and a part.
    AtMost(f64, Box<Node>),
    /// Many parts of one kind, and how people write them together.
    Series(Fold, &'static str, Vec<Node>),
    /// A part with a symbol of its own; figures put in, it is written out.
    Named(&'static str, Box<Node>),
    /// A part no figure of the case stands for: it keeps its symbol when figures are put in.
    Unseen(&'static str, Box<Node>),
    /// The net present value of the case with something changed.
    NpvWith(Change, Box<Node>),
    /// A part that counts only where it is fit for it; written as the part.
    Only(Fit, Box<Node>),
    /// Nothing, where people would write this.
    Missing(&'static str),
}

/// What is done with two parts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Op {
    /// The sum.
    Plus,
    /// The difference.
    Minus,
    /// The product.
    Times,
    /// The quotient, which does not exist over nothing.
    Over,
    /// The power.
    ToThe,
}

/// How many parts become one.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Fold {
    /// Their sum.
    Sum,
    /// The lowest of them and of zero.
    Lowest,
}

/// What is changed in a case before its net present value is taken.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Change {
    /// What the work costs.
    Amount,
    /// The efficiency reached, without a haircut.
    Reached,
    /// The points gained.
    Gain,
    /// The first month of the work.
    FirstMonth,
    /// What a bar of the tornado moves.
    Moved(TornadoInput),
}

/// When a part counts.
#[derive(Clone, Copy)]
pub(super) enum Fit {
    /// Above this; a difference that is only rounding does not count.
    Above(f64),
    /// As an efficiency within bounds.
    Efficiency,
    /// Always; sums no larger than this are rounding and count as zero.
    Settled(f64),
}

impl Formula {
    pub(super) fn gives(words: &'static str, node: Node) -> Self {
        Self { words, rule: Rule::Gives(node), decided_by: Vec::new() }
    }

    pub(super) fn is_zero(words: &'static str, node: Node) -> Self {
        Self { words, rule: Rule::IsZero(node), decided_by: Vec::new() }
    }

    pub(super) fn entered(words: &'static str) -> Self {
        Self { words, rule: Rule::Entered, decided_by: Vec::new() }
    }

    pub(super) fn drawn(words: &'static str) -> Self {
        Self { words, rule: Rule::Drawn, decided_by: Vec::new() }
    }

    /// Names what decides which rule holds.
    pub(super) fn decided_by(self, figures: Vec<Node>) -> Self {
        Self { decided_by: figures, ..self }
    }

    /// The parts of the formula.
    pub(super) fn parts(&self) -> impl Iterator<Item = &Node> {
        let node = match &self.rule {
            Rule::Entered | Rule::Drawn => None,
            Rule::Gives(node) | Rule::IsZero(node) => Some(node),
        };
        node.into_iter().chain(&self.decided_by)
    }
}

impl Node {
    fn two(self, op: Op, other: Self) -> Self {
        Self::Two(op, Box::new((self, other)))
    }

    pub(super) fn power(self, power: Self) -> Self {
        self.two(Op::ToThe, power)
    }

    pub(super) fn at_least(self, bound: f64) -> Self {
        Self::AtLeast(bound, Box::new(self))
    }

    pub(super) fn at_most(self, bound: f64) -> Self {
        Self::AtMost(bound, Box::new(self))
    }

    pub(super) fn only(self, fit: Fit) -> Self {
        Self::Only(fit, Box::new(self))
    }

    pub(super) fn named(self, symbol: &'static str) -> Self {
        Self::Named(symbol, Box::new(self))
    }

    pub(super) fn sum(symbols: &'static str, terms: impl IntoIterator<Item = Self>) -> Self {
        Self::Series(Fold::Sum, symbols, terms.into_iter().collect())
    }

    /// Calls `visit` with every figure in it, those a present value of a changed case rests on
    /// left out.
    pub(super) fn each_figure(&self, visit: &mut dyn FnMut(&'static str, FigureId)) {
        match self {
            Self::Figure(symbol, id) => visit(symbol, *id),
            Self::Constant(_) | Self::Missing(_) => (),
            Self::Two(_, two) => {
                two.0.each_figure(visit);
                two.1.each_figure(visit);
            }
            Self::Series(_, _, terms) => terms.iter().for_each(|term| term.each_figure(visit)),
            Self::AtLeast(_, node)
            | Self::AtMost(_, node)
            | Self::Named(_, node)
            | Self::Unseen(_, node)
            | Self::NpvWith(_, node)
            | Self::Only(_, node) => node.each_figure(visit),
        }
    }

    /// What is changed before a net present value is taken, where one is taken in here.
    pub(super) fn change(&self) -> Option<Change> {
        match self {
            Self::NpvWith(change, _) => Some(*change),
            Self::Two(_, two) => two.0.change().or(two.1.change()),
            _ => None,
        }
    }
}

impl Change {
    /// Inputs that do not count once this is changed.
    pub(super) fn replaces(self) -> &'static [Input] {
        match self {
            Self::Amount => &[Input::Amount],
            Self::Reached | Self::Gain => &[Input::EfficiencyAfter, Input::Confidence],
            Self::FirstMonth => &[Input::FirstMonth],
            // What comes in its place is made of it.
            Self::Moved(_) => &[],
        }
    }

    /// What a changed net present value rests on, beside what is changed.
    pub(super) const RESTS_ON: FigureId = FigureId::Return(ReturnFigure::Npv);
}

impl From<f64> for Node {
    fn from(constant: f64) -> Self {
        Self::Constant(constant)
    }
}

impl From<u32> for Node {
    fn from(constant: u32) -> Self {
        Self::Constant(f64::from(constant))
    }
}

/// Lets formulas be written the way they are read.
macro_rules! operators {
    ($($trait:ident $function:ident $op:ident,)*) => {
        $(
            impl<T: Into<Node>> std::ops::$trait<T> for Node {
                type Output = Self;

                fn $function(self, other: T) -> Self {
                    self.two(Op::$op, other.into())
                }
            }
        )*
    };
}

operators! {
    Add add Plus,
    Sub sub Minus,
    Mul mul Times,
    Div div Over,
}
