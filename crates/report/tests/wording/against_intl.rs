//! The table of styles against what ICU answered; `intl_parts.json` names the version asked.

use groundwork_report::wording::{Grouping, IntlPart, IntlParts, NumberStyle, Placement};
use serde_json::Value;

const ANSWERS: &str = include_str!("intl_parts.json");

/// ICU's answers for the ten rows of the table, or for other locales.
fn answers(section: &str) -> Vec<Value> {
    let all: Value = serde_json::from_str(ANSWERS).expect("the answers are JSON");
    all[section].as_array().expect("a section is a list").clone()
}

fn text<'a>(answer: &'a Value, field: &str) -> &'a str {
    answer[field].as_str().expect("a text")
}

fn parts<'a>(answer: &'a Value, field: &str) -> Vec<IntlPart<'a>> {
    let list = answer[field].as_array().expect("a list of parts");
    let part = |pair: &'a Value| IntlPart {
        kind: pair[0].as_str().expect("a kind"),
        value: pair[1].as_str().expect("a value"),
    };
    list.iter().map(part).collect()
}

fn style_of(answer: &Value) -> NumberStyle {
    let minor_digits = answer["minor_digits"].as_u64().expect("a count");
    NumberStyle::from_intl(&IntlParts {
        code: text(answer, "code"),
        minor_digits: u8::try_from(minor_digits).expect("a small count"),
        number: &parts(answer, "number"),
        thousand: &parts(answer, "thousand"),
        money: &parts(answer, "money"),
        percent: &parts(answer, "percent"),
        digits: text(answer, "digits"),
    })
    .expect("ICU's answers are understood")
}

/// Without marks of direction and with the minus in front, which is where ours always stands.
fn comparable(text: &str) -> String {
    let is_kept = |c: &char| !matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '-' | '−');
    text.chars().filter(is_kept).collect()
}

#[test]
fn every_row_of_the_table_is_what_icu_answers() {
    for answer in answers("table") {
        let (tag, code) = (text(&answer, "tag"), text(&answer, "code"));
        assert_eq!(NumberStyle::for_locale(tag, code), style_of(&answer), "{tag}");
    }
}

#[test]
fn losses_and_percents_read_as_icu_writes_them() {
    for answer in answers("table").into_iter().chain(answers("others")) {
        let (tag, style) = (text(&answer, "tag"), style_of(&answer));
        let (mut ours, mut icu) =
            (style.exact_money(-1_234_567.5), comparable(text(&answer, "loss")));
        assert!(ours.starts_with('−'), "{tag}");
        ours = comparable(&ours);
        if tag == "de-CH" {
            // ICU puts the minus where the space is: CHF-1'234.
            icu = icu.replace("CHF", "CHF\u{a0}");
        }
        assert_eq!(ours, icu, "{tag}");
        // Bengali alone groups percent unlike its other numbers.
        if tag != "bn-BD" {
            let share = style.percent_with(1_234.567, 1);
            assert_eq!(share, comparable(text(&answer, "share")), "{tag}");
        }
    }
}

#[test]
fn styles_beyond_the_table_are_understood_too() {
    let others = answers("others");
    let style = |tag: &str| {
        let answer = others.iter().find(|answer| text(answer, "tag") == tag);
        style_of(answer.expect("the locale was asked"))
    };
    assert_eq!(style("es-ES").minimum_grouping, 2);
    assert_eq!(style("es-ES").number(1_234.0, 0), "1234");
    assert_eq!(style("es-ES").number(12_345.0, 0), "12.345");
    assert_eq!(style("tr-TR").percent.placement, Placement::Before);
    assert_eq!(style("tr-TR").percent(0.7), "%70");
    assert_eq!(style("bn-BD").grouping, Grouping::Lakhs);
    assert_eq!(style("ar-KW").currency.minor_digits, 3);
    assert_eq!(style("he-IL").currency.sign.gap, "\u{a0}");
}

#[test]
fn answers_that_make_no_sense_give_no_style() {
    let nothing = IntlParts {
        code: "USD",
        minor_digits: 2,
        number: &[],
        thousand: &[],
        money: &[],
        percent: &[],
        digits: "",
    };
    assert_eq!(NumberStyle::from_intl(&nothing), None);
}

#[test]
fn unknown_tags_take_their_language_or_american_english() {
    assert_eq!(NumberStyle::for_locale("de-AT", "EUR"), NumberStyle::for_locale("de-DE", "EUR"));
    assert_eq!(NumberStyle::for_locale("fr", "EUR"), NumberStyle::for_locale("fr-FR", "EUR"));
    assert_eq!(NumberStyle::for_locale("xx", "USD"), NumberStyle::default());
    assert_eq!(NumberStyle::for_locale("", "USD"), NumberStyle::default());
}
