//! What a field shows is what it reads.

use groundwork_report::wording::{Kind, NumberStyle, Typed, parse};
use proptest::prelude::*;

use crate::samples::{style, styles};

const KINDS: [Kind; 3] = [Kind::Money, Kind::Share, Kind::Number];

/// Figures people type, figures that were computed, and any others.
fn figures() -> impl Strategy<Value = f64> {
    let typed = (-1_000_000_000_i64..1_000_000_000, 0_u8..5).prop_map(|(digits, decimals)| {
        format!("{digits}e-{decimals}").parse::<f64>().expect("a decimal number")
    });
    let any_finite = any::<f64>().prop_filter("finite", |value| value.is_finite());
    prop_oneof![typed, -1e12..1e12_f64, 0.0..1.0_f64, any_finite]
}

fn read(text: &str, kind: Kind, style: &NumberStyle) -> Result<Typed, String> {
    parse(text, kind, style).map(|reading| reading.value).map_err(|e| format!("{text:?}: {e}"))
}

#[test]
fn fields_show_full_precision() {
    let american = style("en-US");
    assert_eq!(american.editable_money(2_000_000.0), "$2,000,000");
    assert_eq!(american.editable_money(7_692.5), "$7,692.50");
    assert_eq!(american.editable_money(-0.125), "−$0.125");
    assert_eq!(american.editable_percent(0.7), "70%");
    assert_eq!(american.editable_percent(0.07), "7%");
    assert_eq!(american.editable_percent(0.285_714), "28.5714%");
    assert_eq!(american.editable_number(1_234.5), "1,234.5");
    assert_eq!(american.editable_number(1.5e30), "1.5e30");
    assert_eq!(american.editable_number(1e-30), "1e-30");
    assert_eq!(american.editable(12.0, Kind::Whole), "12");
    assert_eq!(style("ja-JP").editable_money(1_234.0), "￥1,234");
    assert_eq!(style("fr-FR").editable_number(1_234.5), "1\u{202f}234,5");
}

#[test]
fn ranges_show_two_figures_when_the_third_is_their_middle() {
    let american = style("en-US");
    assert_eq!(american.editable_range(0.8, 0.875, 0.95, Kind::Share), "80% to 95%");
    assert_eq!(american.editable_range(0.8, 0.9, 0.95, Kind::Share), "80% .. 90% .. 95%");
    assert_eq!(american.editable_range(3.0, 5.0, 6.0, Kind::Whole), "3 to 6");
    let german = style("de-DE");
    let shown = german.editable_range(1e6, 1.5e6, 2e6, Kind::Money);
    assert_eq!(shown, "1.000.000\u{a0}€ to 2.000.000\u{a0}€");
}

proptest! {
    #[test]
    fn every_figure_is_read_back_to_the_bit(value in figures()) {
        for style in styles() {
            for kind in KINDS {
                let text = style.editable(value, kind);
                // Adding zero turns -0 into 0, which is how it is shown.
                let expected = Ok(Typed::One(value + 0.0));
                prop_assert_eq!(read(&text, kind, &style), expected, "{}", text);
            }
        }
    }

    #[test]
    fn every_range_is_read_back_to_the_bit(
        low in figures(), likely in figures(), high in figures(), halfway in any::<bool>()
    ) {
        let likely = if halfway { f64::midpoint(low, high) } else { likely };
        for style in styles() {
            for kind in KINDS {
                let text = style.editable_range(low, likely, high, kind);
                let expected = Ok(Typed::Range { low, likely, high });
                prop_assert_eq!(read(&text, kind, &style), expected, "{}", text);
            }
        }
    }

    #[test]
    fn whole_numbers_are_read_back(value in -1_000_000_i32..1_000_000) {
        for style in styles() {
            let text = style.editable(f64::from(value), Kind::Whole);
            let expected = Ok(Typed::One(f64::from(value)));
            prop_assert_eq!(read(&text, Kind::Whole, &style), expected);
        }
    }

    #[test]
    fn usual_amounts_are_read_back_without_a_question(cents in -1_000_000_000_i64..1_000_000_000) {
        let amount: f64 = format!("{cents}e-2").parse().expect("a decimal number");
        for style in styles().iter().filter(|style| style.currency.minor_digits == 2) {
            let reading = parse(&style.editable_money(amount), Kind::Money, style);
            prop_assert_eq!(reading.map(|reading| reading.echo), Ok(None));
        }
    }

    #[test]
    fn exact_and_short_amounts_are_read_near_what_they_show(amount in -1e12..1e12_f64) {
        for style in styles() {
            for (text, gap) in [(style.exact_money(amount), 0.51_f64), (style.short_money(amount), 1e12)] {
                let Ok(Typed::One(value)) = read(&text, Kind::Money, &style) else {
                    return Err(TestCaseError::fail(text));
                };
                let near = gap.min(0.51 + amount.abs() * 0.051);
                prop_assert!((value - amount).abs() <= near, "{text} read as {value}");
            }
        }
    }
}
