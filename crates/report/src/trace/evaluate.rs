//! Formulas, evaluated: what is written beside a figure must give the figure.

use groundwork_model::{
    assumptions::Assumptions, bounds::Bounds, evaluation::Evaluation, figure::FigureId,
    input::Input, returns::net_flows, sensitivity::TornadoInput, timeline::Timeline,
};

use super::{
    formula::{Change, Fit, Fold, Node, Op, Rule},
    formulas::formula,
    symbols::growth_until,
};

/// What the formula of a figure gives.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Computed {
    /// The figure was put in, not computed.
    Entered,
    /// The figure by its formula; none where the formula gives none.
    Value(Option<Measured>),
    /// The figure was counted from draws.
    Drawn,
    /// What must be zero at a figure that was found by search; none where there is no such figure.
    Residual(Option<Measured>),
}

/// A number and the size of what it is made of, against which rounding is measured.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measured {
    /// The number.
    pub value: f64,
    /// Size of the parts: at least as large as the number, much larger where parts cancel out.
    pub size: f64,
}

/// Evaluates the formula of `figure` from the figures that stand in it.
pub fn computed(evaluation: &Evaluation, figure: FigureId) -> Computed {
    match formula(evaluation, figure).rule {
        Rule::Entered => Computed::Entered,
        Rule::Drawn => Computed::Drawn,
        Rule::Gives(node) => Computed::Value(value(evaluation, &node)),
        Rule::IsZero(node) => Computed::Residual(value(evaluation, &node)),
    }
}

/// The value of a part; `None` where it does not exist.
pub(super) fn value(evaluation: &Evaluation, node: &Node) -> Option<Measured> {
    let found = match node {
        Node::Figure(_, id) => Measured::of(evaluation.figure(*id)?),
        Node::Constant(constant) => Measured::of(*constant),
        Node::Two(op, two) => op.of(value(evaluation, &two.0)?, value(evaluation, &two.1)?),
        Node::AtLeast(bound, node) => value(evaluation, node)?.map(|value| value.max(*bound)),
        Node::AtMost(bound, node) => value(evaluation, node)?.map(|value| value.min(*bound)),
        Node::Series(fold, _, terms) => {
            let mut all = Measured::of(0.0);
            for term in terms {
                let term = value(evaluation, term)?;
                all = match fold {
                    Fold::Sum => Op::Plus.of(all, term),
                    Fold::Lowest => all.map(|lowest| lowest.min(term.value)),
                };
            }
            all
        }
        Node::Named(_, node) | Node::Unseen(_, node) => value(evaluation, node)?,
        Node::NpvWith(change, node) => {
            let changed = changed(evaluation, *change, value(evaluation, node)?.value);
            let flows = net_flows(&Timeline::of(&changed));
            let mut npv = Measured::of(0.0);
            for (month, amount) in (1..).zip(flows.amounts()) {
                let growth = value(evaluation, &growth_until(month))?;
                npv = Op::Plus.of(npv, Op::Over.of(Measured::of(*amount), growth));
            }
            npv
        }
        Node::Only(fit, node) => fit.of(value(evaluation, node)?)?,
        Node::Missing(_) => return None,
    };
    found.value.is_finite().then_some(found)
}

impl Measured {
    fn of(value: f64) -> Self {
        Self { value, size: value.abs() }
    }

    fn map(self, change: impl Fn(f64) -> f64) -> Self {
        let value = change(self.value);
        Self { value, size: self.size.max(value.abs()) }
    }
}

impl Op {
    /// A quotient over nothing is infinite or NaN, which no part of a formula may be.
    fn of(self, a: Measured, b: Measured) -> Measured {
        let (value, size) = match self {
            Self::Plus => (a.value + b.value, a.size + b.size),
            Self::Minus => (a.value - b.value, a.size + b.size),
            Self::Times => (a.value * b.value, a.size * b.size),
            Self::Over => {
                let quotient = a.value / b.value;
                (quotient, (a.size * b.size / b.value / b.value).max(quotient.abs()))
            }
            Self::ToThe => {
                let power = libm::pow(a.value, b.value);
                let spread = (a.size / a.value).abs().max(1.0) * b.value.abs().max(1.0);
                (power, power.abs() * spread)
            }
        };
        Measured { value, size }
    }
}

impl Fit {
    fn of(self, part: Measured) -> Option<Measured> {
        match self {
            Self::Above(least) => (part.value > least).then_some(part),
            Self::Efficiency => Bounds::EFFICIENCY.contains(part.value).then_some(part),
            Self::Settled(zero) => {
                Some(part.map(|value| if value.abs() <= zero { 0.0 } else { value }))
            }
        }
    }
}

/// The same assumptions with one of them changed.
fn changed(evaluation: &Evaluation, change: Change, value: f64) -> Assumptions {
    let mut changed = evaluation.assumptions.clone();
    let gain = changed.efficiency.gain();
    let efficiency = &mut changed.efficiency;
    match change {
        Change::Amount => changed.investment.amount = value,
        Change::Reached => (efficiency.confidence, efficiency.after) = (1.0, value),
        Change::Gain | Change::Moved(TornadoInput::Gain) => {
            (efficiency.confidence, efficiency.after) = (1.0, efficiency.now + value);
        }
        Change::Moved(TornadoInput::EfficiencyNow) => {
            (efficiency.confidence, efficiency.now, efficiency.after) = (1.0, value, value + gain);
        }
        Change::Moved(TornadoInput::Capacity) => changed.capacity.annual_cost = value,
        Change::Moved(TornadoInput::Input(Input::Slip)) => {
            changed.investment = changed.investment.slipped(value);
        }
        Change::Moved(TornadoInput::Input(moved)) => {
            let instead = |input| (input == moved).then_some(value);
            changed = Assumptions::read(&evaluation.case, instead);
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        Change::FirstMonth => changed.investment.first_month = value as u32,
    }
    changed
}
