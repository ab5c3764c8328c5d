//! The names of the figures of a comparison.

use crate::{
    split::Category,
    strategy::{Comparison, Outcome, PlannedQuarter, outcome::at},
    units::Unit,
};

/// A figure of one line of a comparison. Months count from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ComparedFigure {
    /// Delivered up to a month.
    Delivered(u32),
    /// Delivered up to a month, less that of carrying on as today.
    Ahead(u32),
    /// Efficiency in a month, dips included.
    Efficiency(u32),
    /// Efficiency in the last month.
    EndingEfficiency,
    /// Delivered by the last month, less that of carrying on as today.
    DifferenceFromToday,
    /// Month in which it overtakes carrying on as today for good.
    CrossesTodayAt,
    /// Work dearer than the capacity of its months.
    BoughtOutside,
}

/// A figure of the plan. Quarters count from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlanFigure {
    /// Efficiency points bought by a whole year of capacity spent on debt.
    PointsPerCapacityYear,
    /// Efficiency points the work of the case buys for each year of capacity it takes.
    PointsOfThisWork,
    /// Highest efficiency reachable.
    BestEfficiency,
    /// Points of efficiency lost a year with no debt work at all.
    AccrualWithoutDebtWork,
    /// Share of debt work at which efficiency stands still.
    StandingStill,
    /// Share of debt work of the best path in a quarter.
    BestPathShare(u32),
    /// What the best path delivers by the last month.
    BestPathDelivered,
    /// Share of a quarter that initiatives take of a category.
    Booked(u32, Category),
    /// Share of a quarter that initiatives leave of a category; below 0 where too much is booked.
    Left(u32, Category),
    /// Share of a category in the split in force in a quarter.
    InForce(u32, Category),
}

impl ComparedFigure {
    /// Where it stands in the results of its line.
    pub fn path(self) -> String {
        match self {
            Self::Delivered(month) => format!("delivered.{month}"),
            Self::Ahead(month) => format!("ahead.{month}"),
            Self::Efficiency(month) => format!("efficiency.{month}"),
            Self::EndingEfficiency => "ending_efficiency".to_owned(),
            Self::DifferenceFromToday => "difference_from_today".to_owned(),
            Self::CrossesTodayAt => "crosses_today_at".to_owned(),
            Self::BoughtOutside => "bought_outside".to_owned(),
        }
    }

    /// What it counts.
    pub const fn unit(self) -> Unit {
        match self {
            Self::Delivered(_)
            | Self::Ahead(_)
            | Self::DifferenceFromToday
            | Self::BoughtOutside => Unit::Money,
            Self::Efficiency(_) | Self::EndingEfficiency => Unit::Share,
            Self::CrossesTodayAt => Unit::Months,
        }
    }

    /// Its value, `None` where it does not exist.
    pub fn of(self, outcome: &Outcome) -> Option<f64> {
        match self {
            Self::Delivered(month) => at(&outcome.delivered, month),
            Self::Ahead(month) => at(&outcome.ahead, month),
            Self::Efficiency(month) => at(&outcome.efficiency, month),
            Self::EndingEfficiency => Some(outcome.ending_efficiency),
            Self::DifferenceFromToday => Some(outcome.difference_from_today),
            Self::CrossesTodayAt => outcome.crosses_today_at.map(f64::from),
            Self::BoughtOutside => Some(outcome.bought_outside),
        }
    }

    /// Every one of them over so many months.
    fn all(months: u32) -> impl Iterator<Item = Self> {
        let of_months = (1..=months).flat_map(|month| {
            [Self::Delivered(month), Self::Ahead(month), Self::Efficiency(month)]
        });
        of_months.chain([
            Self::EndingEfficiency,
            Self::DifferenceFromToday,
            Self::CrossesTodayAt,
            Self::BoughtOutside,
        ])
    }
}

