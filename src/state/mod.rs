//! The case that is open: what was typed, what follows from it, and how it is kept.

pub mod capacity;
pub mod entry;
pub mod keeper;
pub mod lines;
pub mod sources;
pub mod workspace;
