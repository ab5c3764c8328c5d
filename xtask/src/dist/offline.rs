//! What the service worker keeps: which build it is of, and the files of that build.
//!
//! The worker itself is `src/service-worker.js`.

use std::{collections::BTreeMap, fmt::Write as _};

use anyhow::{Context, Result, bail};

use super::{
    files::{Files, PAGE},
    html::Page,
    names,
};
use crate::hash;

const SCRIPT: &str = "service-worker.js";
const MANIFEST: &str = "manifest.webmanifest";
/// Put in place of the script where the page is being developed.
const RETIRED: &str = include_str!("../../offline/retired.js");
/// Where the script says which build it is of, before it does.
const NO_VERSION: &str = "const VERSION = \"\";";
/// Where the script lists the files, before it does.
const NO_FILES: &str = "const FILES = {};";
/// Digits of a version: enough to tell builds apart, few enough to be read out.
const DIGITS: usize = 12;

/// Writes into a sealed page which build it is of, and into its service worker the files of it.
pub(super) fn list(files: &mut Files) -> Result<()> {
    // The version stands in the page, so it is made of everything but itself.
    put(files, PAGE, with_version(files.text(PAGE)?, "")?);
    let version = version(files)?;
    put(files, PAGE, with_version(files.text(PAGE)?, &version)?);
    let list = serde_json::to_string(&kept(files)).context("the list cannot be written")?;
    let mut script = files.text(SCRIPT)?.to_owned();
    for (place, written) in [
        (NO_VERSION, format!("const VERSION = \"{version}\";")),
        (NO_FILES, format!("const FILES = {list};")),
    ] {
        if script.matches(place).count() != 1 {
            bail!("{SCRIPT} does not say `{place}` once");
        }
        script = script.replace(place, &written);
    }
    put(files, SCRIPT, script);
    Ok(())
}

/// Puts in place of the service worker one that ends those of earlier builds and keeps nothing.
pub(super) fn retire(files: &mut Files) {
    put(files, SCRIPT, RETIRED.to_owned());
}

/// What is wrong with what the service worker keeps, one line each.
pub(super) fn problems(files: &Files) -> Result<Vec<String>> {
    let script = files.text(SCRIPT)?;
    let listed: BTreeMap<String, String> =
        serde_json::from_str(constant(script, "FILES")?).context("the list cannot be read")?;
    let kept = kept(files);
    let is_other =
        |path: &&String| listed.get(*path).is_some_and(|integrity| integrity != &kept[*path]);
    let mut problems = Vec::new();
    for path in kept.keys().filter(|path| !listed.contains_key(*path)) {
        problems.push(format!("{SCRIPT} does not list {path}"));
    }
    for path in listed.keys().filter(|path| !kept.contains_key(*path)) {
        problems
            .push(format!("{SCRIPT} lists {path}, which it must not keep or which is not there"));
    }
    for path in kept.keys().filter(is_other) {
        problems.push(format!("{SCRIPT} expects other bytes of {path}"));
    }
    // Listed anew, the same must come of it.
    let mut again = files.clone();
    put(&mut again, SCRIPT, unlisted(script)?);
    list(&mut again)?;
    for path in [PAGE, SCRIPT].iter().filter(|path| again.0.get(**path) != files.0.get(**path)) {
        problems.push(format!("{path} names another version than that of the files"));
    }
    Ok(problems)
}

/// Files that are kept in the browser, with their integrity: the page, and what it may ever ask for.
fn kept(files: &Files) -> BTreeMap<String, String> {
    let is_kept = |path: &str| [PAGE, MANIFEST].contains(&path) || !names::is_fixed(path);
    let kept = files.0.iter().filter(|(path, _)| is_kept(path));
    kept.map(|(path, bytes)| (path.clone(), hash::integrity(bytes))).collect()
}

/// Digits that stand for these files and what the service worker does with them.
fn version(files: &Files) -> Result<String> {
    let mut text = files.text(SCRIPT)?.to_owned();
    for (path, integrity) in kept(files) {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{path} {integrity}");
    }
    Ok(hash::sha256_hex(text.as_bytes()).chars().take(DIGITS).collect())
}

/// The page with `version` in its `meta` of that name.
fn with_version(html: &str, version: &str) -> Result<String> {
    let page = Page::parse(html)?;
    let is_version = |element: &&super::html::Element| element.attribute("name") == Some("version");
    let meta = page.elements.iter().find(is_version).context("the page has no version")?;
    let mut new = meta.clone();
    new.attributes.insert("content".to_owned(), version.to_owned());
    let mut edited = html.to_owned();
    edited.replace_range(meta.place.clone(), &new.to_html());
    Ok(edited)
}

