//! Figures of one month.

use groundwork_model::{evaluation::Evaluation, figure::MonthFigure, investment::PaidFrom};

use super::{lines, rates};
use crate::trace::{
    formula::{Formula, Node},
    symbols::{amount, capacity, first_month, month, months, number, realised, upkeep_share},
};

pub(super) fn formula(evaluation: &Evaluation, number: u32, figure: MonthFigure) -> Formula {
    use MonthFigure as F;
    let of = |symbol, figure| month(symbol, number, figure);
    match figure {
        F::BaselineEfficiency => rates::baseline(number),
        F::InvestedEfficiency => rates::invested(evaluation, number),
        F::Spend => spend(evaluation, number),
        F::Upkeep => upkeep(evaluation, number),
        F::Costs => costs(evaluation, number),
        F::BoughtOutside => match evaluation.case.paid_from() {
            PaidFrom::Capacity => Formula::gives(
                "What the investment and its upkeep cost above the capacity of the month.",
                (of("s(t)", F::Spend) + of("u(t)", F::Upkeep) - capacity() / 12.0).at_least(0.0),
            ),
            PaidFrom::Money => Formula::gives(
                "All of the work is bought with money, so nothing is lacking in capacity.",
                Node::Constant(0.0),
            ),
        },
        F::Gain => Formula::gives(
            left_in_words(
                evaluation,
                "The capacity left in the month beside the investment and its upkeep, times how \
                 much efficiency is above that of doing nothing, times the share of freed hours \
                 that is used.",
                "The capacity of the month, times how much efficiency is above that of doing \
                 nothing, times the share of freed hours that is used.",
            ),
            realised()
                * left(evaluation, number)
                * (of("p(t)", F::InvestedEfficiency) - of("b(t)", F::BaselineEfficiency)),
        ),
        F::OtherBenefits => other_benefits(evaluation, number),
        F::Net => Formula::gives(
            "The gain and the other benefits of the month, less the investment, its upkeep and \
             the other costs.",
            of("g(t)", F::Gain) + of("v(t)", F::OtherBenefits)
                - of("s(t)", F::Spend)
                - of("u(t)", F::Upkeep)
                - of("k(t)", F::Costs),
        ),
        F::CumulativeNet => {
            let net = of("n(t)", F::Net);
            so_far(
                "The net of all months up to this one: what it was before, and the net of the \
                 month.",
                before("S(t − 1)", number, figure),
                net,
            )
        }
        F::CumulativeDeliveredDifference => so_far(
            left_in_words(
                evaluation,
                "What it was before, and for this month the capacity left beside the work times \
                 its efficiency, less the whole capacity times the efficiency of doing nothing.",
                "What it was before, and for this month capacity times the efficiency of the \
                 month, less capacity times the efficiency of doing nothing.",
            ),
            before("Δ(t − 1)", number, figure),
            left(evaluation, number) * of("p(t)", F::InvestedEfficiency)
                - capacity() / 12.0 * of("b(t)", F::BaselineEfficiency),
        ),
    }
}

/// The same figure a month before; `None` in month 1.
pub(super) fn before(symbol: &'static str, number: u32, figure: MonthFigure) -> Option<Node> {
    (number > 1).then(|| month(symbol, number - 1, figure))
}

fn so_far(words: &'static str, before: Option<Node>, now: Node) -> Formula {
    Formula::gives(
        words,
        match before {
            Some(before) => before + now,
            None => now,
        },
    )
}

/// Capacity of the month that is left beside the work.
fn left(evaluation: &Evaluation, number: u32) -> Node {
    let of_month = capacity() / 12.0;
    match evaluation.case.paid_from() {
        PaidFrom::Money => of_month,
        PaidFrom::Capacity => {
            let spend = month("s(t)", number, MonthFigure::Spend);
            let upkeep = month("u(t)", number, MonthFigure::Upkeep);
            (of_month - spend - upkeep).at_least(0.0)
        }
    }
}

fn left_in_words(
    evaluation: &Evaluation,
    from_capacity: &'static str,
    with_money: &'static str,
) -> &'static str {
    match evaluation.case.paid_from() {
        PaidFrom::Capacity => from_capacity,
        PaidFrom::Money => with_money,
    }
}

fn spend(evaluation: &Evaluation, number: u32) -> Formula {
    let investment = &evaluation.assumptions.investment;
    let formula = if investment.is_under_way(number) {
        Formula::gives(
            "The cost of the work in equal parts, one in each month it takes.",
            amount() / months(),
        )
    } else if number < investment.first_month {
        Formula::gives("Nothing: the work begins later.", Node::Constant(0.0))
    } else {
        Formula::gives("Nothing: the work is done.", Node::Constant(0.0))
    };
    formula.decided_by(vec![amount(), first_month(), months()])
}

fn upkeep(evaluation: &Evaluation, month: u32) -> Formula {
    let formula = if month > evaluation.assumptions.investment.end() {
        Formula::gives(
            "The share of capacity that upkeep takes, times the capacity of a month.",
            upkeep_share() * capacity() / 12.0,
        )
    } else {
        Formula::gives("Nothing: upkeep begins once the work is done.", Node::Constant(0.0))
    };
    formula.decided_by(vec![upkeep_share(), capacity(), first_month(), months()])
}

fn costs(evaluation: &Evaluation, month: u32) -> Formula {
    let lines = evaluation.case.costs().len();
    let terms: Vec<_> =
        (0..lines).filter_map(|line| lines::cost_in_month(evaluation, line, month)).collect();
    let (words, node) = match (lines, terms.is_empty()) {
        (0, _) => ("No costs beside the investment are entered.", number(0.0)),
        (_, true) => ("Nothing: none of the cost lines falls into this month.", number(0.0)),
        _ => (
            "Of each cost line what is paid once, if it falls into this month, and a twelfth of \
             what is paid yearly, if the month lies between its first and its last.",
            Node::sum("Σ (once + cost a year / 12)", terms),
        ),
    };
    Formula::gives(words, node).decided_by(lines::of_each(0..lines, lines::cost_months))
}

fn other_benefits(evaluation: &Evaluation, month: u32) -> Formula {
    let lines = evaluation.case.benefits().len();
    if lines == 0 {
        let words = "No benefits beside the gain in efficiency are entered.";
        return Formula::gives(words, Node::Constant(0.0));
    }
    let terms: Vec<_> =
        (0..lines).filter_map(|line| lines::benefit_in_month(evaluation, line, month)).collect();
    let is_ramping = evaluation.assumptions.investment.ramp_up_months > 0;
    let (words, node) = match (terms.is_empty(), is_ramping) {
        (true, _) => ("Nothing: the benefit lines begin after this month.", number(0.0)),
        (false, false) => (
            "A twelfth of the value a year of each benefit line that has begun, times the \
             confidence in it.",
            Node::sum("Σ value of a line × confidence / 12", terms),
        ),
        (false, true) => (
            "A twelfth of the value a year of each benefit line that has begun, times the \
             confidence in it, times the share that has arrived while it ramps up.",
            Node::sum(
                "Σ value of a line × confidence / 12 × min(1, months since it began / w)",
                terms,
            ),
        ),
    };
    Formula::gives(words, node).decided_by(lines::of_each(0..lines, lines::benefit_months))
}
