//! The case month by month: efficiency on both paths, what is spent and what comes back.

use crate::{
    assumptions::Assumptions,
    efficiency::Efficiency,
    finance::monthly_rate,
    investment::{Investment, PaidFrom},
    units::{Money, Share},
};

/// One month of the case.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Month {
    /// Number of the month, from 1.
    pub month: u32,
    /// Efficiency if nothing is done, 0 to 1.
    pub baseline_efficiency: Share,
    /// Efficiency with the investment, dips included, 0 to 1.
    pub invested_efficiency: Share,
    /// Investment spent.
    pub spend: Money,
    /// Upkeep of what was built.
    pub upkeep: Money,
    /// Other costs.
    pub costs: Money,
    /// Work dearer than the month's capacity, which must be bought from outside.
    pub bought_outside: Money,
    /// Product the work and its upkeep keep people from, at the efficiency of doing nothing.
    pub displaced: Money,
    /// Value of the efficiency gained.
    pub gain: Money,
    /// Other benefits.
    pub other_benefits: Money,
    /// `gain + other_benefits - spend - upkeep - costs`.
    pub net: Money,
    /// Sum of `net` up to this month.
    pub cumulative_net: Money,
    /// Product work delivered in this month compared with carrying on.
    pub delivered_difference: Money,
    /// Sum of `delivered_difference` up to this month.
    pub cumulative_delivered_difference: Money,
}

/// Every month of the case up to the horizon, in order.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline(Vec<Month>);

impl Timeline {
    /// Computes every month.
    pub fn of(assumptions: &Assumptions) -> Self {
        let Assumptions { horizon_months, capacity, efficiency, investment, .. } = assumptions;
        let monthly_cost = capacity.monthly_cost();
        let mut baseline = LostShare::today(efficiency);
        let mut invested = LostShare::today(efficiency);
        let mut cumulative_net = 0.0;
        let mut cumulative_delivered_difference = 0.0;

        let month_of_case = |month: u32| {
            if month > 1 {
                baseline.grow();
                invested.grow();
            }
            invested.improve(efficiency.gain() * investment.arriving_share(month));
            let baseline_efficiency = baseline.efficiency();
            let invested_efficiency =
                (invested.efficiency() - investment.dip_in(month)).clamp(0.0, 1.0);

            let spend = investment.spend_in(month);
            let upkeep = upkeep_in(month, monthly_cost, investment);
            let costs: Money = assumptions.costs.iter().map(|cost| cost.in_month(month)).sum();
            let (taken, left, bought_outside) = match investment.paid_from {
                PaidFrom::Money => (0.0, monthly_cost, 0.0),
                PaidFrom::Capacity => {
                    let left = monthly_cost - spend - upkeep;
                    let taken = monthly_cost.min(spend + upkeep);
                    if left < 0.0 { (taken, 0.0, -left) } else { (taken, left, 0.0) }
                }
            };
            let gain = capacity.realised * left * (invested_efficiency - baseline_efficiency);
            let other_benefits: Money =
                assumptions.benefits.iter().map(|line| line.in_month(month, investment)).sum();
            let net = gain + other_benefits - spend - upkeep - costs;
            let delivered_difference =
                left * invested_efficiency - monthly_cost * baseline_efficiency;
            let displaced = taken * baseline_efficiency;
            cumulative_net += net;
            cumulative_delivered_difference += delivered_difference;
            Month {
                month,
                baseline_efficiency,
                invested_efficiency,
                spend,
                upkeep,
                costs,
                bought_outside,
                displaced,
                gain,
                other_benefits,
                net,
                cumulative_net,
                delivered_difference,
                cumulative_delivered_difference,
            }
        };
        Self((1..=*horizon_months).map(month_of_case).collect())
    }

    /// The months in order, at least one.
    pub fn months(&self) -> &[Month] {
        &self.0
    }

    /// The month with this number, counted from 1.
    pub fn month(&self, number: u32) -> Option<&Month> {
        self.0.get(usize::try_from(number).ok()?.checked_sub(1)?)
    }
}

/// The share of working time lost, as it changes from month to month.
struct LostShare {
    lost: Share,
    interest: f64,
    accrual: Share,
}

impl LostShare {
    fn today(efficiency: &Efficiency) -> Self {
        Self {
            lost: 1.0 - efficiency.now,
            interest: monthly_rate(efficiency.interest_rate),
            accrual: efficiency.accrual_per_year / 12.0,
        }
    }

    /// At the start of a month: debt grows on itself and accrues.
    fn grow(&mut self) {
        self.lost = (self.lost + self.lost * self.interest + self.accrual).clamp(0.0, 1.0);
    }

    /// The work buys points of efficiency, not a level.
    fn improve(&mut self, points: Share) {
        self.lost = (self.lost - points).clamp(0.0, 1.0);
    }

    fn efficiency(&self) -> Share {
        1.0 - self.lost
    }
}

fn upkeep_in(month: u32, monthly_cost: Money, investment: &Investment) -> Money {
    if month > investment.end() { investment.upkeep_share * monthly_cost } else { 0.0 }
}
