//! Points saved of a case: kept beside it, and never in its way.

use groundwork_cases::{
    draft::Draft,
    envelope::Timestamp,
    example::Example,
    library::{Library, MOST_POINTS, Opened, Point, SaveError, case_key},
    memory_store::MemoryStore,
    store::{KeyValueStore, StoreError},
    text::TextError,
    transfer::export_all,
};
use groundwork_model::input::Input;

use crate::support::january;

fn draft(title: &str) -> Draft {
    let mut file = Example::TwoMillion.file(january());
    file.set_title(title).unwrap();
    let mut draft = Draft::new(file);
    draft.type_number(Input::Amount, "200 something", Err(())).unwrap_err();
    draft
}

fn save(library: &Library<&MemoryStore>, id: &str, at: u64) {
    library.save(id, &draft(id), Timestamp(at), None).unwrap();
}

fn names(library: &Library<&MemoryStore>, id: &str) -> Vec<String> {
    library.points(id).unwrap().into_iter().map(|point| point.name).collect()
}

fn everything(store: &MemoryStore) -> Vec<(String, Option<String>)> {
    let keys = store.keys().unwrap().into_iter();
    keys.map(|key| (key.clone(), store.read(&key).unwrap())).collect()
}

#[test]
fn a_point_holds_everything_typed_with_its_name_and_time() {
    let store = MemoryStore::new();
    let library = Library::new(&store);
    save(&library, "a", 1);
    let key = library.save_point("a", "Before", &draft("Then"), Timestamp(2)).unwrap();
    assert_eq!(key, "groundwork:point:a:1");
    let point = Point {
        key: key.clone(),
        name: "Before".to_owned(),
        saved_at: Timestamp(2),
        draft: draft("Then"),
    };
    assert_eq!(library.point(&key), Ok(Some(point.clone())));
    library.save_point("a", "", &draft("Later"), Timestamp(3)).unwrap();
    assert_eq!(names(&library, "a"), ["", "Before"]);
    assert_eq!(library.points("a").unwrap()[1], point);
    let deleted = library.delete_text(&key).unwrap().unwrap();
    assert_eq!(names(&library, "a"), [""]);
    library.restore(&deleted).unwrap();
    assert_eq!(names(&library, "a"), ["", "Before"]);
}

#[test]
fn points_belong_to_one_case_whatever_its_id() {
    let store = MemoryStore::new();
    let library = Library::new(&store);
    for id in ["a", "a:1", "", "1"] {
        library.save_point(id, id, &draft("Then"), Timestamp(1)).unwrap();
    }
    for id in ["a", "a:1", "", "1"] {
        assert_eq!(names(&library, id), [id]);
    }
}

#[test]
fn the_oldest_goes_once_the_new_one_is_kept() {
    let store = MemoryStore::new();
    let library = Library::new(&store);
    for number in 0..MOST_POINTS {
        library.save_point("a", &number.to_string(), &draft("Then"), Timestamp(1)).unwrap();
    }
    store.fail_after(Some(0));
    let error = library.save_point("a", "not kept", &draft("Now"), Timestamp(2)).unwrap_err();
    assert!(matches!(error, SaveError::Store(StoreError::Failed { .. })));
    assert_eq!(names(&library, "a").len(), MOST_POINTS);
    assert_eq!(names(&library, "a").last().unwrap(), "0");
    library.save_point("a", "new", &draft("Now"), Timestamp(3)).unwrap();
    assert_eq!(names(&library, "a").len(), MOST_POINTS);
    assert_eq!(names(&library, "a")[0], "new");
    assert_eq!(names(&library, "a").last().unwrap(), "1");
}

