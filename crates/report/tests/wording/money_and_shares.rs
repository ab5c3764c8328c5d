//! Rounding for people and exact figures.

use groundwork_report::wording::NumberStyle;
use proptest::prelude::*;

use crate::samples::{style, styles};

#[track_caller]
fn check_short(tag: &str, cases: &[(f64, &str)]) {
    let style = style(tag);
    for (amount, expected) in cases {
        assert_eq!(style.short_money(*amount), *expected, "{amount} in {tag}");
    }
}

#[test]
fn large_amounts_have_one_decimal_below_ten_of_their_unit() {
    check_short(
        "en-US",
        &[
            (2_000_000.0, "$2.0M"),
            (7_692.31, "$7.7k"),
            (339_000.0, "$339k"),
            (600_000.0, "$600k"),
            (1_000.0, "$1.0k"),
            (9_949.0, "$9.9k"),
            (12_500.0, "$13k"),
            (1_200_000_000.0, "$1.2B"),
            (12_000_000_000.0, "$12B"),
            (3.5e12, "$3.5T"),
            (1.2e15, "$1,200T"),
            (-200_000.0, "−$200k"),
        ],
    );
}

#[test]
fn rounding_carries_into_the_next_unit() {
    check_short(
        "en-US",
        &[
            (999.0, "$999"),
            (999.4, "$999"),
            (999.6, "$1.0k"),
            (9_950.0, "$10k"),
            (999_499.0, "$999k"),
            (999_600.0, "$1.0M"),
            (999_500_000.0, "$1.0B"),
            (-999_600.0, "−$1.0M"),
        ],
    );
}

#[test]
fn halves_go_away_from_zero_as_a_person_sees_them() {
    check_short(
        "en-US",
        &[
            (1_250.0, "$1.3k"),
            (-1_250.0, "−$1.3k"),
            (1_150_000.0, "$1.2M"),
            (2_450_000.0, "$2.5M"),
            (1.005 * 1_000.0, "$1.0k"),
            (8_050_000.0, "$8.1M"),
        ],
    );
}

#[test]
fn small_amounts_are_whole_unless_they_are_unit_prices() {
    check_short(
        "en-US",
        &[
            (0.0, "$0"),
            (-0.0, "$0"),
            (-0.001, "$0"),
            (0.25, "$0.25"),
            (7.0, "$7"),
            (7.5, "$7.50"),
            (9.999, "$10"),
            (12.4, "$12"),
            (339.4, "$339"),
        ],
    );
    check_short("ja-JP", &[(7.5, "￥8"), (0.4, "￥0"), (1_250_000.0, "￥1.3M")]);
}

#[test]
fn exact_amounts_show_cents_only_when_there_are_any() {
    let style = NumberStyle::default();
    assert_eq!(style.exact_money(2_000_000.0), "$2,000,000");
    assert_eq!(style.exact_money(7_692.307_692), "$7,692.31");
    assert_eq!(style.exact_money(7_692.5), "$7,692.50");
    assert_eq!(style.exact_money(0.1 + 0.2), "$0.30");
    assert_eq!(style.exact_money(-0.004), "$0");
    assert_eq!(style.exact_money(-1_234.0), "−$1,234");
    assert_eq!(NumberStyle::for_locale("ja-JP", "JPY").exact_money(1_234.5), "￥1,235");
}

#[test]
fn amounts_follow_the_locale() {
    check_short("en-GB", &[(339_000.0, "£339k")]);
    check_short("de-DE", &[(2_000_000.0, "2,0M\u{a0}€"), (-200_000.0, "−200k\u{a0}€")]);
    check_short("de-CH", &[(200_000.0, "CHF\u{a0}200k")]);
    check_short("ar-EG", &[(2_000_000.0, "٢٫٠M\u{a0}ج.م.")]);
    assert_eq!(style("en-IN").exact_money(1_234_567.0), "₹12,34,567");
    assert_eq!(style("en-IN").exact_money(123_456_789.0), "₹12,34,56,789");
    assert_eq!(style("de-CH").exact_money(1_234_567.0), "CHF\u{a0}1'234'567");
    assert_eq!(style("fr-FR").exact_money(1_234_567.0), "1\u{202f}234\u{202f}567\u{a0}€");
    assert_eq!(style("sv-SE").exact_money(-1_234.0), "−1\u{a0}234\u{a0}kr");
    assert_eq!(style("pt-BR").exact_money(1_234.5), "R$\u{a0}1.234,50");
    assert_eq!(style("ar-EG").exact_money(1_234.5), "١٬٢٣٤٫٥٠\u{a0}ج.م.");
}

