//! Dialogs of the browser: it keeps the focus inside, closes them on Escape and gives it back.

use web_sys::HtmlDialogElement;

/// Opens a dialog above the page, unless it is open.
pub fn open(dialog: &HtmlDialogElement) {
    if !dialog.open() {
        // Only a dialog that was taken off the page refuses, and then nobody waits for it.
        let _ = dialog.show_modal();
    }
}

/// Closes a dialog, which sends its `close` event.
pub fn close(dialog: &HtmlDialogElement) {
    if dialog.open() {
        dialog.close();
    }
}
