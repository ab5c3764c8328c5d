//! A small sealed page, and the same with something wrong.

use anyhow::Result;

use super::Problems;
use crate::{
    dist::{files::Files, offline, seal::seal, worker},
    hash,
};

const HTML: &str = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Page</title>\
    <meta name=\"version\" content=\"\"><link rel=\"manifest\" href=\"manifest.webmanifest\">\
    <link rel=\"stylesheet\" href=\"./a.css\"><link rel=\"modulepreload\" href=\"./a.js\">\
    <link rel=\"preload\" href=\"./a_bg.wasm\" integrity=\"x\">\
    <link rel=\"worker\" href=\"./worker.js\">\
    <script type=\"module\">import init from './a.js';</script></head>\
    <body><a href=\"https://example.org\">away</a></body></html>";

fn built() -> Files {
    let second = "\0asm second";
    let script = format!(
        "const ns = 'http://www.w3.org/2000/svg'; new URL('a_bg.wasm', import.meta.url); \
         fetch('a_second.wasm', {{ integrity: '{}' }})",
        hash::integrity(second.as_bytes())
    );
    let mut files = Files::from([
        ("index.html", HTML),
        ("a.css", "p { background: url('./a.svg') }"),
        ("a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
        ("a.js", &script),
        ("a_bg.wasm", "\0asm"),
        ("a_second.wasm", second),
        ("manifest.webmanifest", "{\"start_url\":\"./\",\"icons\":[{\"src\":\"a.svg\"}]}"),
        ("service-worker.js", "const VERSION = \"\";\nconst FILES = {};\n"),
        ("worker.js", "async function __wbg_init() {}"),
        ("worker_bg.wasm", "\0asm\x01\0\0\0\0\x07\x06worker"),
    ]);
    worker::prepare(&mut files).unwrap();
    files
}

/// The sealed page.
pub(super) fn sealed() -> Files {
    let mut files = seal(built()).unwrap();
    offline::list(&mut files).unwrap();
    files
}

/// A sealed page after `edit` was made to one of its texts.
pub(super) fn edited(file: &str, edit: impl Fn(&str) -> String) -> Files {
    let mut files = sealed();
    let path = files.0.keys().find(|path| path.starts_with(file)).unwrap().clone();
    let text = edit(files.text(&path).unwrap());
    files.0.insert(path, text.into_bytes());
    files
}

/// A sealed page in which one of the texts says `to` in the place of `from`.
pub(super) fn replaced(file: &str, from: &str, to: &str) -> Files {
    edited(file, |text| {
        assert!(text.contains(from), "no `{from}` in {text}");
        text.replacen(from, to, 1)
    })
}

/// Whether `check` finds nothing wrong.
pub(super) fn is_kept(check: fn(&Files) -> Result<Problems>, files: &Files) -> bool {
    check(files).is_ok_and(|problems| problems.is_empty())
}