#[test]
fn percent_has_a_decimal_below_ten_when_it_matters_and_where_there_is_just_one() {
    let style = NumberStyle::default();
    let cases = [
        (0.7, "70%"),
        (0.085, "8.5%"),
        (0.05, "5%"),
        (0.0504, "5%"),
        (0.285, "28.5%"),
        (0.285_1, "29%"),
        (0.9 - 0.725, "17.5%"),
        (0.0996, "10%"),
        (0.999, "99.9%"),
        (0.999_9, "100%"),
        (1.0, "100%"),
        (0.0, "0%"),
        (-0.2222, "−22%"),
        (-0.0001, "0%"),
        (12.345, "1,234.5%"),
        (12.345_6, "1,235%"),
    ];
    for (share, expected) in cases {
        assert_eq!(style.percent(share), expected, "{share}");
    }
    assert_eq!(style.percent_with(0.285_714, 2), "28.57%");
    assert_eq!(style.percent_with(0.5, 1), "50.0%");
}

#[test]
fn percent_follows_the_locale() {
    let shown: Vec<String> = styles().iter().map(|style| style.percent(0.085)).collect();
    let nbsp = "8,5\u{a0}%";
    assert_eq!(shown[..3], ["8.5%", "8.5%", "8.5%"]);
    assert_eq!(shown[3..8], [nbsp, "8.5%", style("fr-FR").percent(0.085).as_str(), "8,5%", nbsp]);
    assert_eq!(shown[8..], ["8.5%", "٨٫٥٪"]);
}

#[test]
fn points_are_not_percent() {
    let style = NumberStyle::default();
    assert_eq!(style.points(0.9 - 0.7), "20 points");
    assert_eq!(style.points(0.01), "1 point");
    assert_eq!(style.points(-0.01), "−1 point");
    assert_eq!(style.points(0.015), "1.5 points");
    assert_eq!(style.points(0.0), "0 points");
    assert_eq!(style.points(0.0101), "1 point");
}

#[test]
fn figures_that_do_not_exist_are_not_shown_as_numbers() {
    let style = NumberStyle::default();
    for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert_eq!(style.short_money(value), "unknown");
        assert_eq!(style.exact_money(value), "unknown");
        assert_eq!(style.percent(value), "unknown");
        assert_eq!(style.points(value), "unknown");
        assert_eq!(style.number(value, 2), "unknown");
        assert_eq!(style.months(value), "unknown");
        assert_eq!(style.editable_money(value), "unknown");
    }
}

/// The number a person takes from "$1.2M", and half of its last digit.
fn taken_from(text: &str) -> (f64, f64) {
    let negative = text.starts_with('−');
    let body = text.trim_start_matches(['−', '$']).replace(',', "");
    let (digits, power) = match body.char_indices().last() {
        Some((at, 'k')) => (&body[..at], 3),
        Some((at, 'M')) => (&body[..at], 6),
        Some((at, 'B')) => (&body[..at], 9),
        Some((at, 'T')) => (&body[..at], 12),
        _ => (body.as_str(), 0),
    };
    let decimals = digits.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    let read = |text: String| text.parse::<f64>().expect("digits");
    let value = read(format!("{digits}e{power}"));
    let last = i32::try_from(decimals).expect("few decimals");
    (if negative { -value } else { value }, read(format!("5e{}", power - last - 1)))
}

proptest! {
    #[test]
    fn prose_is_within_half_of_its_last_digit(amount in prop_oneof![
        -1e13..1e13_f64, -1e6..1e6_f64, -2_000.0..2_000.0_f64, -12.0..12.0_f64
    ]) {
        let text = NumberStyle::default().short_money(amount);
        let (value, half) = taken_from(&text);
        prop_assert!((value - amount).abs() <= half + amount.abs() * 1e-13, "{text}");
    }

    #[test]
    fn no_zero_is_negative(amount in -0.01..0.01_f64) {
        for style in styles() {
            let texts = [
                style.short_money(amount),
                style.exact_money(amount),
                style.percent(amount),
                style.number(amount, 2),
            ];
            for text in texts {
                let has_figure = text.chars().any(|c| style.digits[1..].contains(&c));
                prop_assert!(has_figure || !text.contains('−'), "{}", text);
            }
        }
    }

    #[test]
    fn any_number_can_be_shown(value in any::<f64>()) {
        for style in styles() {
            style.short_money(value);
            style.exact_money(value);
            style.percent(value);
            style.points(value);
            style.counted(value, "ticket", "tickets");
        }
    }
}
