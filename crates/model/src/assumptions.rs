//! One reading of a case: every input as one number, ready to be computed with.

use crate::{
    benefit::Benefit,
    capacity::{Capacity, cost_of_team},
    case::Case,
    cost::Cost,
    efficiency::Efficiency,
    input::{BenefitInput, CostInput, Input},
    investment::Investment,
    units::Money,
};

/// A case with one number for every input: the most likely ones, or those of one draw.
#[derive(Clone, Debug, PartialEq)]
pub struct Assumptions {
    /// Months looked at, 1 to 120.
    pub horizon_months: u32,
    /// Yearly rate at which later money counts less, 0 to 1.
    pub discount_rate: f64,
    /// Engineering capacity.
    pub capacity: Capacity,
    /// Efficiency and its decline.
    pub efficiency: Efficiency,
    /// The proposed work.
    pub investment: Investment,
    /// Costs beside the investment.
    pub costs: Vec<Cost>,
    /// Benefits beside the efficiency gain.
    pub benefits: Vec<Benefit>,
}

impl Assumptions {
    /// The most likely value of every input.
    pub fn likely(case: &Case) -> Self {
        Self::read(case, |_| None)
    }

    /// The most likely values, except where `instead` gives another one, which must be within the
    /// bounds of its input.
    pub fn read(case: &Case, instead: impl Fn(Input) -> Option<f64>) -> Self {
        let likely = |input| instead(input).or_else(|| case.likely(input));
        let number = |input: Input| {
            let is_open_ended = matches!(input, Input::Cost(_, CostInput::ToMonth))
                && case.entered(input).is_none();
            let fallback = if is_open_ended { likely(Input::HorizonMonths) } else { None };
            // A case has every input it is asked for here, so the default is never reached.
            instead(input).or(fallback).or_else(|| case.likely(input)).unwrap_or_default()
        };
        let months = |input: Input| whole(number(input));
        Self {
            horizon_months: months(Input::HorizonMonths),
            discount_rate: number(Input::DiscountRate),
            capacity: Capacity {
                annual_cost: if case.is_team() {
                    cost_of_team(
                        number(Input::Engineers),
                        number(Input::Salary),
                        number(Input::LoadedMultiplier),
                    )
                } else {
                    number(Input::AnnualCost)
                },
                realised: number(Input::Realised),
            },
            efficiency: Efficiency {
                now: number(Input::EfficiencyNow),
                after: number(Input::EfficiencyAfter),
                confidence: number(Input::Confidence),
                interest_rate: number(Input::InterestRate),
                accrual_per_year: number(Input::AccrualPerYear),
            },
            investment: Investment {
                amount: number(Input::Amount),
                paid_from: case.paid_from(),
                first_month: months(Input::FirstMonth),
                months: months(Input::InvestmentMonths),
                ramp_up_months: months(Input::RampUpMonths),
                dip: number(Input::Dip),
                dip_months_after: months(Input::DipMonthsAfter),
                upkeep_share: number(Input::UpkeepShare),
            },
            costs: (0..case.costs().len()).map(|line| read_cost(case, line, &number)).collect(),
            benefits: (0..case.benefits().len())
                .map(|line| read_benefit(case, line, &number))
                .collect(),
        }
    }

    /// All benefit lines together a year, once they have fully arrived.
    pub fn other_benefits_per_year(&self) -> Money {
        self.benefits.iter().map(|benefit| benefit.per_year).sum()
    }

    /// All yearly costs together.
    pub fn costs_per_year(&self) -> Money {
        self.costs.iter().map(|cost| cost.per_year).sum()
    }
}

/// The cost line at this position; `number` gives its inputs.
pub(crate) fn read_cost(case: &Case, line: usize, number: &impl Fn(Input) -> f64) -> Cost {
    let number = |input| number(Input::Cost(line, input));
    Cost {
        tag: case.costs()[line].tag,
        once: number(CostInput::Once),
        month: whole(number(CostInput::Month)),
        per_year: number(CostInput::PerYear),
        from_month: whole(number(CostInput::FromMonth)),
        to_month: whole(number(CostInput::ToMonth)),
    }
}

/// The benefit line at this position; `number` gives its inputs.
pub(crate) fn read_benefit(case: &Case, line: usize, number: &impl Fn(Input) -> f64) -> Benefit {
    let number = |input| number(Input::Benefit(line, input));
    let described = &case.benefits()[line];
    Benefit {
        tag: described.tag,
        per_year: described.kind.value_per_year(number) * number(BenefitInput::Confidence),
        lag_months: whole(number(BenefitInput::LagMonths)),
    }
}

/// Bounds keep months within 0 to 120, so nothing is cut off here.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn whole(number: f64) -> u32 {
    number as u32
}
