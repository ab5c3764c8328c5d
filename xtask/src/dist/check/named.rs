//! Files are named by what they hold.

use anyhow::Result;

use super::Problems;
use crate::dist::{files::Files, names};

/// Files whose name is neither fixed nor that of their content.
#[expect(clippy::unnecessary_wraps, reason = "one signature for all promises")]
pub(super) fn problems(files: &Files) -> Result<Problems> {
    let misnamed = files
        .0
        .iter()
        .filter(|(path, bytes)| !names::is_fixed(path) && !names::is_of_content(path, bytes));
    Ok(misnamed.map(|(path, _)| format!("{path} is not named by its content")).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dist::check::sample::{edited, is_kept, sealed};

    #[test]
    fn a_file_that_changed_after_it_was_named_is_noticed() {
        assert!(!is_kept(problems, &edited("a-", |text| format!("{text} "))));
        let mut files = sealed();
        files.0.insert("worker.js".to_owned(), Vec::new());
        assert!(!is_kept(problems, &files));
    }
}
