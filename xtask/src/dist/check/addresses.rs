//! Addresses lead to files of the page, from any sub-path of any host.

use anyhow::Result;

use super::Problems;
use crate::dist::{
    address::Address,
    files::{Files, kind},
    html::Page,
    references::{
        addresses_in_css, addresses_in_manifest, fetched_by, modules_in_script, origins_in,
    },
};

/// Addresses that lead nowhere or elsewhere.
pub(super) fn problems(files: &Files) -> Result<Problems> {
    let mut problems = Problems::new();
    for path in files.0.keys() {
        let addresses = if kind(path) == "html" {
            let page = Page::parse(files.text(path)?)?;
            let mut addresses: Vec<_> = page.elements.iter().flat_map(fetched_by).collect();
            for script in &page.inline_scripts {
                problems.extend(origins_in(script).map(|origin| format!("{path} names {origin}")));
                addresses.extend(modules_in_script(script));
            }
            addresses
        } else if kind(path) == "css" {
            addresses_in_css(files.text(path)?)
        } else if kind(path) == "js" {
            let script = files.text(path)?;
            problems.extend(origins_in(script).map(|origin| format!("{path} names {origin}")));
            modules_in_script(script)
        } else if kind(path) == "webmanifest" {
            addresses_in_manifest(files.text(path)?)?
        } else if kind(path) == "svg" {
            let drawing = files.text(path)?;
            problems.extend(origins_in(drawing).map(|origin| format!("{path} names {origin}")));
            addresses_in_css(drawing)
        } else {
            continue;
        };
        problems.extend(addresses.iter().filter_map(|address| match Address::of(address, path) {
            Address::Inside => None,
            Address::File(file) if files.0.contains_key(&file) => None,
            Address::File(file) => Some(format!("{path} refers to {file}, which is not there")),
            Address::Elsewhere => Some(format!("{path} refers to {address}")),
        }));
    }
    Ok(problems)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dist::check::sample::{is_kept, replaced, sealed};

    #[test]
    fn a_manifest_that_stays_with_the_page_is_fine() {
        let mut files = sealed();
        let manifest = r#"{"start_url": "./", "scope": "./", "icons": [{"src": "icon-192.png"}]}"#;
        files.0.insert("manifest.webmanifest".to_owned(), manifest.as_bytes().to_vec());
        files.0.insert("icon-192.png".to_owned(), Vec::new());
        assert_eq!(problems(&files).unwrap(), Problems::new());
    }

    #[test]
    fn addresses_that_break_elsewhere_or_leave_the_page_are_noticed() {
        let body = "<body>";
        for tag in [
            "<img src=\"/a.png\">",
            "<img src=\"https://example.org/a.png\">",
            "<img src=\"missing.png\">",
            "<img srcset=\"//example.org/a.png 2x\">",
            "<form action=\"http://example.org\">",
        ] {
            let files = replaced("index.html", body, &format!("{body}{tag}"));
            assert!(!is_kept(problems, &files), "{tag}");
        }
        let script = "import init from";
        let asking = format!("fetch('https://example.org'); {script}");
        assert!(!is_kept(problems, &replaced("index.html", script, &asking)), "inline script");
        for css in [
            "url(/a.svg)",
            "url( \"https://example.org/a.svg\" )",
            "} @import '//example.org/a.css';",
        ] {
            let mut files = sealed();
            files.0.insert("b.css".to_owned(), format!("p {{ background: {css} }}").into_bytes());
            assert!(!is_kept(problems, &files), "{css}");
        }
        for manifest in [
            r#"{"start_url": "/"}"#,
            r#"{"scope": "https://example.org/"}"#,
            r#"{"icons": [{"src": "missing.png"}]}"#,
            r#"{"shortcuts": [{"url": "../other"}]}"#,
        ] {
            let mut files = sealed();
            files.0.insert("manifest.webmanifest".to_owned(), manifest.as_bytes().to_vec());
            assert!(!is_kept(problems, &files), "{manifest}");
        }
        for drawing in ["<image href=\"https://example.org/a.png\"/>", "<g fill='url(c.svg)'/>"] {
            let mut files = sealed();
            files.0.insert("b.svg".to_owned(), drawing.as_bytes().to_vec());
            assert!(!is_kept(problems, &files), "{drawing}");
        }
        for script in [
            "fetch('https://example.org')",
            "import 'https://example.org/a.js'",
            "import a from '/a.js'",
        ] {
            let mut files = sealed();
            files.0.insert("b.js".to_owned(), script.as_bytes().to_vec());
            assert!(!is_kept(problems, &files), "{script}");
        }
    }
}
