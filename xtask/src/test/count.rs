//! How many tests ran, read from what the test programs print.

use std::ops::Add;

use anyhow::{Context, Result};
use serde_json::Value;

/// Individual tests; a stage without tests counts as one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Count {
    /// Tests that passed.
    pub(crate) passed: u64,
    /// Tests that failed, and stages that failed for another reason.
    pub(crate) failed: u64,
}

impl Count {
    /// One stage without tests of its own that passed.
    pub(crate) const ONE_PASSED: Self = Self { passed: 1, failed: 0 };

    /// Whether something passed and nothing failed: a stage that ran nothing has not succeeded.
    pub(crate) fn is_success(self) -> bool {
        self.failed == 0 && 0 < self.passed
    }

    /// Sums up the lines `test result: ok. 3 passed; 0 failed; …` of cargo's and wasm-bindgen's
    /// test programs.
    pub(crate) fn of_cargo(output: &str) -> Self {
        let lines = output.lines().filter_map(|line| line.split_once("test result: "));
        lines.fold(Self::default(), |total, (_, counts)| {
            let number = |what: &str| -> u64 {
                let parts = counts.split([';', '.']).map(str::trim);
                parts.filter_map(|part| part.strip_suffix(what)?.trim().parse::<u64>().ok()).sum()
            };
            total + Self { passed: number("passed"), failed: number("failed") }
        })
    }

    /// Reads Playwright's report.
    pub(crate) fn of_playwright(report: &str) -> Result<Self> {
        let report: Value =
            serde_json::from_str(report).context("Playwright's report is not JSON")?;
        let number = |name: &str| {
            let number = report.pointer(&format!("/stats/{name}")).and_then(Value::as_u64);
            number.with_context(|| format!("Playwright's report has no stats.{name}"))
        };
        Ok(Self { passed: number("expected")?, failed: number("unexpected")? + number("flaky")? })
    }

    /// Adds what a program's exit says when its tests do not: it failed, or ran none.
    pub(crate) fn with_exit(self, is_success: bool) -> Self {
        let is_missing = (!is_success && self.failed == 0) || self == Self::default();
        if is_missing { Self { failed: self.failed + 1, ..self } } else { self }
    }
}

impl Add for Count {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { passed: self.passed + other.passed, failed: self.failed + other.failed }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_of_all_test_programs_are_summed_up() {
        let output = "\
running 2 tests
test a ... ok
test result: ok. 2 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.03s

test result: FAILED. 40 passed; 3 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1s
    test result: ok. 1 passed; 0 failed; 0 ignored; 0 filtered out; finished in 0.50s
";
        assert_eq!(Count::of_cargo(output), Count { passed: 43, failed: 3 });
    }

    #[test]
    fn a_flaky_end_to_end_test_counts_as_failed() {
        let report = r#"{"stats": {"expected": 7, "unexpected": 1, "flaky": 2, "skipped": 0}}"#;
        assert_eq!(Count::of_playwright(report).unwrap(), Count { passed: 7, failed: 3 });
        assert!(Count::of_playwright("{}").is_err());
    }

    #[test]
    fn a_program_that_fails_without_a_failed_test_counts_as_one_failure() {
        let four = Count { passed: 4, failed: 0 };
        assert_eq!(four.with_exit(false), Count { passed: 4, failed: 1 });
        assert_eq!(four.with_exit(true), four);
        let one_failed = Count { passed: 4, failed: 1 };
        assert_eq!(one_failed.with_exit(false), one_failed);
    }

    #[test]
    fn a_stage_that_runs_no_test_fails() {
        assert_eq!(Count::of_cargo("").with_exit(true), Count { passed: 0, failed: 1 });
    }
}
