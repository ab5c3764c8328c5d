//! The standard library for the browser.
//!
//! Where a toolchain comes without it, it is built from the toolchain's own sources and put where
//! the compiler looks for it.

use std::{
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};

use super::{apt, compiler::Toolchain};
use crate::{process::say, project::Project};

/// The browser, as the compiler calls it.
pub(super) const TARGET: &str = "wasm32-unknown-unknown";
/// Libraries that must all be there; a copy that was cut short lacks some.
const LIBRARIES: [&str; 6] =
    ["libcore-", "liballoc-", "libstd-", "libpanic_abort-", "libproc_macro-", "libtest-"];

/// Builds the library if it is missing or does not work.
pub(super) fn ensure(toolchain: &Toolchain, project: &Project) -> Result<()> {
    if check(toolchain, project).is_ok() {
        return Ok(());
    }
    check_source(toolchain)?;
    say(format!(
        "Building Rust {}'s standard library for the browser, which its packages lack; \
         this usually takes a minute.",
        toolchain.version(),
    ));
    let work = project.cache().join(format!("wasm-std-{}", toolchain.version()));
    let built = build(toolchain, project, &work)?;
    install(&built, &folder(toolchain)?)?;
    check(toolchain, project)?;
    // Only a cache; whatever is left of it is harmless.
    let _ = fs::remove_dir_all(&work);
    Ok(())
}

/// Whether a small program for the browser compiles and links.
pub(super) fn check(toolchain: &Toolchain, project: &Project) -> Result<()> {
    let folder = folder(toolchain)?;
    let found = libraries(&folder)?;
    for library in LIBRARIES {
        let is_there = found.iter().any(|file| {
            file.extension() == Some(OsStr::new("rlib"))
                && file.file_name().is_some_and(|name| name.to_string_lossy().starts_with(library))
        });
        if !is_there {
            bail!("{} has no {library}*.rlib", folder.display());
        }
    }
    let probe = project.cache().join("probe");
    fs::create_dir_all(&probe).with_context(|| format!("{} cannot be made", probe.display()))?;
    let source = probe.join("probe.rs");
    fs::write(
        &source,
        "#[unsafe(no_mangle)]\npub extern \"C\" fn probe() -> usize { vec![1].len() }\n",
    )
    .with_context(|| format!("{} cannot be written", source.display()))?;
    toolchain
        .rustc()
        .args(["--edition=2024", "--crate-type=cdylib", "--target", TARGET, "--out-dir"])
        .arg(&probe)
        .arg(&source)
        .read()
        .map(drop)
}

/// Whether the library works, or at least can be built.
pub(super) fn check_source_or_result(toolchain: &Toolchain, project: &Project) -> Result<()> {
    check(toolchain, project).or_else(|_| check_source(toolchain))
}

fn check_source(toolchain: &Toolchain) -> Result<()> {
    let root = PathBuf::from(toolchain.rustc().args(["--print", "sysroot"]).read()?);
    let source = root.join("lib/rustlib/src/rust/library/std");
    if !source.is_dir() {
        bail!("has neither the target {TARGET} nor the sources to build it from");
    }
    Ok(())
}

fn folder(toolchain: &Toolchain) -> Result<PathBuf> {
    toolchain.rustc().args(["--print", "target-libdir", "--target", TARGET]).read().map(Into::into)
}

fn build(toolchain: &Toolchain, project: &Project, work: &Path) -> Result<Vec<PathBuf>> {
    let source = work.join("src");
    let at = |error| -> Result<()> {
        Err(error).with_context(|| format!("{} cannot be written", work.display()))
    };
    fs::create_dir_all(&source).or_else(at)?;
    let manifest =
        "[package]\nname = \"nothing\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n";
    fs::write(work.join("Cargo.toml"), manifest).or_else(at)?;
    fs::write(source.join("lib.rs"), "").or_else(at)?;
    let target = work.join("target");
    let environment = toolchain.environment(project);
    environment
        .apply(crate::process::Program::new(environment.program("cargo")))
        .within(work)
        .args(["build", "--release", "--target", TARGET])
        .arg("-Zbuild-std=std,panic_abort,panic_unwind,proc_macro,test")
        // The sources belong to exactly this compiler.
        .env("RUSTC_BOOTSTRAP", "1")
        // Link-time optimization reads it.
        .env("RUSTFLAGS", "-Cembed-bitcode=yes")
        .env("CARGO_TARGET_DIR", &target)
        .run()?;
    let mut built = libraries(&target.join(TARGET).join("release/deps"))?;
    built.retain(|file| {
        file.file_name().is_some_and(|name| !name.to_string_lossy().starts_with("libnothing"))
    });
    Ok(built)
}

/// Puts the folder in place in one step, so that it is complete whenever it is there.
fn install(built: &[PathBuf], folder: &Path) -> Result<()> {
    say(format!("Copying it to {}.", folder.display()));
    let partial = folder.with_extension("partial");
    apt::as_administrator("rm")?.arg("-rf").arg(&partial).read()?;
    apt::as_administrator("mkdir")?.arg("-p").arg(&partial).read()?;
    apt::as_administrator("cp")?.args(built).arg(&partial).read()?;
    apt::as_administrator("rm")?.arg("-rf").arg(folder).read()?;
    apt::as_administrator("mv")?.arg(&partial).arg(folder).read()?;
    Ok(())
}

/// Compiled libraries in `folder`; none when there is no such folder.
fn libraries(folder: &Path) -> Result<Vec<PathBuf>> {
    let Ok(entries) = fs::read_dir(folder) else { return Ok(Vec::new()) };
    let mut files = Vec::new();
    for entry in entries {
        let file = entry.with_context(|| format!("{} cannot be read", folder.display()))?.path();
        let extension = file.extension().and_then(OsStr::to_str);
        if matches!(extension, Some("rlib" | "rmeta")) {
            files.push(file);
        }
    }
    Ok(files)
}
