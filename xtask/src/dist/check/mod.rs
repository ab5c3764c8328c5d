//! Promises of the deployed page, each checked on the files themselves.

mod addresses;
mod budget;
mod complete;
mod headers;
mod inline;
mod integrity;
mod named;
#[cfg(test)]
mod sample;
mod strict;

use std::path::Path;

use anyhow::Result;

use super::{files::Files, halves, offline, size::FirstLoad, worker};
use crate::{
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

const PROMISES: [Promise; 11] = [
    Promise {
        text: "the page, its headers and its not-found page are there, and nothing of the build is",
        problems: complete::problems,
    },
    Promise {
        text: "every file is named by its content, except where the name is fixed",
        problems: named::problems,
    },
    Promise {
        text: "addresses are relative and lead to files of the page; no other origin is named",
        problems: addresses::problems,
    },
    Promise {
        text: "integrity attributes match the bytes and stand where browsers check them",
        problems: integrity::problems,
    },
    Promise {
        text: "the policy comes first and allows exactly one inline script, by its hash",
        problems: strict::problems,
    },
    Promise {
        text: "_headers asks hosts for what fits these files, and lets only embed.html be framed",
        problems: headers::problems,
    },
    Promise {
        text: "no inline styles and no inline handlers, which the policy would block",
        problems: inline::problems,
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
    Promise { text: "the first load stays within its budget", problems: budget::problems },
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

#[cfg(test)]
mod tests {
    use super::{
        sample::{edited, is_kept, replaced, sealed},
        *,
    };
    use crate::dist::files::kind;

    #[test]
    fn a_sealed_page_keeps_every_promise() {
        let files = sealed();
        for promise in PROMISES {
            assert_eq!((promise.problems)(&files).unwrap(), Problems::new(), "{}", promise.text);
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
}
