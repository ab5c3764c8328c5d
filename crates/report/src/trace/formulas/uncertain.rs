//! Estimates, what one of them moves, and what is counted from draws.

use groundwork_model::{
    evaluation::Evaluation,
    figure::{Bound, FigureId, MonthFigure, Percentile, ReturnFigure, SimulatedFigure},
    input::Input,
    sensitivity::{TornadoInput, tornado as bars},
    simulation::drawn_inputs,
};

use crate::trace::{
    formula::{Change, Formula, Node},
    symbols::{amount, capacity, gain, input, month, now, number, returned},
};

/// What is counted from the draws rests on the likely figure it is drawn around, on every input that
/// is drawn, and on what only draws use.
pub(super) fn simulated(evaluation: &Evaluation, figure: SimulatedFigure) -> Formula {
    use SimulatedFigure as F;
    let npv = || vec![returned("likely NPV", ReturnFigure::Npv)];
    let net = || returned("likely net", ReturnFigure::TotalNet);
    let payback = || vec![returned("likely payback", ReturnFigure::PaybackMonths), net()];
    let likely = match figure {
        F::Draws => return Formula::drawn(words(figure)),
        F::TotalNet(_) | F::TotalNetMean => vec![net()],
        F::Payback(_) | F::PaybackMean | F::PaidBackBy(_) => payback(),
        F::CumulativeNet(number, _) => {
            vec![month("likely net so far", number, MonthFigure::CumulativeNet), net()]
        }
        F::Npv(_)
        | F::NpvMean
        | F::ProbabilityNpvPositive
        | F::ProbabilityOfHeadline
        | F::Distribution(_)
        | F::Sensitivity(_) => npv(),
    };
    let mut decided_by = likely;
    let is_estimated = |input: &Input| *input != Input::FailureProbability;
    for drawn in drawn_inputs(&evaluation.case).into_iter().filter(is_estimated) {
        decided_by.extend([
            Node::Figure("lowest", FigureId::Estimate(drawn, Bound::Low)),
            Node::Figure("highest", FigureId::Estimate(drawn, Bound::High)),
        ]);
    }
    decided_by.extend([
        input("overrun", Input::Slip),
        input("chance of no gain", Input::FailureProbability),
        input("seed", Input::Seed),
    ]);
    Formula::drawn(words(figure)).decided_by(decided_by)
}

fn words(figure: SimulatedFigure) -> &'static str {
    use {Percentile as P, SimulatedFigure as F};
    match figure {
        F::Npv(P::P10) | F::TotalNet(P::P10) | F::CumulativeNet(_, P::P10) => {
            "The value that one in ten draws stays below and nine in ten exceed. Each draw takes every \
             estimate at random between its lowest and highest value, most often near the likely one."
        }
        F::Npv(P::P50) | F::TotalNet(P::P50) | F::CumulativeNet(_, P::P50) => {
            "The value that half of the draws stay below. Each draw takes every estimate at random \
             between its lowest and highest value, most often near the likely one."
        }
        F::Npv(P::P90) | F::TotalNet(P::P90) | F::CumulativeNet(_, P::P90) => {
            "The value that nine in ten draws stay below and one in ten exceeds. Each draw takes every \
             estimate at random between its lowest and highest value, most often near the likely one."
        }
        F::NpvMean | F::TotalNetMean => {
            "What all draws come to, added up and divided by their number."
        }
        F::Payback(P::P10) => {
            "The time within which one in ten draws is paid back. A draw that is not paid back within \
             the horizon counts as later than all others."
        }
        F::Payback(P::P50) => {
            "The time within which half of the draws are paid back. A draw that is not paid back \
             within the horizon counts as later than all others."
        }
        F::Payback(P::P90) => {
            "The time within which nine in ten draws are paid back. A draw that is not paid back \
             within the horizon counts as later than all others."
        }
        F::PaybackMean => {
            "The time to payback of all draws, added up and divided by their number. It exists only \
             where every draw is paid back within the horizon."
        }
        F::ProbabilityNpvPositive => {
            "The number of draws with a net present value above zero, divided by the number of draws."
        }
        F::ProbabilityOfHeadline => {
            "The number of draws whose net present value is at least that of the likely values, \
             divided by the number of draws."
        }
        F::PaidBackBy(_) => {
            "The number of draws that are out of the red for good by the end of the month, divided by \
             the number of draws."
        }
        F::Distribution(_) => {
            "The number of draws whose net present value lies within this stretch, divided by the \
             number of draws."
        }
        F::Sensitivity(_) => {
            "How firmly the net present value of the draws goes with this input: the square of their \
             rank correlation, divided by the squares of all inputs together."
        }
        F::Draws => {
            "How often every uncertain input is drawn. More draws would give nearly the same figures."
        }
    }
}

pub(super) fn estimate(of: Input, bound: Bound) -> Formula {
    let words = match bound {
        Bound::Low => {
            "The lowest value that was entered: below it the figure practically never lies."
        }
        Bound::High => {
            "The highest value that was entered: above it the figure practically never lies."
        }
    };
    Formula::entered(words).decided_by(vec![input("likely", of)])
}

/// The present value with one thing moved to an end of its range, or by a tenth.
pub(super) fn tornado(evaluation: &Evaluation, moved: TornadoInput, bound: Bound) -> Formula {
    let npv = |node| Node::NpvWith(Change::Moved(moved), Box::new(node));
    if let TornadoInput::Input(of) = moved
        && evaluation.figure(FigureId::Estimate(of, bound)).is_some()
    {
        let words = match bound {
            Bound::Low => {
                "The net present value with this input at its lowest value, all others at their \
                 likely ones."
            }
            Bound::High => {
                "The net present value with this input at its highest value, all others at their \
                 likely ones."
            }
        };
        let symbol = match bound {
            Bound::Low => "lowest",
            Bound::High => "highest",
        };
        return Formula::gives(words, npv(Node::Figure(symbol, FigureId::Estimate(of, bound))));
    }
    let words = match bound {
        Bound::Low => {
            "The net present value with this a tenth lower, all else as it is. Nobody estimated a \
             range: a tenth is a rule that treats every number alike."
        }
        Bound::High => {
            "The net present value with this a tenth higher, all else as it is. Nobody estimated a \
             range: a tenth is a rule that treats every number alike."
        }
    };
    let today = match moved {
        TornadoInput::Input(_) => amount(),
        TornadoInput::Gain => gain(),
        TornadoInput::Capacity => capacity(),
        TornadoInput::EfficiencyNow => now(),
    };
    let tornado = bars(&evaluation.case);
    let bar = tornado.bars.iter().find(|bar| bar.input == moved);
    let value = bar.map(|bar| bar.end(bound).value);
    Formula::gives(words, npv(moved_by_a_tenth(evaluation, today, bound, value)))
}

/// Nine or eleven tenths of what it is today, or where bounds cut it off, what is left of that.
fn moved_by_a_tenth(
    evaluation: &Evaluation,
    today: Node,
    bound: Bound,
    value: Option<f64>,
) -> Node {
    let Some(value) = value else { return Node::Missing("x") };
    let is_below_zero =
        crate::trace::evaluate::value(evaluation, &today).is_some_and(|it| it.value < 0.0);
    let factor = if (bound == Bound::Low) == is_below_zero { 1.1 } else { 0.9 };
    let tenth = number(factor) * today;
    let found = crate::trace::evaluate::value(evaluation, &tenth).map_or(0.0, |found| found.value);
    if (found - value).abs() <= 1e-12 * value.abs() { tenth } else { number(value) }
}
