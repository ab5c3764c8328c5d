//! The page killed between two writes, at every write of everything it does to what is stored.

use std::collections::BTreeMap;

use groundwork_cases::{
    draft::Draft,
    envelope::{Revision, Timestamp},
    example::Example,
    library::{Library, Opened, case_key},
    memory_store::MemoryStore,
    store::KeyValueStore,
    transfer::import,
};

use crate::support::january;

/// More changes than anything done here makes.
const MOST_CHANGES: usize = 40;
const DAMAGED: &str = "half of a case {";

type Texts = BTreeMap<String, String>;

fn draft(title: &str) -> Draft {
    let mut file = Example::TwoMillion.file(january());
    file.set_title(title).unwrap();
    Draft::new(file)
}

/// Three cases, the second of them open at its first revision, and a preference.
fn begin() -> MemoryStore {
    let store = MemoryStore::new();
    let library = Library::new(&store);
    for (at, id) in (1..).zip(["a", "b", "c"]) {
        library.save(id, &draft(id), Timestamp(at), None).unwrap();
    }
    store.write("groundwork:preferences", r#"{"theme":"dark"}"#).unwrap();
    store.write("other-project:settings", "not ours").unwrap();
    store
}

fn texts(store: &MemoryStore) -> Texts {
    let keys = store.keys().unwrap().into_iter();
    keys.map(|key| (key.clone(), store.read(&key).unwrap().unwrap())).collect()
}

/// Does `deed` once for every change it makes, killed before that change, and hands what was stored
/// before and what is stored after to `check`, with a library that was opened anew.
#[track_caller]
fn killed_at_every_change(
    prepare: impl Fn(&MemoryStore),
    deed: impl Fn(&Library<&MemoryStore>),
    check: impl Fn(&Texts, &Library<&MemoryStore>),
) {
    for changes in 0..MOST_CHANGES {
        let store = begin();
        prepare(&store);
        let before = texts(&store);
        store.stop_after(Some(changes));
        deed(&Library::new(&store));
        // A read costs nothing, so whether the deed was cut short shows with one more change.
        let is_complete = store.remove("nothing").is_ok();
        store.stop_after(None);
        let library = Library::new(&store);
        let list = library.list().unwrap();
        assert!(list.iter().all(|listed| listed.content.is_ok()), "after {changes} changes");
        if !list.is_empty() {
            assert!(
                matches!(library.latest(), Ok(Opened::Draft { .. })),
                "after {changes} changes"
            );
        }
        assert_eq!(texts(&store)["other-project:settings"], "not ours");
        check(&before, &library);
        if is_complete {
            assert!(changes > 0, "nothing was changed");
            return;
        }
    }
    panic!("it never came to its end");
}

fn nothing(_: &MemoryStore) {}

/// Every text of `before` is stored as it was, but for what `may_change`.
#[track_caller]
fn assert_kept(before: &Texts, library: &Library<&MemoryStore>, may_change: &[&str]) {
    let after = texts(library.store());
    for (key, text) in before {
        if key != "groundwork:index" && !may_change.contains(&key.as_str()) {
            assert_eq!(after.get(key), Some(text), "{key}");
        }
    }
}

fn titles(library: &Library<&MemoryStore>) -> Vec<String> {
    let listed = library.list().unwrap().into_iter();
    listed.map(|listed| listed.content.unwrap().title).collect()
}

#[test]
fn a_save_leaves_the_old_text_or_the_new_one() {
    let deed = |library: &Library<&MemoryStore>| {
        drop(library.save("b", &draft("b typed on"), Timestamp(9), Some(Revision(1))));
    };
    killed_at_every_change(nothing, deed, |before, library| {
        assert_kept(before, library, &["groundwork:case:b"]);
        let titles = titles(library);
        assert_eq!(titles.len(), 3);
        assert!(titles.iter().any(|title| title == "b" || title == "b typed on"), "{titles:?}");
    });
}

#[test]
fn a_copy_is_there_or_not_and_so_is_a_name() {
    let copy = |library: &Library<&MemoryStore>| drop(library.duplicate("a", "copy", Timestamp(9)));
    killed_at_every_change(nothing, copy, |before, library| {
        assert_kept(before, library, &[]);
        assert!(titles(library).len() <= 4);
    });
    let rename = |library: &Library<&MemoryStore>| {
        drop(library.rename("a", "renamed", Timestamp(9), Revision(1)));
    };
    killed_at_every_change(nothing, rename, |before, library| {
        assert_kept(before, library, &["groundwork:case:a"]);
        assert_eq!(titles(library).len(), 3);
    });
}

#[test]
fn deleting_and_bringing_back_touch_that_case_alone() {
    let delete = |library: &Library<&MemoryStore>| drop(library.delete("c"));
    killed_at_every_change(nothing, delete, |before, library| {
        assert_kept(before, library, &["groundwork:case:c"]);
    });
    let undo = |library: &Library<&MemoryStore>| {
        if let Ok(Some(deleted)) = library.delete("c") {
            drop(library.restore(&deleted));
        }
    };
    killed_at_every_change(nothing, undo, |before, library| {
        assert_kept(before, library, &["groundwork:case:c"]);
    });
}

#[test]
fn an_import_keeps_what_it_came_to_and_touches_nothing_else() {
    let store = begin();
    let exported = Library::new(&store).envelopes().unwrap();
    let file = groundwork_cases::transfer::export_all(exported.iter().map(|(_, one)| one));
    let imported = import(&file).unwrap().cases;
    let deed = |library: &Library<&MemoryStore>| {
        for (number, case) in imported.iter().enumerate() {
            drop(library.save(&format!("new-{number}"), &case.draft, Timestamp(9), None));
        }
    };
    killed_at_every_change(nothing, deed, |before, library| {
        assert_kept(before, library, &[]);
        assert!((3..=6).contains(&titles(library).len()));
    });
}

#[test]
fn deleting_everything_leaves_whole_cases_where_it_is_cut_short() {
    let deed = |library: &Library<&MemoryStore>| drop(library.delete_everything());
    killed_at_every_change(nothing, deed, |before, library| {
        for (key, text) in texts(library.store()) {
            assert_eq!(before.get(&key), Some(&text), "{key}");
        }
    });
}

#[test]
fn damaged_text_is_kept_somewhere_at_every_moment() {
    let damage = |store: &MemoryStore| store.write(&case_key("b"), DAMAGED).unwrap();
    let deed = |library: &Library<&MemoryStore>| drop(library.open("b"));
    for changes in 0..3 {
        let store = begin();
        damage(&store);
        store.stop_after(Some(changes));
        deed(&Library::new(&store));
        store.stop_after(None);
        assert!(texts(&store).values().any(|text| text == DAMAGED), "after {changes} changes");
        // Opened once more, it is set aside once and not twice.
        let library = Library::new(&store);
        deed(&library);
        assert_eq!(library.quarantined().unwrap().len(), 1);
        assert_eq!(library.look("b"), Ok(None));
        assert_eq!(titles(&library), ["c", "a"]);
    }
}
