//! When the page breaks: a message in place of silence.

use std::panic;

use super::document;

/// Tells `start.js`, which goes on working when the page does not: it offers what was saved.
const CRASH_EVENT: &str = "groundwork:crash";

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
