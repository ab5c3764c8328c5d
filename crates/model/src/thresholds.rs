//! What must be true for the case to pay: over the horizon, and within one full year.

use crate::{
    assumptions::Assumptions,
    bisection::boundary,
    bounds::Bounds,
    figure::FigureId,
    finance::monthly_rate,
    investment::PaidFrom,
    note::{Note, Reason},
    returns::net_flows,
    timeline::Timeline,
    units::{Money, Share, Unit},
};

/// Over which time the case must pay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// Over the horizon, discounted, other benefits and costs included.
    Horizon,
    /// Within one full year, by the efficiency gain alone.
    OneYear,
}

/// Something that must be true.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Threshold {
    /// Share of the gain that must arrive; may exceed 1.
    GainShare,
    /// Efficiency that must be reached.
    EfficiencyAfter,
    /// Efficiency at which a year at the run rate pays for the work.
    EfficiencyAfterRunRate,
    /// Efficiency at which the year of the work delivers as much as carrying on.
    EfficiencyAfterSameOutput,
    /// Most that may be spent.
    LargestInvestment,
}

/// What must be true over the horizon: the net present value is zero there.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct HorizonThresholds {
    /// Share of the gain that must arrive; may exceed 1.
    pub gain_share: Option<Share>,
    /// Efficiency that must be reached, all else as it is.
    pub efficiency_after: Option<Share>,
    /// Most that may be spent, all else as it is.
    pub largest_investment: Option<Money>,
}

/// What must be true to pay within one full year, by the efficiency gain alone.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct OneYearThresholds {
    /// Share of the gain that must arrive: `I/(R (C-I) d)`; may exceed 1.
    pub gain_share: Option<Share>,
    /// Efficiency that must be reached: `e0 + I/(R (C-I))`.
    pub efficiency_after: Option<Share>,
    /// Efficiency at which a year at the run rate pays: `e0 + I/(R C)`.
    pub efficiency_after_run_rate: Option<Share>,
    /// Efficiency at which the year delivers as much as carrying on: `C e0/(C-I)`.
    pub efficiency_after_same_output: Option<Share>,
    /// Most that may be spent: `R C d/(1 + R d)`.
    pub largest_investment: Option<Money>,
}

/// What must be true, in both scopes.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Thresholds {
    /// Over the horizon.
    pub horizon: HorizonThresholds,
    /// Within one full year.
    pub one_year: OneYearThresholds,
}

impl Scope {
    /// Both scopes, in the order of results.
    pub const ALL: [Self; 2] = [Self::Horizon, Self::OneYear];

    /// Name in results.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Horizon => "horizon",
            Self::OneYear => "one_year",
        }
    }

    /// The thresholds that exist in this scope.
    pub const fn thresholds(self) -> &'static [Threshold] {
        use Threshold as T;
        match self {
            Self::Horizon => &[T::GainShare, T::EfficiencyAfter, T::LargestInvestment],
            Self::OneYear => &[
                T::GainShare,
                T::EfficiencyAfter,
                T::EfficiencyAfterRunRate,
                T::EfficiencyAfterSameOutput,
                T::LargestInvestment,
            ],
        }
    }
}

impl Threshold {
    /// Name in results.
    pub const fn key(self) -> &'static str {
        match self {
            Self::GainShare => "gain_share",
            Self::EfficiencyAfter => "efficiency_after",
            Self::EfficiencyAfterRunRate => "efficiency_after_run_rate",
            Self::EfficiencyAfterSameOutput => "efficiency_after_same_output",
            Self::LargestInvestment => "largest_investment",
        }
    }

    /// What it counts.
    pub const fn unit(self) -> Unit {
        match self {
            Self::LargestInvestment => Unit::Money,
            _ => Unit::Share,
        }
    }
}

