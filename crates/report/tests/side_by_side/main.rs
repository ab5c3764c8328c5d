//! Two or three cases side by side: what is said about them, and how they are drawn.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test stops at what it did not expect"
)]

mod drawn;
mod groups;
#[path = "../support/seed.rs"]
mod seed;
mod texts;