impl PlanFigure {
    /// Where it stands in the results of the plan.
    pub fn path(self) -> String {
        let of_quarter = |quarter: u32, list: &str, category: Category| {
            format!("roadmap.{quarter}.{list}.{}", category.key())
        };
        match self {
            Self::PointsPerCapacityYear => "basis.points_per_capacity_year".to_owned(),
            Self::PointsOfThisWork => "basis.points_of_this_work".to_owned(),
            Self::BestEfficiency => "basis.best_efficiency".to_owned(),
            Self::AccrualWithoutDebtWork => "basis.accrual_without_debt_work".to_owned(),
            Self::StandingStill => "standing_still".to_owned(),
            Self::BestPathShare(quarter) => format!("best_path.shares.{quarter}"),
            Self::BestPathDelivered => "best_path.delivered".to_owned(),
            Self::Booked(quarter, category) => of_quarter(quarter, "booked", category),
            Self::Left(quarter, category) => of_quarter(quarter, "left", category),
            Self::InForce(quarter, category) => of_quarter(quarter, "in_force", category),
        }
    }

    /// What it counts.
    pub const fn unit(self) -> Unit {
        match self {
            Self::PointsPerCapacityYear | Self::PointsOfThisWork => Unit::Ratio,
            Self::AccrualWithoutDebtWork => Unit::SharePerYear,
            Self::BestPathDelivered => Unit::Money,
            _ => Unit::Share,
        }
    }
}

impl Comparison {
    /// A figure of the line at a position; `None` where it does not exist.
    pub fn compared(&self, line: usize, figure: ComparedFigure) -> Option<f64> {
        figure.of(self.lines.get(line)?.outcome.as_ref().ok()?)
    }

    /// A figure of the plan; `None` where it does not exist.
    pub fn of_plan(&self, figure: PlanFigure) -> Option<f64> {
        let quarter = |number: u32| self.roadmap.quarter(number);
        match figure {
            PlanFigure::PointsPerCapacityYear => self.basis.points_per_capacity_year,
            PlanFigure::PointsOfThisWork => self.basis.points_of_this_work,
            PlanFigure::BestEfficiency => Some(self.basis.best_efficiency),
            PlanFigure::AccrualWithoutDebtWork => self.basis.accrual_without_debt_work,
            PlanFigure::StandingStill => self.standing_still.ok(),
            PlanFigure::BestPathShare(quarter) => at(&self.best_path.as_ref()?.shares, quarter),
            PlanFigure::BestPathDelivered => Some(self.best_path.as_ref()?.delivered),
            PlanFigure::Booked(number, category) => Some(quarter(number)?.booked(category)),
            PlanFigure::Left(number, category) => Some(quarter(number)?.left(category)),
            PlanFigure::InForce(number, category) => Some(quarter(number)?.split.share(category)),
        }
    }

    /// Every figure of a line that exists, by the position of the line. Why others do not is in
    /// [`Line::outcome`](super::Line::outcome) and [`Outcome::never_below`].
    pub fn compared_figures(&self) -> impl Iterator<Item = (usize, ComparedFigure)> {
        (0..self.lines.len())
            .flat_map(|line| ComparedFigure::all(self.months).map(move |figure| (line, figure)))
            .filter(|(line, figure)| self.compared(*line, *figure).is_some())
    }

    /// Every figure of the plan that exists.
    pub fn plan_figures(&self) -> impl Iterator<Item = PlanFigure> {
        use PlanFigure as P;
        let path = self.best_path.iter().flat_map(|path| (1..).zip(&path.shares));
        let of_quarter = |quarter: &PlannedQuarter| {
            let number = quarter.number;
            Category::ALL.into_iter().flat_map(move |of| {
                [P::InForce(number, of), P::Booked(number, of), P::Left(number, of)]
            })
        };
        let of_basis = [
            P::PointsPerCapacityYear,
            P::PointsOfThisWork,
            P::BestEfficiency,
            P::AccrualWithoutDebtWork,
            P::StandingStill,
        ];
        of_basis
            .into_iter()
            .chain(path.map(|(quarter, _)| P::BestPathShare(quarter)))
            .chain([P::BestPathDelivered])
            .chain(self.roadmap.quarters.iter().flat_map(of_quarter))
            .filter(|figure| self.of_plan(*figure).is_some())
    }
}
