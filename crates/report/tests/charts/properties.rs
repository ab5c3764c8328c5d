//! What holds for any case, any chart and any width.

use groundwork_model::{
    benefit::Tag,
    case::{CaseBuilder, CostLine},
    estimate::Estimate,
    evaluation::{Evaluation, evaluate},
    input::{CostInput, Input},
    investment::PaidFrom,
};
use groundwork_report::{
    charts::{Area, Chart, ChartKind, Outline, Point, chart, kinds_for, text_box},
    document::Writer,
    wording::NumberStyle,
};
use proptest::prelude::*;

use crate::uncertain::{FEW, around, estimated, with_draws};

/// Amounts that are usual, and the least and the most there may be.
fn amount() -> impl Strategy<Value = f64> {
    prop_oneof![Just(0.0), Just(1.0), Just(1e12), 1e3..1e7_f64, 1.0..1e12_f64]
}

fn share() -> impl Strategy<Value = f64> {
    prop_oneof![Just(0.0), Just(1.0), 0.0..1.0_f64]
}

fn efficiency() -> impl Strategy<Value = f64> {
    prop_oneof![Just(0.01), Just(0.7), Just(0.7001), Just(1.0), 0.01..1.0_f64]
}

prop_compose! {
    fn any_case()(
        numbers in (amount(), amount(), efficiency(), efficiency()),
        months in (1..=120_u32, 1..=120_u32, prop_oneof![1..=6_u32, 1..=120_u32], 0..=24_u32),
        shares in (share(), 0.0..0.3_f64, 0.0..0.5_f64, prop_oneof![Just(0.0), 0.0..0.2_f64]),
        rates in (prop_oneof![Just(0.0), 0.0..5.0_f64], share()),
        start in proptest::option::of((1970..=2200_u32, 1..=12_u32)),
        is_bought in any::<bool>(),
        late_cost in proptest::option::of((amount(), 1..=120_u32)),
        draws in proptest::option::of((any_ranges(), share(), prop_oneof![Just(0.0), 0.0..3.0_f64])),
    ) -> Evaluation {
        let (capacity, investment, now, after) = numbers;
        let (horizon, first, length, ramp_up) = months;
        let (realised, accrual, dip, upkeep) = shares;
        let mut builder = CaseBuilder::new();
        let entries = [
            (Input::AnnualCost, capacity.max(1.0)),
            (Input::Amount, investment),
            (Input::EfficiencyNow, now),
            (Input::EfficiencyAfter, after),
            (Input::HorizonMonths, f64::from(horizon)),
            (Input::FirstMonth, f64::from(first.min(horizon + 3).min(120))),
            (Input::InvestmentMonths, f64::from(length)),
            (Input::RampUpMonths, f64::from(ramp_up)),
            (Input::Realised, realised),
            (Input::AccrualPerYear, accrual),
            (Input::Dip, dip),
            (Input::UpkeepShare, upkeep),
            (Input::InterestRate, rates.0),
            (Input::Confidence, rates.1),
        ];
        for (input, value) in entries {
            builder.enter(input, Estimate::exact(value).unwrap()).unwrap();
        }
        if let Some((once, month)) = late_cost {
            let (id, label) = ("c1".to_owned(), "Late".to_owned());
            let line = builder.add_cost(CostLine { id, label, tag: Tag::Cash });
            let numbers = [(CostInput::Once, once), (CostInput::Month, f64::from(month))];
            for (input, value) in numbers {
                builder.enter(Input::Cost(line, input), Estimate::exact(value).unwrap()).unwrap();
            }
        }
        if let Some((year, month)) = start {
            builder.start(format!("{year}-{month:02}").parse().unwrap());
        }
        builder.paid_from(if is_bought { PaidFrom::Money } else { PaidFrom::Capacity });
        let Some((ranges, failure, slip)) = draws else {
            return evaluate(&builder.build().unwrap());
        };
        let single = [(Input::FailureProbability, failure), (Input::Slip, slip)];
        for (input, value) in single {
            builder.enter(input, Estimate::exact(value).unwrap()).unwrap();
        }
        let likely = |input| entries.iter().find(|(entered, _)| *entered == input).unwrap().1;
        let ranges: Vec<_> = DRAWN
            .into_iter()
            .zip(ranges)
            .filter_map(|(input, range)| Some((input, around(input, likely(input), range?))))
            .collect();
        with_draws(estimated(builder, &ranges), FEW)
    }
}

/// Inputs that may be drawn.
const DRAWN: [Input; 7] = [
    Input::AnnualCost,
    Input::Amount,
    Input::EfficiencyNow,
    Input::EfficiencyAfter,
    Input::Realised,
    Input::Dip,
    Input::UpkeepShare,
];

/// For each of them, how far its range reaches, where it has one.
fn any_ranges() -> impl Strategy<Value = [Option<(f64, f64)>; 7]> {
    let range = || proptest::option::of((share(), share()));
    [range(), range(), range(), range(), range(), range(), range()]
}

