//! The figures of the model against published cases, closed formulas and each other.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::float_cmp,
    reason = "a test stops at what it did not expect, and exact values are meant where they stand"
)]

mod draws;
mod edges;
mod properties;
mod published;
mod seed_case;
mod sensitivity;
mod simulation;
mod solving;
mod strategies;
mod strategies_in_numbers;
mod support;
