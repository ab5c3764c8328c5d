//! A first visit loads no more than it may.

use anyhow::Result;

use super::Problems;
use crate::dist::{
    files::Files,
    size::{BUDGET, FirstLoad},
};

/// By how much the first load is too large.
pub(super) fn problems(files: &Files) -> Result<Problems> {
    let total = FirstLoad::of(files)?.total();
    let is_over = BUDGET < total;
    Ok(is_over.then(|| format!("{total} bytes in brotli, {BUDGET} at most")).into_iter().collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        dist::check::sample::{is_kept, replaced},
        hash,
    };

    #[test]
    fn a_first_load_over_budget_is_noticed() {
        // Digits that do not compress: hashes of counted numbers, of 32 bytes each.
        let hashes = BUDGET / 32 + 1;
        let noise: String = (0..hashes).map(|n| hash::policy_source(&n.to_string())).collect();
        assert!(!is_kept(problems, &replaced("index.html", "<body>", &format!("<body>{noise}"))));
    }
}
