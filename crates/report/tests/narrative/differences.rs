//! What two cases come to differently, in words and figures.

use std::fmt::Write as _;

use expect_test::expect_file;
use groundwork_model::{
    case::CaseBuilder,
    evaluation::{Evaluation, evaluate},
    input::Input,
};
use groundwork_report::{
    document::{Span, Writer},
    narrative::differences::{difference_in_words, result_differences},
    wording::NumberStyle,
};

use crate::{
    cases::{bought, cases, seed_with, with_cost},
    seed::seed_without_start,
};

fn of(builder: CaseBuilder) -> Evaluation {
    evaluate(&builder.build().unwrap())
}

fn later_start() -> CaseBuilder {
    let mut builder = seed_without_start(&[]);
    builder.start("2026-04".parse().unwrap());
    builder
}

/// Pairs of cases of every kind: one's own, and the other one.
fn pairs() -> Vec<(&'static str, CaseBuilder, CaseBuilder)> {
    use Input as I;
    let seed = || seed_with(&[]);
    let losing = || seed_with(&[(I::Amount, 900e3), (I::InvestmentMonths, 12.0)]);
    let free = || seed_with(&[(I::Amount, 0.0)]);
    vec![
        ("A lower efficiency after", seed(), seed_with(&[(I::EfficiencyAfter, 0.85)])),
        ("A higher efficiency after", seed_with(&[(I::EfficiencyAfter, 0.85)]), seed()),
        ("Another horizon", seed(), seed_with(&[(I::HorizonMonths, 36.0)])),
        ("A later start", seed(), later_start()),
        ("Without a first month", seed(), seed_without_start(&[])),
        ("Paid back in mine only", seed(), losing()),
        ("Paid back in theirs only", losing(), seed()),
        ("Paid back in neither", losing(), with_cost(losing())),
        ("Free in theirs", seed(), free()),
        ("Free in mine", free(), seed()),
        ("Free in theirs, never paid back in mine", losing(), free()),
        ("Free in both", free(), seed_with(&[(I::Amount, 0.0), (I::EfficiencyAfter, 0.8)])),
        ("Paid with money", seed(), bought(seed())),
        ("The same", seed(), seed()),
    ]
}

fn written(page: &mut String, mine: Writer<'_>, theirs: Writer<'_>) {
    writeln!(page, "{}\n", difference_in_words(mine, theirs)).unwrap();
    let rows = result_differences(mine, theirs);
    if rows.is_empty() {
        return;
    }
    writeln!(page, "| | Mine | Theirs | Change |\n|---|---|---|---|").unwrap();
    for row in rows {
        let with_reason = |figure: &groundwork_report::document::FigureSpan| {
            let reason = figure.reason.as_deref();
            reason.map_or(figure.text.clone(), |reason| format!("{}, {reason}", figure.text))
        };
        let (mine, theirs) = (with_reason(&row.mine), with_reason(&row.theirs));
        writeln!(page, "| {} | {mine} | {theirs} | {} |", row.label, row.change).unwrap();
    }
    page.push('\n');
}

#[test]
fn what_differs_between_cases_of_every_kind() {
    let style = NumberStyle::default();
    let mut page = String::new();
    for (name, mine, theirs) in pairs() {
        writeln!(page, "## {name}\n").unwrap();
        let (mine, theirs) = (of(mine), of(theirs));
        let writer = |evaluation| Writer { evaluation, style: &style };
        written(&mut page, writer(&mine), writer(&theirs));
    }
    writeln!(page, "## Another currency\n").unwrap();
    let (mine, euro) = (of(seed_with(&[])), NumberStyle::for_locale("en-US", "EUR"));
    let mine_written = Writer { evaluation: &mine, style: &style };
    written(&mut page, mine_written, Writer { evaluation: &mine, style: &euro });
    expect_file!["../../../../tests/golden/differences.md"].assert_eq(&page);
}

#[test]
fn nothing_differs_from_the_same_case() {
    let style = NumberStyle::default();
    for (name, evaluation) in cases() {
        let writer = Writer { evaluation: &evaluation, style: &style };
        assert_eq!(result_differences(writer, writer), [], "{name}");
    }
}

#[test]
fn no_digit_stands_in_a_text_span_about_two_cases() {
    for style in ["en-US", "de-DE", "ar-EG"].map(|tag| NumberStyle::for_locale(tag, "USD")) {
        let all = cases();
        for (name, mine) in &all {
            for (other, theirs) in &all {
                let writer = |evaluation| Writer { evaluation, style: &style };
                for span in difference_in_words(writer(mine), writer(theirs)).0 {
                    let Span::Text(text) = span else { continue };
                    assert!(!text.contains(char::is_numeric), "{name}, {other}: {text}");
                }
            }
        }
    }
}
