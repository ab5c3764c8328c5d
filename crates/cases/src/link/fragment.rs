//! The grammar of a link: where it begins in a text, its parts, and where it ends.

use std::borrow::Cow;

use super::{BEGINNING, LinkError, MAX_LINK_CHARS, VERSION};

/// Digits of the checksum.
const CHECKSUM_DIGITS: usize = 8;
/// Longest version that is read as a number, in digits.
const VERSION_DIGITS: usize = 9;
/// Percent-encoded forms of the characters a link is found by.
const ENCODED_HASH: &str = "%23";
const ENCODED_BEGINNINGS: [&str; 2] = ["case%3D", "case%3d"];

/// What a link of the version in use is made of.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Parts {
    /// The case, deflated, in base64url.
    pub(super) case: String,
    /// Checksum of the deflated bytes.
    pub(super) checksum: u32,
}

/// The parts of the first link in a text.
pub(super) fn parts(text: &str) -> Result<Parts, LinkError> {
    let fragment = find(text).ok_or(LinkError::NotALink)?;
    if fragment.len() > MAX_LINK_CHARS {
        return Err(LinkError::TooLong { chars: BEGINNING.len() + fragment.chars().count() });
    }
    let fragment = percent_decoded(fragment);
    let Some((version, rest)) = fragment.split_once('.') else {
        // Without the point after it, even the version may be half a number.
        let is_cut = fragment.trim_end().bytes().all(|byte| byte.is_ascii_digit());
        return Err(if is_cut { LinkError::CutOff } else { LinkError::UnknownVersion });
    };
    check_version(version.trim())?;
    let (case, checksum) = rest.split_once('.').ok_or(LinkError::CutOff)?;
    // A mail program may have broken the line within the link.
    let case: String = case.split_whitespace().collect();
    let checksum = read_checksum(checksum)?;
    if case.is_empty() { Err(LinkError::CutOff) } else { Ok(Parts { case, checksum }) }
}

/// The text after `case=`, where a text begins with that, percent-encoded or not.
pub(super) fn after_beginning(text: &str) -> Option<&str> {
    let mut beginnings = [BEGINNING].into_iter().chain(ENCODED_BEGINNINGS);
    beginnings.find_map(|beginning| text.strip_prefix(beginning))
}

/// The text after the first `case=` that begins a fragment, a line or a word.
pub(super) fn find(text: &str) -> Option<&str> {
    text.match_indices("case").find_map(|(place, _)| {
        let (before, from) = text.split_at(place);
        begins_after(before).then(|| after_beginning(from)).flatten()
    })
}

/// Whether a link may begin after this text.
fn begins_after(before: &str) -> bool {
    before.ends_with(ENCODED_HASH)
        || before.chars().next_back().is_none_or(|last| {
            last.is_whitespace() || matches!(last, '#' | '<' | '(' | '[' | '{' | '"' | '\'')
        })
}

fn check_version(version: &str) -> Result<(), LinkError> {
    let is_number = version.bytes().all(|byte| byte.is_ascii_digit())
        && (1..=VERSION_DIGITS).contains(&version.len())
        && !version.starts_with('0');
    match version.parse().ok().filter(|_| is_number) {
        Some(VERSION) => Ok(()),
        Some(version) => Err(LinkError::Newer { version }),
        None if version.is_empty() => Err(LinkError::CutOff),
        None => Err(LinkError::UnknownVersion),
    }
}

/// Reads the checksum at the beginning of a text; what comes after it, such as the punctuation of
/// a sentence, is no part of the link.
fn read_checksum(text: &str) -> Result<u32, LinkError> {
    let (mut checksum, mut digits, mut is_broken) = (0, 0, false);
    for character in text.chars() {
        let digit = character.to_digit(16).filter(|_| !character.is_ascii_uppercase());
        match digit {
            _ if digits == CHECKSUM_DIGITS && character.is_alphanumeric() => {
                return Err(LinkError::Damaged);
            }
            _ if digits == CHECKSUM_DIGITS => return Ok(checksum),
            Some(digit) => {
                checksum = checksum << 4 | digit;
                digits += 1;
                is_broken = false;
            }
            None if character.is_whitespace() => is_broken = true,
            // A word on the next line, or the end of a sentence.
            None if is_broken || !character.is_alphanumeric() => return Err(LinkError::CutOff),
            None => return Err(LinkError::Damaged),
        }
    }
    if digits == CHECKSUM_DIGITS { Ok(checksum) } else { Err(LinkError::CutOff) }
}

/// The text with the percent-encoded characters of a link decoded; others stay as they are.
fn percent_decoded(text: &str) -> Cow<'_, str> {
    if !text.contains('%') {
        return Cow::Borrowed(text);
    }
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('%') {
        decoded.push_str(before);
        let code = after.get(..2).and_then(|digits| u8::from_str_radix(digits, 16).ok());
        if let Some(code) = code.filter(u8::is_ascii_graphic) {
            decoded.push(char::from(code));
            rest = after.get(2..).unwrap_or_default();
        } else {
            decoded.push('%');
            rest = after;
        }
    }
    decoded.push_str(rest);
    Cow::Owned(decoded)
}
