//! Plans of capacity in words, pictures and JSON.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test stops at what it did not expect"
)]

mod cases;
mod goldens;
mod properties;
mod sayings;
#[path = "../support/seed.rs"]
mod seed;
mod traces;
#[path = "../support/uncertain.rs"]
mod uncertain;
