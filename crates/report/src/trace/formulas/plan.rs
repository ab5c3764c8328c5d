//! What strategies rest on, the best path, and the quarters of the plan.

use groundwork_model::{
    evaluation::Evaluation,
    input::Input,
    plan::{InitiativeInput, PlanInput},
    split::{Category, Split},
    strategy::{BestPath, Comparison, PlanFigure},
};

use super::compared::{plan, split};
use crate::trace::{
    formula::{Fit, Formula, Node},
    symbols::{amount, capacity, gain, input, now, number},
};

pub(super) fn formula(evaluation: &Evaluation, figure: PlanFigure) -> Formula {
    use PlanFigure as F;
    let Some(comparison) = evaluation.comparison.as_deref() else {
        return Formula::gives("Strategies are not compared.", Node::Missing("none"));
    };
    match figure {
        F::PointsPerCapacityYear => points(comparison),
        F::PointsOfThisWork => points_of_work(comparison),
        F::BestEfficiency => best(evaluation, comparison),
        F::AccrualWithoutDebtWork => without_debt_work(comparison),
        F::StandingStill => standing_still(comparison),
        F::BestPathShare(quarter) => share_of_path(comparison, quarter),
        F::BestPathDelivered => delivered(comparison),
        F::Booked(quarter, category) => booked(evaluation, comparison, quarter, category),
        F::Left(quarter, category) => {
            let in_force = plan("planned", F::InForce(quarter, category));
            let left = in_force - plan("booked", F::Booked(quarter, category));
            Formula::gives(
                "The share that is planned, less what initiatives take of it.",
                left.only(Fit::Settled(Split::TOLERANCE)),
            )
        }
        F::InForce(quarter, category) => in_force(evaluation, quarter, category),
    }
}

fn entered(symbol: &'static str, figure: PlanInput) -> Node {
    input(symbol, Input::Plan(figure))
}

fn points(comparison: &Comparison) -> Formula {
    let basis = &comparison.basis;
    if basis.are_points_entered {
        return Formula::gives("As entered.", entered("k", PlanInput::PointsPerCapacityYear));
    }
    points_of_work(comparison)
}

fn points_of_work(comparison: &Comparison) -> Formula {
    let words = "Points of efficiency that the work of the case buys, for each year of capacity it \
                 takes: an upper bound, as of a targeted project without diminishing returns.";
    let derived = gain() / (amount() / capacity());
    Formula::gives(
        words,
        match comparison.basis.points_of_this_work {
            Some(_) => derived,
            None => Node::Missing("d / (I / C)"),
        },
    )
}

fn best(evaluation: &Evaluation, comparison: &Comparison) -> Formula {
    let efficiency = &evaluation.assumptions.efficiency;
    let id = PlanInput::BestEfficiency;
    let typed = evaluation.case.entered(Input::Plan(id)).map(|estimate| estimate.likely());
    let best = comparison.basis.best_efficiency;
    if typed.is_some_and(|typed| (typed - best).abs() <= 0.0) {
        return Formula::gives("As entered.", entered("best", id));
    }
    let words = "The higher one of efficiency now and the one the case reaches, unless a higher one \
                 is entered.";
    let node = if efficiency.gain() > 0.0 { (now() + gain()).at_most(1.0) } else { now() };
    let decided_by = if typed.is_some() { vec![entered("best", id)] } else { Vec::new() };
    Formula::gives(words, node).decided_by(decided_by)
}

fn without_debt_work(comparison: &Comparison) -> Formula {
    let decline = input("decline", Input::AccrualPerYear);
    if comparison.basis.split.share(Category::Debt) <= 0.0 {
        let words = "What efficiency loses a year today, as no debt work is done today.";
        return Formula::gives(words, decline);
    }
    let today = || split("u0", Category::Debt);
    let words = "What efficiency loses a year today and what the debt work of today buys back, for \
                 the share of capacity that is not debt work.";
    let points = plan("k", PlanFigure::PointsPerCapacityYear);
    Formula::gives(
        words,
        match comparison.basis.accrual_without_debt_work {
            Some(_) => (decline + points * today()) / (number(1.0) - today()),
            None => Node::Missing("(decline + k × u0) / (1 − u0)"),
        },
    )
}

