//! The one way in: a case goes in, every figure comes out.

use std::sync::Arc;

use crate::{
    assumptions::Assumptions,
    benefit::{BenefitKind, Tag},
    calendar::{CalendarYear, calendar_years},
    case::Case,
    estimate::Estimate,
    figure::{
        Bound, CalendarFigure, FigureId, HeadlineFigure, MonthFigure, OutsideFigure, ReturnFigure,
        SimulatedFigure, TagFigure,
    },
    headline::Headline,
    input::Input,
    note::{Note, Path, Reason},
    outside::Outside,
    returns::{ByTag, Returns, begin_later, by_tag, lost_by_a_month, returns},
    sensitivity::{npv_at_end, tornado},
    simulation::Simulation,
    strategy::{Comparison, compare},
    thresholds::{Scope, Thresholds},
    timeline::Timeline,
};

/// Everything that follows from one case.
#[derive(Clone, Debug, PartialEq)]
pub struct Evaluation {
    /// The case it was computed from.
    pub case: Case,
    /// The most likely value of every input.
    pub assumptions: Assumptions,
    /// The figures that are said first.
    pub headline: Headline,
    /// Sums by calendar year; empty where the case has no first month.
    pub calendar_years: Vec<CalendarYear>,
    /// Every month up to the horizon.
    pub timeline: Timeline,
    /// Returns over the horizon.
    pub returns: Returns,
    /// Present values of cash, capacity and risk.
    pub by_tag: ByTag,
    /// What must be true for it to pay.
    pub thresholds: Thresholds,
    /// What lies outside the horizon or the team.
    pub outside: Outside,
    /// What must be said beside the figures, the most important first.
    pub notes: Vec<Note>,
    /// What the draws of the case come to, where they were computed.
    pub simulation: Option<Arc<Simulation>>,
    /// Strategies side by side, where they were asked for.
    pub comparison: Option<Arc<Comparison>>,
}

/// Computes every figure of `case`, using the most likely value of every input.
pub fn evaluate(case: &Case) -> Evaluation {
    let assumptions = Assumptions::likely(case);
    let timeline = Timeline::of(&assumptions);
    let by_tag = by_tag(&assumptions, &timeline);
    let outside = Outside::of(&assumptions, &timeline);
    let mut notes = notes_about_case(case, &assumptions, &timeline, &outside);
    let returns = returns(&assumptions, &timeline, &by_tag, &mut notes);
    let thresholds = Thresholds::of(&assumptions, &mut notes);
    if begin_later(&assumptions).is_none() {
        notes.push(Note::about(FigureId::Delay, Reason::BeginsInLastMonth));
    }
    let calendar_years =
        case.start().map(|start| calendar_years(&timeline, start)).unwrap_or_default();
    Evaluation {
        case: case.clone(),
        headline: Headline::of(&assumptions),
        assumptions,
        calendar_years,
        timeline,
        returns,
        by_tag,
        thresholds,
        outside,
        notes,
        simulation: None,
        comparison: None,
    }
}

impl Evaluation {
    /// The same with what the draws of the case come to, which replaces what was there of that.
    #[must_use]
    pub fn with_simulation(mut self, simulation: Simulation) -> Self {
        self.notes.retain(|note| !matches!(note.figure, Some(FigureId::Simulated(_))));
        let missing = SimulatedFigure::all(&simulation)
            .into_iter()
            .filter(|figure| figure.of(&simulation).is_none())
            .map(|figure| Note::about(FigureId::Simulated(figure), Reason::NotPaidBack));
        self.notes.extend(missing);
        self.simulation = Some(Arc::new(simulation));
        self
    }

    /// The evaluation with its strategies side by side.
    #[must_use]
    pub fn with_comparison(self) -> Self {
        Self { comparison: Some(Arc::new(compare(&self.case))), ..self }
    }

    /// Value of a figure; `None` where it does not exist, with a note that says why.
    pub fn figure(&self, figure: FigureId) -> Option<f64> {
        match figure {
            FigureId::Input(input) => self.case.likely(input),
            FigureId::Headline(figure) => figure.of(&self.headline),
            FigureId::CalendarYear(year, figure) => figure.of(self.year(year)?),
            FigureId::Displaced(year) => Some(self.year(year)?.displaced),
            FigureId::Month(number, figure) => figure.of(self.timeline.month(number)?),
            FigureId::Return(figure) => figure.of(&self.returns),
            FigureId::ByTag(tag, figure) => figure.of(self.by_tag.of(tag)),
            FigureId::Threshold(scope, threshold) => self.thresholds.get(scope, threshold),
            FigureId::Outside(figure) => figure.of(&self.outside),
            FigureId::Compared(line, figure) => self.comparison.as_ref()?.compared(line, figure),
            FigureId::Plan(figure) => self.comparison.as_ref()?.of_plan(figure),
            FigureId::Delay => lost_by_a_month(&self.assumptions),
            FigureId::Simulated(figure) => figure.of(self.simulation.as_deref()?),
            FigureId::Estimate(input, bound) => {
                let estimate = self.case.entered(input).filter(Estimate::is_range)?;
                Some(match bound {
                    Bound::Low => estimate.low(),
                    Bound::High => estimate.high(),
                })
            }
            FigureId::Tornado(input, bound) => Some(npv_at_end(&self.case, input, bound)),
        }
    }

