//! What the arrow keys make of a figure.

use groundwork_model::{bounds::Bounds, input::Input};
use groundwork_report::wording::{Kind, NumberStyle, Step, stepped};
use proptest::prelude::*;

const UP: Step = Step { is_up: true, is_coarse: false };
const DOWN: Step = Step { is_up: false, is_coarse: false };
const FAR_UP: Step = Step { is_up: true, is_coarse: true };
const FAR_DOWN: Step = Step { is_up: false, is_coarse: true };

/// The figure after the step as its field shows it; "end" where there is none.
fn after(value: f64, kind: Kind, bounds: &Bounds, step: Step) -> String {
    let next = stepped(value, kind, bounds, step);
    next.map_or("end".to_owned(), |next| NumberStyle::default().editable(next, kind))
}

#[test]
fn shares_step_by_a_point() {
    for (value, step, expected) in [
        (0.7, UP, "71%"),
        (0.7, DOWN, "69%"),
        (0.7, FAR_UP, "80%"),
        (0.57, UP, "58%"),
        (0.29, DOWN, "28%"),
        (0.705, UP, "71%"),
        (0.705, DOWN, "70%"),
        (0.97, FAR_UP, "100%"),
        (1.0, UP, "end"),
        (0.01, DOWN, "end"),
        (0.05, FAR_DOWN, "1%"),
    ] {
        assert_eq!(after(value, Kind::Share, &Bounds::EFFICIENCY, step), expected, "{value}");
    }
}

#[test]
fn amounts_step_by_about_a_hundredth() {
    for (value, step, expected) in [
        (2e6, UP, "$2,020,000"),
        (2e6, DOWN, "$1,990,000"),
        (1.99e6, UP, "$2,000,000"),
        (2e6, FAR_UP, "$2,200,000"),
        (200_000.0, UP, "$202,000"),
        (150_000.0, UP, "$151,000"),
        (1_987_654.0, UP, "$1,990,000"),
        (1_987_654.0, DOWN, "$1,980,000"),
        (0.0, UP, "$1,000"),
        (0.0, DOWN, "end"),
        (5.0, FAR_DOWN, "$0"),
        (1e12, UP, "end"),
    ] {
        assert_eq!(after(value, Kind::Money, &Bounds::MONEY, step), expected, "{value}");
    }
    assert_eq!(after(1.0, Kind::Money, &Bounds::CAPACITY, DOWN), "end", "above 0, not 0");
    let signed = Bounds::SIGNED_MONEY_PER_YEAR;
    assert_eq!(after(0.0, Kind::Money, &signed, DOWN), "−$1,000");
    assert_eq!(after(-2e6, Kind::Money, &signed, DOWN), "−$2,020,000");
    assert_eq!(after(-2e6, Kind::Money, &signed, UP), "−$1,990,000");
}

#[test]
fn months_counts_and_multipliers_step_by_their_unit() {
    assert_eq!(after(3.0, Kind::Whole, &Bounds::MONTHS, UP), "4");
    assert_eq!(after(3.0, Kind::Whole, &Bounds::MONTHS, FAR_DOWN), "1");
    assert_eq!(after(120.0, Kind::Whole, &Bounds::MONTHS, UP), "end");
    assert_eq!(after(2.5, Kind::Number, &Bounds::COUNT_PER_YEAR, UP), "3");
    assert_eq!(after(1.4, Kind::Number, &Bounds::LOADED_MULTIPLIER, UP), "1.5");
    assert_eq!(after(1.4, Kind::Number, &Bounds::LOADED_MULTIPLIER, FAR_UP), "2.4");
}

proptest! {
    #[test]
    fn a_step_stays_in_bounds_and_goes_its_way(
        at in 0..Input::SINGLE.len(),
        place in 0.0..1.0_f64,
        is_up: bool,
        is_coarse: bool,
    ) {
        let bounds = Input::SINGLE[at].spec().bounds;
        for kind in [Kind::Money, Kind::Share, Kind::Number, Kind::Whole] {
            let value = bounds.min + place * (bounds.max - bounds.min);
            if let Some(next) = stepped(value, kind, &bounds, Step { is_up, is_coarse }) {
                prop_assert!(bounds.contains(next));
                prop_assert_eq!(next > value, is_up);
                prop_assert_eq!(next < value, !is_up);
            }
        }
    }

    #[test]
    fn a_step_up_and_one_down_lead_back(hundreds in 1_u32..1_000_000) {
        let start = stepped(f64::from(hundreds) * 100.0, Kind::Money, &Bounds::MONEY, UP);
        let start = start.expect("far below the end");
        let there = stepped(start, Kind::Money, &Bounds::MONEY, UP).expect("far below the end");
        let back = stepped(there, Kind::Money, &Bounds::MONEY, DOWN).expect("far above the end");
        prop_assert_eq!(back.to_bits(), start.to_bits());
    }
}
