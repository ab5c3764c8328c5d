//! What child processes see, so that one toolchain is used for everything in a run.

use std::{
    env,
    ffi::OsString,
    path::{Path, PathBuf},
};

use crate::process::{Program, prepend_path};

/// Set by rustup and by `cargo run` for this program; they would confuse another toolchain, or
/// make cargo believe that something changed.
const LEFT_OVER: [&str; 2] = ["CARGO", "RUST_RECURSION_COUNT"];
const LEFT_OVER_PREFIXES: [&str; 4] =
    ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_", "CARGO_CRATE_NAME"];

/// Search path and variables for one toolchain.
#[derive(Clone, Debug)]
pub(super) struct Environment {
    /// In order of precedence.
    folders: Vec<PathBuf>,
    programs: PathBuf,
    target: PathBuf,
}

impl Environment {
    /// Everything from the toolchain whose programs are in `programs`, built in `target`.
    pub(super) fn of(programs: PathBuf, target: PathBuf) -> Self {
        Self { folders: vec![programs.clone()], programs, target }
    }

    /// The same with another folder on the search path, after those already there.
    pub(super) fn with_folder(mut self, folder: &Path) -> Self {
        self.folders.push(folder.to_owned());
        self
    }

    /// One of the toolchain's programs.
    pub(super) fn program(&self, name: &str) -> PathBuf {
        self.programs.join(format!("{name}{}", env::consts::EXE_SUFFIX))
    }

    /// Where cargo puts what it builds.
    pub(super) fn build_folder(&self) -> &Path {
        &self.target
    }

    /// Gives `program` this environment.
    pub(super) fn apply(&self, program: Program) -> Program {
        let program = Self::at_hand(program)
            .env("RUSTC", self.program("rustc"))
            .env("RUSTDOC", self.program("rustdoc"))
            .env("CARGO_TARGET_DIR", &self.target);
        let folders = self.folders.iter().map(PathBuf::as_path);
        match prepend_path(folders, Some(&path_with_cargo_home())) {
            Ok(path) => program.env("PATH", path),
            // A separator in a folder's name; the programs named in full still work.
            Err(_) => program,
        }
    }

    /// Only takes away what rustup and cargo set for this program itself.
    pub(super) fn at_hand(program: Program) -> Program {
        let program = LEFT_OVER.iter().fold(program, Program::without_env);
        let names = env::vars_os().map(|(name, _)| name);
        let left_over = names.filter(|name| {
            let name = name.to_string_lossy();
            LEFT_OVER_PREFIXES.iter().any(|prefix| name.starts_with(prefix))
        });
        left_over.fold(program, Program::without_env)
    }
}

/// Where cargo keeps its programs and the sources of crates.
pub(crate) fn cargo_home() -> Option<PathBuf> {
    env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| {
        env::var_os(if cfg!(windows) { "USERPROFILE" } else { "HOME" })
            .map(|home| PathBuf::from(home).join(".cargo"))
    })
}

/// The search path with cargo's own folder on it: cargo would otherwise look there *first* for
/// `cargo-clippy`, and find another toolchain's.
fn path_with_cargo_home() -> OsString {
    let path = env::var_os("PATH").unwrap_or_default();
    let Some(programs) = cargo_home().map(|home| home.join("bin")) else { return path };
    let mut folders: Vec<PathBuf> = env::split_paths(&path).collect();
    if !folders.contains(&programs) {
        folders.push(programs);
    }
    env::join_paths(folders).unwrap_or(path)
}
