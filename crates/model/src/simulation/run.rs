//! A simulation in slices, so that it can report how far it is and be given up.

use super::{
    Band, Simulation,
    draws::{Draws, seed},
    histogram::Histogram,
    kernel::{BLOCK, Kernel, Outcome, Scratch, share},
    percentile::{band, payback_spread, spread},
    rank::sensitivities,
};
use crate::{
    assumptions::Assumptions,
    case::Case,
    finance::{monthly_rate, net_present_value},
    returns::net_flows,
    timeline::Timeline,
    units::{Money, Share},
};

/// Draws of a case, computed as far as [`Run::advance`] was called. The slices change no bit of the
/// result.
#[derive(Debug)]
pub struct Run {
    seed: u64,
    draws: Draws,
    kernel: Kernel,
    scratch: Scratch,
    outcomes: Vec<Outcome>,
    /// Running totals: a part for each month, all draws in it.
    totals: Vec<Money>,
    /// Net present value that counts as that of the most likely values, or better.
    headline: Money,
    done: usize,
}

/// Most draws of a run: more would need more memory than a page should take, and tell nothing new.
pub const MOST_DRAWS: u32 = 1_000_000;

impl Run {
    /// Prepares 1 to [`MOST_DRAWS`] draws of `case`; other numbers are brought into that range.
    pub fn new(case: &Case, draws: u32) -> Self {
        let count = draws.clamp(1, MOST_DRAWS);
        let draws = Draws::of(case, count);
        let kernel = Kernel::new(case, &draws);
        let nothing = Outcome { npv: 0.0, payback: f64::INFINITY, is_positive: false };
        let outcomes = vec![nothing; count as usize];
        Self {
            seed: seed(case),
            totals: vec![0.0; outcomes.len() * kernel.horizon()],
            headline: headline(case),
            scratch: Scratch::default(),
            done: 0,
            draws,
            kernel,
            outcomes,
        }
    }

    /// Computes that many further draws, or those that are left.
    pub fn advance(&mut self, draws: u32) {
        let end = self.outcomes.len().min(self.done + draws as usize);
        while self.done < end {
            let block = self.done..end.min(self.done + BLOCK);
            self.kernel.run(
                &self.draws.columns,
                block.start,
                &mut self.outcomes[block.clone()],
                &mut self.totals,
                &mut self.scratch,
            );
            self.done = block.end;
        }
    }

    /// How many draws are computed.
    pub fn done(&self) -> u32 {
        u32::try_from(self.done).unwrap_or(MOST_DRAWS)
    }

    /// How many draws there will be.
    pub fn draws(&self) -> u32 {
        u32::try_from(self.outcomes.len()).unwrap_or(MOST_DRAWS)
    }

    /// Whether all draws are computed.
    pub fn is_done(&self) -> bool {
        self.done == self.outcomes.len()
    }

    /// The results, once the draws that are left are computed too.
    pub fn finish(mut self) -> Simulation {
        self.advance(MOST_DRAWS);
        let draws = self.draws();
        let Self { seed, draws: Draws { columns, correlation_kept }, outcomes, totals, .. } = self;
        let mut totals = totals;
        let count = outcomes.len();
        let share_of = |is: &dyn Fn(&Outcome) -> bool| {
            share(outcomes.iter().filter(|outcome| is(outcome)).count(), count)
        };
        let mut npvs: Vec<Money> = outcomes.iter().map(|outcome| outcome.npv + 0.0).collect();
        let mut paybacks: Vec<f64> = outcomes.iter().map(|outcome| outcome.payback).collect();

        let sensitivity = sensitivities(&columns, &npvs);
        let distribution = Histogram::of(&npvs);
        let last = totals.len() - count;
        let total_net = spread(&mut totals[last..].to_vec());
        let cumulative_net: Vec<Band> = totals.chunks_exact_mut(count).map(band).collect();
        Simulation {
            draws,
            seed,
            probability_npv_positive: share_of(&|outcome| outcome.is_positive),
            probability_of_headline: share_of(&|outcome| outcome.npv >= self.headline),
            probability_paid_back_by: paid_back_by(&paybacks, cumulative_net.len()),
            payback_months: payback_spread(&mut paybacks),
            npv: spread(&mut npvs),
            total_net,
            cumulative_net,
            distribution,
            sensitivity,
            correlated: correlation_kept.is_some(),
            correlation_kept: correlation_kept.unwrap_or(1.0),
        }
    }
}

/// The deterministic net present value, less what counts as rounding.
fn headline(case: &Case) -> Money {
    let likely = Assumptions::likely(case);
    let rate = monthly_rate(likely.discount_rate);
    let flows = net_flows(&Timeline::of(&likely));
    net_present_value(&flows, rate) - flows.discounted(rate).zero()
}

/// Share of paybacks up to the end of each month.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within the horizon")]
fn paid_back_by(paybacks: &[f64], months: usize) -> Vec<Share> {
    let mut counts = vec![0; months];
    for months in paybacks.iter().filter(|months| months.is_finite()) {
        let at = (months.ceil() as usize).max(1) - 1;
        if let Some(count) = counts.get_mut(at) {
            *count += 1;
        }
    }
    let so_far = counts.iter().scan(0, |sum, count: &usize| {
        *sum += count;
        Some(share(*sum, paybacks.len()))
    });
    so_far.collect()
}
