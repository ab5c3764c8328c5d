//! `cargo xtask bench`: size and speed, beside the goals of the design.
//!
//! Figures to read, never tests: machines differ.

mod native;

use std::fs;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::{
    dist,
    process::{explain, say},
    setup::Setup,
};

/// One line of the result.
#[derive(Debug, PartialEq, Eq)]
struct Row {
    what: String,
    measured: String,
    goal: &'static str,
}

/// Builds the page, measures it, and prints a table.
pub(crate) fn run(setup: &Setup) -> Result<()> {
    dist::build(setup)?;
    let load = dist::first_load(&setup.project().dist())?;
    load.print();
    let mut rows = vec![Row {
        what: "first load, all files, brotli".to_owned(),
        measured: format!("{:.1} KB", kilobytes(load.total())),
        goal: "220 KB",
    }];
    // One part that fails must not hide the others.
    for part in [native::run(setup), in_browser(setup), in_lighthouse(setup)] {
        match part {
            Ok(found) => rows.extend(found),
            Err(error) => say(format!("skipped: {}", explain(&error))),
        }
    }
    let width = rows.iter().map(|row| row.what.len()).max().unwrap_or_default();
    say(format!("\n{:width$}  {:>12}  goal", "what", "measured"));
    for Row { what, measured, goal } in rows {
        say(format!("{what:width$}  {measured:>12}  {goal}"));
    }
    Ok(())
}

#[expect(
    clippy::cast_precision_loss,
    reason = "sizes are far below 2^53, and shown with one digit"
)]
fn kilobytes(bytes: usize) -> f64 {
    bytes as f64 / 1000.0
}

fn in_browser(setup: &Setup) -> Result<Vec<Row>> {
    say("\nMeasuring in the browser; this usually takes a minute and a half.");
    measured_by(setup, "bench")
}

fn in_lighthouse(setup: &Setup) -> Result<Vec<Row>> {
    say("\nMeasuring with Lighthouse, five times; this usually takes two minutes.");
    measured_by(setup, "lighthouse")
}

/// Runs one of the scripts that measure the built page and reads its report.
fn measured_by(setup: &Setup, script: &str) -> Result<Vec<Row>> {
    let report = setup.project().target().join(format!("{script}.json"));
    // An old report must not stand in for one that was never written.
    let _ = fs::remove_file(&report);
    let script = format!("tests/e2e/{script}.mjs");
    setup.node()?.arg(script).env("GROUNDWORK_REPORT", &report).run()?;
    let text = fs::read_to_string(&report)
        .with_context(|| format!("there is no report in {}", report.display()))?;
    let report: Value = serde_json::from_str(&text).context("the report is not JSON")?;
    for note in report.get("notes").and_then(Value::as_array).into_iter().flatten() {
        say(note.as_str().unwrap_or_default());
    }
    Ok(rows_of(&report))
}

fn rows_of(report: &Value) -> Vec<Row> {
    let row = |what: &str, pointer: &str, unit: &str, goal| {
        let value = report.pointer(pointer)?.as_f64()?;
        Some(Row { what: what.to_owned(), measured: format!("{value:.1} {unit}"), goal })
    };
    let rows = [
        row("evaluate, in the browser, median", "/evaluate_us", "µs", ""),
        row("10,000 draws x 24 months, in the worker, median", "/simulate_ms", "ms", "10 ms"),
        row("a keystroke: script, layout, paint, median", "/keystroke_ms/median", "ms", "8 ms"),
        row("a keystroke, 95th percentile", "/keystroke_ms/p95", "ms", "16 ms"),
        row("the same with ranges, median", "/ranges_keystroke_ms/median", "ms", "8 ms"),
        row("the same with ranges, 95th percentile", "/ranges_keystroke_ms/p95", "ms", "16 ms"),
        row("draws that arrive later, drawn, median", "/draws_ms/median", "ms", "8 ms"),
        row("draws that arrive later, drawn, 95th percentile", "/draws_ms/p95", "ms", "16 ms"),
        row("Lighthouse, phone: performance, median of 5", "/lighthouse/performance", "", "100"),
        row("Lighthouse, phone: accessibility", "/lighthouse/accessibility", "", "100"),
        row("Lighthouse, phone: best practices", "/lighthouse/best_practices", "", "100"),
    ];
    rows.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_that_were_not_measured_have_no_row() {
        let report = serde_json::json!({
            "evaluate_us": null,
            "simulate_ms": 9.96,
            "keystroke_ms": { "median": 2.04, "p95": 5.0, "count": 56 },
        });
        let rows = rows_of(&report);
        let measured: Vec<_> = rows.iter().map(|row| row.measured.as_str()).collect();
        assert_eq!(measured, ["10.0 ms", "2.0 ms", "5.0 ms"]);
    }
}
