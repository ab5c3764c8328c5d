//! Integrity attributes are those of the bytes.

use anyhow::Result;

use super::Problems;
use crate::{
    dist::{
        address::Address,
        files::{Files, kind},
        html::Page,
        seal::is_checked_by_browsers,
    },
    hash,
};

/// Integrity that is wrong, missing, or ignored by browsers.
pub(super) fn problems(files: &Files) -> Result<Problems> {
    let mut problems = Problems::new();
    for path in files.0.keys().filter(|path| kind(path) == "html") {
        problems.extend(problems_in(path, files)?);
    }
    Ok(problems)
}

fn problems_in(page: &str, files: &Files) -> Result<Problems> {
    let mut problems = Problems::new();
    for element in Page::parse(files.text(page)?)?.elements {
        let tag = element.to_html();
        let address = element.attribute("href").or(element.attribute("src")).unwrap_or_default();
        match (element.attribute("integrity"), is_checked_by_browsers(&element)) {
            (None, false) => (),
            (None, true) => problems.push(format!("{tag} has no integrity")),
            (Some(_), false) => problems.push(format!("browsers ignore the integrity of {tag}")),
            (Some(integrity), true) => {
                let is_right = match Address::of(address, page) {
                    Address::File(path) => {
                        files.0.get(&path).is_some_and(|bytes| hash::integrity(bytes) == integrity)
                    }
                    Address::Inside | Address::Elsewhere => false,
                };
                if !is_right {
                    problems.push(format!("the integrity of {tag} is not that of the file"));
                }
            }
        }
    }
    Ok(problems)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dist::check::sample::{is_kept, replaced};

    #[test]
    fn wrong_missing_and_useless_integrity_is_noticed() {
        assert!(!is_kept(problems, &replaced("index.html", "sha384-", "sha384-A")));
        assert!(!is_kept(problems, &replaced("index.html", " integrity=", " data-was=")));
        let script = "<body><script src=\"./a.js\"></script>";
        assert!(!is_kept(problems, &replaced("404.html", "<body>", script)), "another page");
        assert!(!is_kept(
            problems,
            &replaced("index.html", " rel=\"preload\"", " rel=\"preload\" integrity=\"sha384-x\"")
        ));
    }
}
