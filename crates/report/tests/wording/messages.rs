//! What a person is told when the text is no figure.

use groundwork_report::wording::Kind;

use crate::samples::check;

#[test]
fn words_are_not_numbers() {
    check(
        "en-US",
        Kind::Share,
        &[
            ("", "error: Type a figure such as 70% or 0.7"),
            ("  \u{a0} ", "error: Type a figure such as 70% or 0.7"),
            ("eight", "error: “eight” is not a number; type a figure such as 70% or 0.7"),
            ("%", "error: “%” is not a number; type a figure such as 70% or 0.7"),
            ("to", "error: “to” is not a number; type a figure such as 70% or 0.7"),
            ("5%%", "error: “5%%” is not a number; type a figure such as 70% or 0.7"),
        ],
    );
    check(
        "en-US",
        Kind::Money,
        &[
            ("abc 5", "error: “abc 5” is not a number; type a figure such as $2M or $200,000"),
            ("-5-", "error: “-5-” is not a number; type a figure such as $2M or $200,000"),
            ("e5", "error: “e5” is not a number; type a figure such as $2M or $200,000"),
            ("(5", "error: “(5” is not a number; type a figure such as $2M or $200,000"),
            (
                "5e",
                "error: “e” is not a unit known here; type the figure alone, such as $2M or $200,000",
            ),
        ],
    );
}

#[test]
fn examples_are_in_the_persons_own_style() {
    check(
        "de-DE",
        Kind::Money,
        &[(
            "viel",
            "error: “viel” is not a number; type a figure such as 2M\u{a0}€ or 200.000\u{a0}€",
        )],
    );
    check("de-DE", Kind::Number, &[("", "error: Type a figure such as 12,5")]);
}

#[test]
fn units_that_do_not_fit() {
    check(
        "en-US",
        Kind::Money,
        &[(
            "5%",
            "error: “%” stands for a share, and this field takes an amount of money; type a figure such as $2M or $200,000",
        )],
    );
    check(
        "en-US",
        Kind::Share,
        &[
            (
                "$5",
                "error: “$” stands for an amount of money, and this field takes a share; type a figure such as 70% or 0.7",
            ),
            ("5k", "error: “k” does not fit a share; type a figure such as 70% or 0.7"),
            (
                "5 EUR",
                "error: “EUR” stands for an amount of money, and this field takes a share; type a figure such as 70% or 0.7",
            ),
        ],
    );
    check(
        "en-US",
        Kind::Number,
        &[
            (
                "5%",
                "error: “%” stands for a share, and this field takes a plain number; type a figure such as 12.5",
            ),
            (
                "$5",
                "error: “$” stands for an amount of money, and this field takes a plain number; type a figure such as 12.5",
            ),
        ],
    );
    check(
        "en-US",
        Kind::Whole,
        &[
            ("12m", "error: “m” does not fit a whole number; type a figure such as 12"),
            (
                "12 months",
                "error: “months” is not a unit known here; type the figure alone, such as 12",
            ),
            ("2.5", "error: “2.5” is not a whole number; type 2 or 3"),
            ("-2.5", "error: “-2.5” is not a whole number; type −3 or −2"),
        ],
    );
}

/// What a person is told about another currency in dollars.
fn other(typed: &str, codes: &str, to: &str) -> String {
    format!(
        "error: “{typed}” stands for {codes}, and amounts here are in USD ($); type them in USD, or \
         change the currency of the case{to}"
    )
}

#[test]
fn other_currencies_are_named_with_the_own_one() {
    for (text, typed, codes, to) in [
        ("€200", "€", "EUR", " to EUR"),
        ("200 eur", "eur", "EUR", " to EUR"),
        ("R$200", "R$", "BRL", " to BRL"),
        ("CA$200", "CA$", "CAD", " to CAD"),
        ("200 kr", "kr", "SEK, NOK, DKK or ISK", ""),
        ("¥200", "¥", "JPY or CNY", ""),
    ] {
        check("en-US", Kind::Money, &[(text, &other(typed, codes, to))]);
    }
    check(
        "de-CH",
        Kind::Money,
        &[(
            "$5",
            "error: “$” stands for USD, CAD, AUD or another, and amounts here are in CHF; type them \
             in CHF, or change the currency of the case",
        )],
    );
}

#[test]
fn a_fraction_is_no_amount() {
    check("en-US", Kind::Money, &[("7/10", &unclear("7/10"))]);
    check("en-US", Kind::Share, &[("7/0", &unclear("7/0"))]);
}

#[test]
fn separators_that_do_not_fit_together() {
    let expected = |text: &str| {
        format!("error: The separators in “{text}” do not fit together; type it like 1,234.5")
    };
    for text in ["1,234,56", "1,20,300,4", "1.2.3", "1,234.567,8", "1,,000"] {
        check("en-US", Kind::Number, &[(text, &expected(text))]);
    }
}

fn unclear(text: &str) -> String {
    format!(
        "error: “{text}” can be read in several ways; type one figure, or a range such as 80 to 95"
    )
}

#[test]
fn figures_that_could_belong_together_in_several_ways_are_told_how_a_range_is_typed() {
    for text in [
        "80 95",
        "80, 95",
        "80; 95",
        "80 and 95",
        "80 85 90 95",
        "80, 85, 90, 95",
        "1 234 56",
        "1 . 5",
        "80 + 5",
        "80 to 95 ± 5",
        "90 ± 5 ± 2",
        "90 ± -5",
        "2026/10",
    ] {
        check("en-US", Kind::Number, &[(text, &unclear(text))]);
    }
}

#[test]
fn ranges_that_are_none() {
    check(
        "en-US",
        Kind::Share,
        &[
            ("80 to", "error: “80 to” misses a figure; type both ends, such as 80 to 95"),
            ("..95", "error: “..95” misses a figure; type both ends, such as 80 to 95"),
            ("from 80", "error: “from 80” misses a figure; type both ends, such as 80 to 95"),
            (
                "between 80 and",
                "error: “between 80 and” misses a figure; type both ends, such as 80 to 95",
            ),
            ("90 ±", "error: “90 ±” misses a figure; type both ends, such as 80 to 95"),
            ("±5", "error: “±5” misses a figure; type both ends, such as 80 to 95"),
            (
                "1..2..3..4",
                "error: “1..2..3..4” has more than three figures; type low, likely and high, such as 80..90..95",
            ),
        ],
    );
}

#[test]
fn figures_too_large_too_small_or_too_long() {
    let digits = "9".repeat(400);
    let shortened = format!("error: “{}…” is too large a figure to compute with", "9".repeat(40));
    let words = "word ".repeat(50);
    check(
        "en-US",
        Kind::Money,
        &[
            ("1e400", "error: “1e400” is too large a figure to compute with"),
            ("1e308k", "error: “1e308k” is too large a figure to compute with"),
            ("1e99999999999999", "error: “1e99999999999999” is too large a figure to compute with"),
            ("1 to 1e400", "error: “1e400” is too large a figure to compute with"),
            (&digits, &shortened),
            (
                "1e-400",
                "error: “1e-400” is too small a figure to compute with; type 0 if nothing is meant",
            ),
            ("0e-400", "0"),
            (&words, "error: This is longer than a figure can be; type at most 200 characters"),
        ],
    );
}
