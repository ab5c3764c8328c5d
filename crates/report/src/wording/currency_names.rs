//! Currencies by their names, and what a person types to choose one.

use super::currencies::SIGNS;

/// Currencies most cases are in, by code and English name; any other code of three letters can be
/// chosen too.
pub const COMMON_CURRENCIES: [(&str, &str); 24] = [
    ("USD", "US dollar"),
    ("EUR", "Euro"),
    ("GBP", "Pound sterling"),
    ("AUD", "Australian dollar"),
    ("BRL", "Brazilian real"),
    ("CAD", "Canadian dollar"),
    ("CHF", "Swiss franc"),
    ("CNY", "Chinese yuan"),
    ("CZK", "Czech koruna"),
    ("DKK", "Danish krone"),
    ("EGP", "Egyptian pound"),
    ("HKD", "Hong Kong dollar"),
    ("ILS", "Israeli new shekel"),
    ("INR", "Indian rupee"),
    ("JPY", "Japanese yen"),
    ("KRW", "South Korean won"),
    ("MXN", "Mexican peso"),
    ("NOK", "Norwegian krone"),
    ("NZD", "New Zealand dollar"),
    ("PLN", "Polish zloty"),
    ("SEK", "Swedish krona"),
    ("SGD", "Singapore dollar"),
    ("TRY", "Turkish lira"),
    ("ZAR", "South African rand"),
];

/// Why a text does not name a currency.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CurrencyError {
    /// A sign or word of several currencies.
    #[error("“{text}” may be {codes}; type the three letters of one")]
    Several {
        /// What was typed.
        text: String,
        /// The codes it may stand for.
        codes: String,
    },
    /// Neither a code nor a name or sign known here.
    #[error("“{text}” is not a currency known here; type its three letters, such as USD or EUR")]
    Unknown {
        /// What was typed, shortened to 40 characters.
        text: String,
    },
}

/// The ISO 4217 code of what was typed: a code in any capitals, a name, or a sign only one currency
/// has.
///
/// # Errors
///
/// See [`CurrencyError`]; its text is a sentence for the person who typed.
///
/// # Example
///
/// ```
/// use groundwork_report::wording::currency_code;
///
/// assert_eq!(currency_code("eur")?, "EUR");
/// assert_eq!(currency_code("€")?, "EUR");
/// assert_eq!(currency_code("Swiss franc")?, "CHF");
/// # Ok::<(), groundwork_report::wording::CurrencyError>(())
/// ```
pub fn currency_code(text: &str) -> Result<String, CurrencyError> {
    let text = text.trim();
    let sign = SIGNS.iter().find(|(sign, _)| sign.eq_ignore_ascii_case(text));
    if let Some((_, codes)) = sign {
        return match codes.split_once(' ') {
            None => Ok((*codes).to_owned()),
            Some(_) => Err(CurrencyError::Several { text: text.to_owned(), codes: any_of(codes) }),
        };
    }
    let named = COMMON_CURRENCIES.iter().find(|(_, name)| name.eq_ignore_ascii_case(text));
    if let Some((code, _)) = named {
        return Ok((*code).to_owned());
    }
    if text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return Ok(text.to_ascii_uppercase());
    }
    Err(CurrencyError::Unknown { text: text.chars().take(40).collect() })
}

/// Codes a sign may stand for, in words: "JPY or CNY"; of many, the first three.
pub(super) fn any_of(codes: &str) -> String {
    let all: Vec<&str> = codes.split(' ').collect();
    match all.as_slice() {
        [first, second, third, _, _, ..] => format!("{first}, {second}, {third} or another"),
        [earlier @ .., last] if !earlier.is_empty() => format!("{} or {last}", earlier.join(", ")),
        _ => codes.to_owned(),
    }
}
