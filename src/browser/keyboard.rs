//! What a person asks of the whole page with a key, without taking keys from fields or the browser.

use std::cell::{Cell, RefCell};

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{
    Element, Event, EventTarget, FocusEvent, HtmlInputElement, HtmlTextAreaElement, KeyboardEvent,
};

/// What happened that the whole page is to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Request {
    /// The latest step is to be taken back.
    Undo,
    /// The step undone last is to be taken again.
    Redo,
    /// The list of shortcuts is asked for, with a key alone.
    Shortcuts,
    /// A field or a button was left; the boxes of one range are left together.
    Leave,
}

/// Fields a person types text into, which have an undo of their own.
const TEXT_FIELD: &str = "textarea, [contenteditable], input:not([type=radio]):not([type=checkbox]):not([type=range]):not([type=button]):not([type=file])";

/// Hands every request to `take` from now on. A key whose request is taken does nothing else; one
/// that is not, or that belongs to a field, is left to the browser.
pub fn on_requests(take: Box<dyn Fn(Request) -> bool>) {
    let Some(window) = web_sys::window() else { return };
    let typing = Typing::default();
    let listener = Closure::<dyn Fn(Event)>::new(move |event: Event| hear(&event, &typing, &take));
    for name in ["focusin", "focusout", "beforeinput", "input", "keydown"] {
        // A browser that refuses a listener leaves its buttons to the page.
        let _ = window.add_event_listener_with_callback(name, listener.as_ref().unchecked_ref());
    }
    listener.forget();
}

/// What was typed into the field that has the focus, since it was entered or last written anew.
#[derive(Default)]
struct Typing {
    /// Text before the typing.
    before: RefCell<String>,
    /// Whether the field holds another text now, so that its own undo has something to undo.
    is_other: Cell<bool>,
}

fn hear(event: &Event, typing: &Typing, take: &dyn Fn(Request) -> bool) {
    match event.type_().as_str() {
        "focusin" => typing.is_other.set(false),
        "focusout" if !stays_in_step(event) => drop(take(Request::Leave)),
        "beforeinput" if !typing.is_other.get() => {
            typing.before.replace(text_of(event).unwrap_or_default());
        }
        "input" => {
            let text = text_of(event);
            typing.is_other.set(text.is_some_and(|text| text != *typing.before.borrow()));
        }
        "keydown" => {
            let request = event.dyn_ref().and_then(|key| request_of(key, typing));
            if request.is_some_and(take) {
                event.prevent_default();
                typing.is_other.set(false);
            }
        }
        _ => (),
    }
}

fn request_of(key: &KeyboardEvent, typing: &Typing) -> Option<Request> {
    if key.default_prevented() || key.is_composing() || key.alt_key() || is_dialog_open() {
        return None;
    }
    let target = key.target().and_then(|target| target.dyn_into::<Element>().ok());
    let is_within = |fields: &str| {
        target.as_ref().is_some_and(|target| target.matches(fields).unwrap_or_default())
    };
    let has_command = key.ctrl_key() || key.meta_key();
    let request = match key.key().as_str() {
        "z" | "Z" if has_command && key.shift_key() => Request::Redo,
        "z" | "Z" if has_command => Request::Undo,
        // With Command, it is the browser's history.
        "y" | "Y" if key.ctrl_key() && !key.shift_key() => Request::Redo,
        "?" if !has_command && !is_within(TEXT_FIELD) && !is_within("select") => {
            return Some(Request::Shortcuts);
        }
        _ => return None,
    };
    (!(typing.is_other.get() && is_within(TEXT_FIELD))).then_some(request)
}

/// Whether the focus only moves on among the fields of one number, which are one step together.
fn stays_in_step(event: &Event) -> bool {
    let step_of = |target: Option<EventTarget>| {
        target?.dyn_into::<Element>().ok()?.closest("[data-one-step]").ok().flatten()
    };
    let to = event.dyn_ref::<FocusEvent>().and_then(FocusEvent::related_target);
    step_of(event.target()).is_some_and(|from| step_of(to).is_some_and(|to| from == to))
}

fn is_dialog_open() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    document.is_some_and(|document| matches!(document.query_selector("dialog[open]"), Ok(Some(_))))
}

fn text_of(event: &Event) -> Option<String> {
    let target = event.target()?;
    let input = target.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value);
    input.or_else(|| target.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value))
}
