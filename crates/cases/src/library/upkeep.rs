//! What is done to stored cases from a list: deleted and brought back, copied, renamed, counted.

use super::{CASE_PREFIX, Deleted, INDEX_KEY, Library, PREFIX, RenameError, SaveError, case_key};
use crate::{
    envelope::{Envelope, Revision, Timestamp},
    store::{KeyValueStore, StoreError},
    text::MAX_TEXT_CHARS,
    text_field::TextField,
};

/// What a case without a name is called.
const UNNAMED: &str = "Unnamed case";

impl<S: KeyValueStore> Library<S> {
    /// Deletes the case `id`, readable or not, and the points that were saved of it; gives what brings
    /// all of it back, or `None` where there was nothing. Where it was the case saved last, the one saved before it is that from now on.
    ///
    /// # Errors
    ///
    /// [`StoreError`] when the store cannot be changed.
    pub fn delete(&self, id: &str) -> Result<Option<Deleted>, StoreError> {
        let was_latest = self.store.read(INDEX_KEY)?.as_deref() == Some(id);
        let deleted = self.delete_text(&case_key(id))?;
        if was_latest && deleted.is_some() {
            self.remember_another();
        }
        let Some(deleted) = deleted else { return Ok(None) };
        let (latest, points) = (was_latest.then(|| id.to_owned()), self.take_points(id));
        Ok(Some(Deleted { latest, points, ..deleted }))
    }

    /// Deletes what is stored under `key`, such as a text that was set aside; see
    /// [`Self::delete`].
    ///
    /// # Errors
    ///
    /// [`StoreError`] when the store cannot be changed.
    pub fn delete_text(&self, key: &str) -> Result<Option<Deleted>, StoreError> {
        let Some(text) = self.store.read(key)? else { return Ok(None) };
        self.store.remove(key)?;
        Ok(Some(Deleted { key: key.to_owned(), text, latest: None, points: Vec::new() }))
    }

    /// Brings back what was deleted, to the bit. What is there meanwhile stays.
    ///
    /// # Errors
    ///
    /// [`SaveError`]; [`SaveError::Conflict`] where something is there meanwhile.
    pub fn restore(&self, deleted: &Deleted) -> Result<(), SaveError> {
        let Deleted { key, text, latest, points } = deleted;
        if let Some(stored) = self.store.read(key)? {
            let found = Envelope::decode(&stored).map(|envelope| envelope.revision);
            let found = Some(found.unwrap_or_default());
            return Err(SaveError::Conflict { expected: None, found });
        }
        self.write_checked(key, text, None)?;
        self.put_points(points);
        if let Some(id) = latest {
            self.remember_latest(id);
        }
        Ok(())
    }

    /// Copies the case `id`, with everything typed, as `new_id`; gives the title of the copy:
    /// “Title (copy)”, or “Title (copy 2)” and so on where there is one.
    ///
    /// # Errors
    ///
    /// [`SaveError`] when there is no such case that can be read, something is stored as `new_id`,
    /// or the copy cannot be kept.
    pub fn duplicate(
        &self,
        id: &str,
        new_id: &str,
        saved_at: Timestamp,
    ) -> Result<String, SaveError> {
        let mut envelope = self.envelope(id)?;
        let new_key = case_key(new_id);
        if self.store.read(&new_key)?.is_some() {
            return Err(SaveError::Conflict { expected: None, found: Some(Revision::default()) });
        }
        let title = title_of_copy(envelope.draft.file().title(), &self.titles()?);
        // It was a title before, and is no longer than one may be.
        drop(envelope.draft.type_text(TextField::Title, &title));
        (envelope.saved_at, envelope.revision) = (saved_at, Revision::default().next());
        self.write_checked(&new_key, &envelope.encode(), None)?;
        self.remember_latest(new_id);
        Ok(title)
    }

    /// What a case of this title is called beside those that are kept: its title, or, where one of
    /// them has it, that of a copy.
    ///
    /// # Errors
    ///
    /// [`StoreError`] when the titles cannot be read.
    pub fn title_beside(&self, title: &str) -> Result<String, StoreError> {
        let taken = self.titles()?;
        let is_taken = taken.iter().any(|other| other == title);
        Ok(if is_taken { title_of_copy(title, &taken) } else { title.to_owned() })
    }

