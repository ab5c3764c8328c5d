//! The time of day, and ids nobody else has.

use groundwork_cases::envelope::Timestamp;
use groundwork_model::calendar::YearMonth;

/// Now.
pub fn now() -> Timestamp {
    // Milliseconds since 1970 are whole and far below 2^53.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    Timestamp(js_sys::Date::now() as u64)
}

/// The month it is where the reader is.
pub fn this_month() -> YearMonth {
    let today = js_sys::Date::new_0();
    month_of(today.get_full_year(), today.get_month() + 1)
}

/// The coming January, where examples begin so that they are never in the past.
pub fn coming_january() -> YearMonth {
    month_of(js_sys::Date::new_0().get_full_year() + 1, 1)
}

/// An id for a new case: the time and a random number, so two tabs do not choose the same.
pub fn new_id() -> String {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let random = (js_sys::Math::random() * f64::from(u32::MAX)) as u32;
    format!("{:x}-{random:08x}", now().0)
}

/// A clock set outside 1970 to 2200 is wrong; the page still needs a month.
fn month_of(year: u32, month: u32) -> YearMonth {
    YearMonth::new(year.clamp(1970, 2200), month)
        .unwrap_or_else(|_| unreachable!("a clamped year and a month of the calendar"))
}
