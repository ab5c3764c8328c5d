//! What a person does on a page, and what they see there.

use groundwork::browser::local_store::LocalStore;
use groundwork_cases::library::Library;
use wasm_bindgen::JsCast;
use web_sys::{
    Document, Event, EventInit, HtmlElement, HtmlInputElement, KeyboardEvent, KeyboardEventInit,
};

/// The document of the test.
pub(crate) fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

/// An empty place for a page, in a browser that has stored nothing of ours.
pub(crate) fn empty_place() -> HtmlElement {
    Library::new(LocalStore::open().unwrap()).delete_everything().unwrap();
    let place: HtmlElement = document().create_element("section").unwrap().unchecked_into();
    document().body().unwrap().append_child(&place).unwrap();
    place
}

/// The field with that id within a page.
pub(crate) fn field(page: &HtmlElement, id: &str) -> HtmlInputElement {
    page.query_selector(&format!("input[id='{id}']")).unwrap().unwrap().unchecked_into()
}

/// Types into a field in place of what stands there, and stays in it.
pub(crate) fn type_text(field: &HtmlInputElement, text: &str) {
    field.set_value(text);
    dispatch(field, "input");
}

/// Leaves a field.
pub(crate) fn leave(field: &HtmlInputElement) {
    dispatch(field, "blur");
}

/// Lets everything happen that waits: events, and what is drawn because of them.
pub(crate) async fn settle() {
    let waited = js_sys::Promise::new(&mut |resolve, _| {
        web_sys::window().unwrap().set_timeout_with_callback(&resolve).unwrap();
    });
    wasm_bindgen_futures::JsFuture::from(waited).await.unwrap();
    leptos::task::tick().await;
}

/// The message under a field, empty where nothing is said.
pub(crate) fn see_message(page: &HtmlElement, field: &HtmlInputElement) -> String {
    let ids = field.get_attribute("aria-describedby").unwrap();
    let id = ids.split(' ').find(|id| id.ends_with("-message")).unwrap();
    see(page, &format!("[id='{id}']"))
}

/// The text of the first element that fits.
pub(crate) fn see(page: &HtmlElement, selector: &str) -> String {
    let element = page.query_selector(selector).unwrap();
    element.and_then(|element| element.text_content()).unwrap_or_default()
}

/// Presses a key within a field.
pub(crate) fn press(field: &HtmlInputElement, key: &str, with_shift: bool) {
    let init = KeyboardEventInit::new();
    init.set_bubbles(true);
    init.set_key(key);
    init.set_shift_key(with_shift);
    let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
    field.dispatch_event(&event).unwrap();
}

/// Presses the button with that accessible name, or that text.
pub(crate) fn press_button(page: &HtmlElement, name: &str) {
    let buttons = page.query_selector_all("button").unwrap();
    let mut buttons = (0..buttons.length())
        .filter_map(|index| buttons.item(index))
        .map(JsCast::unchecked_into::<HtmlElement>);
    let is_named = |button: &HtmlElement| {
        let label = button.get_attribute("aria-label").or_else(|| button.text_content());
        label.is_some_and(|label| label.contains(name))
    };
    buttons.find(is_named).unwrap().click();
}

/// Presses the button with that id.
pub(crate) fn click(page: &HtmlElement, id: &str) {
    let button = page.query_selector(&format!("button[id='{id}']")).unwrap().unwrap();
    button.unchecked_into::<HtmlElement>().click();
}

/// Chooses an entry of a choice by its key.
pub(crate) fn choose(page: &HtmlElement, id: &str, key: &str) {
    let choice = page.query_selector(&format!("select[id='{id}']")).unwrap().unwrap();
    let choice: HtmlInputElement = choice.unchecked_into();
    groundwork::browser::document::set_value(id, key);
    dispatch(&choice, "change");
}

fn dispatch(field: &HtmlInputElement, name: &str) {
    let init = EventInit::new();
    init.set_bubbles(name != "blur");
    field.dispatch_event(&Event::new_with_event_init_dict(name, &init).unwrap()).unwrap();
}