fn standing_still(comparison: &Comparison) -> Formula {
    let lost = || plan("a", PlanFigure::AccrualWithoutDebtWork);
    let words = "The share at which debt work buys as much as the rest of capacity loses.";
    Formula::gives(
        words,
        match comparison.standing_still {
            Ok(_) => lost() / (lost() + plan("k", PlanFigure::PointsPerCapacityYear)),
            Err(_) => Node::Missing("a / (a + k)"),
        },
    )
}

fn unseen(symbol: &'static str, value: f64) -> Node {
    Node::Unseen(symbol, Box::new(Node::Constant(value)))
}

fn path(comparison: &Comparison) -> Option<&BestPath> {
    comparison.best_path.as_ref()
}

fn share_of_path(comparison: &Comparison, quarter: u32) -> Formula {
    let words = "Of the shares that are tried in each quarter, the one with which all quarters \
                 together deliver most. It is found by search.";
    let at = usize::try_from(quarter).ok().and_then(|quarter| quarter.checked_sub(1));
    let share = path(comparison).and_then(|path| path.shares.get(at?).copied());
    let node = share.map_or(Node::Missing("u(q)"), |share| unseen("u(q)", share));
    Formula::gives(words, node).decided_by(rests_on(comparison))
}

/// What any path rests on.
fn rests_on(comparison: &Comparison) -> Vec<Node> {
    let lost = plan("a", PlanFigure::AccrualWithoutDebtWork);
    let lost = comparison.basis.accrual_without_debt_work.map(|_| lost);
    let points = plan("k", PlanFigure::PointsPerCapacityYear);
    let points = comparison.basis.points_per_capacity_year.map(|_| points);
    let shares = [("u0", Category::Debt), ("b0", Category::Defects), ("w0", Category::Risk)];
    let others = [
        now(),
        plan("best", PlanFigure::BestEfficiency),
        input("decline", Input::AccrualPerYear),
        input("i", Input::InterestRate),
    ];
    let split = shares.map(|(symbol, category)| split(symbol, category));
    lost.into_iter().chain(points).chain(split).chain(others).collect()
}

fn delivered(comparison: &Comparison) -> Formula {
    let words = "Capacity times the share of features times efficiency, for each month of the path, \
                 added up.";
    let Some(path) = path(comparison) else {
        return Formula::gives(words, Node::Missing("Σ C / 12 × f(t) × e(t)"));
    };
    let months = path.outcome.feature_share.iter().zip(&path.outcome.efficiency);
    let terms = months.map(|(features, efficiency)| {
        capacity() / 12.0 * unseen("f(t)", *features) * unseen("e(t)", *efficiency)
    });
    let node = Node::sum("Σ C / 12 × f(t) × e(t)", terms);
    Formula::gives(words, node).decided_by(rests_on(comparison))
}

fn booked(
    evaluation: &Evaluation,
    comparison: &Comparison,
    quarter: u32,
    category: Category,
) -> Formula {
    let placed = comparison.roadmap.quarter(quarter).map_or(&[][..], |found| &found.initiatives);
    let initiatives = evaluation.case.initiatives();
    let is_of = |at: &&usize| initiatives.get(**at).is_some_and(|line| line.category == category);
    let share = |at: &usize| entered("share", PlanInput::Initiative(*at, InitiativeInput::Share));
    let terms: Vec<Node> = placed.iter().filter(is_of).map(share).collect();
    if terms.is_empty() {
        let words = "Nothing: no initiative of this kind is placed in the quarter.";
        return Formula::gives(words, number(0.0));
    }
    let words = "The shares of the initiatives of this kind that are placed in the quarter.";
    Formula::gives(words, Node::sum("Σ share", terms))
}

fn in_force(evaluation: &Evaluation, quarter: u32, category: Category) -> Formula {
    let quarters = usize::try_from(quarter).unwrap_or(usize::MAX).min(evaluation.case.quarters());
    let is_entered = |at: &usize| evaluation.case.split_of_quarter(*at).is_some();
    match (0..quarters).rev().find(is_entered) {
        Some(at) => Formula::gives(
            if at + 1 == quarters && u32::try_from(quarters) == Ok(quarter) {
                "The share entered for the quarter."
            } else {
                "The share entered for the last quarter before that has a split of its own."
            },
            entered("share", PlanInput::Quarter(at, category)),
        ),
        None => Formula::gives(
            "Today's share, as no quarter up to this one has a split of its own.",
            entered("share", PlanInput::Split(category)),
        ),
    }
}
