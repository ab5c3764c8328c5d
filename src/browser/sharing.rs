//! The share sheet of the system, where there is one.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Whether this browser has a share sheet for links.
pub fn can_share() -> bool {
    share_function().is_some()
}

/// Opens the share sheet for a link, with the name of what it leads to; no name where that is empty.
/// To be called while the click is handled, as browsers ask.
pub fn share_link(name: &str, address: &str) {
    let Some((navigator, share)) = share_function() else { return };
    let data = Object::new();
    for (field, text) in [("title", name), ("url", address)] {
        if !text.is_empty() {
            // A fresh object takes any property.
            let _ = Reflect::set(&data, &field.into(), &text.into());
        }
    }
    let shared = share.call1(&navigator, &data).ok().and_then(|shared| shared.dyn_into().ok());
    if let Some(shared) = shared {
        let shared: Promise = shared;
        // Whoever closes the sheet has changed their mind, which is no failure.
        spawn_local(async move { drop(JsFuture::from(shared).await) });
    }
}

fn share_function() -> Option<(JsValue, Function)> {
    let navigator: JsValue = web_sys::window()?.navigator().into();
    let share = Reflect::get(&navigator, &"share".into()).ok()?.dyn_into().ok()?;
    Some((navigator, share))
}
