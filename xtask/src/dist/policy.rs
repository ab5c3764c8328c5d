//! The content security policy: what the page may do, enforced by the browser.

use anyhow::{Result, bail};

use super::html::Page;
use crate::hash::policy_source;

/// The policy of the page and of the part of it that is embedded, without what only a header can carry.
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
    Ok([
        "default-src 'none'",
        &format!("script-src 'self' 'wasm-unsafe-eval' '{}'", policy_source(loader)),
        "style-src 'self'",
        "img-src 'self' blob: data:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    .join("; "))
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
