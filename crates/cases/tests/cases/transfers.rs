//! Files of cases: what leaves and comes back, and what is said of files that are anything else.

use std::fmt::Write as _;

use expect_test::{expect, expect_file};
use groundwork_cases::{
    DecodeError,
    case_file::CaseFile,
    draft::Draft,
    envelope::{Envelope, EnvelopeError, Revision, Timestamp},
    example::Example,
    link::to_link,
    transfer::{
        ImportError, Imported, MAX_CASES, MAX_DRAFT_TEXTS, MAX_IMPORT_BYTES, MAX_VALUES,
        export_all, import,
    },
};
use proptest::{collection::vec, prelude::*};

use crate::{
    properties::{entries, file_with, mangled},
    support::{EVERYTHING, NEWER, PARTLY_WRONG, SEED, UNKNOWN_FIELDS, file, january, json},
};

fn envelope(file: CaseFile, texts: &[(&str, &str)], saved_at: u64) -> Envelope {
    let texts = texts.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned()));
    Envelope::new(Draft::with_texts(file, texts), Timestamp(saved_at), Revision(3))
}

/// A stored case with this text in the place of its file and of the texts beside it.
fn stored(case: &str, drafts: &str) -> String {
    format!(r#"{{"envelope":1,"saved_at":5,"revision":1,"case":{case},"drafts":{drafts}}}"#)
}

fn examples() -> Vec<Envelope> {
    let texts = [("investment.amount", "200 something")];
    Example::ALL.map(|example| envelope(example.file(january()), &texts, 1_000)).to_vec()
}

fn titles(imported: &Imported) -> Vec<&str> {
    imported.cases.iter().map(|case| case.draft.file().title()).collect()
}

/// What is said of a file, in a line.
fn said(text: &str) -> String {
    let Imported { cases, lost, damage } = match import(text) {
        Ok(imported) => imported,
        Err(error) => return format!("refused: {error}"),
    };
    let mut said = format!("read: {}", cases.len());
    for case in &cases {
        write!(said, " “{}”", case.draft.file().title()).unwrap();
        for problem in &case.problems.0 {
            write!(said, "; {problem}").unwrap();
        }
        for path in &case.unused {
            write!(said, "; {path} is not used").unwrap();
        }
    }
    for lost in &lost {
        let title = lost.title.as_deref().unwrap_or("without a title");
        write!(said, "; lost: {} ({title}), {}", lost.position, lost.reason).unwrap();
    }
    damage.map_or(said.clone(), |damage| format!("{said}; damaged: {damage}"))
}

#[test]
fn every_kind_of_file_is_read() {
    let seed = file(SEED);
    for text in [SEED.to_owned(), seed.encode(), format!("\u{feff}\n{SEED}\n")] {
        let imported = import(&text).unwrap();
        assert_eq!(imported.cases[0].draft, Draft::new(seed.clone()));
        assert_eq!((imported.cases.len(), imported.cases[0].saved_at), (1, None));
    }
    let one = envelope(seed, &[("investment.amount", "a lot")], 42);
    let imported = import(&one.encode()).unwrap();
    assert_eq!(imported.cases[0].draft, one.draft);
    assert_eq!(imported.cases[0].saved_at, Some(Timestamp(42)));

    let all = export_all(examples().iter());
    let imported = import(&all).unwrap();
    assert_eq!(titles(&imported), Example::ALL.map(Example::title));
    assert_eq!(imported.cases[1].draft, examples()[1].draft);
    assert_eq!((imported.lost.len(), imported.damage.clone()), (0, None));
    // Written anew by another program.
    assert_eq!(import(&format!("{:#}", json(&all))), Ok(imported));
}

#[test]
fn several_cases_are_a_file_with_a_line_for_each() {
    let text = export_all(examples().iter());
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], r#"{"format":"groundwork-cases","version":1,"cases":["#);
    assert_eq!(lines.len(), 2 + Example::ALL.len());
    for (line, envelope) in lines[1..].iter().zip(examples()) {
        assert_eq!(Envelope::decode(line.trim_end_matches(',')), Ok(envelope));
    }
    let nothing = export_all([].iter());
    assert_eq!(import(&nothing), Ok(Imported::default()));
}

