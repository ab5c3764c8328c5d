//! The time of day, and ids nobody else has.

use groundwork_cases::envelope::Timestamp;
use groundwork_model::calendar::YearMonth;
use js_sys::{Array, Date, Function, Intl::DateTimeFormat, Object, Reflect};
use wasm_bindgen::JsValue;

/// Now.
pub fn now() -> Timestamp {
    // Milliseconds since 1970 are whole and far below 2^53.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    Timestamp(Date::now() as u64)
}

/// Points in time as the reader's locale writes them: the time of day where it is today, else the
/// date; empty for what is beyond every calendar.
pub fn moments(times: &[Timestamp], locale: &str) -> Vec<String> {
    let format = |style: &str, length: &str| {
        let options = Object::new();
        // A fresh object takes any property.
        let _ = Reflect::set(&options, &style.into(), &length.into());
        let locales = if locale.is_empty() { Array::new() } else { Array::of1(&locale.into()) };
        DateTimeFormat::new(&locales, &options).format()
    };
    let (day, time) = (format("dateStyle", "long"), format("timeStyle", "short"));
    let write = |format: &Function, date: &Date| {
        let text = format.call1(&JsValue::UNDEFINED, date).ok();
        text.and_then(|text| text.as_string()).unwrap_or_default()
    };
    let today = write(&day, &Date::new_0());
    let moment = |moment: &Timestamp| {
        // Beyond 2^53 milliseconds there is no date either.
        #[expect(clippy::cast_precision_loss)]
        let date = Date::new(&JsValue::from_f64(moment.0 as f64));
        let day = write(&day, &date);
        if day == today { ["today, ", &write(&time, &date)].concat() } else { day }
    };
    times.iter().map(moment).collect()
}

/// The month it is where the reader is.
pub fn this_month() -> YearMonth {
    let today = Date::new_0();
    month_of(today.get_full_year(), today.get_month() + 1)
}

/// The coming January, where examples begin so that they are never in the past.
pub fn coming_january() -> YearMonth {
    month_of(Date::new_0().get_full_year() + 1, 1)
}

/// An id for a new case: the time and a random number, so two tabs do not choose the same.
pub fn new_id() -> String {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let random = (js_sys::Math::random() * f64::from(u32::MAX)) as u32;
    // Not padded: nothing the empty page does may depend on the number that is drawn, or now and then
    // it would wait for a function that only the second half has (see xtask/halves).
    format!("{:x}-{random:x}", now().0)
}

/// A clock set outside 1970 to 2200 is wrong; the page still needs a month.
fn month_of(year: u32, month: u32) -> YearMonth {
    YearMonth::new(year.clamp(1970, 2200), month)
        .unwrap_or_else(|_| unreachable!("a clamped year and a month of the calendar"))
}
