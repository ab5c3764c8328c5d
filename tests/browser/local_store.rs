//! The browser's own storage behind the port of the library.

use groundwork::browser::local_store::LocalStore;
use groundwork_cases::{
    case_file::CaseFile,
    draft::Draft,
    envelope::{Revision, Timestamp},
    library::{Library, Opened, SaveError},
    store::{KeyValueStore as _, StoreError},
};
use wasm_bindgen_test::wasm_bindgen_test;

/// Keys of these tests begin with it; the browser may hold others.
const PREFIX: &str = "test-of-local-store:";

fn key(name: &str) -> String {
    format!("{PREFIX}{name}")
}

#[wasm_bindgen_test]
fn texts_are_read_back_as_they_were_written() {
    let store = LocalStore::open().unwrap();
    let key = key("text");
    assert_eq!(store.read(&key), Ok(None));
    for text in ["", " ", "\"quoted\"", "null", "ä€𝄞\u{0}\u{feff}\r\n", &"x".repeat(100_000)]
    {
        store.write(&key, text).unwrap();
        assert_eq!(store.read(&key).unwrap().as_deref(), Some(text));
    }
    store.remove(&key).unwrap();
    assert_eq!(store.read(&key), Ok(None));
    assert_eq!(store.remove(&key), Ok(()));
}

#[wasm_bindgen_test]
fn keys_are_those_of_the_whole_host() {
    let store = LocalStore::open().unwrap();
    let own = || {
        let mut keys = store.keys().unwrap();
        keys.retain(|key| key.starts_with(PREFIX));
        keys.sort();
        keys
    };
    assert_eq!(own(), Vec::<String>::new());
    store.write(&key("b"), "2").unwrap();
    store.write(&key("a"), "1").unwrap();
    assert_eq!(own(), [key("a"), key("b")]);
    for key in own() {
        store.remove(&key).unwrap();
    }
    assert_eq!(own(), Vec::<String>::new());
}

#[wasm_bindgen_test]
fn a_full_store_says_so_and_keeps_the_old_text() {
    let store = LocalStore::open().unwrap();
    let (filling, kept) = (key("filling"), key("kept"));
    store.write(&kept, "before").unwrap();
    let mut size = 1 << 22;
    let mut fits = String::new();
    while size > 0 {
        let more = fits.clone() + &"x".repeat(size);
        match store.write(&filling, &more) {
            Ok(()) => fits = more,
            Err(error) => {
                assert_eq!(error, StoreError::QuotaExceeded);
                size /= 2;
            }
        }
    }
    assert!(fits.len() > 1_000_000, "{} characters fit", fits.len());
    assert_eq!(store.write(&kept, "much longer than before"), Err(StoreError::QuotaExceeded));
    assert_eq!(store.read(&kept).unwrap().as_deref(), Some("before"));
    assert_eq!(store.read(&filling).unwrap().map(|text| text.len()), Some(fits.len()));

    let library = Library::new(LocalStore::open().unwrap());
    let saved = library.save("full", &Draft::default(), Timestamp(1), None);
    assert_eq!(saved, Err(SaveError::Store(StoreError::QuotaExceeded)));
    assert_eq!(library.open("full"), Ok(Opened::Nothing));

    store.remove(&filling).unwrap();
    assert_eq!(store.write(&kept, "much longer than before"), Ok(()));
    store.remove(&kept).unwrap();
}

#[wasm_bindgen_test]
fn a_library_saves_opens_and_deletes_only_its_own() {
    let store = LocalStore::open().unwrap();
    let foreign = key("foreign");
    store.write(&foreign, "not ours").unwrap();
    let library = Library::new(store);
    library.delete_everything().unwrap();
    assert_eq!(library.latest(), Ok(Opened::Nothing));

    let mut file = CaseFile::new("2026-01".parse().unwrap());
    file.set_title("Auth service").unwrap();
    let draft = Draft::new(file);
    let first = library.save("a", &draft, Timestamp(1), None).unwrap();
    let opened = Opened::Draft {
        id: "a".to_owned(),
        draft: Box::new(draft.clone()),
        revision: first,
        saved_at: Timestamp(1),
    };
    assert_eq!(library.latest(), Ok(opened));
    let conflict = SaveError::Conflict { expected: None, found: Some(Revision(1)) };
    assert_eq!(library.save("a", &draft, Timestamp(2), None), Err(conflict));
    assert_eq!(library.save("a", &draft, Timestamp(2), Some(first)), Ok(Revision(2)));

    library.delete_everything().unwrap();
    assert_eq!(library.latest(), Ok(Opened::Nothing));
    assert_eq!(store.read(&foreign).unwrap().as_deref(), Some("not ours"));
    store.remove(&foreign).unwrap();
}
