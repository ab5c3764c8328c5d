//! Where things are: the checkout, its build folders, and the cache for tools.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};

/// The checkout this command runs in, and the folders that belong to it.
#[derive(Debug)]
pub(crate) struct Project {
    root: PathBuf,
    target: PathBuf,
    cache: PathBuf,
}

impl Project {
    /// Finds the checkout from the current folder upward.
    pub(crate) fn find() -> Result<Self> {
        let here = env::current_dir().context("the current folder cannot be read")?;
        let Some(root) = here.ancestors().find(|folder| folder.join("xtask/Cargo.toml").is_file())
        else {
            bail!("{} is not inside a checkout of Groundwork", here.display());
        };
        let target = env::var_os("CARGO_TARGET_DIR")
            .map_or_else(|| root.join("target"), |folder| root.join(folder));
        Ok(Self { root: root.to_owned(), target, cache: cache_folder()? })
    }

    /// The checkout.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// Cargo's build folder; also home of everything else that may be deleted at any time.
    pub(crate) fn target(&self) -> &Path {
        &self.target
    }

    /// Tools of this user, one folder for each version; survives the checkout.
    pub(crate) fn cache(&self) -> &Path {
        &self.cache
    }

    /// The page as it is deployed.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The version of `package` in Cargo.lock.
    pub(crate) fn locked_version(&self, package: &str) -> Result<String> {
        let path = self.root.join("Cargo.lock");
        let lock = fs::read_to_string(&path)
            .with_context(|| format!("{} cannot be read", path.display()))?;
        version_in_lock(&lock, package)
            .with_context(|| format!("{} names no version of {package}", path.display()))
    }
}

fn version_in_lock(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| **line != name);
    let version = lines.nth(1)?.strip_prefix("version = \"")?;
    version.strip_suffix('"').map(str::to_owned)
}

fn cache_folder() -> Result<PathBuf> {
    let folder =
        |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let base = if cfg!(windows) {
        folder("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        folder("XDG_CACHE_HOME").or_else(|| folder("HOME").map(|home| home.join("Library/Caches")))
    } else {
        folder("XDG_CACHE_HOME").or_else(|| folder("HOME").map(|home| home.join(".cache")))
    };
    base.map(|base| base.join("groundwork"))
        .context("no folder for tools: set HOME or XDG_CACHE_HOME (LOCALAPPDATA on Windows)")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_from_the_lock_file() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.2.9\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(version_in_lock(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(version_in_lock(lock, "wasm"), None);
    }
}
