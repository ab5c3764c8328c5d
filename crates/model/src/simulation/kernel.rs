//! The months of many draws at once, without allocating for any of them.

use super::{
    draws::{Column, Draws, failure_probability},
    lines::{BenefitLines, CostLines},
};
use crate::{
    assumptions::Assumptions,
    capacity::{Capacity, cost_of_team},
    case::Case,
    cash_flows::{CashFlows, FirstFlow, RELATIVE_ZERO},
    efficiency::Efficiency,
    finance::{monthly_rate, payback_of_totals},
    input::Input,
    investment::Investment,
    timeline::{Growth, Paths},
    units::{Money, Months, Share},
};

/// An input as the draws have it.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Number {
    /// The same in every draw.
    Fixed(f64),
    /// In the column at this position.
    Drawn(usize),
}

impl Number {
    pub(crate) fn of(input: Input, case: &Case, draws: &Draws) -> Self {
        match draws.column_of(input) {
            Some(column) => Self::Drawn(column),
            None => Self::Fixed(case.likely(input).unwrap_or_default()),
        }
    }

    #[inline]
    pub(crate) fn value(self, columns: &[Column], draw: usize) -> f64 {
        match self {
            Self::Fixed(value) => value,
            Self::Drawn(column) => columns[column].value(draw),
        }
    }
}

/// What the draws of a case have in common, and where to find what they have not.
#[derive(Debug)]
pub(crate) struct Kernel {
    likely: Assumptions,
    growth: Growth,
    /// What a flow at the end of each month is worth now, for one unit of money.
    discount: Vec<f64>,
    capacity: CapacityNumbers,
    realised: Number,
    now: Number,
    after: Number,
    amount: Number,
    dip: Number,
    upkeep_share: Number,
    slip: Number,
    fails: Number,
    costs: CostLines,
    benefits: BenefitLines,
}

#[derive(Debug)]
enum CapacityNumbers {
    Annual(Number),
    /// Engineers, salary and fully loaded multiplier.
    Team([Number; 3]),
}

/// What one draw comes to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Outcome {
    pub(crate) npv: Money,
    /// Infinite where it never comes.
    pub(crate) payback: Months,
    /// Whether the net present value is above zero by more than rounding.
    pub(crate) is_positive: bool,
}

/// Draws whose months are computed together; enough to keep them in the nearest memory.
pub(crate) const BLOCK: usize = 128;

/// Room for one block, used again for the next.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    draws: Vec<Draw>,
    costs: Vec<Money>,
    benefits: Vec<Money>,
    totals: Vec<Money>,
}

#[derive(Clone, Copy, Debug)]
struct Draw {
    paths: Paths,
    npv: Money,
    /// Sum of what flows, whichever way.
    moved: Money,
    /// The same, discounted.
    moved_discounted: Money,
    fails: bool,
}

impl Kernel {
    pub(crate) fn new(case: &Case, draws: &Draws) -> Self {
        let number = |input| Number::of(input, case, draws);
        let likely = Assumptions::likely(case);
        let horizon = likely.horizon_months;
        let ones = CashFlows::new((1..=horizon).map(|_| 1.0).collect(), FirstFlow::AfterOnePeriod);
        Self {
            growth: Growth::of(&likely.efficiency),
            discount: ones.discounted(monthly_rate(likely.discount_rate)).amounts().to_vec(),
            capacity: if case.is_team() {
                let team = [Input::Engineers, Input::Salary, Input::LoadedMultiplier];
                CapacityNumbers::Team(team.map(number))
            } else {
                CapacityNumbers::Annual(number(Input::AnnualCost))
            },
            realised: number(Input::Realised),
            now: number(Input::EfficiencyNow),
            after: number(Input::EfficiencyAfter),
            amount: number(Input::Amount),
            dip: number(Input::Dip),
            upkeep_share: number(Input::UpkeepShare),
            slip: number(Input::Slip),
            fails: match number(Input::FailureProbability) {
                Number::Fixed(_) if failure_probability(case) < 1.0 => Number::Fixed(0.0),
                fails => fails,
            },
            costs: CostLines::new(case, &likely, draws),
            benefits: BenefitLines::new(case, &likely, draws),
            likely,
        }
    }

