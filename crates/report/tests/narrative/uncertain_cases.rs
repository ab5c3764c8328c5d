//! How sure it is, for cases of every kind.

use std::fmt::Write as _;

use expect_test::expect_file;
use groundwork_model::{
    case::CaseBuilder, correlation::Correlation, evaluation::Evaluation, input::Input,
};
use groundwork_report::{
    document::{Paragraph, Span, Writer},
    narrative::{
        headline::headline,
        key_figures::key_figures,
        uncertain::{
            grid::{FIRST_PAIR, choices, grid_table},
            how_sure, what_it_rests_on,
        },
        when::when,
    },
    wording::NumberStyle,
};

use crate::{
    cases::with_benefit,
    seed::{seed_with, seed_without_start},
    uncertain::{RANGES, drawn, estimated},
};

fn with_ranges(changes: &[(Input, f64)]) -> CaseBuilder {
    estimated(seed_with(changes), &RANGES)
}

fn going_together() -> CaseBuilder {
    let mut builder = with_ranges(&[]);
    let pair = Correlation::new(Input::EfficiencyNow, Input::EfficiencyAfter, 0.5);
    builder.correlate(pair.unwrap());
    builder
}

/// A case of every kind, with its draws and the name of what is special about it.
fn cases() -> Vec<(&'static str, Evaluation)> {
    use Input as I;
    let after = |low, likely, high| (I::EfficiencyAfter, [low, likely, high]);
    let of = |changes: &[(I, f64)], ranges: &[(I, [f64; 3])]| estimated(seed_with(changes), ranges);
    let slip = (I::Slip, [0.0, 0.2, 0.6]);
    let losing = [(I::Amount, 900e3), (I::InvestmentMonths, 12.0)];
    let dear = (I::Amount, [190e3, 200e3, 900e3]);
    let dearer = (I::Amount, [190e3, 200e3, 1.6e6]);
    let free = [(I::FirstMonth, 1.0), (I::InvestmentMonths, 1.0)];
    vec![
        ("Ranges of everything", with_ranges(&[])),
        ("Overrun and failure", of(&[(I::FailureProbability, 0.15)], &[RANGES[2], slip])),
        ("Failure alone", of(&[(I::FailureProbability, 0.1)], &[])),
        ("A certain overrun alone", of(&[(I::Slip, 0.5)], &[])),
        ("Failing in every draw", of(&[(I::FailureProbability, 1.0)], &RANGES)),
        ("A middle far from the likely figure", of(&[], &[after(0.71, 0.8, 0.99), dear])),
        ("A middle below zero", of(&[], &[after(0.71, 0.8, 0.99), dearer])),
        ("A middle above a likely loss", of(&[], &[after(0.765, 0.77, 0.99)])),
        ("Losing more often than not", of(&losing, &[after(0.8, 0.9, 0.95)])),
        ("Never paying", of(&[(I::UpkeepShare, 0.5)], &[after(0.85, 0.9, 0.95)])),
        ("Paying in every draw", of(&[], &[after(0.89, 0.9, 0.91)])),
        ("Never in the red", of(&free, &[(I::Amount, [0.0, 5e3, 20e3])])),
        ("Paid back late or not", of(&[(I::HorizonMonths, 14.0)], &RANGES)),
        ("Going together", going_together()),
        ("No first month", estimated(seed_without_start(&[]), &RANGES)),
        ("Work after the horizon", with_ranges(&[(I::HorizonMonths, 3.0)])),
        ("A benefit without a range", with_benefit(with_ranges(&[]))),
    ]
    .into_iter()
    .map(|(name, builder)| (name, drawn(builder)))
    .collect()
}

fn said(writer: Writer<'_>) -> Vec<Paragraph> {
    let mut said = vec![headline(writer)];
    said.extend(when(writer).into_iter().flat_map(|it| [Some(it.what), it.detail]).flatten());
    said.extend(how_sure(writer));
    said.extend(what_it_rests_on(writer));
    said
}

#[test]
fn how_sure_cases_of_every_kind_are() {
    let style = NumberStyle::default();
    let mut page = String::new();
    for (name, evaluation) in cases() {
        let writer = Writer { evaluation: &evaluation, style: &style };
        writeln!(page, "## {name}\n\n> {}\n", headline(writer)).unwrap();
        for paragraph in how_sure(writer) {
            writeln!(page, "{paragraph}\n").unwrap();
        }
        match what_it_rests_on(writer) {
            Some(rests_on) => writeln!(page, "{rests_on}\n").unwrap(),
            None => page.push_str("(What it rests on is not said.)\n\n"),
        }
    }
    expect_file!["../../../../tests/golden/how_sure.md"].assert_eq(&page);
}

