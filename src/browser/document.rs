//! The document the page lives in.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlTableCellElement, KeyboardEvent};

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

/// Languages of the reader, the preferred one first.
pub fn language() -> String {
    web_sys::window().and_then(|window| window.navigator().language()).unwrap_or_default()
}

fn element(id: &str) -> Option<HtmlElement> {
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

/// Whether the page is shown in dark colors.
pub fn is_dark() -> bool {
    let window = web_sys::window();
    let chosen = window
        .as_ref()
        .and_then(|window| window.document()?.document_element()?.get_attribute("data-theme"));
    match chosen.as_deref() {
        Some("dark") => true,
        Some("light") => false,
        _ => window
            .and_then(|window| window.match_media("(prefers-color-scheme: dark)").ok()?)
            .is_some_and(|query| query.matches()),
    }
}
