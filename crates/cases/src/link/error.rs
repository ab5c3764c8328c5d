//! Why a link gives no case.

use super::MAX_LINK_CHARS;
use crate::schema::{DecodeError, MAX_BYTES};

/// Why a text gives no case, each told from the others.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LinkError {
    /// Nothing in the text looks like a link to a case.
    #[error("there is no link to a case here; such a link has #case= in it")]
    NotALink,
    /// What stands where the version should be is no whole number from 1.
    #[error("the link does not say its version; after case= comes a whole number from 1")]
    UnknownVersion,
    /// A later release made the link. It is refused, never guessed at.
    #[error("the link was made by a later release: version {version} of links")]
    Newer {
        /// Version of the link.
        version: u32,
    },
    /// The end of the link is missing.
    #[error("the link is cut off: its end is missing, so copy it again, whole")]
    CutOff,
    /// Some of its characters are not those it was made of.
    #[error("the link is damaged: some of its characters were changed on the way")]
    Damaged,
    /// The link is longer than any that is read.
    #[error("the link has {chars} characters; a link has at most {MAX_LINK_CHARS}")]
    TooLong {
        /// Its length, from `case=` on.
        chars: usize,
    },
    /// What it holds is larger than any case.
    #[error("the link holds more than {MAX_BYTES} bytes, which is more than any case has")]
    TooLarge,
    /// It is whole, and what it holds is no case that can be read here.
    #[error("the link is whole, but what it holds cannot be read: {0}")]
    Case(#[from] DecodeError),
}
