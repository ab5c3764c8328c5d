//! What is refused before anything is read.

use expect_test::{Expect, expect};
use groundwork_cases::{DecodeError, MAX_BYTES, MAX_DEPTH, case_file::CaseFile};

use crate::support::NEWER;

#[track_caller]
fn refused(text: &str, wanted: &Expect) {
    wanted.assert_eq(&CaseFile::decode(text).unwrap_err().to_string());
}

#[test]
fn newer_versions_are_refused_not_guessed() {
    assert_eq!(CaseFile::decode(NEWER), Err(DecodeError::TooNew { found: 2 }));
    refused(NEWER, &expect!["written by a later release: version 2 of the format"]);
}

#[test]
fn what_is_no_case_file_is_named() {
    let cases = [
        ("", expect!["not JSON from line 1, column 0 on"]),
        ("{\"format\":\"groundwork-case\",\n\"ver", expect!["not JSON from line 2, column 4 on"]),
        (
            "{\"a\":1e999}",
            expect!["a number that ends at line 1, column 10 is too large to be used"],
        ),
        ("[]", expect![[r#"not a case file: its "format" is not "groundwork-case""#]]),
        ("{\"format\":7}", expect![[r#"not a case file: its "format" is not "groundwork-case""#]]),
    ];
    for (text, wanted) in cases {
        refused(text, &wanted);
    }
}

#[test]
fn a_version_is_a_whole_number_from_one() {
    for version in ["null", "0", "-1", "1.5", "\"1\"", "{}"] {
        let text = format!(r#"{{"format":"groundwork-case","version":{version}}}"#);
        assert_eq!(CaseFile::decode(&text), Err(DecodeError::UnknownVersion), "{version}");
    }
    assert_eq!(
        CaseFile::decode(r#"{"format":"groundwork-case"}"#),
        Err(DecodeError::UnknownVersion)
    );
    for version in ["1", "1.0", "1e0"] {
        let text = format!(r#"{{"version":{version},"format":"groundwork-case"}}"#);
        assert_eq!(CaseFile::decode(&text), Ok(CaseFile::default()), "{version}");
    }
}

#[test]
fn text_that_is_too_long_or_nested_too_deep_is_refused_unread() {
    let long = " ".repeat(MAX_BYTES + 1);
    assert_eq!(CaseFile::decode(&long), Err(DecodeError::TooLarge { bytes: MAX_BYTES + 1 }));
    let nested = |depth: usize| {
        let lists = depth - 1;
        let (open, close) = ("[".repeat(lists), "]".repeat(lists));
        format!(r#"{{"format":"groundwork-case","version":1,"x":{open}"}}}}[["{close}}}"#)
    };
    assert!(CaseFile::decode(&nested(MAX_DEPTH)).is_ok());
    assert_eq!(CaseFile::decode(&nested(MAX_DEPTH + 1)), Err(DecodeError::TooDeep));
    assert_eq!(CaseFile::decode(&"[".repeat(100_000)), Err(DecodeError::TooDeep));
}

#[test]
fn a_byte_order_mark_is_no_mistake() {
    assert!(CaseFile::decode("\u{feff}{\"format\":\"groundwork-case\",\"version\":1}").is_ok());
}
