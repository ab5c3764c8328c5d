//! What is said about a case, for cases of every kind.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test stops at what it did not expect"
)]

mod answers;
mod cases;
mod differences;
mod glance;
mod lists;
#[path = "../support/seed.rs"]
mod seed;
#[path = "../support/uncertain.rs"]
mod uncertain;
mod uncertain_cases;

use std::fmt::Write as _;

use expect_test::expect_file;
use groundwork_model::{evaluation::evaluate, input::Input};
use groundwork_report::{
    document::{
        Paragraph, Span, Writer,
        notes::{note, note_text, notes_about_case},
    },
    formats::results::results,
    narrative::{
        by_tag::by_tag,
        headline::{headline, meaning},
        key_figures::key_figures,
        must_be_true::must_be_true,
        tables::{TableKind, table},
        when::{net_against_delivered, when},
    },
    wording::NumberStyle,
};

use crate::cases::{cases, seed_with, with_late_cost};

/// Everything that is said about an evaluation.
fn paragraphs(writer: Writer<'_>) -> Vec<Paragraph> {
    let labels = key_figures(writer).into_iter().map(|figure| figure.label);
    let mut paragraphs = vec![headline(writer)];
    paragraphs.extend(meaning(writer));
    paragraphs.extend(labels);
    for statement in when(writer) {
        let figure = Paragraph(vec![Span::Figure(statement.figure)]);
        paragraphs.extend([statement.what, figure]);
        paragraphs.extend(statement.detail);
    }
    paragraphs.extend(net_against_delivered(writer));
    paragraphs.extend(must_be_true(writer));
    paragraphs.push(by_tag(writer));
    paragraphs.extend(lists::groups(writer).map(|(_, paragraph)| paragraph));
    paragraphs.extend(writer.evaluation.notes.iter().map(|about| note(writer, about)));
    paragraphs.extend(notes_about_case(writer));
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

fn conditions(changes: &[(Input, f64)]) -> String {
    let evaluation = evaluate(&seed_with(changes).build().unwrap());
    let style = NumberStyle::default();
    let said = must_be_true(Writer { evaluation: &evaluation, style: &style });
    said.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_gain_that_is_not_counted_in_full_is_said_as_the_level_it_gives() {
    use Input as I;
    let now = (I::EfficiencyNow, 0.55);
    let after = (I::EfficiencyAfter, 0.65);
    let short = conditions(&[now, after, (I::Confidence, 0.5)]);
    assert!(
        short.contains("65% is promised, but only 50% of that gain is counted, which gives 60%."),
        "{short}"
    );
    let enough = conditions(&[now, (I::EfficiencyAfter, 0.75), (I::Confidence, 0.5)]);
    assert!(
        enough.contains("75% is promised, and 50% of that gain is counted, which gives 65%."),
        "{enough}"
    );
    // No month stands at the level that is counted, so none is named.
    let falling = conditions(&[now, after, (I::Confidence, 0.5), (I::InterestRate, 0.1)]);
    assert!(
        falling.contains(
            "65% is promised, but only 50% of that gain is counted, which is not enough."
        ),
        "{falling}"
    );
}

#[test]
fn more_than_all_of_the_gain_is_no_way_to_pay() {
    use Input as I;
    let half = conditions(&[(I::Confidence, 0.5)]);
    assert!(
        half.contains("; within one full year it does not pay: it would take 111% of the gain."),
        "{half}"
    );
    let losing = conditions(&[(I::Amount, 900e3), (I::InvestmentMonths, 12.0)]);
    assert!(
        losing.contains("Within one full year it does not pay: it would take 409% of the gain."),
        "{losing}"
    );
}

#[test]
fn what_was_paid_back_once_is_said_beside_when_costs_undid_it() {
    let style = NumberStyle::default();
    let said = |evaluation| headline(Writer { evaluation: &evaluation, style: &style }).to_string();
    let late = said(evaluate(&with_late_cost(seed_with(&[])).build().unwrap()));
    assert!(
        late.contains(
            "it is back at zero by the end of February 2027, but below it again from October 2027 \
             on because of later costs, and $150k is missing at the end."
        ),
        "{late}"
    );
    let free = said(evaluate(
        &with_late_cost(seed_with(&[(Input::Amount, 0.0), (Input::Confidence, 0.5)]))
            .build()
            .unwrap(),
    ));
    assert!(free.contains("from October 2027 on because of later costs"), "{free}");
    let never = said(evaluate(&seed_with(&[(Input::UpkeepShare, 0.5)]).build().unwrap()));
    assert!(never.contains("is still missing by then."), "{never}");
}

#[test]
fn cash_says_what_is_still_to_come_off_it() {
    let style = NumberStyle::default();
    let label = |months| {
        let evaluation =
            evaluate(&seed_with(&[(Input::InvestmentMonths, months)]).build().unwrap());
        key_figures(Writer { evaluation: &evaluation, style: &style })[1].label.to_string()
    };
    assert_eq!(label(3.0), "of it cash");
    assert_eq!(label(1.0), "of it cash, before $33k bought outside");
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
