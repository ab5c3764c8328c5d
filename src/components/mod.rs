//! Parts the views are made of.

pub mod figure;
pub mod figure_table;
pub mod notice;
pub mod number_field;
pub mod start_field;
