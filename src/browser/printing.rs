//! Before and after the page is printed.

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Event, HtmlElement};

/// Marks what was opened for the print, so that only that is closed again.
const OPENED: &str = "data-opened-for-print";

/// Property `print.css` writes at the foot of every page, in browsers that can.
const FOOT: &str = "--printed";

/// Tells `tell` when printing begins and when it is over. All that waits behind a title is open
/// meanwhile.
pub fn on_printing(tell: Box<dyn Fn(bool)>) {
    let Some(window) = web_sys::window() else { return };
    let listener = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        let is_beginning = event.type_() == "beforeprint";
        open_details(is_beginning);
        set_foot();
        tell(is_beginning);
    });
    for name in ["beforeprint", "afterprint"] {
        // A browser without these events prints what is open.
        let _ = window.add_event_listener_with_callback(name, listener.as_ref().unchecked_ref());
    }
    listener.forget();
}

/// Prints the page, as the menu of the browser does.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // A browser without printing leaves the page as it is.
        let _ = window.print();
    }
}

/// The day it is and the address of the page, without the part that may hold a case.
pub fn date_and_address() -> String {
    let options = js_sys::Object::new();
    for part in ["year", "month", "day"] {
        let style = if part == "month" { "long" } else { "numeric" };
        // A fresh object takes any property.
        let _ = js_sys::Reflect::set(&options, &part.into(), &style.into());
    }
    let date = String::from(js_sys::Date::new_0().to_locale_date_string("en-US", &options));
    let location = web_sys::window().map(|window| window.location());
    let address = location.and_then(|location| {
        Some(format!("{}{}", location.origin().ok()?, location.pathname().ok()?))
    });
    format!("Printed on {date} from {}", address.unwrap_or_default())
}

fn set_foot() {
    let document = web_sys::window().and_then(|window| window.document());
    let root = document.and_then(|document| document.document_element());
    if let Some(root) = root.and_then(|root| root.dyn_into::<HtmlElement>().ok()) {
        // An address holds neither quotes nor backslashes: they are encoded.
        let _ = root.style().set_property(FOOT, &format!("\"{}\"", date_and_address()));
    }
}

fn open_details(is_open: bool) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let selector =
        if is_open { "details:not([open])".to_owned() } else { format!("details[{OPENED}]") };
    let Ok(found) = document.query_selector_all(&selector) else { return };
    let found = (0..found.length()).filter_map(|index| found.item(index));
    for details in found.filter_map(|node| node.dyn_into::<web_sys::Element>().ok()) {
        // Attributes of these names are valid.
        let _ = if is_open {
            details.set_attribute("open", "").and_then(|()| details.set_attribute(OPENED, ""))
        } else {
            details.remove_attribute("open").and_then(|()| details.remove_attribute(OPENED))
        };
    }
}
