//! Payback: when the running total is out of the red for good.

use groundwork_model::{
    cash_flows::CashFlows, evaluation::Evaluation, figure::MonthFigure, finance::monthly_rate,
    returns::net_flows,
};

use super::returns::net;
use crate::trace::{
    formula::{Fit, Formula, Node},
    symbols::{amount, first_month, growth_until, horizon, month, number},
};

/// What is said of a payback: as the flows are, and discounted.
const WORDS: [&str; 2] = [
    "The last month at whose end the running total of net is below zero, and the part of the next \
     month it takes to reach zero if the net of that month comes in evenly. Nothing where it is \
     never below zero.",
    "With the net of each month discounted to the start: the last month at whose end the running \
     total is below zero, and the part of the next month it takes to reach zero. Nothing where it \
     is never below zero.",
];

/// Payback of the flows as they are.
pub(super) fn plain(evaluation: &Evaluation) -> Formula {
    let flows = net_flows(&evaluation.timeline);
    let total =
        |symbol, t| month(symbol, t, MonthFigure::CumulativeNet).only(Fit::Settled(flows.zero()));
    let node = match last_below(evaluation, &flows) {
        Last::Never => number(0.0),
        Last::Missing => Node::Missing("k + S(k) / (S(k) − S(k + 1))"),
        Last::Month(k) => {
            let below = || total("S(k)", k);
            number(k).named("k") + below() / (below() - total("S(k + 1)", k + 1))
        }
    };
    explained(WORDS[0], node)
}

/// Payback of the flows valued at the start.
pub(super) fn discounted(evaluation: &Evaluation) -> Formula {
    let rate = monthly_rate(evaluation.assumptions.discount_rate);
    let flows = net_flows(&evaluation.timeline).discounted(rate);
    let total = |symbol, last| {
        Node::sum(symbol, (1..=last).map(|t| net(t) / growth_until(t)))
            .only(Fit::Settled(flows.zero()))
    };
    let node = match last_below(evaluation, &flows) {
        Last::Never => number(0.0),
        Last::Missing => Node::Missing("k + P(k) / (P(k) − P(k + 1))"),
        Last::Month(k) => {
            let below = || total("P(k)", k);
            number(k).named("k") + below() / (below() - total("P(k + 1)", k + 1))
        }
    };
    explained(WORDS[1], node)
}

fn explained(words: &'static str, node: Node) -> Formula {
    Formula::gives(words, node).decided_by(vec![horizon(), amount(), first_month()])
}

/// The last month at whose end the running total is below zero.
enum Last {
    /// There is none.
    Never,
    /// It is the last month of all, or nothing is spent before it.
    Missing,
    /// This one.
    Month(u32),
}

fn last_below(evaluation: &Evaluation, flows: &CashFlows) -> Last {
    let assumptions = &evaluation.assumptions;
    let investment = &assumptions.investment;
    if investment.amount > 0.0 && investment.first_month > assumptions.horizon_months {
        return Last::Missing;
    }
    let last = (1..).zip(flows.running_totals()).filter(|(_, total)| *total < 0.0).last();
    match last {
        None => Last::Never,
        Some((month, _)) if month == assumptions.horizon_months => Last::Missing,
        Some((month, _)) => Last::Month(month),
    }
}
