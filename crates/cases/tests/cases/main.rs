//! What people keep: files that are whole, partly wrong, newer or damaged, and what becomes of them.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::float_cmp,
    clippy::needless_raw_string_hashes,
    reason = "a test stops at what it did not expect, and exact values are meant where they stand"
)]

mod case_files;
mod corpus;
mod differing;
mod drafts;
mod examples;
mod headers;
mod histories;
mod killed;
mod libraries;
mod links;
mod plans;
mod points;
mod properties;
mod support;
mod transfers;
mod upkeep;
mod versions;
