//! Strategies about debt, side by side: what each delivers in features, and when it overtakes today.
//!
//! A month delivers capacity times the share of features times efficiency. The months of the case value
//! all capacity; strategies value features only, since they differ in what they leave for them. Nothing
//! is discounted. All look at T months: three years, or the horizon where that is longer.

mod accept;
mod as_planned;
mod as_today;
mod basis;
mod best_path;
mod big_bang;
mod figures;
mod fixed_share;
mod focused;
mod frontier;
mod line;
mod outcome;
mod pay_when_it_pays;
mod quality_gates;
mod roadmap;
mod rule;
mod setting;
mod standing_still;

pub use basis::Basis;
pub use best_path::{BestPath, BestShares, best_shares, quarterly_steps};
pub use figures::{ComparedFigure, PlanFigure};
pub use line::{Line, LineKind, Unavailable};
pub use outcome::Outcome;
pub use roadmap::{PlannedQuarter, Roadmap, roadmap};
pub use standing_still::NotStanding;

use crate::{case::Case, units::Share};
use line::lines;
use outcome::zero_between;
use setting::Setting;

/// Everything there is to compare about one plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// `T`: months looked at, the larger of 36 and the horizon.
    pub months: u32,
    /// The numbers all strategies share.
    pub basis: Basis,
    /// As today first, then as planned where quarters were entered, then the strategies in their order.
    pub lines: Vec<Line>,
    /// The best shares of debt work by quarter; `None` where nobody knows what debt work buys.
    pub best_path: Option<BestPath>,
    /// `u*`: share of debt work at which efficiency stands still, 0 to 1, or why there is none.
    pub standing_still: Result<Share, NotStanding>,
    /// The plan quarter by quarter.
    pub roadmap: Roadmap,
    horizon_months: u32,
}

/// The line that has delivered most by a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Winner {
    /// By the end of this month, counted from 1.
    pub month: u32,
    /// Position among the lines.
    pub line: usize,
}

/// Plays every strategy of `case` out.
pub fn compare(case: &Case) -> Comparison {
    let setting = Setting::of(case);
    let lines = lines(&setting);
    let today = lines.first().and_then(|line| line.outcome.as_ref().ok());
    let today = today.map(|outcome| outcome.delivered.as_slice()).unwrap_or_default();
    Comparison {
        months: setting.months,
        best_path: best_path::best_path(&setting, today),
        standing_still: setting.basis.standing_still(setting.assumptions.efficiency.interest_rate),
        roadmap: roadmap(case),
        horizon_months: setting.assumptions.horizon_months,
        basis: setting.basis,
        lines,
    }
}

impl Comparison {
    /// Position of the line that has delivered most by the end of `month`; the first of those that
    /// deliver the same. `None` after the last month.
    pub fn best_at(&self, month: u32) -> Option<usize> {
        let mut best: Option<(usize, f64)> = None;
        for (position, line) in self.lines.iter().enumerate() {
            let delivered = line.outcome.as_ref().ok().and_then(|o| o.delivered_by(month));
            let Some(delivered) = delivered else { continue };
            if best.is_none_or(|(_, most)| delivered - most > zero_between(delivered, most)) {
                best = Some((position, delivered));
            }
        }
        best.map(|(position, _)| position)
    }

    /// The winners after 12, 24 and 36 months and at the horizon, in order of time; empty where it is
    /// one line at all of them.
    pub fn winner_changes(&self) -> Vec<Winner> {
        let mut months = vec![12, 24, 36, self.horizon_months];
        months.sort_unstable();
        months.dedup();
        let winner = |month| Some(Winner { month, line: self.best_at(month)? });
        let winners: Vec<Winner> = months.into_iter().filter_map(winner).collect();
        let is_change = winners.windows(2).any(|pair| pair[0].line != pair[1].line);
        if is_change { winners } else { Vec::new() }
    }
}
