//! The last step of a build: final names, integrity, policy, headers.

use anyhow::{Context, Result, bail};

use super::{
    address::Address,
    embed,
    files::{EMBED, Files, HEADERS, PAGE},
    headers::Headers,
    html::{Element, Page},
    names, policy,
};
use crate::hash;

/// Shown by hosts for addresses that lead nowhere. It may be shown at any depth, so it names
/// nothing by address.
const NOT_FOUND: &str = "\
<!doctype html>
<html lang=\"en\">
  <head>
    <meta charset=\"utf-8\">
    <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">
    <meta name=\"color-scheme\" content=\"light dark\">
    <title>Not found · Groundwork</title>
  </head>
  <body>
    <h1>Nothing is at this address</h1>
    <p>The link may have been cut off. Cases you saved are still in this browser.</p>
  </body>
</html>
";

/// Turns what Trunk built into what is deployed.
pub(super) fn seal(mut files: Files) -> Result<Files> {
    files
        .0
        .insert("404.html".to_owned(), with_policy(NOT_FOUND, policy::OF_PLAIN_PAGE)?.into_bytes());
    let mut files = names::name_by_content(files)?;

    let html = with_integrity(files.text(PAGE)?, &files).context("index.html")?;
    let policy = policy::of(&Page::parse(&html)?)?;
    let html = with_policy(&html, &policy)?;
    files.0.insert(EMBED.to_owned(), embed::of(&html)?.into_bytes());
    files.0.insert(PAGE.to_owned(), html.into_bytes());

    let headers = Headers::of(&files)?.for_static_hosts(files.0.keys().map(String::as_str));
    files.0.insert(HEADERS.to_owned(), headers.into_bytes());
    Ok(files)
}

/// Whether browsers check the `integrity` of what this element loads.
///
/// Chromium ignores it on `preload`, and warns on every visit.
pub(super) fn is_checked_by_browsers(element: &Element) -> bool {
    let is_script = element.name == "script" && element.attribute("src").is_some();
    is_script || element.is_link("stylesheet") || element.is_link("modulepreload")
}

fn with_integrity(html: &str, files: &Files) -> Result<String> {
    let page = Page::parse(html)?;
    let mut edited = html.to_owned();
    // From the end, so that places found before stay right.
    for element in page.elements.iter().rev() {
        let mut new = element.clone();
        if is_checked_by_browsers(element) {
            let address =
                element.attribute("href").or(element.attribute("src")).unwrap_or_default();
            let Address::File(path) = Address::of(address, PAGE) else {
                bail!("`{address}` is not a file of the page");
            };
            let bytes = files.0.get(&path).with_context(|| format!("there is no {path}"))?;
            new.attributes.insert("integrity".to_owned(), hash::integrity(bytes));
        } else if new.attributes.remove("integrity").is_none() {
            continue;
        }
        edited.replace_range(element.place.clone(), &new.to_html());
    }
    Ok(edited)
}

/// The policy counts from where it stands, so it stands first.
fn with_policy(html: &str, policy: &str) -> Result<String> {
    let page = Page::parse(html)?;
    if page.elements.iter().any(|element| element.attribute("http-equiv").is_some()) {
        bail!("the document already has an http-equiv; the policy is written by the build alone");
    }
    let start = page.first_in_head()?.place.start;
    let mut edited = html.to_owned();
    edited.insert_str(start, &format!("{}\n    ", policy::as_meta(policy)));
    Ok(edited)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_is_the_first_thing_in_the_head() {
        let html = with_policy("<!doctype html><html><head><meta charset=utf-8>", "x").unwrap();
        let meta = "<meta http-equiv=\"Content-Security-Policy\" content=\"x\">";
        assert!(html.starts_with(&format!("<!doctype html><html><head>{meta}")), "{html}");
    }

    #[test]
    fn a_page_is_not_sealed_twice() {
        let html = with_policy("<head><title>x</title>", "x").unwrap();
        assert!(with_policy(&html, "x").is_err());
    }

    #[test]
    fn integrity_is_written_where_browsers_check_it_and_taken_away_elsewhere() {
        let files = Files::from([("a.js", ""), ("a.wasm", "")]);
        let html = "<link rel=\"modulepreload\" href=\"a.js\" integrity=\"old\">\
                    <link rel=\"preload\" href=\"a.wasm\" integrity=\"old\">";
        let expected = hash::integrity(b"");
        assert_eq!(
            with_integrity(html, &files).unwrap(),
            format!(
                "<link href=\"a.js\" integrity=\"{expected}\" rel=\"modulepreload\">\
                 <link href=\"a.wasm\" rel=\"preload\">"
            )
        );
    }
}
