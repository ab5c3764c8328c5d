//! One strategy among those compared, or why it cannot be computed.

use crate::{
    case::Case,
    input::Input,
    plan::{PlanInput, StrategyInput, StrategyKind},
    strategy::{
        Outcome,
        accept::Accept,
        as_planned::AsPlanned,
        as_today::AsToday,
        big_bang::{BigBang, Rewrite},
        fixed_share::FixedShare,
        focused::focused,
        pay_when_it_pays::PayWhenItPays,
        quality_gates::QualityGates,
        rule::{PathMonth, play},
        setting::Setting,
    },
    units::{Money, Share},
};

/// A strategy among those compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Which strategy.
    pub kind: LineKind,
    /// What it comes to, or why that cannot be computed.
    pub outcome: Result<Outcome, Unavailable>,
    /// The share that was asked for, where more was asked for than is there and it was cut to that.
    pub cut: Option<Share>,
}

/// Which strategy a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// Carrying on with today's split.
    AsToday,
    /// The splits entered for quarters.
    AsPlanned,
    /// The strategy at this position of the case.
    Strategy(usize),
}

/// Why a strategy cannot be computed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unavailable {
    /// It takes what a year of debt work buys, which nobody entered and which the case does not say.
    NoPoints,
    /// Numbers of the strategy that nobody entered, in the order of the case file.
    NotEntered(Vec<StrategyInput>),
}

/// A share above what is there by less is not said to be cut.
const CUT_BY_ROUNDING: Share = 1e-12;

/// Every line: as today, as planned where that was entered, then the strategies of the case.
pub(crate) fn lines(setting: &Setting) -> Vec<Line> {
    let today = play(setting, &AsToday::of(setting));
    let outcome_today = outcome(today, None);
    let today: Vec<Money> =
        outcome_today.as_ref().map(|outcome| outcome.delivered.clone()).unwrap_or_default();
    let mut lines = vec![Line { kind: LineKind::AsToday, outcome: outcome_today, cut: None }];
    if AsPlanned::is_entered(setting.case) {
        let path = play(setting, &AsPlanned::of(setting));
        lines.push(Line {
            kind: LineKind::AsPlanned,
            outcome: outcome(path, Some(&today)),
            cut: None,
        });
    }
    for (position, strategy) in setting.case.strategies().iter().enumerate() {
        let numbers = Numbers { case: setting.case, position };
        let missing = numbers.missing(strategy.kind);
        let outcome = if missing.is_empty() {
            outcome(path_of(setting, strategy.kind, numbers), Some(&today))
        } else {
            Err(Unavailable::NotEntered(missing))
        };
        let cut = cut(setting, strategy.kind, numbers);
        lines.push(Line { kind: LineKind::Strategy(position), outcome, cut });
    }
    lines
}

fn outcome(path: Option<Vec<PathMonth>>, today: Option<&[Money]>) -> Result<Outcome, Unavailable> {
    path.map(|path| Outcome::of(&path, today)).ok_or(Unavailable::NoPoints)
}

/// The months of a strategy whose numbers are all there; `None` where it takes points nobody knows.
fn path_of(setting: &Setting, kind: StrategyKind, numbers: Numbers) -> Option<Vec<PathMonth>> {
    use StrategyInput as S;
    let number = |input| numbers.get(input).unwrap_or_default();
    match kind {
        StrategyKind::Accept => play(setting, &Accept::of(setting)),
        StrategyKind::FixedShare => play(setting, &FixedShare::of(setting, number(S::Share))),
        StrategyKind::PayWhenItPays => {
            let patience_months = whole(number(S::PatienceMonths));
            play(setting, &PayWhenItPays::of(setting, number(S::ShareCap), patience_months)?)
        }
        StrategyKind::QualityGates => {
            let (overhead, reduction) = (number(S::Overhead), number(S::AccrualReduction));
            play(setting, &QualityGates::of(setting, overhead, reduction))
        }
        StrategyKind::Focused => Some(focused(setting)),
        StrategyKind::BigBang => {
            let rewrite = Rewrite {
                capacity_share: number(S::CapacityShare),
                planned_months: number(S::PlannedMonths),
                slip: number(S::Slip),
                dual_running_months: whole(number(S::DualRunningMonths)),
                dual_running_share: number(S::DualRunningShare),
                efficiency_after: number(S::EfficiencyAfter),
            };
            play(setting, &BigBang::of(setting, rewrite))
        }
    }
}

/// The first share of the strategy that is more than is there, as it was asked for.
fn cut(setting: &Setting, kind: StrategyKind, numbers: Numbers) -> Option<Share> {
    use StrategyInput as S;
    let available = setting.basis.available();
    let shares: &[(StrategyInput, Share)] = match kind {
        StrategyKind::Accept | StrategyKind::QualityGates | StrategyKind::Focused => &[],
        StrategyKind::FixedShare => &[(S::Share, available)],
        StrategyKind::PayWhenItPays => &[(S::ShareCap, available)],
        StrategyKind::BigBang => {
            &[(S::CapacityShare, available), (S::DualRunningShare, setting.features_today())]
        }
    };
    let asked_beyond = |(input, there): &(StrategyInput, Share)| {
        numbers.get(*input).filter(|asked| *asked > there + CUT_BY_ROUNDING)
    };
    shares.iter().find_map(asked_beyond)
}

/// The numbers of one strategy.
#[derive(Clone, Copy)]
struct Numbers<'a> {
    case: &'a Case,
    position: usize,
}

impl Numbers<'_> {
    fn get(self, input: StrategyInput) -> Option<f64> {
        self.case.likely(Input::Plan(PlanInput::Strategy(self.position, input)))
    }

    fn missing(self, kind: StrategyKind) -> Vec<StrategyInput> {
        kind.inputs().iter().copied().filter(|input| self.get(*input).is_none()).collect()
    }
}

/// Bounds keep months within 0 to 120, so nothing is cut off here.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn whole(number: f64) -> u32 {
    number as u32
}
