//! Tools that cargo builds.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use super::environment::Environment;
use crate::{
    process::{Program, find_program, say},
    project::Project,
};

/// A program published as a crate.
#[derive(Debug)]
pub(super) struct Crate<'a> {
    /// Name of the crate.
    pub(super) name: &'a str,
    /// Folder in the cache, without the version.
    pub(super) folder: &'a str,
    /// Programs it consists of, the one that is asked for its version first.
    pub(super) programs: &'a [&'a str],
    /// Exactly this version.
    pub(super) version: &'a str,
    /// More arguments for `cargo install`.
    pub(super) flags: &'a [&'a str],
    /// How long building it usually takes.
    pub(super) usual_time: &'a str,
}

impl Crate<'_> {
    /// Path of the first program, installed if it was not there yet.
    pub(super) fn ensure(&self, project: &Project, environment: &Environment) -> Result<PathBuf> {
        let home = project.cache().join(format!("{}-{}", self.folder, self.version));
        let programs = home.join("bin");
        if self.is_in(&programs) {
            return Ok(programs.join(self.file(0)));
        }
        if let Some(found) = self.programs.first().and_then(|name| find_program(name))
            && let Some(folder) = found.parent()
            && self.is_in(folder)
        {
            return Ok(found);
        }
        self.install(project, environment, &home).with_context(|| self.manual_way(&home))?;
        Ok(programs.join(self.file(0)))
    }

    fn install(&self, project: &Project, environment: &Environment, home: &Path) -> Result<()> {
        let name = format!("{}-{}", self.folder, self.version);
        // A run that was interrupted leaves only these two behind, and the next one resumes.
        let partial = project.cache().join("partial").join(&name);
        let build = project.cache().join("build").join(&name);

        let downloaded = find_program("cargo-binstall").is_some() && {
            say(format!("Downloading {name}; this usually takes less than a minute."));
            let attempt = environment
                .apply(Program::new("cargo-binstall"))
                .args(["--no-confirm", "--disable-strategies", "compile", "--root"])
                .arg(&partial)
                .arg(format!("{}@{}", self.name, self.version));
            attempt.run().is_ok() && self.is_in(&partial.join("bin"))
        };
        if !downloaded {
            say(format!("Building {name}; this usually takes {}.", self.usual_time));
            environment
                .apply(Program::new(environment.program("cargo")))
                .within(project.cache())
                .args(["install", self.name, "--version", self.version])
                .args(self.flags)
                .arg("--root")
                .arg(&partial)
                .env("CARGO_TARGET_DIR", &build)
                .run()?;
        }
        if home.exists() {
            fs::remove_dir_all(home)
                .with_context(|| format!("{} cannot be replaced", home.display()))?;
        }
        fs::rename(&partial, home).with_context(|| format!("{} cannot be made", home.display()))?;
        // Only a cache; whatever is left of it is harmless.
        let _ = fs::remove_dir_all(&build);
        Ok(())
    }

    /// Whether all programs are in `folder`, in exactly this version.
    fn is_in(&self, folder: &Path) -> bool {
        let all = (0..self.programs.len()).all(|index| folder.join(self.file(index)).is_file());
        all && Program::new(folder.join(self.file(0)))
            .arg("--version")
            .read()
            .is_ok_and(|text| text.split_whitespace().any(|word| word == self.version))
    }

    fn file(&self, index: usize) -> String {
        let name = self.programs.get(index).copied().unwrap_or(self.name);
        format!("{name}{}", env::consts::EXE_SUFFIX)
    }

    fn manual_way(&self, home: &Path) -> String {
        format!(
            "{} {} could not be installed. The manual way: put its programs into {}, \
             or run `cargo install {} --version {} {}`",
            self.name,
            self.version,
            home.join("bin").display(),
            self.name,
            self.version,
            self.flags.join(" "),
        )
    }
}
