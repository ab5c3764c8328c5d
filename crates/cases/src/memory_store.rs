//! A store in memory that can be told to fail, for tests and for pages without storage.

use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
};

use crate::store::{KeyValueStore, StoreError};

/// Text kept as long as the value lives. It fails only when told to.
#[derive(Debug, Default)]
pub struct MemoryStore {
    texts: RefCell<BTreeMap<String, String>>,
    is_unavailable: Cell<bool>,
    quota: Cell<Option<usize>>,
    writes_until_failure: Cell<Option<usize>>,
    writes_until_corruption: Cell<Option<usize>>,
    changes_until_stop: Cell<Option<usize>>,
}

impl MemoryStore {
    /// An empty store that does not fail.
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether every call fails with [`StoreError::Unavailable`] from now on.
    pub fn set_unavailable(&self, is_unavailable: bool) {
        self.is_unavailable.set(is_unavailable);
    }

    /// Most bytes that fit, keys and texts together; `None` for any number.
    pub fn set_quota(&self, bytes: Option<usize>) {
        self.quota.set(bytes);
    }

    /// Lets the write after the next `writes` fail, and only that one; `None` for none.
    pub fn fail_after(&self, writes: Option<usize>) {
        self.writes_until_failure.set(writes);
    }

    /// Lets the write after the next `writes` keep only half of its text without a word, and only
    /// that one; `None` for none.
    pub fn corrupt_after(&self, writes: Option<usize>) {
        self.writes_until_corruption.set(writes);
    }

    /// Lets the next `changes` happen and none after them, as for a page that is killed there: every
    /// write and every removal fails from then on. `None` lets all happen again.
    pub fn stop_after(&self, changes: Option<usize>) {
        self.changes_until_stop.set(changes);
    }

    /// Counts a change and fails where the store has stopped.
    fn check_stopped(&self) -> Result<(), StoreError> {
        match self.changes_until_stop.get() {
            Some(0) => Err(StoreError::Failed { message: "the page was killed".to_owned() }),
            left => {
                self.changes_until_stop.set(left.map(|changes| changes - 1));
                Ok(())
            }
        }
    }

    fn check_available(&self) -> Result<(), StoreError> {
        if self.is_unavailable.get() { Err(StoreError::Unavailable) } else { Ok(()) }
    }

    fn check_quota(&self, key: &str, text: &str) -> Result<(), StoreError> {
        let texts = self.texts.borrow();
        let others = texts.iter().filter(|(other, _)| other.as_str() != key);
        let used: usize = others.map(|(key, text)| key.len() + text.len()).sum();
        match self.quota.get() {
            Some(quota) if used + key.len() + text.len() > quota => Err(StoreError::QuotaExceeded),
            _ => Ok(()),
        }
    }
}

/// Counts a write and says whether it is the one that was waited for.
fn is_due(writes_until: &Cell<Option<usize>>) -> bool {
    let left = writes_until.get();
    writes_until.set(left.and_then(|writes| writes.checked_sub(1)));
    left == Some(0)
}

impl KeyValueStore for MemoryStore {
    fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.check_available()?;
        Ok(self.texts.borrow().get(key).cloned())
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.check_available()?;
        self.check_stopped()?;
        if is_due(&self.writes_until_failure) {
            return Err(StoreError::Failed { message: "this write was told to fail".to_owned() });
        }
        self.check_quota(key, text)?;
        let is_corrupted = is_due(&self.writes_until_corruption);
        let kept = if is_corrupted { text.chars().count() / 2 } else { usize::MAX };
        let text = text.chars().take(kept).collect();
        self.texts.borrow_mut().insert(key.to_owned(), text);
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.check_available()?;
        self.check_stopped()?;
        self.texts.borrow_mut().remove(key);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.check_available()?;
        Ok(self.texts.borrow().keys().cloned().collect())
    }
}
