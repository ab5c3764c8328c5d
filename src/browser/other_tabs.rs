//! What other tabs do to the storage they share with this one, and taking turns with them.

use std::{cell::Cell, rc::Rc, time::Duration};

use js_sys::{Function, Promise, Reflect};
use leptos::prelude::set_timeout;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Event;

/// Name of the lock that is held while something is written.
const WRITING: &str = "groundwork:writing";
/// How long the turn of another tab is waited for. A turn takes milliseconds; one that does not end
/// belongs to a tab that hangs, and comparing revisions still tells what it wrote.
const LONGEST_WAIT: Duration = Duration::from_secs(1);

/// Hands the key of whatever another tab stores or removes to `hear`; `None` where all of it was
/// cleared. What this tab does itself is not told.
pub fn on_stored_elsewhere(hear: Box<dyn Fn(Option<String>)>) {
    let heard = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        hear(Reflect::get(&event, &"key".into()).ok().and_then(|key| key.as_string()));
    });
    if let Some(window) = web_sys::window() {
        // Where the browser takes no listener, saving still compares what is stored.
        let _ = window.add_event_listener_with_callback("storage", heard.as_ref().unchecked_ref());
    }
    heard.forget();
}

/// Runs `action` whenever the reader comes back to this tab. Not everything that happens to storage
/// meanwhile is told.
pub fn on_return(action: Box<dyn Fn()>) {
    let returned = Closure::<dyn Fn()>::new(move || {
        if is_seen() {
            action();
        }
    });
    let listener = returned.as_ref().unchecked_ref();
    if let Some(window) = web_sys::window() {
        // As above.
        let _ = window.add_event_listener_with_callback("focus", listener);
        if let Some(document) = window.document() {
            let _ = document.add_event_listener_with_callback("visibilitychange", listener);
        }
    }
    returned.forget();
}

/// Whether the reader can see this tab.
pub fn is_seen() -> bool {
    web_sys::window().and_then(|window| window.document()).is_none_or(|document| !document.hidden())
}

type Action = Box<dyn FnOnce()>;

/// What waits for this tab's turn.
#[derive(Clone)]
pub struct Waiting(Rc<Cell<Option<Action>>>);

impl Waiting {
    /// Does it now, unless it was done.
    pub fn end(&self) {
        if let Some(action) = self.0.take() {
            action();
        }
    }
}

/// Runs `action` while no other tab writes: at once where the browser knows no locks, else when it is
/// this tab's turn, and in any case soon.
pub fn in_turn(action: Action) -> Waiting {
    let waiting = Waiting(Rc::new(Cell::new(Some(action))));
    let [granted, late, refused] = [waiting.clone(), waiting.clone(), waiting.clone()];
    let Some(answer) = request(Box::new(move || granted.end())) else {
        waiting.end();
        return waiting;
    };
    set_timeout(move || late.end(), LONGEST_WAIT);
    spawn_local(async move {
        // Once the lock was held this does nothing more.
        let _ = JsFuture::from(answer).await;
        refused.end();
    });
    waiting
}

/// Asks for the lock; `None` where there is none to ask for, as on pages that are not served securely.
fn request(granted: Box<dyn FnOnce()>) -> Option<Promise> {
    let locks = Reflect::get(&web_sys::window()?.navigator(), &"locks".into()).ok()?;
    let request = Reflect::get(&locks, &"request".into()).ok()?.dyn_into::<Function>().ok()?;
    let granted: JsValue = Closure::once_into_js(granted);
    request.call2(&locks, &WRITING.into(), &granted).ok()?.dyn_into().ok()
}
