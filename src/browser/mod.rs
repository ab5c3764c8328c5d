//! What the browser offers; the only place that names `web_sys`, `js_sys` and `gloo`.

pub mod clipboard;
pub mod clock;
pub mod color_scheme;
pub mod crash;
pub mod document;
pub mod download;
pub mod files;
pub mod fragment;
pub mod in_view;
pub mod js_api;
pub mod keyboard;
pub mod letters;
pub mod local_store;
pub mod number_style;
pub mod offline;
pub mod other_tabs;
pub mod persistence;
pub mod picture;
pub mod printing;
pub mod session;
pub mod sharing;
pub mod simulator;
pub mod sizes;
mod slices;
mod worker_client;
