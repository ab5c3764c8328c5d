//! The file `_headers`, as several static hosts read it.
//!
//! Where several patterns fit an address, some hosts add up what they say about one header, and some
//! take the last. The file says the same to both.

use std::fmt::Write as _;

use super::{ASK_EVERY_TIME, FOREVER, Headers};
use crate::dist::{files::EMBED, names};

impl Headers {
    /// Headers of the files at `paths`.
    pub(in crate::dist) fn for_static_hosts<'a>(
        &self,
        paths: impl IntoIterator<Item = &'a str>,
    ) -> String {
        let mut text = "/*\n".to_owned();
        // Writing to a String cannot fail.
        let _ = writeln!(text, "  Content-Security-Policy: {}", self.policy);
        for (name, value) in &self.others {
            let _ = writeln!(text, "  {name}: {value}");
        }
        // The policy cannot forbid framing for all files and allow it for one, because two policies
        // are both kept. A policy that names who may frame has this header ignored.
        text.push_str("  X-Frame-Options: DENY\n");
        let embedded = self.policy_framed_by("*");
        // Some hosts leave out what a name ends with.
        for path in [EMBED, EMBED.trim_end_matches(".html")] {
            let _ = write!(text, "/{path}\n  Content-Security-Policy: {embedded}\n");
        }
        let _ = write!(text, "/\n  Cache-Control: {ASK_EVERY_TIME}\n");
        for path in paths {
            let value = if names::is_fixed(path) { ASK_EVERY_TIME } else { FOREVER };
            let _ = write!(text, "/{path}\n  Cache-Control: {value}\n");
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample;

    #[test]
    fn only_files_named_by_their_content_are_kept_forever() {
        let paths = ["a-0123456789abcdef.js", "index.html", "service-worker.js"];
        let text = sample().for_static_hosts(paths);
        assert!(text.contains("/a-0123456789abcdef.js\n  Cache-Control: public, max-age=31536000"));
        assert!(text.contains("/index.html\n  Cache-Control: no-cache\n"));
        assert!(text.contains("/service-worker.js\n  Cache-Control: no-cache\n"));
    }

    #[test]
    fn only_the_embedded_page_may_be_framed() {
        let text = sample().for_static_hosts(["embed.html", "index.html"]);
        let framed: Vec<_> = text
            .lines()
            .zip(text.lines().skip(1))
            .filter(|(_, header)| header.contains("frame-ancestors *"))
            .map(|(path, _)| path)
            .collect();
        assert_eq!(framed, ["/embed.html", "/embed"]);
        assert!(text.starts_with("/*\n") && text.contains("\n  X-Frame-Options: DENY\n"), "{text}");
    }

    #[test]
    fn no_line_is_longer_than_hosts_read() {
        let text = sample().for_static_hosts(["index.html"]);
        assert!(text.lines().all(|line| line.len() <= 2_000), "{text}");
    }
}
