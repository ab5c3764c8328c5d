//! Where each input stands in the file: the one table that reading, writing and drafts share.

pub(crate) mod plan;

use groundwork_model::{
    benefit::BenefitKind,
    input::{BenefitInput, CostInput, Input},
};

use crate::{
    schema::{
        Field, Number,
        latest::{BenefitLine, CostLine, Document, List},
    },
    text::MAX_LIST_ENTRIES,
};

/// The table, for reading (`&`) and for writing (`&mut`), so that it stands here only once.
///
/// `$section` finds a section of the file, `$cost` and `$benefit` the line at a position, `$plan` a
/// number of the plan.
#[rustfmt::skip]
macro_rules! slot {
    ($document:ident, $input:ident, $section:path, $cost:ident, $benefit:ident, $plan:path, $($borrow:tt)+) => {
        match $input {
            Input::HorizonMonths => Some($($borrow)+ $document.horizon_months),
            Input::DiscountRate => Some($($borrow)+ $document.discount_rate),
            Input::AnnualCost => Some($($borrow)+ $section($($borrow)+ $document.capacity)?.annual_cost),
            Input::Engineers => Some($($borrow)+ $section($($borrow)+ $document.capacity)?.engineers),
            Input::Salary => Some($($borrow)+ $section($($borrow)+ $document.capacity)?.salary),
            Input::LoadedMultiplier => Some($($borrow)+ $section($($borrow)+ $document.capacity)?.loaded_multiplier),
            Input::Realised => Some($($borrow)+ $section($($borrow)+ $document.capacity)?.realised),
            Input::EfficiencyNow => Some($($borrow)+ $section($($borrow)+ $document.efficiency)?.now),
            Input::EfficiencyAfter => Some($($borrow)+ $section($($borrow)+ $document.efficiency)?.after),
            Input::Confidence => Some($($borrow)+ $section($($borrow)+ $document.efficiency)?.confidence),
            Input::InterestRate => Some($($borrow)+ $section($($borrow)+ $document.efficiency)?.interest_rate),
            Input::AccrualPerYear => Some($($borrow)+ $section($($borrow)+ $document.efficiency)?.accrual_per_year),
            Input::Amount => Some($($borrow)+ $section($($borrow)+ $document.investment)?.amount),
            Input::FirstMonth => Some($($borrow)+ $section($($borrow)+ $document.investment)?.first_month),
            Input::InvestmentMonths => Some($($borrow)+ $section($($borrow)+ $document.investment)?.months),
            Input::RampUpMonths => Some($($borrow)+ $section($($borrow)+ $document.investment)?.ramp_up_months),
            Input::Dip => Some($($borrow)+ $section($($borrow)+ $document.investment)?.dip),
            Input::DipMonthsAfter => Some($($borrow)+ $section($($borrow)+ $document.investment)?.dip_months_after),
            Input::UpkeepShare => Some($($borrow)+ $section($($borrow)+ $document.investment)?.upkeep_share),
            Input::Slip => Some($($borrow)+ $section($($borrow)+ $document.investment)?.slip),
            Input::FailureProbability => Some($($borrow)+ $section($($borrow)+ $document.investment)?.failure_probability),
            Input::Seed => Some($($borrow)+ $section($($borrow)+ $document.uncertainty)?.seed),
            Input::Cost(line, input) => {
                let line = $cost($($borrow)+ $document.costs, line)?;
                Some(match input {
                    CostInput::Once => $($borrow)+ line.once,
                    CostInput::Month => $($borrow)+ line.month,
                    CostInput::PerYear => $($borrow)+ line.per_year,
                    CostInput::FromMonth => $($borrow)+ line.from_month,
                    CostInput::ToMonth => $($borrow)+ line.to_month,
                })
            }
            Input::Benefit(line, input) => {
                let line = $benefit($($borrow)+ $document.benefits, line)?;
                Some(match input {
                    BenefitInput::Confidence => $($borrow)+ line.confidence,
                    BenefitInput::LagMonths => $($borrow)+ line.lag_months,
                    BenefitInput::PerYearNow => $($borrow)+ line.per_year_now,
                    BenefitInput::PerYearAfter => $($borrow)+ line.per_year_after,
                    BenefitInput::CostEach => $($borrow)+ line.cost_each,
                    BenefitInput::AnnualRevenue => $($borrow)+ line.annual_revenue,
                    BenefitInput::Margin => $($borrow)+ line.margin,
                    BenefitInput::LossProbabilityNow => $($borrow)+ line.loss_probability_now,
                    BenefitInput::LossProbabilityAfter => $($borrow)+ line.loss_probability_after,
                    BenefitInput::LeaversPerYearNow => $($borrow)+ line.leavers_per_year_now,
                    BenefitInput::LeaversPerYearAfter => $($borrow)+ line.leavers_per_year_after,
                    BenefitInput::Salary => $($borrow)+ line.salary,
                    BenefitInput::ReplacementCostShare => $($borrow)+ line.replacement_cost_share,
                    BenefitInput::HiresPerYear => $($borrow)+ line.hires_per_year,
                    BenefitInput::WeeksNow => $($borrow)+ line.weeks_now,
                    BenefitInput::WeeksAfter => $($borrow)+ line.weeks_after,
                    BenefitInput::WeeklyCost => $($borrow)+ line.weekly_cost,
                    BenefitInput::PerYear => $($borrow)+ line.per_year,
                })
            }
            Input::Plan(input) => $plan($section($($borrow)+ $document.plan)?, input),
        }
    };
}

