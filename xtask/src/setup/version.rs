//! Versions as programs print them.

use std::fmt;

/// Major, minor and patch number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Version(pub(crate) u32, pub(crate) u32, pub(crate) u32);

impl Version {
    /// The first word of `text` that looks like a version: `trunk 0.22.1` is 0.22.1, and
    /// `rustc 1.96.0-beta.2 (…)` is 1.96.0.
    pub(crate) fn find(text: &str) -> Option<Self> {
        text.split_whitespace().find_map(|word| {
            let word = word.strip_prefix('v').unwrap_or(word);
            let mut numbers = word.split('.').map(|part| {
                let digits = part.find(|c: char| !c.is_ascii_digit()).unwrap_or(part.len());
                part.get(..digits).and_then(|digits| digits.parse().ok())
            });
            Some(Self(numbers.next()??, numbers.next()??, numbers.next().flatten().unwrap_or(0)))
        })
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(major, minor, patch) = self;
        write!(f, "{major}.{minor}.{patch}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_found_in_what_programs_print() {
        let cases = [
            (
                "rustc 1.96.0 (ac68faa20 2026-05-25) (built from a source tarball)",
                Version(1, 96, 0),
            ),
            ("rustc 1.97.0-nightly (0123abcd 2026-06-01)", Version(1, 97, 0)),
            ("trunk 0.22.1", Version(0, 22, 1)),
            ("wasm-bindgen 0.2.130", Version(0, 2, 130)),
            (
                "Chromium 156.0.8078.79 built on Debian GNU/Linux 12 (bookworm)",
                Version(156, 0, 8078),
            ),
            ("v20.20.2", Version(20, 20, 2)),
            ("1.96.0+dfsg1-1~deb12u2", Version(1, 96, 0)),
        ];
        for (text, version) in cases {
            assert_eq!(Version::find(text), Some(version), "{text}");
        }
        assert_eq!(Version::find("command not found"), None);
    }

    #[test]
    fn versions_are_ordered_by_number_not_by_text() {
        assert!(Version(1, 96, 0) < Version(1, 100, 0));
        assert!(Version(0, 2, 99) < Version(0, 2, 130));
    }
}
