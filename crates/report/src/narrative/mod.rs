//! What is said about a case, as data: paragraphs whose figures know which figure they show.

pub mod document;
pub mod headline;
pub mod key_figures;
pub mod labels;
pub mod notes;
pub mod tables;
mod writer;

pub use writer::Writer;
