//! The ten styles and a one-line account of what was read.

use groundwork_report::wording::{Kind, NumberStyle, Reading, Typed, parse};

/// The locales of the table, each with its own currency.
pub(crate) const LOCALES: [(&str, &str); 10] = [
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

/// The style of a locale in its own currency.
pub(crate) fn style(tag: &str) -> NumberStyle {
    let currency = LOCALES.iter().find(|(known, _)| *known == tag).map_or("USD", |row| row.1);
    NumberStyle::for_locale(tag, currency)
}

/// All ten styles.
pub(crate) fn styles() -> Vec<NumberStyle> {
    LOCALES.iter().map(|(tag, currency)| NumberStyle::for_locale(tag, currency)).collect()
}

/// What was read, on one line: `0.8..0.875..0.95`, then the echo if there is one, or the message.
pub(crate) fn account(text: &str, kind: Kind, style: &NumberStyle) -> String {
    let Reading { value, echo } = match parse(text, kind, style) {
        Ok(reading) => reading,
        Err(error) => return format!("error: {error}"),
    };
    let value = match value {
        Typed::One(value) => value.to_string(),
        Typed::Range { low, likely, high } => format!("{low}..{likely}..{high}"),
    };
    match echo {
        Some(echo) => format!("{value} / {echo}"),
        None => value,
    }
}

/// Checks many `(typed, expected account)` pairs and names every one that differs.
pub(crate) fn check(tag: &str, kind: Kind, cases: &[(&str, &str)]) {
    let style = style(tag);
    let differing: Vec<String> = cases
        .iter()
        .map(|(text, expected)| (text, expected, account(text, kind, &style)))
        .filter(|(_, expected, actual)| actual != *expected)
        .map(|(text, expected, actual)| format!("{text:?}: {actual:?}, expected {expected:?}"))
        .collect();
    assert!(differing.is_empty(), "{tag}, {kind:?}:\n{}", differing.join("\n"));
}
