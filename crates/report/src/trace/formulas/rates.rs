//! Efficiency from month to month, on both paths.

use groundwork_model::{evaluation::Evaluation, figure::MonthFigure, input::Input};

use super::months::before;
use crate::trace::{
    formula::{Formula, Node},
    symbols::{first_month, gain, input, month, months, now, number, ramp_up},
};

/// Efficiency if nothing is done.
pub(super) fn baseline(number_of_month: u32) -> Formula {
    match before("b(t − 1)", number_of_month, MonthFigure::BaselineEfficiency) {
        None => Formula::gives("In the first month it is efficiency now.", now()),
        Some(before) => Formula::gives(
            "What is lost grows on itself and by the points lost a year, from the month before; \
             efficiency is what remains of the whole.",
            number(1.0) - grown(before),
        ),
    }
}

/// Efficiency with the investment, less what the work itself costs in efficiency.
pub(super) fn invested(evaluation: &Evaluation, number: u32) -> Formula {
    let investment = &evaluation.assumptions.investment;
    let (end, arrived) = (investment.end(), investment.end() + investment.months_of_arrival());
    let words = match number {
        _ if number < investment.first_month => {
            "The work begins later, so it is the efficiency of doing nothing."
        }
        _ if number <= end => {
            "The efficiency of doing nothing, less what is lost while the work goes on."
        }
        _ if number <= arrived && investment.dip_in(number) > 0.0 => {
            "The efficiency of the month before, without any dip, after a month of growth of what \
             is lost, and the part of the points gained that arrives in this month; less what is \
             left of the dip."
        }
        _ if number <= arrived => {
            "The efficiency of the month before, without any dip, after a month of growth of what \
             is lost, and the part of the points gained that arrives in this month."
        }
        _ if investment.dip_in(number) > 0.0 => {
            "The efficiency of the month before, without any dip, after a month of growth of what \
             is lost; less what is left of the dip."
        }
        _ => {
            "The efficiency of the month before, after a month of growth of what is lost. All \
             points gained have arrived."
        }
    };
    let node = undipped(evaluation, number);
    let node = match dip(evaluation, number) {
        Some(dip) => (node - dip).at_least(0.0),
        None => node,
    };
    Formula::gives(words, node).decided_by(vec![
        first_month(),
        months(),
        gain(),
        ramp_up(),
        input("dip", Input::Dip),
        input("D", Input::DipMonthsAfter),
    ])
}

/// Efficiency with the investment before the dip is taken off. Until the work is done that is the
/// efficiency of doing nothing.
fn undipped(evaluation: &Evaluation, number_of_month: u32) -> Node {
    let investment = &evaluation.assumptions.investment;
    if number_of_month <= investment.end() {
        return month("b(t)", number_of_month, MonthFigure::BaselineEfficiency);
    }
    let lost = grown(undipped_before(evaluation, number_of_month - 1));
    if investment.arriving_share(number_of_month) <= 0.0 {
        return number(1.0) - lost;
    }
    let arriving = match investment.ramp_up_months {
        0 => gain(),
        _ => gain() / ramp_up(),
    };
    let is_loss = evaluation.assumptions.efficiency.gain() < 0.0;
    let lost = lost - arriving;
    number(1.0) - if is_loss { lost.at_most(1.0) } else { lost.at_least(0.0) }
}

/// The same for the month before, from the figures of that month where they show it.
fn undipped_before(evaluation: &Evaluation, before: u32) -> Node {
    if before <= evaluation.assumptions.investment.end() {
        return month("b(t − 1)", before, MonthFigure::BaselineEfficiency);
    }
    let shown = month("p(t − 1)", before, MonthFigure::InvestedEfficiency);
    match dip(evaluation, before) {
        None => shown,
        Some(dip) => {
            let is_visible =
                evaluation.timeline.month(before).is_some_and(|m| m.invested_efficiency > 0.0);
            if is_visible {
                shown + dip.named("dip(t − 1)")
            } else {
                // The dip took all there was, so the figure does not say what was there.
                Node::Unseen("q(t − 1)", Box::new(undipped(evaluation, before)))
            }
        }
    }
}

/// The dip in a month; `None` where there is none.
fn dip(evaluation: &Evaluation, number_of_month: u32) -> Option<Node> {
    let investment = &evaluation.assumptions.investment;
    if investment.dip_in(number_of_month) <= 0.0 {
        return None;
    }
    let whole = input("dip", Input::Dip);
    if investment.is_under_way(number_of_month) {
        return Some(whole);
    }
    let months = || input("D", Input::DipMonthsAfter);
    let since = number_of_month - investment.end();
    Some(whole * (months() + 1.0 - since) / (months() + 1.0))
}

/// The share lost a month later: debt grows on itself and accrues.
fn grown(efficiency_before: Node) -> Node {
    let growth = (number(1.0) + input("j", Input::InterestRate)).power(number(1.0) / 12.0);
    ((number(1.0) - efficiency_before) * growth + input("a", Input::AccrualPerYear) / 12.0)
        .at_most(1.0)
}
