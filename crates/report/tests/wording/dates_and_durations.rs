//! Months, periods and lengths of time in words.

use groundwork_model::calendar::YearMonth;
use groundwork_report::wording::{
    NumberStyle, month_name, month_short, month_word, period, plural,
};

fn month(text: &str) -> YearMonth {
    text.parse().expect("a month of the calendar")
}

#[test]
fn months_have_names() {
    assert_eq!(month_name(month("2026-12")), "December 2026");
    assert_eq!(month_short(month("2026-12")), "Dec 2026");
    assert_eq!(month_short(month("2026-05")), "May 2026");
    assert_eq!(month_word(month("2026-01")), "January");
}

#[test]
fn periods_say_the_year_once_when_it_is_the_same() {
    assert_eq!(period(month("2026-04"), month("2026-06")), "April to June 2026");
    assert_eq!(period(month("2026-11"), month("2027-01")), "November 2026 to January 2027");
    assert_eq!(period(month("2026-04"), month("2026-04")), "April 2026");
}

#[test]
fn lengths_of_time_agree_with_their_noun() {
    let style = NumberStyle::default();
    assert_eq!(style.months(12.0), "12 months");
    assert_eq!(style.months(1.0), "1 month");
    assert_eq!(style.months(1.04), "1 month");
    assert_eq!(style.months(12.24), "12.2 months");
    assert_eq!(style.months(0.0), "0 months");
    assert_eq!(style.weeks(1.5), "1.5 weeks");
    assert_eq!(style.years_and_months(13), "1 year and 1 month");
    assert_eq!(style.years_and_months(0), "0 months");
    assert_eq!(style.counted(1_000.0, "ticket", "tickets"), "1,000 tickets");
    assert_eq!(plural(1, "is", "are"), "is");
    assert_eq!(plural(2, "is", "are"), "are");
    assert_eq!(NumberStyle::for_locale("de-DE", "EUR").months(12.25), "12,3 months");
}
