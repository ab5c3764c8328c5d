//! Giving something to the reader as a file.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::Blob;

/// Type of a case file.
pub const JSON: &str = "application/json";

/// Type of a page.
pub const HTML: &str = "text/html";

/// Offers `text` as a file of that name and type, such as `application/json`.
pub fn download(name: &str, text: &str, kind: &str) {
    // Nothing is lost where the browser refuses: the text is still on the page.
    let _ = offer(name, text, kind);
}

fn offer(name: &str, text: &str, kind: &str) -> Result<(), JsValue> {
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(kind);
    offer_blob(name, &Blob::new_with_str_sequence_and_options(&parts, &options)?)
}

/// Offers a file of that name.
pub(super) fn offer_blob(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let url = web_sys::Url::create_object_url_with_blob(blob)?;
    let document = web_sys::window().and_then(|window| window.document());
    let document = document.ok_or(JsValue::UNDEFINED)?;
    let link: web_sys::HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    web_sys::Url::revoke_object_url(&url)
}
