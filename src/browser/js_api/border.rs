//! What crosses the border between scripts and the calculation: JSON text, and errors thrown.

use js_sys::{Error, Function, JSON};
use serde_json::Value;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};

/// A JavaScript value as JSON. Numbers that JSON cannot hold become their names, so that a message
/// can say what stood there.
pub(super) fn json_text(value: &JsValue, what: &str) -> Result<String, String> {
    let named = Closure::<dyn Fn(JsValue, JsValue) -> JsValue>::new(|_key, value: JsValue| {
        match value.as_f64() {
            Some(number) if number.is_nan() => JsValue::from_str("NaN"),
            Some(f64::INFINITY) => JsValue::from_str("Infinity"),
            Some(f64::NEG_INFINITY) => JsValue::from_str("-Infinity"),
            _ => value,
        }
    });
    let replacer: &Function = named.as_ref().unchecked_ref();
    JSON::stringify_with_replacer(value, replacer)
        .ok()
        .and_then(|text| text.as_string())
        .ok_or_else(|| format!("{what} must be an object that can be written as JSON"))
}

pub(super) fn to_js(value: &Value) -> Result<JsValue, String> {
    parsed(&value.to_string())
}

pub(super) fn parsed(json: &str) -> Result<JsValue, String> {
    JSON::parse(json).map_err(|_| "the result could not be handed over".to_owned())
}

pub(super) fn one_argument(call: fn(&JsValue) -> Result<JsValue, String>) -> JsValue {
    let call = move |argument: JsValue| call(&argument).map_err(|message| thrown(&message));
    Closure::<dyn Fn(JsValue) -> Result<JsValue, JsValue>>::new(call).into_js_value()
}

pub(super) fn two_arguments(call: fn(&JsValue, &JsValue) -> Result<JsValue, String>) -> JsValue {
    let call = move |first: JsValue, second: JsValue| {
        call(&first, &second).map_err(|message| thrown(&message))
    };
    Closure::<dyn Fn(JsValue, JsValue) -> Result<JsValue, JsValue>>::new(call).into_js_value()
}

pub(super) fn thrown(message: &str) -> JsValue {
    Error::new(message).into()
}
