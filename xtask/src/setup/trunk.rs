//! Trunk, which builds the page.

use std::path::PathBuf;

use anyhow::Result;

use super::{cargo_install::Crate, environment::Environment};
use crate::project::Project;

/// The version the page is built and tested with.
const VERSION: &str = "0.22.1";

/// Path of Trunk.
pub(super) fn ensure(project: &Project, environment: &Environment) -> Result<PathBuf> {
    Crate {
        name: "trunk",
        folder: "trunk",
        programs: &["trunk"],
        version: VERSION,
        // It asks for Rust 1.96.1 but works with 1.96.0 as well.
        flags: &["--locked", "--ignore-rust-version"],
        usual_time: "10 to 15 minutes on two cores",
    }
    .ensure(project, environment)
}
