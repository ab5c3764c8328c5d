//! What each figure is called, everywhere.

use groundwork_model::{
    benefit::{BenefitKind, Tag},
    case::Case,
    figure::{
        CalendarFigure, FigureId, HeadlineFigure, MonthFigure, OutsideFigure, Percentile,
        ReturnFigure, SimulatedFigure, TagFigure,
    },
    input::Input,
    split::Category,
    strategy::{ComparedFigure, PlanFigure},
    thresholds::{Scope, Threshold},
};

/// The name of a figure, as it stands at the beginning of a row.
pub fn label(id: FigureId) -> &'static str {
    match id {
        FigureId::Input(input) | FigureId::Estimate(input, _) => input.spec().label,
        FigureId::Headline(figure) => headline(figure),
        FigureId::CalendarYear(_, figure) => calendar(figure),
        FigureId::Displaced(_) => "Product displaced by the work and its upkeep",
        FigureId::Month(_, figure) => month(figure),
        FigureId::Return(figure) => returns(figure),
        FigureId::ByTag(_, figure) => match figure {
            TagFigure::Benefits => "Benefits",
            TagFigure::Costs => "Costs",
            TagFigure::Net => "Net",
        },
        FigureId::Threshold(scope, threshold) => must_be_true(scope, threshold),
        FigureId::Outside(figure) => outside(figure),
        FigureId::Compared(_, figure) => compared(figure),
        FigureId::Plan(figure) => plan(figure),
        FigureId::Delay => "Net present value lost by beginning a month later",
        FigureId::Simulated(figure) => simulated(figure),
        FigureId::Tornado(..) => "Net present value with one input changed",
    }
}

/// The name of a kind of benefit, and of a line of that kind nobody named.
pub fn benefit_kind(kind: BenefitKind) -> &'static str {
    match kind {
        BenefitKind::Incidents => "Fewer incidents",
        BenefitKind::RevenueAtRisk => "Revenue at risk",
        BenefitKind::Attrition => "Fewer people leaving",
        BenefitKind::Onboarding => "Newcomers useful sooner",
        BenefitKind::Infrastructure => "Infrastructure no longer needed",
        BenefitKind::Other => "Something else",
    }
}

/// What a cost line nobody named is called.
pub const UNNAMED_COST: &str = "Unnamed cost";

/// The name of the line that `input` belongs to; `None` for an input of no line.
pub fn line(case: &Case, input: Input) -> Option<&str> {
    let (label, unnamed) = match input {
        Input::Cost(line, _) => (&case.costs().get(line)?.label, UNNAMED_COST),
        Input::Benefit(line, _) => {
            let line = case.benefits().get(line)?;
            (&line.label, benefit_kind(line.kind))
        }
        _ => return None,
    };
    Some(if label.is_empty() { unnamed } else { label })
}

/// The name of a tag.
pub fn tag(tag: Tag) -> &'static str {
    match tag {
        Tag::Cash => "Cash",
        Tag::Capacity => "Capacity",
        Tag::Risk => "Risk",
    }
}

fn headline(figure: HeadlineFigure) -> &'static str {
    use HeadlineFigure as F;
    match figure {
        F::CapacityPerYear => "Engineering capacity, a year",
        F::AbsorbedPerYear => "Absorbed by working around debt, a year",
        F::GainYearOne => "Gain of a full first year, work taken out",
        F::NetYearOne => "Net of a full first year",
        F::GainPerYear => "Gain of every later year, at the run rate",
        F::PointsGained => "Points of efficiency gained",
        F::OutputChange => "More output from the same people",
        F::TimeChange => "Change of the time the same work takes",
        F::OtherBenefitsPerYear => "Other benefits, a year",
        F::CostOfDelayPerWeek => "Cost of waiting, a week at the run rate",
    }
}

fn calendar(figure: CalendarFigure) -> &'static str {
    use CalendarFigure as F;
    match figure {
        F::Months => "Months within the horizon",
        F::Gain => "Gain",
        F::OtherBenefits => "Other benefits",
        F::Spend => "Investment",
        F::Upkeep => "Upkeep",
        F::Costs => "Other costs",
        F::Net => "Net",
        F::DeliveredDifference => "Product delivered, against carrying on",
    }
}

fn month(figure: MonthFigure) -> &'static str {
    use MonthFigure as F;
    match figure {
        F::BaselineEfficiency => "Efficiency, doing nothing",
        F::InvestedEfficiency => "Efficiency, investing",
        F::Spend => "Investment",
        F::Upkeep => "Upkeep",
        F::Costs => "Other costs",
        F::BoughtOutside => "Bought outside",
        F::Gain => "Gain",
        F::OtherBenefits => "Other benefits",
        F::Net => "Net",
        F::CumulativeNet => "Net so far",
        F::CumulativeDeliveredDifference => "Product delivered so far, against carrying on",
    }
}

fn returns(figure: ReturnFigure) -> &'static str {
    use ReturnFigure as F;
    match figure {
        F::TotalNet => "Net over the horizon, not discounted",
        F::Npv => "Net present value, capacity valued at cost",
        F::NpvCashOnly => "Net present value, cash only",
        F::IrrMonthly => "Internal rate of return, a month",
        F::IrrAnnual => "Internal rate of return, a year",
        F::MirrAnnual => "Modified internal rate of return, a year",
        F::PaybackMonths => "Paid back, from the start",
        F::PaybackFromFirstSpend => "Paid back, from the first spend",
        F::DiscountedPaybackMonths => "Paid back, discounted, from the start",
        F::ProfitabilityIndex => "Benefit-cost ratio",
        F::RoiDiscounted => "Return on investment, discounted",
        F::Roi => "Simple return on investment",
        F::DeepestPoint => "Deepest point of the running total",
    }
}

