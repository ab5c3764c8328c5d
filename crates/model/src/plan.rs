//! What a plan of capacity is made of: its numbers are inputs of the case, like those of its lines.

use crate::{bounds::Bounds, input::Spec, split::Category};

/// A number of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlanInput {
    /// Share of capacity of one category today.
    Split(Category),
    /// Efficiency points bought by a whole year of capacity spent on debt.
    PointsPerCapacityYear,
    /// Highest efficiency that can be reached.
    BestEfficiency,
    /// A number of the strategy at this position.
    Strategy(usize, StrategyInput),
    /// Share of capacity of one category in the quarter at this position, the first at 0.
    Quarter(usize, Category),
    /// A number of the initiative at this position.
    Initiative(usize, InitiativeInput),
}

/// A number of a strategy; which ones a strategy has depends on its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StrategyInput {
    /// Share of capacity that always goes to debt.
    Share,
    /// Highest share of capacity that goes to debt.
    ShareCap,
    /// Months within which paying down debt must pay.
    PatienceMonths,
    /// Share of delivery that quality gates cost.
    Overhead,
    /// Share of new debt that quality gates keep out.
    AccrualReduction,
    /// Share of capacity that a rewrite takes.
    CapacityShare,
    /// Months a rewrite is planned to take.
    PlannedMonths,
    /// Overrun of a rewrite.
    Slip,
    /// Months in which old and new run side by side.
    DualRunningMonths,
    /// Share of capacity that running both takes.
    DualRunningShare,
    /// Efficiency once the rewrite is there.
    EfficiencyAfter,
}

/// A number of an initiative.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum InitiativeInput {
    /// Quarter of the case it is placed in, the first is 1.
    Quarter,
    /// Share of that quarter's capacity it takes.
    Share,
}

/// What a strategy does about debt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StrategyKind {
    /// Nothing.
    Accept,
    /// A fixed share of capacity, always.
    FixedShare,
    /// A share of capacity while that pays within a time.
    PayWhenItPays,
    /// Slower delivery that lets less new debt in.
    QualityGates,
    /// The work this case proposes.
    Focused,
    /// A rewrite beside the product.
    BigBang,
}

/// How soon an initiative is meant to matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Horizon {
    /// Delivery and stability.
    Now,
    /// Paydown, migration, platform.
    Next,
    /// Experiments.
    Later,
}

/// A strategy without its numbers, which are inputs of the case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StrategyLine {
    /// Names the strategy in paths; unique among the strategies.
    pub id: String,
    /// What it does about debt.
    pub kind: StrategyKind,
}

/// An initiative without its numbers, which are inputs of the case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InitiativeLine {
    /// Names the initiative in paths; unique among the initiatives.
    pub id: String,
    /// What a person calls it.
    pub title: String,
    /// What its capacity is taken from.
    pub category: Category,
    /// How soon it is meant to matter.
    pub horizon: Horizon,
}

impl StrategyKind {
    /// Every kind, in the order they are offered.
    pub const ALL: [Self; 6] = [
        Self::Accept,
        Self::FixedShare,
        Self::PayWhenItPays,
        Self::QualityGates,
        Self::Focused,
        Self::BigBang,
    ];

    /// Name in the case file and in results.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Accept => "accept",
            Self::FixedShare => "fixed_share",
            Self::PayWhenItPays => "pay_when_it_pays",
            Self::QualityGates => "quality_gates",
            Self::Focused => "focused",
            Self::BigBang => "big_bang",
        }
    }

    /// The numbers a strategy of this kind has.
    pub const fn inputs(self) -> &'static [StrategyInput] {
        use StrategyInput as S;
        match self {
            Self::Accept | Self::Focused => &[],
            Self::FixedShare => &[S::Share],
            Self::PayWhenItPays => &[S::ShareCap, S::PatienceMonths],
            Self::QualityGates => &[S::Overhead, S::AccrualReduction],
            Self::BigBang => &[
                S::CapacityShare,
                S::PlannedMonths,
                S::Slip,
                S::DualRunningMonths,
                S::DualRunningShare,
                S::EfficiencyAfter,
            ],
        }
    }
}

impl Horizon {
    /// Every horizon, the nearest first.
    pub const ALL: [Self; 3] = [Self::Now, Self::Next, Self::Later];

