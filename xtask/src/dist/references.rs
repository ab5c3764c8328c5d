//! What HTML, CSS, JavaScript and the manifest refer to.

use anyhow::{Context, Result};
use serde_json::Value;

use super::{
    address::Address,
    files::{Files, kind},
    html::{Element, Page},
};

/// Namespaces look like addresses but are never fetched.
const NAMESPACES: &str = "http://www.w3.org/";

/// Addresses that lead to no file of a sealed page, and origins that are named, one line each.
pub(super) fn problems(files: &Files) -> Result<Vec<String>> {
    let mut problems = Vec::new();
    for path in files.0.keys() {
        let addresses = if kind(path) == "html" {
            let page = Page::parse(files.text(path)?)?;
            let mut addresses: Vec<_> = page.elements.iter().flat_map(fetched_by).collect();
            addresses
                .extend(page.inline_scripts.iter().flat_map(|script| modules_in_script(script)));
            addresses
        } else if kind(path) == "css" {
            addresses_in_css(files.text(path)?)
        } else if kind(path) == "webmanifest" {
            addresses_in_manifest(files.text(path)?)?
        } else if kind(path) == "js" {
            let script = files.text(path)?;
            problems.extend(origins_in(script).map(|origin| format!("{path} names {origin}")));
            modules_in_script(script)
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

/// Addresses that a browser fetches for this element, or goes to without leaving the page.
fn fetched_by(element: &Element) -> Vec<String> {
    let names = ["src", "href", "poster", "data", "action", "formaction", "manifest", "ping"];
    let is_way_out = |address: &&str| {
        element.name == "a" && (address.starts_with("https://") || address.starts_with("mailto:"))
    };
    let mut addresses: Vec<String> = names
        .iter()
        .filter_map(|name| element.attribute(name))
        .filter(|address| !is_way_out(address))
        .map(str::to_owned)
        .collect();
    for name in ["srcset", "imagesrcset"] {
        let candidates = element.attribute(name).unwrap_or_default().split(',');
        addresses
            .extend(candidates.filter_map(|one| one.split_whitespace().next()).map(str::to_owned));
    }
    addresses
}

/// What a style sheet loads.
pub(super) fn addresses_in_css(css: &str) -> Vec<String> {
    let unquote = |text: &str| text.trim().trim_matches(['"', '\'']).to_owned();
    let in_url = css.split("url(").skip(1).filter_map(|rest| {
        let rest = rest.trim_start();
        let end = match rest.chars().next() {
            Some(quote @ ('"' | '\'')) => rest.get(1..)?.find(quote)? + 2,
            _ => rest.find(')')?,
        };
        rest.get(..end).map(unquote)
    });
    let imported = css.split("@import").skip(1).filter_map(|rest| {
        let rest = rest.trim_start();
        rest.starts_with(['"', '\'']).then(|| rest.split([';', '\n']).next().map(unquote))?
    });
    in_url.chain(imported).collect()
}

/// Where a manifest begins and ends, and its pictures.
fn addresses_in_manifest(manifest: &str) -> Result<Vec<String>> {
    let manifest: Value = serde_json::from_str(manifest).context("the manifest is not JSON")?;
    let icons = manifest["icons"].as_array().into_iter().flatten().map(|icon| &icon["src"]);
    let places = [&manifest["start_url"], &manifest["scope"]].into_iter().chain(icons);
    Ok(places.filter_map(Value::as_str).map(str::to_owned).collect())
}

/// What a script imports before it runs.
pub(super) fn modules_in_script(script: &str) -> Vec<String> {
    let quoted = |text: &str| {
        let text = text.trim_start();
        let quote = text.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        text.get(1..)?.split(quote).next().map(str::to_owned)
    };
    let is_module = |address: &String| {
        address.starts_with("./")
            || address.starts_with("../")
            || address.contains("://")
            || address.starts_with('/')
    };
    let from = script.split("from").skip(1).filter_map(quoted);
    let import = script.split("import").skip(1).filter_map(quoted);
    from.chain(import).filter(is_module).collect()
}

/// Strings of a script that are absolute addresses. Addresses in comments, or within a longer
/// text, are never fetched.
fn origins_in(script: &str) -> impl Iterator<Item = &str> {
    script.match_indices(['"', '\'', '`']).filter_map(move |(start, quote)| {
        let string = script.get(start + 1..)?;
        let string = string.split(quote).next()?;
        let schemes = ["http://", "https://", "ws://", "wss://", "//"];
        let host = schemes.iter().find_map(|scheme| string.strip_prefix(scheme))?;
        let is_address = host.starts_with(|c: char| c.is_ascii_alphanumeric() || "[$%".contains(c));
        (is_address && !string.starts_with(NAMESPACES)).then_some(string)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn style_sheets_are_read_in_every_spelling() {
        let css = "@import 'a.css'; p { background: url(b.svg), url( \"c d.svg\" ), url('e.svg') }";
        assert_eq!(addresses_in_css(css), ["b.svg", "c d.svg", "e.svg", "a.css"]);
    }

    #[test]
    fn a_manifest_names_where_the_page_begins_and_its_pictures() {
        let manifest = r#"{ "name": "a", "start_url": "./", "icons": [{ "src": "a.svg" }] }"#;
        assert_eq!(addresses_in_manifest(manifest).unwrap(), ["./", "a.svg"]);
        assert!(addresses_in_manifest("{").is_err());
    }

    #[test]
    fn only_what_is_imported_at_once_counts_as_a_module() {
        let script = "import a from './a.js'; export * from\"../b.js\"; import './c.js'; \
                      import('./later.js'); const from = 'x'; new URL('d.wasm', import.meta.url)";
        let mut modules = modules_in_script(script);
        modules.sort();
        assert_eq!(modules, ["../b.js", "./a.js", "./c.js"]);
    }

    #[test]
    fn addresses_of_others_are_found_and_namespaces_are_not() {
        let script = "'http://www.w3.org/2000/svg'; fetch(`https://${host}/x`); x = '//a.example';";
        assert_eq!(origins_in(script).collect::<Vec<_>>(), ["https://${host}/x", "//a.example"]);
        let script =
            "// see https://example.org\nif (scheme === 'ws://') say('read https://b.example')";
        assert_eq!(origins_in(script).count(), 0);
    }
}
