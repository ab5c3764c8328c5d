//! What must be among the files, and what must not.

use anyhow::Result;

use super::Problems;
use crate::dist::files::{EMBED, Files, HEADERS, PAGE, kind};

/// What is missing, and what is left over from the build.
#[expect(clippy::unnecessary_wraps, reason = "one signature for all promises")]
pub(super) fn problems(files: &Files) -> Result<Problems> {
    let needed =
        [PAGE, EMBED, "404.html", HEADERS, "manifest.webmanifest", "service-worker.js"].into_iter();
    let missing = needed.filter(|path| !files.0.contains_key(*path));
    let mut problems: Problems = missing.map(|path| format!("there is no {path}")).collect();
    let left_over = ["map", "ts", "rs", "toml", "scss"];
    let stray = files.0.keys().filter(|path| left_over.contains(&kind(path)));
    problems.extend(stray.map(|path| format!("{path} is no part of a page")));
    Ok(problems)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dist::check::sample::{is_kept, sealed};

    #[test]
    fn missing_and_stray_files_are_noticed() {
        let mut files = sealed();
        files.0.remove("404.html");
        assert!(!is_kept(problems, &files));
        let mut files = sealed();
        files.0.insert("a.js.map".to_owned(), Vec::new());
        assert!(!is_kept(problems, &files));
    }
}