fn any_style() -> impl Strategy<Value = NumberStyle> {
    let locales =
        [("en-US", "USD"), ("de-DE", "EUR"), ("en-IN", "INR"), ("ar-EG", "EGP"), ("de-CH", "CHF")];
    prop::sample::select(locales.to_vec())
        .prop_map(|(tag, currency)| NumberStyle::for_locale(tag, currency))
}

fn points(outline: &Outline) -> Vec<Point> {
    match outline {
        Outline::Line(points) | Outline::Polygon(points) => points.clone(),
        Outline::Circle { center, .. } => vec![*center],
        Outline::Text { at, .. } => vec![*at],
    }
}

fn overlap(one: &Area, other: &Area) -> bool {
    one.x < other.x + other.width
        && other.x < one.x + one.width
        && one.y < other.y + other.height
        && other.y < one.y + one.height
}

fn everything_is_inside(chart: &Chart) -> Result<(), TestCaseError> {
    let scene = &chart.scene;
    for shape in &scene.shapes {
        for Point { x, y } in points(&shape.outline) {
            prop_assert!((0.0..=scene.width).contains(&x), "{:?}", shape);
            prop_assert!((0.0..=scene.height).contains(&y), "{:?}", shape);
            for coordinate in [x, y] {
                prop_assert!((coordinate * 8.0).fract().abs() <= 0.0, "{:?}", shape);
            }
        }
    }
    Ok(())
}

fn texts_can_all_be_read(chart: &Chart) -> Result<(), TestCaseError> {
    let scene = &chart.scene;
    let boxes: Vec<_> =
        scene.shapes.iter().filter_map(|shape| text_box(shape).map(|room| (shape, room))).collect();
    for (position, (shape, room)) in boxes.iter().enumerate() {
        let is_inside = room.x >= 0.0
            && room.y >= 0.0
            && room.x + room.width <= scene.width
            && room.y + room.height <= scene.height;
        prop_assert!(is_inside, "{:?} in {:?}", shape, room);
        for (other, taken) in &boxes[position + 1..] {
            prop_assert!(!overlap(room, taken), "{:?} and {:?}", shape, other);
        }
    }
    Ok(())
}

/// A reading for every month and one for the start, for every bin, or for every bar that is drawn.
fn readings_follow_what_is_drawn(
    chart: &Chart,
    kind: ChartKind,
    evaluation: &Evaluation,
) -> Result<(), TestCaseError> {
    let months = evaluation.timeline.months().len();
    let rows = chart.data.rows.len();
    match kind {
        ChartKind::Tornado => prop_assert_eq!(chart.readings.len(), rows.min(8)),
        ChartKind::Distribution => prop_assert_eq!(chart.readings.len(), rows),
        _ => {
            prop_assert_eq!(chart.readings.len(), months + 1);
            prop_assert_eq!(rows, months);
        }
    }
    for pair in chart.readings.windows(2) {
        let is_further = match (pair[0].y, pair[1].y) {
            (Some(above), Some(below)) => above < below,
            (one, other) => one.is_none() && other.is_none() && pair[0].x < pair[1].x,
        };
        prop_assert!(is_further, "{} and {}", pair[0].when, pair[1].when);
    }
    let plot = &chart.scene.plot;
    for reading in &chart.readings {
        prop_assert!((plot.x - 0.2..=plot.x + plot.width + 0.2).contains(&reading.x));
        for value in &reading.values {
            prop_assert!((plot.y - 0.2..=plot.y + plot.height + 0.2).contains(&value.y));
            prop_assert!((plot.x - 0.2..=plot.x + plot.width + 0.2).contains(&value.x));
            prop_assert!(evaluation.figure(value.figure.id).is_some());
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn any_case_is_drawn_within_its_picture_and_can_be_read(
        evaluation in any_case(),
        style in any_style(),
        width in 320.0..1400.0_f64,
    ) {
        let writer = Writer { evaluation: &evaluation, style: &style };
        for kind in kinds_for(&evaluation) {
            let chart = chart(writer, kind, width);
            everything_is_inside(&chart)?;
            texts_can_all_be_read(&chart)?;
            readings_follow_what_is_drawn(&chart, kind, &evaluation)?;
            for shape in &chart.scene.shapes {
                if let Outline::Text { figure: Some(id), text, .. } = &shape.outline {
                    prop_assert!(evaluation.figure(*id).is_some(), "{}: {text}", id.path());
                }
            }
            for span in chart.description.figures() {
                prop_assert!(evaluation.figure(span.id).is_some(), "{}", span.id.path());
            }
        }
    }

    #[test]
    fn any_width_gives_a_picture(width in prop::num::f64::ANY) {
        let evaluation = crate::cases::seed_with(&[]);
        let chart = crate::cases::drawn(&evaluation, ChartKind::CumulativeNet, width);
        prop_assert!((320.0..=1400.0).contains(&chart.scene.width));
    }
}
