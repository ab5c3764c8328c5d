//! Run rates and figures of one full year.

use groundwork_model::{
    evaluation::Evaluation,
    figure::HeadlineFigure,
    input::{CostInput, Input},
    investment::PaidFrom,
};

use super::lines;
use crate::trace::{
    formula::{Formula, Node},
    symbols::{amount, capacity, gain, headline, input, now, number, realised, upkeep_share},
};

/// Weeks of a year, as finance counts them.
const WEEKS_PER_YEAR: f64 = 52.0;

pub(super) fn formula(evaluation: &Evaluation, figure: HeadlineFigure) -> Formula {
    use HeadlineFigure as F;
    let case = &evaluation.case;
    match figure {
        F::CapacityPerYear if case.is_team() => Formula::gives(
            "The number of engineers times their salary, times what an engineer costs fully \
             loaded for each unit of salary.",
            input("engineers", Input::Engineers)
                * input("salary", Input::Salary)
                * input("loaded multiplier", Input::LoadedMultiplier),
        ),
        F::CapacityPerYear => Formula::gives(
            "What all engineers cost a year, as entered.",
            input("annual cost", Input::AnnualCost),
        ),
        F::AbsorbedPerYear => Formula::gives(
            "Capacity times the share of working time that is lost today.",
            capacity() * (number(1.0) - now()),
        ),
        F::GainYearOne => match case.paid_from() {
            PaidFrom::Capacity => Formula::gives(
                "What capacity is left once the work is taken out of the year, times the points \
                 of efficiency gained, times the share of freed hours that is used.",
                realised() * (capacity() - amount()).at_least(0.0) * gain(),
            ),
            PaidFrom::Money => Formula::gives(
                "Capacity times the points of efficiency gained, times the share of freed hours \
                 that is used. The work is bought with money, so it takes no capacity.",
                realised() * capacity() * gain(),
            ),
        },
        F::NetYearOne => Formula::gives(
            "The gain of a full first year less the cost of the work.",
            headline("G1", F::GainYearOne) - amount(),
        ),
        F::GainPerYear => Formula::gives(
            "Capacity times the points of efficiency gained, times the share of freed hours that \
             is used, once everything has arrived and if debt does not grow.",
            realised() * capacity() * gain(),
        ),
        F::PointsGained => Formula::gives(
            "Efficiency after the work less efficiency now, times the confidence in that gain.",
            input("confidence", Input::Confidence)
                * (input("after", Input::EfficiencyAfter) - now()),
        ),
        F::OutputChange => Formula::gives(
            "The efficiency reached divided by efficiency now, less one: how much more the same \
             people deliver.",
            (now() + gain()) / now() - 1.0,
        ),
        F::TimeChange => Formula::gives(
            "Efficiency now divided by the efficiency reached, less one: below zero, the same \
             work takes less time.",
            now() / (now() + gain()) - 1.0,
        ),
        F::OtherBenefitsPerYear => other_benefits(evaluation),
        F::CostOfDelayPerWeek => cost_of_delay(evaluation),
    }
}

fn other_benefits(evaluation: &Evaluation) -> Formula {
    let lines = evaluation.case.benefits().len();
    let words = if lines == 0 {
        "No benefits beside the gain in efficiency are entered."
    } else {
        "The values a year of all benefit lines, each times the confidence in it, added up."
    };
    let values = (0..lines).map(|line| lines::benefit_per_year(evaluation, line));
    let symbols = if lines == 0 { "0" } else { "Σ value of a line × confidence" };
    Formula::gives(words, Node::sum(symbols, values))
}

fn cost_of_delay(evaluation: &Evaluation) -> Formula {
    let costs = (0..evaluation.case.costs().len())
        .map(|line| input("cost a year", Input::Cost(line, CostInput::PerYear)));
    let kept = headline("G", HeadlineFigure::GainPerYear)
        + headline("B", HeadlineFigure::OtherBenefitsPerYear)
        - upkeep_share() * capacity();
    let kept = if evaluation.case.costs().is_empty() {
        kept
    } else {
        kept - Node::sum("Σ costs a year", costs)
    };
    Formula::gives(
        "The gain and the other benefits of a year at the run rate, less upkeep and yearly costs, \
         divided by the weeks of a year; never below zero. It is not discounted.",
        kept.at_least(0.0) / WEEKS_PER_YEAR,
    )
}
