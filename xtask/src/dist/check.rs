//! Promises of the deployed page, each checked on the files themselves.

use std::path::Path;

use anyhow::Result;

use super::{
    address::Address,
    files::{Files, PAGE, kind},
    halves,
    html::{Element, Page},
    names, offline, policy, references,
    seal::is_checked_by_browsers,
    size::{BUDGET, FirstLoad},
    worker,
};
use crate::{
    hash,
    process::{explain, say},
    test::Count,
};

/// What is wrong, one line each; nothing when the promise is kept.
type Problems = Vec<String>;

/// One promise.
struct Promise {
    text: &'static str,
    problems: fn(&Files) -> Result<Problems>,
}

const PROMISES: [Promise; 10] = [
    Promise {
        text: "the page, its headers and its not-found page are there, and nothing of the build is",
        problems: complete,
    },
    Promise {
        text: "every file is named by its content, except where the name is fixed",
        problems: named,
    },
    Promise {
        text: "addresses are relative and lead to files of the page; no other origin is named",
        problems: references::problems,
    },
    Promise {
        text: "integrity attributes match the bytes and stand where browsers check them",
        problems: intact,
    },
    Promise {
        text: "the policy comes first and allows exactly one inline script, by its hash",
        problems: strict,
    },
    Promise {
        text: "no inline styles and no inline handlers, which the policy would block",
        problems: nothing_inline,
    },
    Promise {
        text: "the second half of the calculator waits for the first paint, and a script knows it",
        problems: halves::problems,
    },
    Promise {
        text: "the page names its worker, whose script knows what it fetches by its integrity",
        problems: worker::problems,
    },
    Promise {
        text: "the service worker keeps the page and every file it asks for, as they are",
        problems: offline::problems,
    },
    Promise { text: "the first load stays within its budget", problems: small },
];

/// Checks all promises of the page in `folder`, and lists its files.
pub(crate) fn run(folder: &Path) -> Result<Count> {
    let files = Files::read(folder)?;
    say(format!("\n{:>10}  file", "bytes"));
    for (path, bytes) in &files.0 {
        say(format!("{:>10}  {path}", bytes.len()));
    }
    if let Ok(load) = FirstLoad::of(&files) {
        load.print();
    }
    say("");
    let count = PROMISES.iter().map(|promise| {
        let problems = (promise.problems)(&files).unwrap_or_else(|error| vec![explain(&error)]);
        say(format!("{:6}  {}", if problems.is_empty() { "ok" } else { "FAILED" }, promise.text));
        for problem in &problems {
            say(format!("        {problem}"));
        }
        if problems.is_empty() { Count::ONE_PASSED } else { Count { passed: 0, failed: 1 } }
    });
    Ok(count.fold(Count::default(), |total, one| total + one))
}

#[expect(clippy::unnecessary_wraps, reason = "one signature for all promises")]
fn complete(files: &Files) -> Result<Problems> {
    let needed = [PAGE, "404.html", "_headers", "manifest.webmanifest", "service-worker.js"];
    let needed = needed.into_iter();
    let missing = needed.filter(|path| !files.0.contains_key(*path));
    let mut problems: Problems = missing.map(|path| format!("there is no {path}")).collect();
    let left_over = ["map", "ts", "rs", "toml", "scss"];
    let stray = files.0.keys().filter(|path| left_over.contains(&kind(path)));
    problems.extend(stray.map(|path| format!("{path} is no part of a page")));
    Ok(problems)
}

#[expect(clippy::unnecessary_wraps, reason = "one signature for all promises")]
fn named(files: &Files) -> Result<Problems> {
    let misnamed = files
        .0
        .iter()
        .filter(|(path, bytes)| !names::is_fixed(path) && !names::is_of_content(path, bytes));
    Ok(misnamed.map(|(path, _)| format!("{path} is not named by its content")).collect())
}

fn intact(files: &Files) -> Result<Problems> {
    let mut problems = Problems::new();
    for element in Page::parse(files.text(PAGE)?)?.elements {
        let tag = element.to_html();
        let address = element.attribute("href").or(element.attribute("src")).unwrap_or_default();
        match (element.attribute("integrity"), is_checked_by_browsers(&element)) {
            (None, false) => (),
            (None, true) => problems.push(format!("{tag} has no integrity")),
            (Some(_), false) => problems.push(format!("browsers ignore the integrity of {tag}")),
            (Some(integrity), true) => {
                let is_right = match Address::of(address, PAGE) {
                    Address::File(path) => {
                        files.0.get(&path).is_some_and(|bytes| hash::integrity(bytes) == integrity)
                    }
                    Address::Inside | Address::Elsewhere => false,
                };
                if !is_right {
                    problems.push(format!("the integrity of {tag} is not that of the file"));
                }
            }
        }
    }
    Ok(problems)
}

