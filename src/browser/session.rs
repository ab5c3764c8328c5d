//! What is this tab's own: which case it shows.

const CASE_KEY: &str = "groundwork:tab-case";

/// Id of the case this tab showed last, also before a reload.
pub fn case_id() -> Option<String> {
    storage()?.get_item(CASE_KEY).ok().flatten()
}

/// Remembers the case this tab shows. A browser without storage forgets it, and the case saved last
/// is shown after a reload.
pub fn remember_case(id: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(CASE_KEY, id);
    }
}

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.session_storage().ok().flatten()
}
