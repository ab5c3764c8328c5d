//! What the browser offers; the only place that names `web_sys`, `js_sys` and `gloo`.

pub mod clock;
pub mod crash;
pub mod dialog;
pub mod document;
pub mod download;
pub mod js_api;
pub mod local_store;
pub mod number_style;
pub mod picture;
pub mod session;
pub mod sizes;
