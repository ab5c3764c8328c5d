//! The part of the address behind `#`, which is never sent anywhere.

use wasm_bindgen::{JsCast, JsValue, closure::Closure};

/// What stands behind `#` in the address; empty where nothing does.
pub fn fragment() -> String {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok());
    hash.unwrap_or_default().trim_start_matches('#').to_owned()
}

/// The address of the page without its question and its fragment; empty outside of a page.
pub fn page_address() -> String {
    let Some(window) = web_sys::window() else { return String::new() };
    let location = window.location();
    [location.origin(), location.pathname()].map(Result::unwrap_or_default).concat()
}

/// Puts `fragment` into the address in place of what stands there, without a step back to it.
pub fn replace_fragment(fragment: &str) {
    let history = web_sys::window().and_then(|window| window.history().ok());
    if let Some(history) = history {
        let address = ["#", fragment].concat();
        // Where the browser refuses, the address keeps what it shows.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address));
    }
}

/// Puts `address`, a fragment with its `#`, into the address as a step the browser can take back.
/// Nobody is told.
pub fn add_fragment(address: &str) {
    if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
        // Where the browser refuses, the address keeps what it shows.
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(address));
    }
}

/// What a step of the browser remembers where the reader's own case stood there.
const OWN: &str = "own";

/// Marks the step the browser stands at as one at which the reader's own case stands.
pub fn mark_own_step() {
    if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
        // Where the browser refuses, a step back leads nowhere else.
        let _ = history.replace_state(&OWN.into(), "");
    }
}

/// Runs `action` whenever the browser goes to a step that was marked so, back or forward.
pub fn on_own_step(action: Box<dyn Fn()>) {
    let Some(window) = web_sys::window() else { return };
    let listener = Closure::<dyn Fn()>::new(move || {
        let history = web_sys::window().and_then(|window| window.history().ok());
        let mark = history.and_then(|history| history.state().ok());
        if mark.and_then(|mark| mark.as_string()).is_some_and(|mark| mark == OWN) {
            action();
        }
    });
    // Without it, a preview is left by its own button only.
    let _ = window.add_event_listener_with_callback("popstate", listener.as_ref().unchecked_ref());
    listener.forget();
}

/// Runs `action` whenever another fragment stands in the address: a link followed, a step back.
pub fn on_other_fragment(action: Box<dyn Fn(String)>) {
    let Some(window) = web_sys::window() else { return };
    let listener = Closure::<dyn Fn()>::new(move || action(fragment()));
    // Without it, links between views reload nothing and do nothing.
    let _ =
        window.add_event_listener_with_callback("hashchange", listener.as_ref().unchecked_ref());
    listener.forget();
}
