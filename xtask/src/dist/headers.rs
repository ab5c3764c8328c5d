//! Headers that hosts are asked to send.

use std::fmt::Write as _;

use super::{names, policy};

/// Features of browsers that the page never asks for.
const FEATURES: [&str; 12] = [
    "accelerometer",
    "bluetooth",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "hid",
    "microphone",
    "midi",
    "payment",
    "serial",
    "usb",
];

/// Headers for every answer.
fn for_every_answer(policy: &str) -> [(&'static str, String); 5] {
    let features: Vec<_> = FEATURES.iter().map(|feature| format!("{feature}=()")).collect();
    [
        ("Content-Security-Policy", policy::as_header(policy)),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        // A link to a case carries it in the fragment, which is never sent; the rest is no one's
        // business either.
        ("Referrer-Policy", "no-referrer".to_owned()),
        ("Permissions-Policy", features.join(", ")),
        ("Cross-Origin-Opener-Policy", "same-origin".to_owned()),
    ]
}

const FOREVER: &str = "public, max-age=31536000, immutable";
const ASK_EVERY_TIME: &str = "no-cache";

/// The file `_headers`, as several static hosts read it.
///
/// Hosts add up what several patterns say about one header, so each file gets its own.
pub(super) fn for_hosts<'a>(policy: &str, paths: impl IntoIterator<Item = &'a String>) -> String {
    let mut text = "/*\n".to_owned();
    // Writing to a String cannot fail.
    for (name, value) in for_every_answer(policy) {
        let _ = writeln!(text, "  {name}: {value}");
    }
    let _ = write!(text, "/\n  Cache-Control: {ASK_EVERY_TIME}\n");
    for path in paths {
        let value = if names::is_fixed(path) { ASK_EVERY_TIME } else { FOREVER };
        let _ = write!(text, "/{path}\n  Cache-Control: {value}\n");
    }
    text
}

/// The same for nginx, to be included in a `location`.
pub(super) fn for_nginx(policy: &str) -> String {
    let mut text = "# Include this in the location that serves the page; it belongs to exactly \
                    this build.\n"
        .to_owned();
    for (name, value) in for_every_answer(policy) {
        let _ = writeln!(text, "add_header {name} \"{value}\" always;");
    }
    let _ = write!(
        text,
        "# Files named by their content never change; all others are asked for every time.\n\
         set $cache \"{ASK_EVERY_TIME}\";\n\
         if ($uri ~ \"-[0-9a-f]{{16}}\\.[a-z0-9.]+$\") {{ set $cache \"{FOREVER}\"; }}\n\
         add_header Cache-Control $cache always;\n",
    );
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_named_by_their_content_are_kept_forever() {
        let paths = ["a-0123456789abcdef.js".to_owned(), "index.html".to_owned()];
        let text = for_hosts("default-src 'none'", &paths);
        assert!(text.contains("/a-0123456789abcdef.js\n  Cache-Control: public, max-age=31536000"));
        assert!(text.contains("/index.html\n  Cache-Control: no-cache\n"));
        assert!(text.contains("default-src 'none'; frame-ancestors 'none'\n"));
    }
}
