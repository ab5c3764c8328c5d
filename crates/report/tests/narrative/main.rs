//! What is said about a case, for cases of every kind.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test stops at what it did not expect"
)]

use std::fmt::Write as _;

use expect_test::expect_file;
use groundwork_model::{
    benefit::{BenefitKind, Tag},
    case::{BenefitLine, CaseBuilder},
    estimate::Estimate,
    evaluation::{Evaluation, evaluate},
    input::{BenefitInput, Input},
    investment::PaidFrom,
};
use groundwork_report::{
    document::{Paragraph, Span, Writer, notes::note_text},
    formats::results::results,
    narrative::{
        headline::{headline, meaning},
        key_figures::key_figures,
        tables::{TableKind, table},
    },
    wording::NumberStyle,
};

/// The seed case with some numbers changed.
fn seed_with(changes: &[(Input, f64)]) -> CaseBuilder {
    let mut builder = CaseBuilder::new();
    builder.start("2026-01".parse().unwrap());
    builder.paid_from(PaidFrom::Capacity);
    let seed = [
        (Input::AnnualCost, 2e6),
        (Input::EfficiencyNow, 0.7),
        (Input::EfficiencyAfter, 0.9),
        (Input::Amount, 200e3),
        (Input::FirstMonth, 4.0),
        (Input::InvestmentMonths, 3.0),
    ];
    for (input, value) in seed.iter().chain(changes) {
        builder.enter(*input, Estimate::exact(*value).unwrap()).unwrap();
    }
    builder
}

fn with_benefit(mut builder: CaseBuilder) -> CaseBuilder {
    let line = builder.add_benefit(BenefitLine {
        id: "b1".into(),
        label: "Night calls".into(),
        kind: BenefitKind::Incidents,
        tag: Tag::Capacity,
    });
    let numbers = [
        (BenefitInput::PerYearNow, 12.0),
        (BenefitInput::PerYearAfter, 3.0),
        (BenefitInput::CostEach, 8_000.0),
    ];
    for (input, value) in numbers {
        builder.enter(Input::Benefit(line, input), Estimate::exact(value).unwrap()).unwrap();
    }
    builder
}

fn bought(mut builder: CaseBuilder) -> CaseBuilder {
    builder.paid_from(PaidFrom::Money);
    builder
}

/// A case of every kind, with the name of what is special about it.
fn cases() -> Vec<(&'static str, Evaluation)> {
    use Input as I;
    let of = |changes: &[(Input, f64)]| seed_with(changes);
    let builders = vec![
        ("The two-million conversation", of(&[])),
        ("One month of work", of(&[(I::InvestmentMonths, 1.0)])),
        ("Over the turn of the year", of(&[(I::FirstMonth, 11.0), (I::HorizonMonths, 36.0)])),
        ("Ramp-up", of(&[(I::RampUpMonths, 6.0)])),
        ("Debt that grows", of(&[(I::InterestRate, 0.1), (I::AccrualPerYear, 0.02)])),
        ("Half confident", of(&[(I::Confidence, 0.5)])),
        ("Exact break-even", of(&[(I::HorizonMonths, 12.0)])),
        ("Losing", of(&[(I::Amount, 900e3), (I::InvestmentMonths, 12.0)])),
        ("Losing whatever it costs", of(&[(I::UpkeepShare, 0.5)])),
        ("No gain", of(&[(I::EfficiencyAfter, 0.7)])),
        ("Nothing realised", of(&[(I::Realised, 0.0)])),
        ("No confidence", of(&[(I::Confidence, 0.0)])),
        ("After below now", of(&[(I::EfficiencyAfter, 0.6)])),
        ("Work partly after the horizon", of(&[(I::HorizonMonths, 5.0)])),
        ("Work after the horizon", of(&[(I::HorizonMonths, 3.0)])),
        ("Work that ends with the horizon", of(&[(I::HorizonMonths, 6.0)])),
        ("Ramp-up over a year", of(&[(I::RampUpMonths, 18.0)])),
        ("Small steps", of(&[(I::EfficiencyNow, 0.696), (I::EfficiencyAfter, 0.704)])),
        ("Tiny steps", of(&[(I::EfficiencyAfter, 0.7001)])),
        ("Almost nothing left", of(&[(I::EfficiencyNow, 0.01), (I::EfficiencyAfter, 1.0)])),
        ("Worse, with fewer night calls", with_benefit(of(&[(I::EfficiencyAfter, 0.69)]))),
        ("Worse without confidence", of(&[(I::EfficiencyAfter, 0.6), (I::Confidence, 0.0)])),
        ("Free", of(&[(I::Amount, 0.0)])),
        ("Nothing absorbed", of(&[(I::EfficiencyNow, 1.0), (I::EfficiencyAfter, 1.0)])),
        ("Falling to nothing", of(&[(I::AccrualPerYear, 0.5), (I::HorizonMonths, 36.0)])),
        ("Paid with money", bought(of(&[]))),
        ("With fewer night calls", with_benefit(of(&[]))),
        ("Night calls only", with_benefit(of(&[(I::EfficiencyAfter, 0.7)]))),
        ("Tiny", of(&[(I::AnnualCost, 1.0), (I::Amount, 0.1)])),
        ("Huge", of(&[(I::AnnualCost, 1e12), (I::Amount, 1e11)])),
    ];
    let mut cases: Vec<_> = builders
        .into_iter()
        .map(|(name, builder)| (name, evaluate(&builder.build().unwrap())))
        .collect();
    cases.push(("A team without a first month", evaluate(&team())));
    cases
}

