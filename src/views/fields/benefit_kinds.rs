//! What is asked and said about each kind of benefit.

use groundwork_model::{benefit::BenefitKind, input::BenefitInput};

/// A kind as it is offered, and as an unnamed line is called.
pub(super) fn name(kind: BenefitKind) -> &'static str {
    match kind {
        BenefitKind::Incidents => "Fewer incidents",
        BenefitKind::RevenueAtRisk => "Revenue at risk",
        BenefitKind::Attrition => "Fewer people leaving",
        BenefitKind::Onboarding => "Newcomers useful sooner",
        BenefitKind::Infrastructure => "Infrastructure no longer needed",
        BenefitKind::Other => "Something else",
    }
}

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

/// Label and hint of the field for a number of a benefit line.
pub(super) fn field(input: BenefitInput) -> (&'static str, &'static str) {
    match input {
        BenefitInput::Confidence => ("Confidence", "A haircut; 100% unless said"),
        BenefitInput::LagMonths => ("Delay", "Months after the work; 0 unless said"),
        BenefitInput::PerYearNow => ("Incidents a year now", "Of the kind this work prevents: 12"),
        BenefitInput::PerYearAfter => ("Incidents a year after", "Once the work is done: 3"),
        BenefitInput::CostEach => {
            ("Cost of an incident", "Credits, lost sales, people called in: $8k")
        }
        BenefitInput::AnnualRevenue => {
            ("Revenue at risk a year", "Of the customers who may leave over it: $1M")
        }
        BenefitInput::Margin => {
            ("Margin on that revenue", "100% unless you say otherwise, and then not your number")
        }
        BenefitInput::LossProbabilityNow => ("Chance of losing it now", "Within a year: 30%"),
        BenefitInput::LossProbabilityAfter => ("Chance of losing it after", "Within a year: 10%"),
        BenefitInput::LeaversPerYearNow => ("Leavers a year now", "Who leave over it: 2"),
        BenefitInput::LeaversPerYearAfter => ("Leavers a year after", "Once it is done: 1"),
        BenefitInput::Salary => ("Salary of a leaver", "A year: $120k"),
        BenefitInput::ReplacementCostShare => {
            ("Replacement cost over salary", "Hiring and lost time; 50% unless you say otherwise")
        }
        BenefitInput::HiresPerYear => ("Hires a year", "People who join these teams: 5"),
        BenefitInput::WeeksNow => ("Weeks until useful now", "From the first day: 12"),
        BenefitInput::WeeksAfter => ("Weeks until useful after", "Once the work is done: 8"),
        BenefitInput::WeeklyCost => ("Cost of a newcomer a week", "Fully loaded: $3k"),
        BenefitInput::PerYear => {
            ("Benefit a year", "$24k; below 0 where it is a loss, such as −$4k")
        }
    }
}
