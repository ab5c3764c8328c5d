//! The same hands in nine other locales.

use groundwork_report::wording::{Kind, parse};

use crate::samples::{check, styles};

#[test]
fn german() {
    check(
        "de-DE",
        Kind::Money,
        &[
            ("2.000.000 €", "2000000"),
            ("1.234", "1234"),
            ("1.234,56", "1234.56"),
            ("1,5 Mio. €", "1500000"),
            ("200 k€", "200000"),
            ("EUR 200", "200"),
            ("1,234.56", "1234.56"),
            ("12,5", "12.5"),
            ("1,234", "1.234 / Understood as 1,234\u{a0}€, not 1.234\u{a0}€."),
            ("1.5", "1.5 / Understood as 1,50\u{a0}€."),
            ("1.234M", "1234000000 / Understood as 1.234.000.000\u{a0}€, not 1.234.000\u{a0}€."),
            ("1.5M", "1500000 / Understood as 1.500.000\u{a0}€."),
            ("−1.234,50 €", "-1234.5"),
        ],
    );
    check("de-DE", Kind::Share, &[("8,5 %", "0.085"), ("0,85", "0.85"), ("0.85", "0.85")]);
    check("de-DE", Kind::Whole, &[("1,500", "1500 / Understood as 1.500, not 1,5.")]);
}

#[test]
fn swiss() {
    check(
        "de-CH",
        Kind::Money,
        &[
            ("CHF 1’234’567.50", "1234567.5"),
            ("1'234", "1234"),
            ("Fr. 200", "200"),
            ("Fr.200", "200"),
            ("200 Fr.", "200"),
            ("1,5", "1.5"),
            ("1,234", "1234 / Understood as CHF\u{a0}1'234, not CHF\u{a0}1.234."),
        ],
    );
}

#[test]
fn french() {
    check(
        "fr-FR",
        Kind::Money,
        &[
            ("1\u{202f}234\u{202f}567,50\u{a0}€", "1234567.5"),
            ("1 234,5", "1234.5"),
            ("200 k€", "200000"),
            ("2 M€", "2000000"),
            ("1.5", "1.5"),
            ("1.234", "1.234 / Understood as 1,234\u{a0}€, not 1\u{202f}234\u{a0}€."),
            ("1.234,5", "1234.5"),
        ],
    );
    check("fr-FR", Kind::Share, &[("8,5\u{202f}%", "0.085"), ("8,5 %", "0.085")]);
}

#[test]
fn british_and_indian() {
    check("en-GB", Kind::Money, &[("£1,234.50", "1234.5"), ("200k GBP", "200000")]);
    check(
        "en-IN",
        Kind::Money,
        &[
            ("₹12,34,567", "1234567"),
            ("1,234,567", "1234567"),
            ("Rs. 200", "200"),
            ("Rs.200", "200"),
            ("₹2 lakh", "200000"),
            ("1.5 Cr", "15000000"),
        ],
    );
}

#[test]
fn brazilian_and_swedish() {
    check("pt-BR", Kind::Money, &[("R$ 1.234,50", "1234.5"), ("R$2M", "2000000")]);
    check(
        "sv-SE",
        Kind::Money,
        &[("1 234,50 kr", "1234.5"), ("−1\u{a0}234 kr", "-1234"), ("2 mkr", "2000000")],
    );
}

#[test]
fn japanese() {
    check(
        "ja-JP",
        Kind::Money,
        &[
            ("￥1,234", "1234"),
            ("¥1,234", "1234"),
            ("１，２３４", "1234"),
            ("1,234円", "1234"),
            ("（１２００）", "-1200"),
            ("－１２", "-12"),
        ],
    );
    check("ja-JP", Kind::Share, &[("８５％", "0.85")]);
}

#[test]
fn arabic() {
    check(
        "ar-EG",
        Kind::Money,
        &[
            ("١٬٢٣٤٬٥٦٧٫٥٠ ج.م.", "1234567.5"),
            ("\u{61c}-\u{200f}١٬٢٣٤\u{a0}ج.م.\u{200f}", "-1234"),
            ("1234.5", "1234.5"),
            ("1,234.5", "1234.5"),
            ("EGP 200k", "200000"),
            ("٢٠٠k", "200000"),
        ],
    );
    check("ar-EG", Kind::Share, &[("٨٥٪", "0.85"), ("85%", "0.85"), ("٠٫٨٥", "0.85")]);
    check("ar-EG", Kind::Share, &[("٨٠ to ٩٥", "0.8..0.875..0.95")]);
}

#[test]
fn ascii_digits_and_plain_units_work_everywhere() {
    for style in styles() {
        for (text, kind, value) in [
            ("2000000", Kind::Money, 2e6),
            ("200k", Kind::Money, 2e5),
            ("2 million", Kind::Money, 2e6),
            ("85%", Kind::Share, 0.85),
            ("0.85", Kind::Share, 0.85),
            ("12", Kind::Whole, 12.0),
        ] {
            let reading = parse(text, kind, &style).expect("evident figures are read");
            assert_eq!(reading.value, groundwork_report::wording::Typed::One(value), "{text}");
            assert_eq!(reading.echo, None, "{text} in {}", style.currency.code);
        }
    }
}
