//! The brief of cases of every kind, in every format it leaves in.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test stops at what it did not expect"
)]

mod cases;
mod checks;
mod goldens;
mod hostile;
mod inputs;
#[path = "../support/seed.rs"]
mod seed;
#[path = "../support/uncertain.rs"]
mod uncertain;

use groundwork_model::evaluation::Evaluation;
use groundwork_report::{
    document::Writer,
    narrative::brief::{Brief, brief},
    wording::NumberStyle,
};

/// The brief of an evaluation in American English.
pub(crate) fn brief_of(evaluation: &Evaluation, title: &str) -> Brief {
    let style = NumberStyle::default();
    brief(Writer { evaluation, style: &style }, title)
}
