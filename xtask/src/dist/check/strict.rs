//! Each page brings its policy, which stands first.

use anyhow::Result;

use super::Problems;
use crate::dist::{
    files::{Files, PAGE, kind},
    html::{Element, Page},
    policy,
};

/// How the policies in force differ from those meant.
pub(super) fn problems(files: &Files) -> Result<Problems> {
    let mut problems = Problems::new();
    for path in files.0.keys().filter(|path| kind(path) == "html") {
        let page = Page::parse(files.text(path)?)?;
        let first = page.first_in_head()?;
        let found = first.attribute("content").unwrap_or_default();
        if !is_policy(first) {
            problems.push(format!("{path}: the policy is not the first element of the head"));
        } else if path == PAGE {
            let expected = policy::of(&page)?;
            if found != expected {
                problems.push(format!("{path}: the policy is not `{expected}`"));
            }
        } else if !found.starts_with("default-src 'none'") || found.contains("'unsafe-") {
            problems.push(format!("{path}: the policy `{found}` is not strict"));
        }
        if 1 < page.elements.iter().filter(|element| is_policy(element)).count() {
            problems.push(format!("{path}: there is more than one policy"));
        }
    }
    Ok(problems)
}

fn is_policy(element: &Element) -> bool {
    element
        .attribute("http-equiv")
        .is_some_and(|name| name.eq_ignore_ascii_case("content-security-policy"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dist::check::sample::{is_kept, replaced};

    #[test]
    fn weakened_and_outdated_policies_are_noticed() {
        assert!(!is_kept(problems, &replaced("index.html", "import init", "import  init")), "hash");
        assert!(!is_kept(
            problems,
            &replaced("index.html", "style-src 'self'", "style-src 'self' 'unsafe-inline'")
        ));
        assert!(
            !is_kept(problems, &replaced("index.html", "<head>", "<head><title>x</title>")),
            "first"
        );
        assert!(
            !is_kept(problems, &replaced("index.html", "<body>", "<body><script>1</script>")),
            "second script"
        );
    }

    #[test]
    fn other_pages_need_a_strict_policy_as_well() {
        assert!(!is_kept(problems, &replaced("404.html", " http-equiv=", " data-was=")), "none");
        let weaker = replaced("404.html", "default-src 'none'", "default-src 'unsafe-inline'");
        assert!(!is_kept(problems, &weaker), "weaker");
    }
}