impl Thresholds {
    /// Computes all thresholds and notes why any of them does not exist.
    pub fn of(assumptions: &Assumptions, notes: &mut Vec<Note>) -> Self {
        let mut keep = |scope, threshold, answer: Result<f64, Reason>| {
            answer
                .map_err(|reason| {
                    notes.push(Note::about(FigureId::Threshold(scope, threshold), reason));
                })
                .ok()
        };
        let needed = needed_gain(assumptions);
        let mut over_horizon = |threshold, answer| keep(Scope::Horizon, threshold, answer);
        let horizon = HorizonThresholds {
            gain_share: over_horizon(Threshold::GainShare, share_of_gain(assumptions, needed)),
            efficiency_after: over_horizon(
                Threshold::EfficiencyAfter,
                needed.and_then(|gain| efficiency(assumptions.efficiency.now + gain)),
            ),
            largest_investment: over_horizon(
                Threshold::LargestInvestment,
                largest_investment(assumptions),
            ),
        };

        let year = OneYear::of(assumptions);
        let mut within_year = |threshold, answer| keep(Scope::OneYear, threshold, answer);
        let one_year = OneYearThresholds {
            gain_share: within_year(Threshold::GainShare, year.gain_share()),
            efficiency_after: within_year(Threshold::EfficiencyAfter, year.efficiency_after()),
            efficiency_after_run_rate: within_year(
                Threshold::EfficiencyAfterRunRate,
                year.efficiency_after_run_rate(),
            ),
            efficiency_after_same_output: within_year(
                Threshold::EfficiencyAfterSameOutput,
                year.efficiency_after_same_output(),
            ),
            largest_investment: within_year(
                Threshold::LargestInvestment,
                year.largest_investment(),
            ),
        };
        Self { horizon, one_year }
    }

    /// One threshold of one scope; `None` where it does not exist.
    pub fn get(&self, scope: Scope, threshold: Threshold) -> Option<f64> {
        let Self { horizon, one_year } = self;
        match (scope, threshold) {
            (Scope::Horizon, Threshold::GainShare) => horizon.gain_share,
            (Scope::Horizon, Threshold::EfficiencyAfter) => horizon.efficiency_after,
            (Scope::Horizon, Threshold::LargestInvestment) => horizon.largest_investment,
            (Scope::Horizon, _) => None,
            (Scope::OneYear, Threshold::GainShare) => one_year.gain_share,
            (Scope::OneYear, Threshold::EfficiencyAfter) => one_year.efficiency_after,
            (Scope::OneYear, Threshold::EfficiencyAfterRunRate) => {
                one_year.efficiency_after_run_rate
            }
            (Scope::OneYear, Threshold::EfficiencyAfterSameOutput) => {
                one_year.efficiency_after_same_output
            }
            (Scope::OneYear, Threshold::LargestInvestment) => one_year.largest_investment,
        }
    }
}

/// Whether the net present value over the horizon is at least zero.
fn pays(assumptions: &Assumptions) -> bool {
    let flows =
        net_flows(&Timeline::of(assumptions)).discounted(monthly_rate(assumptions.discount_rate));
    flows.total() >= -flows.zero()
}

/// Whether anything the work brings can fall within the horizon.
fn brings_anything(assumptions: &Assumptions) -> Result<(), Reason> {
    if assumptions.investment.end() < assumptions.horizon_months {
        Ok(())
    } else {
        Err(Reason::NothingBroughtWithinHorizon)
    }
}

/// Points of efficiency that must be gained for the case to pay over the horizon; below 0 where it
/// may even lose some. Searched over every efficiency there can be, and above where growth of the
/// loss makes room for more points.
fn needed_gain(assumptions: &Assumptions) -> Result<Share, Reason> {
    brings_anything(assumptions)?;
    let pays_with_gain = |gain: Share| {
        let mut changed = assumptions.clone();
        // The gain is set as it is: no haircut on top.
        changed.efficiency.confidence = 1.0;
        changed.efficiency.after = changed.efficiency.now + gain;
        pays(&changed)
    };
    let lowest = Bounds::EFFICIENCY.min - assumptions.efficiency.now;
    if pays_with_gain(lowest) {
        Err(Reason::AlwaysPays)
    } else if pays_with_gain(1.0) {
        Ok(boundary(1.0, lowest, pays_with_gain))
    } else {
        Err(Reason::NeverPays)
    }
}

