//! Copying texts and pictures.

use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, Clipboard, ClipboardItem};

const HTML: &str = "text/html";
const TEXT: &str = "text/plain";

/// Copies a text; `done` hears whether that worked.
pub fn copy_text(text: &str, done: Box<dyn FnOnce(bool)>) {
    tell(clipboard().map(|clipboard| clipboard.write_text(text)), done);
}

/// Copies a text in two forms, of which the place it is pasted into takes the one it can show;
/// `done` hears whether that worked.
pub fn copy_rich(html: &str, text: &str, done: Box<dyn FnOnce(bool)>) {
    let forms = [(HTML, html), (TEXT, text)].map(|(kind, text)| Some((kind, blob(kind, text)?)));
    tell(write(forms), done);
}

/// Copies what arrives later, such as a picture that is still being drawn. To be called while the
/// click is handled, as browsers ask.
pub(super) fn copy_promised(kind: &str, content: &Promise, done: Box<dyn FnOnce(bool)>) {
    tell(write([Some((kind, content.into()))]), done);
}

fn write<const N: usize>(forms: [Option<(&str, JsValue)>; N]) -> Option<Promise> {
    let item = Object::new();
    for form in forms {
        let (kind, content) = form?;
        Reflect::set(&item, &kind.into(), &content).ok()?;
    }
    let item = ClipboardItem::new_with_record_from_str_to_blob_promise(&item).ok()?;
    Some(clipboard()?.write(&Array::of1(&item)))
}

fn blob(kind: &str, text: &str) -> Option<JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&text.into());
    Blob::new_with_str_sequence_and_options(&parts, &options).ok().map(JsValue::from)
}

/// Absent where the page is not served securely.
fn clipboard() -> Option<Clipboard> {
    let clipboard = web_sys::window()?.navigator().clipboard();
    (!clipboard.is_undefined()).then_some(clipboard)
}

fn tell(written: Option<Promise>, done: Box<dyn FnOnce(bool)>) {
    spawn_local(async move {
        done(match written {
            Some(written) => JsFuture::from(written).await.is_ok(),
            None => false,
        });
    });
}
