//! Where each number of the plan stands in the file.

use groundwork_model::{
    plan::{InitiativeInput, PlanInput, StrategyInput, StrategyKind},
    split::Category,
};

use super::{items, positions};
use crate::{
    plan::MAX_QUARTERS,
    schema::{
        Field, Number,
        latest::{Document, Initiative, List, Plan, Quarter, Strategy},
    },
};

/// The table, for reading (`&`) and for writing (`&mut`), so that it stands here only once.
#[rustfmt::skip]
macro_rules! slot {
    ($plan:ident, $input:ident, $section:path, $strategy:ident, $quarter:ident, $initiative:ident, $($borrow:tt)+) => {
        match $input {
            PlanInput::Split(category) | PlanInput::Quarter(_, category) => {
                let split = match $input {
                    PlanInput::Quarter(line, _) => $section($($borrow)+ $quarter($($borrow)+ $plan.quarters, line)?.split)?,
                    _ => $section($($borrow)+ $plan.split)?,
                };
                Some(match category {
                    Category::Features => $($borrow)+ split.features,
                    Category::Defects => $($borrow)+ split.defects,
                    Category::Debt => $($borrow)+ split.debt,
                    Category::Risk => $($borrow)+ split.risk,
                })
            }
            PlanInput::PointsPerCapacityYear => Some($($borrow)+ $plan.points_per_capacity_year),
            PlanInput::BestEfficiency => Some($($borrow)+ $plan.best_efficiency),
            PlanInput::Strategy(line, input) => {
                let line = $strategy($($borrow)+ $plan.strategies, line)?;
                Some(match input {
                    StrategyInput::Share => $($borrow)+ line.share,
                    StrategyInput::ShareCap => $($borrow)+ line.share_cap,
                    StrategyInput::PatienceMonths => $($borrow)+ line.patience_months,
                    StrategyInput::Overhead => $($borrow)+ line.overhead,
                    StrategyInput::AccrualReduction => $($borrow)+ line.accrual_reduction,
                    StrategyInput::CapacityShare => $($borrow)+ line.capacity_share,
                    StrategyInput::PlannedMonths => $($borrow)+ line.planned_months,
                    StrategyInput::Slip => $($borrow)+ line.slip,
                    StrategyInput::DualRunningMonths => $($borrow)+ line.dual_running_months,
                    StrategyInput::DualRunningShare => $($borrow)+ line.dual_running_share,
                    StrategyInput::EfficiencyAfter => $($borrow)+ line.efficiency_after,
                })
            }
            PlanInput::Initiative(line, input) => {
                let line = $initiative($($borrow)+ $plan.initiatives, line)?;
                Some(match input {
                    InitiativeInput::Quarter => $($borrow)+ line.quarter,
                    InitiativeInput::Share => $($borrow)+ line.share,
                })
            }
        }
    };
}

pub(super) fn number(plan: &Plan, input: PlanInput) -> Option<&Option<Number>> {
    slot!(plan, input, Field::right, strategy, quarter, initiative, &)
}

pub(super) fn number_mut(plan: &mut Plan, input: PlanInput) -> Option<&mut Option<Number>> {
    slot!(plan, input, Field::or_create, strategy_mut, quarter_mut, initiative_mut, &mut)
}

/// Kind of a strategy, where it names one that is known.
pub(crate) fn strategy_kind(line: &Strategy) -> Option<StrategyKind> {
    let key = line.kind.right()?;
    StrategyKind::ALL.into_iter().find(|kind| kind.key() == key)
}

/// The strategies of a file; absent where nobody chose any.
pub(crate) fn strategies(document: &Document) -> &List<Strategy> {
    document.plan.right().map_or(&Field::Absent, |plan| &plan.strategies)
}

/// The quarters of a file.
pub(crate) fn quarters(document: &Document) -> &List<Quarter> {
    document.plan.right().map_or(&Field::Absent, |plan| &plan.quarters)
}

/// The initiatives of a file.
pub(crate) fn initiatives(document: &Document) -> &List<Initiative> {
    document.plan.right().map_or(&Field::Absent, |plan| &plan.initiatives)
}

/// Positions in the list of the strategies that can be used, in order. [`PlanInput::Strategy`]
/// counts these.
pub(crate) fn strategy_positions(list: &List<Strategy>) -> impl Iterator<Item = usize> {
    positions(list, |line| strategy_kind(line).is_some())
}

/// Positions in the list of the initiatives that can be used, in order. [`PlanInput::Initiative`]
/// counts these.
pub(crate) fn initiative_positions(list: &List<Initiative>) -> impl Iterator<Item = usize> {
    positions(list, |_| true)
}

/// The strategy that [`PlanInput::Strategy`] names.
pub(crate) fn strategy(list: &List<Strategy>, line: usize) -> Option<&Strategy> {
    let position = strategy_positions(list).nth(line)?;
    items(list).get(position)?.right()
}

/// The initiative that [`PlanInput::Initiative`] names.
pub(crate) fn initiative(list: &List<Initiative>, line: usize) -> Option<&Initiative> {
    let position = initiative_positions(list).nth(line)?;
    items(list).get(position)?.right()
}

/// The same for changing.
pub(crate) fn initiative_mut(list: &mut List<Initiative>, line: usize) -> Option<&mut Initiative> {
    let position = initiative_positions(list).nth(line)?;
    list.right_mut()?.get_mut(position)?.right_mut()
}

fn strategy_mut(list: &mut List<Strategy>, line: usize) -> Option<&mut Strategy> {
    let position = strategy_positions(list).nth(line)?;
    list.right_mut()?.get_mut(position)?.right_mut()
}

/// The quarter at a position. A quarter that cannot be read keeps its place in time.
fn quarter(list: &List<Quarter>, position: usize) -> Option<&Quarter> {
    items(list).iter().take(MAX_QUARTERS).nth(position)?.right()
}

fn quarter_mut(list: &mut List<Quarter>, position: usize) -> Option<&mut Quarter> {
    list.right_mut()?.iter_mut().take(MAX_QUARTERS).nth(position)?.or_create()
}
