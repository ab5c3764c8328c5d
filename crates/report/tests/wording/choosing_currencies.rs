//! What a person types to choose the currency of a case.

use groundwork_report::wording::{COMMON_CURRENCIES, currency_code};

#[test]
fn codes_names_and_signs_of_one_currency_are_understood() {
    for (text, code) in [
        ("EUR", "EUR"),
        ("eur", "EUR"),
        (" chf ", "CHF"),
        ("€", "EUR"),
        ("euro", "EUR"),
        ("yen", "JPY"),
        ("US$", "USD"),
        ("Swiss franc", "CHF"),
        ("VND", "VND"),
    ] {
        assert_eq!(currency_code(text).as_deref(), Ok(code), "{text}");
    }
}

#[test]
fn signs_of_several_currencies_and_other_words_are_asked_about() {
    let message = |text| currency_code(text).unwrap_err().to_string();
    assert_eq!(message("$"), "“$” may be USD, CAD, AUD or another; type the three letters of one");
    assert_eq!(message("kr"), "“kr” may be SEK, NOK, DKK or ISK; type the three letters of one");
    assert_eq!(
        message("bitcoin"),
        "“bitcoin” is not a currency known here; type its three letters, such as USD or EUR"
    );
}

#[test]
fn every_common_currency_has_a_code_of_its_own() {
    for (at, (code, name)) in COMMON_CURRENCIES.into_iter().enumerate() {
        assert_eq!(currency_code(code).as_deref(), Ok(code));
        assert_eq!(currency_code(name).as_deref(), Ok(code));
        assert!(COMMON_CURRENCIES[..at].iter().all(|(other, _)| *other != code), "{code}");
    }
}
