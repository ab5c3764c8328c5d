//! What every strategy rests on: today's split, what debt work buys and how fast efficiency declines.

use crate::{
    assumptions::Assumptions,
    case::Case,
    input::Input,
    plan::PlanInput,
    split::{Category, Split},
    strategy::NotStanding,
    units::{Money, Share},
};

/// The numbers all strategies share, entered or derived.
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each number was entered or not")]
pub struct Basis {
    /// How capacity is divided today.
    pub split: Split,
    /// Whether somebody entered that split.
    pub is_split_entered: bool,
    /// `k`: efficiency points bought by a whole year of capacity spent on debt, above 0. Derived from
    /// the case it is an upper bound: a targeted project, no diminishing returns. `None` where nobody
    /// entered it and the case gains nothing or costs nothing.
    pub points_per_capacity_year: Option<f64>,
    /// Whether somebody entered those points.
    pub are_points_entered: bool,
    /// What the work of the case buys for each year of capacity it takes, above 0; the same as
    /// `points_per_capacity_year` unless somebody entered other points. `None` where the case gains
    /// nothing or costs nothing.
    pub points_of_this_work: Option<f64>,
    /// `best`: the highest efficiency reachable, at least the one of today and the one of the case.
    pub best_efficiency: Share,
    /// Whether somebody entered a best efficiency.
    pub is_best_entered: bool,
    /// `a`: points of efficiency lost a year with no debt work at all. `None` where debt is worked on
    /// today and nobody knows what that buys.
    pub accrual_without_debt_work: Option<Share>,
    /// Whether somebody entered what efficiency loses a year.
    pub is_accrual_entered: bool,
}

impl Basis {
    pub(crate) fn of(case: &Case, assumptions: &Assumptions) -> Self {
        let efficiency = &assumptions.efficiency;
        let entered_points = entered(case, PlanInput::PointsPerCapacityYear);
        let entered_best = entered(case, PlanInput::BestEfficiency);
        let split = case.split().unwrap_or_default();
        let Assumptions { investment, capacity, .. } = assumptions;
        let of_work = derived_points(efficiency.gain(), investment.amount, capacity.annual_cost);
        let points = entered_points.or(of_work);
        let least_best = efficiency.now.max(efficiency.reached()).min(1.0);
        Self {
            split,
            is_split_entered: case.split().is_some(),
            points_per_capacity_year: points,
            are_points_entered: entered_points.is_some(),
            points_of_this_work: of_work,
            best_efficiency: entered_best.map_or(least_best, |best| best.max(least_best)),
            is_best_entered: entered_best.is_some(),
            accrual_without_debt_work: accrual_without_debt_work(
                efficiency.accrual_per_year,
                points,
                split.share(Category::Debt),
            ),
            is_accrual_entered: case.entered(Input::AccrualPerYear).is_some(),
        }
    }

    /// `fa`: share of capacity that can go to features or debt, 0 to 1.
    pub fn available(&self) -> Share {
        let share = |category| self.split.share(category);
        (1.0 - share(Category::Defects) - share(Category::Risk)).max(0.0)
    }

    /// `u* = a/(a + k)`: the share of debt work at which efficiency stands still.
    ///
    /// # Errors
    ///
    /// [`NotStanding`] says why there is no such share.
    ///
    /// # Source
    ///
    /// What a month loses, `a (1 - u)/12`, is what it wins back, `k u/12`.
    pub(crate) fn standing_still(&self, interest_rate: f64) -> Result<Share, NotStanding> {
        if !self.is_accrual_entered {
            return Err(NotStanding::NoAccrualEntered);
        }
        let (Some(points), Some(accrual)) =
            (self.points_per_capacity_year, self.accrual_without_debt_work)
        else {
            return Err(NotStanding::NoPoints);
        };
        if interest_rate > 0.0 {
            return Err(NotStanding::HasInterest);
        }
        Ok(accrual / (accrual + points))
    }
}

/// `k = d/(I/C)`: what the work of the case buys, for each year of capacity it takes.
fn derived_points(gain: Share, amount: Money, annual_cost: Money) -> Option<f64> {
    let points = gain / (amount / annual_cost);
    (gain > 0.0 && amount > 0.0 && points.is_finite()).then_some(points)
}

/// `a = (accrual + k u0)/(1 - u0)`: the entered decline is the one at today's share of debt work.
fn accrual_without_debt_work(
    accrual_per_year: Share,
    points: Option<f64>,
    debt_today: Share,
) -> Option<Share> {
    let bought_back = if debt_today > 0.0 { points? * debt_today } else { 0.0 };
    let accrual = (accrual_per_year + bought_back) / (1.0 - debt_today);
    accrual.is_finite().then_some(accrual)
}

fn entered(case: &Case, input: PlanInput) -> Option<f64> {
    case.entered(Input::Plan(input)).map(|estimate| estimate.likely())
}
