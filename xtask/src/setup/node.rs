//! Node packages: Playwright and axe for the end-to-end tests, wasm-opt for the build.

use std::{
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

use anyhow::{Context, Result, bail};

use super::version::Version;
use crate::{
    hash,
    process::{Program, say},
    project::Project,
};

/// Playwright asks for it.
const OLDEST: Version = Version(20, 0, 0);
const LIMIT: Duration = Duration::from_secs(15 * 60);
const MANUAL_WAY: &str = "The manual way: install Node.js 20 or newer with npm, from \
                          https://nodejs.org or your distribution (Debian: nodejs npm)";

/// The packages of package-lock.json, installed.
#[derive(Debug)]
pub(crate) struct NodePackages {
    folder: PathBuf,
    programs: PathBuf,
}

impl NodePackages {
    /// `node_modules`.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where their programs are, wasm-opt among them.
    pub(super) fn programs(&self) -> &Path {
        &self.programs
    }
}

/// Installs the packages when they are missing or belong to another package-lock.json.
pub(super) fn ensure(project: &Project) -> Result<NodePackages> {
    let text = Program::new("node").arg("--version").read().context(MANUAL_WAY)?;
    let version = Version::find(&text).with_context(|| format!("no version in `{text}`"))?;
    if version < OLDEST {
        bail!("Node.js is {version}, and {OLDEST} or newer is needed. {MANUAL_WAY}");
    }
    let lock = project.root().join("package-lock.json");
    let lock = fs::read(&lock).with_context(|| format!("{} cannot be read", lock.display()))?;
    let wanted = hash::sha256_hex(&lock);
    let folder = project.root().join("node_modules");
    // Written last, so that an interrupted installation is not taken for a complete one.
    let stamp = folder.join(".groundwork-lock");
    if fs::read_to_string(&stamp).ok().as_deref() != Some(wanted.as_str()) {
        say("Installing npm packages; this usually takes less than a minute.");
        let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
        Program::new(npm)
            .args(["ci", "--no-audit", "--no-fund"])
            .within(project.root())
            .at_most(LIMIT)
            .run()
            .context(
                "npm could not install the packages of package-lock.json; the manual way: npm ci",
            )?;
        fs::write(&stamp, wanted)
            .with_context(|| format!("{} cannot be written", stamp.display()))?;
    }
    let programs = folder.join(".bin");
    Ok(NodePackages { folder, programs })
}
