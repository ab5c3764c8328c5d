//! The styles of ten locales, for tests, workers and wherever no browser is.
//!
//! Checked against node 20.20.2 (ICU 78.2, CLDR 48):
//! `Intl.NumberFormat(tag, …).formatToParts(…)` in the styles decimal, currency and percent. The
//! answers are kept in `tests/wording/intl_parts.json`, written by the script beside it, and a test
//! compares every row with them.
//! Marks of writing direction are dropped. ICU up to CLDR 47 groups de-CH with `’` (U+2019)
//! instead of `'`; the parser reads both.

use super::style::{Currency, Grouping, NumberStyle, Placement, Sign};

const LATIN: [char; 10] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];
const ARABIC: [char; 10] = ['٠', '١', '٢', '٣', '٤', '٥', '٦', '٧', '٨', '٩'];

/// A space that does not break.
const NBSP: &str = "\u{a0}";

/// One line of the table.
struct Locale {
    tag: &'static str,
    decimal: char,
    group: char,
    grouping: Grouping,
    digits: [char; 10],
    percent: (&'static str, &'static str),
    /// The locale's own currency: code, sign, gap, decimals.
    currency: (&'static str, &'static str, &'static str, u8),
    placement: Placement,
}

/// American English, the row others differ from.
const EN_US: Locale = Locale {
    tag: "en-US",
    decimal: '.',
    group: ',',
    grouping: Grouping::Thousands,
    digits: LATIN,
    percent: ("%", ""),
    currency: ("USD", "$", "", 2),
    placement: Placement::Before,
};

/// German as written in Germany, the row of those who write a comma and the currency last.
const DE_DE: Locale = Locale {
    tag: "de-DE",
    decimal: ',',
    group: '.',
    percent: ("%", NBSP),
    currency: ("EUR", "€", NBSP, 2),
    placement: Placement::After,
    ..EN_US
};

const LOCALES: [Locale; 10] = [
    EN_US,
    Locale { tag: "en-GB", currency: ("GBP", "£", "", 2), ..EN_US },
    Locale { tag: "en-IN", grouping: Grouping::Lakhs, currency: ("INR", "₹", "", 2), ..EN_US },
    DE_DE,
    Locale { tag: "de-CH", group: '\'', currency: ("CHF", "CHF", NBSP, 2), ..EN_US },
    Locale { tag: "fr-FR", group: '\u{202f}', ..DE_DE },
    Locale {
        tag: "pt-BR",
        percent: ("%", ""),
        currency: ("BRL", "R$", NBSP, 2),
        placement: Placement::Before,
        ..DE_DE
    },
    Locale { tag: "sv-SE", group: '\u{a0}', currency: ("SEK", "kr", NBSP, 2), ..DE_DE },
    Locale { tag: "ja-JP", currency: ("JPY", "￥", "", 0), ..EN_US },
    Locale {
        tag: "ar-EG",
        decimal: '٫',
        group: '٬',
        digits: ARABIC,
        percent: ("٪", ""),
        currency: ("EGP", "ج.م.", NBSP, 2),
        placement: Placement::After,
        ..EN_US
    },
];

impl NumberStyle {
    /// The style of `tag` for amounts in `currency`.
    ///
    /// A tag that is not in the table takes the row of its language, or else American English.
    /// The ten rows are en-US, en-GB, en-IN, de-DE, de-CH, fr-FR, pt-BR, sv-SE, ja-JP and ar-EG.
    /// Another currency than the row's own is marked by its ISO code, or by €, £ or ₹.
    ///
    /// ```
    /// use groundwork_report::wording::NumberStyle;
    ///
    /// let style = NumberStyle::for_locale("de-DE", "EUR");
    /// assert_eq!(style.exact_money(-1_234_567.5), "−1.234.567,50\u{a0}€");
    /// let style = NumberStyle::for_locale("en-US", "SEK");
    /// assert_eq!(style.exact_money(5.0), "SEK\u{a0}5");
    /// ```
    pub fn for_locale(tag: &str, currency: &str) -> Self {
        let locale = row_of(tag);
        let (percent, gap) = locale.percent;
        Self {
            decimal: locale.decimal,
            group: locale.group,
            grouping: locale.grouping,
            minimum_grouping: 1,
            digits: locale.digits,
            percent: Sign::new(percent, Placement::After, gap),
            currency: currency_in(locale, currency),
        }
    }
}

/// The row of `tag`, of its language, or the first.
fn row_of(tag: &str) -> &'static Locale {
    let language = |tag: &str| tag.split(['-', '_']).next().unwrap_or_default().to_owned();
    LOCALES
        .iter()
        .find(|row| row.tag.eq_ignore_ascii_case(tag))
        .or_else(|| {
            LOCALES.iter().find(|row| language(row.tag).eq_ignore_ascii_case(&language(tag)))
        })
        .unwrap_or(&EN_US)
}

fn currency_in(locale: &Locale, code: &str) -> Currency {
    let (own, sign, gap, minor_digits) = locale.currency;
    let (sign, gap, minor_digits) = match code {
        code if code == own => (sign, gap, minor_digits),
        "EUR" => ("€", foreign_gap(locale), 2),
        "GBP" => ("£", foreign_gap(locale), 2),
        "INR" => ("₹", foreign_gap(locale), 2),
        "JPY" | "KRW" | "VND" | "CLP" | "ISK" => (code, NBSP, 0),
        "KWD" | "BHD" | "OMR" | "JOD" | "TND" => (code, NBSP, 3),
        code => (code, NBSP, 2),
    };
    Currency { code: code.to_owned(), sign: Sign::new(sign, locale.placement, gap), minor_digits }
}

/// What separates a foreign sign: letters always need a space, signs where the locale has one.
fn foreign_gap(locale: &Locale) -> &'static str {
    match locale.placement {
        Placement::Before => "",
        Placement::After => NBSP,
    }
}
