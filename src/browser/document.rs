//! The document the page lives in.

use std::time::Duration;

use js_sys::Reflect;
use leptos::prelude::{request_animation_frame, set_timeout};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, HtmlTableCellElement, KeyboardEvent};

use super::in_view;

/// How long something stays pointed out.
const POINTED_OUT: Duration = Duration::from_millis(1_800);

/// Where the page is mounted; what `index.html` shows until then is removed from it.
pub fn emptied_page_element() -> Option<HtmlElement> {
    let place = element("page")?;
    place.set_text_content(None);
    Some(place)
}

/// Whether this is `embed.html`, a part of a case in somebody else's page.
pub fn is_embedded() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    let root = document.and_then(|document| document.document_element());
    root.is_some_and(|root| root.has_attribute("data-embedded"))
}

/// Loads the page once more.
pub fn load_again() {
    if let Some(window) = web_sys::window() {
        // Where the browser refuses, the reader can still do it.
        let _ = window.location().reload();
    }
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

/// Id of the element that has the focus, where it has one.
pub fn focused_id() -> Option<String> {
    let active = web_sys::window()?.document()?.active_element()?.id();
    (!active.is_empty()).then_some(active)
}

/// Selects what stands in the field with that id.
pub fn select_text(id: &str) {
    if let Some(field) = element(id).and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) {
        field.select();
    }
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

/// Takes the focus off whatever has it within the view on screen. An element that is removed with
/// the focus would tell of it when nobody listens any more.
pub fn leave_view() {
    let document = web_sys::window().and_then(|window| window.document());
    let active = document.and_then(|document| document.active_element());
    let Some(active) = active.filter(|active| matches!(active.closest("main"), Ok(Some(_)))) else {
        return;
    };
    if let Ok(active) = active.dyn_into::<HtmlElement>() {
        // An element that cannot be left has nothing to tell.
        let _ = active.blur();
    }
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

/// Lets the browser ask before the page is closed or loaded anew while `would_lose` holds.
pub fn ask_before_leaving(would_lose: impl Fn() -> bool + 'static) {
    let Some(window) = web_sys::window() else { return };
    let listener = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        if would_lose() {
            event.prevent_default();
        }
    });
    // Where the browser takes no listener, the notice on the page is all there is.
    let _ =
        window.add_event_listener_with_callback("beforeunload", listener.as_ref().unchecked_ref());
    listener.forget();
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

/// Selects the text within the element with that id, ready to be copied by hand.
pub fn select(id: &str) {
    let selection = web_sys::window().and_then(|window| window.get_selection().ok().flatten());
    if let (Some(selection), Some(element)) = (selection, element(id)) {
        // Where the browser refuses, the text can still be selected by hand.
        let _ = selection.select_all_children(&element);
    }
}

/// Languages of the reader, the preferred one first.
pub fn language() -> String {
    web_sys::window().and_then(|window| window.navigator().language()).unwrap_or_default()
}

/// The element with that id.
pub fn element(id: &str) -> Option<HtmlElement> {
    web_sys::window()?.document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Presses the element a key was pressed on, where it is a figure that can be asked.
pub fn press(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
    let is_figure = |element: &HtmlElement| element.has_attribute("data-figure");
    target.filter(is_figure).map(|figure| figure.click()).is_some()
}

/// Moves the focus from a figure in a table to its neighbor in the direction of an arrow key.
pub fn move_in_table(event: &KeyboardEvent) -> bool {
    neighbor(event).map(|figure| figure.focus()).is_some()
}

fn neighbor(event: &KeyboardEvent) -> Option<HtmlElement> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let cell = target.closest("td").ok()??;
    // Figures of one cell come before those of the next one.
    let within = match event.key().as_str() {
        "ArrowLeft" => target.previous_element_sibling(),
        "ArrowRight" => target.next_element_sibling(),
        _ => None,
    };
    if let Some(figure) = within.filter(|figure| figure.has_attribute("data-figure")) {
        return figure.dyn_into().ok();
    }
    let row = cell.parent_element()?;
    let column = cell.unchecked_ref::<HtmlTableCellElement>().cell_index();
    let in_row = |row: Element| row.children().item(u32::try_from(column).ok()?);
    let next = match event.key().as_str() {
        "ArrowLeft" => cell.previous_element_sibling(),
        "ArrowRight" => cell.next_element_sibling(),
        "ArrowUp" => row.previous_element_sibling().and_then(in_row),
        "ArrowDown" => row.next_element_sibling().and_then(in_row),
        _ => None,
    };
    next?.query_selector("[data-figure]").ok()??.dyn_into().ok()
}

/// Brings a field to view and puts the focus there, opening whatever it waits behind.
pub fn go_to_field(id: &str) -> bool {
    let Some(field) = element(id) else { return false };
    let mut around = field.parent_element();
    while let Some(element) = around {
        if element.tag_name() == "DETAILS" {
            // An attribute of a fixed name is never refused.
            let _ = element.set_attribute("open", "");
        }
        around = element.parent_element();
    }
    field.scroll_into_view_with_bool(true);
    field.focus().is_ok()
}
