//! When, what must be true, what kind of value it is, and the summaries of field groups.

use std::fmt::Write as _;

use expect_test::expect_file;
use groundwork_model::{evaluation::Evaluation, figure::FigureId, input::Input};
use groundwork_report::{
    document::{Paragraph, Writer},
    narrative::{
        by_tag::by_tag,
        groups,
        must_be_true::must_be_true,
        when::{net_against_delivered, when},
    },
    wording::NumberStyle,
};

use crate::cases::{cases, seed_with};

/// Every summary of a field group with its title.
pub(crate) fn groups(writer: Writer<'_>) -> [(&'static str, Paragraph); 5] {
    [
        ("Timing", groups::timing(writer)),
        ("If we do nothing", groups::if_nothing(writer)),
        ("Costs", groups::costs(writer)),
        ("Other benefits", groups::benefits(writer)),
        ("Finance", groups::finance(writer)),
    ]
}

/// Every case in American English, and one as it reads in Germany.
fn page_of(write: impl Fn(&mut String, Writer<'_>)) -> String {
    let mut page = String::new();
    let mut add = |name: &str, evaluation: &Evaluation, style: &NumberStyle| {
        write!(page, "## {name}\n\n").unwrap();
        write(&mut page, Writer { evaluation, style });
        page.push('\n');
    };
    for (name, evaluation) in cases() {
        add(name, &evaluation, &NumberStyle::default());
    }
    let german = NumberStyle::for_locale("de-DE", "EUR");
    for (_, evaluation) in cases().into_iter().take(1) {
        add("The two-million conversation, in Germany", &evaluation, &german);
    }
    page
}

#[test]
fn when_it_pays_in_cases_of_every_kind() {
    let page = page_of(|page, writer| {
        for statement in when(writer) {
            let figure = format!("{} {}", statement.figure.text, statement.unit);
            writeln!(page, "- {}: **{}**", statement.what, figure.trim_end()).unwrap();
            if let Some(detail) = statement.detail {
                writeln!(page, "  {detail}").unwrap();
            }
        }
        if let Some(paragraph) = net_against_delivered(writer) {
            writeln!(page, "\n{paragraph}").unwrap();
        }
    });
    expect_file!["../../../../tests/golden/when.md"].assert_eq(&page);
}

#[test]
fn what_must_be_true_in_cases_of_every_kind() {
    let page = page_of(|page, writer| {
        for sentence in must_be_true(writer) {
            writeln!(page, "- {sentence}").unwrap();
        }
    });
    expect_file!["../../../../tests/golden/must_be_true.md"].assert_eq(&page);
}

#[test]
fn field_groups_and_tags_in_cases_of_every_kind() {
    let page = page_of(|page, writer| {
        for (title, summary) in groups(writer) {
            writeln!(page, "- {title}: {summary}").unwrap();
        }
        writeln!(page, "\n{}", by_tag(writer)).unwrap();
    });
    expect_file!["../../../../tests/golden/groups.md"].assert_eq(&page);
}

/// The two readings stand beside each other only where the sentence about them is true.
#[test]
fn net_and_delivered_are_compared_only_where_the_identity_holds() {
    for (name, evaluation) in cases() {
        let style = NumberStyle::default();
        let writer = Writer { evaluation: &evaluation, style: &style };
        if net_against_delivered(writer).is_none() {
            continue;
        }
        for month in evaluation.timeline.months() {
            let taken = month.spend + month.upkeep;
            let wanted = month.delivered_difference + month.other_benefits
                - taken * (1.0 - month.baseline_efficiency);
            let size = evaluation.headline.capacity_per_year;
            assert!((month.net - wanted).abs() < 1e-9 * size, "{name}, month {}", month.month);
        }
    }
}

/// What was entered is not called an assumption.
#[test]
fn a_decline_somebody_entered_as_none_is_theirs() {
    let said = |changes: &[(Input, f64)]| {
        let evaluation =
            groundwork_model::evaluation::evaluate(&seed_with(changes).build().unwrap());
        let style = NumberStyle::default();
        let sentences = must_be_true(Writer { evaluation: &evaluation, style: &style });
        sentences.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
    };
    assert!(said(&[]).contains("It assumes that doing nothing gets no worse."));
    let entered = said(&[(Input::AccrualPerYear, 0.0)]);
    assert!(entered.contains("Doing nothing gets no worse, by your own figures."), "{entered}");
    let growing = said(&[(Input::AccrualPerYear, 0.02)]);
    assert!(growing.contains("efficiency falls by 2 points a year"), "{growing}");
}

/// A difference shows its sign, and zero shows none.
#[test]
fn every_net_shows_its_sign() {
    for (name, evaluation) in cases() {
        let style = NumberStyle::default();
        for statement in when(Writer { evaluation: &evaluation, style: &style }) {
            let FigureId::CalendarYear(..) = statement.figure.id else { continue };
            let text = statement.figure.text;
            let value = evaluation.figure(statement.figure.id).unwrap();
            let is_shown = value.abs() > 1e-9 * evaluation.headline.capacity_per_year;
            let sign = text.chars().next().filter(|first| ['+', '\u{2212}'].contains(first));
            let wanted = is_shown.then_some(if value > 0.0 { '+' } else { '\u{2212}' });
            assert_eq!(sign, wanted, "{name}: {text}");
        }
    }
}
