//! Hosts are asked for headers that fit these files.

use anyhow::Result;

use super::Problems;
use crate::dist::{
    files::{Files, HEADERS},
    headers::Headers,
};

/// Lines of `_headers` that are missing, and those that are there without need.
pub(super) fn problems(files: &Files) -> Result<Problems> {
    let paths = files.0.keys().map(String::as_str).filter(|path| *path != HEADERS);
    let expected = Headers::of(files)?.for_static_hosts(paths);
    let found = files.text(HEADERS)?;
    if found == expected {
        return Ok(Problems::new());
    }
    let lacking = |text: &str, other: &str| -> Vec<String> {
        text.lines().filter(|line| other.lines().all(|o| o != *line)).map(str::to_owned).collect()
    };
    let missing = lacking(&expected, found).into_iter().map(|line| format!("not said: {line}"));
    let needless =
        lacking(found, &expected).into_iter().map(|line| format!("said in vain: {line}"));
    let mut problems: Problems = missing.chain(needless).collect();
    if problems.is_empty() {
        problems.push("the right lines are in another order".to_owned());
    }
    Ok(problems)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dist::check::sample::{edited, is_kept, replaced, sealed};

    #[test]
    fn headers_that_are_weaker_or_of_another_build_are_noticed() {
        assert!(!is_kept(problems, &replaced("_headers", "X-Frame-Options: DENY", "")), "framing");
        assert!(!is_kept(problems, &replaced("_headers", "'sha256-", "'sha256-A")), "hash");
        assert!(!is_kept(problems, &replaced("_headers", "no-cache", "max-age=9")), "caching");
        assert!(!is_kept(problems, &edited("_headers", |text| format!("{text}\n"))), "more");
    }

    #[test]
    fn a_file_that_no_header_is_for_is_noticed() {
        let mut files = sealed();
        files.0.insert("robots.txt".to_owned(), Vec::new());
        assert!(!is_kept(problems, &files));
    }
}
