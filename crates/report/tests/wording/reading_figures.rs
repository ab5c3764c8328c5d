//! What American typing is read as, one figure at a time.

use groundwork_report::wording::Kind;

use crate::samples::{account, check, style};

#[test]
fn amounts_in_many_forms() {
    check(
        "en-US",
        Kind::Money,
        &[
            ("2000000", "2000000"),
            ("$2M", "2000000"),
            ("$2m", "2000000"),
            ("$2MM", "2000000"),
            ("200k", "200000"),
            ("200 K", "200000"),
            ("$200k", "200000"),
            ("200k$", "200000"),
            ("200 k $", "200000"),
            ("2.5 million", "2500000"),
            ("2.5 Mio.", "2500000"),
            ("1bn", "1000000000"),
            ("1.2B", "1200000000"),
            ("3 thousand", "3000"),
            ("1t", "1000000000000"),
            ("2 lakh", "200000"),
            ("1.5 crore", "15000000"),
            ("1e5", "100000"),
            ("1.5E+6", "1500000"),
            ("25e-1", "2.5"),
            ("$ 1,234.56", "1234.56"),
            (".5", "0.5"),
            ("5.", "5"),
            ("007", "7"),
            ("$1.234M", "1234000"),
        ],
    );
}

#[test]
fn currencies_stand_before_or_after() {
    check(
        "en-US",
        Kind::Money,
        &[
            ("USD 200,000", "200000"),
            ("usd200,000", "200000"),
            ("200,000 USD", "200000"),
            ("200kUSD", "200000"),
            ("US$200", "200"),
            ("$200 USD", "200"),
            ("200 dollars", "200"),
            ("-$5", "-5"),
            ("$-5", "-5"),
            ("$ (1,200)", "-1200"),
        ],
    );
}

#[test]
fn negative_amounts_in_every_hand() {
    check(
        "en-US",
        Kind::Money,
        &[
            ("-1,200", "-1200"),
            ("−1,200", "-1200"),
            ("–1,200", "-1200"),
            ("- 1,200", "-1200"),
            ("1,200-", "-1200"),
            ("1,200−", "-1200"),
            ("(1,200)", "-1200"),
            ("($1.2M)", "-1200000"),
            ("(1.2)M", "-1200000"),
            ("−$200k", "-200000"),
            ("+5", "5"),
            ("-0", "0"),
        ],
    );
}

#[test]
fn shares_as_percent_or_fraction() {
    check(
        "en-US",
        Kind::Share,
        &[
            ("85%", "0.85"),
            ("85 %", "0.85"),
            ("0.85", "0.85"),
            (".85", "0.85"),
            ("85", "0.85"),
            ("85 percent", "0.85"),
            ("%85", "0.85"),
            ("0.5%", "0.005"),
            ("100", "1"),
            ("100%", "1"),
            ("0", "0"),
            ("170%", "1.7"),
            ("7.125%", "0.07125"),
            ("(5%)", "-0.05"),
            ("-22.2%", "-0.222"),
            ("85 ％", "0.85"),
        ],
    );
}

#[test]
fn shares_that_could_be_either_are_echoed() {
    check(
        "en-US",
        Kind::Share,
        &[
            ("1", "1 / Understood as 100%, not 1%."),
            ("-1", "-1 / Understood as −100%, not −1%."),
            ("1%", "0.01"),
            ("2", "0.02 / Understood as 2%."),
            ("5", "0.05 / Understood as 5%."),
            ("1.5", "0.015 / Understood as 1.5%, not 150%."),
            ("6", "0.06"),
        ],
    );
}

#[test]
fn numbers_and_whole_numbers() {
    check(
        "en-US",
        Kind::Number,
        &[("1.4", "1.4"), ("1,200", "1200"), ("12k", "12000"), ("0.125", "0.125"), ("-3", "-3")],
    );
    check("en-US", Kind::Whole, &[("12", "12"), ("1,200", "1200"), ("12.0", "12"), ("1e2", "100")]);
}

