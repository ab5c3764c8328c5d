//! The document the page lives in.

use std::time::Duration;

use leptos::prelude::{request_animation_frame, set_timeout};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::in_view;

/// How long something stays pointed out.
const POINTED_OUT: Duration = Duration::from_millis(1_800);

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

/// Runs `action` whenever the page may be about to go away: hidden, closed or left.
pub fn on_leaving(action: impl Fn() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let action = wasm_bindgen::closure::Closure::<dyn Fn()>::new(action);
    let listener = action.as_ref().unchecked_ref();
    // A browser that refuses a listener leaves the page as it is: the regular save still runs.
    let _ = window.add_event_listener_with_callback("pagehide", listener);
    if let Some(document) = window.document() {
        let _ = document.add_event_listener_with_callback("visibilitychange", listener);
    }
    action.forget();
}

/// Points out the element of that id, which has just changed: brings it into view, opens what it
/// waits behind, and marks it for a moment. The focus stays where it is.
pub fn point_out(id: &str) {
    let id = id.to_owned();
    // Once the change is on screen.
    request_animation_frame(move || {
        let Some(found) = element(&id) else { return };
        while let Ok(Some(closed)) = found.closest("details:not([open])") {
            // The name of the attribute is a valid one, here and below.
            let _ = closed.set_attribute("open", "");
        }
        in_view::scroll_to(&found);
        let _ = found.set_attribute("data-changed", "");
        set_timeout(move || drop(found.remove_attribute("data-changed")), POINTED_OUT);
    });
}

/// Languages of the reader, the preferred one first.
pub fn language() -> String {
    web_sys::window().and_then(|window| window.navigator().language()).unwrap_or_default()
}

fn element(id: &str) -> Option<HtmlElement> {
    web_sys::window()?.document()?.get_element_by_id(id)?.dyn_into().ok()
}
