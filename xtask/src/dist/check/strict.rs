//! The policy stands first and is the one of this page.

use anyhow::Result;

use super::Problems;
use crate::dist::{
    files::{Files, PAGE},
    html::{Element, Page},
    policy,
};

/// How the policy in force differs from the one meant.
pub(super) fn problems(files: &Files) -> Result<Problems> {
    let page = Page::parse(files.text(PAGE)?)?;
    let mut problems = Problems::new();
    let expected = policy::of(&page)?;
    let first = page.first_in_head()?;
    let is_policy = |element: &Element| {
        element
            .attribute("http-equiv")
            .is_some_and(|name| name.eq_ignore_ascii_case("content-security-policy"))
    };
    if !is_policy(first) {
        problems.push("the policy is not the first element of the head".to_owned());
    } else if first.attribute("content") != Some(&expected) {
        problems.push(format!("the policy is not `{expected}`"));
    }
    if 1 < page.elements.iter().filter(|element| is_policy(element)).count() {
        problems.push("there is more than one policy".to_owned());
    }
    let header = format!("Content-Security-Policy: {}\n", policy::as_header(&expected));
    if !files.text("_headers")?.contains(&header) {
        problems.push("_headers has another policy than the page".to_owned());
    }
    Ok(problems)
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
        assert!(!is_kept(problems, &replaced("_headers", "frame-ancestors 'none'", "")), "header");
    }
}
