//! What is named on charts, said about them and read off them.

use groundwork_model::input::Input;
use groundwork_report::charts::{ChartKind, Outline, Role, Theme, svg};

use crate::cases::{drawn, seed_with, texts, without_start};

#[test]
fn the_milestones_of_the_net_are_named_in_the_picture() {
    let in_full = "paid back, end of Dec 2026";
    let shorter = "paid back Dec 2026";
    for (width, payback) in
        [(320.0, shorter), (360.0, shorter), (860.0, in_full), (1400.0, in_full)]
    {
        let chart = drawn(&seed_with(&[]), ChartKind::CumulativeNet, width);
        let texts = texts(&chart);
        for text in [payback, "deepest −$200k", "$400k", "work"] {
            assert!(texts.contains(&text), "{width}: no {text} in {texts:?}");
        }
    }
}

#[test]
fn the_dot_of_payback_stands_on_the_zero_line_at_the_end_of_its_month() {
    let chart = drawn(&seed_with(&[]), ChartKind::CumulativeNet, 860.0);
    let shape = |role: Role| chart.scene.shapes.iter().find(|shape| shape.role == role).unwrap();
    let (Outline::Circle { center, .. }, Outline::Line(zero)) =
        (&shape(Role::Dot).outline, &shape(Role::Zero).outline)
    else {
        panic!("a dot is a circle, zero a line")
    };
    let december = chart.readings.iter().find(|at| at.when == "end of December 2026").unwrap();
    assert!((center.x - december.x).abs() <= 0.125);
    assert!((center.y - zero[0].y).abs() <= 0.125);
}

#[test]
fn charts_say_in_words_what_they_show() {
    let said = |kind| drawn(&seed_with(&[]), kind, 860.0).description.to_string();
    assert_eq!(
        said(ChartKind::CumulativeNet),
        "Over 24 months, cumulative net falls to −$200k at its deepest, has paid everything back by \
         the end of December 2026 and ends at $400k. The work runs from April 2026 to June 2026."
    );
    assert_eq!(
        said(ChartKind::Efficiency),
        "Efficiency over 24 months: doing nothing it ends at 70%, investing at 90%. The work runs \
         from April 2026 to June 2026."
    );
    assert_eq!(
        said(ChartKind::Delivered),
        "Over 24 months, product delivered compared with carrying on falls to −$140k at its \
         deepest, catches up by the end of November 2026 and ends at $460k. The work runs from \
         April 2026 to June 2026."
    );
}

#[test]
fn a_case_that_never_pays_says_so_and_marks_no_payback() {
    let losing = seed_with(&[(Input::Amount, 900e3), (Input::InvestmentMonths, 12.0)]);
    let chart = drawn(&losing, ChartKind::CumulativeNet, 860.0);
    assert!(chart.description.to_string().contains("does not pay back within that time"));
    assert!(chart.scene.shapes.iter().all(|shape| shape.role != Role::Dot));
    assert!(chart.scene.shapes.iter().any(|shape| shape.role == Role::EndLoss));
}

#[test]
fn readings_are_heard_as_a_moment_and_its_values() {
    let chart = drawn(&seed_with(&[]), ChartKind::CumulativeNet, 860.0);
    assert_eq!(chart.readings[0].spoken(), "start of January 2026: nothing spent or gained yet");
    assert_eq!(chart.readings[6].spoken(), "end of June 2026: cumulative net −$200k");
    assert_eq!(chart.readings[12].spoken(), "end of December 2026: cumulative net $0");
    let chart = drawn(&without_start(&[]), ChartKind::Efficiency, 860.0);
    assert_eq!(chart.readings[0].spoken(), "start of month 1: doing nothing 70%, investing 70%");
    assert_eq!(chart.readings[7].spoken(), "month 7: doing nothing 70%, investing 90%");
}

#[test]
fn nothing_is_named_after_the_horizon() {
    let chart = drawn(&seed_with(&[]), ChartKind::CumulativeNet, 860.0);
    let months: Vec<_> = texts(&chart).into_iter().filter(|text| text.starts_with("Jan")).collect();
    assert_eq!(months, ["Jan 26", "Jan 27"]);
}

#[test]
fn long_cases_name_their_first_month_and_years_after_it() {
    let chart = drawn(&seed_with(&[(Input::HorizonMonths, 120.0)]), ChartKind::Delivered, 320.0);
    let months: Vec<_> = texts(&chart).into_iter().filter(|text| text.starts_with("Jan")).collect();
    assert_eq!(months, ["Jan 26", "Jan 29", "Jan 32", "Jan 35"]);
}

#[test]
fn what_is_data_never_becomes_markup() {
    let mut chart = drawn(&seed_with(&[]), ChartKind::CumulativeNet, 860.0);
    chart.title = "\"<script>&".to_owned();
    assert!(svg(&chart, Theme::Light).contains("<title>&quot;&lt;script&gt;&amp;</title>"));
}
