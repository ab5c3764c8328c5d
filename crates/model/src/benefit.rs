//! Benefits beside the efficiency gain: incidents, revenue at risk, attrition, onboarding and more.

use crate::{
    input::BenefitInput,
    investment::Investment,
    units::{Money, Share},
};

/// What a benefit or a cost is made of, so that cash is never mixed up with freed hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tag {
    /// Money that stays in or leaves the bank account.
    Cash,
    /// Hours of people who are paid anyway.
    Capacity,
    /// An expected loss that becomes less likely.
    Risk,
}

impl Tag {
    /// Every tag, in the order of reports.
    pub const ALL: [Self; 3] = [Self::Cash, Self::Capacity, Self::Risk];

    /// Name in the case file and in results.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Cash => "cash",
            Self::Capacity => "capacity",
            Self::Risk => "risk",
        }
    }
}

/// What a benefit line counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BenefitKind {
    /// Fewer incidents.
    Incidents,
    /// Customers who become less likely to leave.
    RevenueAtRisk,
    /// Fewer people leaving.
    Attrition,
    /// Newcomers who are useful sooner.
    Onboarding,
    /// Infrastructure that is no longer needed.
    Infrastructure,
    /// Anything else.
    Other,
}

impl BenefitKind {
    /// Every kind, in the order they are offered.
    pub const ALL: [Self; 6] = [
        Self::Incidents,
        Self::RevenueAtRisk,
        Self::Attrition,
        Self::Onboarding,
        Self::Infrastructure,
        Self::Other,
    ];

    /// Name in the case file.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Incidents => "incidents",
            Self::RevenueAtRisk => "revenue_at_risk",
            Self::Attrition => "attrition",
            Self::Onboarding => "onboarding",
            Self::Infrastructure => "infrastructure",
            Self::Other => "other",
        }
    }

    /// Tag of a line whose tag nobody chose. Incidents count engineers' hours unless said
    /// otherwise: the cautious reading.
    pub const fn usual_tag(self) -> Tag {
        match self {
            Self::Incidents | Self::Onboarding => Tag::Capacity,
            Self::RevenueAtRisk => Tag::Risk,
            Self::Attrition | Self::Infrastructure | Self::Other => Tag::Cash,
        }
    }

    /// The numbers its formula takes, beside confidence and lag.
    pub const fn inputs(self) -> &'static [BenefitInput] {
        use BenefitInput as B;
        match self {
            Self::Incidents => &[B::PerYearNow, B::PerYearAfter, B::CostEach],
            Self::RevenueAtRisk => {
                &[B::AnnualRevenue, B::Margin, B::LossProbabilityNow, B::LossProbabilityAfter]
            }
            Self::Attrition => {
                &[B::LeaversPerYearNow, B::LeaversPerYearAfter, B::Salary, B::ReplacementCostShare]
            }
            Self::Onboarding => &[B::HiresPerYear, B::WeeksNow, B::WeeksAfter, B::WeeklyCost],
            Self::Infrastructure | Self::Other => &[B::PerYear],
        }
    }

    /// Value a year before the haircut; `number` gives the numbers of [`Self::inputs`].
    pub fn value_per_year(self, number: impl Fn(BenefitInput) -> f64) -> Money {
        use BenefitInput as B;
        match self {
            Self::Incidents => {
                (number(B::PerYearNow) - number(B::PerYearAfter)) * number(B::CostEach)
            }
            Self::RevenueAtRisk => {
                number(B::AnnualRevenue)
                    * number(B::Margin)
                    * (number(B::LossProbabilityNow) - number(B::LossProbabilityAfter))
            }
            Self::Attrition => {
                (number(B::LeaversPerYearNow) - number(B::LeaversPerYearAfter))
                    * number(B::Salary)
                    * number(B::ReplacementCostShare)
            }
            Self::Onboarding => {
                number(B::HiresPerYear)
                    * (number(B::WeeksNow) - number(B::WeeksAfter))
                    * number(B::WeeklyCost)
            }
            Self::Infrastructure | Self::Other => number(B::PerYear),
        }
    }
}

/// A benefit beside the efficiency gain.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Benefit {
    /// Whether it is cash, hours or a smaller risk.
    pub tag: Tag,
    /// Value a year after the haircut, once it has fully arrived; may be a loss.
    pub per_year: Money,
    /// Months between the end of the work and the first benefit, 0 to 120.
    pub lag_months: u32,
}

impl Benefit {
    /// What it brings in `month`: a twelfth of the year from month `end + lag + 1` on, less while
    /// it ramps up with the gain of the work.
    pub fn in_month(&self, month: u32, investment: &Investment) -> Money {
        let since = month.saturating_sub(investment.end() + self.lag_months);
        if since == 0 {
            return 0.0;
        }
        let arrived: Share = match investment.ramp_up_months {
            0 => 1.0,
            ramp_up => (f64::from(since) / f64::from(ramp_up)).min(1.0),
        };
        self.per_year / 12.0 * arrived
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn investment(ramp_up_months: u32) -> Investment {
        Investment {
            amount: 1.0,
            paid_from: crate::investment::PaidFrom::Money,
            first_month: 2,
            months: 2,
            ramp_up_months,
            dip: 0.0,
            dip_months_after: 0,
            upkeep_share: 0.0,
        }
    }

    fn by_month(lag_months: u32, ramp_up_months: u32) -> Vec<f64> {
        let benefit = Benefit { tag: Tag::Cash, per_year: 1200.0, lag_months };
        (1..=8).map(|month| benefit.in_month(month, &investment(ramp_up_months))).collect()
    }

    #[test]
    fn a_benefit_begins_after_the_work_and_its_lag_and_ramps_up_with_the_gain() {
        assert_eq!(by_month(0, 0), [0.0, 0.0, 0.0, 100.0, 100.0, 100.0, 100.0, 100.0]);
        assert_eq!(by_month(2, 0), [0.0, 0.0, 0.0, 0.0, 0.0, 100.0, 100.0, 100.0]);
        assert_eq!(by_month(1, 4), [0.0, 0.0, 0.0, 0.0, 25.0, 50.0, 75.0, 100.0]);
    }

    #[test]
    fn every_kind_has_the_formula_of_its_field() {
        let value = |kind: BenefitKind, numbers: &[f64]| {
            let inputs = kind.inputs();
            assert_eq!(inputs.len(), numbers.len());
            kind.value_per_year(|wanted| {
                numbers[inputs.iter().position(|input| *input == wanted).unwrap()]
            })
        };
        let close = |a: f64, b: f64| assert!((a - b).abs() < 1e-6, "{a} is not {b}");
        close(value(BenefitKind::Incidents, &[12.0, 3.0, 8_000.0]), 72_000.0);
        close(value(BenefitKind::RevenueAtRisk, &[1e6, 0.8, 0.3, 0.1]), 160_000.0);
        close(value(BenefitKind::Attrition, &[4.0, 3.0, 150_000.0, 0.5]), 75_000.0);
        close(value(BenefitKind::Onboarding, &[5.0, 12.0, 8.0, 3_000.0]), 60_000.0);
        close(value(BenefitKind::Infrastructure, &[24_000.0]), 24_000.0);
        close(value(BenefitKind::Other, &[-5_000.0]), -5_000.0);
    }
}