#[test]
fn a_point_that_cannot_be_read_disturbs_neither_the_case_nor_other_points() {
    let store = MemoryStore::new();
    let library = Library::new(&store);
    save(&library, "a", 1);
    library.save_point("a", "Whole", &draft("Then"), Timestamp(2)).unwrap();
    for (number, text) in ["", "half of a po", "null", r#"{"envelope":2}"#].iter().enumerate() {
        store.write(&format!("groundwork:point:a:{}", number + 5), text).unwrap();
    }
    assert_eq!(names(&library, "a"), ["Whole"]);
    assert!(matches!(library.open("a"), Ok(Opened::Draft { .. })));
    assert_eq!(library.list().unwrap().len(), 1);
    assert_eq!(library.quarantined(), Ok(Vec::new()));
    let key = library.save_point("a", "Next", &draft("Now"), Timestamp(3)).unwrap();
    assert_eq!(key, "groundwork:point:a:9");
    assert_eq!(store.read("groundwork:point:a:6"), Ok(Some("half of a po".to_owned())));
}

#[test]
fn deleting_a_case_takes_its_points_along_and_undo_brings_all_back() {
    let store = MemoryStore::new();
    let library = Library::new(&store);
    save(&library, "a", 1);
    save(&library, "b", 2);
    for id in ["a", "a", "b"] {
        library.save_point(id, "Then", &draft("Then"), Timestamp(3)).unwrap();
    }
    store.write("groundwork:point:a:7", "half of a po").unwrap();
    let before = everything(&store);
    let deleted = library.delete("a").unwrap().unwrap();
    assert_eq!(names(&library, "a"), [""; 0]);
    assert_eq!(names(&library, "b"), ["Then"]);
    assert_eq!(store.read("groundwork:point:a:7"), Ok(None));
    library.restore(&deleted).unwrap();
    assert_eq!(everything(&store), before);
}

#[test]
fn deleting_everything_takes_the_points_along() {
    let store = MemoryStore::new();
    let library = Library::new(&store);
    store.write("groundworks:point:a:1", "theirs").unwrap();
    save(&library, "a", 1);
    library.save_point("a", "Then", &draft("Then"), Timestamp(2)).unwrap();
    library.delete_everything().unwrap();
    assert_eq!(store.keys(), Ok(vec!["groundworks:point:a:1".to_owned()]));
}

#[test]
fn a_file_of_all_cases_holds_no_points() {
    let store = MemoryStore::new();
    let library = Library::new(&store);
    save(&library, "a", 1);
    library.save_point("a", "Then", &draft("What it was"), Timestamp(2)).unwrap();
    let envelopes = library.envelopes().unwrap();
    let text = export_all(envelopes.iter().map(|(_, envelope)| envelope));
    assert!(!text.contains("What it was"), "{text}");
}

#[test]
fn only_what_can_be_shown_on_one_line_is_a_name() {
    assert_eq!(Point::checked_name("  Before the review "), Ok("Before the review"));
    let forbidden = Err(TextError::Forbidden { character: '\n' });
    assert_eq!(Point::checked_name("two\nlines"), forbidden);
    let store = MemoryStore::new();
    let library = Library::new(&store);
    save(&library, "a", 1);
    let text = store.read(&case_key("a")).unwrap().unwrap();
    let text = text.replacen('{', "{\"name\":\"a\\u202eb\",", 1);
    store.write("groundwork:point:a:1", &text).unwrap();
    assert_eq!(names(&library, "a"), [""]);
}

#[test]
fn other_keys_are_no_points() {
    let store = MemoryStore::new();
    let library = Library::new(&store);
    save(&library, "a", 1);
    assert_eq!(library.point(&case_key("a")), Ok(None));
    assert_eq!(library.points(""), Ok(Vec::new()));
}

#[test]
fn a_case_that_is_looked_at_is_left_as_it_is() {
    let store = MemoryStore::new();
    let library = Library::new(&store);
    save(&library, "a", 7);
    assert_eq!(library.look_at("a"), Ok(Some((draft("a"), Timestamp(7)))));
    assert_eq!(library.look_at("b"), Ok(None));
    store.write(&case_key("a"), "half of a case").unwrap();
    assert_eq!(library.look_at("a"), Ok(None));
    assert_eq!(store.read(&case_key("a")), Ok(Some("half of a case".to_owned())));
}
