//! A case in a link: the fragment that carries it, made and read.
//!
//! The fragment is `case=1.<case>.<checksum>`: the compact JSON of the case file, deflated and in
//! base64url, and the CRC-32 (ISO-HDLC) of the deflated bytes as eight lower-case hexadecimal
//! digits. What follows `#` never leaves the browser.

mod error;
mod fragment;

pub use error::LinkError;

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use crc::{CRC_32_ISO_HDLC, Crc, NoTable};
use miniz_oxide::{
    deflate::compress_to_vec,
    inflate::{TINFLStatus, decompress_to_vec_with_limit},
};

use self::fragment::Parts;
use crate::{case_file::CaseFile, schema::MAX_BYTES};

/// Characters of a link beyond which a file is offered instead.
pub const LONGEST_SHARED: usize = 4_000;
/// Longest link that is read, in characters.
pub const MAX_LINK_CHARS: usize = 32 * 1024;
/// Version of the links made here; the case inside has its own.
pub(crate) const VERSION: u32 = 1;
/// What every such fragment begins with.
const BEGINNING: &str = "case=";
/// The highest level of compression there is; a case is small.
const SMALLEST: u8 = 10;
/// Tells a damaged link. Without a table, which would be larger than the rest.
const CHECKSUM: Crc<u32, NoTable> = Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC);

/// The fragment of a link to a case, without `#`.
///
/// Beyond [`LONGEST_SHARED`] characters a file is the better way, and beyond [`MAX_LINK_CHARS`],
/// or for a case of more than [`MAX_BYTES`], the only one: [`from_link`] refuses such a link.
pub fn to_link(file: &CaseFile) -> String {
    let deflated = compress_to_vec(file.encode().as_bytes(), SMALLEST);
    let (case, checksum) = (BASE64_URL_SAFE_NO_PAD.encode(&deflated), CHECKSUM.checksum(&deflated));
    format!("{BEGINNING}{VERSION}.{case}.{checksum:08x}")
}

/// Reads the case in a link: a whole address, or its fragment with or without `#`.
///
/// White space around and within it, punctuation around it, and percent-encoded characters, as
/// mail programs leave them, do no harm.
///
/// # Errors
///
/// [`LinkError`] when there is no link, or none that can be read whole and unchanged.
pub fn from_link(text: &str) -> Result<CaseFile, LinkError> {
    let Parts { case, checksum } = fragment::parts(text)?;
    let deflated = BASE64_URL_SAFE_NO_PAD.decode(case).map_err(|_| LinkError::Damaged)?;
    if CHECKSUM.checksum(&deflated) != checksum {
        return Err(LinkError::Damaged);
    }
    let json =
        decompress_to_vec_with_limit(&deflated, MAX_BYTES).map_err(|error| match error.status {
            TINFLStatus::HasMoreOutput => LinkError::TooLarge,
            _ => LinkError::Damaged,
        })?;
    let json = String::from_utf8(json).map_err(|_| LinkError::Damaged)?;
    Ok(CaseFile::decode(&json)?)
}

/// Whether the fragment of an address, with or without `#`, is meant as a link to a case.
pub fn is_link(fragment: &str) -> bool {
    fragment::after_beginning(fragment.strip_prefix('#').unwrap_or(fragment)).is_some()
}

/// Whether there is anything like a link to a case in a text.
pub(crate) fn is_in(text: &str) -> bool {
    fragment::find(text).is_some()
}
