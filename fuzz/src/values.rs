//! New texts from old ones, a value at a time.
//!
//! Changing bytes seldom gives a whole case with one wrong field. So half of the new texts come from
//! reading the old one, or a case that has every field, as JSON and changing values in it: by odd
//! ones, by other ones of the text, or by those of such a case.

use std::sync::LazyLock;

use fastrand::Rng;
use libfuzzer_sys::fuzzer_mutate;
use serde_json::{Map, Value};

/// Cases that have every field between them.
static WHOLE: LazyLock<[Value; 2]> = LazyLock::new(|| {
    [include_str!("../../tests/cases/everything.json"), include_str!("../../tests/cases/plan.json")]
        .map(|text| serde_json::from_str(text).expect("cases of the tests are JSON"))
});

/// What the values of fields are replaced by, as it stands in the text; not all of it is JSON.
const ODD: &[&str] = &[
    "null",
    "true",
    "false",
    "0",
    "-0",
    "-0.0",
    "1",
    "-1",
    "0.5",
    "1.5",
    "2",
    "3",
    "12",
    "120",
    "121",
    "200",
    "255",
    "256",
    "65536",
    "4294967296",
    "9007199254740993",
    "18446744073709551616",
    "1e12",
    "1e13",
    "-1e13",
    "1e-10",
    "1e-400",
    "5e-324",
    "1e308",
    "1e999",
    "0.1e",
    "01",
    "0.30000000000000004",
    "123456789012345678901234567890.123456789",
    "NaN",
    "tru",
    "\"\"",
    "\" \"",
    "\"\\t\"",
    "\"\\u2066\"",
    "\"\\u0085\"",
    "\"\u{e9}\"",
    "\".\"",
    "\"0.5\"",
    "\"x\"",
    "\"a\\u0000b\"",
    "\"\\ud800\"",
    "\"\u{202e}\"",
    "\"2026-13\"",
    "\"9999-12\"",
    "\"0000-00\"",
    "\"cash\"",
    "\"capacity\"",
    "\"risk\"",
    "\"money\"",
    "\"debt\"",
    "\"now\"",
    "\"later\"",
    "\"typed\"",
    "\"suggested\"",
    "\"incidents\"",
    "\"other\"",
    "\"accept\"",
    "\"big_bang\"",
    "\"groundwork-case\"",
    "\"groundwork-export\"",
    "\"efficiency.now\"",
    "\"benefits.b1.per_year_now\"",
    "[]",
    "[[]]",
    "[1]",
    "[{}]",
    "[null,0,\"\"]",
    "{}",
    "{\"x\":1}",
    "{\"__proto__\":1}",
    "{\"low\":0.1}",
    "{\"low\":0.1,\"likely\":0.5,\"high\":0.9}",
    "{\"low\":0.9,\"likely\":0.5,\"high\":0.1}",
    "{\"low\":0.5,\"likely\":0.5,\"high\":0.5}",
    "{\"low\":\"x\",\"likely\":1,\"high\":2}",
    "{\"low\":0.1,\"likely\":0.5,\"high\":0.9,\"x\":1}",
    "[[[[[[[[[[",
    "{\"a\":",
    "",
];
/// Stands for an odd value until the text is written.
const MARK: &str = "\u{1}odd";
/// Stands for a name that its object has already, until the text is written.
const AGAIN: &str = "\u{1}again";
/// A text with more values is changed no further.
const MOST_VALUES: usize = 2_000;

/// Changes the first `size` bytes of `data`, to `max_size` at most, and gives the new size.
pub fn mutate(data: &mut [u8], size: usize, max_size: usize, seed: u32) -> usize {
    let mut random = Rng::with_seed(seed.into());
    let changed = if random.bool() { changed(&data[..size], &mut random) } else { None };
    match changed {
        Some(text) if text.len() <= max_size => {
            data[..text.len()].copy_from_slice(text.as_bytes());
            text.len()
        }
        _ => fuzzer_mutate(data, size, max_size),
    }
}

/// Joins two texts into `out` and gives the size of what was written.
pub fn cross(first: &[u8], second: &[u8], out: &mut [u8], seed: u32) -> usize {
    let mut random = Rng::with_seed(seed.into());
    let text = if random.u8(..4) == 0 { None } else { crossed(first, second, &mut random) };
    let bytes = match text {
        Some(text) if text.len() <= out.len() => text.into_bytes(),
        _ => {
            let (head, tail) = (random.usize(..=first.len()), random.usize(..=second.len()));
            [&first[..head], &second[tail..]].concat()
        }
    };
    let size = bytes.len().min(out.len());
    out[..size].copy_from_slice(&bytes[..size]);
    size
}

/// The first text with values of the second, mostly at the same places, where both are JSON.
fn crossed(first: &[u8], second: &[u8], random: &mut Rng) -> Option<String> {
    let mut document: Value = serde_json::from_slice(first).ok()?;
    let other: Value = serde_json::from_slice(second).ok()?;
    let places = places(&other);
    for _ in 0..random.usize(1..=6) {
        let from = &places[random.usize(..places.len())];
        let to = if random.u8(..4) == 0 { &places[random.usize(..places.len())] } else { from };
        put(&mut document, to, other.pointer(from)?.clone());
    }
    serde_json::to_string(&document).ok()
}

