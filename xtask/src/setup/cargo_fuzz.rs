//! cargo-fuzz, which builds the fuzz targets and runs them.

use std::path::PathBuf;

use anyhow::Result;

use super::{cargo_install::Crate, environment::Environment};
use crate::project::Project;

/// The version the fuzz targets were run with.
const VERSION: &str = "0.13.2";

/// Path of cargo-fuzz.
pub(super) fn ensure(project: &Project, environment: &Environment) -> Result<PathBuf> {
    Crate {
        name: "cargo-fuzz",
        folder: "cargo-fuzz",
        programs: &["cargo-fuzz"],
        version: VERSION,
        flags: &["--locked"],
        usual_time: "a minute on two cores",
    }
    .ensure(project, environment)
}
