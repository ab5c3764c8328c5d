//! The headers in the words of nginx.

use std::fmt::Write as _;

use super::{ASK_EVERY_TIME, FOREVER, Headers};
use crate::dist::{files::EMBED, names};

impl Headers {
    /// Text to be included in the `server` or `location` that serves the page.
    pub(in crate::dist) fn for_nginx(&self) -> String {
        let embed = EMBED.replace('.', "\\.");
        let named = names::pattern();
        let policy = self.policy_framed_by("$groundwork_framing");
        let mut text = format!(
            "# Written by `cargo xtask dist` for exactly one build. Include it in the server or \
             location that serves\n\
             # the page.\n\
             set $groundwork_framing \"'none'\";\n\
             if ($uri ~ \"(^|/){embed}$\") {{ set $groundwork_framing \"*\"; }}\n\
             add_header Content-Security-Policy \"{policy}\" always;\n"
        );
        for (name, value) in &self.others {
            // Writing to a String cannot fail.
            let _ = writeln!(text, "add_header {name} \"{value}\" always;");
        }
        let _ = write!(
            text,
            "# Files named by their content never change; all others are asked for every time. A \
             header that is\n\
             # empty is not sent, and one without \"always\" not with a file that is missing.\n\
             set $groundwork_named \"\";\n\
             set $groundwork_others \"{ASK_EVERY_TIME}\";\n\
             if ($uri ~ \"{named}\") {{\n    \
                 set $groundwork_named \"{FOREVER}\";\n    \
                 set $groundwork_others \"\";\n\
             }}\n\
             add_header Cache-Control $groundwork_named;\n\
             add_header Cache-Control $groundwork_others always;\n",
        );
        text
    }
}
