//! Where text is kept: the port the library writes through.

/// Text kept under a key, wherever that may be.
///
/// Implemented by the browser's local storage and, in tests, by
/// [`MemoryStore`](crate::memory_store::MemoryStore).
pub trait KeyValueStore {
    /// Text stored under `key`, or `None` when nothing is.
    ///
    /// # Errors
    ///
    /// [`StoreError::Unavailable`] when the store cannot be reached, as in some private windows.
    fn read(&self, key: &str) -> Result<Option<String>, StoreError>;

    /// Replaces what is stored under `key`.
    ///
    /// # Errors
    ///
    /// [`StoreError::QuotaExceeded`] when the text does not fit; the old text is then untouched.
    fn write(&self, key: &str, text: &str) -> Result<(), StoreError>;

    /// Removes what is stored under `key`; nothing happens when nothing is.
    ///
    /// # Errors
    ///
    /// [`StoreError::Unavailable`] when the store cannot be reached.
    fn remove(&self, key: &str) -> Result<(), StoreError>;

    /// Every key of the store, in any order, those of other pages of the same host included.
    ///
    /// # Errors
    ///
    /// [`StoreError::Unavailable`] when the store cannot be reached.
    fn keys(&self) -> Result<Vec<String>, StoreError>;
}

/// Why a store did not do what it was asked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// The store cannot be reached.
    #[error("storage is not available")]
    Unavailable,
    /// The text does not fit; what was stored before is untouched.
    #[error("storage is full")]
    QuotaExceeded,
    /// Anything else the store reports.
    #[error("storage failed: {message}")]
    Failed {
        /// What it said.
        message: String,
    },
}

impl<S: KeyValueStore + ?Sized> KeyValueStore for &S {
    fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
        (**self).read(key)
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StoreError> {
        (**self).write(key, text)
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        (**self).remove(key)
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        (**self).keys()
    }
}