/// The script as it was before anything was listed.
fn unlisted(script: &str) -> Result<String> {
    let version = format!("const VERSION = {};", constant(script, "VERSION")?);
    let files = format!("const FILES = {};", constant(script, "FILES")?);
    Ok(script.replacen(&version, NO_VERSION, 1).replacen(&files, NO_FILES, 1))
}

/// What the script says `name` is.
fn constant<'a>(script: &'a str, name: &str) -> Result<&'a str> {
    let start = format!("const {name} = ");
    let mut lines = script.lines().filter_map(|line| line.strip_prefix(&start));
    let value = lines.next().and_then(|rest| rest.strip_suffix(';'));
    value.with_context(|| format!("{SCRIPT} has no {name}"))
}

fn put(files: &mut Files, path: &str, text: String) {
    files.0.insert(path.to_owned(), text.into_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORKER: &str = include_str!("../../../src/service-worker.js");

    fn listed(page: &str) -> Files {
        let html = format!("<head><meta name=\"version\" content=\"\"><title>{page}</title>");
        let mut files = Files::from([
            (PAGE, &*html),
            ("404.html", ""),
            ("_headers", ""),
            ("a-0123456789abcdef.js", "1"),
            ("icon-192.png", ""),
            (MANIFEST, "{}"),
            (SCRIPT, WORKER),
        ]);
        list(&mut files).unwrap();
        files
    }

    fn is_right(files: &Files) -> bool {
        problems(files).is_ok_and(|problems| problems.is_empty())
    }

    #[test]
    fn the_page_and_what_it_asks_for_are_listed_and_nothing_else() {
        let files = listed("A");
        assert_eq!(problems(&files).unwrap(), Vec::<String>::new());
        let list = constant(files.text(SCRIPT).unwrap(), "FILES").unwrap();
        let list: BTreeMap<String, String> = serde_json::from_str(list).unwrap();
        let paths: Vec<_> = list.keys().map(String::as_str).collect();
        assert_eq!(paths, ["a-0123456789abcdef.js", PAGE, MANIFEST]);
        assert_eq!(list[PAGE], hash::integrity(&files.0[PAGE]));
    }

    #[test]
    fn page_and_worker_name_one_version_which_changes_with_any_file_and_with_the_worker() {
        let version = |files: &Files| {
            let version = constant(files.text(SCRIPT).unwrap(), "VERSION").unwrap().to_owned();
            assert!(files.text(PAGE).unwrap().contains(&format!("content={version}")));
            version
        };
        let first = listed("A");
        assert_eq!(version(&first), version(&listed("A")));
        assert_ne!(version(&first), version(&listed("B")));
        let mut other = first.clone();
        let script = format!("{}\n", unlisted(first.text(SCRIPT).unwrap()).unwrap());
        put(&mut other, SCRIPT, script);
        list(&mut other).unwrap();
        assert_ne!(version(&first), version(&other));
    }

    #[test]
    fn a_list_that_does_not_fit_the_files_is_noticed() {
        let mut files = listed("A");
        files.0.insert("b-0123456789abcdef.js".to_owned(), Vec::new());
        assert!(!is_right(&files), "a file more");
        let mut files = listed("A");
        files.0.remove("a-0123456789abcdef.js");
        assert!(!is_right(&files), "a file less");
        let mut files = listed("A");
        files.0.insert("a-0123456789abcdef.js".to_owned(), b"2".to_vec());
        assert!(!is_right(&files), "another file");
        let mut files = listed("A");
        let page = files.text(PAGE).unwrap().replace("<title>A", "<title>B");
        put(&mut files, PAGE, page);
        assert!(!is_right(&files), "another page");
    }

    #[test]
    fn a_version_that_does_not_fit_is_noticed() {
        let of_other = listed("B");
        let mut files = listed("A");
        files.0.insert(SCRIPT.to_owned(), of_other.0[SCRIPT].clone());
        assert!(!is_right(&files));
        let mut files = listed("A");
        let script = files.text(SCRIPT).unwrap().replace("skipWaiting()", "0");
        put(&mut files, SCRIPT, script);
        assert!(!is_right(&files), "a worker that was changed afterwards");
    }

    #[test]
    fn a_page_that_is_developed_is_not_kept() {
        let mut files = listed("A");
        retire(&mut files);
        assert!(files.text(SCRIPT).unwrap().contains("unregister()"));
        assert!(problems(&files).is_err(), "and must not be deployed");
    }
}
