//! The web worker: simulates cases beside the page, so that the page stays usable meanwhile.
//!
//! Messages are arrays. The page asks with `[id, draws, case]`, where the case is the text of a case
//! file, and takes a question back with `[id]`. The worker tells how far it is with `[id, done]`,
//! answers with `[id, numbers]`, a `Float64Array` that is handed over, or says why it cannot with
//! `[id, text]`. Words in place of an id are about the worker itself: `["ready"]` once it listens,
//! `["broke", text]` when it panicked and will say nothing more, `["absent"]` when it cannot begin, as
//! where its WebAssembly did not arrive (see `xtask/worker/start.js`).
//!
//! It computes in slices and looks for messages between them, so what was taken back costs no time.
//! Questions take turns, a slice each.

mod jobs;
mod scope;

use std::panic;

use js_sys::Array;
use wasm_bindgen::JsValue;

use crate::{
    jobs::Jobs,
    scope::{post, when_told},
};

fn main() {
    panic::set_hook(Box::new(|info| {
        post(&Array::of2(&"broke".into(), &JsValue::from_str(&info.to_string())));
    }));
    match Jobs::start() {
        Ok(jobs) => {
            when_told(Box::new(move |message| jobs.take(&message)));
            post(&Array::of1(&"ready".into()));
        }
        Err(_) => post(&Array::of1(&"absent".into())),
    }
}
