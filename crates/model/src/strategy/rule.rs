//! A rule played out month by month: shares of debt and features in, delivery and efficiency out.

use crate::{
    strategy::setting::Setting,
    units::{Money, Share},
};

/// What a rule does in one month.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Action {
    /// `u`: share of capacity for debt.
    pub(crate) debt: Share,
    /// `f`: share of capacity for features.
    pub(crate) features: Share,
}

/// What to do about debt.
pub(crate) trait Rule {
    /// What is done in `month`, which begins with the share `lost`.
    fn action(&self, month: u32, lost: Share) -> Action;

    /// The share with which `month` begins, where the month before left `lost`.
    fn lost_at_start(&self, _month: u32, lost: Share) -> Share {
        lost
    }

    /// Part of the delivery that arrives.
    fn delivered_part(&self) -> Share {
        1.0
    }

    /// Part of the growth of the lost share that arrives, interest aside.
    fn growth_part(&self) -> Share {
        1.0
    }

    /// The highest efficiency reachable, where that of the case is `best`.
    fn best_efficiency(&self, best: Share) -> Share {
        best
    }
}

/// One month of a strategy.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PathMonth {
    /// Share of capacity for debt.
    pub(crate) debt: Share,
    /// Share of capacity for features.
    pub(crate) features: Share,
    /// Efficiency, dips included.
    pub(crate) efficiency: Share,
    /// Value of the features delivered.
    pub(crate) delivered: Money,
    /// Work dearer than the month's capacity.
    pub(crate) bought_outside: Money,
}

/// Plays a rule out; `None` where it takes points nobody knows.
///
/// Month m begins with a lost share, in month 1 that of today. It delivers `c f (1 - lost)` and leaves
/// `lost + lost i + (a/12)(1 - u) - k u/12`, from what the best efficiency leaves to 1.
pub(crate) fn play(setting: &Setting, rule: &dyn Rule) -> Option<Vec<PathMonth>> {
    let best = rule.best_efficiency(setting.basis.best_efficiency);
    let mut lost = setting.lost_today();
    let mut path = Vec::new();
    for month in 1..=setting.months {
        lost = rule.lost_at_start(month, lost);
        let Action { debt, features } = rule.action(month, lost);
        let efficiency = 1.0 - lost;
        path.push(PathMonth {
            debt,
            features,
            efficiency,
            delivered: setting.monthly_cost() * features * efficiency * rule.delivered_part(),
            bought_outside: 0.0,
        });
        let growth = setting.growth(debt)? * rule.growth_part();
        lost = setting.next_lost(lost, growth, best);
    }
    Some(path)
}
