//! The browser's local storage behind the port of the library.

use gloo_storage::{LocalStorage, Storage as _};
use groundwork_cases::store::{KeyValueStore, StoreError};
use wasm_bindgen::{JsCast, JsValue};

/// The browser's local storage for this page.
///
/// Goes through the raw interface: the typed one of `gloo_storage` writes a text as JSON once more,
/// and keeps damaged text to itself.
#[derive(Clone, Copy, Debug)]
pub struct LocalStore(());

impl LocalStore {
    /// Checks that the browser grants storage; `gloo_storage` panics where it does not.
    ///
    /// # Errors
    ///
    /// [`StoreError::Unavailable`], as in some private windows.
    pub fn open() -> Result<Self, StoreError> {
        let storage = web_sys::window().and_then(|window| window.local_storage().ok().flatten());
        let storage = storage.ok_or(StoreError::Unavailable)?;
        // Some browsers hand out a storage that refuses every call.
        storage.length().map_err(|_| StoreError::Unavailable)?;
        Ok(Self(()))
    }
}

impl KeyValueStore for LocalStore {
    fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
        raw()?.get_item(key).map_err(|error| store_error(&error))
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StoreError> {
        raw()?.set_item(key, text).map_err(|error| store_error(&error))
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        raw()?.remove_item(key).map_err(|error| store_error(&error))
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        let storage = raw()?;
        let length = storage.length().map_err(|error| store_error(&error))?;
        Ok((0..length).filter_map(|index| storage.key(index).ok().flatten()).collect())
    }
}

/// Storage can be withdrawn while the page is open, so every call asks first.
fn raw() -> Result<web_sys::Storage, StoreError> {
    LocalStore::open()?;
    Ok(LocalStorage::raw())
}

fn store_error(error: &JsValue) -> StoreError {
    let Some(exception) = error.dyn_ref::<web_sys::DomException>() else {
        return StoreError::Failed { message: format!("{error:?}") };
    };
    match exception.name().as_str() {
        "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" => StoreError::QuotaExceeded,
        "SecurityError" => StoreError::Unavailable,
        _ => StoreError::Failed { message: exception.message() },
    }
}
