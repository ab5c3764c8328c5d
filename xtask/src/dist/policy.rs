//! The content security policy: what the page may do, enforced by the browser.

use std::slice;

use anyhow::{Result, bail};

use super::{
    files::{EMBED, Files, PAGE},
    html::Page,
};
use crate::hash::policy_source;

/// The policy of a page, without what only a header can carry.
///
/// # Errors
///
/// Unless the page has exactly one inline script: Trunk's loader.
pub(super) fn of(page: &Page) -> Result<String> {
    let [loader] = &page.inline_scripts[..] else {
        bail!(
            "the page has {} inline scripts; only the loader is allowed",
            page.inline_scripts.len()
        );
    };
    Ok(allowing(slice::from_ref(loader)))
}

/// The policy of all pages, for hosts that send one header with every file. Each page brings its own
/// policy as well, and browsers keep both.
pub(super) fn of_all(files: &Files) -> Result<String> {
    let page = Page::parse(files.text(PAGE)?)?;
    if !files.0.contains_key(EMBED) {
        return of(&page);
    }
    let embedded = Page::parse(files.text(EMBED)?)?;
    Ok(allowing(&[page.inline_scripts, embedded.inline_scripts].concat()))
}

/// A policy with these inline scripts.
fn allowing(scripts: &[String]) -> String {
    let hashes: String =
        scripts.iter().map(|script| format!(" '{}'", policy_source(script))).collect();
    [
        "default-src 'none'",
        &format!("script-src 'self' 'wasm-unsafe-eval'{hashes}"),
        "style-src 'self'",
        "img-src 'self' blob: data:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    .join("; ")
}

/// The policy of a page without any script.
pub(super) const OF_PLAIN_PAGE: &str = "default-src 'none'; base-uri 'none'; form-action 'none'";

/// The tag that puts `policy` in force from where it stands.
pub(super) fn as_meta(policy: &str) -> String {
    // Quotes in policies are single ones.
    format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_allows_the_loader_by_its_hash_and_nothing_inline() {
        let page = Page::parse("<script type=\"module\"></script>").unwrap();
        let policy = of(&page).unwrap();
        let hash = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";
        assert!(
            policy.contains(&format!("script-src 'self' 'wasm-unsafe-eval' {hash};")),
            "{policy}"
        );
        assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{policy}");
        assert!(!policy.contains("frame-ancestors"), "browsers ignore it in a meta tag");
    }

    #[test]
    fn pages_without_or_with_more_than_one_inline_script_are_refused() {
        for html in ["<p>", "<script>1</script><script>2</script>"] {
            assert!(of(&Page::parse(html).unwrap()).is_err(), "{html}");
        }
    }
}
