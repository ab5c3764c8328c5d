//! The files of a built page, in memory.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

/// The page itself.
pub(super) const PAGE: &str = "index.html";
/// The page that others may frame.
pub(super) const EMBED: &str = "embed.html";
/// What hosts read about headers.
pub(super) const HEADERS: &str = "_headers";

/// What kind of file a path names: `js` for `parts/a.b.js`.
pub(super) fn kind(path: &str) -> &str {
    path.rsplit_once('.').map_or("", |(_, extension)| extension)
}

/// Files by their path from the page's folder, with `/` between folders on every system.
#[derive(Clone, Debug, Default)]
pub(super) struct Files(pub(super) BTreeMap<String, Vec<u8>>);

impl Files {
    /// Reads a folder; Trunk's own bookkeeping is left out.
    pub(super) fn read(folder: &Path) -> Result<Self> {
        let mut files = Self::default();
        files
            .read_below(folder, "")
            .with_context(|| format!("the built page in {} cannot be read", folder.display()))?;
        Ok(files)
    }

    fn read_below(&mut self, folder: &Path, prefix: &str) -> Result<()> {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let name = entry.file_name().into_string().ok().context("a name is not Unicode")?;
            if matches!(name.as_str(), ".trunk-lock" | ".stage") {
                continue;
            }
            let path = format!("{prefix}{name}");
            if entry.file_type()?.is_dir() {
                self.read_below(&entry.path(), &format!("{path}/"))?;
            } else {
                self.0.insert(path, fs::read(entry.path())?);
            }
        }
        Ok(())
    }

    /// Makes `folder` hold exactly these files.
    pub(super) fn replace(&self, folder: &Path) -> Result<()> {
        let old = Self::read(folder)?;
        for path in old.0.keys().filter(|path| !self.0.contains_key(*path)) {
            let path = folder.join(path);
            fs::remove_file(&path)
                .with_context(|| format!("{} cannot be removed", path.display()))?;
        }
        for (path, bytes) in &self.0 {
            if old.0.get(path) != Some(bytes) {
                let path: PathBuf = folder.join(path);
                if let Some(parent) = path.parent() {
                    fs::create_dir_all(parent)
                        .with_context(|| format!("{} cannot be made", parent.display()))?;
                }
                fs::write(&path, bytes)
                    .with_context(|| format!("{} cannot be written", path.display()))?;
            }
        }
        Ok(())
    }

    /// A file as text.
    pub(super) fn text(&self, path: &str) -> Result<&str> {
        let bytes = self.0.get(path).with_context(|| format!("there is no {path}"))?;
        str::from_utf8(bytes).with_context(|| format!("{path} is not UTF-8"))
    }
}

#[cfg(test)]
impl<const N: usize> From<[(&str, &str); N]> for Files {
    fn from(files: [(&str, &str); N]) -> Self {
        let owned = files.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()));
        Self(owned.into_iter().collect())
    }
}