/// What the file says about `input`; `None` where it says nothing.
pub(crate) fn number(document: &Document, input: Input) -> Option<&Number> {
    let slot: Option<&Option<Number>> =
        slot!(document, input, Field::right, cost, benefit, plan::number, &);
    slot?.as_ref()
}

/// Where `input` is written. A section that is missing or wrong is created; a line is not, so this
/// is `None` where there is no such line.
pub(crate) fn number_mut(document: &mut Document, input: Input) -> Option<&mut Option<Number>> {
    slot!(document, input, Field::or_create, cost_mut, benefit_mut, plan::number_mut, &mut)
}

/// Kind of a benefit line, where it names one that is known.
pub(crate) fn kind(line: &BenefitLine) -> Option<BenefitKind> {
    let key = line.kind.right()?;
    BenefitKind::ALL.into_iter().find(|kind| kind.key() == key)
}

/// Positions in the list of the lines that can be used, in order. [`Input::Cost`] counts these.
pub(crate) fn cost_positions(costs: &List<CostLine>) -> impl Iterator<Item = usize> {
    positions(costs, |_| true)
}

/// Positions in the list of the lines that can be used, in order. [`Input::Benefit`] counts these.
pub(crate) fn benefit_positions(benefits: &List<BenefitLine>) -> impl Iterator<Item = usize> {
    positions(benefits, |line| kind(line).is_some())
}

/// Items of a list that is there and is one.
pub(crate) fn items<T>(list: &List<T>) -> &[Field<T>] {
    list.right().map_or(&[], Vec::as_slice)
}

/// The cost line that [`Input::Cost`] names.
pub(crate) fn cost(costs: &List<CostLine>, line: usize) -> Option<&CostLine> {
    let position = cost_positions(costs).nth(line)?;
    items(costs).get(position)?.right()
}

/// The benefit line that [`Input::Benefit`] names.
pub(crate) fn benefit(benefits: &List<BenefitLine>, line: usize) -> Option<&BenefitLine> {
    let position = benefit_positions(benefits).nth(line)?;
    items(benefits).get(position)?.right()
}

/// The same for changing.
pub(crate) fn cost_mut(costs: &mut List<CostLine>, line: usize) -> Option<&mut CostLine> {
    let position = cost_positions(costs).nth(line)?;
    costs.right_mut()?.get_mut(position)?.right_mut()
}

/// The same for changing.
pub(crate) fn benefit_mut(
    benefits: &mut List<BenefitLine>,
    line: usize,
) -> Option<&mut BenefitLine> {
    let position = benefit_positions(benefits).nth(line)?;
    benefits.right_mut()?.get_mut(position)?.right_mut()
}

fn positions<T>(list: &List<T>, is_usable: impl Fn(&T) -> bool) -> impl Iterator<Item = usize> {
    let items = items(list).iter().take(MAX_LIST_ENTRIES).enumerate();
    items
        .filter(move |(_, item)| item.right().is_some_and(&is_usable))
        .map(|(position, _)| position)
}
