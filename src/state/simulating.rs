//! The simulation of the case on screen: asked for by itself, kept while the next one runs.

use std::{rc::Rc, sync::Arc, time::Duration};

use groundwork_model::{
    evaluation::Evaluation,
    simulation::{DEFAULT_DRAWS, Simulation, drawn_inputs, is_uncertain},
};
use groundwork_report::document::Writer;
use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*};

use super::{shown::Shown, workspace::Workspace};
use crate::browser::simulator::{Asked, News, Question, ask, cancel, is_on_page};

/// How long the case must stay the same before it is simulated: longer than from one key to the next,
/// or the draws would arrive, and be drawn, at the moment of another key.
const PAUSE: Duration = Duration::from_millis(250);
/// What takes longer shows how far it is.
const LONG: Duration = Duration::from_millis(200);

/// What a reader who stopped a simulation is told.
const STOPPED: &str = "The simulation was stopped; it runs again when the case changes.";
/// Said where the page itself computes.
const ON_PAGE: &str = "Simulations run on this page itself, because their helper does not run in \
                       this browser. They take longer and give the same figures.";

/// What is known about the case on screen.
#[derive(Clone, Debug, PartialEq)]
pub enum Simulated {
    /// It needs no simulation: nothing in it is uncertain, or there is no result.
    Nothing,
    /// It is being simulated, or will be once the case has stayed the same for a moment.
    Running {
        /// Draws that are done.
        done: u32,
        /// Draws there will be.
        draws: u32,
        /// The simulation of the case as it was before, to be shown as such.
        last: Option<Arc<Simulation>>,
    },
    /// The simulation of the case on screen.
    Ready(Arc<Simulation>),
    /// Why there is none, as a sentence.
    Failed(String),
}

/// Follows the case on screen and has it simulated.
#[derive(Clone, Copy)]
pub struct Simulating {
    /// What is known about the case on screen.
    pub now: RwSignal<Simulated>,
    /// Whether it takes so long that a reader wants to see how far it is.
    pub is_long: RwSignal<bool>,
    /// The simulation that was finished last of the open case, with the evaluation it belongs to.
    latest: RwSignal<Option<Latest>>,
    under_way: StoredValue<UnderWay>,
}

#[derive(Clone)]
struct Latest {
    opening: u32,
    /// Holds the simulation.
    evaluation: Arc<Evaluation>,
}

/// What a change of the case puts an end to.
#[derive(Default)]
struct UnderWay {
    asked: Option<Asked>,
    timers: Vec<TimeoutHandle>,
    /// Whether the page was painted, so that nothing more has to wait for that.
    is_painted: bool,
    /// How often it was put to an end.
    ends: u32,
}

/// A result to be simulated, with the case file it is of.
#[derive(Clone)]
struct Wanted {
    shown: Shown,
    text: String,
}

impl Default for Simulating {
    fn default() -> Self {
        Self {
            now: RwSignal::new(Simulated::Nothing),
            is_long: RwSignal::new(false),
            latest: RwSignal::new(None),
            under_way: StoredValue::new(UnderWay::default()),
        }
    }
}

impl Simulating {
    /// Simulates the case of `workspace` from now on, whenever it is uncertain and has changed.
    pub fn follow(self, workspace: Workspace) {
        // By their cases, so that a result that got its simulation is no other.
        let uncertain = Memo::new(move |_| {
            workspace.shown.with(|shown| {
                let shown = shown.as_ref()?;
                let case = &shown.evaluation.case;
                is_uncertain(case).then(|| (shown.opening, case.clone()))
            })
        });
        Effect::new(move |_| {
            let is_wanted = uncertain.with(Option::is_some);
            self.take_back();
            let shown = workspace.shown.get_untracked().filter(|_| is_wanted);
            let Some(shown) = shown else { return self.forget() };
            let text = workspace.draft.with_untracked(|draft| draft.file().encode());
            self.want(Wanted { shown, text });
        });
    }

    /// `shown` with its simulation, where that is there. Until it is, that of the case as it was
    /// before stands in, as long as [`Self::is_stale`], so that nothing jumps while somebody types.
    pub(super) fn attached(self, shown: Shown) -> Shown {
        let simulation = self.latest.with(|latest| {
            let latest = latest.as_ref().filter(|latest| latest.stands_in_for(&shown))?;
            latest.evaluation.simulation.clone()
        });
        let Some(simulation) = simulation else { return shown };
        let simulation = Simulation::clone(&simulation);
        let evaluation = Evaluation::clone(&shown.evaluation).with_simulation(simulation);
        Shown { evaluation: Arc::new(evaluation), ..shown }
    }