fn simulated(figure: SimulatedFigure) -> &'static str {
    use {Percentile as P, SimulatedFigure as F};
    match figure {
        F::Npv(P::P10) => "Net present value one in ten draws stays below",
        F::Npv(P::P50) => "Net present value half of the draws stay below",
        F::Npv(P::P90) => "Net present value nine in ten draws stay below",
        F::NpvMean => "Net present value, average of the draws",
        F::TotalNet(P::P10) => "Net one in ten draws stays below, not discounted",
        F::TotalNet(P::P50) => "Net half of the draws stay below, not discounted",
        F::TotalNet(P::P90) => "Net nine in ten draws stay below, not discounted",
        F::TotalNetMean => "Net, average of the draws, not discounted",
        F::Payback(P::P10) => "Months within which one in ten draws is paid back",
        F::Payback(P::P50) => "Months within which half of the draws are paid back",
        F::Payback(P::P90) => "Months within which nine in ten draws are paid back",
        F::PaybackMean => "Months until paid back, average of the draws",
        F::ProbabilityNpvPositive => "Chance of a net present value above zero",
        F::ProbabilityOfHeadline => "Chance of reaching the likely net present value",
        F::PaidBackBy(_) => "Chance of having been paid back",
        F::Distribution(_) => "Share of draws within a stretch of net present values",
        F::CumulativeNet(_, P::P10) => "Net so far one in ten draws stays below",
        F::CumulativeNet(_, P::P50) => "Net so far half of the draws stay below",
        F::CumulativeNet(_, P::P90) => "Net so far nine in ten draws stay below",
        F::Sensitivity(_) => "Share in what moves the net present value",
        F::Draws => "Number of draws",
    }
}

fn must_be_true(scope: Scope, threshold: Threshold) -> &'static str {
    use Threshold as T;
    match (scope, threshold) {
        (Scope::Horizon, T::LargestInvestment) => "Most that may be spent, over the horizon",
        (Scope::Horizon, T::GainShare) => "Share of the gain that must arrive, over the horizon",
        (Scope::Horizon, _) => "Efficiency that must be reached, over the horizon",
        (Scope::OneYear, T::GainShare) => "Share of the gain that must arrive, within one year",
        (Scope::OneYear, T::EfficiencyAfter) => "Efficiency that must be reached, within one year",
        (Scope::OneYear, T::EfficiencyAfterRunRate) => {
            "Efficiency at which one year at the run rate pays for the work"
        }
        (Scope::OneYear, T::EfficiencyAfterSameOutput) => {
            "Efficiency at which the year delivers as much as carrying on"
        }
        (Scope::OneYear, T::LargestInvestment) => "Most that may be spent, within one year",
    }
}

fn outside(figure: OutsideFigure) -> &'static str {
    use OutsideFigure as F;
    match figure {
        F::AmountAfterHorizon => "Investment spent after the horizon",
        F::ShareAfterHorizon => "Share of the investment spent after the horizon",
        F::BoughtOutside => "Work that must be bought outside, over the horizon",
    }
}

fn compared(figure: ComparedFigure) -> &'static str {
    use ComparedFigure as F;
    match figure {
        F::Delivered(_) => "Features delivered so far",
        F::Ahead(_) => "Features delivered so far, against as today",
        F::Efficiency(_) => "Efficiency",
        F::EndingEfficiency => "Efficiency in the last month looked at",
        F::DifferenceFromToday => "Features delivered by the last month, against as today",
        F::CrossesTodayAt => "Month in which it catches up with as today for good",
        F::BoughtOutside => "Work that must be bought outside",
    }
}

fn plan(figure: PlanFigure) -> &'static str {
    use PlanFigure as F;
    match figure {
        F::PointsPerCapacityYear => "Points bought by a year of capacity spent on debt",
        F::PointsOfThisWork => "Points bought by a year of capacity spent on this work",
        F::BestEfficiency => "Highest efficiency reachable",
        F::AccrualWithoutDebtWork => "Points lost a year without any debt work",
        F::StandingStill => "Share of debt work at which efficiency stands still",
        F::BestPathShare(_) => "Share for debt on the best path",
        F::BestPathDelivered => "Features delivered on the best path by the last month",
        F::Booked(_, Category::Features) => "Share of features that initiatives take",
        F::Booked(_, Category::Defects) => "Share of defects that initiatives take",
        F::Booked(_, Category::Debt) => "Share of debt that initiatives take",
        F::Booked(_, Category::Risk) => "Share of risk that initiatives take",
        F::Left(_, Category::Features) => "Share of features left beside initiatives",
        F::Left(_, Category::Defects) => "Share of defects left beside initiatives",
        F::Left(_, Category::Debt) => "Share of debt left beside initiatives",
        F::Left(_, Category::Risk) => "Share of risk left beside initiatives",
        F::InForce(_, Category::Features) => "Share of features planned",
        F::InForce(_, Category::Defects) => "Share of defects planned",
        F::InForce(_, Category::Debt) => "Share of debt planned",
        F::InForce(_, Category::Risk) => "Share of risk planned",
    }
}
