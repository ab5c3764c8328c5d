//! The stages, in the order in which they run: quick ones first.

use anyhow::Result;

use super::{count::Count, hosting, playwright, work_tree::Snapshot};
use crate::{dist, process::Program, serve, setup::Setup};

const BROWSER: &str = "wasm32-unknown-unknown";

/// One kind of check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stage {
    Format,
    Lint,
    LintWasm,
    Docs,
    Native,
    Browser,
    Dist,
    EndToEnd,
    Hosting,
    Clean,
}

impl Stage {
    /// All, in order.
    pub(crate) const ALL: [Self; 10] = [
        Self::Format,
        Self::Lint,
        Self::LintWasm,
        Self::Docs,
        Self::Native,
        Self::Browser,
        Self::Dist,
        Self::EndToEnd,
        Self::Hosting,
        Self::Clean,
    ];

    /// What it is called on the command line.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Format => "format",
            Self::Lint => "lint",
            Self::LintWasm => "lint-wasm",
            Self::Docs => "docs",
            Self::Native => "native",
            Self::Browser => "browser",
            Self::Dist => "dist",
            Self::EndToEnd => "e2e",
            Self::Hosting => "hosting",
            Self::Clean => "clean",
        }
    }

    /// What it checks.
    pub(crate) fn about(self) -> &'static str {
        match self {
            Self::Format => "the code is formatted",
            Self::Lint => "clippy has no complaints",
            Self::LintWasm => "clippy has none about what runs in the browser",
            Self::Docs => "the documentation builds without warnings",
            Self::Native => "unit, property, golden and documentation tests",
            Self::Browser => "tests inside a real browser",
            Self::Dist => "the deployed page is built and keeps its promises",
            Self::EndToEnd => "journeys through the deployed page, under a sub-path",
            Self::Hosting => "the examples for nginx and Caddy, with the servers themselves",
            Self::Clean => "the checks changed no file of the checkout",
        }
    }

    /// The stage without whose success this one makes no sense.
    pub(super) fn depends_on(self) -> Option<Self> {
        matches!(self, Self::EndToEnd | Self::Hosting).then_some(Self::Dist)
    }

    /// Whether dist/ is current once it has succeeded.
    pub(super) fn builds(self) -> bool {
        matches!(self, Self::Dist | Self::EndToEnd | Self::Hosting)
    }

    /// Runs it. `before` is how the checkout looked at first, `is_built` whether dist/ is current.
    pub(super) fn run(self, setup: &Setup, before: &Snapshot, is_built: bool) -> Result<Count> {
        match self {
            Self::Format => {
                let rustfmt = |what: &[&str]| {
                    check(setup.cargo_fmt()?.args(what).args(["--all", "--", "--check"]))
                };
                // The fuzz targets are a workspace of their own.
                rustfmt(&["--manifest-path", "fuzz/Cargo.toml"])?;
                rustfmt(&[])
            }
            Self::Lint => check(setup.cargo()?.args([
                "clippy",
                "--workspace",
                "--all-targets",
                "--",
                "-D",
                "warnings",
            ])),
            Self::LintWasm => {
                let clippy = |what: &[&str]| {
                    let clippy = setup.cargo()?.args(["clippy", "--target", BROWSER]);
                    check(clippy.args(what).args(["--", "-D", "warnings"]))
                };
                // Only these tests run in a browser. They are looked at alone: what the others stand
                // on need not build for it.
                let has_tests = setup.project().root().join("tests/browser/main.rs").is_file();
                if has_tests {
                    clippy(&["--package", "groundwork", "--test", "browser"])?;
                }
                clippy(&["--workspace", "--exclude", "xtask", "--lib", "--bins"])
            }
            Self::Docs => check(
                setup
                    .cargo()?
                    .args(["doc", "--workspace", "--no-deps"])
                    .env("RUSTDOCFLAGS", "-D warnings"),
            ),
            Self::Native => count(setup.cargo()?.args(["test", "--workspace", "--no-fail-fast"])),
            Self::Browser => count(
                setup
                    .cargo_for_browser_tests()?
                    .args(["test", "--target", BROWSER, "--package", "groundwork"])
                    .args(["--test", "browser", "--no-fail-fast"]),
            ),
            Self::Dist => {
                dist::build(setup)?;
                dist::check(&setup.project().dist())
            }
            Self::EndToEnd => {
                if !is_built {
                    dist::build(setup)?;
                }
                let port = serve::free_port(4173)?.to_string();
                let settings = "tests/e2e/playwright.config.ts";
                playwright::run(setup, settings, &[("GROUNDWORK_PORT", &port)])
            }
            Self::Hosting => {
                if !is_built {
                    dist::build(setup)?;
                }
                hosting::run(setup)
            }
            Self::Clean => Snapshot::take(setup.project()).check_unchanged_since(before),
        }
    }
}

fn check(program: Program) -> Result<Count> {
    program.run()?;
    Ok(Count::ONE_PASSED)
}

fn count(program: Program) -> Result<Count> {
    let finished = program.run_and_read()?;
    Ok(Count::of_cargo(&finished.output).with_exit(finished.is_success()))
}
