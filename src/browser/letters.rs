//! Letters of every script, which the browser knows anyway.

use js_sys::JsString;

/// The text in small letters, to be compared with another one.
pub fn lowered(text: &str) -> String {
    JsString::from(text).to_lower_case().into()
}
