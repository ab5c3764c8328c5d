//! Ranges in the ways people write them, in every locale.

use groundwork_report::wording::{Kind, NumberStyle, Typed, parse};
use proptest::prelude::*;

use crate::samples::{account, check, style, styles};

#[test]
fn a_share_give_or_take_some_percent() {
    let told = "0.85..0.9..0.95 / Understood as 85% to 95%, most likely 90%.";
    for text in [
        "90 ± 5",
        "90±5",
        "90 +/- 5",
        "90 +- 5",
        "90 +/− 5",
        "90% ± 5%",
        "90 ± 5%",
        "0.9 ± 0.05",
        "0.9 ± 5%",
        "0.9 ± 5",
        "90 plus or minus 5",
        "90% give or take 5",
        "90 Plus/Minus 5",
        "about 90 ± 5",
    ] {
        check("en-US", Kind::Share, &[(text, told)]);
    }
    check(
        "en-US",
        Kind::Share,
        &[("3 ± 1", "0.02..0.03..0.04 / Understood as 2% to 4%, most likely 3%.")],
    );
}

#[test]
fn an_amount_give_or_take_some_or_a_part_of_it() {
    let told = "180000..200000..220000 / Understood as $180,000 to $220,000, most likely $200,000.";
    for text in [
        "$200k ± 20k",
        "200 ± 20k",
        "200k ± 20",
        "200,000 ± 20,000",
        "$200k ± 10%",
        "200k +/- 10 percent",
    ] {
        check("en-US", Kind::Money, &[(text, told)]);
    }
    check(
        "en-US",
        Kind::Money,
        &[(
            "2M ± 200,000",
            "1800000..2000000..2200000 / Understood as $1,800,000 to $2,200,000, most likely \
             $2,000,000.",
        )],
    );
    check(
        "en-US",
        Kind::Number,
        &[("12 ± 2.5", "9.5..12..14.5 / Understood as 9.5 to 14.5, most likely 12.")],
    );
    check(
        "en-US",
        Kind::Whole,
        &[
            ("6 ± 2", "4..6..8 / Understood as 4 to 8, most likely 6."),
            ("12 ± 10%", "11..12..13 / Understood as 11 to 13, most likely 12."),
            ("6 ± 0.5", "error: “0.5” is not a whole number; type 0 or 1"),
        ],
    );
}

#[test]
fn a_range_in_words() {
    for text in [
        "between 80 and 95",
        "Between 80% and 95%",
        "between 80 to 95",
        "between 80–95",
        "from 80 to 95",
        "from 80% to 95%",
        "From 80 - 95",
    ] {
        check("en-US", Kind::Share, &[(text, "0.8..0.875..0.95")]);
    }
    check("en-US", Kind::Money, &[("between $1M and $2M", "1000000..1500000..2000000")]);
}

#[test]
fn three_figures_one_after_the_other() {
    let told = "0.8..0.9..0.95 / Understood as 80% to 95%, most likely 90%.";
    for text in [
        "80 90 95",
        "80  90   95",
        "80, 90, 95",
        "80,90,95",
        "80/90/95",
        "80 / 90 / 95",
        "80; 90; 95",
        "80% 90% 95%",
        "80 % 90 % 95 %",
        "80%, 90%, 95%",
        "0.8 0.9 0.95",
        "80 90 95%",
    ] {
        check("en-US", Kind::Share, &[(text, told)]);
    }
    let hundred = "0.8..0.9..1 / Understood as 80% to 100%, most likely 90%.";
    for text in ["80 90 100", "80,90,100", "80, 90, 100"] {
        check("en-US", Kind::Share, &[(text, hundred)]);
    }
    let money =
        "150000..200000..300000 / Understood as $150,000 to $300,000, most likely $200,000.";
    for text in [
        "150k 200k 300k",
        "$150k, $200k, $300k",
        "150/200/300k",
        "$150,000, $200,000, $300,000",
        "$ 150k $ 200k $ 300k",
    ] {
        check("en-US", Kind::Money, &[(text, money)]);
    }
}

#[test]
fn a_list_keeps_its_order_and_a_number_stays_one() {
    let list = "95..90..80 / Understood as 95 to 80, most likely 90.";
    check("en-US", Kind::Number, &[("95 90 80", list), ("95,90,80", list)]);
    check(
        "en-US",
        Kind::Number,
        &[("1 234 567", "1234567"), ("100,150,200", "100150200"), ("100 150 200", "100150200")],
    );
    check("fr-FR", Kind::Number, &[("1 234 567,5", "1234567.5")]);
    check("en-IN", Kind::Number, &[("80,90,100", "8090100")]);
    assert!(account("1,234,56", Kind::Number, &style("en-US")).contains("separators"));
}

fn range(text: &str, kind: Kind, style: &NumberStyle) -> Result<(f64, f64, f64), TestCaseError> {
    match parse(text, kind, style).map(|reading| reading.value) {
        Ok(Typed::Range { low, likely, high }) => Ok((low, likely, high)),
        other => Err(TestCaseError::fail(format!("{text:?}: {other:?}"))),
    }
}

proptest! {
    #[test]
    fn every_way_to_write_a_range_says_the_same_in_every_locale(
        low in 2_u8..40, to_likely in 1_u8..30, to_high in 1_u8..29
    ) {
        let [low, likely, high] =
            [low, low + to_likely, low + to_likely + to_high].map(f64::from);
        for style in styles() {
            let [a, b, c] = [low, likely, high].map(|value| style.editable_number(value));
            for kind in [Kind::Money, Kind::Share, Kind::Number, Kind::Whole] {
                let expected = range(&format!("{a}..{b}..{c}"), kind, &style)?;
                for between in [" ", ", ", ",", "/", " / ", "; "] {
                    let text = [a.as_str(), &b, &c].join(between);
                    prop_assert_eq!(range(&text, kind, &style)?, expected, "{}", text);
                }
                let expected = range(&format!("{a} to {c}"), kind, &style)?;
                for text in [format!("between {a} and {c}"), format!("from {a} to {c}")] {
                    prop_assert_eq!(range(&text, kind, &style)?, expected, "{}", text);
                }
            }
        }
    }

    #[test]
    fn give_or_take_has_the_figure_in_its_middle_and_is_read_back(
        cents in 200_i32..1_000_000, off_by in 0_i32..100_000
    ) {
        let (figure, off_by) = (f64::from(cents) / 100.0, f64::from(off_by) / 100.0);
        for style in styles() {
            for kind in [Kind::Money, Kind::Share, Kind::Number] {
                let unit = if kind == Kind::Share { 0.01 } else { 1.0 };
                let written = |value: f64| style.editable_number(value);
                let text = format!("{} ± {}", written(figure), written(off_by));
                let (low, likely, high) = range(&text, kind, &style)?;
                prop_assert!((likely - figure * unit).abs() < 1e-9, "{} {}", text, likely);
                prop_assert!((likely - low - off_by * unit).abs() < 1e-9, "{} {}", text, low);
                prop_assert!((high - likely - off_by * unit).abs() < 1e-9, "{} {}", text, high);
                let shown = style.editable_range(low, likely, high, kind);
                prop_assert_eq!(range(&shown, kind, &style)?, (low, likely, high), "{}", shown);
            }
        }
    }
}
