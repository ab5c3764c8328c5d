//! Parts the views are made of.

pub mod benchmark_hints;
pub mod block;
pub mod chart_figure;
pub mod chart_tools;
pub mod currency_field;
pub mod estimate_help;
pub mod field;
pub mod figure_table;
pub mod notice;
pub mod number_field;
pub mod prose;
mod scene;
pub mod start_field;
pub mod trace_panel;
mod typing;

use leptos::prelude::*;

/// A part of a view that follows signals.
///
/// Its type is erased, so that not every such part brings rendering code of its own: this keeps the
/// first load small.
pub fn live(view: impl Fn() -> AnyView + Send + 'static) -> Box<dyn FnMut() -> AnyView + Send> {
    Box::new(view)
}
