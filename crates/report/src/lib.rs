//! An evaluation as words and pictures.

/// Figures, dates and durations as people read and type them.
pub mod wording;
