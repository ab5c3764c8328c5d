//! The document the page lives in.

use js_sys::Reflect;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, Event, HtmlElement};

/// Where the page is mounted; what `index.html` shows until then is removed from it.
pub fn emptied_page_element() -> Option<HtmlElement> {
    let place = element("page")?;
    place.set_text_content(None);
    Some(place)
}

/// Shows an element that `index.html` keeps hidden.
pub fn show(id: &str) {
    if let Some(element) = element(id) {
        element.set_hidden(false);
    }
}

/// Puts the focus on the element with that id once the page has been drawn anew, where it is there
/// by then.
pub fn focus_soon(id: String) {
    let focus = move || {
        if let Some(element) = element(&id) {
            // An element that cannot take the focus leaves it where it is.
            let _ = element.focus();
        }
    };
    leptos::prelude::set_timeout(focus, std::time::Duration::ZERO);
}

/// What stands in the field with that id; empty where there is none.
pub fn value_of(id: &str) -> String {
    let value = element(id).and_then(|field| Reflect::get(&field, &"value".into()).ok());
    value.and_then(|value| value.as_string()).unwrap_or_default()
}

/// Puts `text` into the field with that id, of one line or of several.
pub fn set_value(id: &str, text: &str) {
    if let Some(field) = element(id) {
        // A field of the page takes any text.
        let _ = Reflect::set(&field, &"value".into(), &text.into());
    }
}

/// Leaves the field that has the focus, where it is within the element with that id, without any
/// part of the page being told.
pub fn leave_quietly(id: &str) {
    let Some(window) = web_sys::window() else { return };
    let active = window.document().and_then(|document| document.active_element());
    let is_within =
        |active: &Element| element(id).is_some_and(|place| place.contains(Some(active)));
    let Some(active) = active.filter(is_within).and_then(|active| active.dyn_into().ok()) else {
        return;
    };
    let active: HtmlElement = active;
    let silence = Closure::<dyn Fn(Event)>::new(|event: Event| event.stop_immediate_propagation());
    let listener = silence.as_ref().unchecked_ref();
    // Listened to from outside and before the field itself; a browser that refuses leaves aloud.
    let _ = window.add_event_listener_with_callback_and_bool("blur", listener, true);
    let _ = active.blur();
    let _ = window.remove_event_listener_with_callback_and_bool("blur", listener, true);
}

/// Runs `action` whenever the page may be about to go away: hidden, closed or left.
pub fn on_leaving(action: impl Fn() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let action = Closure::<dyn Fn()>::new(action);
    let listener = action.as_ref().unchecked_ref();
    // A browser that refuses a listener leaves the page as it is: the regular save still runs.
    let _ = window.add_event_listener_with_callback("pagehide", listener);
    if let Some(document) = window.document() {
        let _ = document.add_event_listener_with_callback("visibilitychange", listener);
    }
    action.forget();
}

/// Languages of the reader, the preferred one first.
pub fn language() -> String {
    web_sys::window().and_then(|window| window.navigator().language()).unwrap_or_default()
}

fn element(id: &str) -> Option<HtmlElement> {
    web_sys::window()?.document()?.get_element_by_id(id)?.dyn_into().ok()
}
