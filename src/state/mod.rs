//! The case that is open: what was typed, what follows from it, and how it is kept.

pub mod asking;
pub mod entry;
pub mod history;
pub mod keeper;
pub mod preferences;
pub mod theme;
pub mod workspace;