fn share_of_gain(
    assumptions: &Assumptions,
    needed: Result<Share, Reason>,
) -> Result<Share, Reason> {
    brings_anything(assumptions)?;
    let gain = assumptions.efficiency.gain();
    if gain <= 0.0 {
        return Err(Reason::NoGain);
    }
    let needed = needed?;
    if needed > 0.0 { finite(needed / gain) } else { Err(Reason::AlwaysPays) }
}

/// Most that may be spent for the case to pay over the horizon.
fn largest_investment(assumptions: &Assumptions) -> Result<Money, Reason> {
    brings_anything(assumptions)?;
    let pays_with_amount = |amount: Money| {
        let mut changed = assumptions.clone();
        changed.investment.amount = amount;
        pays(&changed)
    };
    let most = Bounds::MONEY.max;
    if !pays_with_amount(0.0) {
        return Err(Reason::NeverPays);
    }
    if pays_with_amount(most) {
        return Err(Reason::AlwaysPays);
    }
    let largest = boundary(0.0, most, pays_with_amount);
    // What is left near zero is the tolerance of the comparison, not money to be spent.
    if largest > 1e-6 { Ok(largest) } else { Err(Reason::NeverPays) }
}

/// The closed formulas of one full year.
struct OneYear {
    capacity: Money,
    realised: Share,
    now: Share,
    gain: Share,
    amount: Money,
    is_from_capacity: bool,
    /// Capacity that the work leaves for the year.
    left: Money,
}

impl OneYear {
    fn of(assumptions: &Assumptions) -> Self {
        let Assumptions { capacity, efficiency, investment, .. } = assumptions;
        let is_from_capacity = investment.paid_from == PaidFrom::Capacity;
        let taken = if is_from_capacity { investment.amount } else { 0.0 };
        Self {
            capacity: capacity.annual_cost,
            realised: capacity.realised,
            now: efficiency.now,
            gain: efficiency.gain(),
            amount: investment.amount,
            is_from_capacity,
            left: capacity.annual_cost - taken,
        }
    }

    /// Capacity left for the year, where there is any and freed hours are used.
    fn left(&self) -> Result<Money, Reason> {
        if self.left <= 0.0 {
            Err(Reason::DearerThanCapacity)
        } else if self.realised <= 0.0 {
            Err(Reason::NothingRealised)
        } else {
            Ok(self.left)
        }
    }

    fn gain(&self) -> Result<Share, Reason> {
        if self.gain > 0.0 { Ok(self.gain) } else { Err(Reason::NoGain) }
    }

    fn gain_share(&self) -> Result<Share, Reason> {
        finite(self.amount / (self.realised * self.left()? * self.gain()?))
    }

    fn efficiency_after(&self) -> Result<Share, Reason> {
        efficiency(self.now + self.amount / (self.realised * self.left()?))
    }

    fn efficiency_after_run_rate(&self) -> Result<Share, Reason> {
        if self.realised <= 0.0 {
            return Err(Reason::NothingRealised);
        }
        efficiency(self.now + self.amount / (self.realised * self.capacity))
    }

    fn efficiency_after_same_output(&self) -> Result<Share, Reason> {
        if self.left <= 0.0 {
            return Err(Reason::DearerThanCapacity);
        }
        efficiency(self.capacity * self.now / self.left)
    }

    fn largest_investment(&self) -> Result<Money, Reason> {
        if self.realised <= 0.0 {
            return Err(Reason::NothingRealised);
        }
        let freed = self.realised * self.gain()?;
        let all = self.capacity * freed;
        Ok(if self.is_from_capacity { all / (1.0 + freed) } else { all })
    }
}

fn efficiency(value: Share) -> Result<Share, Reason> {
    if Bounds::EFFICIENCY.contains(value) { Ok(value) } else { Err(Reason::OutsideEfficiency) }
}

fn finite(value: f64) -> Result<f64, Reason> {
    if value.is_finite() { Ok(value) } else { Err(Reason::NeverPays) }
}