    /// Sums of one calendar year, where any of its months lies within the horizon.
    pub fn year(&self, year: u32) -> Option<&CalendarYear> {
        self.calendar_years.iter().find(|sums| sums.year == year)
    }

    /// Every figure there is, inputs first.
    pub fn figures(&self) -> impl Iterator<Item = FigureId> {
        let inputs = self.case.inputs().map(FigureId::Input);
        let headline = HeadlineFigure::ALL.iter().copied().map(FigureId::Headline);
        let years = self.calendar_years.iter().flat_map(|sums| {
            CalendarFigure::ALL.iter().map(|figure| FigureId::CalendarYear(sums.year, *figure))
        });
        let displaced = self.calendar_years.iter().map(|sums| FigureId::Displaced(sums.year));
        let months = self.timeline.months().iter().flat_map(|month| {
            MonthFigure::ALL.iter().map(|figure| FigureId::Month(month.month, *figure))
        });
        let returns = ReturnFigure::ALL.iter().copied().map(FigureId::Return);
        let tags = Tag::ALL
            .into_iter()
            .flat_map(|tag| TagFigure::ALL.iter().map(move |f| FigureId::ByTag(tag, *f)));
        let thresholds = Scope::ALL.into_iter().flat_map(|scope| {
            scope.thresholds().iter().map(move |t| FigureId::Threshold(scope, *t))
        });
        let outside = OutsideFigure::ALL.iter().copied().map(FigureId::Outside);
        inputs
            .chain(headline)
            .chain(years)
            .chain(displaced)
            .chain(months)
            .chain(returns)
            .chain(tags)
            .chain(thresholds)
            .chain(outside)
            .chain([FigureId::Delay])
            .chain(self.uncertain_figures())
            .chain(self.comparison.iter().flat_map(|comparison| compared(comparison)))
    }

    /// What is there with a simulation only: its figures, the ends of the estimates and of the tornado.
    fn uncertain_figures(&self) -> Vec<FigureId> {
        let Some(simulation) = &self.simulation else { return Vec::new() };
        let mut figures: Vec<FigureId> =
            SimulatedFigure::all(simulation).into_iter().map(FigureId::Simulated).collect();
        let is_range = |input: &Input| self.case.entered(*input).is_some_and(|it| it.is_range());
        for input in self.case.inputs().filter(is_range) {
            figures.extend(Bound::ALL.map(|bound| FigureId::Estimate(input, bound)));
        }
        for bar in tornado(&self.case).bars {
            figures.extend(Bound::ALL.map(|bound| FigureId::Tornado(bar.input, bound)));
        }
        figures
    }

    /// The note that says why a figure does not exist.
    pub fn note_about(&self, figure: FigureId) -> Option<&Note> {
        self.notes.iter().find(|note| note.figure == Some(figure))
    }
}

fn compared(comparison: &Comparison) -> impl Iterator<Item = FigureId> {
    let lines = comparison.compared_figures().map(|(line, of)| FigureId::Compared(line, of));
    lines.chain(comparison.plan_figures().map(FigureId::Plan))
}

/// Efficiency below which what follows is an extrapolation.
const LOWEST_KNOWN_EFFICIENCY: f64 = 0.10;

fn notes_about_case(
    case: &Case,
    assumptions: &Assumptions,
    timeline: &Timeline,
    outside: &Outside,
) -> Vec<Note> {
    let Assumptions { efficiency, investment, horizon_months, .. } = assumptions;
    let mut reasons = Vec::new();
    if investment.end() > *horizon_months {
        reasons.push(Reason::WorkAfterHorizon {
            amount_outside: outside.amount_after_horizon,
            share_outside: outside.share_after_horizon,
        });
    }
    if efficiency.after < efficiency.now {
        reasons.push(Reason::AfterBelowNow);
    }
    let months = timeline.months();
    if let Some(first) = months.iter().find(|month| month.bought_outside > 0.0) {
        let amount = outside.bought_outside;
        reasons.push(Reason::BoughtOutside { month: first.month, amount });
    }
    let first_low = |path, efficiency: fn(&crate::timeline::Month) -> f64| {
        months
            .iter()
            .find(|month| efficiency(month) < LOWEST_KNOWN_EFFICIENCY)
            .map(|month| Reason::Extrapolation { month: month.month, path })
    };
    reasons.extend(first_low(Path::Baseline, |month| month.baseline_efficiency));
    reasons.extend(first_low(Path::Invested, |month| month.invested_efficiency));
    if efficiency.gain() > 0.0 {
        let counts_hours = |line: &usize| {
            let benefit = &case.benefits()[*line];
            benefit.tag == Tag::Capacity
                && matches!(benefit.kind, BenefitKind::Incidents | BenefitKind::Onboarding)
        };
        let lines = (0..case.benefits().len()).filter(counts_hours);
        reasons.extend(lines.map(|line| Reason::CountedTwice { line }));
    }
    if case.start().is_none() {
        reasons.push(Reason::NoStart);
    }
    reasons.into_iter().map(Note::about_case).collect()
}