    /// Name in the case file and in results.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Now => "now",
            Self::Next => "next",
            Self::Later => "later",
        }
    }
}

impl PlanInput {
    /// Every number that stands once in a plan, in the order of the case file.
    pub const SINGLE: [Self; 6] = [
        Self::Split(Category::Features),
        Self::Split(Category::Defects),
        Self::Split(Category::Debt),
        Self::Split(Category::Risk),
        Self::PointsPerCapacityYear,
        Self::BestEfficiency,
    ];

    /// Path in the case file, or for a number of a line its name within the line; range and default.
    /// Without an entered split the four defaults hold together; points and best efficiency follow
    /// from the case where nobody entered them.
    #[rustfmt::skip]
    pub const fn spec(self) -> Spec {
        use Spec as S;
        match self {
            Self::Split(Category::Features) => S::plain("plan.split.features", "share of features", Bounds::SHARE).or(0.85),
            Self::Split(Category::Defects) => S::plain("plan.split.defects", "share of defects", Bounds::SHARE).or(0.10),
            Self::Split(Category::Debt) => S::plain("plan.split.debt", "share of debt", Bounds::SHARE).or(0.0),
            Self::Split(Category::Risk) => S::plain("plan.split.risk", "share of risk", Bounds::SHARE).or(0.05),
            Self::PointsPerCapacityYear => S::plain("plan.points_per_capacity_year", "points bought by a year of capacity", Bounds::POINTS_PER_YEAR),
            Self::BestEfficiency => S::plain("plan.best_efficiency", "best efficiency", Bounds::EFFICIENCY),
            Self::Strategy(_, input) => input.spec(),
            Self::Quarter(_, Category::Features) => S::plain("features", "share of features", Bounds::SHARE),
            Self::Quarter(_, Category::Defects) => S::plain("defects", "share of defects", Bounds::SHARE),
            Self::Quarter(_, Category::Debt) => S::plain("debt", "share of debt", Bounds::SHARE),
            Self::Quarter(_, Category::Risk) => S::plain("risk", "share of risk", Bounds::SHARE),
            Self::Initiative(_, InitiativeInput::Quarter) => S::plain("quarter", "quarter", Bounds::QUARTERS),
            Self::Initiative(_, InitiativeInput::Share) => S::plain("share", "share of the quarter's capacity", Bounds::SHARE).or(0.0),
        }
    }
}

impl PlanInput {
    /// Where the number stands in results: lines are named by their position.
    pub fn path(self) -> String {
        let name = self.spec().path;
        match self {
            Self::Strategy(line, _) => format!("plan.strategies.{line}.{name}"),
            Self::Quarter(line, _) => format!("plan.quarters.{line}.split.{name}"),
            Self::Initiative(line, _) => format!("plan.initiatives.{line}.{name}"),
            _ => name.to_owned(),
        }
    }
}

impl StrategyInput {
    /// Name within the strategy, range and default; none where somebody has to enter it.
    #[rustfmt::skip]
    pub const fn spec(self) -> Spec {
        use Spec as S;
        match self {
            Self::Share => S::plain("share", "share for debt", Bounds::SHARE).or(0.20),
            Self::ShareCap => S::plain("share_cap", "highest share for debt", Bounds::SHARE).or(0.30),
            Self::PatienceMonths => S::plain("patience_months", "months within which it must pay", Bounds::MONTHS).or(12.0),
            Self::Overhead => S::plain("overhead", "share of delivery the gates cost", Bounds::SHARE),
            Self::AccrualReduction => S::plain("accrual_reduction", "share of new debt kept out", Bounds::SHARE),
            Self::CapacityShare => S::plain("capacity_share", "share of capacity for the rewrite", Bounds::SHARE),
            Self::PlannedMonths => S::plain("planned_months", "planned length of the rewrite", Bounds::MONTHS),
            Self::Slip => S::plain("slip", "overrun of the rewrite", Bounds::OVERRUN).or(0.0),
            Self::DualRunningMonths => S::plain("dual_running_months", "months of running both", Bounds::MONTHS_OR_NONE).or(0.0),
            Self::DualRunningShare => S::plain("dual_running_share", "share of capacity for running both", Bounds::SHARE).or(0.0),
            Self::EfficiencyAfter => S::plain("efficiency_after", "efficiency after the rewrite", Bounds::EFFICIENCY),
        }
    }
}
