//! Strategies month by month: what they deliver, and how efficient they are.

use groundwork_model::{
    evaluation::Evaluation,
    figure::FigureId,
    input::Input,
    investment::PaidFrom,
    plan::{PlanInput, StrategyInput, StrategyKind},
    split::Category,
    strategy::{ComparedFigure, Comparison, LineKind, Outcome, PlanFigure},
    units::Share,
};

use crate::{
    document::plan_names::MONTHS_OF_QUARTER,
    trace::{
        formula::{Fit, Formula, Node},
        symbols::{amount, capacity, first_month, input, month, months, now, number, upkeep_share},
    },
};

/// Efficiency nobody would tell from the highest reachable.
const REACHED: Share = 1e-12;

/// Relative size below which what is delivered counts as the same, as everywhere in the model.
const RELATIVE_ZERO: f64 = 1e-9;

pub(super) fn formula(evaluation: &Evaluation, line: usize, figure: ComparedFigure) -> Formula {
    let found = evaluation.comparison.as_deref().and_then(|comparison| {
        let compared = comparison.lines.get(line)?;
        let outcome = compared.outcome.as_ref().ok()?;
        Some(Of { evaluation, comparison, line, kind: compared.kind, outcome })
    });
    match found {
        Some(of) => of.formula(figure),
        None => Formula::gives("This strategy cannot be computed.", Node::Missing("none")),
    }
}

/// The line a formula is about.
struct Of<'a> {
    evaluation: &'a Evaluation,
    comparison: &'a Comparison,
    line: usize,
    kind: LineKind,
    outcome: &'a Outcome,
}

fn compared(symbol: &'static str, line: usize, figure: ComparedFigure) -> Node {
    Node::Figure(symbol, FigureId::Compared(line, figure))
}

pub(super) fn split(symbol: &'static str, category: Category) -> Node {
    input(symbol, Input::Plan(PlanInput::Split(category)))
}

pub(super) fn plan(symbol: &'static str, figure: PlanFigure) -> Node {
    Node::Figure(symbol, FigureId::Plan(figure))
}

