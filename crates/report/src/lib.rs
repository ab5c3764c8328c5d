//! An evaluation as words and pictures.
//!
//! Inside, each part stands on those before it: [`wording`] knows how people read numbers,
//! [`document`] what a text is made of, [`trace`] where a figure comes from, [`charts`] what is
//! drawn, [`narrative`] what is said, [`formats`] how it leaves.
//! Everything is data before it is text: a figure in a text is a [`Span`](document::Span) that
//! names what it shows.

pub mod benchmarks;
pub mod charts;
pub mod document;
pub mod formats;
pub mod narrative;
pub mod trace;
pub mod wording;
