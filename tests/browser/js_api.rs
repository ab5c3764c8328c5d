//! `window.groundwork` as a script meets it.

use std::{cell::Cell, rc::Rc};

use groundwork::browser::js_api::announce;
use js_sys::{Error, Function, JSON, Reflect};
use serde_json::Value;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_test::wasm_bindgen_test;

const SEED: &str = include_str!("../cases/seed.json");
const RESULTS: &str = include_str!("../golden/results/seed.json");

#[wasm_bindgen_test]
fn the_api_is_announced_once_it_is_there() {
    let window = web_sys::window().unwrap();
    let was_there = Rc::new(Cell::new(None));
    let heard = Rc::clone(&was_there);
    let listener = Closure::<dyn Fn()>::new(move || {
        heard.set(Some(api().is_object()));
    });
    let function: &Function = listener.as_ref().unchecked_ref();
    window.add_event_listener_with_callback("groundwork:ready", function).unwrap();
    announce();
    window.remove_event_listener_with_callback("groundwork:ready", function).unwrap();
    assert_eq!(was_there.get(), Some(true));
    let version = Reflect::get(&api(), &"version".into()).unwrap();
    assert_eq!(version.as_string().as_deref(), Some(env!("CARGO_PKG_VERSION")));
}

#[wasm_bindgen_test]
fn evaluating_the_seed_case_gives_the_golden_results() {
    let results = call("evaluate", &[SEED]).unwrap();
    assert_eq!(results, serde_json::from_str::<Value>(&as_javascript(RESULTS)).unwrap());
}

#[wasm_bindgen_test]
fn solving_gives_the_value_and_what_it_means() {
    let question = r#"{ "input": "investment.amount", "target": { "npv": 0 } }"#;
    let solution = call("solve", &[SEED, question]).unwrap();
    let value = solution["value"].as_f64().unwrap();
    assert!((value - 552_448.98).abs() < 1.0, "{value}");
    assert_eq!(solution["met_today"], Value::Bool(true));
}

#[wasm_bindgen_test]
fn bad_input_throws_an_error_that_names_it() {
    let bad = SEED.replace("0.7", "1.7");
    let message = call("evaluate", &[&bad]).unwrap_err();
    for part in ["efficiency.now", "1.7", "0.01 to 1"] {
        assert!(message.contains(part), "{message}");
    }
    assert!(call("solve", &[SEED, "{}"]).unwrap_err().contains("question.input is missing"));
    assert!(call("evaluate", &[SEED]).is_ok(), "an error leaves the API as it was");
}

#[wasm_bindgen_test]
fn a_brief_is_one_page_of_markdown_unless_another_format_is_asked_for() {
    let brief = |options: &str| call("brief", &[SEED, options]).unwrap();
    let markdown = call("brief", &[SEED]).unwrap();
    assert!(markdown.as_str().unwrap().starts_with("# Pay down auth"), "{markdown}");
    assert_eq!(brief("{}"), markdown);
    assert_eq!(brief(r#"{ "length": "page", "format": "markdown" }"#), markdown);
    let html = brief(r#"{ "format": "html" }"#);
    assert!(html.as_str().unwrap().starts_with("<!doctype html>"), "{html}");
    let text = brief(r#"{ "format": "text" }"#);
    assert!(text.as_str().unwrap().contains("$600k"), "{text}");
}

#[wasm_bindgen_test]
fn an_option_of_a_brief_that_is_not_there_is_named_with_what_is_accepted() {
    for (options, message) in [
        (r#"{ "length": "pitch" }"#, r#"options.length is "pitch"; it must be "page""#),
        (r#"{ "format": 5 }"#, r#"options.format is 5; it must be "markdown", "html" or "text""#),
        (r#"{ "lenght": "page" }"#, "options.lenght is not known; there are length and format"),
        ("[]", "options must be an object"),
        (r#""html""#, "options must be an object"),
        ("null", "options must be an object"),
    ] {
        assert_eq!(call("brief", &[SEED, options]).unwrap_err(), message);
    }
    let incomplete = r#"{ "format": "groundwork-case", "version": 1 }"#;
    assert!(call("brief", &[incomplete]).unwrap_err().contains("efficiency.now"));
}

#[wasm_bindgen_test]
fn a_case_becomes_a_link_and_the_link_the_case() {
    let link = call("toLink", &[SEED]).unwrap();
    let address = link.as_str().unwrap();
    let page = groundwork::browser::fragment::page_address();
    assert!(address.starts_with(&format!("{page}#case=1.")), "{address}");
    let case = call("fromLink", &[&link.to_string()]).unwrap();
    assert_eq!(case, serde_json::from_str::<Value>(&as_javascript(SEED)).unwrap());
    let fragment = &address[address.find("case=").unwrap()..];
    assert_eq!(call("fromLink", &[&Value::from(fragment).to_string()]).unwrap(), case);
}

#[wasm_bindgen_test]
fn a_link_that_gives_no_case_throws_its_sentence() {
    let link = call("toLink", &[SEED]).unwrap();
    let link = link.as_str().unwrap();
    let message = |text: &str| call("fromLink", &[&Value::from(text).to_string()]).unwrap_err();
    assert!(message(&link[..link.len() - 20]).contains("cut off"));
    assert!(message(&link.replace("case=1.", "case=2.")).contains("later release"));
    assert!(message("https://example.org/").contains("no link to a case"));
    assert!(call("fromLink", &["7"]).unwrap_err().contains("link must be a text"));
    assert!(call("toLink", &["[]"]).unwrap_err().contains("case: "));
}

#[wasm_bindgen_test]
fn what_cannot_be_used_is_named_before_it_is_sent_to_anybody() {
    let case = r#"{ "format": "groundwork-case", "version": 1, "currency": "dollars",
        "efficiency": { "now": 9 } }"#;
    let message = call("toLink", &[case]).unwrap_err();
    assert!(message.contains("efficiency.now is 9; it must be 0.01 to 1"), "{message}");
    assert!(message.contains("currency is \"dollars\""), "{message}");
    // What is merely missing can come later.
    let begun = r#"{ "format": "groundwork-case", "version": 1, "efficiency": { "now": 0.7 } }"#;
    assert!(call("toLink", &[begun]).is_ok());
}

fn api() -> JsValue {
    Reflect::get(&web_sys::window().unwrap(), &"groundwork".into()).unwrap()
}

/// Calls a function of the API with arguments given as JSON; the message of what it throws.
fn call(name: &str, arguments: &[&str]) -> Result<Value, String> {
    announce();
    let function: Function = Reflect::get(&api(), &name.into()).unwrap().unchecked_into();
    let arguments = arguments.iter().map(|text| JSON::parse(text).unwrap()).collect();
    let answer = function.apply(&JsValue::NULL, &arguments);
    let answer =
        answer.map_err(|thrown| String::from(thrown.unchecked_into::<Error>().message()))?;
    let text = String::from(JSON::stringify(&answer).unwrap());
    Ok(serde_json::from_str(&text).unwrap())
}

/// JSON as JavaScript writes it: 2000000 instead of 2000000.0.
fn as_javascript(text: &str) -> String {
    JSON::stringify(&JSON::parse(text).unwrap()).unwrap().into()
}
