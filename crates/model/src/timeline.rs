//! The case month by month: efficiency on both paths, what is spent and what comes back.

use crate::{
    assumptions::Assumptions,
    capacity::Capacity,
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
        let growth = Growth::of(efficiency);
        let mut paths = Paths::new(*capacity, efficiency, *investment, growth);
        let month_of_case = |month: u32| {
            let costs: Money = assumptions.costs.iter().map(|cost| cost.in_month(month)).sum();
            let other_benefits: Money =
                assumptions.benefits.iter().map(|line| line.in_month(month, investment)).sum();
            paths.walk(month, costs, other_benefits)
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

/// Both paths of one set of assumptions, walked month by month: the one place that says what happens
/// in a month, for the timeline and for each draw of the simulation.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Paths {
    capacity: Capacity,
    monthly_cost: Money,
    gain: Share,
    investment: Investment,
    growth: Growth,
    baseline: LostShare,
    invested: LostShare,
    cumulative_net: Money,
    cumulative_delivered_difference: Money,
}

impl Paths {
    /// Both paths before the first month.
    pub(crate) fn new(
        capacity: Capacity,
        efficiency: &Efficiency,
        investment: Investment,
        growth: Growth,
    ) -> Self {
        let today = LostShare { lost: 1.0 - efficiency.now };
        Self {
            capacity,
            monthly_cost: capacity.monthly_cost(),
            gain: efficiency.gain(),
            investment,
            growth,
            baseline: today,
            invested: today,
            cumulative_net: 0.0,
            cumulative_delivered_difference: 0.0,
        }
    }

    /// The same paths where the work gains nothing; what it would lose stays.
    pub(crate) fn without_gain(self) -> Self {
        Self { gain: self.gain.min(0.0), ..self }
    }

    /// The work on the invested path.
    pub(crate) fn investment(&self) -> &Investment {
        &self.investment
    }

    /// Walks through `month`, in which other costs and benefits are these. Months are walked in
    /// order, from 1.
    #[inline]
    pub(crate) fn walk(&mut self, month: u32, costs: Money, other_benefits: Money) -> Month {
        let Self { capacity, monthly_cost, investment, growth, .. } = *self;
        if month > 1 {
            self.baseline.grow(growth);
            self.invested.grow(growth);
        }
        self.invested.improve(self.gain * investment.arriving_share(month));
        let baseline_efficiency = self.baseline.efficiency();
        let invested_efficiency =
            (self.invested.efficiency() - investment.dip_in(month)).clamp(0.0, 1.0);

        let spend = investment.spend_in(month);
        let upkeep = upkeep_in(month, monthly_cost, &investment);
        let (taken, left, bought_outside) = match investment.paid_from {
            PaidFrom::Money => (0.0, monthly_cost, 0.0),
            PaidFrom::Capacity => {
                let left = monthly_cost - spend - upkeep;
                let taken = monthly_cost.min(spend + upkeep);
                if left < 0.0 { (taken, 0.0, -left) } else { (taken, left, 0.0) }
            }
        };
        let gain = capacity.realised * left * (invested_efficiency - baseline_efficiency);
        let net = gain + other_benefits - spend - upkeep - costs;
        let delivered_difference = left * invested_efficiency - monthly_cost * baseline_efficiency;
        let displaced = taken * baseline_efficiency;
        self.cumulative_net += net;
        self.cumulative_delivered_difference += delivered_difference;
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
            cumulative_net: self.cumulative_net,
            delivered_difference,
            cumulative_delivered_difference: self.cumulative_delivered_difference,
        }
    }
}

/// How the lost share grows by itself from month to month.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Growth {
    interest: f64,
    accrual: Share,
}

impl Growth {
    pub(crate) fn of(efficiency: &Efficiency) -> Self {
        Self {
            interest: monthly_rate(efficiency.interest_rate),
            accrual: efficiency.accrual_per_year / 12.0,
        }
    }
}

/// The share of working time lost, as it changes from month to month.
#[derive(Clone, Copy, Debug)]
struct LostShare {
    lost: Share,
}

impl LostShare {
    /// At the start of a month: debt grows on itself and accrues.
    fn grow(&mut self, growth: Growth) {
        let Growth { interest, accrual } = growth;
        self.lost = (self.lost + self.lost * interest + accrual).clamp(0.0, 1.0);
    }

    /// The work buys points of efficiency, not a level.
    fn improve(&mut self, points: Share) {
        self.lost = (self.lost - points).clamp(0.0, 1.0);
    }

    fn efficiency(self) -> Share {
        1.0 - self.lost
    }
}

fn upkeep_in(month: u32, monthly_cost: Money, investment: &Investment) -> Money {
    if month > investment.end() { investment.upkeep_share * monthly_cost } else { 0.0 }
}
