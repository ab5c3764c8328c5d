//! Every number a case can hold: its name in the case file, what it means, its range and default.

use crate::{bounds::Bounds, plan::PlanInput};

/// A number that is entered once for the case, or once for each of its benefit and cost lines.
///
/// Lines are named by their position; [`Case::path`](crate::case::Case::path) gives the path with
/// the line's `id`, which stays the same when other lines come and go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Input {
    /// What all engineers cost a year, fully loaded.
    AnnualCost,
    /// Number of engineers, where capacity is given as a team.
    Engineers,
    /// Yearly salary of one engineer, where capacity is given as a team.
    Salary,
    /// Fully loaded cost over salary.
    LoadedMultiplier,
    /// Share of freed hours that turns into something anybody values.
    Realised,
    /// Share of working time not lost today.
    EfficiencyNow,
    /// Share of working time not lost once the work is done.
    EfficiencyAfter,
    /// Haircut on the gain.
    Confidence,
    /// Growth of the lost share on itself, a year.
    InterestRate,
    /// Points of efficiency lost a year if nothing is done.
    AccrualPerYear,
    /// Cost of the work.
    Amount,
    /// Month in which the work begins, counted from 1.
    FirstMonth,
    /// How long the work takes.
    InvestmentMonths,
    /// Months until the gain has fully arrived, after the work.
    RampUpMonths,
    /// Efficiency lost while the work goes on.
    Dip,
    /// Months over which the dip fades after the work.
    DipMonthsAfter,
    /// Share of capacity needed for upkeep after the work.
    UpkeepShare,
    /// Overrun of months and amount; used by the simulation only.
    Slip,
    /// Chance that the work brings no gain; used by the simulation only.
    FailureProbability,
    /// Months looked at.
    HorizonMonths,
    /// Yearly rate at which later money counts less.
    DiscountRate,
    /// Seed of the random draws.
    Seed,
    /// A number of the cost line at this position.
    Cost(usize, CostInput),
    /// A number of the benefit line at this position.
    Benefit(usize, BenefitInput),
    /// A number of the plan, which no figure of the case depends on.
    Plan(PlanInput),
}

/// A number of a cost line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CostInput {
    /// Paid once.
    Once,
    /// Month of the single payment.
    Month,
    /// Paid every year, in equal monthly parts.
    PerYear,
    /// First month of the yearly cost.
    FromMonth,
    /// Last month of the yearly cost.
    ToMonth,
}

/// A number of a benefit line; which ones a line has depends on its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BenefitInput {
    /// Haircut on the value of the line.
    Confidence,
    /// Months between the end of the work and the first benefit.
    LagMonths,
    /// Incidents a year today.
    PerYearNow,
    /// Incidents a year once the work is done.
    PerYearAfter,
    /// Cost of one incident.
    CostEach,
    /// Revenue of the customers at risk, a year.
    AnnualRevenue,
    /// Share of that revenue that is margin.
    Margin,
    /// Chance of losing it within a year, today.
    LossProbabilityNow,
    /// Chance of losing it within a year, once the work is done.
    LossProbabilityAfter,
    /// People leaving a year today.
    LeaversPerYearNow,
    /// People leaving a year once the work is done.
    LeaversPerYearAfter,
    /// Salary of somebody who leaves.
    Salary,
    /// Cost of replacing somebody over that salary.
    ReplacementCostShare,
    /// People hired a year.
    HiresPerYear,
    /// Weeks until a newcomer is useful, today.
    WeeksNow,
    /// Weeks until a newcomer is useful, once the work is done.
    WeeksAfter,
    /// Cost of a week of a newcomer.
    WeeklyCost,
    /// Any other benefit, a year; negative where it is a loss.
    PerYear,
}

/// What the code knows about an input.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spec {
    /// Path in the case file, or for a number of a line its name within the line.
    pub path: &'static str,
    /// Name in messages and tables, as it stands within a sentence.
    pub label: &'static str,
    /// Allowed range.
    pub bounds: Bounds,
    /// Whether lowest, most likely and highest may be given instead of one figure.
    pub takes_estimate: bool,
    /// Value when nothing was entered; none where the case does not exist without the number, or
    /// where the default depends on other inputs.
    pub default: Option<f64>,
}

impl Spec {
    pub(crate) const fn estimated(path: &'static str, label: &'static str, bounds: Bounds) -> Self {
        Self { path, label, bounds, takes_estimate: true, default: None }
    }

