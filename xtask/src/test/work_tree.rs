//! Whether the checks left the checkout as they found it.

use std::{collections::BTreeMap, fs};

use anyhow::{Result, bail};

use super::count::Count;
use crate::{
    hash,
    process::{Program, say},
    project::Project,
};

/// Files that differ from the last commit, each with the hash of what it holds.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Snapshot(Option<BTreeMap<String, String>>);

impl Snapshot {
    /// What git reports now; nothing when this is no git checkout.
    pub(crate) fn take(project: &Project) -> Self {
        let status = Program::new("git")
            .within(project.root())
            .args(["status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=all"])
            .read();
        let Ok(status) = status else { return Self(None) };
        let changed = status.split('\0').filter_map(|entry| {
            let (state, path) = entry.split_at_checked(3)?;
            let content = fs::read(project.root().join(path)).unwrap_or_default();
            Some((path.to_owned(), format!("{state}{}", hash::sha256_hex(&content))))
        });
        Self(Some(changed.collect()))
    }

    /// Fails, naming the files, if anything is different from `before`.
    pub(super) fn check_unchanged_since(&self, before: &Self) -> Result<Count> {
        let (Some(before), Some(after)) = (&before.0, &self.0) else {
            say("This is no git checkout; nothing to compare.");
            return Ok(Count::ONE_PASSED);
        };
        let paths = before.keys().chain(after.keys());
        let mut dirtied: Vec<_> =
            paths.filter(|path| before.get(*path) != after.get(*path)).cloned().collect();
        dirtied.sort();
        dirtied.dedup();
        if !dirtied.is_empty() {
            bail!("files changed while the checks ran:\n  {}", dirtied.join("\n  "));
        }
        say("No file of the checkout was changed.");
        Ok(Count::ONE_PASSED)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn snapshot(files: &[(&str, &str)]) -> Snapshot {
        let owned = |(path, state): &(&str, &str)| ((*path).to_owned(), (*state).to_owned());
        Snapshot(Some(files.iter().map(owned).collect()))
    }

    #[test]
    fn changes_from_before_the_checks_are_no_failure() {
        let before = snapshot(&[("src/lib.rs", " M 1")]);
        assert!(snapshot(&[("src/lib.rs", " M 1")]).check_unchanged_since(&before).is_ok());
    }

    #[test]
    fn files_that_appear_change_or_vanish_are_named() {
        let before = snapshot(&[("a", " M 1"), ("b", "?? 1")]);
        let after = snapshot(&[("a", " M 2"), ("c", "?? 1")]);
        let error = after.check_unchanged_since(&before).unwrap_err().to_string();
        assert_eq!(error, "files changed while the checks ran:\n  a\n  b\n  c");
    }
}
