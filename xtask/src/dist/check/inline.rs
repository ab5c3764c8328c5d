//! Nothing stands in the page that its policy would block.

use anyhow::Result;

use super::Problems;
use crate::dist::{
    files::{Files, kind},
    html::Page,
};

/// Inline styles and handlers.
pub(super) fn problems(files: &Files) -> Result<Problems> {
    let mut problems = Problems::new();
    for path in files.0.keys().filter(|path| kind(path) == "html") {
        for element in Page::parse(files.text(path)?)?.elements {
            let is_handler = |name: &&String| name.starts_with("on") || *name == "style";
            let inline = element.attributes.keys().filter(is_handler);
            problems.extend(inline.map(|name| format!("{path}: <{}> has {name}=", element.name)));
            if element.name == "style" {
                problems.push(format!("{path} has a <style> element"));
            }
            if element
                .attributes
                .values()
                .any(|value| value.trim_start().starts_with("javascript:"))
            {
                problems.push(format!("{path}: <{}> has a javascript: address", element.name));
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
    fn what_the_policy_would_block_is_noticed() {
        for tag in [
            "<p style=\"color: red\">",
            "<p onclick=\"x()\">",
            "<style>p {}</style>",
            "<a href=\"javascript:x()\">",
        ] {
            assert!(
                !is_kept(problems, &replaced("index.html", "<body>", &format!("<body>{tag}"))),
                "{tag}"
            );
        }
    }
}
