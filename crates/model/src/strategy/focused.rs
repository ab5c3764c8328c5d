//! The work the case proposes, beside today's split.

use crate::{
    assumptions::Assumptions,
    investment::PaidFrom,
    strategy::{rule::PathMonth, setting::Setting},
    timeline::{Month, Timeline},
};

/// The months of the case itself, with its improvement, ramp-up and dips; of its capacity only what
/// features have today delivers, less the work and its upkeep where people do them.
///
/// At today's share of debt work the lost share changes as in the case's months, and the best
/// efficiency is at least the one the case reaches, so the months of the case are those of the rule.
pub(crate) fn focused(setting: &Setting) -> Vec<PathMonth> {
    let monthly_cost = setting.monthly_cost();
    let over_all_months =
        Assumptions { horizon_months: setting.months, ..setting.assumptions.clone() };
    let is_from_capacity = setting.assumptions.investment.paid_from == PaidFrom::Capacity;
    let path_month = |month: &Month| {
        let taken =
            if is_from_capacity { (month.spend + month.upkeep) / monthly_cost } else { 0.0 };
        let features = (setting.features_today() - taken).max(0.0);
        PathMonth {
            debt: setting.debt_today(),
            features,
            efficiency: month.invested_efficiency,
            delivered: monthly_cost * features * month.invested_efficiency,
            bought_outside: month.bought_outside,
        }
    };
    Timeline::of(&over_all_months).months().iter().map(path_month).collect()
}