fn strict(files: &Files) -> Result<Problems> {
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

fn nothing_inline(files: &Files) -> Result<Problems> {
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

fn small(files: &Files) -> Result<Problems> {
    let total = FirstLoad::of(files)?.total();
    let is_over = BUDGET < total;
    Ok(is_over.then(|| format!("{total} bytes in brotli, {BUDGET} at most")).into_iter().collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dist::seal::seal;

    const HTML: &str = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">\
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

    fn sealed() -> Files {
        let mut files = seal(built()).unwrap();
        offline::list(&mut files).unwrap();
        files
    }

    /// A sealed page after `edit` was made to one of its texts.
    fn edited(file: &str, edit: impl Fn(&str) -> String) -> Files {
        let mut files = sealed();
        let path = files.0.keys().find(|path| path.starts_with(file)).unwrap().clone();
        let text = edit(files.text(&path).unwrap());
        files.0.insert(path, text.into_bytes());
        files
    }

    fn replaced(file: &str, from: &str, to: &str) -> Files {
        edited(file, |text| {
            assert!(text.contains(from), "no `{from}` in {text}");
            text.replacen(from, to, 1)
        })
    }

    fn is_kept(check: fn(&Files) -> Result<Problems>, files: &Files) -> bool {
        check(files).is_ok_and(|problems| problems.is_empty())
    }

    #[test]
    fn a_sealed_page_keeps_every_promise() {
        let files = sealed();
        for promise in PROMISES {
            assert_eq!((promise.problems)(&files).unwrap(), Problems::new(), "{}", promise.text);
        }
    }

    #[test]
    fn missing_and_stray_files_are_noticed() {
        let mut files = sealed();
        files.0.remove("404.html");
        assert!(!is_kept(complete, &files));
        let mut files = sealed();
        files.0.insert("a.js.map".to_owned(), Vec::new());
        assert!(!is_kept(complete, &files));
    }

    #[test]
    fn a_file_that_changed_after_it_was_named_is_noticed() {
        assert!(!is_kept(named, &edited("a-", |text| format!("{text} "))));
        let mut files = sealed();
        files.0.insert("worker.js".to_owned(), Vec::new());
        assert!(!is_kept(named, &files));
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
            assert!(!is_kept(references::problems, &files), "{tag}");
        }
        for css in [
            "url(/a.svg)",
            "url( \"https://example.org/a.svg\" )",
            "} @import '//example.org/a.css';",
        ] {
            let mut files = sealed();
            files.0.insert("b.css".to_owned(), format!("p {{ background: {css} }}").into_bytes());
            assert!(!is_kept(references::problems, &files), "{css}");
        }
        for script in [
            "fetch('https://example.org')",
            "import 'https://example.org/a.js'",
            "import a from '/a.js'",
        ] {
            let mut files = sealed();
            files.0.insert("b.js".to_owned(), script.as_bytes().to_vec());
            assert!(!is_kept(references::problems, &files), "{script}");
        }
        for start in ["/", "../", "https://example.org/", "missing.html"] {
            let files = replaced("manifest.webmanifest", "./", start);
            assert!(!is_kept(references::problems, &files), "{start}");
        }
    }

    #[test]
    fn wrong_missing_and_useless_integrity_is_noticed() {
        assert!(!is_kept(intact, &replaced("index.html", "sha384-", "sha384-A")));
        assert!(!is_kept(intact, &replaced("index.html", " integrity=", " data-was=")));
        assert!(!is_kept(
            intact,
            &replaced("index.html", " rel=\"preload\"", " rel=\"preload\" integrity=\"sha384-x\"")
        ));
    }

    #[test]
    fn weakened_and_outdated_policies_are_noticed() {
        assert!(!is_kept(strict, &replaced("index.html", "import init", "import  init")), "hash");
        assert!(!is_kept(
            strict,
            &replaced("index.html", "style-src 'self'", "style-src 'self' 'unsafe-inline'")
        ));
        assert!(
            !is_kept(strict, &replaced("index.html", "<head>", "<head><title>x</title>")),
            "first"
        );
        assert!(
            !is_kept(strict, &replaced("index.html", "<body>", "<body><script>1</script>")),
            "second script"
        );
        assert!(!is_kept(strict, &replaced("_headers", "frame-ancestors 'none'", "")), "header");
    }

    #[test]
    fn what_the_policy_would_block_is_noticed() {
        for tag in [
            "<p style=\"color: red\">",
            "<p onclick=\"x()\">",
            "<style>p {}</style>",
            "<a href=\"javascript:x()\">",
        ] {
            assert!(
                !is_kept(
                    nothing_inline,
                    &replaced("index.html", "<body>", &format!("<body>{tag}"))
                ),
                "{tag}"
            );
        }
    }

    #[test]
    fn a_second_half_that_is_missing_changed_unknown_or_loaded_at_once_is_noticed() {
        let mut files = sealed();
        files.0.retain(|path, _| !path.starts_with("a_second"));
        assert!(!is_kept(halves::problems, &files), "missing");
        assert!(
            !is_kept(halves::problems, &edited("a_second", |text| format!("{text}!"))),
            "changed"
        );
        let mut files = sealed();
        let script = files.0.keys().find(|path| kind(path) == "js").unwrap().clone();
        files.0.insert(script, b"fetch('b_second.wasm')".to_vec());
        assert!(!is_kept(halves::problems, &files), "known to no script");
        let files = sealed();
        let second = files.0.keys().find(|path| path.starts_with("a_second")).unwrap();
        let at_once = format!("<body><link rel=\"preload\" href=\"{second}\">");
        let files = replaced("index.html", "<body>", &at_once);
        assert!(!is_kept(halves::problems, &files), "at once");
    }

    #[test]
    fn a_page_that_changed_after_it_was_listed_is_noticed() {
        assert!(!is_kept(offline::problems, &replaced("index.html", "away", "home")));
    }

    #[test]
    fn a_first_load_over_budget_is_noticed() {
        // Digits that do not compress: hashes of counted numbers, of 32 bytes each.
        let hashes = BUDGET / 32 + 1;
        let noise: String = (0..hashes).map(|n| hash::policy_source(&n.to_string())).collect();
        assert!(!is_kept(small, &replaced("index.html", "<body>", &format!("<body>{noise}"))));
    }
}
