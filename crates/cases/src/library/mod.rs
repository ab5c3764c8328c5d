//! The cases of this browser: opened, saved and listed so that nothing stored is lost unseen.

mod outcome;
mod points;
mod upkeep;

pub use outcome::{Deleted, Listed, ListedCase, Opened, Quarantined, RenameError, SaveError};
pub use points::{MOST_POINTS, Point};
pub use upkeep::name_of;

use crate::{
    draft::Draft,
    envelope::{Envelope, EnvelopeError, Revision, Timestamp},
    store::{KeyValueStore, StoreError},
};

/// Beginning of every key of this project; pages of one host share their storage.
pub const PREFIX: &str = "groundwork:";
/// Key of the preferences of the page.
pub const PREFERENCES_KEY: &str = "groundwork:preferences";
/// Key of the id of the case saved last.
const INDEX_KEY: &str = "groundwork:index";
const CASE_PREFIX: &str = "groundwork:case:";
const QUARANTINE_PREFIX: &str = "groundwork:quarantine:";

/// The cases kept in a store, each under a key of its own.
#[derive(Clone, Debug)]
pub struct Library<S> {
    store: S,
}

impl<S: KeyValueStore> Library<S> {
    /// The cases kept in `store`.
    pub fn new(store: S) -> Self {
        Self { store }
    }

    /// The store, for what belongs to the page and not to a case, such as preferences.
    pub fn store(&self) -> &S {
        &self.store
    }

    /// Opens the case that was saved last.
    ///
    /// # Errors
    ///
    /// [`StoreError`] when the store cannot be read.
    pub fn latest(&self) -> Result<Opened, StoreError> {
        if let Some(id) = self.store.read(INDEX_KEY)? {
            let opened = self.open(&id)?;
            if opened != Opened::Nothing {
                return Ok(opened);
            }
        }
        match self.list()?.first() {
            Some(newest) => self.open(&newest.id),
            None => Ok(Opened::Nothing),
        }
    }

    /// Opens the case `id`. Text that cannot be read is moved aside first, so that nothing is ever
    /// written over it.
    ///
    /// # Errors
    ///
    /// [`StoreError`] when the store cannot be read.
    pub fn open(&self, id: &str) -> Result<Opened, StoreError> {
        let (key, id) = (case_key(id), id.to_owned());
        let Some(text) = self.store.read(&key)? else { return Ok(Opened::Nothing) };
        let reason = match Envelope::decode(&text) {
            Ok(Envelope { saved_at, revision, draft, .. }) => {
                return Ok(Opened::Draft { id, draft: Box::new(draft), revision, saved_at });
            }
            Err(reason) => reason,
        };
        if reason.is_too_new() {
            return Ok(Opened::LeftAlone { id, key, reason });
        }
        match self.set_aside(&key, &text) {
            Ok(quarantine_key) => Ok(Opened::SetAside { id, quarantine_key, reason }),
            Err(_) => Ok(Opened::LeftAlone { id, key, reason }),
        }
    }

    /// What is stored as the case `id`, and nothing is done about it; `None` where nothing is.
    ///
    /// # Errors
    ///
    /// [`StoreError`] when the store cannot be read.
    pub fn look(&self, id: &str) -> Result<Option<Result<Envelope, EnvelopeError>>, StoreError> {
        Ok(self.store.read(&case_key(id))?.map(|text| Envelope::decode(&text)))
    }

    /// Saves a draft as the case `id`. `expected` is the revision this tab opened or saved last,
    /// `None` for a new case.
    ///
    /// # Errors
    ///
    /// [`SaveError`]; what was stored before is then still there.
    pub fn save(
        &self,
        id: &str,
        draft: &Draft,
        saved_at: Timestamp,
        expected: Option<Revision>,
    ) -> Result<Revision, SaveError> {
        let key = case_key(id);
        let stored = self.store.read(&key)?;
        let before = match stored.as_deref().map(Envelope::decode) {
            Some(Ok(envelope)) => Some(envelope),
            Some(Err(reason)) if reason.is_too_new() => return Err(SaveError::TooNew),
            Some(Err(_)) => {
                self.set_aside(&key, stored.as_deref().unwrap_or_default())?;
                None
            }
            None => None,
        };
        let found = before.as_ref().map(|envelope| envelope.revision);
        let was_damaged = stored.is_some() && before.is_none();
        if found != expected && !was_damaged {
            return Err(SaveError::Conflict { expected, found });
        }
        let revision = expected.unwrap_or_default().next();
        let mut envelope = Envelope::new(draft.clone(), saved_at, revision);
        envelope.other = before.map(|envelope| envelope.other).unwrap_or_default();
        self.write_checked(&key, &envelope.encode(), stored.as_deref().filter(|_| !was_damaged))?;
        self.remember_latest(id);
        Ok(revision)
    }

