//! What the parts of a plan are called: strategies, categories, horizons and quarters.

use groundwork_model::{
    input::Input,
    plan::{Horizon, PlanInput, StrategyInput, StrategyKind},
    split::Category,
    strategy::LineKind,
};

use super::{Paragraph, Writer};
use crate::wording::{month_short, month_word};

/// Months of a quarter.
pub(crate) const MONTHS_OF_QUARTER: u32 = 3;

/// What a kind of strategy is called before it has numbers.
pub fn strategy_kind(kind: StrategyKind) -> &'static str {
    match kind {
        StrategyKind::Accept => "Pay nothing",
        StrategyKind::FixedShare => "A fixed share, always",
        StrategyKind::PayWhenItPays => "Pay while it pays back",
        StrategyKind::QualityGates => "Quality gates",
        StrategyKind::Focused => "This case's work",
        StrategyKind::BigBang => "Big rewrite",
    }
}

/// The name of a category of capacity.
pub fn category(category: Category) -> &'static str {
    match category {
        Category::Features => "Features",
        Category::Defects => "Defects",
        Category::Debt => "Debt",
        Category::Risk => "Risk",
    }
}

/// The name of a horizon.
pub fn horizon(horizon: Horizon) -> &'static str {
    match horizon {
        Horizon::Now => "Now",
        Horizon::Next => "Next",
        Horizon::Later => "Later",
    }
}

/// What belongs into a horizon.
pub fn about_horizon(horizon: Horizon) -> &'static str {
    match horizon {
        Horizon::Now => "delivery, stability",
        Horizon::Next => "paydown, migration, platform",
        Horizon::Later => "experiments",
    }
}

/// What an initiative nobody named is called.
pub const UNNAMED_INITIATIVE: &str = "Unnamed initiative";

/// The name of a quarter of the case, counted from 1: "Jan to Mar 2026", or "quarter 2" where the
/// case has no first month.
pub fn quarter(writer: Writer<'_>, number: u32) -> String {
    let (first, last) = months_of_quarter(number);
    match (writer.month_of_case(first), writer.month_of_case(last)) {
        (Some(first), Some(last)) if first.year() == last.year() => {
            let word = month_word(first).get(..3).unwrap_or_default();
            [word, " to ", &month_short(last)].concat()
        }
        (Some(first), Some(last)) => [&month_short(first), " to ", &month_short(last)].concat(),
        _ => ["quarter ", &writer.style.number(f64::from(number), 0)].concat(),
    }
}

fn months_of_quarter(number: u32) -> (u32, u32) {
    let last = number * MONTHS_OF_QUARTER;
    (last + 1 - MONTHS_OF_QUARTER, last)
}

/// The name of a line of the comparison, its numbers being figures of the case: "20% always". Of
/// strategies that would be called alike, the later ones are counted.
pub fn line_name(writer: Writer<'_>, line: LineKind) -> Paragraph {
    counted(writer, line, "As planned by quarter", with_numbers)
}

/// The same in a few letters, for the ends of lines and the heads of columns.
pub fn short_line_name(writer: Writer<'_>, line: LineKind) -> String {
    counted(writer, line, "As planned", in_short).to_string()
}

type Naming = fn(&Writer<'_>, usize, StrategyKind) -> Paragraph;

fn counted(writer: Writer<'_>, line: LineKind, planned: &'static str, naming: Naming) -> Paragraph {
    let LineKind::Strategy(at) = line else {
        return Paragraph::of_text(match line {
            LineKind::AsPlanned => planned,
            _ => "As today",
        });
    };
    let strategies = writer.evaluation.case.strategies();
    let name_of = |at: usize| strategies.get(at).map(|line| naming(&writer, at, line.kind));
    let Some(mut name) = name_of(at) else {
        return Paragraph::default();
    };
    let said = name.to_string();
    let alike = |before: &usize| name_of(*before).is_some_and(|name| name.to_string() == said);
    let before = (0..at).filter(alike).count();
    if before > 0 {
        let number = u32::try_from(before + 1).unwrap_or(u32::MAX);
        let number = writer.style.number(f64::from(number), 0);
        name.0.extend(writer.prose().text(" (").plain(number).text(")").done().0);
    }
    name
}

fn with_numbers(writer: &Writer<'_>, at: usize, kind: StrategyKind) -> Paragraph {
    let input = |input| Input::Plan(PlanInput::Strategy(at, input));
    let prose = writer.prose();
    match kind {
        StrategyKind::FixedShare => prose.input(input(StrategyInput::Share)).text(" always"),
        StrategyKind::PayWhenItPays => {
            let months = input(StrategyInput::PatienceMonths);
            prose.text("Pay while it pays back within ").input(months)
        }
        _ => prose.text(strategy_kind(kind)),
    }
    .done()
}

fn in_short(writer: &Writer<'_>, at: usize, kind: StrategyKind) -> Paragraph {
    let name = match kind {
        StrategyKind::PayWhenItPays => "While it pays",
        StrategyKind::Focused => "This work",
        StrategyKind::BigBang => "Rewrite",
        _ => return with_numbers(writer, at, kind),
    };
    Paragraph::of_text(name)
}
