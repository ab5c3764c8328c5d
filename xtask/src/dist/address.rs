//! Addresses found in HTML, CSS and JavaScript.

/// What an address leads to, seen from the file it is written in.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Address {
    /// A file of the page, by its path from the page's folder.
    File(String),
    /// A place in the same document, or data in the address itself.
    Inside,
    /// Anything else: another origin, or a path from the host's root, which breaks under a
    /// sub-path.
    Elsewhere,
}

impl Address {
    /// Understands `text` as written in `file`.
    pub(super) fn of(text: &str, file: &str) -> Self {
        let text = text.trim();
        if text.is_empty() || text.starts_with('#') || text.starts_with("data:") {
            return Self::Inside;
        }
        let path = text.split(['?', '#']).next().unwrap_or_default();
        // A scheme such as `https:`; no file of ours has a colon in its name.
        if path.starts_with('/') || path.starts_with('\\') || path.contains(':') {
            return Self::Elsewhere;
        }
        match resolve(path, file) {
            Some(path) => Self::File(path),
            None => Self::Elsewhere,
        }
    }
}

/// `path`, written in `file`, from the page's folder; `None` when it leaves that folder.
///
/// A folder, as in `./`, stands for its page.
pub(super) fn resolve(path: &str, file: &str) -> Option<String> {
    let mut parts: Vec<&str> = file.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "" | "." => (),
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    if path.is_empty() || path.ends_with(['/', '.']) {
        parts.push("index.html");
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_resolved_from_the_file_they_are_written_in() {
        let cases = [
            ("./a.js", "index.html", "a.js"),
            ("a.js?x=1#y", "index.html", "a.js"),
            ("inline0.js", "snippets/part/glue.js", "snippets/part/inline0.js"),
            ("../../a.wasm", "snippets/part/glue.js", "a.wasm"),
            ("./", "404.html", "index.html"),
        ];
        for (text, file, path) in cases {
            assert_eq!(Address::of(text, file), Address::File(path.to_owned()), "{text} in {file}");
        }
    }

    #[test]
    fn what_would_leave_the_page_is_elsewhere() {
        for text in ["https://example.org/a.js", "//example.org/a.js", "/a.js", "../a.js", "blob:x"]
        {
            assert_eq!(Address::of(text, "index.html"), Address::Elsewhere, "{text}");
        }
    }

    #[test]
    fn fragments_and_data_stay_inside() {
        for text in ["#main", "", "data:image/svg+xml,%3Csvg/%3E"] {
            assert_eq!(Address::of(text, "index.html"), Address::Inside, "{text}");
        }
    }
}
