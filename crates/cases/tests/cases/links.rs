//! Links: what comes through whole, what is named when it does not, and what is left out on wish.

use std::fmt::Write as _;

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use crc::{CRC_32_ISO_HDLC, Crc};
use expect_test::expect_file;
use groundwork_cases::{
    DecodeError, MAX_BYTES,
    case_file::CaseFile,
    example::Example,
    link::{LONGEST_SHARED, LinkError, MAX_LINK_CHARS, from_link, is_link, to_link},
};
use groundwork_model::{evaluation::evaluate, input::Input};
use miniz_oxide::deflate::compress_to_vec;
use proptest::prelude::*;

use crate::{
    properties::{entries, file_with, mangled},
    support::{
        EVERYTHING, INCOMPLETE, NEWER, PARTLY_WRONG, PLAN, PLAN_WRONG, SEED, UNKNOWN_FIELDS, file,
        january, with_fields,
    },
};

/// A link that holds these bytes and is whole.
fn link_of(content: &[u8]) -> String {
    let deflated = compress_to_vec(content, 10);
    let checksum = Crc::<u32>::new(&CRC_32_ISO_HDLC).checksum(&deflated);
    format!("case=1.{}.{checksum:08x}", BASE64_URL_SAFE_NO_PAD.encode(&deflated))
}

#[test]
fn every_file_comes_through_a_link_as_it_was() {
    for text in [SEED, INCOMPLETE, UNKNOWN_FIELDS, EVERYTHING, PARTLY_WRONG, PLAN, PLAN_WRONG] {
        let file = file(text);
        let link = to_link(&file);
        assert_eq!(link, link_of(file.encode().as_bytes()));
        assert_eq!(from_link(&link), Ok(file));
    }
    let suggested = CaseFile::new(january());
    let read = from_link(&to_link(&suggested)).unwrap();
    assert!(!read.is_entered(Input::InvestmentMonths));
    assert_eq!(read, suggested);
}

#[test]
fn links_of_the_examples_are_short() {
    let mut page = "| Case | Characters | without names and notes |\n|---|---|---|\n".to_owned();
    let examples = Example::ALL.map(|example| (example.title(), example.file(january())));
    let all = [("Seed case", file(SEED)), ("Every field", file(EVERYTHING))];
    for (title, file) in all.into_iter().chain(examples) {
        let stripped = file.without_names_and_notes();
        let (chars, without) = (to_link(&file).len(), to_link(&stripped).len());
        assert!(chars < LONGEST_SHARED && without < chars);
        writeln!(page, "| {title} | {chars} | {without} |").unwrap();
    }
    expect_file!["../../../../tests/golden/link_sizes.md"].assert_eq(&page);
    assert!(to_link(&file(SEED)).len() < 300);
}

#[test]
fn a_link_is_found_however_it_was_passed_on() {
    let file = file(SEED);
    let link = to_link(&file);
    let (first, second) = link.split_at(100);
    let everything_encoded: String =
        link.bytes().map(|byte| format!("%{byte:02X}")).collect::<Vec<_>>().concat();
    for text in [
        format!("#{link}"),
        format!("https://example.org/groundwork/#{link}"),
        format!("  \r\n{link}\t\n"),
        format!("<https://example.org/#{link}>"),
        format!("(https://example.org/#{link})."),
        format!("\"{link}\""),
        format!("[the case](https://example.org/#{link})"),
        format!("Look at https://example.org/#{link}, please."),
        format!("https://example.org/#{link}\n\nBest regards"),
        format!("https://example.org/#{first}\r\n{second}"),
        format!("https://example.org/#{}", link.replace('.', "%2E").replace('=', "%3d")),
        format!("https://example.org/%23{}", link.replace('=', "%3D").replace('-', "%2d")),
        format!("https://example.org/?go=https%3A%2F%2Fexample.com%2F%23{link}&by=mail"),
        format!("#case={}", everything_encoded.trim_start_matches("%63%61%73%65%3D")),
    ] {
        assert_eq!(from_link(&text).as_ref(), Ok(&file), "{text}");
    }
    assert!(is_link(&link) && is_link(&format!("#{link}")) && is_link("#case%3D1.x"));
    assert!(!is_link("#/review") && !is_link("") && !is_link("##case=1"));
}

#[test]
fn a_link_cut_off_anywhere_is_said_to_be() {
    let link = format!("https://example.org/#{}", to_link(&file(SEED)));
    let fragment = link.find("case=").unwrap() + "case=".len();
    for end in 0..link.len() {
        let wanted = if end < fragment { LinkError::NotALink } else { LinkError::CutOff };
        assert_eq!(from_link(&link[..end]), Err(wanted), "after {end} characters");
    }
}

#[test]
fn no_changed_character_makes_another_case_of_a_link() {
    let file = file(SEED);
    let link = to_link(&file);
    let mut changed = link.clone().into_bytes();
    for place in 0..link.len() {
        for byte in 0..128 {
            if byte != link.as_bytes()[place] {
                changed[place] = byte;
                let read = from_link(std::str::from_utf8(&changed).unwrap());
                assert!(read.is_err(), "{byte} in the place of character {place}");
            }
        }
        changed[place] = link.as_bytes()[place];
    }
}

