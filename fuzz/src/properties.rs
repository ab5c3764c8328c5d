//! What must hold for any bytes, whoever sends them: the bodies of the fuzz targets.
//!
//! Each function panics when something does not hold. The tests of the case files call them for
//! every text in `corpus`.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use crc::{CRC_32_ISO_HDLC, Crc};
use groundwork_cases::{
    DecodeError, MAX_BYTES,
    case_file::CaseFile,
    envelope::{Envelope, EnvelopeError, Revision},
    link::{LinkError, MAX_LINK_CHARS, from_link, is_link, to_link},
    transfer::{ImportError, Imported, ImportedCase, export_all, import},
};
use groundwork_model::evaluation::{Evaluation, evaluate};
use miniz_oxide::deflate::compress_to_vec;

/// Most cases of one file that are evaluated, so that one input takes no longer than others.
const EVALUATED: usize = 20;

/// Any text in the place of a link.
pub fn link(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let _ = is_link(&text);
    match from_link(&text) {
        Ok(file) => comes_through(&file),
        Err(error) => can_be_shown(&error.to_string()),
    }
}

/// Any content of a link that is whole.
pub fn link_inside(data: &[u8]) {
    let deflated = compress_to_vec(data, 6);
    let checksum = Crc::<u32>::new(&CRC_32_ISO_HDLC).checksum(&deflated);
    let link = format!("case=1.{}.{checksum:08x}", BASE64_URL_SAFE_NO_PAD.encode(&deflated));
    let read = from_link(&link);
    if link.len() > MAX_LINK_CHARS || data.len() > MAX_BYTES {
        return assert!(read.is_err());
    }
    match std::str::from_utf8(data) {
        Ok(text) => assert_eq!(read, CaseFile::decode(text).map_err(LinkError::Case)),
        Err(_) => assert_eq!(read, Err(LinkError::Damaged)),
    }
    match read {
        Ok(file) => comes_through(&file),
        Err(error) => can_be_shown(&error.to_string()),
    }
}

/// Any text in the place of a file.
pub fn file(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let Imported { cases, lost, damage } = match import(&text) {
        Ok(imported) => imported,
        Err(error) => return can_be_shown(&error.to_string()),
    };
    assert!(damage.is_none() || !cases.is_empty());
    for lost in &lost {
        can_be_shown(&lost.reason.to_string());
        can_be_shown(lost.title.as_deref().unwrap_or_default());
    }
    for ImportedCase { draft, problems, unused, .. } in cases.iter().take(EVALUATED) {
        for problem in &problems.0 {
            can_be_shown(&problem.to_string());
        }
        for path in unused {
            can_be_shown(path);
        }
        if let Ok(case) = draft.to_case() {
            is_finite(&evaluate(&case));
        }
    }
    leaves_and_comes_back(&cases);
}

/// A file that was read is written and read as the same, and the same without names.
fn comes_through(file: &CaseFile) {
    match from_link(&to_link(file)) {
        Ok(read) => assert_eq!(&read, file),
        // A number may be longer as it is written here, and ids are added.
        Err(LinkError::TooLarge | LinkError::TooLong { .. }) => (),
        Err(error) => panic!("{error}"),
    }
    let stripped = file.without_names_and_notes();
    assert!(stripped.unused().is_empty());
    assert_eq!(stripped.without_names_and_notes(), stripped);
    match (file.readable().case, stripped.readable().case) {
        (Some(whole), Some(stripped)) => {
            let (whole, stripped) = (evaluate(&whole), evaluate(&stripped));
            is_finite(&whole);
            assert_eq!(whole.timeline, stripped.timeline);
            assert_eq!(whole.returns, stripped.returns);
            assert_eq!(whole.thresholds, stripped.thresholds);
        }
        (None, None) => (),
        _ => panic!("one of the two gives no figures"),
    }
}

/// Cases that were read are written and read as the same.
fn leaves_and_comes_back(cases: &[ImportedCase]) {
    let envelope = |case: &ImportedCase| {
        Envelope::new(case.draft.clone(), case.saved_at.unwrap_or_default(), Revision(1))
    };
    let envelopes: Vec<Envelope> = cases.iter().map(envelope).collect();
    let again = match import(&export_all(envelopes.iter())) {
        Ok(again) => again,
        Err(ImportError::TooLarge { .. } | ImportError::TooManyValues { .. }) => return,
        Err(error) => panic!("{error}"),
    };
    assert_eq!(again.damage, None);
    let is_too_large = |reason: &EnvelopeError| {
        matches!(reason, EnvelopeError::Case(DecodeError::TooLarge { .. }))
    };
    assert!(again.lost.iter().all(|lost| is_too_large(&lost.reason)));
    if again.lost.is_empty() {
        let drafts = |cases: &[ImportedCase]| -> Vec<_> {
            cases.iter().map(|case| case.draft.clone()).collect()
        };
        assert_eq!(drafts(&again.cases), drafts(cases));
    }
}

/// Nothing in it turns direction or controls a terminal.
fn can_be_shown(text: &str) {
    let is_forbidden = |character: char| {
        character.is_control()
            || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    assert!(!text.contains(is_forbidden), "{text:?}");
}

fn is_finite(evaluation: &Evaluation) {
    let returns = &evaluation.returns;
    assert!(returns.npv.is_finite() && returns.total_net.is_finite());
    assert!(returns.payback_months.is_none_or(f64::is_finite));
}
