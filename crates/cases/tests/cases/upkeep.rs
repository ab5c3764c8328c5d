//! Cases deleted and brought back, copied, renamed and counted, also where the store fails.

use groundwork_cases::{
    draft::Draft,
    envelope::{Envelope, Revision, Timestamp},
    example::Example,
    library::{Library, Opened, RenameError, SaveError, case_key, name_of},
    memory_store::MemoryStore,
    store::{KeyValueStore, StoreError},
    text::{MAX_TEXT_CHARS, TextError},
};
use groundwork_model::input::Input;

use crate::support::{NEWER, january, json};

const INDEX: &str = "groundwork:index";

fn draft(title: &str) -> Draft {
    let mut file = Example::TwoMillion.file(january());
    file.set_title(title).unwrap();
    let mut draft = Draft::new(file);
    draft.type_number(Input::Amount, "200 something", Err(())).unwrap_err();
    draft
}

fn save(library: &Library<&MemoryStore>, id: &str, title: &str, at: u64) -> Revision {
    library.save(id, &draft(title), Timestamp(at), None).unwrap()
}

fn titles(library: &Library<&MemoryStore>) -> Vec<String> {
    let listed = library.list().unwrap().into_iter();
    listed.map(|listed| listed.content.unwrap().title).collect()
}

fn everything(store: &MemoryStore) -> Vec<(String, Option<String>)> {
    let keys = store.keys().unwrap().into_iter();
    keys.map(|key| (key.clone(), store.read(&key).unwrap())).collect()
}

