//! The shares of debt work, quarter by quarter, that deliver most.
//!
//! Found by dynamic programming over pairs of the lost share and what is delivered so far. A month
//! delivers less the more is lost, and leaves the more lost the more was lost before it: interest,
//! growth and limits all keep that order. So the same shares never deliver more from a higher lost
//! share, and a pair with less lost and more delivered makes another one needless, which nothing is
//! risked by.

use crate::{
    case::Case,
    strategy::{
        Outcome,
        as_planned::MONTHS_OF_QUARTER,
        frontier::{Choice, Frontier, MOST_PAIRS, Play},
        rule::{Action, Rule, play},
        setting::Setting,
    },
    units::{Money, Share},
};

/// The best shares of debt work and what they come to.
#[derive(Clone, Debug, PartialEq)]
pub struct BestPath {
    /// Share of capacity for debt in each quarter, in steps of 5 % from 0 to 30 %, cut to what is there.
    pub shares: Vec<Share>,
    /// Value of the features delivered by the last month.
    pub delivered: Money,
    /// The path month by month.
    pub outcome: Outcome,
    /// How much more any other such path can deliver at most: 0 where this is the best one.
    pub bound: Money,
}

/// The best of the paths that take one of a few shares in each quarter.
#[derive(Clone, Debug, PartialEq)]
pub struct BestShares {
    /// Share of capacity for debt in each quarter.
    pub shares: Vec<Share>,
    /// Value of the features delivered by the last month.
    pub delivered: Money,
    /// How much more any other path can deliver at most: 0 where this is the best one.
    pub bound: Money,
}

/// Shares of debt work a quarter can have: 0 to 30 % in steps of 5 %.
pub fn quarterly_steps() -> [Share; 7] {
    [0, 1, 2, 3, 4, 5, 6].map(|twentieth| f64::from(twentieth) / 20.0)
}

/// The path over `months` that delivers most with one of `steps` as the share of debt work in each
/// quarter; `steps` ascend, and those above what is there are cut to it. Where paths deliver the same,
/// it is the one with the smaller share first. `None` where nobody knows what debt work buys.
pub fn best_shares(case: &Case, months: u32, steps: &[Share]) -> Option<BestShares> {
    let mut setting = Setting::of(case);
    setting.months = months;
    search(&setting, steps, MOST_PAIRS)
}

/// The best path over all months looked at.
pub(crate) fn best_path(setting: &Setting, today: &[Money]) -> Option<BestPath> {
    let BestShares { shares, delivered, bound } = search(setting, &quarterly_steps(), MOST_PAIRS)?;
    let rule = ByQuarter { shares: &shares, available: setting.basis.available() };
    let outcome = Outcome::of(&play(setting, &rule)?, Some(today));
    Some(BestPath { shares, delivered, outcome, bound })
}

fn search(setting: &Setting, steps: &[Share], most_pairs: u16) -> Option<BestShares> {
    setting.basis.points_per_capacity_year?;
    let available = setting.basis.available();
    let mut choices: Vec<Choice> = Vec::new();
    for step in steps {
        let share = step.min(available);
        if choices.last().is_none_or(|last| last.share < share) {
            let value = setting.monthly_cost() * (available - share);
            choices.push(Choice { share, value, growth: setting.growth(share)? });
        }
    }
    let quarters = setting.months.div_ceil(MONTHS_OF_QUARTER);
    let mut frontier = Frontier::new(Play { setting, choices }, most_pairs);
    for quarter in 0..quarters {
        let first_month = quarter * MONTHS_OF_QUARTER;
        frontier.advance(MONTHS_OF_QUARTER.min(setting.months - first_month), first_month);
    }
    frontier.best()
}

/// A share of debt work for each quarter, the rest for features.
struct ByQuarter<'a> {
    shares: &'a [Share],
    available: Share,
}

impl Rule for ByQuarter<'_> {
    fn action(&self, month: u32, _lost: Share) -> Action {
        let debt = self.shares[((month - 1) / MONTHS_OF_QUARTER) as usize];
        Action { debt, features: self.available - debt }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{case::CaseBuilder, estimate::Estimate, input::Input, plan::PlanInput};

    /// Slow debt work against interest: hundreds of pairs, none of which makes another needless.
    #[test]
    fn what_joining_neighbors_can_cost_is_within_the_bound() {
        let mut builder = CaseBuilder::new();
        for (input, value) in [
            (Input::AnnualCost, 2e6),
            (Input::EfficiencyNow, 0.825),
            (Input::EfficiencyAfter, 0.9),
            (Input::Amount, 200e3),
            (Input::AccrualPerYear, 0.116),
            (Input::InterestRate, 0.144),
            (Input::Plan(PlanInput::PointsPerCapacityYear), 0.0747),
            (Input::Plan(PlanInput::BestEfficiency), 0.9),
        ] {
            builder.enter(input, Estimate::exact(value).unwrap()).unwrap();
        }
        let case = builder.build().unwrap();
        let mut setting = Setting::of(&case);
        setting.months = 60;
        let exact = search(&setting, &quarterly_steps(), MOST_PAIRS).unwrap();
        assert!(exact.bound <= 0.0);
        let joined = search(&setting, &quarterly_steps(), 5).unwrap();
        assert!(joined.bound > 0.0);
        assert!(joined.delivered <= exact.delivered);
        assert!(exact.delivered <= joined.delivered + joined.bound);
    }
}
