//! A plan of capacity in words: which strategy delivers most and when, what share of debt work is
//! right, what a rewrite comes to beside work in steps, and what each quarter holds.
//!
//! Everything here is about an evaluation that compares strategies; of any other it says nothing.

mod alternatives;
mod basis;
mod best_path;
mod big_bang;
mod compared;
mod crossings;
mod decided;
mod glance;
mod is_it_right;
mod missing;
mod roadmap;
mod tables;
mod to_mind;

use groundwork_model::strategy::{Comparison, LineKind};

use crate::document::{Prose, Writer, plan_names::line_name};

pub(crate) use alternatives::{Said, alternatives};
pub use basis::basis;
pub use best_path::{BestPathText, best_path};
pub use big_bang::portfolio_or_big_bang;
pub use compared::{Compared, compared};
pub use decided::{decided, splits};
pub use glance::glance;
pub use is_it_right::{is_it_right, moves_with_today};
pub use roadmap::{QuarterText, RoadmapText, roadmap};
pub use tables::{ByQuarter, table_at_12_24_36, table_by_quarter};

/// What the months of the case do not say and this section does.
fn comparison<'a>(writer: &Writer<'a>) -> Option<&'a Comparison> {
    writer.evaluation.comparison.as_deref()
}

/// Carrying on as today, which is computed whatever the case.
const TODAY: usize = 0;

/// The name of a line in quotation marks.
fn quoted<'a>(prose: Prose<'a>, writer: &Writer<'_>, line: LineKind) -> Prose<'a> {
    prose.text("“").also(line_name(*writer, line)).text("”")
}

/// Adds parts one after the other: "a", "a and b", "a, b and c".
fn listed<'a, T>(
    prose: Prose<'a>,
    parts: &[T],
    add: &dyn Fn(Prose<'a>, &T) -> Prose<'a>,
) -> Prose<'a> {
    let mut prose = prose;
    for (position, part) in parts.iter().enumerate() {
        let before = match position {
            0 => "",
            _ if position + 1 == parts.len() => " and ",
            _ => ", ",
        };
        prose = add(prose.text(before), part);
    }
    prose
}

/// "12 months".
fn months(writer: &Writer<'_>, months: u32) -> String {
    writer.style.months(f64::from(months))
}