#[test]
fn what_was_deleted_comes_back_to_the_bit_readable_or_not() {
    let newer =
        format!(r#"{{"envelope":1,"saved_at":5, "revision":3,"case":{NEWER},"drafts":{{}}}}"#);
    let own = r#"{"envelope":1, "saved_at":7,"revision":2,"case":null,"drafts":{},"pinned":true}"#;
    for text in [own, newer.as_str(), "", "half of a case {", "\u{0} \u{202e}\u{1f993}"] {
        let store = MemoryStore::new();
        let library = Library::new(&store);
        save(&library, "other", "Other", 1);
        store.write(&case_key("a"), text).unwrap();
        let before = everything(&store);
        let deleted = library.delete("a").unwrap().unwrap();
        assert_eq!(titles(&library), ["Other"]);
        assert_eq!(store.read(&case_key("a")), Ok(None));
        library.restore(&deleted).unwrap();
        assert_eq!(everything(&store), before, "{text}");
    }
}

#[test]
fn text_that_was_set_aside_is_deleted_and_comes_back_too() {
    let store = MemoryStore::new();
    let library = Library::new(&store);
    store.write(&case_key("a"), "damaged").unwrap();
    let Ok(Opened::SetAside { quarantine_key, .. }) = library.open("a") else { panic!() };
    let deleted = library.delete_text(&quarantine_key).unwrap().unwrap();
    assert_eq!(library.quarantined(), Ok(Vec::new()));
    library.restore(&deleted).unwrap();
    assert_eq!(library.quarantined().unwrap()[0].text, "damaged");
}

#[test]
fn deleting_what_is_not_there_deletes_nothing() {
    let store = MemoryStore::new();
    let library = Library::new(&store);
    save(&library, "a", "Kept", 1);
    let before = everything(&store);
    assert_eq!(library.delete("b"), Ok(None));
    assert_eq!(everything(&store), before);
    store.set_unavailable(true);
    assert_eq!(library.delete("a"), Err(StoreError::Unavailable));
}

#[test]
fn the_case_saved_last_is_always_one_that_is_there() {
    let store = MemoryStore::new();
    let library = Library::new(&store);
    save(&library, "a", "First", 1);
    save(&library, "b", "Second", 2);
    save(&library, "c", "Third", 3);
    let third = library.delete("c").unwrap().unwrap();
    assert_eq!(store.read(INDEX), Ok(Some("b".to_owned())));
    // Another one than the latest leaves it alone.
    let first = library.delete("a").unwrap().unwrap();
    assert_eq!(store.read(INDEX), Ok(Some("b".to_owned())));
    let second = library.delete("b").unwrap().unwrap();
    assert_eq!(store.read(INDEX), Ok(None));
    assert_eq!(library.latest(), Ok(Opened::Nothing));
    for deleted in [&second, &first] {
        library.restore(deleted).unwrap();
        assert_eq!(store.read(INDEX), Ok(Some("b".to_owned())));
    }
    library.restore(&third).unwrap();
    assert_eq!(store.read(INDEX), Ok(Some("c".to_owned())));
    assert_eq!(titles(&library), ["Third", "Second", "First"]);
}

#[test]
fn nothing_that_is_there_meanwhile_is_overwritten_by_bringing_back() {
    let store = MemoryStore::new();
    let library = Library::new(&store);
    save(&library, "a", "Before", 1);
    let deleted = library.delete("a").unwrap().unwrap();
    let newer = r#"{"envelope":2}"#;
    for meanwhile in
        [Envelope::new(draft("Now"), Timestamp(2), Revision(1)).encode().as_str(), newer]
    {
        store.write(&case_key("a"), meanwhile).unwrap();
        assert!(matches!(
            library.restore(&deleted),
            Err(SaveError::Conflict { found: Some(_), .. })
        ));
        assert_eq!(store.read(&case_key("a")), Ok(Some(meanwhile.to_owned())));
    }
}

#[test]
fn what_cannot_be_brought_back_now_can_be_once_there_is_room() {
    let store = MemoryStore::new();
    let library = Library::new(&store);
    save(&library, "a", "Before", 1);
    let before = store.read(&case_key("a"));
    let deleted = library.delete("a").unwrap().unwrap();
    store.set_quota(Some(100));
    assert_eq!(library.restore(&deleted), Err(SaveError::Store(StoreError::QuotaExceeded)));
    store.set_quota(None);
    library.restore(&deleted).unwrap();
    assert_eq!(store.read(&case_key("a")), before);
}

#[test]
fn a_copy_is_the_same_case_under_a_name_of_its_own() {
    let store = MemoryStore::new();
    let library = Library::new(&store);
    let text = Envelope::new(draft("Auth"), Timestamp(1), Revision(7)).encode();
    let text = text.replacen('{', r#"{"pinned":true,"#, 1);
    store.write(&case_key("a"), &text).unwrap();
    assert_eq!(library.duplicate("a", "b", Timestamp(9)).unwrap(), "Auth (copy)");
    assert_eq!(store.read(&case_key("a")), Ok(Some(text)), "the first one is as it was");
    assert_eq!(store.read(INDEX), Ok(Some("b".to_owned())));

    let copy = json(&store.read(&case_key("b")).unwrap().unwrap());
    assert_eq!(copy["pinned"], true);
    assert_eq!(copy["revision"], 1);
    assert_eq!(copy["saved_at"], 9);
    assert_eq!(copy["drafts"]["investment.amount"], "200 something");
    let mut wanted = draft("Auth (copy)").file().encode();
    assert_eq!(json(&wanted), copy["case"]);

    for (id, new_id, title) in
        [("a", "c", "Auth (copy 2)"), ("b", "d", "Auth (copy 3)"), ("d", "e", "Auth (copy 4)")]
    {
        wanted = library.duplicate(id, new_id, Timestamp(10)).unwrap();
        assert_eq!(wanted, title);
    }
}

#[test]
fn a_case_kept_beside_others_has_a_name_of_its_own() {
    let store = MemoryStore::new();
    let library = Library::new(&store);
    assert_eq!(library.title_beside("Auth").unwrap(), "Auth", "there is no other");
    save(&library, "a", "Auth", 1);
    assert_eq!(library.title_beside("Auth").unwrap(), "Auth (copy)");
    assert_eq!(library.title_beside("Login").unwrap(), "Login");
    save(&library, "b", "Auth (copy)", 2);
    assert_eq!(library.title_beside("Auth (copy)").unwrap(), "Auth (copy 2)");
    save(&library, "c", "", 3);
    assert_eq!(library.title_beside("").unwrap(), "Unnamed case (copy)");
}

#[test]
fn a_copy_has_a_title_that_fits_whatever_the_first_one_is_called() {
    for (title, wanted) in [
        ("", "Unnamed case (copy)".to_owned()),
        ("(copy)", "(copy) (copy)".to_owned()),
        ("Plan (copy ) b", "Plan (copy ) b (copy)".to_owned()),
        ("Plan (copy x)", "Plan (copy x) (copy)".to_owned()),
        (" (copy 2)", "Unnamed case (copy)".to_owned()),
        (&"é".repeat(MAX_TEXT_CHARS), format!("{} (copy)", "é".repeat(MAX_TEXT_CHARS - 7))),
    ] {
        let store = MemoryStore::new();
        let library = Library::new(&store);
        save(&library, "a", title, 1);
        assert_eq!(library.duplicate("a", "b", Timestamp(2)).unwrap(), wanted);
        assert_eq!(titles(&library)[0], wanted);
    }
    assert_eq!(name_of(" "), "Unnamed case");
    assert_eq!(name_of("Auth"), "Auth");
}

#[test]
fn a_copy_overwrites_nothing_and_needs_a_case_that_can_be_read() {
    let store = MemoryStore::new();
    let library = Library::new(&store);
    save(&library, "a", "One", 1);
    save(&library, "b", "Other", 2);
    store.write(&case_key("damaged"), "{").unwrap();
    let before = everything(&store);
    let conflict = |found| matches!(found, Err(SaveError::Conflict { .. }));
    assert!(conflict(library.duplicate("a", "b", Timestamp(3))));
    assert!(conflict(library.duplicate("gone", "c", Timestamp(3))));
    assert!(matches!(
        library.duplicate("damaged", "c", Timestamp(3)),
        Err(SaveError::Unreadable(_))
    ));
    store.corrupt_after(Some(0));
    assert!(library.duplicate("a", "c", Timestamp(3)).is_err());
    assert_eq!(everything(&store), before);
}

#[test]
fn a_case_is_renamed_only_as_the_list_showed_it() {
    let store = MemoryStore::new();
    let library = Library::new(&store);
    let first = save(&library, "a", "Before", 1);
    let second = library.rename("a", "After", Timestamp(2), first).unwrap();
    assert_eq!((second, titles(&library)), (Revision(2), vec!["After".to_owned()]));
    assert_eq!(
        library.rename("a", "Too late", Timestamp(3), first),
        Err(RenameError::Save(SaveError::Conflict { expected: Some(first), found: Some(second) }))
    );
    let too_long = "x".repeat(MAX_TEXT_CHARS + 1);
    for (title, error) in [
        (too_long.as_str(), TextError::TooLong { chars: MAX_TEXT_CHARS + 1 }),
        ("a\u{202e}b", TextError::Forbidden { character: '\u{202e}' }),
    ] {
        let renamed = library.rename("a", title, Timestamp(3), second);
        assert_eq!(renamed, Err(RenameError::Title(error)));
    }
    assert_eq!(titles(&library), ["After"]);
    library.rename("a", "", Timestamp(4), second).unwrap();
    assert_eq!(titles(&library), [""]);
    let renamed = json(&store.read(&case_key("a")).unwrap().unwrap());
    assert_eq!(renamed["drafts"]["investment.amount"], "200 something");
}

#[test]
fn the_size_counts_keys_and_texts_of_this_project_in_utf_16() {
    let store = MemoryStore::new();
    let library = Library::new(&store);
    assert_eq!(library.size(), Ok(0));
    store.write("other-project:case", "theirs").unwrap();
    store.write("groundwork:x", "ab").unwrap();
    assert_eq!(library.size(), Ok(2 * (12 + 2)));
    store.write("groundwork:y", "é\u{1f993}").unwrap();
    assert_eq!(library.size(), Ok(2 * (12 + 2 + 12 + 3)));
}

#[test]
fn the_envelopes_are_those_of_the_list_that_can_be_read() {
    let store = MemoryStore::new();
    let library = Library::new(&store);
    save(&library, "a", "First", 1);
    store.write(&case_key("damaged"), "{").unwrap();
    save(&library, "b", "Second", 2);
    let envelopes = library.envelopes().unwrap();
    let found: Vec<(&str, &str)> = envelopes
        .iter()
        .map(|(id, envelope)| (id.as_str(), envelope.draft.file().title()))
        .collect();
    assert_eq!(found, [("b", "Second"), ("a", "First")]);
}
