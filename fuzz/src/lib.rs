//! Links and files nobody thought of: what must hold for them, and how they come about.

pub mod alike;
pub mod properties;
pub mod values;
