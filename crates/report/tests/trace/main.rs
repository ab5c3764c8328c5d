//! Where each figure comes from, for cases of every kind.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test stops at what it did not expect"
)]

mod drawn;
mod evaluated;
mod golden;
mod inputs;
#[path = "../support/seed.rs"]
mod seed;
mod spans;
mod support;
#[path = "../support/uncertain.rs"]
mod uncertain;
