//! The Rust compiler: new enough, with clippy, and able to build for the browser.
//!
//! Tried in this order: the one at hand; Debian's, whose standard library for the browser is built
//! here; one that rustup downloads. Whichever it is, it is then used for everything in the run.

use std::{
    env, fmt, fs,
    path::{Path, PathBuf},
    time::Duration,
};

use anyhow::{Context, Result, bail};

use super::{apt, environment::Environment, version::Version, wasm_std};
use crate::{
    process::{Program, find_program, say},
    project::Project,
};

/// Trunk, and with it the build, needs this series.
const OLDEST: Version = Version(1, 96, 0);
/// What rustup is asked for when nothing at hand is new enough.
const PINNED: &str = "1.96.1";
const DEBIAN_PACKAGES: [&str; 6] =
    ["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm", "lld-22", "rust-web-clippy"];
const RUSTUP_LIMIT: Duration = Duration::from_secs(5 * 60);
const MANUAL_WAYS: &str = "\
The manual ways, any of which is enough:
  rustup update stable && rustup target add wasm32-unknown-unknown
  on Debian, as root: apt-get install rustc-web cargo-web rust-web-src rust-web-llvm lld-22 \
rust-web-clippy
  elsewhere: the distribution's Rust 1.96 or newer with its wasm32-unknown-unknown target and clippy";

/// One compiler with everything that belongs to it.
#[derive(Debug)]
pub(super) struct Toolchain {
    programs: PathBuf,
    version: Version,
    /// Whether it is another one than the compiler that built this program; their build folders
    /// are then kept apart, or each would rebuild what the other left.
    is_other: bool,
}

impl Toolchain {
    fn at(programs: PathBuf, is_other: bool) -> Result<Self> {
        let rustc = programs.join(format!("rustc{}", env::consts::EXE_SUFFIX));
        let text = Environment::at_hand(Program::new(&rustc)).arg("--version").read()?;
        let version = Version::find(&text).with_context(|| format!("no version in `{text}`"))?;
        Ok(Self { programs, version, is_other })
    }

    /// What its child processes see.
    pub(super) fn environment(&self, project: &Project) -> Environment {
        let Version(major, minor, _) = self.version;
        let target = if self.is_other {
            project.target().join(format!("rust-{major}.{minor}"))
        } else {
            project.target().to_owned()
        };
        Environment::of(self.programs.clone(), target)
    }

    /// Asks its `rustc`.
    pub(super) fn rustc(&self) -> Program {
        let rustc = self.programs.join(format!("rustc{}", env::consts::EXE_SUFFIX));
        Environment::at_hand(Program::new(rustc))
    }

    /// The number `rustc` reports.
    pub(super) fn version(&self) -> Version {
        self.version
    }

    fn has(&self, program: &str) -> bool {
        self.programs.join(format!("{program}{}", env::consts::EXE_SUFFIX)).is_file()
    }
}

impl fmt::Display for Toolchain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} in {}", self.version, self.programs.display())
    }
}

/// Finds or installs a compiler that can do everything.
pub(super) fn ensure(project: &Project) -> Result<Toolchain> {
    let mut tried = Vec::new();
    let mut attempt = |way: &str, result: Result<Toolchain>| match result {
        Ok(toolchain) => Some(toolchain),
        Err(error) => {
            tried.push(format!("  {way}: {error:#}"));
            None
        }
    };
    if let Some(found) = attempt("the compiler at hand", at_hand(project)) {
        return Ok(found);
    }
    if let Some(found) = attempt("the distribution's compiler", of_distribution(project)) {
        return Ok(found);
    }
    if let Some(found) = attempt("a compiler from rustup", from_rustup(project)) {
        return Ok(found);
    }
    bail!("what was tried:\n{}\n{MANUAL_WAYS}", tried.join("\n"))
}

/// The toolchain that `cargo` and `rustc` on the search path lead to.
fn at_hand(project: &Project) -> Result<Toolchain> {
    let root = Program::new("rustc").args(["--print", "sysroot"]).read()?;
    let mut programs = PathBuf::from(root).join("bin");
    let suffix = env::consts::EXE_SUFFIX;
    if !programs.join(format!("cargo{suffix}")).is_file() {
        let cargo = find_program("cargo").context("there is no cargo on the search path")?;
        cargo.parent().context("cargo is in no folder")?.clone_into(&mut programs);
    }
    let toolchain = Toolchain::at(programs, false)?;
    if toolchain.version < OLDEST {
        bail!("is {}, and {OLDEST} or newer is needed", toolchain.version);
    }
    let by_rustup = find_program("rustup").is_some();
    if !toolchain.has("cargo-clippy") && by_rustup {
        say("Adding clippy; this usually takes less than a minute.");
        Program::new("rustup").args(["component", "add", "clippy"]).at_most(RUSTUP_LIMIT).run()?;
    }
    if !toolchain.has("cargo-clippy") {
        bail!("has no clippy");
    }
    if wasm_std::check(&toolchain, project).is_err() && by_rustup {
        say("Adding the target for the browser; this usually takes less than a minute.");
        Program::new("rustup")
            .args(["target", "add", wasm_std::TARGET])
            .at_most(RUSTUP_LIMIT)
            .run()?;
    }
    wasm_std::ensure(&toolchain, project)?;
    Ok(toolchain)
}

