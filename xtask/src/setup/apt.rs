//! Packages of Debian and its relatives.

use std::{fs, path::Path, time::Duration};

use anyhow::{Result, bail};

use super::version::Version;
use crate::process::{Program, find_program, say};

const LIMIT: Duration = Duration::from_secs(15 * 60);

/// Whether this machine installs packages with apt, and Chromium is such a package here.
///
/// Ubuntu's `chromium` only leads to another package system, so it does not count.
pub(super) fn is_debian() -> bool {
    let release = fs::read_to_string("/etc/os-release").unwrap_or_default();
    release.lines().any(|line| line == "ID=debian") && find_program("apt-get").is_some()
}

/// Installs `packages`, after refreshing the lists.
///
/// # Errors
///
/// When this user may not, or apt fails; the caller names the manual way.
pub(super) fn install(packages: &[&str], reason: &str, usual_time: &str) -> Result<()> {
    let names = packages.join(" ");
    say(format!("Installing {names} ({reason}); this usually takes {usual_time}."));
    as_administrator("apt-get")?.arg("update").at_most(LIMIT).run()?;
    as_administrator("apt-get")?
        .args(["install", "-y", "--no-install-recommends"])
        // Another installation may be on its way.
        .args(["-o", "DPkg::Lock::Timeout=120"])
        .args(packages)
        .at_most(LIMIT)
        .run()
}

/// Whether packages of a distribution can be downloaded and unpacked here.
pub(super) fn is_there() -> bool {
    find_program("apt-get").is_some() && find_program("dpkg-deb").is_some()
}

/// Downloads `packages` into `folder`, which takes no administrator.
pub(super) fn download(packages: &[&str], folder: &Path) -> Result<()> {
    Program::new("apt-get").arg("download").args(packages).within(folder).at_most(LIMIT).run()
}

/// The version apt would install, once its lists are fresh.
pub(super) fn candidate(package: &str) -> Option<Version> {
    let policy = Program::new("apt-cache").args(["policy", package]).read().ok()?;
    let line = policy.lines().find(|line| line.trim_start().starts_with("Candidate:"))?;
    Version::find(line)
}

/// Refreshes the lists of packages.
pub(super) fn update() -> Result<()> {
    as_administrator("apt-get")?.arg("update").at_most(LIMIT).run()
}

/// `program` run as root, directly or through a sudo that asks for nothing.
pub(super) fn as_administrator(program: &str) -> Result<Program> {
    let is_root = Program::new("id").arg("-u").read().is_ok_and(|id| id == "0");
    let administrator = if is_root {
        Program::new(program)
    } else if Program::new("sudo").args(["-n", "true"]).read().is_ok() {
        Program::new("sudo").args(["-n", "--preserve-env=DEBIAN_FRONTEND", program])
    } else {
        bail!("`{program}` needs administrator rights, and this user has none without a password");
    };
    Ok(administrator.env("DEBIAN_FRONTEND", "noninteractive"))
}
