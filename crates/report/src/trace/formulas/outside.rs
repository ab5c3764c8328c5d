//! What lies outside the horizon or the team, and the product the work displaces.

use groundwork_model::{
    evaluation::Evaluation,
    figure::{FigureId, MonthFigure, OutsideFigure},
    investment::PaidFrom,
};

use super::calendar::Months;
use crate::trace::{
    formula::{Formula, Node},
    symbols::{amount, first_month, horizon, month, months},
};

pub(super) fn formula(evaluation: &Evaluation, figure: OutsideFigure) -> Formula {
    match figure {
        OutsideFigure::AmountAfterHorizon => Formula::gives(
            "The cost of the work times the share of its months that lie after the horizon.",
            amount() * Node::Figure("share", FigureId::Outside(OutsideFigure::ShareAfterHorizon)),
        ),
        OutsideFigure::ShareAfterHorizon => share_after_horizon(evaluation),
        OutsideFigure::BoughtOutside => Formula::gives(
            "What the work and its upkeep cost above the capacity of their months, added up.",
            Node::sum(
                "Σ o(t)",
                evaluation
                    .timeline
                    .months()
                    .iter()
                    .map(|of| month("o(t)", of.month, MonthFigure::BoughtOutside)),
            ),
        ),
    }
}

fn share_after_horizon(evaluation: &Evaluation) -> Formula {
    let investment = &evaluation.assumptions.investment;
    let last = evaluation.assumptions.horizon_months;
    let formula = if investment.end() <= last {
        Formula::gives("Nothing: the work ends within the horizon.", Node::Constant(0.0))
    } else if investment.first_month > last {
        Formula::gives("All of it: the work begins after the horizon.", Node::Constant(1.0))
    } else {
        Formula::gives(
            "Months of the work after the horizon, over all the months it takes.",
            (first_month() + months() - 1.0 - horizon()) / months(),
        )
    };
    formula.decided_by(vec![first_month(), months(), horizon()])
}

/// Product displaced in a calendar year.
pub(super) fn displaced(evaluation: &Evaluation, year: u32) -> Formula {
    if evaluation.case.paid_from() == PaidFrom::Money {
        let words = "Nothing: the work is bought with money and takes nobody off the product.";
        return Formula::gives(words, Node::Constant(0.0));
    }
    let of_month = |t| {
        let of = |symbol, figure| month(symbol, t, figure);
        (of("s(t)", MonthFigure::Spend) + of("u(t)", MonthFigure::Upkeep)
            - of("o(t)", MonthFigure::BoughtOutside))
            * of("b(t)", MonthFigure::BaselineEfficiency)
    };
    Formula::gives(
        "The capacity that the work and its upkeep take in each month of the year, what is bought \
         outside left out, times the efficiency of doing nothing, added up.",
        Node::sum(
            "Σ (s(t) + u(t) − o(t)) × b(t)",
            Months::of(evaluation, year).all().map(of_month),
        ),
    )
    .decided_by(vec![horizon()])
}
