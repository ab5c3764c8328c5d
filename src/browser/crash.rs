//! When the page breaks: a message in place of silence.

use std::panic;

use js_sys::Reflect;
use wasm_bindgen::JsValue;

use super::document;

/// Tells `start.js`, which goes on working when the page does not: it offers what was typed last.
const CRASH_EVENT: &str = "groundwork:crash";
/// Where `start.js` finds the text of a case that is not kept yet.
const UNSAVED: &str = "groundworkUnsaved";

/// Shows the message that waits in `index.html` when anything panics, and logs what happened.
pub fn report_panics() {
    panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        document::show("crash");
        if let (Some(window), Ok(event)) = (web_sys::window(), web_sys::Event::new(CRASH_EVENT)) {
            // Whether anybody stopped the event does not matter.
            let _ = window.dispatch_event(&event);
        }
    }));
}

/// Leaves the text of the case on screen where it outlives the page, as long as it is not kept;
/// `None` once it is. It is given out as a file and never opened by itself: what made the page stop
/// would make it stop again.
pub fn leave_unsaved(text: Option<&str>) {
    if let Some(window) = web_sys::window() {
        let text = text.map_or(JsValue::UNDEFINED, JsValue::from);
        // A window takes any property.
        let _ = Reflect::set(&window, &UNSAVED.into(), &text);
    }
}
