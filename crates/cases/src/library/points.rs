//! Saved points: a case as it was at a moment somebody wanted to remember.
//!
//! Each is a text of its own beside the case, so that a point that cannot be read disturbs nothing.

use serde_json::Value;

use super::{Library, SaveError, case_key};
use crate::{
    draft::Draft,
    envelope::{Envelope, Revision, Timestamp},
    store::{KeyValueStore, StoreError},
    text::{Lines, TextError, check},
};

const POINT_PREFIX: &str = "groundwork:point:";
/// Field of the envelope that holds the name of a point.
const NAME_FIELD: &str = "name";

/// Points that are kept of one case.
pub const MOST_POINTS: usize = 10;

/// A case as it was at a moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// Key it is stored under.
    pub key: String,
    /// What somebody called it; may be empty.
    pub name: String,
    /// When it was saved.
    pub saved_at: Timestamp,
    /// What stood in the case.
    pub draft: Draft,
}

impl Point {
    /// Passes a name through that a point may have, without white space around it.
    ///
    /// # Errors
    ///
    /// [`TextError`] where it cannot be shown on one line.
    pub fn checked_name(name: &str) -> Result<&str, TextError> {
        check(name.trim(), Lines::One)
    }
}

impl<S: KeyValueStore> Library<S> {
    /// The case `id` and when it was saved; `None` where there is none that can be read. Nothing is moved
    /// aside: it is looked at and not opened.
    ///
    /// # Errors
    ///
    /// [`StoreError`] when the store cannot be read.
    pub fn look_at(&self, id: &str) -> Result<Option<(Draft, Timestamp)>, StoreError> {
        let text = self.store.read(&case_key(id))?;
        let envelope = text.and_then(|text| Envelope::decode(&text).ok());
        Ok(envelope.map(|Envelope { draft, saved_at, .. }| (draft, saved_at)))
    }

    /// The points of the case `id` that can be read, the latest first.
    ///
    /// # Errors
    ///
    /// [`StoreError`] when the store cannot be read.
    pub fn points(&self, id: &str) -> Result<Vec<Point>, StoreError> {
        let mut points = Vec::new();
        for key in self.point_keys(id)?.into_iter().rev() {
            points.extend(self.point(&key)?);
        }
        Ok(points)
    }

    /// The point stored under `key`; `None` where there is none that can be read.
    ///
    /// # Errors
    ///
    /// [`StoreError`] when the store cannot be read.
    pub fn point(&self, key: &str) -> Result<Option<Point>, StoreError> {
        if !key.starts_with(POINT_PREFIX) {
            return Ok(None);
        }
        let envelope = self.store.read(key)?.and_then(|text| Envelope::decode(&text).ok());
        Ok(envelope.map(|Envelope { saved_at, draft, other, .. }| {
            let name = other.get(NAME_FIELD).and_then(Value::as_str).unwrap_or_default();
            let name = Point::checked_name(name).unwrap_or_default().to_owned();
            Point { key: key.to_owned(), name, saved_at, draft }
        }))
    }

    /// Saves `draft` as a point of the case `id`, under a [checked](Point::checked_name) name that may be
    /// empty; gives its key. Where there are [`MOST_POINTS`] already, the oldest goes once the new one
    /// is kept.
    ///
    /// # Errors
    ///
    /// [`SaveError`]; the points that were there are then still there.
    pub fn save_point(
        &self,
        id: &str,
        name: &str,
        draft: &Draft,
        saved_at: Timestamp,
    ) -> Result<String, SaveError> {
        let keys = self.point_keys(id)?;
        let number = keys.last().map_or(0, |key| number_of(key)).saturating_add(1);
        let key = format!("{}{number}", prefix_of(id));
        let mut envelope = Envelope::new(draft.clone(), saved_at, Revision::default().next());
        if !name.is_empty() {
            envelope.other.insert(NAME_FIELD.to_owned(), name.into());
        }
        self.write_checked(&key, &envelope.encode(), None)?;
        let readable = self.points(id)?;
        for oldest in readable.iter().skip(MOST_POINTS) {
            self.store.remove(&oldest.key)?;
        }
        Ok(key)
    }

    /// Removes the points of a case and gives their keys and texts; what cannot be removed stays and
    /// costs nothing but its room.
    pub(super) fn take_points(&self, id: &str) -> Vec<(String, String)> {
        let mut taken = Vec::new();
        for key in self.point_keys(id).unwrap_or_default() {
            if let Ok(Some(text)) = self.store.read(&key)
                && self.store.remove(&key).is_ok()
            {
                taken.push((key, text));
            }
        }
        taken
    }

    /// Puts points back where nothing stands in their place. The case is back without them too.
    pub(super) fn put_points(&self, points: &[(String, String)]) {
        for (key, text) in points {
            if self.store.read(key).is_ok_and(|found| found.is_none()) {
                drop(self.write_checked(key, text, None));
            }
        }
    }

    /// Keys of the points of a case, the oldest first.
    fn point_keys(&self, id: &str) -> Result<Vec<String>, StoreError> {
        let prefix = prefix_of(id);
        let mut keys: Vec<String> = Vec::new();
        for key in self.own_keys(&prefix)? {
            // Ids may hold colons: what follows the prefix is the number alone.
            if key.strip_prefix(&prefix).is_some_and(|rest| rest.parse::<u64>().is_ok()) {
                let place = keys.partition_point(|other| number_of(other) < number_of(&key));
                keys.insert(place, key);
            }
        }
        Ok(keys)
    }
}

fn prefix_of(id: &str) -> String {
    [POINT_PREFIX, id, ":"].concat()
}

fn number_of(key: &str) -> u64 {
    key.rsplit_once(':').and_then(|(_, number)| number.parse().ok()).unwrap_or_default()
}
