//! What benefit and cost lines bring and take.

use groundwork_model::{
    benefit::BenefitKind,
    evaluation::Evaluation,
    input::{BenefitInput, CostInput, Input},
};

use crate::trace::{
    formula::Node,
    symbols::{first_month, input, months, number, ramp_up},
};

/// What a benefit line brings a year once it has fully arrived.
pub(super) fn benefit_per_year(evaluation: &Evaluation, line: usize) -> Node {
    use BenefitInput as B;
    let of = |symbol, wanted| input(symbol, Input::Benefit(line, wanted));
    let value = match evaluation.case.benefits()[line].kind {
        BenefitKind::Incidents => {
            (of("incidents now", B::PerYearNow) - of("incidents after", B::PerYearAfter))
                * of("cost of each", B::CostEach)
        }
        BenefitKind::RevenueAtRisk => {
            of("revenue", B::AnnualRevenue)
                * of("margin", B::Margin)
                * (of("chance now", B::LossProbabilityNow)
                    - of("chance after", B::LossProbabilityAfter))
        }
        BenefitKind::Attrition => {
            (of("leavers now", B::LeaversPerYearNow) - of("leavers after", B::LeaversPerYearAfter))
                * of("salary", B::Salary)
                * of("replacement share", B::ReplacementCostShare)
        }
        BenefitKind::Onboarding => {
            of("hires", B::HiresPerYear)
                * (of("weeks now", B::WeeksNow) - of("weeks after", B::WeeksAfter))
                * of("weekly cost", B::WeeklyCost)
        }
        BenefitKind::Infrastructure | BenefitKind::Other => of("value a year", B::PerYear),
    };
    value * of("confidence", B::Confidence)
}

/// What a benefit line brings in `month`; `None` before it begins.
pub(super) fn benefit_in_month(evaluation: &Evaluation, line: usize, month: u32) -> Option<Node> {
    let investment = &evaluation.assumptions.investment;
    let lag_months = evaluation.assumptions.benefits[line].lag_months;
    if month <= investment.end() + lag_months {
        return None;
    }
    let full = benefit_per_year(evaluation, line) / 12.0;
    if investment.ramp_up_months == 0 {
        return Some(full);
    }
    let since = number(month) - (first_month() + months() - 1.0) - lag(line);
    Some(full * (since / ramp_up()).at_most(1.0))
}

/// What `figures` gives for each of the lines.
pub(super) fn of_each(
    lines: impl Iterator<Item = usize>,
    figures: fn(usize) -> Vec<Node>,
) -> Vec<Node> {
    let mut all = Vec::new();
    for line in lines {
        all.extend(figures(line));
    }
    all
}

/// Figures that decide when a benefit line begins and has arrived.
pub(super) fn benefit_months(line: usize) -> Vec<Node> {
    vec![first_month(), months(), ramp_up(), lag(line)]
}

fn lag(line: usize) -> Node {
    input("lag", Input::Benefit(line, BenefitInput::LagMonths))
}

/// What a cost line takes in `month`; `None` where that is nothing.
pub(super) fn cost_in_month(evaluation: &Evaluation, line: usize, month: u32) -> Option<Node> {
    let of = |symbol, wanted| input(symbol, Input::Cost(line, wanted));
    let cost = &evaluation.assumptions.costs[line];
    let once = (month == cost.month).then(|| of("once", CostInput::Once));
    let is_running = (cost.from_month..=cost.to_month).contains(&month);
    let yearly = is_running.then(|| of("cost a year", CostInput::PerYear) / 12.0);
    match (once, yearly) {
        (Some(once), Some(yearly)) => Some(once + yearly),
        (once, yearly) => once.or(yearly),
    }
}

/// Figures that decide when a cost line is paid.
pub(super) fn cost_months(line: usize) -> Vec<Node> {
    vec![
        input("month", Input::Cost(line, CostInput::Month)),
        input("from", Input::Cost(line, CostInput::FromMonth)),
        input("to", Input::Cost(line, CostInput::ToMonth)),
    ]
}