    pub(crate) const fn plain(path: &'static str, label: &'static str, bounds: Bounds) -> Self {
        Self { path, label, bounds, takes_estimate: false, default: None }
    }

    pub(crate) const fn or(self, default: f64) -> Self {
        Self { default: Some(default), ..self }
    }
}

impl Input {
    /// Every input that stands once in a case, in the order of the case file.
    pub const SINGLE: [Self; 22] = [
        Self::HorizonMonths,
        Self::DiscountRate,
        Self::AnnualCost,
        Self::Engineers,
        Self::Salary,
        Self::LoadedMultiplier,
        Self::Realised,
        Self::EfficiencyNow,
        Self::EfficiencyAfter,
        Self::Confidence,
        Self::InterestRate,
        Self::AccrualPerYear,
        Self::Amount,
        Self::FirstMonth,
        Self::InvestmentMonths,
        Self::RampUpMonths,
        Self::Dip,
        Self::DipMonthsAfter,
        Self::UpkeepShare,
        Self::Slip,
        Self::FailureProbability,
        Self::Seed,
    ];

    /// Every input of a case with that many cost and benefit lines, in the order of the case file.
    pub fn all(costs: usize, benefits: usize) -> Vec<Self> {
        let mut all = Self::SINGLE.to_vec();
        for line in 0..costs {
            all.extend(CostInput::ALL.map(|input| Self::Cost(line, input)));
        }
        for line in 0..benefits {
            all.extend(BenefitInput::ALL.map(|input| Self::Benefit(line, input)));
        }
        all
    }

    /// Path, name, range and default: the one table of inputs.
    #[rustfmt::skip]
    pub const fn spec(self) -> Spec {
        use Spec as S;
        match self {
            Self::AnnualCost => S::estimated("capacity.annual_cost", "engineering capacity a year", Bounds::CAPACITY),
            Self::Engineers => S::estimated("capacity.engineers", "number of engineers", Bounds::ENGINEERS),
            Self::Salary => S::estimated("capacity.salary", "salary of an engineer", Bounds::CAPACITY),
            Self::LoadedMultiplier => S::estimated("capacity.loaded_multiplier", "fully loaded cost over salary", Bounds::LOADED_MULTIPLIER).or(1.4),
            Self::Realised => S::estimated("capacity.realised", "share of freed hours that is used", Bounds::SHARE).or(1.0),
            Self::EfficiencyNow => S::estimated("efficiency.now", "efficiency now", Bounds::EFFICIENCY),
            Self::EfficiencyAfter => S::estimated("efficiency.after", "efficiency after", Bounds::EFFICIENCY),
            Self::Confidence => S::plain("efficiency.confidence", "confidence in the gain", Bounds::SHARE).or(1.0),
            Self::InterestRate => S::plain("efficiency.interest_rate", "growth of the loss on itself", Bounds::INTEREST_RATE).or(0.0),
            Self::AccrualPerYear => S::plain("efficiency.accrual_per_year", "efficiency lost a year", Bounds::RATE_PER_YEAR).or(0.0),
            Self::Amount => S::estimated("investment.amount", "investment", Bounds::MONEY),
            Self::FirstMonth => S::plain("investment.first_month", "first month of the work", Bounds::MONTHS).or(1.0),
            Self::InvestmentMonths => S::plain("investment.months", "length of the work", Bounds::MONTHS).or(1.0),
            Self::RampUpMonths => S::plain("investment.ramp_up_months", "ramp-up after the work", Bounds::MONTHS_OR_NONE).or(0.0),
            Self::Dip => S::estimated("investment.dip", "efficiency lost during the work", Bounds::SHARE).or(0.0),
            Self::DipMonthsAfter => S::plain("investment.dip_months_after", "months until the dip has faded", Bounds::MONTHS_OR_NONE).or(0.0),
            Self::UpkeepShare => S::estimated("investment.upkeep_share", "share of capacity for upkeep", Bounds::SHARE).or(0.0),
            Self::Slip => S::estimated("investment.slip", "overrun", Bounds::OVERRUN).or(0.0),
            Self::FailureProbability => S::plain("investment.failure_probability", "chance of no gain", Bounds::SHARE).or(0.0),
            Self::HorizonMonths => S::plain("horizon_months", "horizon", Bounds::MONTHS).or(24.0),
            Self::DiscountRate => S::plain("discount_rate", "discount rate", Bounds::RATE_PER_YEAR).or(0.10),
            Self::Seed => S::plain("uncertainty.seed", "seed of the draws", Bounds::SEED).or(1.0),
            Self::Cost(_, input) => input.spec(),
            Self::Benefit(_, input) => input.spec(),
            Self::Plan(input) => input.spec(),
        }
    }

