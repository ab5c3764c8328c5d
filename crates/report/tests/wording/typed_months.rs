//! Months of the calendar as people type them.

use groundwork_report::wording::{month_name, parse_month};
use proptest::prelude::*;

#[test]
fn a_month_may_be_typed_in_many_ways() {
    for text in [
        "2027-01",
        "2027-1",
        "2027/1",
        "2027/01",
        "1/2027",
        "01/2027",
        "01.2027",
        "1. 2027",
        "January 2027",
        "january 2027",
        "Jan 2027",
        "Jan. 2027",
        "jan-2027",
        "2027 January",
        "January, 2027",
        "  Jan   2027 ",
    ] {
        let month = parse_month(text).map(|month| month.to_string());
        assert_eq!(month.as_deref(), Ok("2027-01"), "{text}");
    }
    assert_eq!(parse_month("Sept 2027").map(month_name).as_deref(), Ok("September 2027"));
    assert_eq!(parse_month("may 2027").map(month_name).as_deref(), Ok("May 2027"));
}

#[test]
fn what_is_no_month_is_told_what_to_type() {
    for (text, message) in [
        (
            "next spring",
            "“next spring” is not a month; type its name and the year, such as January 2027, or 2027-01",
        ),
        (
            "15.01.2027",
            "“15.01.2027” is not a month; type its name and the year, such as January 2027, or 2027-01",
        ),
        ("", "“” is not a month; type its name and the year, such as January 2027, or 2027-01"),
        ("2027", "“2027” is a year; type a month of it, such as January 2027"),
        ("January", "“January” has no year; type the month with it, such as January 2027"),
        ("Jan 27", "“Jan 27” has no year; type the month with it, such as January 2027"),
        ("13/2027", "“13/2027” has no such month; months go from 1 to 12"),
        ("2027-00", "“2027-00” has no such month; months go from 1 to 12"),
        ("Jan 1969", "“Jan 1969” is outside the years a case can have, 1970 to 2200"),
    ] {
        assert_eq!(parse_month(text).unwrap_err().to_string(), message);
    }
}

proptest! {
    #[test]
    fn every_month_is_read_back_from_what_is_shown_and_what_is_stored(
        year in 1970_u32..=2200,
        month in 1_u32..=12,
    ) {
        let month = groundwork_model::calendar::YearMonth::new(year, month).expect("a month");
        prop_assert_eq!(parse_month(&month_name(month)), Ok(month));
        prop_assert_eq!(parse_month(&month.to_string()), Ok(month));
    }

    #[test]
    fn no_text_breaks_it(text in ".{0,40}") {
        let _ = parse_month(&text);
    }
}