    /// What `write` says about the evaluation that was simulated last: that of the case on screen, or
    /// of the case as it was before, as long as [`Self::is_stale`].
    pub fn write<T>(self, workspace: Workspace, write: impl FnOnce(Writer<'_>) -> T) -> Option<T> {
        self.latest.with(|latest| {
            let evaluation = &latest.as_ref()?.evaluation;
            workspace.style.with(|style| Some(write(Writer { evaluation, style })))
        })
    }

    /// Whether the last simulation is not of the case on screen, which is still being simulated.
    pub fn is_stale(self) -> bool {
        self.now.with(|now| matches!(now, Simulated::Running { .. } | Simulated::Failed(_)))
    }

    /// Puts an end to the simulation that runs, as its reader wants.
    pub fn stop(self) {
        self.take_back();
        self.now.set(Simulated::Failed(STOPPED.to_owned()));
    }

    /// What is to be said about where it is computed, as a sentence, where that is not as usual.
    pub fn place_sentence(self) -> Option<&'static str> {
        self.now.track();
        is_on_page().then_some(ON_PAGE)
    }

    fn want(self, wanted: Wanted) {
        let last = self.latest.get_untracked();
        let last = last.filter(|last| last.opening == wanted.shown.opening);
        if last.is_none() {
            self.latest.set(None);
        }
        let is_known = last.as_ref().is_some_and(|last| last.is_of(&wanted.shown));
        let last = last.and_then(|last| last.evaluation.simulation.clone());
        if let (true, Some(last)) = (is_known, &last) {
            return self.now.set(Simulated::Ready(Arc::clone(last)));
        }
        self.now.set(Simulated::Running { done: 0, draws: DEFAULT_DRAWS, last });
        let (is_painted, ends) = self.under_way.with_value(|now| (now.is_painted, now.ends));
        if is_painted {
            return self.ask_soon(wanted);
        }
        // What a reader sees first does not wait for it.
        request_animation_frame(move || {
            let is_other = self.under_way.try_update_value(|under_way| {
                under_way.is_painted = true;
                under_way.ends != ends
            });
            if is_other == Some(false) {
                self.ask_soon(wanted);
            }
        });
    }

    fn ask_soon(self, wanted: Wanted) {
        self.later(PAUSE, Box::new(move || self.ask(wanted)));
    }

    fn ask(self, wanted: Wanted) {
        let Wanted { shown, text } = wanted;
        let question = Question { case: shown.evaluation.case.clone(), text, draws: DEFAULT_DRAWS };
        let asked = ask(question, Rc::new(move |news| self.hear(&shown, news)));
        self.under_way.update_value(|under_way| under_way.asked = Some(asked));
        self.later(LONG, Box::new(move || self.is_long.set(true)));
    }

    fn hear(self, shown: &Shown, news: News) {
        match news {
            News::Progress(progress) => self.now.update(|now| {
                if let Simulated::Running { done, .. } = now {
                    *done = progress;
                }
            }),
            News::Failed(why) => {
                self.take_back();
                self.now.set(Simulated::Failed(why));
            }
            News::Done(simulation) => {
                self.take_back();
                let evaluation = Evaluation::clone(&shown.evaluation).with_simulation(*simulation);
                let ready = evaluation.simulation.clone().map(Simulated::Ready);
                let evaluation = Arc::new(evaluation);
                self.latest.set(Some(Latest { opening: shown.opening, evaluation }));
                self.now.set(ready.unwrap_or(Simulated::Nothing));
            }
        }
    }

    /// Takes back what is under way.
    fn take_back(self) {
        let taken = self.under_way.try_update_value(|under_way| {
            under_way.ends += 1;
            for timer in under_way.timers.drain(..) {
                timer.clear();
            }
            under_way.asked.take()
        });
        if let Some(Some(asked)) = taken {
            cancel(asked);
        }
        if self.is_long.get_untracked() {
            self.is_long.set(false);
        }
    }

    /// There is nothing to simulate.
    fn forget(self) {
        if self.latest.with_untracked(Option::is_some) {
            self.latest.set(None);
        }
        if self.now.with_untracked(|now| *now != Simulated::Nothing) {
            self.now.set(Simulated::Nothing);
        }
    }

    fn later(self, pause: Duration, act: Box<dyn FnOnce()>) {
        if let Ok(timer) = set_timeout_with_handle(act, pause) {
            self.under_way.update_value(|under_way| under_way.timers.push(timer));
        }
    }
}

impl Latest {
    /// Whether it says the same kind of things about the same inputs and months.
    fn stands_in_for(&self, shown: &Shown) -> bool {
        let months = |evaluation: &Evaluation| evaluation.assumptions.horizon_months;
        let drawn = |evaluation: &Evaluation| drawn_inputs(&evaluation.case);
        self.opening == shown.opening
            && is_uncertain(&shown.evaluation.case)
            && months(&self.evaluation) == months(&shown.evaluation)
            && drawn(&self.evaluation) == drawn(&shown.evaluation)
    }

    fn is_of(&self, shown: &Shown) -> bool {
        self.opening == shown.opening && self.evaluation.case == shown.evaluation.case
    }
}
