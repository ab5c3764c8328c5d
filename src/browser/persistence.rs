//! Whether the browser may clear what it keeps for this page when it runs short of room.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Whether the browser has promised not to; `done` hears `None` where it does not say.
pub fn is_promised(done: Box<dyn FnOnce(Option<bool>)>) {
    call("persisted", done);
}

/// Asks the browser to promise it, which some do after a question of their own. To be called while a
/// click is handled.
pub fn ask_for_promise(done: Box<dyn FnOnce(Option<bool>)>) {
    call("persist", done);
}

fn call(method: &str, done: Box<dyn FnOnce(Option<bool>)>) {
    let asked = ask(method);
    spawn_local(async move {
        done(match asked {
            Some(asked) => JsFuture::from(asked).await.ok().and_then(|answer| answer.as_bool()),
            None => None,
        });
    });
}

/// Absent on pages that are not served securely, and in older browsers.
fn ask(method: &str) -> Option<Promise> {
    let storage = Reflect::get(&web_sys::window()?.navigator(), &"storage".into()).ok()?;
    let method = Reflect::get(&storage, &method.into()).ok()?.dyn_into::<Function>().ok()?;
    method.call0(&storage).ok()?.dyn_into().ok()
}
