//! The names of what the draws come to.

use super::{Band, PaybackSpread, Simulation, Spread};
use crate::{figure::FigureId, input::Input, units::Unit};

/// One of the percentiles that are said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Percentile {
    /// One draw in ten is below.
    P10,
    /// Half of the draws are below.
    P50,
    /// Nine draws in ten are below.
    P90,
}

/// An end of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bound {
    /// The lowest value.
    Low,
    /// The highest value.
    High,
}

/// One figure of a [`Simulation`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SimulatedFigure {
    /// A percentile of the net present value.
    Npv(Percentile),
    /// Mean of the net present value.
    NpvMean,
    /// A percentile of the sum of the monthly net.
    TotalNet(Percentile),
    /// Mean of that sum.
    TotalNetMean,
    /// A percentile of the months until it is paid back.
    Payback(Percentile),
    /// Mean of those months.
    PaybackMean,
    /// Share of draws with a net present value above zero.
    ProbabilityNpvPositive,
    /// Share of draws that reach the net present value of the most likely values.
    ProbabilityOfHeadline,
    /// Share of draws that are paid back by the end of a month, counted from 1.
    PaidBackBy(u32),
    /// A percentile of the running total at the end of a month, counted from 1.
    CumulativeNet(u32, Percentile),
    /// Share of draws within a bin of the distribution, counted from 0.
    Distribution(u32),
    /// Share of an input in what moves the net present value.
    Sensitivity(Input),
    /// Number of draws.
    Draws,
}

impl Percentile {
    /// Every one of them, the lowest first.
    pub const ALL: [Self; 3] = [Self::P10, Self::P50, Self::P90];

    /// Name in results.
    pub const fn key(self) -> &'static str {
        match self {
            Self::P10 => "p10",
            Self::P50 => "p50",
            Self::P90 => "p90",
        }
    }

    /// This percentile of a spread.
    pub fn of(self, spread: &Spread) -> f64 {
        let Spread { p10, p50, p90, .. } = *spread;
        self.of_band(&Band { p10, p50, p90 })
    }

    /// This percentile of a band.
    pub fn of_band(self, band: &Band) -> f64 {
        match self {
            Self::P10 => band.p10,
            Self::P50 => band.p50,
            Self::P90 => band.p90,
        }
    }

    /// This percentile of paybacks, `None` where it never comes.
    pub fn of_payback(self, spread: &PaybackSpread) -> Option<f64> {
        match self {
            Self::P10 => spread.p10,
            Self::P50 => spread.p50,
            Self::P90 => spread.p90,
        }
    }
}

impl Bound {
    /// Both of them, the lower first.
    pub const ALL: [Self; 2] = [Self::Low, Self::High];

    /// Name in results.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::High => "high",
        }
    }
}

impl SimulatedFigure {
    /// Where the figure stands within the results of a simulation, such as `npv.p50`. Inputs are
    /// named as in [`FigureId::path`].
    pub fn path(self) -> String {
        match self {
            Self::Npv(percentile) => format!("npv.{}", percentile.key()),
            Self::NpvMean => "npv.mean".to_owned(),
            Self::TotalNet(percentile) => format!("total_net.{}", percentile.key()),
            Self::TotalNetMean => "total_net.mean".to_owned(),
            Self::Payback(percentile) => format!("payback_months.{}", percentile.key()),
            Self::PaybackMean => "payback_months.mean".to_owned(),
            Self::ProbabilityNpvPositive => "probability_npv_positive".to_owned(),
            Self::ProbabilityOfHeadline => "probability_of_headline".to_owned(),
            Self::PaidBackBy(month) => format!("probability_paid_back_by.{month}"),
            Self::CumulativeNet(month, percentile) => {
                format!("cumulative_net.{month}.{}", percentile.key())
            }
            Self::Distribution(bin) => format!("distribution.{bin}"),
            Self::Sensitivity(input) => {
                format!("sensitivity.{}", FigureId::Input(input).path())
            }
            Self::Draws => "draws".to_owned(),
        }
    }

    /// What the figure counts.
    pub fn unit(self) -> Unit {
        match self {
            Self::Npv(_)
            | Self::NpvMean
            | Self::TotalNet(_)
            | Self::TotalNetMean
            | Self::CumulativeNet(..) => Unit::Money,
            Self::Payback(_) | Self::PaybackMean => Unit::Months,
            Self::ProbabilityNpvPositive
            | Self::ProbabilityOfHeadline
            | Self::PaidBackBy(_)
            | Self::Distribution(_)
            | Self::Sensitivity(_) => Unit::Share,
            Self::Draws => Unit::Plain,
        }
    }

    /// Its value, `None` where it does not exist.
    pub fn of(self, simulation: &Simulation) -> Option<f64> {
        let at = |month: u32| usize::try_from(month).ok()?.checked_sub(1);
        match self {
            Self::Npv(percentile) => Some(percentile.of(&simulation.npv)),
            Self::NpvMean => Some(simulation.npv.mean),
            Self::TotalNet(percentile) => Some(percentile.of(&simulation.total_net)),
            Self::TotalNetMean => Some(simulation.total_net.mean),
            Self::Payback(percentile) => percentile.of_payback(&simulation.payback_months),
            Self::PaybackMean => simulation.payback_months.mean,
            Self::ProbabilityNpvPositive => Some(simulation.probability_npv_positive),
            Self::ProbabilityOfHeadline => Some(simulation.probability_of_headline),
            Self::PaidBackBy(month) => simulation.probability_paid_back_by.get(at(month)?).copied(),
            Self::CumulativeNet(month, percentile) => {
                simulation.cumulative_net.get(at(month)?).map(|band| percentile.of_band(band))
            }
            Self::Distribution(bin) => {
                let count = simulation.distribution.counts.get(usize::try_from(bin).ok()?)?;
                Some(f64::from(*count) / f64::from(simulation.draws))
            }
            Self::Sensitivity(input) => {
                let mut inputs = simulation.sensitivity.iter();
                inputs.find(|sensitivity| sensitivity.input == input).map(|found| found.share)
            }
            Self::Draws => Some(f64::from(simulation.draws)),
        }
    }

    /// Every figure of a simulation, in the order of results.
    pub fn all(simulation: &Simulation) -> Vec<Self> {
        let mut all: Vec<Self> = vec![Self::Draws];
        all.extend(Percentile::ALL.map(Self::Npv));
        all.push(Self::NpvMean);
        all.extend(Percentile::ALL.map(Self::TotalNet));
        all.push(Self::TotalNetMean);
        all.extend(Percentile::ALL.map(Self::Payback));
        all.extend([Self::PaybackMean, Self::ProbabilityNpvPositive, Self::ProbabilityOfHeadline]);
        let months = || (1..).zip(&simulation.cumulative_net).map(|(month, _)| month);
        all.extend(months().map(Self::PaidBackBy));
        for month in months() {
            all.extend(Percentile::ALL.map(|percentile| Self::CumulativeNet(month, percentile)));
        }
        let bins = (0..).zip(&simulation.distribution.counts);
        all.extend(bins.map(|(bin, _)| Self::Distribution(bin)));
        all.extend(simulation.sensitivity.iter().map(|found| Self::Sensitivity(found.input)));
        all
    }
}