    /// Months looked at.
    pub(crate) fn horizon(&self) -> usize {
        self.discount.len()
    }

    /// Computes the draws from `first` on, as many as `outcomes` has room for. The running total of
    /// each is written to `totals`, which has a part for each month, all draws in it.
    pub(crate) fn run(
        &self,
        columns: &[Column],
        first: usize,
        outcomes: &mut [Outcome],
        totals: &mut [Money],
        scratch: &mut Scratch,
    ) {
        let count = outcomes.len();
        let all = totals.len() / self.horizon();
        let Scratch { draws, costs, benefits, totals: of_draw } = scratch;
        draws.clear();
        draws.extend((first..first + count).map(|draw| self.draw(columns, draw)));
        let fails = |draw: usize| draws[draw - first].fails;
        let mut cost_block = self.costs.block(columns, first..first + count);
        let mut benefit_block = self.benefits.block(columns, first..first + count, &fails);
        costs.resize(count, 0.0);
        benefits.resize(count, 0.0);

        let months = totals.chunks_exact_mut(all).zip(&self.discount);
        for (month, (of_month, factor)) in (1..).zip(months) {
            cost_block.fill(month, costs);
            benefit_block.fill(
                month,
                draws.iter().map(|draw| (draw.paths.investment(), draw.fails)),
                benefits,
            );
            let of_month = &mut of_month[first..first + count];
            for (at, (draw, total)) in draws.iter_mut().zip(of_month).enumerate() {
                let walked = draw.paths.walk(month, costs[at], benefits[at]);
                let discounted = walked.net * factor;
                draw.npv += discounted;
                draw.moved += walked.net.abs();
                draw.moved_discounted += discounted.abs();
                *total = walked.cumulative_net;
            }
        }
        for (at, (draw, outcome)) in draws.iter().zip(outcomes).enumerate() {
            of_draw.clear();
            of_draw.extend(totals.chunks_exact(all).map(|of_month| of_month[first + at]));
            *outcome = self.outcome(draw, of_draw);
        }
    }

    fn outcome(&self, draw: &Draw, totals: &[Money]) -> Outcome {
        let is_all_later = draw.paths.investment().is_all_after(self.likely.horizon_months);
        let zero = RELATIVE_ZERO * draw.moved;
        let payback = if is_all_later { None } else { payback_of_totals(totals, zero, 1) };
        Outcome {
            npv: draw.npv,
            payback: payback.unwrap_or(f64::INFINITY),
            is_positive: draw.npv > RELATIVE_ZERO * draw.moved_discounted,
        }
    }

    fn draw(&self, columns: &[Column], draw: usize) -> Draw {
        let value = |number: Number| number.value(columns, draw);
        let capacity =
            Capacity { annual_cost: self.annual_cost(&value), realised: value(self.realised) };
        let efficiency =
            Efficiency { now: value(self.now), after: value(self.after), ..self.likely.efficiency };
        let investment = Investment {
            amount: value(self.amount),
            dip: value(self.dip),
            upkeep_share: value(self.upkeep_share),
            ..self.likely.investment
        };
        let investment = investment.slipped(value(self.slip));
        let paths = Paths::new(capacity, &efficiency, investment, self.growth);
        let fails = value(self.fails) > 0.0;
        let paths = if fails { paths.without_gain() } else { paths };
        Draw { paths, npv: 0.0, moved: 0.0, moved_discounted: 0.0, fails }
    }

    fn annual_cost(&self, value: &impl Fn(Number) -> f64) -> Money {
        match &self.capacity {
            CapacityNumbers::Annual(cost) => value(*cost),
            CapacityNumbers::Team([engineers, salary, multiplier]) => {
                cost_of_team(value(*engineers), value(*salary), value(*multiplier))
            }
        }
    }
}

/// Share of a count, 0 where there is nothing to count.
pub(crate) fn share(part: usize, whole: usize) -> Share {
    #[expect(clippy::cast_precision_loss, reason = "a count of draws is exact")]
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}