    /// The titles of the cases that can be read, the one saved last first.
    ///
    /// # Errors
    ///
    /// [`StoreError`] when the store cannot be read.
    pub fn titles(&self) -> Result<Vec<String>, StoreError> {
        let listed = self.list()?.into_iter().filter_map(|listed| listed.content.ok());
        Ok(listed.map(|case| case.title).collect())
    }

    /// Gives the case `id` another title; an empty one takes its name away. `expected` is the
    /// revision the list showed.
    ///
    /// # Errors
    ///
    /// [`RenameError`]; what was stored before is then still there.
    pub fn rename(
        &self,
        id: &str,
        title: &str,
        saved_at: Timestamp,
        expected: Revision,
    ) -> Result<Revision, RenameError> {
        let mut envelope = self.envelope(id)?;
        envelope.draft.type_text(TextField::Title, title)?;
        let revision = self.save(id, &envelope.draft, saved_at, Some(expected))?;
        Ok(revision)
    }

    /// Every case that can be read with its id, as it is stored, the one saved last first.
    ///
    /// # Errors
    ///
    /// [`StoreError`] when the store cannot be read.
    pub fn envelopes(&self) -> Result<Vec<(String, Envelope)>, StoreError> {
        let listed = self.list()?;
        let envelope = |id: String| self.envelope(&id).ok().map(|envelope| (id, envelope));
        Ok(listed.into_iter().filter_map(|listed| envelope(listed.id)).collect())
    }

    /// Bytes this project takes in the store, keys and texts together, at two bytes a UTF-16 code
    /// unit: that is how browsers count what they grant a page.
    ///
    /// # Errors
    ///
    /// [`StoreError`] when the store cannot be read.
    pub fn size(&self) -> Result<usize, StoreError> {
        let bytes = |text: &str| 2 * text.encode_utf16().count();
        let mut size = 0;
        for key in self.own_keys(PREFIX)? {
            size += bytes(&key) + self.store.read(&key)?.map_or(0, |text| bytes(&text));
        }
        Ok(size)
    }

    /// How many cases there are, those that cannot be read included.
    ///
    /// # Errors
    ///
    /// [`StoreError`] when the store cannot be read.
    pub fn count(&self) -> Result<usize, StoreError> {
        Ok(self.own_keys(CASE_PREFIX)?.len())
    }

    /// Whether nothing of this project is stored, as after the data of the page was cleared.
    ///
    /// # Errors
    ///
    /// [`StoreError`] when the store cannot be read.
    pub fn is_empty(&self) -> Result<bool, StoreError> {
        Ok(self.own_keys(PREFIX)?.is_empty())
    }

    /// The case `id` as it is stored.
    fn envelope(&self, id: &str) -> Result<Envelope, SaveError> {
        let gone = SaveError::Conflict { expected: Some(Revision::default()), found: None };
        self.look(id)?.ok_or(gone)?.map_err(SaveError::Unreadable)
    }

    /// Notes the case that was saved last among those that are left.
    fn remember_another(&self) {
        let listed = self.list().unwrap_or_default();
        match listed.first().filter(|newest| newest.content.is_ok()) {
            Some(newest) => self.remember_latest(&newest.id),
            // That it stays costs nothing but a guess.
            None => drop(self.store.remove(INDEX_KEY)),
        }
    }
}

/// What a case of this title is called.
pub fn name_of(title: &str) -> &str {
    if title.trim().is_empty() { UNNAMED } else { title }
}

/// The first free one of “Title (copy)”, “Title (copy 2)” and so on, shortened where it is too long.
fn title_of_copy(title: &str, taken: &[String]) -> String {
    let title = name_of(without_copy(title));
    let mut number = 1;
    loop {
        let mark = if number == 1 { " (copy)".to_owned() } else { format!(" (copy {number})") };
        let room = MAX_TEXT_CHARS.saturating_sub(mark.len());
        let copy: String = title.chars().take(room).chain(mark.chars()).collect();
        if !taken.contains(&copy) {
            return copy;
        }
        number += 1;
    }
}

/// The title of what a copy was made of.
fn without_copy(title: &str) -> &str {
    let Some((before, number)) =
        title.strip_suffix(')').and_then(|title| title.rsplit_once(" (copy"))
    else {
        return title;
    };
    let is_number = |number: &str| number.bytes().all(|byte| byte.is_ascii_digit());
    let is_copy = number.is_empty()
        || number.strip_prefix(' ').is_some_and(|number| !number.is_empty() && is_number(number));
    if is_copy { before } else { title }
}
