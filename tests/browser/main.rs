//! Tests that run inside a real browser: what it stores, how it writes numbers, what people type,
//! and the same figures as everywhere else.

#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test stops at what it did not expect"
)]

mod brief;
mod fields;
mod goldens;
mod js_api;
mod local_store;
mod number_field;
mod number_style;
mod page;
mod simulating;
mod support;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
