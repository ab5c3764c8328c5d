//! The web worker that simulates: started, asked and heard.
//!
//! What it is sent and what it says is described in `crates/worker`.

use js_sys::{Array, Float64Array, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Event, MessageEvent, Worker, WorkerOptions, WorkerType};

/// What `index.html` names the script of the worker by.
const LINK: &str = "link[rel=worker]";

/// What is heard of a worker.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Heard {
    /// It can be asked from now on.
    Ready,
    /// So many draws of a question are done.
    Progress { id: u32, done: u32 },
    /// The answer to a question.
    Numbers { id: u32, numbers: Vec<f64> },
    /// Why a question has no answer.
    Refused { id: u32, why: String },
    /// It failed at something it was asked, and would do so again.
    Broke(String),
    /// It did not arrive, or something ended it.
    Gone,
}

/// A worker; it ends when this is dropped.
#[derive(Debug)]
pub(super) struct WorkerClient(Worker);

impl WorkerClient {
    /// Starts one and lets `hear` hear of it; `None` where this browser has none, or where the page
    /// comes without it.
    pub(super) fn start(hear: fn(Heard)) -> Option<Self> {
        let link = web_sys::window()?.document()?.query_selector(LINK).ok()??;
        let address = Reflect::get(&link, &"href".into()).ok()?.as_string()?;
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(&address, &options).ok()?;
        let listen = move |event: Event| {
            let heard = match event.dyn_ref::<MessageEvent>() {
                Some(message) if event.type_() == "message" => heard(&message.data()),
                _ => Some(failure(&event)),
            };
            if let Some(heard) = heard {
                hear(heard);
            }
        };
        // A page starts two or three in its life; each keeps its own.
        let listener = Closure::<dyn Fn(Event)>::new(listen).into_js_value().unchecked_into();
        worker.set_onmessage(Some(&listener));
        worker.set_onmessageerror(Some(&listener));
        worker.set_onerror(Some(&listener));
        Some(Self(worker))
    }

    /// Asks for `draws` draws of the case file in `text`.
    pub(super) fn ask(&self, id: u32, draws: u32, text: &str) {
        self.post(&Array::of3(&id.into(), &draws.into(), &text.into()));
    }

    /// Takes a question back.
    pub(super) fn cancel(&self, id: u32) {
        self.post(&Array::of1(&id.into()));
    }

    fn post(&self, message: &Array) {
        // Numbers and text can always be sent; to a worker that is gone they do no harm.
        let _ = self.0.post_message(message);
    }
}

impl Drop for WorkerClient {
    fn drop(&mut self) {
        self.0.set_onmessage(None);
        self.0.set_onmessageerror(None);
        self.0.set_onerror(None);
        self.0.terminate();
    }
}

fn heard(message: &JsValue) -> Option<Heard> {
    let message = message.dyn_ref::<Array>()?;
    let (first, second) = (message.get(0), message.get(1));
    if let Some(word) = first.as_string() {
        return Some(match word.as_str() {
            "ready" => Heard::Ready,
            "broke" => Heard::Broke(second.as_string().unwrap_or_default()),
            _ => Heard::Gone,
        });
    }
    let id = count(&first)?;
    if let Some(done) = count(&second) {
        Some(Heard::Progress { id, done })
    } else if let Some(why) = second.as_string() {
        Some(Heard::Refused { id, why })
    } else {
        let numbers = second.dyn_into::<Float64Array>().ok()?.to_vec();
        Some(Heard::Numbers { id, numbers })
    }
}

/// A worker that traps would do so again; anything else may have come from outside.
fn failure(event: &Event) -> Heard {
    // Told here, so the browser need not tell the page, which has not stopped.
    event.prevent_default();
    let message = Reflect::get(event, &"message".into()).ok();
    match message.and_then(|message| message.as_string()) {
        Some(message) if message.contains("RuntimeError") => Heard::Broke(message),
        _ => Heard::Gone,
    }
}

/// Ids and draws are whole and far below 2^32.
fn count(value: &JsValue) -> Option<u32> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    value.as_f64().map(|number| number as u32)
}
