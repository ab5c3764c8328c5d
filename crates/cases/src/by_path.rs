//! Values by the path they belong to.

/// Values by path, in the order of paths, each path once.
///
/// A case holds a few dozen at most, so a sorted list is quick enough; the tree of the standard
/// library is more code in the page than everything it would hold.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ByPath<V>(Vec<(String, V)>);

impl<V> ByPath<V> {
    pub(crate) fn get(&self, path: &str) -> Option<&V> {
        self.0.get(self.place(path).ok()?).map(|(_, value)| value)
    }

    /// Puts a value at a path, in place of the one before.
    pub(crate) fn insert(&mut self, path: String, value: V) {
        match self.place(&path) {
            Ok(place) => self.0[place].1 = value,
            Err(place) => self.0.insert(place, (path, value)),
        }
    }

    /// Takes out what stands at a path.
    pub(crate) fn remove(&mut self, path: &str) -> Option<V> {
        let place = self.place(path).ok()?;
        Some(self.0.remove(place).1)
    }

    /// Keeps what stands at the paths for which `is_kept`.
    pub(crate) fn retain(&mut self, is_kept: impl Fn(&str) -> bool) {
        self.0.retain(|(path, _)| is_kept(path));
    }

    pub(crate) fn iter(&self) -> std::slice::Iter<'_, (String, V)> {
        self.0.iter()
    }

    pub(crate) fn into_entries(self) -> Vec<(String, V)> {
        self.0
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Where the path stands, or where it would have to be put.
    fn place(&self, path: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(other, _)| other.as_str().cmp(path))
    }
}

impl<V> Default for ByPath<V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_stand_in_the_order_of_their_paths_each_path_once() {
        let mut texts = ByPath::default();
        for (path, text) in [("b", 1), ("c", 2), ("a", 3), ("c", 4)] {
            texts.insert(path.to_owned(), text);
        }
        let entries: Vec<_> = texts.iter().map(|(path, text)| (path.as_str(), *text)).collect();
        assert_eq!(entries, [("a", 3), ("b", 1), ("c", 4)]);
        assert_eq!((texts.get("b"), texts.get("d")), (Some(&1), None));
    }

    #[test]
    fn what_is_removed_is_gone() {
        let mut texts = ByPath::default();
        for path in ["a.x", "a.y", "b"] {
            texts.insert(path.to_owned(), ());
        }
        assert_eq!(texts.remove("b"), Some(()));
        assert_eq!(texts.remove("b"), None);
        texts.retain(|path| path != "a.x");
        assert!(texts.get("a.y").is_some() && texts.get("a.x").is_none());
        texts.remove("a.y");
        assert!(texts.is_empty());
    }
}
