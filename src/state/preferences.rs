//! What the reader prefers about the page, whatever case is open.

use groundwork_cases::{
    library::PREFERENCES_KEY,
    store::{KeyValueStore as _, StoreError},
};
use leptos::prelude::*;
use serde_json::{Map, Value};

use super::{theme::Theme, workspace::Workspace};
use crate::browser::local_store::LocalStore;

/// Version of what is written; without one it is the first.
const VERSION: &str = "version";
const LATEST: u64 = 1;
/// What is said where a later release keeps what the reader prefers.
const NEWER: &str = "A newer version of this page keeps what you prefer, so this choice lasts until the tab is closed";
const THEME: &str = "theme";
const SINGLE_KEYS: &str = "single_keys";

/// What was chosen. Whatever was not, and whatever cannot be read, is as the page comes.
///
/// Holds the fields as they are stored: one that a later release wrote stays there.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Preferences(Map<String, Value>);

impl Preferences {
    /// Reads a stored text. One that is damaged says nothing.
    pub fn decode(text: &str) -> Self {
        match serde_json::from_str(text) {
            Ok(Value::Object(fields)) => Self(fields),
            _ => Self::default(),
        }
    }

    /// The text to store.
    pub fn encode(&self) -> String {
        Value::Object(self.0.clone()).to_string()
    }

    /// The colors of the page.
    pub fn theme(&self) -> Theme {
        let name = self.0.get(THEME).and_then(Value::as_str);
        name.and_then(Theme::of_name).unwrap_or_default()
    }

    /// Chooses the colors of the page.
    pub fn set_theme(&mut self, theme: Theme) {
        self.0.insert(THEME.to_owned(), theme.name().into());
    }

    /// Whether a key alone, such as `?`, does something.
    pub fn has_single_keys(&self) -> bool {
        self.0.get(SINGLE_KEYS) != Some(&Value::Bool(false))
    }

    /// Says whether a key alone does something.
    pub fn set_single_keys(&mut self, has_single_keys: bool) {
        self.0.insert(SINGLE_KEYS.to_owned(), has_single_keys.into());
    }

    /// Whether a later release wrote them, with meanings nobody here knows: they are left alone.
    pub fn is_newer(&self) -> bool {
        self.0.get(VERSION).and_then(Value::as_u64).is_some_and(|version| version > LATEST)
    }

    /// Whether a question or reminder of that name was answered, whatever the answer was.
    pub fn is_answered(&self, question: &str) -> bool {
        self.0.get(question) == Some(&Value::Bool(true))
    }

    /// Notes that a question or reminder of that name was answered and is not to come again.
    pub fn answer(&mut self, question: &str) {
        self.0.insert(question.to_owned(), true.into());
    }

    /// What this browser keeps; as the page comes where it keeps nothing.
    pub(super) fn open() -> Self {
        stored().ok().flatten().map(|text| Self::decode(&text)).unwrap_or_default()
    }
}

impl Workspace {
    /// Changes what the reader prefers, and keeps it where the browser lets the page.
    pub fn prefer(&self, change: Box<dyn FnOnce(&mut Preferences) + '_>) {
        // Another tab may have chosen something else meanwhile.
        let stored = stored().ok().flatten().map(|text| Preferences::decode(&text));
        let is_newer = stored.as_ref().is_some_and(Preferences::is_newer);
        let mut preferences =
            stored.filter(|_| !is_newer).unwrap_or_else(|| self.preferences.get_untracked());
        change(&mut preferences);
        if is_newer {
            self.say(NEWER.to_owned());
        } else {
            // Not kept, it still holds until the page is closed.
            let _ = LocalStore::open()
                .and_then(|store| store.write(PREFERENCES_KEY, &preferences.encode()));
        }
        self.show_preferences(preferences);
    }

    /// Lets the page look as the reader prefers it.
    pub(super) fn show_preferences(&self, preferences: Preferences) {
        preferences.theme().show();
        if self.preferences.with_untracked(|before| *before != preferences) {
            self.preferences.set(preferences);
        }
    }
}

fn stored() -> Result<Option<String>, StoreError> {
    LocalStore::open()?.read(PREFERENCES_KEY)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

    use super::*;

    #[test]
    fn what_was_chosen_is_read_as_it_was_written() {
        for theme in Theme::ALL {
            for has_single_keys in [true, false] {
                let mut preferences = Preferences::default();
                preferences.set_theme(theme);
                preferences.set_single_keys(has_single_keys);
                let read = Preferences::decode(&preferences.encode());
                assert_eq!((read.theme(), read.has_single_keys()), (theme, has_single_keys));
            }
        }
    }

    #[test]
    fn damaged_text_is_as_if_nothing_was_chosen() {
        let deep = "[".repeat(1_000);
        for text in ["", "{", "null", "[]", "\"dark\"", "{\"theme\":", &deep] {
            assert_eq!(Preferences::decode(text), Preferences::default(), "{text:.20}");
        }
    }

    #[test]
    fn values_nobody_knows_are_as_if_nothing_was_chosen() {
        for text in [r#"{"theme":"sepia","single_keys":"no"}"#, r#"{"theme":7,"single_keys":null}"#]
        {
            let preferences = Preferences::decode(text);
            assert_eq!(preferences.theme(), Theme::System, "{text}");
            assert!(preferences.has_single_keys(), "{text}");
        }
    }

    #[test]
    fn what_a_later_release_prefers_is_known_by_its_version() {
        for (text, is_newer) in [
            (r#"{"theme":"dark"}"#, false),
            (r#"{"version":1,"theme":"dark"}"#, false),
            (r#"{"version":2,"theme":"dark"}"#, true),
            (r#"{"version":"two"}"#, false),
        ] {
            assert_eq!(Preferences::decode(text).is_newer(), is_newer, "{text}");
        }
    }

    #[test]
    fn an_answer_is_remembered_by_the_name_of_its_question() {
        let mut preferences = Preferences::default();
        assert!(!preferences.is_answered("persistence"));
        preferences.answer("persistence");
        let read = Preferences::decode(&preferences.encode());
        assert!(read.is_answered("persistence") && !read.is_answered("export"));
    }

    #[test]
    fn fields_nobody_knows_are_kept() {
        let mut preferences = Preferences::decode(r#"{"novel":[1,{"a":2}],"theme":"sepia"}"#);
        preferences.set_single_keys(false);
        let kept: Value = serde_json::from_str(&preferences.encode()).unwrap();
        let expected = r#"{"novel":[1,{"a":2}],"theme":"sepia","single_keys":false}"#;
        assert_eq!(kept, serde_json::from_str::<Value>(expected).unwrap());
    }
}
