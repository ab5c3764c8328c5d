//! The running totals of several cases over each other.

use expect_test::expect_file;
use groundwork_model::{
    estimate::Estimate,
    evaluation::{Evaluation, evaluate},
    input::Input,
};
use groundwork_report::{
    charts::{Area, Chart, Outline, Overlaid, Point, Theme, overlaid, svg, text_box},
    document::Writer,
    wording::NumberStyle,
};
use proptest::prelude::*;

use crate::{
    groups::{Group, groups},
    seed::{seed_with, seed_without_start},
};

fn drawn(group: &Group, width: f64) -> Option<Chart> {
    let sides = group.sides();
    let numbered = (0..).zip(&sides);
    let cases = numbered
        .filter_map(|(case, side)| Some(Overlaid { name: &side.name, case, writer: side.writer? }));
    overlaid(&cases.collect::<Vec<_>>(), width)
}

#[test]
fn pictures_of_several_cases() {
    for (name, file) in [
        ("One input changed", "pair"),
        ("Three cases", "three"),
        ("A losing one beside a good one", "losing"),
        ("Different horizons", "horizons"),
        ("Different beginnings", "beginnings"),
        ("Equal cases", "equal"),
    ] {
        let all = groups();
        let group = all.iter().find(|group| group.name == name).unwrap();
        for (width, digits) in [(360.0, "360"), (860.0, "860")] {
            let picture = svg(&drawn(group, width).unwrap(), Theme::Light);
            let file = format!("../../../../tests/golden/side_by_side/{file}-{digits}.svg");
            expect_file![file].assert_eq(&picture);
        }
    }
}

#[test]
fn nothing_is_drawn_where_amounts_have_no_scale_in_common() {
    for name in ["Different currencies", "One that cannot be computed yet"] {
        let all = groups();
        let group = all.iter().find(|group| group.name == name).unwrap();
        assert_eq!(drawn(group, 860.0), None, "{name}");
    }
}

#[test]
fn every_figure_of_the_picture_is_one_of_the_case_it_names() {
    for group in groups() {
        let Some(chart) = drawn(&group, 860.0) else { continue };
        let evaluation =
            |case: u8| group.sides[usize::from(case)].2.as_ref().expect("a case that is drawn");
        let cells = chart.data.rows.iter().flat_map(|row| &row.cells);
        let values = chart.readings.iter().flat_map(|reading| &reading.values);
        let figures = values.map(|value| &value.figure).chain(cells);
        for figure in figures.chain(chart.description.figures()) {
            assert!(evaluation(figure.case).figure(figure.id).is_some(), "{}", group.name);
        }
        for shape in &chart.scene.shapes {
            if let Outline::Text { figure: Some(id), text, .. } = &shape.outline {
                assert!(evaluation(0).figure(*id).is_some(), "{text}");
            }
        }
    }
}

fn any_name() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("Auth service".to_owned()),
        Just("Auth service (variant)".to_owned()),
        Just("W".repeat(120)),
        Just("支払い処理の技術的負債を減らすための投資".to_owned()),
        "[ -~]{1,60}",
    ]
}

prop_compose! {
    fn any_case()(
        amount in prop_oneof![Just(0.0), Just(1e12), 1e3..1e7_f64],
        after in 0.01..1.0_f64,
        months in (2..=120_u32, 1..=24_u32, 1..=24_u32),
        start in proptest::option::of((1970..=2200_u32, 1..=12_u32)),
    ) -> Evaluation {
        let (horizon, first, length) = months;
        let mut builder = match start {
            Some(_) => seed_without_start(&[]),
            None => seed_with(&[]),
        };
        for (input, value) in [
            (Input::Amount, amount),
            (Input::EfficiencyAfter, after),
            (Input::HorizonMonths, f64::from(horizon)),
            (Input::FirstMonth, f64::from(first)),
            (Input::InvestmentMonths, f64::from(length)),
        ] {
            builder.enter(input, Estimate::exact(value).unwrap()).unwrap();
        }
        if let Some((year, month)) = start {
            builder.start(format!("{year}-{month:02}").parse().unwrap());
        }
        evaluate(&builder.build().unwrap())
    }
}

fn overlap(one: &Area, other: &Area) -> bool {
    one.x < other.x + other.width
        && other.x < one.x + one.width
        && one.y < other.y + other.height
        && other.y < one.y + one.height
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_two_texts_of_it_overlap_and_none_leaves_it(
        cases in prop::collection::vec((any_name(), any_case()), 2..=3),
        width in 320.0..1400.0_f64,
        tag in prop::sample::select(vec!["en-US", "de-DE", "ar-EG", "en-IN"]),
    ) {
        let style = NumberStyle::for_locale(tag, "USD");
        let numbered = (0..).zip(&cases);
        let overlaid_cases: Vec<Overlaid<'_>> = numbered
            .map(|(case, (name, evaluation))| {
                Overlaid { name, case, writer: Writer { evaluation, style: &style } }
            })
            .collect();
        let chart = overlaid(&overlaid_cases, width).unwrap();
        let scene = &chart.scene;
        let boxes: Vec<Area> = scene.shapes.iter().filter_map(text_box).collect();
        for (position, room) in boxes.iter().enumerate() {
            let is_inside = room.x >= 0.0
                && room.y >= 0.0
                && room.x + room.width <= scene.width
                && room.y + room.height <= scene.height;
            prop_assert!(is_inside, "{:?} of {:?}", room, scene.width);
            prop_assert!(!boxes[position + 1..].iter().any(|other| overlap(room, other)));
        }
        for shape in &scene.shapes {
            if let Outline::Line(points) | Outline::Polygon(points) = &shape.outline {
                for Point { x, y } in points {
                    prop_assert!((0.0..=scene.width).contains(x), "{:?}", shape);
                    prop_assert!((0.0..=scene.height).contains(y), "{:?}", shape);
                }
            }
        }
        let months = chart.data.rows.len();
        prop_assert_eq!(chart.readings.len(), months + 1);
    }
}
