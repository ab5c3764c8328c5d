//! Examples about a plan: how much of capacity debt gets, and what is compared.

use groundwork_model::{
    estimate::Estimate,
    input::Input,
    plan::{Horizon, InitiativeInput, PlanInput, StrategyInput, StrategyKind},
    split::{Category, Split},
};

use super::enter;
use crate::{case_file::CaseFile, plan::SplitAt, text_field::TextField};

const TWENTY_PERCENT: [(Input, f64); 8] = [
    (Input::HorizonMonths, 36.0),
    (Input::AnnualCost, 1_500_000.0),
    (Input::EfficiencyNow, 0.7),
    (Input::EfficiencyAfter, 0.8),
    (Input::AccrualPerYear, 0.04),
    (Input::Amount, 150_000.0),
    (Input::InvestmentMonths, 3.0),
    (Input::Plan(PlanInput::PointsPerCapacityYear), 0.8),
];

/// A fifth of capacity goes to debt; the shares of [`Category::ALL`].
const A_FIFTH: [f64; 4] = [0.65, 0.1, 0.2, 0.05];

const PORTFOLIO: [(Input, f64); 6] = [
    (Input::HorizonMonths, 36.0),
    (Input::AnnualCost, 4_000_000.0),
    (Input::EfficiencyNow, 0.65),
    (Input::FirstMonth, 2.0),
    (Input::InvestmentMonths, 6.0),
    (Input::RampUpMonths, 3.0),
];

/// Lowest, most likely and highest.
const PORTFOLIO_RANGES: [(Input, [f64; 3]); 2] = [
    (Input::EfficiencyAfter, [0.74, 0.8, 0.84]),
    (Input::Amount, [350_000.0, 400_000.0, 600_000.0]),
];

const BIG_BANG: [(StrategyInput, f64); 6] = [
    (StrategyInput::CapacityShare, 0.5),
    (StrategyInput::PlannedMonths, 12.0),
    (StrategyInput::Slip, 0.5),
    (StrategyInput::DualRunningMonths, 6.0),
    (StrategyInput::DualRunningShare, 0.1),
    (StrategyInput::EfficiencyAfter, 0.95),
];

/// Title, quarter, share of its capacity, category and horizon. Today's split has nothing for debt, so
/// what they take is taken from features, and no quarter is overbooked.
const INITIATIVES: [(&str, f64, f64, Category, Horizon); 3] = [
    ("Deploy billing on its own", 1.0, 0.2, Category::Features, Horizon::Now),
    ("Move sessions to one store", 2.0, 0.2, Category::Features, Horizon::Next),
    ("Try search on events", 4.0, 0.05, Category::Features, Horizon::Later),
];

/// A team that spends a fifth on debt, and a tenth or three tenths beside it.
pub(super) fn twenty_percent(file: &mut CaseFile) {
    enter(file, &TWENTY_PERCENT);
    file.set_split(SplitAt::Today, Split::new(A_FIFTH).ok());
    file.choose_no_strategies();
    for share in [0.1, 0.2, 0.3] {
        add_strategy(file, StrategyKind::FixedShare, &[(StrategyInput::Share, share)]);
    }
    add_strategy(file, StrategyKind::PayWhenItPays, &[]);
}

/// A portfolio of small investments beside a rewrite that takes longer than planned.
pub(super) fn portfolio(file: &mut CaseFile) {
    enter(file, &PORTFOLIO);
    for (input, [low, likely, high]) in PORTFOLIO_RANGES {
        // Ranges of ours can always stand there.
        let _ = file.set_number(input, Estimate::range(low, likely, high).ok());
    }
    file.choose_no_strategies();
    add_strategy(file, StrategyKind::Accept, &[]);
    add_strategy(file, StrategyKind::Focused, &[]);
    add_strategy(file, StrategyKind::BigBang, &BIG_BANG);
    for (title, quarter, share, category, horizon) in INITIATIVES {
        let Some(line) = file.add_initiative() else { return };
        // A title of ours always fits.
        let _ = file.set_text(TextField::InitiativeTitle(line), title);
        let input = |input| Input::Plan(PlanInput::Initiative(line, input));
        file.enter(input(InitiativeInput::Quarter), quarter);
        file.enter(input(InitiativeInput::Share), share);
        file.set_initiative_category(line, category);
        file.set_initiative_horizon(line, horizon);
    }
}

fn add_strategy(file: &mut CaseFile, kind: StrategyKind, entries: &[(StrategyInput, f64)]) {
    let Some(line) = file.add_strategy(kind) else { return };
    for (input, value) in entries {
        file.enter(Input::Plan(PlanInput::Strategy(line, *input)), *value);
    }
}