#[test]
fn key_figures_beside_ranges_are_marked_as_likely_even_before_the_draws() {
    let style = NumberStyle::default();
    let labels = |builder: CaseBuilder| {
        let evaluation = groundwork_model::evaluation::evaluate(&builder.build().unwrap());
        let figures = key_figures(Writer { evaluation: &evaluation, style: &style });
        figures.into_iter().map(|figure| figure.label.to_string()).collect::<Vec<_>>()
    };
    let likely = [
        "Likely NPV, 24 months, capacity at cost",
        "of it cash",
        "Likely return, 24 months",
        "Likely deepest point",
        "Likely cost of waiting",
    ];
    assert_eq!(labels(with_ranges(&[])), likely);
    assert!(labels(seed_with(&[])).iter().all(|label| !label.contains("ikely")));
}

#[test]
fn without_draws_nothing_is_said_of_them() {
    let evaluation = groundwork_model::evaluation::evaluate(&with_ranges(&[]).build().unwrap());
    let style = NumberStyle::default();
    let writer = Writer { evaluation: &evaluation, style: &style };
    assert!(how_sure(writer).is_empty());
    assert!(!headline(writer).to_string().contains("draws"));
}

#[test]
fn no_digit_stands_in_a_text_span_and_every_figure_is_there() {
    for style in ["en-US", "de-DE", "ar-EG"].map(|tag| NumberStyle::for_locale(tag, "USD")) {
        for (name, evaluation) in cases() {
            let known: Vec<_> = evaluation.figures().collect();
            for paragraph in said(Writer { evaluation: &evaluation, style: &style }) {
                for span in &paragraph.0 {
                    let Span::Text(text) = span else { continue };
                    assert!(!text.contains(char::is_numeric), "{name}: {text}");
                }
                for figure in paragraph.figures() {
                    assert!(known.contains(&figure.id), "{name}: {}", figure.id.path());
                    assert_ne!(figure.text, "none", "{name}: {paragraph}");
                }
                let said = paragraph.to_string();
                assert!(!said.contains("  ") && !said.contains(" ."), "{name}: {said}");
                assert!(!said.contains("100%"), "{name}: {said}");
            }
        }
    }
}

#[test]
fn a_grid_marks_today_and_what_is_below_zero() {
    let evaluation = drawn(with_ranges(&[]));
    let style = NumberStyle::default();
    let writer = Writer { evaluation: &evaluation, style: &style };
    let [rows, columns] = FIRST_PAIR;
    let table = grid_table(writer, rows, columns).unwrap();
    let mut page = format!("| {} / {} |", table.rows.name, table.columns.name);
    for value in &table.columns.values {
        write!(page, " {value} |").unwrap();
    }
    for (value, cells) in table.rows.values.iter().zip(&table.cells) {
        write!(page, "\n| {value} |").unwrap();
        for cell in cells {
            let today = if cell.is_today { " today" } else { "" };
            let below = if cell.is_below_zero { " (below)" } else { "" };
            write!(page, " {}{today}{below} |", cell.text).unwrap();
        }
    }
    page.push_str("\n\nTo choose from:\n\n");
    for (_, name) in choices(writer) {
        writeln!(page, "- {name}").unwrap();
    }
    let cells = || table.cells.iter().flatten();
    assert_eq!(cells().filter(|cell| cell.is_today).count(), 1);
    let today = &table.cells[table.rows.today][table.columns.today];
    assert_eq!(today.text, style.short_money(evaluation.returns.npv));
    assert!(grid_table(writer, rows, rows).is_err());
    expect_file!["../../../../tests/golden/grid.md"].assert_eq(&page);
}

#[test]
fn any_input_that_is_offered_makes_a_grid() {
    let evaluation = drawn(with_benefit(with_ranges(&[])));
    let style = NumberStyle::default();
    let writer = Writer { evaluation: &evaluation, style: &style };
    for (input, name) in choices(writer) {
        let other = FIRST_PAIR.into_iter().find(|other| *other != input).unwrap();
        let table = grid_table(writer, input, other).unwrap();
        assert_eq!(table.rows.name, name);
        assert_eq!(table.cells.len(), table.rows.values.len());
        let today = &table.cells[table.rows.today][table.columns.today];
        assert_eq!(today.text, style.short_money(evaluation.returns.npv), "{name}");
    }
}
