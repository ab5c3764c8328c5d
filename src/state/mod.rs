//! The case that is open: what was typed, what follows from it, and how it is kept.

pub mod asking;
pub mod capacity;
pub mod case_list;
pub mod comparing;
pub mod entry;
pub mod file_name;
pub mod following;
pub mod going_together;
pub mod hint;
pub mod history;
pub mod importing;
pub mod keeper;
pub mod lines;
pub mod links;
pub mod lost_time;
pub mod plan;
pub mod preferences;
pub mod range_parts;
pub mod simulating;
pub mod sources;
pub mod standing;
pub mod stepping;
pub mod switching;
pub mod theme;
pub mod view;
pub mod workspace;
