//! Cost and benefit lines of many draws: what is the same in all of them is computed once.

use core::ops::Range;

use super::{
    draws::{Column, Draws},
    kernel::Number,
};
use crate::{
    assumptions::{Assumptions, read_benefit, read_cost},
    benefit::Benefit,
    case::Case,
    cost::Cost,
    input::{BenefitInput, CostInput, Input},
    investment::Investment,
    units::Money,
};

/// The numbers of one line whose values differ between draws.
#[derive(Debug)]
struct Line {
    position: usize,
    /// In the order in which such a line names them.
    numbers: Vec<Number>,
}

impl Line {
    /// The line at `position`, where any of its numbers is drawn.
    fn drawn(position: usize, inputs: &[Input], case: &Case, draws: &Draws) -> Option<Self> {
        let numbers: Vec<Number> =
            inputs.iter().map(|input| Number::of(*input, case, draws)).collect();
        let is_drawn = numbers.iter().any(|number| matches!(number, Number::Drawn(_)));
        is_drawn.then_some(Self { position, numbers })
    }

    fn value(&self, input: Input, columns: &[Column], draw: usize) -> f64 {
        let place = match input {
            Input::Cost(_, input) => input as usize,
            Input::Benefit(_, input) => input as usize,
            _ => return 0.0,
        };
        self.numbers[place].value(columns, draw)
    }
}

/// Cost lines: a total for each month, and the lines that differ between draws.
#[derive(Debug)]
pub(crate) struct CostLines {
    case: Case,
    fixed: Vec<Money>,
    drawn: Vec<Line>,
}

impl CostLines {
    pub(crate) fn new(case: &Case, likely: &Assumptions, draws: &Draws) -> Self {
        let line = |position: usize| {
            let inputs = CostInput::ALL.map(|input| Input::Cost(position, input));
            Line::drawn(position, &inputs, case, draws)
        };
        let uncertain: Vec<Line> = (0..likely.costs.len()).filter_map(line).collect();
        let fixed = fixed_lines(&likely.costs, &uncertain);
        let in_month = |month| fixed.iter().map(|cost: &&Cost| cost.in_month(month)).sum();
        let fixed = (1..=likely.horizon_months).map(in_month).collect();
        Self { case: case.clone(), fixed, drawn: uncertain }
    }

    pub(crate) fn block(&self, columns: &[Column], draws: Range<usize>) -> CostBlock<'_> {
        let of_line = |line: &Line| -> Vec<Cost> {
            let cost = |draw| {
                read_cost(&self.case, line.position, &|input| line.value(input, columns, draw))
            };
            draws.clone().map(cost).collect()
        };
        CostBlock { fixed: &self.fixed, drawn: self.drawn.iter().map(of_line).collect() }
    }
}

/// Costs of some draws.
pub(crate) struct CostBlock<'a> {
    fixed: &'a [Money],
    /// Line by line, the cost of each draw.
    drawn: Vec<Vec<Cost>>,
}

impl CostBlock<'_> {
    /// Costs of `month`, draw by draw.
    pub(crate) fn fill(&mut self, month: u32, costs: &mut [Money]) {
        costs.fill(self.fixed[month as usize - 1]);
        for line in &self.drawn {
            for (total, cost) in costs.iter_mut().zip(line) {
                *total += cost.in_month(month);
            }
        }
    }
}

/// Benefit lines: totals by months since the end of the work, and the lines that differ between draws.
#[derive(Debug)]
pub(crate) struct BenefitLines {
    case: Case,
    /// At 0 during the work and before it.
    fixed: Vec<Money>,
    /// The same where the work fails.
    fixed_failed: Vec<Money>,
    drawn: Vec<Line>,
    /// Every lag of a drawn line, once.
    lags: Vec<Benefit>,
}

impl BenefitLines {
    pub(crate) fn new(case: &Case, likely: &Assumptions, draws: &Draws) -> Self {
        let line = |position: usize| {
            let inputs = BenefitInput::ALL.map(|input| Input::Benefit(position, input));
            Line::drawn(position, &inputs, case, draws)
        };
        let uncertain: Vec<Line> = (0..likely.benefits.len()).filter_map(line).collect();
        let mut lags: Vec<Benefit> = Vec::new();
        for line in &uncertain {
            let benefit = Benefit { per_year: 0.0, ..likely.benefits[line.position] };
            if lags.iter().all(|known| known.lag_months != benefit.lag_months) {
                lags.push(benefit);
            }
        }
        // Ends with month 1, so that month `1 + n` is n months after it.
        let ended = Investment { first_month: 1, months: 1, ..likely.investment };
        let fixed = fixed_lines(&likely.benefits, &uncertain);
        let totals = |line: &dyn Fn(&Benefit) -> Benefit| {
            let after = |since: u32| {
                fixed.iter().map(|benefit| line(benefit).in_month(1 + since, &ended)).sum()
            };
            (0..=likely.horizon_months).map(after).collect()
        };
        Self {
            case: case.clone(),
            fixed: totals(&|benefit| *benefit),
            fixed_failed: totals(&failed),
            drawn: uncertain,
            lags,
        }
    }

    pub(crate) fn block(
        &self,
        columns: &[Column],
        draws: Range<usize>,
        fails: &dyn Fn(usize) -> bool,
    ) -> BenefitBlock<'_> {
        let mut by_lag: Vec<Vec<Benefit>> =
            self.lags.iter().map(|benefit| vec![*benefit; draws.len()]).collect();
        for line in &self.drawn {
            for (at, draw) in draws.clone().enumerate() {
                let benefit = read_benefit(&self.case, line.position, &|input| {
                    line.value(input, columns, draw)
                });
                let benefit = if fails(draw) { failed(&benefit) } else { benefit };
                for of_lag in &mut by_lag {
                    if of_lag[at].lag_months == benefit.lag_months {
                        of_lag[at].per_year += benefit.per_year;
                    }
                }
            }
        }
        BenefitBlock { lines: self, by_lag }
    }
}

/// Benefits of some draws.
pub(crate) struct BenefitBlock<'a> {
    lines: &'a BenefitLines,
    /// Lag by lag, what the drawn lines with it bring in each draw together.
    by_lag: Vec<Vec<Benefit>>,
}

impl BenefitBlock<'_> {
    /// Benefits of `month`, draw by draw; `work` is that of each draw and whether it fails.
    pub(crate) fn fill<'a>(
        &mut self,
        month: u32,
        work: impl Iterator<Item = (&'a Investment, bool)>,
        benefits: &mut [Money],
    ) {
        for (at, ((investment, fails), total)) in work.zip(benefits).enumerate() {
            let fixed = if fails { &self.lines.fixed_failed } else { &self.lines.fixed };
            *total = fixed[month.saturating_sub(investment.end()) as usize];
            for of_lag in &self.by_lag {
                *total += of_lag[at].in_month(month, investment);
            }
        }
    }
}

/// The lines that are not among those that differ between draws.
fn fixed_lines<'a, T>(all: &'a [T], drawn: &[Line]) -> Vec<&'a T> {
    let is_fixed =
        |(position, _): &(usize, &T)| drawn.iter().all(|line| line.position != *position);
    all.iter().enumerate().filter(is_fixed).map(|(_, line)| line).collect()
}

/// What is left of a benefit where the work fails: nothing, unless it was a loss.
fn failed(benefit: &Benefit) -> Benefit {
    Benefit { per_year: benefit.per_year.min(0.0), ..*benefit }
}