#[test]
fn separators_by_what_is_evident() {
    check(
        "en-US",
        Kind::Money,
        &[
            ("1,234", "1234"),
            ("1,234,567", "1234567"),
            ("12,34,567", "1234567 / Understood as $1,234,567."),
            ("1.234.567", "1234567"),
            ("1.234,56", "1234.56"),
            ("1 234,56", "1234.56"),
            ("1'234.56", "1234.56"),
            ("1’234", "1234"),
            ("1 234 567", "1234567"),
            ("1\u{a0}234", "1234"),
            ("1\u{202f}234", "1234"),
            ("2_000_000", "2000000"),
            ("0,5", "0.5"),
            ("0.125", "0.125"),
            ("0,125", "0.125"),
        ],
    );
}

#[test]
fn separators_that_could_be_either_are_echoed() {
    check(
        "en-US",
        Kind::Money,
        &[
            ("1.234", "1.234 / Understood as $1.234, not $1,234."),
            ("1,5", "1.5 / Understood as $1.50."),
            ("12,34", "12.34 / Understood as $12.34."),
            ("1,234k", "1234000 / Understood as $1,234,000, not $1,234."),
            ("1,5M", "1500000 / Understood as $1,500,000."),
        ],
    );
    check("en-US", Kind::Number, &[("1.375", "1.375 / Understood as 1.375, not 1,375.")]);
    check(
        "en-US",
        Kind::Whole,
        &[
            ("1.500", "1500 / Understood as 1,500, not 1.5."),
            ("2.000", "2 / Understood as 2, not 2,000."),
        ],
    );
}

/// A digit added to an amount as a field writes it.
#[test]
fn digits_added_to_a_grouped_number() {
    check(
        "en-US",
        Kind::Money,
        &[
            ("$200,0000", "2000000 / Understood as $2,000,000."),
            ("$2,0000,000", "20000000 / Understood as $20,000,000."),
            ("$2000,000", "2000000 / Understood as $2,000,000."),
        ],
    );
    check("de-DE", Kind::Share, &[("0.7000", "0.7")]);
    check("de-DE", Kind::Money, &[("200.0000 €", "2000000 / Understood as 2.000.000\u{a0}€.")]);
}

#[test]
fn shares_as_fractions_are_echoed() {
    check(
        "en-US",
        Kind::Share,
        &[
            ("7/10", "0.7 / Understood as 70%."),
            ("7 / 10", "0.7 / Understood as 70%."),
            ("7 of 10", "0.7 / Understood as 70%."),
            ("7 out of 10", "0.7 / Understood as 70%."),
            ("2/3", "0.6667 / Understood as 66.67%."),
            ("12/10", "1.2 / Understood as 120%."),
            ("1/2 to 3/4", "0.5..0.625..0.75 / Understood as 50% to 75%, most likely 62.5%."),
        ],
    );
}

#[test]
fn rough_figures_are_taken_and_echoed() {
    for text in ["~2M", "~ $2M", "$~2M", "about 2M", "ca. 2M", "ca 2M", "circa $2M", "≈2M"] {
        check("en-US", Kind::Money, &[(text, "2000000 / Understood as $2,000,000.")]);
    }
    for text in ["About 2 million", "around 2 mn", "roughly 2M", "approx. 2M", "approx 2M"] {
        check("en-US", Kind::Money, &[(text, "2000000 / Understood as $2,000,000.")]);
    }
    check(
        "en-US",
        Kind::Share,
        &[
            ("about 70%", "0.7 / Understood as 70%."),
            ("about 80 to 95", "0.8..0.875..0.95 / Understood as 80% to 95%, most likely 87.5%."),
            ("~1", "1 / Understood as 100%, not 1%."),
        ],
    );
    // The Canadian dollar begins like "ca."
    assert!(account("CA$2", Kind::Money, &style("en-US")).contains("stands for CAD"));
}

#[test]
fn amounts_and_shares_in_words() {
    check(
        "en-US",
        Kind::Money,
        &[
            ("2 million", "2000000"),
            ("200 thousand", "200000"),
            ("1.5 mn", "1500000"),
            ("2 bn", "2000000000"),
            ("2 million US dollars", "2000000"),
        ],
    );
    check("en-US", Kind::Share, &[("70 percent", "0.7"), ("70 %", "0.7"), ("70 per cent", "0.7")]);
}
