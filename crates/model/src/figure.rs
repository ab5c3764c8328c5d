//! The name of every figure that can be shown and asked.

use crate::{
    benefit::Tag,
    calendar::CalendarYear,
    headline::Headline,
    input::Input,
    outside::Outside,
    returns::{Returns, TagTotals},
    sensitivity::TornadoInput,
    strategy::{ComparedFigure, PlanFigure},
    thresholds::{Scope, Threshold},
    timeline::Month,
    units::Unit,
};

pub use crate::simulation::{Bound, Percentile, SimulatedFigure};

/// One figure of an [`Evaluation`](crate::evaluation::Evaluation).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FigureId {
    /// An input, at its most likely value.
    Input(Input),
    /// A figure of the headline.
    Headline(HeadlineFigure),
    /// A sum over one calendar year.
    CalendarYear(u32, CalendarFigure),
    /// Product that the work and its upkeep keep people from in one calendar year.
    Displaced(u32),
    /// A figure of one month of the case, counted from 1.
    Month(u32, MonthFigure),
    /// A return over the horizon.
    Return(ReturnFigure),
    /// A present value of what carries one tag.
    ByTag(Tag, TagFigure),
    /// What must be true for the case to pay.
    Threshold(Scope, Threshold),
    /// What lies outside the horizon or the team.
    Outside(OutsideFigure),
    /// A figure of the line at a position of the comparison of strategies.
    Compared(usize, ComparedFigure),
    /// A figure of the plan of capacity.
    Plan(PlanFigure),
    /// Net present value lost when the work begins one month later; below 0 where waiting pays.
    /// Computed when it is asked for, and no part of the results.
    Delay,
    /// What the draws come to, where they were computed.
    Simulated(SimulatedFigure),
    /// The lowest or highest value somebody entered for an input.
    Estimate(Input, Bound),
    /// Net present value at an end of a bar of the tornado.
    Tornado(TornadoInput, Bound),
}

impl FigureId {
    /// Where the figure stands in results, such as `returns.npv` or `timeline.4.spend`. Inputs are
    /// named as in the case file, numbers of lines by the position of the line. What was displaced and
    /// what lies outside is named alike and stands in sentences only.
    pub fn path(self) -> String {
        match self {
            Self::Input(Input::Cost(line, input)) => format!("costs.{line}.{}", input.spec().path),
            Self::Input(Input::Benefit(line, input)) => {
                format!("benefits.{line}.{}", input.spec().path)
            }
            Self::Input(Input::Plan(input)) => input.path(),
            Self::Input(input) => input.spec().path.to_owned(),
            Self::Headline(figure) => format!("headline.{}", figure.key()),
            Self::CalendarYear(year, figure) => format!("calendar_years.{year}.{}", figure.key()),
            Self::Displaced(year) => format!("calendar_years.{year}.displaced"),
            Self::Month(month, figure) => format!("timeline.{month}.{}", figure.key()),
            Self::Return(figure) => format!("returns.{}", figure.key()),
            Self::ByTag(tag, figure) => format!("by_tag.{}.{}", tag.key(), figure.key()),
            Self::Threshold(scope, threshold) => {
                format!("thresholds.{}.{}", scope.key(), threshold.key())
            }
            Self::Outside(figure) => format!("outside.{}", figure.key()),
            Self::Compared(line, figure) => format!("strategies.{line}.{}", figure.path()),
            Self::Plan(figure) => format!("plan.{}", figure.path()),
            Self::Delay => "delay.npv_lost_by_a_month".to_owned(),
            Self::Simulated(figure) => format!("simulation.{}", figure.path()),
            Self::Estimate(input, bound) => {
                format!("estimates.{}.{}", Self::Input(input).path(), bound.key())
            }
            Self::Tornado(input, bound) => format!("tornado.{}.{}", input.path(), bound.key()),
        }
    }

    /// What the figure counts.
    pub fn unit(self) -> Unit {
        match self {
            Self::Input(input) | Self::Estimate(input, _) => input.spec().bounds.unit,
            Self::Headline(figure) => figure.unit(),
            Self::CalendarYear(_, figure) => figure.unit(),
            Self::Month(_, figure) => figure.unit(),
            Self::Return(figure) => figure.unit(),
            Self::ByTag(_, figure) => figure.unit(),
            Self::Threshold(_, threshold) => threshold.unit(),
            Self::Outside(figure) => figure.unit(),
            Self::Simulated(figure) => figure.unit(),
            Self::Compared(_, figure) => figure.unit(),
            Self::Plan(figure) => figure.unit(),
            Self::Displaced(_) | Self::Delay | Self::Tornado(..) => Unit::Money,
        }
    }
}

