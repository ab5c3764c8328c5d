//! What a fuzzer found worth keeping, once more.

#[path = "../../../../fuzz/src/properties.rs"]
#[allow(unreachable_pub, reason = "the fuzz targets call it from outside")]
mod fuzzing;

use std::{fs, path::Path};

/// Every text that was kept for a fuzz target.
fn replay(target: &str, check: fn(&[u8])) {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus").join(target);
    let mut count = 0;
    for entry in fs::read_dir(corpus).unwrap() {
        check(&fs::read(entry.unwrap().path()).unwrap());
        count += 1;
    }
    assert!(count > 20, "only {count} texts for {target}");
}

#[test]
fn what_must_hold_holds_for_every_link_of_the_corpus() {
    replay("link", fuzzing::link);
}

#[test]
fn what_must_hold_holds_for_the_inside_of_every_link_of_the_corpus() {
    replay("link_inside", fuzzing::link_inside);
}

#[test]
fn what_must_hold_holds_for_every_file_of_the_corpus() {
    replay("file", fuzzing::file);
}
