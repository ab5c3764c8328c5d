//! What holds for any plan: texts without digits, finite figures, pictures that can be read.

use groundwork_model::{evaluation::Evaluation, input::Input};
use groundwork_report::{
    charts::{Area, Chart, ChartKind, Outline, chart, text_box},
    document::{Paragraph, Span, Writer},
    formats::{BriefFormat, strategies::strategies, written},
    narrative::{brief::brief, plan::roadmap},
    wording::NumberStyle,
};
use proptest::prelude::*;

use crate::{
    cases::{any_plan, evaluated, seed_with, with_all_parts, with_split},
    sayings::{sayings, tables},
};

fn any_style() -> impl Strategy<Value = NumberStyle> {
    let locales = [("en-US", "USD"), ("de-DE", "EUR"), ("en-IN", "INR"), ("ar-EG", "EGP")];
    prop::sample::select(locales.to_vec())
        .prop_map(|(tag, currency)| NumberStyle::for_locale(tag, currency))
}

fn overlap(one: &Area, other: &Area) -> bool {
    one.x < other.x + other.width
        && other.x < one.x + one.width
        && one.y < other.y + other.height
        && other.y < one.y + one.height
}

fn can_be_read(chart: &Chart) -> Result<(), TestCaseError> {
    let scene = &chart.scene;
    let boxes: Vec<_> = scene.shapes.iter().filter_map(text_box).collect();
    for (position, room) in boxes.iter().enumerate() {
        let is_inside = room.x >= 0.0
            && room.y >= 0.0
            && room.x + room.width <= scene.width
            && room.y + room.height <= scene.height;
        prop_assert!(is_inside, "{room:?} in {} of {}", scene.width, chart.title);
        for other in &boxes[position + 1..] {
            prop_assert!(!overlap(room, other), "{:?} and {:?} in {}", room, other, chart.title);
        }
    }
    for shape in &scene.shapes {
        if let Outline::Line(points) | Outline::Polygon(points) = &shape.outline {
            for point in points {
                prop_assert!((0.0..=scene.width).contains(&point.x), "{shape:?}");
                prop_assert!((0.0..=scene.height).contains(&point.y), "{shape:?}");
                prop_assert!((point.y * 8.0).fract().abs() <= 0.0, "{shape:?}");
            }
        }
    }
    Ok(())
}

fn has_no_digit(paragraph: &Paragraph) -> Result<(), TestCaseError> {
    for span in &paragraph.0 {
        if let Span::Text(text) = span {
            prop_assert!(!text.contains(char::is_numeric), "{paragraph}");
        }
    }
    let text = paragraph.to_string();
    prop_assert!(!text.contains("NaN") && !text.contains("inf"), "{text}");
    prop_assert!(!text.contains(" none.") && !text.contains("  "), "{text}");
    prop_assert!(text.ends_with('.'), "{text}");
    Ok(())
}

fn figures_are_there(paragraph: &Paragraph, of: &Evaluation) -> Result<(), TestCaseError> {
    for figure in paragraph.figures() {
        prop_assert!(of.figure(figure.id).is_some(), "{} in {paragraph}", figure.id.path());
    }
    Ok(())
}

#[test]
fn every_part_of_a_brief_says_something_before_any_is_dropped() {
    let evaluation = with_all_parts();
    let style = NumberStyle::default();
    let brief = brief(Writer { evaluation: &evaluation, style: &style }, "A plan");
    let headings: Vec<&str> = brief.sections.iter().map(|section| section.heading).collect();
    let all = [
        "Situation",
        "The ask",
        "What it returns and when",
        "How sure",
        "If we do not",
        "What is not built meanwhile",
        "Why not do it differently",
        "What must be true",
        "Decision wanted by",
        "Not our numbers yet",
    ];
    let text = written(&brief, BriefFormat::Text);
    assert_eq!(headings, all, "{text}");
    assert!(words(&text) < 450, "{} words:\n{text}", words(&text));
}

fn words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(160))]

    #[test]
    fn any_plan_can_be_said_drawn_and_written(
        evaluation in any_plan(),
        style in any_style(),
        width in 320.0..1400.0_f64,
    ) {
        let writer = Writer { evaluation: &evaluation, style: &style };
        for saying in sayings(&evaluation, &style) {
            for sentence in &saying.sentences {
                has_no_digit(sentence)?;
                figures_are_there(sentence, &evaluation)?;
            }
        }
        for table in tables(&evaluation, &style) {
            for row in &table.rows {
                prop_assert_eq!(row.cells.len() + 1, table.columns.len());
            }
        }
        for kind in ChartKind::PLAN {
            let chart = chart(writer, kind, width);
            can_be_read(&chart)?;
            has_no_digit(&chart.description)?;
            for pair in chart.readings.windows(2) {
                prop_assert!(pair[0].x < pair[1].x, "{} and {}", pair[0].when, pair[1].when);
            }
        }
        let brief = brief(writer, "A plan");
        let text = written(&brief, BriefFormat::Text);
        let words = words(&text);
        prop_assert!(words < 450, "{words} words:\n{text}");
        let quarters = roadmap(writer).quarters;
        prop_assert!(!quarters.is_empty());
        let json = serde_json::to_string(&strategies(&evaluation)).unwrap_or_default();
        prop_assert!(json.contains("\"lines\""));
    }

    #[test]
    fn without_a_comparison_nothing_is_said_and_empty_plots_are_drawn(
        evaluation in any_plan(),
        width in 320.0..1400.0_f64,
    ) {
        let alone = Evaluation { comparison: None, ..evaluation };
        let style = NumberStyle::default();
        prop_assert!(sayings(&alone, &style).iter().all(|saying| saying.sentences.is_empty()));
        prop_assert!(tables(&alone, &style).iter().all(|table| table.rows.is_empty()));
        for kind in ChartKind::PLAN {
            let chart = chart(Writer { evaluation: &alone, style: &style }, kind, width);
            can_be_read(&chart)?;
            prop_assert!(chart.readings.is_empty() && chart.data.rows.is_empty());
        }
        prop_assert!(strategies(&alone).is_null());
    }
}

#[test]
fn a_best_path_that_falls_behind_carrying_on_says_so() {
    let builder = seed_with(&[(Input::AccrualPerYear, 0.03)]);
    let evaluation = evaluated(with_split(builder, [0.5, 0.1, 0.4, 0.0]));
    let path = evaluation.comparison.as_ref().unwrap().best_path.as_ref().unwrap();
    assert!(path.outcome.difference_from_today < 0.0);
    let said = sayings(&evaluation, &NumberStyle::default());
    let texts = |heading: &str| {
        let saying = said.iter().find(|saying| saying.heading == heading).unwrap();
        saying.sentences.iter().map(Paragraph::to_string).collect::<Vec<_>>()
    };
    let best = texts("Best path");
    assert!(
        best[0].ends_with(
            "none of the paths that are tried, with shares for debt up to 30%, delivers as much as \
             carrying on as today."
        ),
        "{best:?}"
    );
    assert!(best[1].starts_with("The best of them delivers") && best[1].ends_with(" more."));
    assert!(!texts("Is 20% right?").join(" ").contains("delivers most"));
}
