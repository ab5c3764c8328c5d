//! File names made from what the files hold, so that a host may let them be cached forever.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, bail};

use super::{
    address::resolve,
    files::{EMBED, Files, HEADERS, kind},
};
use crate::hash::sha256_hex;

/// Digits of the hash in a name; enough that no two contents ever meet.
const DIGITS: usize = 16;
/// Names that someone outside knows: visitors, hosts, browsers.
const FIXED: [&str; 11] = [
    "index.html",
    EMBED,
    "404.html",
    HEADERS,
    "robots.txt",
    "manifest.webmanifest",
    "service-worker.js",
    "favicon.ico",
    "favicon.svg",
    "apple-touch-icon.png",
    "LICENSE.txt",
];

/// Whether the name is known outside and stays.
pub(super) fn is_fixed(path: &str) -> bool {
    FIXED.contains(&path) || (path.starts_with("icon-") && kind(path) == "png")
}

/// Names of content, as a regular expression that servers understand.
pub(super) fn pattern() -> String {
    format!("-[0-9a-f]{{{DIGITS}}}\\.[a-z0-9.]+$")
}

/// Whether the name carries the hash of these bytes.
pub(super) fn is_of_content(path: &str, bytes: &[u8]) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let stem = name.split('.').next().unwrap_or(name);
    let hash = sha256_hex(bytes);
    stem.rsplit_once('-')
        .is_some_and(|(_, digits)| digits.len() == DIGITS && hash.starts_with(digits))
}

/// Names every file by its content and rewrites what refers to it.
///
/// A file is named after all files it refers to, because their names are part of its content.
///
/// # Errors
///
/// When files refer to each other in a circle; there are then no such names.
pub(super) fn name_by_content(files: Files) -> Result<Files> {
    let mut waiting = files.0;
    let mut named = Files::default();
    let mut new_names: BTreeMap<String, String> = BTreeMap::new();
    while !waiting.is_empty() {
        let unnamed: BTreeSet<String> =
            waiting.keys().filter(|path| !is_fixed(path)).cloned().collect();
        let is_ready = |(path, bytes): &(&String, &Vec<u8>)| {
            text_of(path, bytes).is_none_or(|text| references(text, path, &unnamed).is_empty())
        };
        let Some(path) = waiting.iter().find(is_ready).map(|(path, _)| path.clone()) else {
            let circle: Vec<_> = waiting.keys().map(String::as_str).collect();
            bail!("files refer to themselves or to each other in a circle: {}", circle.join(", "));
        };
        let bytes = waiting.remove(&path).context("a file was lost")?;
        let bytes = match text_of(&path, &bytes) {
            Some(text) => rewrite(text, &path, &new_names).into_bytes(),
            None => bytes,
        };
        let new_path = if is_fixed(&path) || is_of_content(&path, &bytes) {
            path.clone()
        } else {
            with_hash(&path, &bytes)
        };
        new_names.insert(path, new_path.clone());
        named.0.insert(new_path, bytes);
    }
    Ok(named)
}

/// `parts/a.b.js` becomes `parts/a-0123456789abcdef.b.js`.
fn with_hash(path: &str, bytes: &[u8]) -> String {
    let (folder, name) = path.rsplit_once('/').map_or(("", path), |(folder, name)| (folder, name));
    let (stem, extension) = name.split_once('.').unwrap_or((name, ""));
    let digits: String = sha256_hex(bytes).chars().take(DIGITS).collect();
    let slash = if folder.is_empty() { "" } else { "/" };
    let dot = if extension.is_empty() { "" } else { "." };
    format!("{folder}{slash}{stem}-{digits}{dot}{extension}")
}

/// What can refer to other files, as text.
fn text_of<'a>(path: &str, bytes: &'a [u8]) -> Option<&'a str> {
    let extension = path.rsplit('.').next().unwrap_or_default();
    let is_text =
        matches!(extension, "html" | "css" | "js" | "mjs" | "svg" | "json" | "webmanifest");
    is_text.then(|| str::from_utf8(bytes).ok()).flatten()
}

