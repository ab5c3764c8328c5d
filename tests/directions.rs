//! What ARCHITECTURE.md says about directions and the compiler cannot check.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use std::{
    fs,
    path::{Path, PathBuf},
};

/// Names of the `[dependencies]` of a crate.
fn dependencies(manifest: &str) -> Vec<String> {
    let text = fs::read_to_string(root().join(manifest)).unwrap();
    let section = text.split("[dependencies]").nth(1).unwrap();
    let section = section.split("\n[").next().unwrap();
    let name = |line: &str| line.split(['.', '=', ' ']).next().unwrap().to_owned();
    let is_entry = |line: &&str| line.starts_with(|first: char| first.is_ascii_alphabetic());
    section.lines().filter(is_entry).map(name).collect()
}

/// Every Rust file below a folder with its text, without its comments.
fn sources(folder: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                let code = |line: &&str| !line.trim_start().starts_with("//");
                found.push((path, text.lines().filter(code).collect::<Vec<_>>().join("\n")));
            }
        }
    }
    assert!(!found.is_empty(), "no sources in {folder}");
    found
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[track_caller]
fn assert_absent(folder: &str, except: &str, words: &[&str]) {
    for (path, code) in sources(folder) {
        if except.is_empty() || !path.starts_with(root().join(except)) {
            for word in words {
                assert!(!code.contains(word), "{} names {word}", path.display());
            }
        }
    }
}

#[test]
fn the_model_stands_on_mathematics_and_errors_only() {
    for dependency in dependencies("crates/model/Cargo.toml") {
        assert!(["libm", "thiserror", "rand"].contains(&dependency.as_str()), "{dependency}");
    }
    assert_absent("crates/model/src", "", &["SystemTime", "Instant", "std::fs", "std::env"]);
}

#[test]
fn case_files_and_reports_know_the_model_and_not_each_other() {
    let cases = dependencies("crates/cases/Cargo.toml");
    let report = dependencies("crates/report/Cargo.toml");
    assert!(cases.contains(&"groundwork-model".to_owned()));
    assert!(report.contains(&"groundwork-model".to_owned()));
    assert!(!cases.contains(&"groundwork-report".to_owned()));
    assert!(!report.contains(&"groundwork-cases".to_owned()));
}

#[test]
fn the_worker_stands_on_model_and_case_files_and_not_on_the_page() {
    let own = ["groundwork-model", "groundwork-cases", "wasm-bindgen", "js-sys", "web-sys"];
    for dependency in dependencies("crates/worker/Cargo.toml") {
        assert!(own.contains(&dependency.as_str()), "{dependency}");
    }
}

#[test]
fn nothing_below_the_page_names_the_browser() {
    for folder in ["crates/model/src", "crates/cases/src", "crates/report/src"] {
        assert_absent(folder, "", &["web_sys", "js_sys", "wasm_bindgen", "gloo_", "leptos"]);
    }
}

#[test]
fn only_the_browser_module_names_what_the_browser_offers() {
    // The mount point and the field a component refers to are named by Leptos' own types.
    assert_absent("src", "src/browser", &["js_sys", "gloo_", "wasm_bindgen", "web_sys::window"]);
}

#[test]
fn on_the_page_each_part_stands_on_those_before_it() {
    assert_absent("src/browser", "", &["components::", "views::"]);
    assert_absent("src/state", "", &["components::", "views::"]);
    assert_absent("src/components", "", &["views::"]);
}

#[test]
fn text_from_a_person_reaches_the_page_as_text_only() {
    assert_absent("src", "", &["inner_html", "insert_adjacent_html", "document.write"]);
}

#[test]
fn the_draft_is_changed_in_one_place_so_that_every_change_can_be_undone() {
    assert_absent("src", "src/state/history.rs", &["draft.update(", "draft.set(", "draft.write("]);
}

#[test]
fn numbers_are_rounded_by_the_report_only() {
    for folder in ["crates/model/src", "crates/cases/src", "src"] {
        assert_absent(folder, "", &[".round()", "{:.1", "{:.2"]);
    }
}

#[test]
fn no_platform_mathematics_in_what_must_give_the_same_bits() {
    for folder in ["crates/model/src", "crates/report/src"] {
        assert_absent(folder, "", &[".powf(", ".powi(", ".exp(", ".ln(", ".log10("]);
    }
}

/// The layers inside the report, each standing on those before it only.
const LAYERS: [&str; 6] = ["wording", "document", "trace", "charts", "narrative", "formats"];

#[test]
fn inside_the_report_each_part_stands_on_those_before_it() {
    for (position, layer) in LAYERS.iter().enumerate() {
        for later in &LAYERS[position + 1..] {
            for name in [format!("crate::{later}"), format!("\n    {later}::")] {
                assert_absent(&format!("crates/report/src/{layer}"), "", &[&name]);
            }
        }
    }
}
