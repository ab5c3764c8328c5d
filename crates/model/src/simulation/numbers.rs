//! A simulation as a row of numbers, which is how it leaves a web worker.

use super::{
    Band, Histogram, MOST_DRAWS, PaybackSpread, Sensitivity, Simulation, Spread, drawn_inputs,
    draws::seed,
};
use crate::{case::Case, input::Input, units::Share};

/// More bins than any distribution has.
const MOST_BINS: usize = 1_000;

impl Simulation {
    /// Every number of the results in one row; a payback that never comes is infinite.
    pub fn to_numbers(&self) -> Vec<f64> {
        let never = |months: Option<f64>| months.unwrap_or(f64::INFINITY);
        let mut row = vec![
            f64::from(self.draws),
            if self.correlated { 1.0 } else { 0.0 },
            self.correlation_kept,
        ];
        for Spread { p10, p50, p90, mean } in [self.npv, self.total_net] {
            row.extend([p10, p50, p90, mean]);
        }
        let PaybackSpread { p10, p50, p90, mean } = self.payback_months;
        row.extend([p10, p50, p90, mean].map(never));
        row.extend([self.probability_npv_positive, self.probability_of_headline]);
        row.extend(&self.probability_paid_back_by);
        row.extend(self.cumulative_net.iter().flat_map(|band| [band.p10, band.p50, band.p90]));
        row.extend(self.sensitivity.iter().flat_map(|it| [it.rank_correlation, it.share]));
        row.extend([self.distribution.low, self.distribution.width]);
        row.extend(self.distribution.counts.iter().map(|count| f64::from(*count)));
        row
    }

    /// The results of a simulation of `case` from its [numbers](Self::to_numbers); `None` where they
    /// are not such results.
    pub fn from_numbers(case: &Case, numbers: &[f64]) -> Option<Self> {
        let mut row = Row(numbers);
        let horizon = case.likely(Input::HorizonMonths).and_then(whole)?;
        let inputs = drawn_inputs(case);

        let draws = row.whole().filter(|draws| (1..=MOST_DRAWS).contains(draws))?;
        let correlated = match row.whole()? {
            0 => false,
            1 => true,
            _ => return None,
        };
        let simulation = Self {
            draws,
            seed: seed(case),
            correlated,
            correlation_kept: row.share()?,
            npv: row.spread()?,
            total_net: row.spread()?,
            payback_months: row.payback_spread()?,
            probability_npv_positive: row.share()?,
            probability_of_headline: row.share()?,
            probability_paid_back_by: (0..horizon).map(|_| row.share()).collect::<Option<_>>()?,
            cumulative_net: (0..horizon).map(|_| row.band()).collect::<Option<_>>()?,
            sensitivity: inputs.into_iter().map(|it| row.sensitivity(it)).collect::<Option<_>>()?,
            distribution: row.histogram()?,
        };
        simulation.distribution.holds(draws).then_some(simulation)
    }
}

impl Histogram {
    fn holds(&self, draws: u32) -> bool {
        self.counts.iter().map(|count| u64::from(*count)).sum::<u64>() == u64::from(draws)
    }
}

/// What is left to read.
struct Row<'a>(&'a [f64]);

impl Row<'_> {
    fn any(&mut self) -> Option<f64> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    fn finite(&mut self) -> Option<f64> {
        self.any().filter(|number| number.is_finite())
    }

    fn share(&mut self) -> Option<Share> {
        self.any().filter(|number| (0.0..=1.0).contains(number))
    }

    fn whole(&mut self) -> Option<u32> {
        self.any().and_then(whole)
    }

    fn band(&mut self) -> Option<Band> {
        let (p10, p50, p90) = (self.finite()?, self.finite()?, self.finite()?);
        (p10 <= p50 && p50 <= p90).then_some(Band { p10, p50, p90 })
    }

    fn spread(&mut self) -> Option<Spread> {
        let Band { p10, p50, p90 } = self.band()?;
        Some(Spread { p10, p50, p90, mean: self.finite()? })
    }

    /// Months that may be infinite.
    fn months(&mut self) -> Option<f64> {
        self.any().filter(|months| *months >= 0.0)
    }

    fn payback_spread(&mut self) -> Option<PaybackSpread> {
        let (p10, p50, p90, mean) =
            (self.months()?, self.months()?, self.months()?, self.months()?);
        let finite = |months: f64| months.is_finite().then_some(months);
        (p10 <= p50 && p50 <= p90).then(|| PaybackSpread {
            p10: finite(p10),
            p50: finite(p50),
            p90: finite(p90),
            mean: finite(mean),
        })
    }

    fn sensitivity(&mut self, input: Input) -> Option<Sensitivity> {
        let rank_correlation = self.any().filter(|number| (-1.0..=1.0).contains(number))?;
        Some(Sensitivity { input, rank_correlation, share: self.share()? })
    }

    /// Bins up to the end of the row.
    fn histogram(&mut self) -> Option<Histogram> {
        let low = self.finite()?;
        let width = self.finite().filter(|width| *width > 0.0)?;
        let bins = self.0.len();
        let counts = (0..bins.min(MOST_BINS + 1)).map(|_| self.whole()).collect::<Option<_>>()?;
        (1..=MOST_BINS).contains(&bins).then_some(Histogram { low, width, counts })
    }
}

/// A whole number of 32 bits.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked before")]
fn whole(number: f64) -> Option<u32> {
    let is_whole = (0.0..=f64::from(u32::MAX)).contains(&number) && number.fract() == 0.0;
    is_whole.then_some(number as u32)
}