/// A reference in a text: where its last part is, and the file it leads to.
struct Reference<'a> {
    start: usize,
    last_part: &'a str,
    target: String,
}

/// References to any of `targets` in `text`, the content of `file`.
fn references<'a>(text: &'a str, file: &str, targets: &BTreeSet<String>) -> Vec<Reference<'a>> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | '/' | '%');
    let mut found = Vec::new();
    let mut start = 0;
    for path in text.split(|c| !is_part(c)) {
        let target =
            resolve(path, file).filter(|target| path.contains('.') && targets.contains(target));
        if let Some(target) = target {
            let last_part = path.rsplit('/').next().unwrap_or(path);
            found.push(Reference {
                start: start + path.len() - last_part.len(),
                last_part,
                target,
            });
        }
        // The separator is one character, of however many bytes.
        let end = start + path.len();
        let separator = text.get(end..).and_then(|rest| rest.chars().next());
        start = end + separator.map_or(0, char::len_utf8);
    }
    found
}

fn rewrite(text: &str, file: &str, new_names: &BTreeMap<String, String>) -> String {
    let targets = new_names.keys().cloned().collect();
    let mut rewritten = String::with_capacity(text.len());
    let mut end = 0;
    for reference in references(text, file, &targets) {
        let new_path = new_names.get(&reference.target).unwrap_or(&reference.target);
        rewritten.push_str(text.get(end..reference.start).unwrap_or_default());
        rewritten.push_str(new_path.rsplit('/').next().unwrap_or(new_path));
        end = reference.start + reference.last_part.len();
    }
    rewritten.push_str(text.get(end..).unwrap_or_default());
    rewritten
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_named_by_its_content_and_references_follow() {
        let files = Files::from([
            ("index.html", "<script src=\"./page.js\"></script><!-- notpage.js -->"),
            ("page.js", "import './snippets/a/glue.js'; new URL('page_bg.wasm', import.meta.url)"),
            ("page_bg.wasm", "\0asm"),
            ("snippets/a/glue.js", "fetch('../../page_bg.wasm') // Ünïcode: page.jsx"),
        ]);
        let named = name_by_content(files).unwrap();
        let paths: Vec<_> = named.0.keys().cloned().collect();
        let [index, page, wasm, glue] = &paths[..] else { panic!("{paths:?}") };

        assert_eq!(index, "index.html");
        assert_eq!(
            named.text(index).unwrap(),
            format!("<script src=\"./{page}\"></script><!-- notpage.js -->")
        );
        assert_eq!(
            named.text(page).unwrap(),
            format!("import './{glue}'; new URL('{wasm}', import.meta.url)")
        );
        assert_eq!(
            named.text(glue).unwrap(),
            format!("fetch('../../{wasm}') // Ünïcode: page.jsx")
        );
        for path in [page, wasm, glue] {
            assert!(is_of_content(path, &named.0[path]), "{path}");
        }
    }

    #[test]
    fn a_changed_file_changes_the_names_of_those_that_refer_to_it() {
        let names = |wasm| {
            let files = Files::from([("a.js", "'a_bg.wasm'"), ("a_bg.wasm", wasm)]);
            name_by_content(files).unwrap().0.into_keys().collect::<Vec<_>>()
        };
        assert_ne!(names("1")[0], names("2")[0]);
        assert_eq!(names("1"), names("1"));
    }

    #[test]
    fn naming_twice_changes_nothing() {
        let files = Files::from([("index.html", "a.css"), ("a.css", "p {}")]);
        let once = name_by_content(files).unwrap();
        assert_eq!(name_by_content(once.clone()).unwrap().0, once.0);
    }

    #[test]
    fn circles_are_refused() {
        let files = Files::from([("a.js", "import './b.js'"), ("b.js", "import './a.js'")]);
        assert!(name_by_content(files).unwrap_err().to_string().contains("circle"));
    }

    #[test]
    fn a_name_with_another_hash_is_not_of_this_content() {
        assert!(!is_of_content("a-0123456789abcdef.js", b"1"));
        assert!(!is_of_content("a.js", b"1"));
    }
}
