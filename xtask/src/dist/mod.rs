//! The page as it is deployed: built by Trunk, then sealed, then checked.
//!
//! Sealing is a hook of Trunk's build (see Trunk.toml), so that `cargo xtask dist`,
//! `cargo xtask serve` and a plain `trunk build` all give the same kind of page.

mod address;
mod check;
mod embed;
mod files;
mod halves;
mod headers;
mod html;
mod names;
mod offline;
mod policy;
mod references;
mod seal;
mod size;
mod styles;
mod worker;

use std::{
    env,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

pub(crate) use self::{check::run as check, halves::record as record_first_half};
use self::{files::Files, headers::Headers, size::FirstLoad};
use crate::{
    process::say,
    setup::{Setup, cargo_home},
};

/// Set for builds that are only looked at while the code is being changed.
pub(crate) const SERVED: &str = "GROUNDWORK_SERVED";

/// Builds `dist/` for any sub-path of any static host.
pub(crate) fn build(setup: &Setup) -> Result<()> {
    let dist = setup.project().dist();
    setup
        .trunk_program()?
        .args(["build", "--release", "--offline", "--dist"])
        .arg(&dist)
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", compiler_flags())
        .run()
        .context("the page was not built")?;
    // Only guards against two builds at once; a host has no use for it.
    let _ = fs::remove_file(dist.join(".trunk-lock"));

    let headers = write_server_headers(&dist, setup.project().target())?;
    say(format!("\nThe page is in {}: copy it to any static host, at any path.", dist.display()));
    say("Hosts that read _headers send the security headers by themselves.");
    say(format!("For nginx, include {}.", headers.nginx.display()));
    say(format!("For Caddy, import {}.", headers.caddy.display()));
    say("hosting/README.md says more about each host.");
    Ok(())
}

/// Files with headers for servers that do not read `_headers`.
#[derive(Debug)]
pub(crate) struct ServerHeaders {
    /// To be included in the configuration of nginx.
    pub(crate) nginx: PathBuf,
    /// To be imported in that of Caddy.
    pub(crate) caddy: PathBuf,
}

/// Writes into `folder` the headers that belong to the page in `dist`.
pub(crate) fn write_server_headers(dist: &Path, folder: &Path) -> Result<ServerHeaders> {
    let headers = Headers::of(&Files::read(dist)?)?;
    let written = ServerHeaders {
        nginx: folder.join("nginx-headers.conf"),
        caddy: folder.join("caddy-headers.conf"),
    };
    for (path, text) in
        [(&written.nginx, headers.for_nginx()), (&written.caddy, headers.for_caddy())]
    {
        fs::write(path, text).with_context(|| format!("{} cannot be written", path.display()))?;
    }
    Ok(written)
}

/// Compiler flags of what is deployed. Cargo adds them to those of `.cargo/config.toml`.
///
/// The first keeps the folders of this machine out of messages in the page, so that every machine
/// builds the same bytes. The second has the linker leave what the data of the two halves is divided
/// by; of that nothing is deployed.
fn compiler_flags() -> OsString {
    let mut flags = OsString::from("--remap-path-prefix=");
    flags.push(cargo_home().unwrap_or_default().join("registry").join("src"));
    flags.push("=/registry -Clink-arg=--emit-relocs");
    flags
}

/// What a first visit of the page in `dist` loads.
pub(crate) fn first_load(dist: &Path) -> Result<FirstLoad> {
    FirstLoad::of(&Files::read(dist)?)
}

/// Seals what Trunk has just built, before Trunk moves it to its place.
pub(crate) fn seal_staged(setup: &Setup) -> Result<()> {
    let folder = env::var_os("TRUNK_STAGING_DIR")
        .context("`seal` is called by Trunk after a build, and TRUNK_STAGING_DIR is not set")?;
    let folder = Path::new(&folder);
    let mut files = Files::read(folder)?;
    worker::prepare(&mut files)?;
    // Only what is deployed is worth the time it takes.
    let is_release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    if is_release {
        halves::split(setup, &mut files)?;
        styles::join(&mut files)?;
    }
    let mut files = seal::seal(files)?;
    // A page that is rebuilt on every change must not come from what a browser kept.
    if is_release && env::var_os(SERVED).is_none() {
        offline::list(&mut files)?;
    } else {
        offline::retire(&mut files);
    }
    files.replace(folder)
}
