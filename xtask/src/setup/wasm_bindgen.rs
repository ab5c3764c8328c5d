//! wasm-bindgen's programs, which tie the compiled page to JavaScript and run its tests.

use std::path::PathBuf;

use anyhow::Result;

use super::{cargo_install::Crate, environment::Environment};
use crate::project::Project;

/// Path of `wasm-bindgen`, in exactly the version of the library in Cargo.lock: they only work
/// together. `wasm-bindgen-test-runner` is beside it.
pub(super) fn ensure(project: &Project, environment: &Environment) -> Result<PathBuf> {
    let version = project.locked_version("wasm-bindgen")?;
    Crate {
        name: "wasm-bindgen-cli",
        folder: "wasm-bindgen",
        programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
        version: &version,
        // Not `--locked`: its lock file may name crates that a mirror does not have yet.
        flags: &[],
        usual_time: "four minutes on two cores",
    }
    .ensure(project, environment)
}
