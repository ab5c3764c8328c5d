//! Simulations: in a worker, and on the page itself where there is none.
//!
//! Both give the same bits. The worker is fetched with the first question, is started once more when
//! it ends, and is given up when it ends again.

use std::{cell::RefCell, rc::Rc, time::Duration};

use groundwork_model::{case::Case, simulation::Simulation};
use leptos::prelude::set_timeout;

use super::{
    slices::{self, Step},
    worker_client::{Heard, WorkerClient},
};

/// A worker that is not there by then has not arrived.
const PATIENCE: Duration = Duration::from_secs(10);
/// How often a worker may end before there is no other.
const ENDS: u32 = 2;

/// What is told about a question.
pub enum News {
    /// So many draws are done.
    Progress(u32),
    /// All of them are; nothing more is told.
    Done(Box<Simulation>),
    /// Why there will be no answer, as a sentence; nothing more is told.
    Failed(String),
}

/// A question.
pub struct Question {
    /// What is simulated.
    pub case: Case,
    /// The case file it is made of.
    pub text: String,
    /// How often it is drawn, 100 to 1,000,000.
    pub draws: u32,
}

/// A question that was asked, by which it can be taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked(u32);

/// A question as long as it is wanted and not answered.
struct Job {
    id: u32,
    question: Question,
    hear: Rc<dyn Fn(News)>,
}

/// Who answers.
enum Place {
    /// Nobody was asked yet.
    Nowhere,
    /// A worker that is on its way.
    Starting(WorkerClient),
    /// A worker.
    Worker(WorkerClient),
    /// The page.
    Page,
}

struct Simulator {
    jobs: Vec<Job>,
    place: Place,
    /// How many questions were asked.
    asked: u32,
    /// How many workers were started.
    started: u32,
    /// How many ended by themselves.
    ended: u32,
}

thread_local! {
    static SIMULATOR: RefCell<Simulator> = const {
        RefCell::new(Simulator {
            jobs: Vec::new(), place: Place::Nowhere, asked: 0, started: 0, ended: 0,
        })
    };
}

/// Asks a question. `hear` is never told anything before this has returned.
pub fn ask(question: Question, hear: Rc<dyn Fn(News)>) -> Asked {
    let (id, is_nowhere) = with(|simulator| {
        simulator.asked += 1;
        let id = simulator.asked;
        let job = Job { id, question, hear };
        match &simulator.place {
            Place::Worker(worker) => job.ask(worker),
            Place::Page => job.begin_on_page(),
            Place::Starting(_) | Place::Nowhere => (),
        }
        simulator.jobs.push(job);
        (id, matches!(simulator.place, Place::Nowhere))
    });
    if is_nowhere {
        start();
    }
    Asked(id)
}

/// Takes a question back; nothing more is told about it.
pub fn cancel(Asked(id): Asked) {
    with(|simulator| {
        let is_wanted = simulator.jobs.iter().any(|job| job.id == id);
        simulator.jobs.retain(|job| job.id != id);
        if let (true, Place::Worker(worker)) = (is_wanted, &simulator.place) {
            worker.cancel(id);
        }
    });
}

/// Whether it is computed on the page, because there is no worker.
pub fn is_on_page() -> bool {
    with(|simulator| matches!(simulator.place, Place::Page))
}

impl Job {
    fn ask(&self, worker: &WorkerClient) {
        worker.ask(self.id, self.question.draws, &self.question.text);
    }

    fn begin_on_page(&self) {
        let id = self.id;
        slices::begin(
            self.question.case.clone(),
            self.question.draws,
            Box::new(move |step| match step {
                Step::Progress(done) => tell(id, News::Progress(done)),
                Step::Done(simulation) => answer(id, News::Done(simulation)),
            }),
        );
    }
}

/// Starts a worker, or goes on without one.
fn start() {
    let Some(worker) = WorkerClient::start(hear) else { return go_on_without() };
    let number = with(|simulator| {
        simulator.place = Place::Starting(worker);
        simulator.started += 1;
        simulator.started
    });
    set_timeout(
        move || {
            let is_late = with(|simulator| {
                simulator.started == number && matches!(simulator.place, Place::Starting(_))
            });
            if is_late {
                hear(Heard::Gone);
            }
        },
        PATIENCE,
    );
}

fn go_on_without() {
    with(|simulator| {
        simulator.place = Place::Page;
        for job in &simulator.jobs {
            job.begin_on_page();
        }
    });
}

/// What the worker says.
fn hear(heard: Heard) {
    match heard {
        Heard::Ready => with(|simulator| {
            // Moved on: from a worker on its way to one that is there.
            match std::mem::replace(&mut simulator.place, Place::Nowhere) {
                Place::Starting(worker) => {
                    for job in &simulator.jobs {
                        job.ask(&worker);
                    }
                    simulator.place = Place::Worker(worker);
                }
                other => simulator.place = other,
            }
        }),
        Heard::Progress { id, done } => drop(tell(id, News::Progress(done))),
        Heard::Refused { id, why } => drop(answer(id, News::Failed(failure(&why)))),
        Heard::Numbers { id, numbers } => {
            let simulation = with(|simulator| {
                let job = simulator.jobs.iter().find(|job| job.id == id)?;
                Some(Simulation::from_numbers(&job.question.case, &numbers))
            });
            let news = match simulation {
                None => return,
                Some(Some(simulation)) => News::Done(Box::new(simulation)),
                Some(None) => News::Failed(failure("its numbers are of another case")),
            };
            answer(id, news);
        }
        Heard::Broke(why) => {
            let jobs = with(|simulator| {
                simulator.place = Place::Nowhere;
                std::mem::take(&mut simulator.jobs)
            });
            for job in jobs {
                (job.hear)(News::Failed(failure(&why)));
            }
        }
        Heard::Gone => {
            let is_last = with(|simulator| {
                simulator.place = Place::Nowhere;
                simulator.ended += 1;
                ENDS <= simulator.ended
            });
            if is_last { go_on_without() } else { start() }
        }
    }
}

/// Says whether the question is still wanted.
fn tell(id: u32, news: News) -> bool {
    let find = |simulator: &mut Simulator| {
        simulator.jobs.iter().find(|job| job.id == id).map(|job| Rc::clone(&job.hear))
    };
    // Told outside, because whoever hears it may ask again.
    with(find).map(|hear| hear(news)).is_some()
}

/// Tells the last that is told about a question.
fn answer(id: u32, news: News) -> bool {
    let job = with(|simulator| {
        let position = simulator.jobs.iter().position(|job| job.id == id)?;
        Some(simulator.jobs.remove(position))
    });
    job.map(|job| (job.hear)(news)).is_some()
}

fn failure(why: &str) -> String {
    format!("The simulation could not be run: {why}.")
}

fn with<T>(act: impl FnOnce(&mut Simulator) -> T) -> T {
    SIMULATOR.with_borrow_mut(act)
}
