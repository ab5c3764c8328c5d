//! How the reader's locale writes numbers, asked of the browser once for each currency.

use groundwork_report::wording::{IntlPart, IntlParts, NumberStyle};
use js_sys::{Array, Intl::NumberFormat, Object, Reflect};
use wasm_bindgen::JsValue;

/// The style of a locale such as `de-DE` for amounts in `currency`, three capital letters.
///
/// Falls back to the table of known locales where `Intl` answers in a way nobody knows.
pub fn number_style(locale: &str, currency: &str) -> NumberStyle {
    let format = |options: &[(&str, JsValue)]| {
        let object = Object::new();
        for (name, value) in options {
            // A fresh object takes any property.
            let _ = Reflect::set(&object, &JsValue::from_str(name), value);
        }
        let locales = if locale.is_empty() { Array::new() } else { Array::of1(&locale.into()) };
        NumberFormat::new(&locales, &object)
    };
    let plain = format(&[]);
    let money = format(&[("style", "currency".into()), ("currency", currency.into())]);
    let percent = format(&[("style", "percent".into())]);
    let digits = format(&[("useGrouping", JsValue::FALSE)]);

    let [number, thousand] = [1_234_567.5, 1_234.0].map(|value| Parts::of(&plain, value));
    let (amount, half) = (Parts::of(&money, 12.0), Parts::of(&percent, 0.5));
    let all_digits: String =
        Parts::of(&digits, 9_876_543_210.0).0.into_iter().map(|(_, value)| value).collect();
    NumberStyle::from_intl(&IntlParts {
        code: currency,
        minor_digits: minor_digits(&money),
        number: &number.as_intl(),
        thousand: &thousand.as_intl(),
        money: &amount.as_intl(),
        percent: &half.as_intl(),
        digits: &all_digits,
    })
    .unwrap_or_else(|| NumberStyle::for_locale(locale, currency))
}

/// What `formatToParts` gave: type and value of each part.
struct Parts(Vec<(String, String)>);

impl Parts {
    fn of(format: &NumberFormat, value: f64) -> Self {
        let text = |part: &JsValue, name: &str| {
            let value = Reflect::get(part, &JsValue::from_str(name)).ok();
            value.and_then(|value| value.as_string()).unwrap_or_default()
        };
        let parts = format.format_to_parts(value);
        Self(parts.iter().map(|part| (text(&part, "type"), text(&part, "value"))).collect())
    }

    fn as_intl(&self) -> Vec<IntlPart<'_>> {
        self.0.iter().map(|(kind, value)| IntlPart { kind, value }).collect()
    }
}

/// Decimals of the currency's smallest coin.
fn minor_digits(money: &NumberFormat) -> u8 {
    let options = money.resolved_options();
    let digits = Reflect::get(&options, &JsValue::from_str("maximumFractionDigits")).ok();
    // Intl gives 0 to 100; no currency has more than four.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let digits = digits.and_then(|digits| digits.as_f64()).unwrap_or(2.0).clamp(0.0, 4.0) as u8;
    digits
}
