//! Charts: pictures a reviewer can open, and what holds for any case at any width.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test stops at what it did not expect"
)]

mod cases;
mod goldens;
mod milestones;
mod properties;
#[path = "../support/seed.rs"]
mod seed;
mod style_sheet;
#[path = "../support/uncertain.rs"]
mod uncertain;
