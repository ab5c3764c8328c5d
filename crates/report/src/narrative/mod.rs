//! What is said about a case, as data: paragraphs whose figures know which figure they show.

pub mod answers;
pub mod brief;
pub mod by_tag;
pub mod differences;
pub mod glance;
pub mod groups;
pub mod headline;
pub mod key_figures;
pub mod must_be_true;
pub mod plan;
mod relapse;
pub mod side_by_side;
pub mod tables;
pub mod time_lost;
pub mod uncertain;
pub mod when;
