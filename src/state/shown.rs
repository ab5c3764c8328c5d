//! The result on screen: a draft is evaluated, its strategies are compared where a view shows them,
//! and draws are attached once they are there.

use std::sync::Arc;

use groundwork_cases::{draft::Draft, text_field::TextField};
use groundwork_model::{
    evaluation::{Evaluation, evaluate},
    input::Input,
    simulation::Simulation,
};
use groundwork_report::document::Writer;
use leptos::prelude::*;

use super::{
    capacity,
    simulating::Simulating,
    view::View,
    workspace::{FOUR, Workspace, is_blank},
};

/// The result on screen.
#[derive(Clone, Debug)]
pub struct Shown {
    /// Every figure.
    pub evaluation: Arc<Evaluation>,
    /// Whether it is of what stands in the fields; otherwise of the last values that could be used.
    pub is_current: bool,
    /// Which opening of a case it belongs to.
    pub(super) opening: u32,
}

/// The same case has the same figures, so they need not be compared one by one.
impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        self.is_current == other.is_current
            && self.opening == other.opening
            && self.evaluation.case == other.evaluation.case
            && self.evaluation.comparison.is_some() == other.evaluation.comparison.is_some()
            && self.simulation() == other.simulation()
    }
}

impl Shown {
    /// Which simulation its evaluation holds, if it holds one.
    fn simulation(&self) -> Option<*const Simulation> {
        self.evaluation.simulation.as_ref().map(Arc::as_ptr)
    }

    /// The same result with its strategies compared.
    fn compared(self) -> Self {
        let evaluation = Evaluation::clone(&self.evaluation).with_comparison();
        Self { evaluation: Arc::new(evaluation), ..self }
    }
}

/// What is shown of `draft` from now on, as often as it, the view or the draws change.
pub(super) fn follow(
    draft: RwSignal<Draft>,
    opening: RwSignal<u32>,
    view: RwSignal<View>,
    simulating: Simulating,
) -> Memo<Option<Shown>> {
    let evaluated = Memo::new(move |before: Option<&Option<Shown>>| {
        let opening = opening.get_untracked();
        let before = before.and_then(Option::as_ref).filter(|shown| shown.opening == opening);
        draft.with(|draft| evaluated(draft, before, opening))
    });
    let is_compared = Memo::new(move |_| matches!(view.get(), View::Plan | View::Brief));
    // What a case and its strategies come to does not change when the draws arrive.
    let compared = Memo::new(move |_| {
        let evaluated = evaluated.get()?;
        Some(if is_compared.get() { evaluated.compared() } else { evaluated })
    });
    Memo::new(move |_| Some(simulating.attached(compared.get()?)))
}

/// The result of a draft; where too little can be used, the one before, marked as such.
fn evaluated(draft: &Draft, before: Option<&Shown>, opening: u32) -> Option<Shown> {
    match draft.to_case() {
        Ok(case) => Some(Shown {
            evaluation: Arc::new(evaluate(&case)),
            is_current: unusable(draft).next().is_none(),
            opening,
        }),
        Err(_) if is_blank(draft) => None,
        Err(_) => before.map(|before| Shown { is_current: false, ..before.clone() }),
    }
}

impl Workspace {
    /// What `write` says about the result on screen, where there is one.
    pub fn write<T>(&self, write: impl FnOnce(Writer<'_>) -> T) -> Option<T> {
        self.shown.with(|shown| {
            let Shown { evaluation, .. } = shown.as_ref()?;
            self.style.with(|style| Some(write(Writer { evaluation, style })))
        })
    }

    /// Names of the fields that hold text which cannot be used.
    pub fn unusable(&self) -> Vec<&'static str> {
        self.draft.with(|draft| unusable(draft).collect())
    }

    /// Names of the numbers nothing can be said without that are not there yet.
    pub fn missing(&self) -> Vec<&'static str> {
        self.draft.with(|draft| {
            let is_missing = |input: &Input| draft.file().estimate(*input).is_none();
            let [_, others @ ..] = FOUR;
            let needed = capacity::needed(draft.file()).iter().copied().chain(others);
            needed.filter(is_missing).map(|input| input.spec().label).collect()
        })
    }
}

/// Names of the fields whose text keeps the result from being that of what stands in them.
fn unusable(draft: &Draft) -> impl Iterator<Item = &'static str> {
    let file = draft.file();
    let start = file.text_path(TextField::Start);
    draft.texts().filter_map(move |(path, _)| {
        let input = file.input_at(path);
        if input.is_some_and(|input| capacity::is_set_aside(file, input)) {
            return None;
        }
        input
            .map(|input| input.spec().label)
            .or_else(|| (path == start).then_some("the month the case begins in"))
    })
}
