//! The views of the page; so far the one of the case.

pub mod answer;
pub mod fields;
pub mod page;