impl Of<'_> {
    fn formula(&self, figure: ComparedFigure) -> Formula {
        use ComparedFigure as F;
        let last = self.comparison.months;
        match figure {
            F::Delivered(month) => self.delivered(month),
            F::Ahead(month) => {
                let delivered = |outcome: Option<&Outcome>| {
                    outcome.and_then(|outcome| outcome.delivered.last().copied()).unwrap_or(0.0)
                };
                let today = self.comparison.lines.first();
                let today = today.and_then(|line| line.outcome.as_ref().ok());
                let zero = RELATIVE_ZERO * (delivered(Some(self.outcome)) + delivered(today));
                let itself = compared("D(t)", self.line, F::Delivered(month));
                let difference = itself - compared("D0(t)", 0, F::Delivered(month));
                Formula::gives(
                    "What it has delivered by the end of the month, less what carrying on as today \
                     has.",
                    difference.only(Fit::Settled(zero)),
                )
            }
            F::Efficiency(month) => self.efficiency(month),
            F::EndingEfficiency => Formula::gives(
                "Efficiency in the last month that is looked at.",
                compared("e(T)", self.line, F::Efficiency(last)),
            ),
            F::DifferenceFromToday => Formula::gives(
                "What it has delivered by the end of the last month that is looked at, less what \
                 carrying on as today has.",
                compared("Δ(T)", self.line, F::Ahead(last)),
            ),
            F::CrossesTodayAt => self.crossing(),
            F::BoughtOutside => self.bought_outside(),
        }
    }

    fn strategy(&self) -> Option<(usize, StrategyKind)> {
        match self.kind {
            LineKind::Strategy(at) => Some((at, self.evaluation.case.strategies().get(at)?.kind)),
            LineKind::AsToday | LineKind::AsPlanned => None,
        }
    }

    fn number(&self, symbol: &'static str, wanted: StrategyInput) -> Node {
        let at = self.strategy().map_or(0, |(at, _)| at);
        input(symbol, Input::Plan(PlanInput::Strategy(at, wanted)))
    }

    fn delivered(&self, month: u32) -> Formula {
        let efficiency = compared("e(t)", self.line, ComparedFigure::Efficiency(month));
        let mut now = capacity() / 12.0 * self.features(month) * efficiency;
        let is_gated = matches!(self.strategy(), Some((_, StrategyKind::QualityGates)));
        if is_gated {
            now = now * (number(1.0) - self.number("overhead", StrategyInput::Overhead));
        }
        let node = if month > 1 {
            compared("D(t − 1)", self.line, ComparedFigure::Delivered(month - 1)) + now
        } else {
            now
        };
        Formula::gives(
            if is_gated {
                "What it had delivered before, and for this month capacity times the share of \
                 features times efficiency, less what the gates cost."
            } else {
                "What it had delivered before, and for this month capacity times the share of \
                 features times efficiency."
            },
            node,
        )
        .decided_by(self.decided_by())
    }

    /// Share of capacity for features in a month.
    fn features(&self, number: u32) -> Node {
        let today = || split("f0", Category::Features);
        match self.strategy().map(|(_, kind)| kind) {
            None if self.kind == LineKind::AsPlanned => {
                plan("f(q)", PlanFigure::InForce(self.quarter(number), Category::Features))
            }
            None => today(),
            Some(StrategyKind::Accept | StrategyKind::QualityGates) => available(),
            Some(StrategyKind::FixedShare | StrategyKind::PayWhenItPays) => {
                available() - self.debt(number)
            }
            Some(StrategyKind::Focused) => self.beside_the_work(number),
            Some(StrategyKind::BigBang) => match self.phase(number) {
                Phase::Rewriting => {
                    (available() - self.number("share", StrategyInput::CapacityShare)).at_least(0.0)
                }
                Phase::RunningBoth => {
                    (today() - self.number("both", StrategyInput::DualRunningShare)).at_least(0.0)
                }
                Phase::AsToday => today(),
            },
        }
    }

    /// Share of features beside the work of the case and its upkeep.
    fn beside_the_work(&self, month: u32) -> Node {
        let today = split("f0", Category::Features);
        let investment = &self.evaluation.assumptions.investment;
        if investment.paid_from == PaidFrom::Money {
            return today;
        }
        if investment.is_under_way(month) {
            (today - amount() / months() / (capacity() / 12.0)).at_least(0.0)
        } else if month > investment.end() {
            (today - upkeep_share()).at_least(0.0)
        } else {
            today
        }
    }

    /// Share of capacity for debt in a month.
    fn debt(&self, month: u32) -> Node {
        let at = usize::try_from(month).unwrap_or(usize::MAX).saturating_sub(1);
        let share = self.outcome.debt_share.get(at).copied().unwrap_or_default();
        if share <= 0.0 {
            return number(0.0);
        }
        let is_cut = self.comparison.lines[self.line].cut.is_some();
        match self.strategy().map(|(_, kind)| kind) {
            None if self.kind == LineKind::AsPlanned => {
                plan("u(q)", PlanFigure::InForce(self.quarter(month), Category::Debt))
            }
            Some(StrategyKind::FixedShare | StrategyKind::PayWhenItPays) if is_cut => available(),
            Some(StrategyKind::FixedShare) => self.number("u", StrategyInput::Share),
            Some(StrategyKind::PayWhenItPays) => self.number("u", StrategyInput::ShareCap),
            _ => split("u0", Category::Debt),
        }
    }

    fn efficiency(&self, month_number: u32) -> Formula {
        let itself = |number| compared("e(t − 1)", self.line, ComparedFigure::Efficiency(number));
        if matches!(self.strategy(), Some((_, StrategyKind::Focused))) {
            return self.efficiency_of_the_work(month_number);
        }
        if month_number <= 1 {
            return Formula::gives("Efficiency as it is today.", now());
        }
        if self.rewrite().is_some_and(|[_, arrival, _]| arrival == month_number) {
            let after = self.number("after", StrategyInput::EfficiencyAfter);
            let formula = Formula::gives("The rewrite is there, with what it reaches.", after);
            return formula.decided_by(self.decided_by());
        }
        let at = usize::try_from(month_number).unwrap_or(usize::MAX) - 1;
        let value = self.outcome.efficiency.get(at).copied().unwrap_or_default();
        if value <= 0.0 {
            let formula = Formula::gives("Nothing is left of efficiency.", number(0.0));
            return formula.decided_by(self.decided_by());
        }
        let (best, reachable) = self.best();
        if value >= best - REACHED {
            let formula = Formula::gives("The highest efficiency there is to reach.", reachable);
            return formula.decided_by(self.decided_by());
        }
        let before = || itself(month_number - 1);
        let mut node = before() - self.growth(month_number - 1);
        if self.evaluation.assumptions.efficiency.interest_rate > 0.0 {
            let rate = number(1.0) + input("i", Input::InterestRate);
            let monthly = rate.power(number(1.0) / 12.0) - 1.0;
            node = before() - (number(1.0) - before()) * monthly - self.growth(month_number - 1);
        }
        Formula::gives(
            "Efficiency of the month before, less what a month loses with the share of debt work \
             there was, plus what that work bought; never above the highest reachable.",
            node,
        )
        .decided_by(self.decided_by())
    }

    /// What a month takes from efficiency, interest aside: `a (1 - u)/12 - k u/12`.
    fn growth(&self, month: u32) -> Node {
        let at = usize::try_from(month).unwrap_or(usize::MAX).saturating_sub(1);
        let share = self.outcome.debt_share.get(at).copied().unwrap_or_default();
        let today = self.comparison.basis.split.share(Category::Debt);
        if (share - today).abs() <= 0.0
            && !matches!(self.strategy(), Some((_, StrategyKind::QualityGates)))
        {
            return input("decline", Input::AccrualPerYear) / 12.0;
        }
        let lost = plan("a", PlanFigure::AccrualWithoutDebtWork);
        if matches!(self.strategy(), Some((_, StrategyKind::QualityGates))) {
            let kept_out = self.number("kept out", StrategyInput::AccrualReduction);
            return lost * (number(1.0) - kept_out) / 12.0;
        }
        if share <= 0.0 {
            return lost / 12.0;
        }
        let points = plan("k", PlanFigure::PointsPerCapacityYear);
        lost * (number(1.0) - self.debt(month)) / 12.0 - points * self.debt(month) / 12.0
    }

    fn efficiency_of_the_work(&self, number: u32) -> Formula {
        use groundwork_model::figure::MonthFigure::InvestedEfficiency;
        if number <= self.evaluation.assumptions.horizon_months {
            let invested = month("p(t)", number, InvestedEfficiency);
            return Formula::gives("Efficiency of the case in that month, investing.", invested);
        }
        let at = usize::try_from(number).unwrap_or(usize::MAX) - 1;
        let value = self.outcome.efficiency.get(at).copied().unwrap_or_default();
        let node = Node::Unseen("p(t)", Box::new(Node::Constant(value)));
        let words = "Efficiency of the case, investing, carried on beyond its horizon.";
        Formula::gives(words, node).decided_by(self.decided_by())
    }

    /// The highest efficiency this line can reach, as a number and as a figure.
    fn best(&self) -> (Share, Node) {
        let best = self.comparison.basis.best_efficiency;
        let reachable = plan("best", PlanFigure::BestEfficiency);
        if !matches!(self.strategy(), Some((_, StrategyKind::BigBang))) {
            return (best, reachable);
        }
        let id = self.number("after", StrategyInput::EfficiencyAfter);
        let after = match id {
            Node::Figure(_, id) => self.evaluation.figure(id).unwrap_or_default(),
            _ => 0.0,
        };
        if after > best { (after, id) } else { (best, reachable) }
    }

    fn quarter(&self, month: u32) -> u32 {
        // After the last quarter of the roadmap its split stays.
        let last = self.comparison.roadmap.quarters.last().map_or(1, |quarter| quarter.number);
        month.div_ceil(MONTHS_OF_QUARTER).min(last)
    }

    /// Months of a rewrite: the first, the one that begins with what it reaches, and the last in which
    /// old and new run side by side; `None` for any other line.
    fn rewrite(&self) -> Option<[u32; 3]> {
        let Some((at, StrategyKind::BigBang)) = self.strategy() else { return None };
        let number = |wanted| {
            let id = Input::Plan(PlanInput::Strategy(at, wanted));
            self.evaluation.case.likely(id).unwrap_or(0.0)
        };
        let planned = number(StrategyInput::PlannedMonths);
        let length = planned * (1.0 + number(StrategyInput::Slip)) + 0.5 + 1e-9;
        // Bounds keep both within a few hundred months.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let [length, both] =
            [length, number(StrategyInput::DualRunningMonths)].map(|months| months.floor() as u32);
        let first = self.evaluation.assumptions.investment.first_month;
        Some([first, first + length, first + length + both - 1])
    }

    /// Where a rewrite is in a month; nowhere for any other line.
    fn phase(&self, month: u32) -> Phase {
        match self.rewrite() {
            Some([first, arrival, _]) if (first..arrival).contains(&month) => Phase::Rewriting,
            Some([_, arrival, last]) if (arrival..=last).contains(&month) => Phase::RunningBoth,
            _ => Phase::AsToday,
        }
    }

    fn crossing(&self) -> Formula {
        let words = "The last month in which what is delivered rises to that of carrying on as \
                     today, or above it, after having been below.";
        let Some(month) = self.outcome.crosses_today_at else {
            return Formula::gives(words, Node::Missing("none"));
        };
        let ahead = |symbol, month| compared(symbol, self.line, ComparedFigure::Ahead(month));
        let around = vec![ahead("Δ(t − 1)", month - 1), ahead("Δ(t)", month)];
        Formula::gives(words, number(month)).decided_by(around)
    }

    fn bought_outside(&self) -> Formula {
        let investment = &self.evaluation.assumptions.investment;
        let is_work = matches!(self.strategy(), Some((_, StrategyKind::Focused)));
        if !is_work || investment.paid_from == PaidFrom::Money {
            let words = "Nothing: it takes no more than there is of capacity.";
            return Formula::gives(words, number(0.0));
        }
        let terms = (1..=self.comparison.months)
            .filter(|month| investment.is_under_way(*month))
            .map(|_| (amount() / months() - capacity() / 12.0).at_least(0.0));
        Formula::gives(
            "What the work costs above the capacity of a month, for each of its months.",
            Node::sum("Σ max(0, I / m − C / 12)", terms),
        )
        .decided_by(vec![first_month(), months()])
    }

    /// Inputs that decide which rule holds, and how.
    fn decided_by(&self) -> Vec<Node> {
        let Some((at, kind)) = self.strategy() else { return Vec::new() };
        let inputs = kind.inputs().iter();
        let of_line = |wanted: &StrategyInput| {
            input(symbol_of(*wanted), Input::Plan(PlanInput::Strategy(at, *wanted)))
        };
        let mut nodes: Vec<Node> = inputs.map(of_line).collect();
        if matches!(kind, StrategyKind::Focused | StrategyKind::BigBang) {
            nodes.extend([first_month(), months()]);
        }
        nodes
    }
}

/// Where a rewrite is in a month.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Phase {
    /// Before it begins, and after everything.
    AsToday,
    /// While it goes on.
    Rewriting,
    /// While old and new run side by side.
    RunningBoth,
}

/// `fa`: what features and debt have together.
fn available() -> Node {
    number(1.0) - split("b0", Category::Defects) - split("w0", Category::Risk)
}

fn symbol_of(wanted: StrategyInput) -> &'static str {
    use StrategyInput as S;
    match wanted {
        S::Share | S::ShareCap => "u",
        S::PatienceMonths => "patience",
        S::Overhead => "overhead",
        S::AccrualReduction => "kept out",
        S::CapacityShare => "share",
        S::PlannedMonths => "planned",
        S::Slip => "slip",
        S::DualRunningMonths => "months of both",
        S::DualRunningShare => "both",
        S::EfficiencyAfter => "after",
    }
}