    /// Every stored case, the one saved last first, what cannot be read at the end.
    ///
    /// # Errors
    ///
    /// [`StoreError`] when the store cannot be read.
    pub fn list(&self) -> Result<Vec<Listed>, StoreError> {
        let mut listed = Vec::new();
        for key in self.own_keys(CASE_PREFIX)? {
            let Some(text) = self.store.read(&key)? else { continue };
            let id = key.strip_prefix(CASE_PREFIX).unwrap_or_default().to_owned();
            let content = Envelope::decode(&text).map(|envelope| ListedCase {
                title: envelope.draft.file().title().to_owned(),
                saved_at: envelope.saved_at,
                revision: envelope.revision,
            });
            let listing = Listed { id, content };
            // The store gives its keys in any order; the id makes the order of the list certain.
            let rank = |listed: &Listed| (listed.saved_at(), std::cmp::Reverse(listed.id.clone()));
            let place = listed.partition_point(|other| rank(other) > rank(&listing));
            listed.insert(place, listing);
        }
        Ok(listed)
    }

    /// Every text that could not be read, unchanged, the oldest first.
    ///
    /// # Errors
    ///
    /// [`StoreError`] when the store cannot be read.
    pub fn quarantined(&self) -> Result<Vec<Quarantined>, StoreError> {
        let mut quarantined = Vec::new();
        for key in self.own_keys(QUARANTINE_PREFIX)? {
            if let Some(text) = self.store.read(&key)? {
                let number = quarantine_number(&key);
                let is_before = |other: &Quarantined| quarantine_number(&other.key) < number;
                let place = quarantined.partition_point(is_before);
                quarantined.insert(place, Quarantined { key, text });
            }
        }
        Ok(quarantined)
    }

    /// Removes everything this project stored, preferences and quarantined text included, and
    /// nothing of other pages.
    ///
    /// # Errors
    ///
    /// [`StoreError`] when the store cannot be changed.
    pub fn delete_everything(&self) -> Result<(), StoreError> {
        self.own_keys(PREFIX)?.iter().try_for_each(|key| self.store.remove(key))
    }

    /// Writes, reads back and compares; on failure what was there before is put back.
    fn write_checked(&self, key: &str, text: &str, before: Option<&str>) -> Result<(), SaveError> {
        self.store.write(key, text)?;
        let error = match self.store.read(key) {
            Ok(kept) if kept.as_deref() == Some(text) => return Ok(()),
            Ok(_) => None,
            Err(error) => Some(error),
        };
        // The first error is the one reported; a store that fails again cannot be helped.
        let restored = match before {
            Some(before) => self.store.write(key, before),
            None => self.store.remove(key),
        };
        let is_restored =
            restored.is_ok() && self.store.read(key).is_ok_and(|kept| kept.as_deref() == before);
        Err(error.map_or(SaveError::ReadBackDiffers { is_restored }, SaveError::Store))
    }

    /// Moves a text under a key of its own; it is removed only once the copy is safe.
    fn set_aside(&self, key: &str, text: &str) -> Result<String, SaveError> {
        let quarantined = self.quarantined()?;
        let quarantine_key = if let Some(kept) = quarantined.iter().find(|kept| kept.text == text) {
            kept.key.clone()
        } else {
            let last = quarantined.last().map_or(0, |kept| quarantine_number(&kept.key));
            let quarantine_key = format!("{QUARANTINE_PREFIX}{}", last.saturating_add(1));
            self.write_checked(&quarantine_key, text, None)?;
            quarantine_key
        };
        self.store.remove(key)?;
        Ok(quarantine_key)
    }

    /// Notes which case was saved last; that it is lost costs nothing but a guess.
    fn remember_latest(&self, id: &str) {
        let noted = self.store.read(INDEX_KEY).ok().flatten();
        if noted.as_deref() != Some(id) && !noted.is_some_and(|noted| is_of_later_release(&noted)) {
            let _ = self.store.write(INDEX_KEY, id);
        }
    }

    fn own_keys(&self, prefix: &str) -> Result<Vec<String>, StoreError> {
        let mut keys = self.store.keys()?;
        keys.retain(|key| key.starts_with(prefix));
        Ok(keys)
    }
}

/// Key of the case `id`.
pub fn case_key(id: &str) -> String {
    format!("{CASE_PREFIX}{id}")
}

/// Whether what stands in place of the id of the case saved last was written by a later release: an
/// id never begins like that. It is left alone.
fn is_of_later_release(index: &str) -> bool {
    index.starts_with('{')
}

fn quarantine_number(key: &str) -> u64 {
    key.strip_prefix(QUARANTINE_PREFIX).and_then(|number| number.parse().ok()).unwrap_or_default()
}
