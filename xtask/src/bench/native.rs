//! Benchmarks of the crates, run by criterion on this machine.

use std::{fs, path::Path, time::SystemTime};

use anyhow::Result;
use serde_json::Value;

use super::Row;
use crate::{process::say, setup::Setup};

/// Runs all benchmarks there are and reads what criterion found.
pub(super) fn run(setup: &Setup) -> Result<Vec<Row>> {
    if !has_benchmarks(setup.project().root()) {
        say("\nskipped: there are no native benchmarks yet");
        return Ok(Vec::new());
    }
    say("\nMeasuring natively; this usually takes two to five minutes.");
    let start = SystemTime::now();
    setup.cargo()?.args(["bench", "--workspace", "--exclude", "xtask", "--bench", "*"]).run()?;
    let mut rows = Vec::new();
    collect(&setup.build_folder()?.join("criterion"), "", start, &mut rows);
    rows.sort_by(|one, other| one.what.cmp(&other.what));
    Ok(rows)
}

/// Whether the root package or a crate has files in `benches`.
fn has_benchmarks(root: &Path) -> bool {
    let packages = fs::read_dir(root.join("crates")).into_iter().flatten().flatten();
    packages.map(|package| package.path()).chain([root.to_owned()]).any(|package| {
        let files = fs::read_dir(package.join("benches")).into_iter().flatten().flatten();
        files.into_iter().any(|file| file.path().extension().is_some_and(|kind| kind == "rs"))
    })
}

/// Medians below `folder` that are newer than `start`; what cannot be read is left out.
fn collect(folder: &Path, name: &str, start: SystemTime, rows: &mut Vec<Row>) {
    let estimates = folder.join("new/estimates.json");
    let is_new = fs::metadata(&estimates)
        .and_then(|data| data.modified())
        .is_ok_and(|modified| start <= modified);
    let text = fs::read_to_string(&estimates).ok().filter(|_| is_new);
    let nanoseconds = text.as_deref().and_then(median);
    rows.extend(nanoseconds.map(|nanoseconds| Row {
        what: format!("{name}, natively, median"),
        measured: format!("{:.1} µs", nanoseconds / 1000.0),
        goal: "",
    }));
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.path().is_dir() && entry.file_name() != "new" {
            let part = entry.file_name().to_string_lossy().into_owned();
            let name = if name.is_empty() { part } else { format!("{name}/{part}") };
            collect(&entry.path(), &name, start, rows);
        }
    }
}

fn median(estimates: &str) -> Option<f64> {
    let estimates: Value = serde_json::from_str(estimates).ok()?;
    estimates.pointer("/median/point_estimate")?.as_f64()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn medians_are_read_from_criterion() {
        let text = r#"{"mean": {"point_estimate": 9.0}, "median": {"point_estimate": 1234.5}}"#;
        assert_eq!(median(text).map(f64::to_bits), Some(1234.5_f64.to_bits()));
        assert_eq!(median("{}"), None);
    }
}