    /// Whether a case cannot be evaluated without it. Capacity has two forms and is checked apart.
    pub const fn is_required(self) -> bool {
        matches!(self, Self::EfficiencyNow | Self::EfficiencyAfter | Self::Amount)
    }
}

impl CostInput {
    /// Every number of a cost line, in the order of the case file.
    pub const ALL: [Self; 5] =
        [Self::Once, Self::Month, Self::PerYear, Self::FromMonth, Self::ToMonth];

    /// Name within the line, range and default. The default of `to_month` is the horizon.
    #[rustfmt::skip]
    pub const fn spec(self) -> Spec {
        use Spec as S;
        match self {
            Self::Once => S::estimated("once", "cost paid once", Bounds::MONEY).or(0.0),
            Self::Month => S::plain("month", "month of the payment", Bounds::MONTHS).or(1.0),
            Self::PerYear => S::estimated("per_year", "cost a year", Bounds::MONEY_PER_YEAR).or(0.0),
            Self::FromMonth => S::plain("from_month", "first month of the cost", Bounds::MONTHS).or(1.0),
            Self::ToMonth => S::plain("to_month", "last month of the cost", Bounds::MONTHS),
        }
    }
}

impl BenefitInput {
    /// Every number any benefit line can have, in the order of the case file.
    pub const ALL: [Self; 18] = [
        Self::Confidence,
        Self::LagMonths,
        Self::PerYearNow,
        Self::PerYearAfter,
        Self::CostEach,
        Self::AnnualRevenue,
        Self::Margin,
        Self::LossProbabilityNow,
        Self::LossProbabilityAfter,
        Self::LeaversPerYearNow,
        Self::LeaversPerYearAfter,
        Self::Salary,
        Self::ReplacementCostShare,
        Self::HiresPerYear,
        Self::WeeksNow,
        Self::WeeksAfter,
        Self::WeeklyCost,
        Self::PerYear,
    ];

    /// Name within the line, range and default.
    #[rustfmt::skip]
    pub const fn spec(self) -> Spec {
        use Spec as S;
        match self {
            Self::Confidence => S::plain("confidence", "confidence in the benefit", Bounds::SHARE).or(1.0),
            Self::LagMonths => S::plain("lag_months", "months until the benefit begins", Bounds::MONTHS_OR_NONE).or(0.0),
            Self::PerYearNow => S::estimated("per_year_now", "incidents a year now", Bounds::COUNT_PER_YEAR),
            Self::PerYearAfter => S::estimated("per_year_after", "incidents a year after", Bounds::COUNT_PER_YEAR),
            Self::CostEach => S::estimated("cost_each", "cost of an incident", Bounds::MONEY),
            Self::AnnualRevenue => S::estimated("annual_revenue", "revenue at risk a year", Bounds::MONEY_PER_YEAR),
            Self::Margin => S::estimated("margin", "margin on that revenue", Bounds::SHARE).or(1.0),
            Self::LossProbabilityNow => S::estimated("loss_probability_now", "chance of losing it now", Bounds::SHARE),
            Self::LossProbabilityAfter => S::estimated("loss_probability_after", "chance of losing it after", Bounds::SHARE),
            Self::LeaversPerYearNow => S::estimated("leavers_per_year_now", "leavers a year now", Bounds::COUNT_PER_YEAR),
            Self::LeaversPerYearAfter => S::estimated("leavers_per_year_after", "leavers a year after", Bounds::COUNT_PER_YEAR),
            Self::Salary => S::estimated("salary", "salary of a leaver", Bounds::MONEY_PER_YEAR),
            Self::ReplacementCostShare => S::estimated("replacement_cost_share", "replacement cost over salary", Bounds::OVERRUN).or(0.5),
            Self::HiresPerYear => S::estimated("hires_per_year", "hires a year", Bounds::COUNT_PER_YEAR),
            Self::WeeksNow => S::estimated("weeks_now", "weeks until useful now", Bounds::WEEKS),
            Self::WeeksAfter => S::estimated("weeks_after", "weeks until useful after", Bounds::WEEKS),
            Self::WeeklyCost => S::estimated("weekly_cost", "cost of a newcomer a week", Bounds::MONEY),
            Self::PerYear => S::estimated("per_year", "benefit a year", Bounds::SIGNED_MONEY_PER_YEAR),
        }
    }
}
