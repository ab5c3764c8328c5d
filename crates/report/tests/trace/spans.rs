//! What traces are made of: known figures, words without digits, names that stand alone.

use std::collections::{BTreeMap, BTreeSet};

use groundwork_model::{
    evaluation::Evaluation,
    figure::{FigureId, HeadlineFigure},
    input::Input,
};
use groundwork_report::{
    document::{Paragraph, Span, Writer},
    trace::{Trace, trace},
    wording::NumberStyle,
};

use crate::support::{cases, evaluated, seed_with};

fn traces(evaluation: &Evaluation) -> Vec<Trace> {
    let style = NumberStyle::default();
    evaluation.figures().map(|id| trace(Writer { evaluation, style: &style }, id)).collect()
}

#[test]
fn every_figure_in_a_trace_is_a_figure_of_the_evaluation() {
    for (name, evaluation) in cases() {
        let known: BTreeSet<FigureId> = evaluation.figures().collect();
        for trace in traces(&evaluation) {
            let figures = trace.operands.iter().map(|operand| operand.figure.id);
            let inserted = trace.inserted.iter().chain(&trace.aside);
            let figures = figures.chain(inserted.flat_map(|p| p.figures().map(|f| f.id)));
            let figures = figures.chain(trace.inputs.iter().map(|input| input.figure.id));
            for id in figures {
                assert!(known.contains(&id), "{name}: {} in {}", id.path(), trace.figure.path());
            }
        }
    }
}

#[test]
fn no_digit_stands_in_the_words_of_a_trace() {
    for (name, evaluation) in cases() {
        for trace in traces(&evaluation) {
            for span in trace.aside.iter().chain([&trace.words]).flat_map(|words| &words.0) {
                let Span::Text(text) = span else { continue };
                assert!(!text.contains(char::is_numeric), "{name}: {text}");
                assert!(text.len() < 400, "{name}: {text}");
            }
        }
    }
}

/// Each operand stands behind a symbol of the formula or decides which formula holds, and each
/// figure that is put in is explained among the operands.
#[test]
fn every_figure_put_in_is_an_operand() {
    for (name, evaluation) in cases() {
        for trace in traces(&evaluation) {
            let operands: BTreeSet<_> = trace.operands.iter().map(|o| o.figure.id).collect();
            assert_eq!(operands.len(), trace.operands.len(), "{name}: {}", trace.figure.path());
            for figure in trace.inserted.iter().flat_map(Paragraph::figures) {
                assert!(operands.contains(&figure.id), "{name}: {}", trace.figure.path());
            }
        }
    }
}

#[test]
fn what_was_entered_or_drawn_has_no_formula_and_all_other_figures_have_one() {
    for (name, evaluation) in cases() {
        for trace in traces(&evaluation) {
            let has_none = matches!(
                trace.figure,
                FigureId::Input(_) | FigureId::Estimate(..) | FigureId::Simulated(_)
            );
            assert_eq!(trace.symbols.is_none(), has_none, "{name}: {}", trace.figure.path());
            assert!(trace.symbols.is_none_or(|symbols| !symbols.is_empty()));
        }
    }
}

#[test]
fn a_figure_that_does_not_exist_says_why_and_keeps_its_formula() {
    for (name, evaluation) in cases() {
        for trace in traces(&evaluation) {
            let is_there = evaluation.figure(trace.figure).is_some();
            assert_eq!(trace.value.reason.is_none(), is_there, "{name}: {}", trace.figure.path());
            assert!(is_there || trace.inserted.is_none());
        }
    }
}

#[test]
fn names_stand_alone_and_no_two_figures_share_one() {
    for (name, evaluation) in cases() {
        let mut names: BTreeMap<String, FigureId> = BTreeMap::new();
        for trace in traces(&evaluation) {
            assert!(!trace.name.is_empty());
            if let Some(other) = names.insert(trace.name.clone(), trace.figure) {
                panic!("{name}: {} is {:?} and {other:?}", trace.name, trace.figure);
            }
        }
    }
}

#[test]
fn the_trace_of_the_cost_of_delay_says_what_a_month_of_waiting_does() {
    let said = |changes: &[(Input, f64)]| {
        let evaluation = evaluated(seed_with(changes));
        let id = FigureId::Headline(HeadlineFigure::CostOfDelayPerWeek);
        let writer = Writer { evaluation: &evaluation, style: &NumberStyle::default() };
        trace(writer, id).aside.map(|aside| aside.to_string())
    };
    let sentence = |rest: &str| {
        Some(format!(
            "If the work begins a month later, the net present value over the horizon {rest}."
        ))
    };
    assert_eq!(said(&[]), sentence("falls by $30,010.02"));
    assert_eq!(said(&[(Input::UpkeepShare, 0.5)]), sentence("rises by $64,581.95"));
    assert_eq!(said(&[(Input::FirstMonth, 119.0)]), sentence("stays the same"));
    assert_eq!(said(&[(Input::FirstMonth, 120.0)]), None);
}

/// Figures are written in the reader's style; the signs and constants of a formula are the same
/// for everybody.
#[test]
fn figures_put_in_follow_the_style_of_the_reader() {
    let evaluation = evaluated(seed_with(&[]));
    let style = NumberStyle::for_locale("de-DE", "EUR");
    let id = FigureId::Headline(HeadlineFigure::AbsorbedPerYear);
    let trace = trace(Writer { evaluation: &evaluation, style: &style }, id);
    assert_eq!(trace.inserted.unwrap().to_string(), "2.000.000\u{a0}€ × (1 − 70\u{a0}%)");
}