/// Another text: a whole case changed, or this text, where it is JSON.
fn changed(text: &[u8], random: &mut Rng) -> Option<String> {
    let mut document: Value = if random.u8(..4) == 0 {
        WHOLE[random.usize(..WHOLE.len())].clone()
    } else {
        serde_json::from_slice(text).ok()?
    };
    let mut odd = None;
    let mut again = None;
    let most = if random.u8(..4) == 0 { 12 } else { 3 };
    for _ in 0..random.usize(1..=most) {
        let places = places(&document);
        if places.len() > MOST_VALUES {
            break;
        }
        let place = &places[random.usize(..places.len())];
        match random.u8(..16) {
            0 | 1 => remove(&mut document, place),
            2 | 3 => {
                let other = document.pointer(&places[random.usize(..places.len())]).cloned();
                put(&mut document, place, other?);
            }
            4..=6 => {
                let whole = &WHOLE[random.usize(..WHOLE.len())];
                let places = self::places(whole);
                let place = &places[random.usize(..places.len())];
                put(&mut document, place, whole.pointer(place)?.clone());
            }
            7 | 8 => repeat(&mut document, place, random),
            9 => rename(&mut document, place, &places, random),
            10 if again.is_none() => again = say_again(&mut document, place, random),
            _ if odd.is_none() => {
                put(&mut document, place, MARK.into());
                odd = Some(ODD[random.usize(..ODD.len())]);
            }
            _ => (),
        }
    }
    let mut text = serde_json::to_string(&document).ok()?;
    if let Some(odd) = odd {
        text = text.replace(&written(MARK)?, odd);
    }
    if let Some(again) = again {
        text = text.replace(&written(AGAIN)?, &written(&again)?);
    }
    Some(text)
}

/// `text` as it stands in JSON.
fn written(text: &str) -> Option<String> {
    serde_json::to_string(text).ok()
}

/// Every place of a document, as JSON pointers (RFC 6901); the whole comes first.
fn places(document: &Value) -> Vec<String> {
    let mut places = vec![String::new()];
    let mut next = 0;
    while let Some(place) = places.get(next).cloned() {
        match document.pointer(&place) {
            Some(Value::Object(fields)) => places.extend(
                fields
                    .keys()
                    .map(|name| format!("{place}/{}", name.replace('~', "~0").replace('/', "~1"))),
            ),
            Some(Value::Array(items)) => {
                places.extend((0..items.len()).map(|index| format!("{place}/{index}")));
            }
            _ => (),
        }
        next += 1;
    }
    places
}

/// Puts a value at a place; objects on the way there are made.
fn put(document: &mut Value, place: &str, value: Value) {
    let mut at = document;
    for name in place.split('/').skip(1) {
        at = match at {
            Value::Array(items) => {
                let index = name.parse().unwrap_or(0).min(items.len());
                if index == items.len() {
                    items.push(Value::Null);
                }
                &mut items[index]
            }
            at => {
                if !at.is_object() {
                    *at = Map::new().into();
                }
                at.as_object_mut().expect("it is one now").entry(name).or_insert(Value::Null)
            }
        };
    }
    *at = value;
}

fn remove(document: &mut Value, place: &str) {
    let Some((parent, name)) = place.rsplit_once('/') else { return };
    match document.pointer_mut(parent) {
        Some(Value::Object(fields)) => drop(fields.remove(name)),
        Some(Value::Array(items)) => drop(items.remove(name.parse().expect("an index"))),
        _ => (),
    }
}

/// Gives a field the name of another.
fn rename(document: &mut Value, place: &str, places: &[String], random: &mut Rng) {
    let Some((parent, _)) = place.rsplit_once('/') else { return };
    let other = &places[random.usize(..places.len())];
    let (Some((_, name)), Some(value)) = (other.rsplit_once('/'), document.pointer(place)) else {
        return;
    };
    let value = value.clone();
    remove(document, place);
    put(document, &format!("{parent}/{name}"), value);
}

/// Adds a field under a name that the object has already, and gives that name.
fn say_again(document: &mut Value, place: &str, random: &mut Rng) -> Option<String> {
    let fields =
        document.pointer_mut(place)?.as_object_mut().filter(|fields| !fields.is_empty())?;
    let name = fields.keys().nth(random.usize(..fields.len()))?.clone();
    let value = fields.values().nth(random.usize(..fields.len()))?.clone();
    fields.insert(AGAIN.to_owned(), value);
    Some(name)
}

/// Makes a list or a text as long as its limit, about, or several times as long; a number larger or
/// smaller.
fn repeat(document: &mut Value, place: &str, random: &mut Rng) {
    let times = [2, 3, 10][random.usize(..3)];
    match document.pointer_mut(place) {
        Some(Value::Array(items)) => {
            let limits = [39, 40, 41, 199, 200, 201, items.len() * times];
            let length = limits[random.usize(..limits.len())];
            *items = items.iter().cycle().take(length).cloned().collect();
        }
        Some(Value::String(text)) => {
            let limits = [1999, 2000, 2001, text.chars().count() * times];
            *text = text.chars().cycle().take(limits[random.usize(..limits.len())]).collect();
        }
        Some(number @ Value::Number(_)) => {
            let factor = [times as f64, 1.0 / times as f64, -1.0, random.f64()];
            *number = (number.as_f64().unwrap_or(1.0) * factor[random.usize(..4)]).into();
        }
        _ => (),
    }
}