fn team() -> groundwork_model::case::Case {
    let mut builder = CaseBuilder::new();
    let numbers = [
        (Input::Engineers, 10.0),
        (Input::Salary, 150e3),
        (Input::EfficiencyNow, 0.7),
        (Input::EfficiencyAfter, 0.9),
        (Input::Amount, 200e3),
        (Input::InvestmentMonths, 3.0),
    ];
    for (input, value) in numbers {
        builder.enter(input, Estimate::exact(value).unwrap()).unwrap();
    }
    builder.build().unwrap()
}

/// Everything that is said about an evaluation.
fn paragraphs(writer: Writer<'_>) -> Vec<Paragraph> {
    let labels = key_figures(writer).into_iter().map(|figure| figure.label);
    let mut paragraphs = vec![headline(writer)];
    paragraphs.extend(meaning(writer));
    paragraphs.extend(labels);
    paragraphs
}

#[test]
fn what_is_said_about_cases_of_every_kind() {
    let style = NumberStyle::default();
    let mut page = String::new();
    for (name, evaluation) in cases() {
        let writer = Writer { evaluation: &evaluation, style: &style };
        writeln!(page, "## {name}\n\n{}\n", headline(writer)).unwrap();
        if let Some(meaning) = meaning(writer) {
            writeln!(page, "{meaning}\n").unwrap();
        }
        for key in key_figures(writer) {
            let (text, unit) = (&key.figure.text, key.unit);
            writeln!(page, "- {}: {}", key.label, format!("{text} {unit}").trim_end()).unwrap();
        }
        let notes: Vec<_> = evaluation.notes.iter().map(|note| note_text(writer, note)).collect();
        if !notes.is_empty() {
            writeln!(page, "\nNotes:\n").unwrap();
        }
        for note in notes {
            writeln!(page, "- {note}").unwrap();
        }
        page.push('\n');
    }
    expect_file!["../../../../tests/golden/headlines.md"].assert_eq(&page);
}

#[test]
fn the_tables_of_the_two_million_conversation() {
    let evaluation = evaluate(&seed_with(&[]).build().unwrap());
    let style = NumberStyle::default();
    let mut page = String::new();
    for kind in TableKind::ALL {
        let table = table(Writer { evaluation: &evaluation, style: &style }, kind);
        writeln!(page, "## {}\n\n| {} |", table.title, table.columns.join(" | ")).unwrap();
        writeln!(page, "|{}", "---|".repeat(table.columns.len())).unwrap();
        for row in table.rows {
            let cells: Vec<_> = row.cells.iter().map(|cell| cell.text.as_str()).collect();
            writeln!(page, "| {} | {} |", row.heading, cells.join(" | ")).unwrap();
        }
        page.push('\n');
    }
    expect_file!["../../../../tests/golden/tables.md"].assert_eq(&page);
}

#[test]
fn the_results_of_the_two_million_conversation() {
    let evaluation = evaluate(&seed_with(&[]).build().unwrap());
    let json = serde_json::to_string_pretty(&results(&evaluation, &[], &NumberStyle::default()));
    expect_file!["../../../../tests/golden/results/seed.json"].assert_eq(&(json.unwrap() + "\n"));
}

#[test]
fn fields_nobody_reads_are_noted() {
    let evaluation = evaluate(&seed_with(&[]).build().unwrap());
    let unused = ["plan".to_owned()];
    let notes = &results(&evaluation, &unused, &NumberStyle::default())["notes"];
    assert_eq!(notes[0]["code"], "unused_field");
    assert_eq!(notes[0]["text"], "plan is not known here; it is kept and changes no figure.");
}

#[test]
fn no_digit_stands_in_a_text_span() {
    for style in ["en-US", "de-DE", "ar-EG"].map(|tag| NumberStyle::for_locale(tag, "USD")) {
        for (name, evaluation) in cases() {
            for paragraph in paragraphs(Writer { evaluation: &evaluation, style: &style }) {
                for span in &paragraph.0 {
                    let Span::Text(text) = span else { continue };
                    assert!(!text.contains(char::is_numeric), "{name}: {text}");
                }
            }
        }
    }
}

#[test]
fn every_figure_that_is_said_is_a_figure_of_the_evaluation() {
    let style = NumberStyle::default();
    for (name, evaluation) in cases() {
        let known: Vec<_> = evaluation.figures().collect();
        for paragraph in paragraphs(Writer { evaluation: &evaluation, style: &style }) {
            for figure in paragraph.figures() {
                assert!(known.contains(&figure.id), "{name}: {}", figure.id.path());
                let is_there = evaluation.figure(figure.id).is_some();
                assert!(is_there || figure.reason.is_some(), "{name}: {}", figure.id.path());
            }
        }
    }
}

/// Changing an input changes the sentence that stands on it.
#[test]
fn the_sentence_follows_its_inputs() {
    let style = NumberStyle::default();
    let said = |changes: &[(Input, f64)]| {
        let evaluation = evaluate(&seed_with(changes).build().unwrap());
        headline(Writer { evaluation: &evaluation, style: &style }).to_string()
    };
    let seed = said(&[]);
    for change in [
        (Input::AnnualCost, 3e6),
        (Input::EfficiencyNow, 0.6),
        (Input::EfficiencyAfter, 0.95),
        (Input::Amount, 250e3),
        (Input::FirstMonth, 5.0),
        (Input::InvestmentMonths, 4.0),
        (Input::RampUpMonths, 3.0),
        (Input::InterestRate, 0.1),
    ] {
        assert_ne!(said(&[change]), seed, "{change:?}");
    }
}
