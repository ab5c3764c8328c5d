//! Signs and codes of currencies as people type them.

use super::style::NumberStyle;

/// Signs and words, and the currencies each may stand for.
pub(super) const SIGNS: [(&str, &str); 31] = [
    ("US$", "USD"),
    ("$US", "USD"),
    ("C$", "CAD"),
    ("CA$", "CAD"),
    ("A$", "AUD"),
    ("NZ$", "NZD"),
    ("S$", "SGD"),
    ("HK$", "HKD"),
    ("MX$", "MXN"),
    ("R$", "BRL"),
    ("$", "USD CAD AUD NZD SGD HKD MXN CLP COP ARS TWD"),
    ("US dollars", "USD"),
    ("dollars", "USD CAD AUD NZD SGD HKD TWD"),
    ("€", "EUR"),
    ("euro", "EUR"),
    ("euros", "EUR"),
    ("£", "GBP"),
    ("pounds", "GBP EGP"),
    ("E£", "EGP"),
    ("LE", "EGP"),
    ("¥", "JPY CNY"),
    ("￥", "JPY CNY"),
    ("円", "JPY"),
    ("yen", "JPY"),
    ("₹", "INR"),
    ("Rs", "INR PKR LKR NPR"),
    ("kr", "SEK NOK DKK ISK"),
    ("Fr", "CHF"),
    ("zł", "PLN"),
    ("₩", "KRW"),
    ("₽", "RUB"),
];

/// Codes that are taken for a currency when they stand beside a figure.
const CODES: [&str; 40] = [
    "USD", "EUR", "GBP", "INR", "CHF", "BRL", "SEK", "JPY", "EGP", "CAD", "AUD", "NZD", "SGD",
    "HKD", "MXN", "CLP", "COP", "ARS", "TWD", "CNY", "NOK", "DKK", "ISK", "PLN", "CZK", "HUF",
    "RON", "BGN", "TRY", "ILS", "ZAR", "AED", "SAR", "KRW", "THB", "IDR", "MYR", "PHP", "PKR",
    "NGN",
];

/// An end of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// The beginning.
    Front,
    /// The end.
    Back,
}

/// A currency found at an end of a text.
pub(super) struct Found {
    /// Bytes it takes there.
    pub(super) length: usize,
    /// Whether it is, or may stand for, the style's own currency.
    pub(super) is_own: bool,
    /// The codes it may stand for; empty for the style's own sign and code.
    pub(super) codes: &'static str,
}

/// The longest sign, word or code of a currency at that end; the style's own come first.
///
/// `own_sign` is the style's sign as normalized text.
pub(super) fn find(text: &str, end: End, own_sign: &str, style: &NumberStyle) -> Option<Found> {
    let code = style.currency.code.as_str();
    let own = [(own_sign, true, ""), (code, true, "")];
    let signs = SIGNS.iter().map(|(sign, codes)| {
        let is_own = codes.split(' ').any(|c| c == code);
        (*sign, is_own, *codes)
    });
    let codes = CODES.iter().map(|other| (*other, *other == code, *other));
    own.into_iter()
        .chain(signs)
        .chain(codes)
        .filter(|(sign, ..)| !sign.is_empty() && stands_at(text, sign, end))
        .map(|(sign, is_own, codes)| Found { length: sign.len(), is_own, codes })
        .reduce(|best, found| if found.length > best.length { found } else { best })
}

/// Whether `sign` stands at that end, in any mix of capitals.
fn stands_at(text: &str, sign: &str, end: End) -> bool {
    let found = match end {
        End::Front => text.get(..sign.len()),
        End::Back => text.len().checked_sub(sign.len()).and_then(|start| text.get(start..)),
    };
    found.is_some_and(|found| found.eq_ignore_ascii_case(sign))
}
