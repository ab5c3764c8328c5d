//! Parts the views are made of.

pub mod benchmark_hints;
pub mod block;
pub mod button;
pub mod chart_figure;
pub mod chart_tools;
pub mod choice;
pub mod currency_field;
pub mod deleted_notice;
pub mod drop_zone;
pub mod estimate_help;
pub mod field;
pub mod figure_table;
pub mod group;
pub mod import_notice;
mod listing;
pub mod notice;
pub mod number_field;
pub mod prose;
pub mod qr_code;
pub mod range_boxes;
pub mod remark;
pub mod rows;
mod scene;
pub mod simulation_progress;
pub mod split_editor;
pub mod start_field;
pub mod tag_choice;
pub mod text_box;
pub mod trace_panel;
mod typing;
pub mod update_notice;

use leptos::prelude::*;

/// Id of the element for what stands at a path of the case file: `benefits-b1-cost-each`.
///
/// Ids of lines are anybody's text; what cannot stand in an id becomes its code.
pub fn field_id(path: &str) -> String {
    let mut id = String::with_capacity(path.len());
    for character in path.chars() {
        match character {
            '.' | '_' => id.push('-'),
            '-' | '0'..='9' | 'A'..='Z' | 'a'..='z' => id.push(character),
            other => id.extend(format!("_{:x}", u32::from(other)).chars()),
        }
    }
    id
}

/// A part of a view that follows signals.
///
/// Its type is erased, so that not every such part brings rendering code of its own: this keeps the
/// first load small.
pub fn live(view: impl Fn() -> AnyView + Send + 'static) -> Box<dyn FnMut() -> AnyView + Send> {
    Box::new(view)
}

/// A text that follows signals; its type is erased like that of [`live`] parts.
pub fn text(text: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    let text: Box<dyn Fn() -> String + Send + Sync> = Box::new(text);
    Signal::derive(text)
}

/// A yes or no that follows signals; its type is erased like that of [`live`] parts.
pub fn flag(flag: impl Fn() -> bool + Send + Sync + 'static) -> Signal<bool> {
    let flag: Box<dyn Fn() -> bool + Send + Sync> = Box::new(flag);
    Signal::derive(flag)
}

#[cfg(test)]
mod tests {
    use super::field_id;

    #[test]
    fn ids_name_the_line_and_have_no_space() {
        assert_eq!(field_id("capacity.annual_cost"), "capacity-annual-cost");
        assert_eq!(field_id("benefits.b1.cost_each"), "benefits-b1-cost-each");
        assert_eq!(field_id("costs.a b\"é.once"), "costs-a_20b_22_e9-once");
    }
}
