//! Months, periods and lengths of time in words.

use groundwork_report::wording::{Month, NumberStyle, period, plural};

fn month(year: i32, month: u8) -> Month {
    Month::new(year, month).expect("a month of the calendar")
}

#[test]
fn months_have_names() {
    assert_eq!(month(2026, 12).name(), "December 2026");
    assert_eq!(month(2026, 12).short_name(), "Dec 2026");
    assert_eq!(month(2026, 5).short_name(), "May 2026");
    assert_eq!(Month::new(2026, 0), None);
    assert_eq!(Month::new(2026, 13), None);
}

#[test]
fn periods_say_the_year_once_when_it_is_the_same() {
    assert_eq!(period(month(2026, 4), month(2026, 6)), "April to June 2026");
    assert_eq!(period(month(2026, 11), month(2027, 1)), "November 2026 to January 2027");
    assert_eq!(period(month(2026, 4), month(2026, 4)), "April 2026");
}

#[test]
fn months_count_over_the_turn_of_the_year() {
    assert_eq!(month(2026, 1).plus(3), month(2026, 4));
    assert_eq!(month(2026, 11).plus(2), month(2027, 1));
    assert_eq!(month(2026, 1).plus(-1), month(2025, 12));
    assert_eq!(month(2026, 1).plus(120), month(2036, 1));
    assert_eq!(month(i32::MAX, 12).plus(i32::MAX).year(), i32::MAX);
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
