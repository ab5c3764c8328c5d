//! Tests that steer a browser, from `tests/e2e`.

use std::fs;

use anyhow::{Context, Result};

use super::count::Count;
use crate::setup::Setup;

/// Runs what the settings in `config` name, with these variables.
pub(super) fn run(setup: &Setup, config: &str, variables: &[(&str, &str)]) -> Result<Count> {
    let report = setup.project().target().join("end-to-end.json");
    // An old report must not stand in for one that was never written.
    let _ = fs::remove_file(&report);
    let mut program = setup
        .node()?
        .args(["node_modules/@playwright/test/cli.js", "test", "--config", config])
        .env("GROUNDWORK_REPORT", &report);
    for (name, value) in variables {
        program = program.env(name, value);
    }
    let finished = program.run_and_read()?;
    let report = fs::read_to_string(&report)
        .with_context(|| format!("Playwright wrote no report to {}", report.display()))?;
    Ok(Count::of_playwright(&report)?.with_exit(finished.is_success()))
}
