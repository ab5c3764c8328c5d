//! The headers in the words of Caddy.

use std::fmt::Write as _;

use super::{ASK_EVERY_TIME, FOREVER, Headers};
use crate::dist::{files::EMBED, names};

impl Headers {
    /// Text to be imported where the page is served, after the folder is named with `root`.
    pub(in crate::dist) fn for_caddy(&self) -> String {
        let embed = EMBED.replace('.', "\\.");
        let named = names::pattern();
        let policy = self.policy_framed_by("{groundwork_framing}");
        let mut text = format!(
            "# Written by `cargo xtask dist` for exactly one build. Import it where the page is \
             served.\n\
             map {{path}} {{groundwork_framing}} {{\n\
             \t~(^|/){embed}$ *\n\
             \tdefault 'none'\n\
             }}\n\
             header {{\n\
             \tContent-Security-Policy \"{policy}\"\n"
        );
        for (name, value) in &self.others {
            // Writing to a String cannot fail.
            let _ = writeln!(text, "\t{name} \"{value}\"");
        }
        let _ = write!(
            text,
            "}}\n\
             # Files named by their content never change; all others, and missing ones, are asked for \
             every time.\n\
             @groundwork_named {{\n\
             \tfile\n\
             \tpath_regexp \"{named}\"\n\
             }}\n\
             @groundwork_others not {{\n\
             \tfile\n\
             \tpath_regexp \"{named}\"\n\
             }}\n\
             header @groundwork_named Cache-Control \"{FOREVER}\"\n\
             header @groundwork_others Cache-Control \"{ASK_EVERY_TIME}\"\n"
        );
        text
    }
}