#[test]
fn what_is_whole_in_a_file_that_is_cut_off_is_read() {
    let text = export_all(examples().iter());
    let whole: Vec<usize> = examples()
        .iter()
        .map(|envelope| text.find(&envelope.encode()).unwrap() + envelope.encode().len())
        .collect();
    for end in (0..text.trim_end().len()).filter(|end| text.is_char_boundary(*end)) {
        let cut = &text[..end];
        let wanted = whole.iter().filter(|after| **after <= end).count();
        match import(cut) {
            Ok(imported) => {
                assert_eq!(titles(&imported), Example::ALL.map(Example::title)[..wanted]);
                let after = whole[..wanted].last().map_or(cut, |last| &cut[*last..]);
                let is_within = !after.trim_matches([',', '\n', ']']).is_empty();
                assert_eq!(imported.lost.len(), usize::from(is_within), "after {end} bytes");
                assert!(matches!(imported.damage, Some(DecodeError::NotJson { .. })));
            }
            Err(error) => assert!(wanted == 0, "{error} after {end} bytes"),
        }
    }
}

#[test]
fn a_damaged_line_is_lost_by_name_and_the_others_are_read() {
    let text = export_all(examples().iter());
    let lines: Vec<&str> = text.lines().collect();
    let damaged = lines[2].replacen("\"efficiency\"", "efficiency", 1);
    let imported = import(&text.replace(lines[2], &damaged)).unwrap();
    let others = Example::ALL.into_iter().filter(|example| *example != Example::AuthService);
    assert_eq!(titles(&imported), others.map(Example::title).collect::<Vec<_>>());
    let [lost] = &imported.lost[..] else { panic!("{:?}", imported.lost) };
    assert_eq!((lost.position, lost.title.as_deref()), (2, Some(Example::AuthService.title())));
    assert!(matches!(lost.reason, EnvelopeError::Case(DecodeError::NotJson { line: 1, .. })));

    let without_header = lines[1..].join("\n");
    assert_eq!(import(&without_header).unwrap().cases.len(), Example::ALL.len());
    let newer = text.replacen("\"version\":1", "\"version\":2", 1);
    assert_eq!(import(&newer), Err(ImportError::Newer { version: 2 }));
    assert_eq!(import(newer.trim_end().trim_end_matches('}')), import(&newer));
}

