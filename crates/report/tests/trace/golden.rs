//! Traces of every kind of figure, as a reviewer can read them.

use std::fmt::Write as _;

use expect_test::expect_file;
use groundwork_model::{evaluation::Evaluation, figure::FigureId, input::Input};
use groundwork_report::{document::Writer, trace::trace, wording::NumberStyle};

use crate::{
    support::{evaluated, seed_with, with_lines},
    uncertain::{FEW, RANGES, estimated, with_draws},
};

/// Figures of months are shown for some months only.
fn page(
    title: &str,
    evaluation: &Evaluation,
    months: &[u32],
    is_shown: fn(FigureId) -> bool,
) -> String {
    let mut page = format!("# {title}\n\n");
    let of_these_months = |id: &FigureId| match id {
        FigureId::Month(month, _) => months.contains(month),
        _ => true,
    };
    let style = NumberStyle::default();
    for id in evaluation.figures().filter(of_these_months).filter(|id| is_shown(*id)) {
        let trace = trace(Writer { evaluation, style: &style }, id);
        writeln!(page, "## {}: {}\n\n{}", trace.name, trace.value.text, trace.words).unwrap();
        if let Some(reason) = trace.value.reason {
            writeln!(page, "\nThere is none, {reason}.").unwrap();
        }
        let formula = [trace.symbols, trace.inserted.map(|inserted| inserted.to_string())];
        for line in formula.into_iter().flatten() {
            writeln!(page, "\n    {line}").unwrap();
        }
        if !trace.operands.is_empty() {
            page.push('\n');
        }
        for operand in trace.operands {
            let (symbol, label, text) = (operand.symbol, operand.label, operand.figure.text);
            writeln!(page, "- {symbol}: {label}, {text}").unwrap();
        }
        if let Some(aside) = trace.aside {
            writeln!(page, "\n{aside}").unwrap();
        }
        let of_others = |input: &&groundwork_report::trace::TracedInput| {
            FigureId::Input(input.input) != trace.figure
        };
        let inputs: Vec<_> = trace
            .inputs
            .iter()
            .filter(of_others)
            .map(|input| {
                let whose = if input.is_entered { "" } else { " (not your number)" };
                format!("{} {}{whose}", input.label, input.figure.text)
            })
            .collect();
        if !inputs.is_empty() {
            writeln!(page, "\nRests on: {}.", inputs.join("; ")).unwrap();
        }
        page.push('\n');
    }
    page
}

#[test]
fn the_traces_of_the_two_million_conversation() {
    let evaluation = evaluated(seed_with(&[]));
    let page = page("The two-million conversation", &evaluation, &[1, 4, 7, 12], |_| true);
    expect_file!["../../../../tests/golden/traces.md"].assert_eq(&page);
}

#[test]
fn the_traces_of_a_case_with_everything_in_it() {
    use groundwork_model::figure::{HeadlineFigure, MonthFigure};
    let evaluation = evaluated(with_lines(seed_with(&[
        (Input::RampUpMonths, 3.0),
        (Input::Dip, 0.05),
        (Input::DipMonthsAfter, 2.0),
        (Input::InterestRate, 0.1),
        (Input::AccrualPerYear, 0.02),
        (Input::UpkeepShare, 0.02),
        (Input::EfficiencyAfter, 0.6),
    ])));
    let is_shown = |id| match id {
        FigureId::Headline(figure) => figure == HeadlineFigure::OtherBenefitsPerYear,
        FigureId::Month(_, figure) => !matches!(figure, MonthFigure::CumulativeNet),
        FigureId::ByTag(..)
        | FigureId::Delay
        | FigureId::Displaced(_)
        | FigureId::Outside(_)
        | FigureId::Return(_)
        | FigureId::Threshold(..) => true,
        FigureId::Input(input) => matches!(input, Input::Cost(0, _)),
        FigureId::CalendarYear(..)
        | FigureId::Compared(..)
        | FigureId::Plan(_)
        | FigureId::Simulated(_)
        | FigureId::Estimate(..)
        | FigureId::Tornado(..) => false,
    };
    let page = page("Everything at once", &evaluation, &[4, 8], is_shown);
    expect_file!["../../../../tests/golden/traces_everything.md"].assert_eq(&page);
}

#[test]
fn the_traces_of_estimates_and_draws() {
    use groundwork_model::figure::SimulatedFigure as F;
    let builder = estimated(seed_with(&[(Input::FailureProbability, 0.1)]), &RANGES);
    let evaluation = with_draws(builder, FEW);
    let is_shown = |id| match id {
        FigureId::Simulated(figure) => !matches!(
            figure,
            F::PaidBackBy(1..=11 | 13..) | F::CumulativeNet(1..=11 | 13.., _) | F::Distribution(1..)
        ),
        FigureId::Estimate(..) | FigureId::Tornado(..) => true,
        _ => false,
    };
    let page = page("Ranges", &evaluation, &[], is_shown);
    expect_file!["../../../../tests/golden/traces_ranges.md"].assert_eq(&page);
}
