//! nginx and Caddy, for tests of the examples in `hosting/` only.
//!
//! Where they are missing they are unpacked, not installed: an installed package starts a server for
//! everybody on this machine's network.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};

use super::apt;
use crate::{
    process::{Program, find_program, say},
    project::Project,
};

/// Packages with the programs and nginx's list of types.
const PACKAGES: [&str; 3] = ["nginx", "nginx-common", "caddy"];
/// Where servers are that only an administrator is expected to start.
const PLACES: [&str; 3] = ["/usr/sbin", "/usr/local/sbin", "/opt/homebrew/bin"];
const TYPES: [&str; 4] = [
    "/etc/nginx/mime.types",
    "/opt/homebrew/etc/nginx/mime.types",
    "/usr/local/etc/nginx/mime.types",
    "/usr/local/nginx/conf/mime.types",
];
const MANUAL_WAY: &str = "The manual way: install nginx and Caddy so that both are on the search path \
                          (Debian: apt-get install nginx-light caddy, which also starts both; elsewhere \
                          https://nginx.org and https://caddyserver.com)";

/// Both servers.
#[derive(Debug)]
pub(crate) struct WebServers {
    /// The program.
    pub(crate) nginx: PathBuf,
    /// Its list of types of files.
    pub(crate) nginx_types: PathBuf,
    /// The program.
    pub(crate) caddy: PathBuf,
}

/// Finds or unpacks both.
pub(super) fn ensure(project: &Project) -> Result<WebServers> {
    let unpacked = project.cache().join("web-servers");
    if let Some(servers) = find(&unpacked) {
        return check(servers);
    }
    if !apt::is_there() {
        bail!("nginx and Caddy are not both there. {MANUAL_WAY}");
    }
    unpack(&unpacked).context(MANUAL_WAY)?;
    match find(&unpacked) {
        Some(servers) => check(servers),
        None => bail!("nginx and Caddy are not both there. {MANUAL_WAY}"),
    }
}

fn find(unpacked: &Path) -> Option<WebServers> {
    let program = |name: &str| {
        let mut folders: Vec<PathBuf> = PLACES.iter().map(PathBuf::from).collect();
        folders.extend(["usr/sbin", "usr/bin"].map(|folder| unpacked.join(folder)));
        let elsewhere = folders.into_iter().map(|folder| folder.join(name));
        find_program(name).or_else(|| elsewhere.into_iter().find(|file| file.is_file()))
    };
    let types = TYPES.iter().map(PathBuf::from).chain([unpacked.join("etc/nginx/mime.types")]);
    Some(WebServers {
        nginx: program("nginx")?,
        nginx_types: types.into_iter().find(|file| file.is_file())?,
        caddy: program("caddy")?,
    })
}

fn unpack(folder: &Path) -> Result<()> {
    say(
        "Unpacking nginx and Caddy (for tests of their examples); this usually takes half a minute.",
    );
    // Old lists are better than none, and without an administrator there are no others.
    if let Err(error) = apt::update() {
        say(format!("The lists of packages stay as they are: {error}"));
    }
    let downloads = folder.with_extension("partial");
    let _ = fs::remove_dir_all(&downloads);
    fs::create_dir_all(&downloads)
        .with_context(|| format!("{} cannot be made", downloads.display()))?;
    apt::download(&PACKAGES, &downloads)?;
    let unpacked = downloads.join("unpacked");
    for entry in fs::read_dir(&downloads).context("the packages were not downloaded")? {
        let package = entry.context("the packages cannot be read")?.path();
        if package.extension().is_some_and(|extension| extension == "deb") {
            Program::new("dpkg-deb").arg("--extract").arg(&package).arg(&unpacked).run()?;
        }
    }
    // In one step, so that it is complete whenever it is there.
    let _ = fs::remove_dir_all(folder);
    fs::rename(&unpacked, folder)
        .with_context(|| format!("{} cannot be written", folder.display()))?;
    let _ = fs::remove_dir_all(&downloads);
    Ok(())
}

/// Says which versions these are; one that lacks a library does not even say that.
fn check(servers: WebServers) -> Result<WebServers> {
    // nginx says its version where others complain.
    Program::new(&servers.nginx).arg("-v").run().context(MANUAL_WAY)?;
    Program::new(&servers.caddy).arg("version").run().context(MANUAL_WAY)?;
    Ok(servers)
}
