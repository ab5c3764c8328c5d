//! What the browser's `Intl` says about ten locales is understood, written and read back.

use groundwork::browser::number_style::number_style;
use groundwork_report::wording::{Kind, NumberStyle, Typed, parse};
use wasm_bindgen_test::{console_log, wasm_bindgen_test};

/// Each with its own currency.
const LOCALES: [(&str, &str); 10] = [
    ("en-US", "USD"),
    ("en-GB", "GBP"),
    ("en-IN", "INR"),
    ("de-DE", "EUR"),
    ("de-CH", "CHF"),
    ("fr-FR", "EUR"),
    ("pt-BR", "BRL"),
    ("sv-SE", "SEK"),
    ("ja-JP", "JPY"),
    ("ar-EG", "EGP"),
];

/// Locales whose rows differ from this browser's ICU in a detail that is known: see the module of
/// the table.
const KNOWN_TO_DIFFER: [&str; 1] = ["de-CH"];

#[wasm_bindgen_test]
fn figures_written_in_the_readers_style_are_read_back() {
    for (tag, currency) in LOCALES {
        let style = number_style(tag, currency);
        assert_eq!(style.currency.code, currency, "{tag}");
        let amounts = [0.0, 5.0, 1_234.0, 1_234_567.5, -200_000.0, 1e12, 0.07];
        check(tag, &style, Kind::Money, &amounts);
        check(tag, &style, Kind::Share, &[0.7, 0.285_714, 1.0, -0.05, 0.01]);
        check(tag, &style, Kind::Number, &[12.5, 1_234.0, 12_345_678.0, -0.125]);
        check(tag, &style, Kind::Whole, &[1.0, 12.0, 1_234.0]);
    }
}

#[track_caller]
fn check(tag: &str, style: &NumberStyle, kind: Kind, values: &[f64]) {
    for value in values {
        let text = style.editable(*value, kind);
        let read = parse(&text, kind, style).map(|reading| reading.value);
        assert_eq!(read, Ok(Typed::One(*value)), "{tag}: {text:?}");
    }
}

#[wasm_bindgen_test]
fn styles_of_the_browser_are_those_of_the_table() {
    for (tag, currency) in LOCALES {
        let (asked, table) = (number_style(tag, currency), NumberStyle::for_locale(tag, currency));
        if asked != table {
            console_log!("{tag}: the browser says {asked:?}, the table {table:?}");
            assert!(KNOWN_TO_DIFFER.contains(&tag), "{tag}: {asked:?} is not {table:?}");
            // Whatever one writes, the other reads.
            for (writer, reader) in [(&asked, &table), (&table, &asked)] {
                let text = writer.editable(1_234_567.5, Kind::Money);
                let read = parse(&text, Kind::Money, reader).map(|reading| reading.value);
                assert_eq!(read, Ok(Typed::One(1_234_567.5)), "{tag}: {text:?}");
            }
        }
    }
}

#[wasm_bindgen_test]
fn numbers_are_written_as_the_reader_is_used_to() {
    let money = |tag, currency, amount| number_style(tag, currency).exact_money(amount);
    assert_eq!(money("en-US", "USD", 1_234_567.5), "$1,234,567.50");
    assert_eq!(money("en-IN", "INR", 1_234_567.0), "₹12,34,567");
    assert_eq!(money("de-DE", "EUR", 1_234_567.5), "1.234.567,50\u{a0}€");
    assert_eq!(money("ja-JP", "JPY", 1_234.0), "￥1,234");
    assert_eq!(number_style("ar-EG", "EGP").percent(0.7), "٧٠٪");
}

#[wasm_bindgen_test]
fn no_locale_at_all_still_gives_a_style() {
    let style = number_style("", "USD");
    check("no locale", &style, Kind::Money, &[1_234_567.5]);
}
