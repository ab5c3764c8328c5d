//! Opening, saving and setting aside, in stores that fail in every way a store can.

use groundwork_cases::{
    DecodeError,
    draft::Draft,
    envelope::{Envelope, EnvelopeError, Revision, Timestamp},
    example::Example,
    library::{Library, Opened, PREFERENCES_KEY, SaveError, case_key},
    memory_store::MemoryStore,
    store::{KeyValueStore, StoreError},
};
use groundwork_model::input::Input;

use crate::support::{NEWER, january, json};

fn draft(title: &str) -> Draft {
    let mut file = Example::TwoMillion.file(january());
    file.set_title(title).unwrap();
    let mut draft = Draft::new(file);
    draft.type_number(Input::Amount, "200 something", Err(())).unwrap_err();
    draft
}

#[track_caller]
fn save(library: &Library<&MemoryStore>, id: &str, title: &str, at: u64) -> Revision {
    library.save(id, &draft(title), Timestamp(at), None).unwrap()
}

#[track_caller]
fn title_of(opened: Opened) -> String {
    match opened {
        Opened::Draft { draft, .. } => draft.file().title().to_owned(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_is_saved_is_opened_with_everything_typed() {
    let store = MemoryStore::new();
    let library = Library::new(&store);
    let revision = save(&library, "a", "First", 1_000);
    assert_eq!(
        library.open("a"),
        Ok(Opened::Draft {
            id: "a".to_owned(),
            draft: Box::new(draft("First")),
            revision,
            saved_at: Timestamp(1_000),
        })
    );
    let next = library.save("a", &draft("Second"), Timestamp(2_000), Some(revision)).unwrap();
    assert_eq!((revision, next), (Revision(1), Revision(2)));
    assert_eq!(title_of(library.open("a").unwrap()), "Second");
    assert_eq!(library.open("b"), Ok(Opened::Nothing));
}

#[test]
fn the_case_saved_last_is_the_latest_also_when_the_clock_went_back() {
    let store = MemoryStore::new();
    let library = Library::new(&store);
    assert_eq!(library.latest(), Ok(Opened::Nothing));
    save(&library, "a", "First", 2_000);
    save(&library, "b", "Second", 1_000);
    assert_eq!(title_of(library.latest().unwrap()), "Second");
    store.remove("groundwork:index").unwrap();
    assert_eq!(title_of(library.latest().unwrap()), "First");
    let titles = library.list().unwrap().into_iter().map(|listed| listed.content.unwrap().title);
    assert_eq!(titles.collect::<Vec<_>>(), ["First", "Second"]);
}

#[test]
fn two_tabs_cannot_overwrite_each_other_unseen() {
    let store = MemoryStore::new();
    let (one, other) = (Library::new(&store), Library::new(&store));
    let opened = save(&one, "a", "Opened by both", 1);
    let newer = other.save("a", &draft("Theirs"), Timestamp(2), Some(opened)).unwrap();
    assert_eq!(
        one.save("a", &draft("Mine"), Timestamp(3), Some(opened)),
        Err(SaveError::Conflict { expected: Some(opened), found: Some(newer) })
    );
    assert_eq!(
        one.save("a", &draft("Mine"), Timestamp(3), None),
        Err(SaveError::Conflict { expected: None, found: Some(newer) })
    );
    assert_eq!(title_of(one.open("a").unwrap()), "Theirs");
    other.delete_everything().unwrap();
    assert_eq!(
        one.save("a", &draft("Mine"), Timestamp(4), Some(newer)),
        Err(SaveError::Conflict { expected: Some(newer), found: None })
    );
}

#[test]
fn a_failed_save_leaves_what_was_there() {
    type Fail = fn(&MemoryStore);
    let fails: [(Fail, SaveError); 4] = [
        (|store| store.set_quota(Some(10)), SaveError::Store(StoreError::QuotaExceeded)),
        (|store| store.set_unavailable(true), SaveError::Store(StoreError::Unavailable)),
        (|store| store.corrupt_after(Some(0)), SaveError::ReadBackDiffers { is_restored: true }),
        (
            |store| store.fail_after(Some(0)),
            SaveError::Store(StoreError::Failed {
                message: "this write was told to fail".to_owned(),
            }),
        ),
    ];
    for (fail, wanted) in fails {
        let store = MemoryStore::new();
        let library = Library::new(&store);
        let revision = save(&library, "a", "Before", 1);
        let before = store.read(&case_key("a")).unwrap();
        fail(&store);
        assert_eq!(library.save("a", &draft("After"), Timestamp(2), Some(revision)), Err(wanted));
        store.set_unavailable(false);
        store.set_quota(None);
        assert_eq!(store.read(&case_key("a")).unwrap(), before);
        library.save("a", &draft("After"), Timestamp(3), Some(revision)).unwrap();
        assert_eq!(title_of(library.open("a").unwrap()), "After");
    }
}

#[test]
fn a_new_case_that_was_not_kept_leaves_nothing() {
    let store = MemoryStore::new();
    let library = Library::new(&store);
    store.corrupt_after(Some(0));
    let error = library.save("a", &draft("New"), Timestamp(1), None).unwrap_err();
    assert_eq!(error, SaveError::ReadBackDiffers { is_restored: true });
    assert_eq!(library.open("a"), Ok(Opened::Nothing));
}

#[test]
fn damaged_text_is_set_aside_before_anything_is_written_over_it() {
    let store = MemoryStore::new();
    let library = Library::new(&store);
    for text in ["", "{\"envelope\":1,\"saved", "null", "{\"envelope\":1}", "\u{0}"] {
        store.write(&case_key("a"), text).unwrap();
        let Opened::SetAside { quarantine_key, .. } = library.open("a").unwrap() else {
            panic!("{text} was opened")
        };
        assert_eq!(store.read(&quarantine_key), Ok(Some(text.to_owned())));
        assert_eq!(library.open("a"), Ok(Opened::Nothing));
    }
    assert_eq!(library.quarantined().unwrap().len(), 5);

    store.write(&case_key("a"), "half of a ca").unwrap();
    let revision = library.save("a", &draft("Kept"), Timestamp(1), Some(Revision(7))).unwrap();
    assert_eq!(revision, Revision(8));
    assert_eq!(library.quarantined().unwrap().last().unwrap().text, "half of a ca");
    assert_eq!(library.quarantined().unwrap().last().unwrap().key, "groundwork:quarantine:6");
}

#[test]
fn damaged_text_that_does_not_fit_twice_stays_where_it_is() {
    let store = MemoryStore::new();
    let library = Library::new(&store);
    store.write(&case_key("a"), "half of a case").unwrap();
    store.set_quota(Some(40));
    assert!(matches!(library.open("a"), Ok(Opened::LeftAlone { .. })));
    assert!(library.save("a", &draft("New"), Timestamp(1), None).is_err());
    assert_eq!(store.read(&case_key("a")), Ok(Some("half of a case".to_owned())));
}

#[test]
fn text_of_a_later_release_is_left_alone() {
    let store = MemoryStore::new();
    let library = Library::new(&store);
    let newer_case =
        format!(r#"{{"envelope":1,"saved_at":5,"revision":3,"case":{NEWER},"drafts":{{}}}}"#);
    let newer_envelope = r#"{"envelope":2,"whatever":true}"#.to_owned();
    for (text, reason) in [
        (newer_case, EnvelopeError::Case(DecodeError::TooNew { found: 2 })),
        (newer_envelope, EnvelopeError::TooNew { found: 2 }),
    ] {
        store.write(&case_key("a"), &text).unwrap();
        let wanted = Opened::LeftAlone { id: "a".to_owned(), key: case_key("a"), reason };
        assert_eq!(library.open("a"), Ok(wanted.clone()));
        assert_eq!(library.latest(), Ok(wanted));
        assert_eq!(
            library.save("a", &draft("Mine"), Timestamp(9), Some(Revision(3))),
            Err(SaveError::TooNew)
        );
        assert_eq!(store.read(&case_key("a")), Ok(Some(text)));
    }
    assert_eq!(library.quarantined(), Ok(Vec::new()));
}

#[test]
fn everything_of_this_project_is_deleted_and_nothing_of_others() {
    let store = MemoryStore::new();
    let library = Library::new(&store);
    store.write("other-project:case", "theirs").unwrap();
    store.write("groundworks", "theirs too").unwrap();
    store.write(PREFERENCES_KEY, "{}").unwrap();
    store.write(&case_key("b"), "damaged").unwrap();
    library.open("b").unwrap();
    save(&library, "a", "Mine", 1);
    library.delete_everything().unwrap();
    assert_eq!(store.keys(), Ok(vec!["groundworks".to_owned(), "other-project:case".to_owned()]));
}

#[test]
fn an_envelope_is_what_the_format_says_and_keeps_what_it_does_not_know() {
    let envelope = Envelope::new(draft("Title"), Timestamp(1_767_225_600_000), Revision(3));
    let written = json(&envelope.encode());
    let names: Vec<&String> = written.as_object().unwrap().keys().collect();
    assert_eq!(names, ["envelope", "saved_at", "revision", "case", "drafts"]);
    assert_eq!(written["drafts"], json(r#"{"investment.amount":"200 something"}"#));
    assert_eq!(written["case"]["format"], "groundwork-case");
    assert_eq!(Envelope::decode(&envelope.encode()), Ok(envelope));

    let store = MemoryStore::new();
    let library = Library::new(&store);
    let text = r#"{"envelope":1,"saved_at":1,"revision":1,"case":null,"drafts":{},"pinned":true}"#;
    store.write(&case_key("a"), text).unwrap();
    assert!(
        matches!(library.open("a"), Ok(Opened::Draft { draft, .. }) if *draft == Draft::default())
    );
    library.save("a", &draft("Now"), Timestamp(2), Some(Revision(1))).unwrap();
    assert_eq!(json(&store.read(&case_key("a")).unwrap().unwrap())["pinned"], true);
}

#[test]
fn a_draft_of_nothing_has_no_case() {
    let mut draft = Draft::default();
    draft.type_number(Input::Amount, "?", Err(())).unwrap_err();
    let envelope = Envelope::new(draft, Timestamp(1), Revision(1));
    assert!(json(&envelope.encode())["case"].is_null());
    assert_eq!(Envelope::decode(&envelope.encode()), Ok(envelope));
}
