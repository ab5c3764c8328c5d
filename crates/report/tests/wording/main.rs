//! Figures, dates and durations as people read and type them.
//!
//! Tables of small cases first, by what a person does; properties over all styles last.
#![cfg(test)]

mod against_intl;
mod choosing_currencies;
mod dates_and_durations;
mod hostile_input;
mod messages;
mod money_and_shares;
mod neighbors;
mod ranges_as_people_write_them;
mod reading_figures;
mod reading_in_locales;
mod reading_ranges;
mod round_trips;
mod samples;
mod stepping;
mod typed_months;