#[test]
fn a_link_that_inflates_beyond_the_limit_is_refused_before_it_does() {
    let deflated = compress_to_vec(&vec![0; 100_000_000], 9);
    let bomb = format!(
        "case=1.{}.{:08x}",
        BASE64_URL_SAFE_NO_PAD.encode(&deflated),
        Crc::<u32>::new(&CRC_32_ISO_HDLC).checksum(&deflated)
    );
    let chars = bomb.len();
    assert!(chars > MAX_LINK_CHARS);
    assert_eq!(from_link(&bomb), Err(LinkError::TooLong { chars }));

    // As much as a link of the longest kind can hold, a hundred times the limit.
    let smaller = link_of(&vec![b' '; 20_000_000]);
    assert!(smaller.len() < MAX_LINK_CHARS);
    assert_eq!(from_link(&smaller), Err(LinkError::TooLarge));
    assert_eq!(from_link(&link_of(&vec![b' '; MAX_BYTES + 1])), Err(LinkError::TooLarge));
    assert!(matches!(
        from_link(&link_of(&vec![b' '; MAX_BYTES])),
        Err(LinkError::Case(DecodeError::NotJson { .. }))
    ));
}

#[test]
fn hostile_links_are_told_from_each_other() {
    let seed = to_link(&file(SEED));
    let (version, case) = seed.split_once('.').unwrap();
    let (case, checksum) = case.split_once('.').unwrap();
    let whole = |content: &str| link_of(content.as_bytes());
    let inside =
        |fields: &str| whole(&format!(r#"{{"format":"groundwork-case","version":1,{fields}}}"#));
    let stored = |bytes: &[u8]| {
        let checksum = Crc::<u32>::new(&CRC_32_ISO_HDLC).checksum(bytes);
        format!("case=1.{}.{checksum:08x}", BASE64_URL_SAFE_NO_PAD.encode(bytes))
    };
    let texts = [
        ("nothing", String::new()),
        ("a view", "#/review".to_owned()),
        ("an address with a parameter", "https://example.org/?usecase=1.abc.00000000".to_owned()),
        ("a case file", SEED.to_owned()),
        ("no version", "#case=".to_owned()),
        ("half a version", "#case=1".to_owned()),
        ("no case", "#case=1.".to_owned()),
        ("an empty case", format!("#case=1..{checksum}")),
        ("no checksum", format!("#{version}.{case}")),
        ("half a checksum", format!("#{version}.{case}.{}", &checksum[..4])),
        ("a sentence in the place of a checksum", format!("#{version}.{case}. Thanks")),
        ("version 2", seed.replace("case=1", "case=2")),
        ("version 0", seed.replace("case=1", "case=0")),
        ("version minus one", seed.replace("case=1", "case=-1")),
        ("a version beyond counting", seed.replace("case=1", "case=99999999999999999999")),
        ("a version that is a word", seed.replace("case=1", "case=new")),
        ("a wrong checksum", format!("{version}.{case}.00000000")),
        ("a checksum in capitals", format!("{version}.{case}.ABCDEF00")),
        ("a checksum that is too long", format!("{seed}0")),
        ("two characters of the case exchanged", seed.replacen(&case[8..10], "zz", 1)),
        ("padding", format!("{version}.{case}=.{checksum}")),
        ("the other alphabet of base64", format!("{version}.+/{case}.{checksum}")),
        ("letters that only look alike", seed.replace("case=1.", "case=1.а")),
        ("what is no deflate", stored(&[0xff; 40])),
        ("deflate that ends too soon", stored(&compress_to_vec(SEED.as_bytes(), 10)[..50])),
        ("what is no text", link_of(&[0xff, 0xfe, 0x00])),
        ("no JSON", whole("groundwork")),
        ("JSON of another kind", whole("[1,2,3]")),
        ("a case of a later release", whole(NEWER)),
        ("a case without a version", whole(r#"{"format":"groundwork-case"}"#)),
        ("deep nesting", inside(&format!(r#""plan":{}{}"#, "[".repeat(200), "]".repeat(200)))),
        ("a number beyond all", inside(r#""discount_rate":1e999"#)),
        ("NaN", inside(r#""discount_rate":NaN"#)),
        ("half of a surrogate pair", inside(r#""title":"\ud800""#)),
        ("a link longer than any", format!("case=1.{}.00000000", "A".repeat(40_000))),
        ("20 MB of blanks", link_of(&vec![b' '; 20_000_000])),
    ];
    let mut page = String::new();
    for (what, text) in texts {
        let error = from_link(&text).unwrap_err();
        writeln!(page, "- {what} → {error}").unwrap();
    }
    expect_file!["../../../../tests/golden/hostile_links.md"].assert_eq(&page);
}

#[test]
fn a_link_without_names_has_nothing_that_somebody_wrote() {
    for text in [SEED, EVERYTHING, UNKNOWN_FIELDS, PARTLY_WRONG, INCOMPLETE, PLAN, PLAN_WRONG] {
        let file = file(text);
        let stripped = file.without_names_and_notes();
        same_figures(&file, &stripped);
        assert_eq!(stripped.unused(), [""; 0]);
        assert_eq!(stripped.without_names_and_notes(), stripped);
        assert_eq!(from_link(&to_link(&stripped)), Ok(stripped));
    }
    let file = with_fields(
        r#""title":"Secret","currency":"Secret","start":"Secret","secret":"Secret",
           "capacity":{"annual_cost":{"low":1,"likely":2,"high":3,"by":"Secret"},"salary":"Secret"},
           "investment":{"paid_from":"Secret","months":3},
           "costs":[{"id":"Secret","label":"Secret","tag":"Secret","once":5,"by":"Secret"},"Secret"],
           "benefits":[{"kind":"Secret"},{"id":"Secret","kind":"other","tag":"risk","per_year":7}],
           "sources":{"costs.Secret.once":{"kind":"estimated","note":"Secret"},
                      "benefits.Secret.per_year":{"kind":"Secret","by":"Secret"},
                      "investment.months":{"kind":"suggested"},"Secret":{"kind":"typed"}},
           "uncertainty":{"seed":3,"correlations":[
              {"a":"costs.Secret.once","b":"benefits.Secret.per_year","rank":0.5,"by":"Secret"},
              {"a":"Secret","b":"efficiency.now","rank":0.5}]}"#,
    );
    let stripped = file.without_names_and_notes();
    assert_eq!(
        stripped.encode(),
        concat!(
            r#"{"format":"groundwork-case","version":1,"#,
            r#""capacity":{"annual_cost":{"low":1,"likely":2,"high":3}},"#,
            r#""investment":{"months":3},"costs":[{"id":"c1","once":5}],"#,
            r#""benefits":[{"id":"b1","kind":"other","tag":"risk","per_year":7}],"#,
            r#""sources":{"costs.c1.once":{"kind":"estimated"},"#,
            r#""investment.months":{"kind":"suggested"}},"uncertainty":{"seed":3,"#,
            r#""correlations":[{"a":"costs.c1.once","b":"benefits.b1.per_year","rank":0.5}]}}"#
        )
    );
}

/// Both files give the same figures, or neither gives any.
#[track_caller]
fn same_figures(file: &CaseFile, stripped: &CaseFile) {
    let evaluation = |file: &CaseFile| file.readable().case.as_ref().map(evaluate);
    match (evaluation(file), evaluation(stripped)) {
        (Some(whole), Some(stripped)) => {
            assert_eq!(stripped.assumptions, whole.assumptions);
            assert_eq!(stripped.timeline, whole.timeline);
            assert_eq!(stripped.returns, whole.returns);
            assert_eq!(stripped.thresholds, whole.thresholds);
            assert_eq!(stripped.calendar_years, whole.calendar_years);
            let entered = |case: &groundwork_model::case::Case| {
                case.inputs().filter(|input| case.entered(*input).is_some()).count()
            };
            assert_eq!(entered(&stripped.case), entered(&whole.case));
        }
        (None, None) => (),
        _ => panic!("one of the two gives no figures"),
    }
}

proptest! {
    #[test]
    fn what_is_linked_is_what_is_read(entries in entries(), title in any::<String>()) {
        let file = file_with(&entries, &title);
        prop_assert_eq!(from_link(&to_link(&file)), Ok(file.clone()));
        let stripped = file.without_names_and_notes();
        same_figures(&file, &stripped);
        prop_assert_eq!(from_link(&to_link(&stripped)), Ok(stripped));
    }

    #[test]
    fn a_mangled_file_is_linked_as_it_is(text in mangled()) {
        let Ok(file) = CaseFile::decode(&text) else { return Ok(()) };
        prop_assert_eq!(from_link(&to_link(&file)), Ok(file.clone()));
        same_figures(&file, &file.without_names_and_notes());
    }

    #[test]
    fn any_text_is_a_case_or_an_error(text in any::<String>(), bytes in any::<Vec<u8>>()) {
        let _ = from_link(&text);
        let _ = from_link(&format!("case=1.{text}"));
        let _ = from_link(&format!("#case={text}.{text}"));
        let _ = from_link(&link_of(&bytes));
        let _ = is_link(&text);
    }

    #[test]
    fn a_flipped_bit_is_noticed(
        entries in entries(),
        at in any::<prop::sample::Index>(),
        bit in 0..7_u8,
    ) {
        let file = file_with(&entries, "Any");
        let mut link = to_link(&file).into_bytes();
        let place = at.index(link.len() - 1);
        link[place] ^= 1 << bit;
        prop_assert!(from_link(&String::from_utf8(link).unwrap()).is_err());
    }
}
