//! What must be true for the case to pay.

use groundwork_model::{
    evaluation::Evaluation,
    figure::FigureId,
    investment::PaidFrom,
    thresholds::{Scope, Threshold},
};

use crate::trace::{
    formula::{Change, Fit, Formula, Node},
    symbols::{amount, capacity, gain, now, number, realised},
};

pub(super) fn formula(evaluation: &Evaluation, scope: Scope, threshold: Threshold) -> Formula {
    match scope {
        Scope::Horizon => over_horizon(threshold),
        Scope::OneYear => within_year(evaluation, threshold),
    }
}

/// Found by search: with this amount, efficiency or share, the net present value is zero.
fn over_horizon(threshold: Threshold) -> Formula {
    use Threshold as T;
    let itself = Node::Figure("x", FigureId::Threshold(Scope::Horizon, threshold));
    let npv = |change, node| Node::NpvWith(change, Box::new(node));
    match threshold {
        T::GainShare => Formula::is_zero(
            "The share of the points gained at which the net present value over the horizon is \
             zero, all else as it is. It is found by search.",
            npv(Change::Gain, itself * gain()),
        ),
        T::EfficiencyAfter => Formula::is_zero(
            "The efficiency at which the net present value over the horizon is zero, all else as \
             it is and with full confidence in it. It is found by search.",
            npv(Change::Reached, itself),
        ),
        T::LargestInvestment => Formula::is_zero(
            "The cost of the work at which the net present value over the horizon is zero, all \
             else as it is. It is found by search.",
            npv(Change::Amount, itself),
        ),
        T::EfficiencyAfterRunRate | T::EfficiencyAfterSameOutput => {
            Formula::gives("This is asked for one full year only.", Node::Missing("none"))
        }
    }
}

fn within_year(evaluation: &Evaluation, threshold: Threshold) -> Formula {
    use Threshold as T;
    let is_from_capacity = evaluation.case.paid_from() == PaidFrom::Capacity;
    let left = || {
        let left = if is_from_capacity { capacity() - amount() } else { capacity() };
        left.only(Fit::Above(0.0))
    };
    let used = || realised().only(Fit::Above(0.0));
    let gained = || gain().only(Fit::Above(0.0));
    let chosen = |from_capacity, with_money| {
        if is_from_capacity { from_capacity } else { with_money }
    };
    match threshold {
        T::GainShare => Formula::gives(
            chosen(
                "The cost of the work divided by what a full year gains beside the work.",
                "The cost of the work divided by what a full year gains.",
            ),
            amount() / (used() * left() * gained()),
        ),
        T::EfficiencyAfter => Formula::gives(
            chosen(
                "Efficiency now plus the points at which the capacity left beside the work gains \
                 in a full year what the work costs.",
                "Efficiency now plus the points at which capacity gains in a full year what the \
                 work costs.",
            ),
            (now() + amount() / (used() * left())).only(Fit::Efficiency),
        ),
        T::EfficiencyAfterRunRate => Formula::gives(
            "Efficiency now plus the points at which all of capacity gains in a full year what \
             the work costs.",
            (now() + amount() / (used() * capacity())).only(Fit::Efficiency),
        ),
        T::EfficiencyAfterSameOutput => Formula::gives(
            chosen(
                "What capacity delivers today, divided by the capacity left beside the work.",
                "Efficiency now: work that is bought takes nothing from what capacity delivers.",
            ),
            if is_from_capacity { capacity() * now() / left() } else { now() }
                .only(Fit::Efficiency),
        ),
        T::LargestInvestment => {
            let all = used() * capacity() * gained();
            Formula::gives(
                chosen(
                    "The cost that a full year just gains back, as the work takes its own cost \
                     out of the capacity that gains.",
                    "What a full year gains: the work may cost no more than that.",
                ),
                if is_from_capacity { all / (number(1.0) + used() * gained()) } else { all },
            )
        }
    }
}
