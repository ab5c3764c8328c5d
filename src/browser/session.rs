//! What is this tab's own: which case it shows, what it compares, and a case that came with a link.

use groundwork_cases::library::PREFIX;

const CASE_KEY: &str = "groundwork:tab-case";
const PREVIEW_KEY: &str = "groundwork:tab-preview";
const COMPARED_KEY: &str = "groundwork:tab-compared";

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

/// What this tab holds against the case on screen, a line each.
pub fn compared() -> Option<String> {
    storage()?.get_item(COMPARED_KEY).ok().flatten()
}

/// Remembers what this tab compares. A browser without storage forgets it with a reload.
pub fn remember_compared(lines: &str) {
    if let Some(storage) = storage() {
        let _ = match lines {
            "" => storage.remove_item(COMPARED_KEY),
            lines => storage.set_item(COMPARED_KEY, lines),
        };
    }
}

/// The text of the case that came with a link, kept over a reload.
pub fn preview() -> Option<String> {
    storage()?.get_item(PREVIEW_KEY).ok().flatten()
}

/// Remembers the text of a case that came with a link; says whether that worked.
pub fn remember_preview(text: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(PREVIEW_KEY, text).is_ok())
}

/// Forgets the case that came with a link.
pub fn forget_preview() {
    if let Some(storage) = storage() {
        // What cannot be removed is gone with the tab.
        let _ = storage.remove_item(PREVIEW_KEY);
    }
}

/// Forgets everything this tab remembers of this project, and nothing of other pages.
pub fn forget() {
    let Some(storage) = storage() else { return };
    let length = storage.length().unwrap_or_default();
    let keys: Vec<String> = (0..length).filter_map(|at| storage.key(at).ok().flatten()).collect();
    for key in keys.iter().filter(|key| key.starts_with(PREFIX)) {
        // What cannot be removed is gone with the tab.
        let _ = storage.remove_item(key);
    }
}

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.session_storage().ok().flatten()
}
