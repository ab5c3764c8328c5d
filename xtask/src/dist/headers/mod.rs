//! Headers that hosts are asked to send: one table, in the words of each kind of host.

mod caddy;
mod nginx;
mod static_host;

use anyhow::Result;

use super::{
    files::{Files, PAGE},
    html::Page,
    policy,
};

/// Features of browsers that the page never asks for.
const FEATURES: [&str; 11] = [
    "accelerometer",
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

/// For files named by their content, which never change.
const FOREVER: &str = "public, max-age=31536000, immutable";
/// For all others.
const ASK_EVERY_TIME: &str = "no-cache";

/// Headers for the files of one build.
#[derive(Debug)]
pub(super) struct Headers {
    /// The content security policy, without who may frame the page.
    policy: String,
    /// The other headers that every answer has.
    others: [(&'static str, String); 4],
}

impl Headers {
    /// Headers that belong to exactly these files.
    pub(super) fn of(files: &Files) -> Result<Self> {
        let features: Vec<_> = FEATURES.iter().map(|feature| format!("{feature}=()")).collect();
        Ok(Self {
            policy: policy::of(&Page::parse(files.text(PAGE)?)?)?,
            others: [
                ("X-Content-Type-Options", "nosniff".to_owned()),
                // A link to a case carries it in the fragment, which is never sent; the rest is no
                // one's business either.
                ("Referrer-Policy", "no-referrer".to_owned()),
                ("Permissions-Policy", features.join(", ")),
                ("Cross-Origin-Opener-Policy", "same-origin".to_owned()),
            ],
        })
    }

    /// The policy with who may frame the page, in the words of `frame-ancestors`.
    fn policy_framed_by(&self, framing: &str) -> String {
        format!("{}; frame-ancestors {framing}", self.policy)
    }
}

/// Headers of a small build.
#[cfg(test)]
fn sample() -> Headers {
    let page = "<script type=\"module\"></script>";
    Headers::of(&Files::from([("index.html", page)])).unwrap()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_host_is_asked_for_the_same() {
        let headers = sample();
        let texts =
            [headers.for_static_hosts(["index.html"]), headers.for_nginx(), headers.for_caddy()];
        for text in texts {
            assert!(text.contains(&headers.policy), "{text}");
            for (name, value) in &headers.others {
                assert!(text.contains(name) && text.contains(value), "{name} in {text}");
            }
        }
    }
}
