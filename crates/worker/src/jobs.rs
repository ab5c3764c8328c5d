//! What the page has asked for and was not answered yet.

use std::{cell::RefCell, collections::VecDeque, rc::Rc};

use groundwork_cases::{case_file::CaseFile, draft::Draft};
use groundwork_model::simulation::Run;
use js_sys::{Array, Date, Float64Array};
use wasm_bindgen::JsValue;

use crate::scope::{Turns, hand_over, post};

/// Milliseconds of computing before messages are looked for again.
const SLICE: f64 = 20.0;
/// Draws between two looks at the clock.
const AT_ONCE: u32 = 256;

/// A question of the page.
struct Job {
    /// As the page named it.
    id: f64,
    run: Run,
}

/// All of them, the one whose turn it is first.
pub(crate) struct Jobs {
    waiting: Rc<RefCell<VecDeque<Job>>>,
    turns: Turns,
}

impl Jobs {
    /// Computes from now on what is asked for.
    ///
    /// # Errors
    ///
    /// What the browser throws where it gives no turns of its event loop.
    pub(crate) fn start() -> Result<Self, JsValue> {
        let waiting = Rc::new(RefCell::new(VecDeque::new()));
        let jobs = Rc::clone(&waiting);
        let turns = Turns::new(Box::new(move || advance(&mut jobs.borrow_mut())))?;
        Ok(Self { waiting, turns })
    }

    /// Takes a question, or takes one back.
    pub(crate) fn take(&self, message: &Array) {
        let Some(id) = message.get(0).as_f64() else { return };
        self.waiting.borrow_mut().retain(|job| job.id.to_bits() != id.to_bits());
        let (Some(draws), Some(text)) = (message.get(1).as_f64(), message.get(2).as_string())
        else {
            return;
        };
        match begun(&text, draws) {
            Ok(run) => {
                self.waiting.borrow_mut().push_back(Job { id, run });
                self.turns.ask();
            }
            Err(why) => post(&Array::of2(&id.into(), &JsValue::from_str(&why))),
        }
    }
}

/// A simulation of the case in `text` that has drawn nothing yet.
fn begun(text: &str, draws: f64) -> Result<Run, String> {
    let file = CaseFile::decode(text).map_err(|error| error.to_string())?;
    let case = Draft::new(file).to_case().map_err(|problems| problems.to_string())?;
    // The page asks for whole numbers up to a million.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    Ok(Run::new(&case, draws as u32))
}

/// Computes one slice of the first question and tells the page. Says whether there is more to do.
fn advance(jobs: &mut VecDeque<Job>) -> bool {
    let Some(Job { id, mut run }) = jobs.pop_front() else { return false };
    let end = Date::now() + SLICE;
    while !run.is_done() && Date::now() < end {
        run.advance(AT_ONCE);
    }
    if run.is_done() {
        let numbers = Float64Array::from(run.finish().to_numbers().as_slice());
        hand_over(&Array::of2(&id.into(), &numbers), &numbers.buffer());
    } else {
        post(&Array::of2(&id.into(), &run.done().into()));
        jobs.push_back(Job { id, run });
    }
    !jobs.is_empty()
}
