//! Links and files nobody thought of: what must hold for them, and how they come about.

pub mod properties;
pub mod values;