#[test]
fn one_case_of_several_that_cannot_be_read_is_lost_by_name() {
    let (one, seed) = (stored(SEED, "{}"), file(SEED).encode());
    let newer = stored(r#"{"format":"groundwork-case","version":9,"title":"Next year"}"#, "{}");
    let long = "x".repeat(300_000);
    let large = stored(&format!(r#"{{"format":"groundwork-case","title":"{long}"}}"#), "{}");
    let text = format!(
        r#"{{"format":"groundwork-cases","version":1,"cases":[{one},{newer},{seed},{large},7,{{}}]}}"#
    );
    let imported = import(&text).unwrap();
    assert_eq!(imported.cases.len(), 2);
    let lost: Vec<String> = imported
        .lost
        .iter()
        .map(|lost| format!("{} {:?}: {}", lost.position, lost.title, lost.reason))
        .collect();
    expect![[r#"
        2 Some("Next year"): written by a later release: version 9 of the format
        4 Some("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…"): the text has 300039 bytes; a case file has at most 262144
        5 None: not a stored case: all of it is missing or wrong
        6 None: not a stored case: envelope is missing or wrong"#]]
    .assert_eq(&lost.join("\n"));
}

#[test]
fn texts_beside_a_case_that_cannot_stand_in_a_field_are_dropped_and_named() {
    let long = "x".repeat(2_001);
    let drafts = format!(
        r#"{{"title":"{long}","investment.amount":"200 something","start":"\u202e",
            "a\u202eb":"x","sources.investment.amount.note":"two\nlines"}}"#
    );
    let imported = import(&stored(SEED, &drafts)).unwrap();
    let case = &imported.cases[0];
    assert_eq!(
        case.draft.texts().collect::<Vec<_>>(),
        [("investment.amount", "200 something"), ("sources.investment.amount.note", "two\nlines")]
    );
    expect![[r#"
        drafts.a\u{202e}b: it has a character that cannot be shown safely: U+202E
        drafts.start: it has a character that cannot be shown safely: U+202E
        drafts.title has 2001 characters; it may have 2000"#]]
    .assert_eq(&case.problems.to_string());

    let many: Vec<String> = (0..=MAX_DRAFT_TEXTS).map(|at| format!(r#""p{at:04}":"x""#)).collect();
    let imported = import(&stored(SEED, &format!("{{{}}}", many.join(",")))).unwrap();
    assert_eq!(imported.cases[0].draft.texts().count(), MAX_DRAFT_TEXTS);
    expect!["drafts has 401 texts; it may have 400"]
        .assert_eq(&imported.cases[0].problems.to_string());
}

#[test]
fn what_is_wrong_is_told_and_what_is_missing_is_not() {
    let imported = import(PARTLY_WRONG).unwrap();
    let problems = &imported.cases[0].problems;
    assert!(!problems.is_empty() && problems.missing().next().is_none());
    let unused = &import(UNKNOWN_FIELDS).unwrap().cases[0].unused;
    assert_eq!(*unused, file(UNKNOWN_FIELDS).unused());
}

#[test]
fn too_much_is_refused_before_it_is_read() {
    let bytes = MAX_IMPORT_BYTES + 1;
    assert_eq!(import(&" ".repeat(bytes)), Err(ImportError::TooLarge { bytes }));
    let zeros = format!("[{}0]", "0,".repeat(MAX_VALUES));
    assert_eq!(import(&zeros), Err(ImportError::TooManyValues { values: MAX_VALUES + 1 }));
    let empty = stored("null", "{}");
    let many = vec![empty.as_str(); MAX_CASES + 1].join(",\n");
    let header = r#"{"format":"groundwork-cases","version":1,"cases":["#;
    for text in [format!("{header}{many}]}}"), format!("{header}\n{many}")] {
        assert_eq!(import(&text), Err(ImportError::TooManyCases { cases: MAX_CASES + 1 }));
    }
}

#[test]
fn hostile_files_are_told_from_each_other() {
    let case = |fields: &str| format!(r#"{{"format":"groundwork-case","version":1,{fields}}}"#);
    let several =
        |cases: &str| format!(r#"{{"format":"groundwork-cases","version":1,"cases":[{cases}]}}"#);
    let deep = format!(r#""plan":{}{}"#, "[".repeat(100), "]".repeat(100));
    let texts = [
        ("nothing", String::new()),
        ("blanks", " \n\t".to_owned()),
        ("a sentence", "Dear all, the case is attached.".to_owned()),
        ("a link", format!("https://example.org/#{}", to_link(&file(SEED)))),
        ("a page", "<!doctype html><p>Not found</p>".to_owned()),
        ("a picture", "\u{fffd}PNG\r\n\u{1a}\n\0\0".to_owned()),
        ("a number", "7".to_owned()),
        ("a list", "[1,2,3]".to_owned()),
        ("an empty object", "{}".to_owned()),
        ("JSON of another kind", r#"{"name":"groundwork","private":true}"#.to_owned()),
        ("a case without a version", r#"{"format":"groundwork-case"}"#.to_owned()),
        ("a case of version 0", r#"{"format":"groundwork-case","version":0}"#.to_owned()),
        ("a case of a later release", NEWER.to_owned()),
        ("a case that is cut off", SEED[..200].to_owned()),
        ("a stored case of a later release", stored("null", "{}").replace(":1,", ":2,")),
        ("a stored case without a case", r#"{"envelope":1,"saved_at":1,"revision":1}"#.to_owned()),
        ("a stored case saved by a word", stored("null", "{}").replace(":5,", ":\"now\",")),
        ("a stored case with a list of texts", stored("null", "[]")),
        ("several of a later release", several("").replace("\"version\":1", "\"version\":3")),
        ("several without a version", r#"{"format":"groundwork-cases","cases":[]}"#.to_owned()),
        ("several without cases", r#"{"format":"groundwork-cases","version":1}"#.to_owned()),
        ("several in one another", several(&several(&stored("null", "{}")))),
        ("several, one a word", several(&format!("\"Secret\",{}", stored("null", "{}")))),
        ("the same key twice", case(r#""title":"First","title":"Second","horizon_months":12"#)),
        ("the same key twice, once wrong", case(r#""horizon_months":12,"horizon_months":"x""#)),
        ("__proto__", case(r#""__proto__":{"horizon_months":12},"constructor":1"#)),
        ("deep nesting", case(&deep)),
        ("deep nesting in one of several", {
            several(&format!("\n{},\n{}\n", stored(&case(&deep), "{}"), stored("null", "{}")))
        }),
        ("NaN", case(r#""discount_rate":NaN"#)),
        ("Infinity", case(r#""discount_rate":-Infinity"#)),
        ("a number beyond all", case(r#""discount_rate":1e999"#)),
        ("a number beyond its range", case(r#""discount_rate":1e300"#)),
        ("minus zero", case(r#""discount_rate":-0.0"#)),
        (
            "a number with 1,000 digits",
            case(&format!(r#""discount_rate":0.{}"#, "3".repeat(1_000))),
        ),
        ("a title that turns direction", case(r#""title":"invoice\u202efdp.exe""#)),
        ("a path that turns direction", case(r#""invoice\u202efdp.exe":1"#)),
        ("a control character as it is", case("\"title\":\"a\u{1}b\"")),
        ("an escaped control character", case(r#""title":"a\u0000b""#)),
        ("half of a surrogate pair", case(r#""title":"\ud800""#)),
        ("the other half", case(r#""title":"\udc00x""#)),
        ("a name of 10 MB", case(&format!(r#""title":"{}""#, "x".repeat(10_000_000)))),
        ("a name of 10 MB in a stored case", {
            let title = "x".repeat(10_000_000);
            stored(&case(&format!(r#""title":"{title}""#)), "{}")
        }),
        (
            "a typed text of 10 MB",
            stored("null", &format!(r#"{{"title":"{}"}}"#, "x".repeat(10_000_000))),
        ),
        ("201 lines", case(&format!(r#""costs":[{}{{}}]"#, "{},".repeat(200)))),
        ("a formula", case(r#""title":"=HYPERLINK(\"https://example.org\")""#)),
        ("markup", case(r#""title":"<img src=x onerror=alert(1)>""#)),
        ("a comment", case("\"title\":\"a\" /* b */")),
        ("a comma at the end", case(r#""title":"a","#)),
        ("text after the end", format!("{} and more", case(r#""title":"a""#))),
        ("a plan that is a word", case(r#""plan":"later""#)),
        ("a split of more than all", case(r#""plan":{"split":{"features":0.8,"debt":1e300}}"#)),
        ("a split that is not whole", case(r#""plan":{"split":{"features":0.85,"debt":0.2}}"#)),
        ("41 quarters", case(&format!(r#""plan":{{"quarters":[{}{{}}]}}"#, "{},".repeat(40)))),
        (
            "a strategy nobody knows",
            case(r#""plan":{"strategies":[{"kind":"\u202ehope","share":1}]}"#),
        ),
        (
            "draws that go together with themselves",
            case(
                r#""uncertainty":{"correlations":[{"a":"efficiency.now","b":"efficiency.now","rank":1}]}"#,
            ),
        ),
    ];
    let page: String = texts
        .iter()
        .map(|(what, text)| format!("- {what} → {}\n", said(text)))
        .collect::<Vec<_>>()
        .concat();
    expect_file!["../../../../tests/golden/hostile_files.md"].assert_eq(&page);
}

#[test]
fn a_time_no_browser_knows_is_no_time() {
    let text = stored("null", "{}");
    assert_eq!(import(&text).unwrap().cases[0].saved_at, Some(Timestamp(5)));
    let late = text.replace(":5,", ":8640000000000001,");
    assert_eq!(import(&late).unwrap().cases[0].saved_at, None);
}

proptest! {
    #[test]
    fn what_leaves_in_a_file_comes_back(
        cases in vec((entries(), any::<String>()), 0..4),
        saved_at in 0..8_640_000_000_000_000_u64,
    ) {
        let texts = [("investment.amount", "a lot"), ("no field", "any")];
        let envelopes: Vec<Envelope> = cases
            .iter()
            .map(|(entries, title)| envelope(file_with(entries, title), &texts, saved_at))
            .collect();
        let imported = import(&export_all(envelopes.iter())).unwrap();
        prop_assert!(imported.lost.is_empty() && imported.damage.is_none());
        prop_assert_eq!(imported.cases.len(), envelopes.len());
        for (case, envelope) in imported.cases.iter().zip(&envelopes) {
            prop_assert_eq!(&case.draft, &envelope.draft);
            prop_assert_eq!(case.saved_at, Some(envelope.saved_at));
        }
    }

    #[test]
    fn a_mangled_file_is_imported_as_it_is_decoded(text in mangled()) {
        match (import(&text), CaseFile::decode(&text)) {
            (Ok(imported), Ok(file)) => {
                prop_assert_eq!(imported.cases[0].draft.file(), &file);
            }
            (Err(_), Err(_)) => (),
            (imported, decoded) => prop_assert!(false, "{:?} {:?}", imported, decoded),
        }
    }

    #[test]
    fn a_stained_file_of_several_never_panics(at in any::<prop::sample::Index>(), stain: char) {
        let all = [SEED, EVERYTHING].map(|text| envelope(file(text), &[("title", "x")], 7));
        let mut chars: Vec<char> = export_all(all.iter()).chars().collect();
        let at = at.index(chars.len());
        chars[at] = stain;
        if let Ok(imported) = import(&chars.into_iter().collect::<String>()) {
            prop_assert!(imported.cases.len() + imported.lost.len() >= 1);
        }
    }

    #[test]
    fn any_text_is_cases_or_an_error(text: String) {
        let _ = said(&text);
        let _ = said(&format!("{{\"envelope\":{text}\n{{\"envelope\":1,{text}"));
    }
}