/// Debian's compiler for its browsers, which is kept newer than its ordinary one.
fn of_distribution(project: &Project) -> Result<Toolchain> {
    let programs = Path::new("/usr/bin");
    let is_complete = || -> Result<Toolchain> {
        let toolchain = Toolchain::at(programs.to_owned(), true)?;
        if toolchain.version < OLDEST {
            bail!("is {}, and {OLDEST} or newer is needed", toolchain.version);
        }
        for program in ["cargo", "rustdoc", "cargo-clippy", "clippy-driver", "rust-lld"] {
            if !toolchain.has(program) {
                bail!("has no {program}");
            }
        }
        wasm_std::check_source_or_result(&toolchain, project)?;
        Ok(toolchain)
    };
    let toolchain = match is_complete() {
        Ok(toolchain) => toolchain,
        Err(error) if !apt::is_debian() => return Err(error),
        Err(_) => {
            if apt::candidate(DEBIAN_PACKAGES[0]).is_none_or(|version| version < OLDEST) {
                apt::update()?;
            }
            match apt::candidate(DEBIAN_PACKAGES[0]) {
                Some(version) if OLDEST <= version => (),
                Some(version) => bail!("Debian has {version}, and {OLDEST} or newer is needed"),
                None => bail!("Debian has no package {}", DEBIAN_PACKAGES[0]),
            }
            apt::install(&DEBIAN_PACKAGES, "a new enough Rust compiler", "one to three minutes")?;
            is_complete()?
        }
    };
    let toolchain = link_folder(&toolchain, project)?;
    wasm_std::ensure(&toolchain, project)?;
    Ok(toolchain)
}

/// The same toolchain in a folder of its own, so that nothing else of `/usr/bin` comes first.
#[cfg(unix)]
fn link_folder(toolchain: &Toolchain, project: &Project) -> Result<Toolchain> {
    let folder = project.cache().join(format!("rust-{}-distribution/bin", toolchain.version));
    fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    for program in ["cargo", "rustc", "rustdoc", "cargo-clippy", "clippy-driver", "rust-lld"] {
        let link = folder.join(program);
        if !link.exists() {
            // Left from an interrupted run, or leading nowhere after an upgrade.
            let _ = fs::remove_file(&link);
            std::os::unix::fs::symlink(toolchain.programs.join(program), &link)
                .with_context(|| format!("{} cannot be made", link.display()))?;
        }
    }
    Toolchain::at(folder, true)
}

#[cfg(not(unix))]
fn link_folder(_: &Toolchain, _: &Project) -> Result<Toolchain> {
    bail!("only systems with packages of their own have one")
}

fn from_rustup(project: &Project) -> Result<Toolchain> {
    if find_program("rustup").is_none() {
        bail!("there is no rustup");
    }
    let which = || Program::new("rustup").args(["which", "--toolchain", PINNED, "rustc"]).read();
    if which().is_err() {
        say(format!("Downloading Rust {PINNED} with rustup; this usually takes a minute or two."));
        Program::new("rustup")
            .args(["toolchain", "install", PINNED, "--profile", "minimal", "--no-self-update"])
            .args(["--component", "clippy", "--target", wasm_std::TARGET])
            .at_most(RUSTUP_LIMIT)
            .run()?;
    }
    let rustc = PathBuf::from(which()?);
    let programs = rustc.parent().context("rustc is in no folder")?.to_owned();
    let toolchain = Toolchain::at(programs, true)?;
    wasm_std::ensure(&toolchain, project)?;
    Ok(toolchain)
}

/// The formatter at hand; any recent one gives the same result.
pub(super) fn rustfmt() -> Result<String> {
    let version = || Environment::at_hand(Program::new("cargo")).args(["fmt", "--version"]).read();
    if let Ok(found) = version() {
        return Ok(found);
    }
    if find_program("rustup").is_some() {
        say("Adding rustfmt; this usually takes less than a minute.");
        // Its failure shows below.
        let _ = Program::new("rustup")
            .args(["component", "add", "rustfmt"])
            .at_most(RUSTUP_LIMIT)
            .run();
    }
    version().context("rustfmt is missing; the manual way: rustup component add rustfmt")
}
