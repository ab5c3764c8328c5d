//! What is said about a case, as data: paragraphs whose figures know which figure they show.

pub mod headline;
pub mod key_figures;
pub mod tables;
pub mod time_lost;
