//! What is asked and said about each kind of benefit.

use groundwork_model::{benefit::BenefitKind, input::BenefitInput};

/// How a line of the kind is computed, before confidence.
pub(super) fn formula(kind: BenefitKind) -> &'static str {
    match kind {
        BenefitKind::Incidents => "Incidents avoided a year × cost of one",
        BenefitKind::RevenueAtRisk => {
            "Revenue at risk a year × margin × the fall in the chance of losing it"
        }
        BenefitKind::Attrition => "People who stay a year × salary × replacement cost",
        BenefitKind::Onboarding => "Hires a year × weeks saved on each × cost of a week",
        BenefitKind::Infrastructure | BenefitKind::Other => "What it brings a year",
    }
}

/// Label, hint and examples of the field for a number of a benefit line.
///
/// There is no example for the cost of an incident: published ones differ a hundredfold.
#[rustfmt::skip]
pub(super) fn field(input: BenefitInput) -> (&'static str, &'static str, &'static [f64]) {
    use BenefitInput as B;
    match input {
        B::Confidence => ("Confidence", "A haircut", &[]),
        B::LagMonths => ("Delay", "Months after the work", &[]),
        B::PerYearNow => ("Incidents a year now", "Of the kind this work prevents", &[12.0]),
        B::PerYearAfter => ("Incidents a year after", "Once the work is done", &[3.0]),
        B::CostEach => ("Cost of an incident", "Credits, lost sales, people called in", &[]),
        B::AnnualRevenue => ("Revenue at risk a year", "Of the customers who may leave over it", &[1e6]),
        B::Margin => ("Margin on that revenue", "What is left of it once it is served", &[]),
        B::LossProbabilityNow => ("Chance of losing it now", "Within a year", &[0.3]),
        B::LossProbabilityAfter => ("Chance of losing it after", "Within a year", &[0.1]),
        B::LeaversPerYearNow => ("Leavers a year now", "Who leave over it", &[2.0]),
        B::LeaversPerYearAfter => ("Leavers a year after", "Once it is done", &[1.0]),
        B::Salary => ("Salary of a leaver", "A year", &[12e4]),
        B::ReplacementCostShare => ("Replacement cost over salary", "Hiring and lost time", &[]),
        B::HiresPerYear => ("Hires a year", "People who join these teams", &[5.0]),
        B::WeeksNow => ("Weeks until useful now", "From the first day", &[12.0]),
        B::WeeksAfter => ("Weeks until useful after", "Once the work is done", &[8.0]),
        B::WeeklyCost => ("Cost of a newcomer a week", "Fully loaded", &[3e3]),
        B::PerYear => ("Benefit a year", "Below 0 where it is a loss", &[24e3]),
    }
}
