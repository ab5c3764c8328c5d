//! The views of the page, and what stands around them.

pub mod aloud;
pub mod answer;
pub mod brief;
pub mod compare;
pub mod dialogs;
pub mod differences;
pub mod embedded;
pub mod fields;
pub mod glance;
pub mod header;
pub mod offer;
pub mod other_tabs;
pub mod page;
pub mod plan;
pub mod points;
pub mod preview;
pub mod tabs;
