//! A simulation on the page itself, in slices so short that the page stays usable.

use std::time::Duration;

use groundwork_model::{
    case::Case,
    simulation::{Run, Simulation},
};
use js_sys::Date;
use leptos::prelude::set_timeout;

/// Milliseconds of computing before the page may do something else: half of a frame.
const SLICE: f64 = 8.0;
/// Draws between two looks at the clock.
const AT_ONCE: u32 = 128;

/// What a simulation in slices tells.
pub(super) enum Step {
    /// So many draws are done.
    Progress(u32),
    /// All of them are.
    Done(Box<Simulation>),
}

/// Simulates `case` and tells `tell` after each slice, which says whether it is still wanted.
/// Nothing is told before this has returned.
pub(super) fn begin(case: Case, draws: u32, tell: Box<dyn Fn(Step) -> bool>) {
    set_timeout(move || advance(Run::new(&case, draws), tell), Duration::ZERO);
}

fn advance(mut run: Run, tell: Box<dyn Fn(Step) -> bool>) {
    let end = Date::now() + SLICE;
    while !run.is_done() && Date::now() < end {
        run.advance(AT_ONCE);
    }
    if run.is_done() {
        tell(Step::Done(Box::new(run.finish())));
    } else if tell(Step::Progress(run.done())) {
        set_timeout(move || advance(run, tell), Duration::ZERO);
    }
}