/// A number that may be missing.
trait Value {
    fn value(self) -> Option<f64>;
}

/// Adding zero turns the `-0.0` of an empty sum or of nothing times a loss into `0.0`.
impl Value for f64 {
    fn value(self) -> Option<f64> {
        Some(self + 0.0)
    }
}

impl Value for Option<f64> {
    fn value(self) -> Option<f64> {
        self.and_then(f64::value)
    }
}

impl Value for u32 {
    fn value(self) -> Option<f64> {
        Some(f64::from(self))
    }
}

/// Names the figures of one struct: variant, field and unit stand together, once.
macro_rules! figures {
    ($(#[$about:meta])* $name:ident of $source:ty {
        $($variant:ident = $field:ident in $unit:ident,)*
    }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $(
                #[doc = concat!("The field `", stringify!($field), "`.")]
                $variant,
            )*
        }

        impl $name {
            /// Every one of them, in the order of results.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// Name in results.
            pub const fn key(self) -> &'static str {
                match self {
                    $(Self::$variant => stringify!($field),)*
                }
            }

            /// What it counts.
            pub const fn unit(self) -> Unit {
                match self {
                    $(Self::$variant => Unit::$unit,)*
                }
            }

            /// Its value, `None` where it does not exist.
            pub fn of(self, source: &$source) -> Option<f64> {
                match self {
                    $(Self::$variant => source.$field.value(),)*
                }
            }
        }
    };
}

figures! {
    /// A figure of the headline.
    HeadlineFigure of Headline {
        CapacityPerYear = capacity_per_year in MoneyPerYear,
        AbsorbedPerYear = absorbed_per_year in MoneyPerYear,
        GainYearOne = gain_year_one in Money,
        NetYearOne = net_year_one in Money,
        GainPerYear = gain_per_year in MoneyPerYear,
        PointsGained = points_gained in Points,
        OutputChange = output_change in Share,
        TimeChange = time_change in Share,
        OtherBenefitsPerYear = other_benefits_per_year in MoneyPerYear,
        CostOfDelayPerWeek = cost_of_delay_per_week in MoneyPerWeek,
    }
}

figures! {
    /// A sum over one calendar year.
    CalendarFigure of CalendarYear {
        Months = months in Months,
        Gain = gain in Money,
        OtherBenefits = other_benefits in Money,
        Spend = spend in Money,
        Upkeep = upkeep in Money,
        Costs = costs in Money,
        Net = net in Money,
        DeliveredDifference = delivered_difference in Money,
    }
}

figures! {
    /// A figure of one month.
    MonthFigure of Month {
        BaselineEfficiency = baseline_efficiency in Share,
        InvestedEfficiency = invested_efficiency in Share,
        Spend = spend in Money,
        Upkeep = upkeep in Money,
        Costs = costs in Money,
        BoughtOutside = bought_outside in Money,
        Gain = gain in Money,
        OtherBenefits = other_benefits in Money,
        Net = net in Money,
        CumulativeNet = cumulative_net in Money,
        CumulativeDeliveredDifference = cumulative_delivered_difference in Money,
    }
}

figures! {
    /// A return over the horizon.
    ReturnFigure of Returns {
        TotalNet = total_net in Money,
        Npv = npv in Money,
        NpvCashOnly = npv_cash_only in Money,
        IrrMonthly = irr_monthly in SharePerMonth,
        IrrAnnual = irr_annual in SharePerYear,
        MirrAnnual = mirr_annual in SharePerYear,
        PaybackMonths = payback_months in Months,
        PaybackFromFirstSpend = payback_from_first_spend in Months,
        DiscountedPaybackMonths = discounted_payback_months in Months,
        ProfitabilityIndex = profitability_index in Ratio,
        RoiDiscounted = roi_discounted in Share,
        Roi = roi in Share,
        DeepestPoint = deepest_point in Money,
    }
}

figures! {
    /// A present value of what carries one tag.
    TagFigure of TagTotals {
        Benefits = benefits in Money,
        Costs = costs in Money,
        Net = net in Money,
    }
}

figures! {
    /// What lies outside the horizon or the team.
    OutsideFigure of Outside {
        AmountAfterHorizon = amount_after_horizon in Money,
        ShareAfterHorizon = share_after_horizon in Share,
        BoughtOutside = bought_outside in Money,
    }
}
