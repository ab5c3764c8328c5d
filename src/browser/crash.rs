//! When the page breaks: a message in place of silence.

use std::panic;

use super::document;

/// Shows the message that waits in `index.html` when anything panics, and logs what happened.
pub fn report_panics() {
    panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        document::show("crash");
    }));
}
