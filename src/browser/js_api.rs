//! `window.groundwork`: the calculation for scripts, tests and embedding pages.
//!
//! Cases and results are the JSON of the case file and cross the border as JSON text: what a script
//! hands over is read by the decoder that reads files, with the same limits and the same messages.

use groundwork_cases::{
    case_file::CaseFile,
    link::{MAX_LINK_CHARS, from_link, to_link},
    problem::ProblemKind,
};
use groundwork_model::{
    case::Case,
    evaluation::evaluate,
    solve::{Target, solve},
};
use groundwork_report::{
    document::Writer,
    formats::{
        BriefFormat,
        results::{results, solution},
        strategies::strategies,
        written,
    },
    narrative::brief::brief,
    wording::NumberStyle,
};
use js_sys::{Error, Function, JSON, Object, Reflect};
use serde_json::Value;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};

use super::{document::language, number_style::number_style};

/// The length a brief has so far.
const LENGTH: &str = "page";
use super::fragment::page_address;

/// Name of the object on `window`, and of the event that announces it.
const NAME: &str = "groundwork";
const READY_EVENT: &str = "groundwork:ready";

/// Puts the API on `window` and announces it with a `groundwork:ready` event.
pub fn announce() {
    let Some(window) = web_sys::window() else { return };
    let api = Object::new();
    let set = |name: &str, value: &JsValue| Reflect::set(&api, &name.into(), value).is_ok();
    let is_complete = set("version", &env!("CARGO_PKG_VERSION").into())
        && set("evaluate", &one_argument(api_evaluate))
        && set("solve", &two_arguments(api_solve))
        && set("strategies", &one_argument(api_strategies))
        && set("brief", &two_arguments(api_brief))
        && set("toLink", &one_argument(api_to_link))
        && set("fromLink", &one_argument(api_from_link))
        && Reflect::set(&window, &NAME.into(), &api).is_ok();
    if is_complete && let Ok(event) = web_sys::CustomEvent::new(READY_EVENT) {
        // Nobody may be listening, and whether anybody stopped the event does not matter.
        let _ = window.dispatch_event(&event);
    }
}

/// `evaluate(case) -> results`
fn api_evaluate(case: &JsValue) -> Result<JsValue, String> {
    let (case, unused) = read_case(case)?;
    to_js(&results(&evaluate(&case), &unused, &NumberStyle::default()))
}

/// `solve(case, { input, target: { npv } | { payback_months } | { roi } }) -> solution`
fn api_solve(case: &JsValue, question: &JsValue) -> Result<JsValue, String> {
    let (case, _) = read_case(case)?;
    let question: Value = serde_json::from_str(&json_text(question, "question")?)
        .map_err(|error| format!("question is not JSON: {error}"))?;
    let path = question["input"].as_str().ok_or("question.input is missing; it must be a path")?;
    let input = case
        .input_at(path)
        .ok_or_else(|| format!("question.input is \"{path}\"; this case has no such number"))?;
    let answer = solve(&case, input, read_target(&question["target"])?);
    to_js(&solution(&answer.map_err(|error| format!("{path}: {error}"))?))
}

/// `strategies(case) -> { months, basis, lines, standing_still, best_path }`
fn api_strategies(case: &JsValue) -> Result<JsValue, String> {
    let (case, _) = read_case(case)?;
    to_js(&strategies(&evaluate(&case).with_comparison()))
}

/// `toLink(case) -> address`
fn api_to_link(case: &JsValue) -> Result<JsValue, String> {
    let file = read_file(case)?;
    let problems = file.readable().problems.0.into_iter();
    let wrong = problems.filter(|problem| problem.kind != ProblemKind::Missing);
    let wrong: Vec<String> = wrong.map(|problem| problem.to_string()).collect();
    if !wrong.is_empty() {
        return Err(wrong.join("\n"));
    }
    let link = to_link(&file);
    if link.len() > MAX_LINK_CHARS {
        return Err(format!(
            "case: its link has {} characters; a link has at most {MAX_LINK_CHARS}",
            link.len()
        ));
    }
    Ok([page_address().as_str(), "#", &link].concat().into())
}

/// `fromLink(text) -> case`; the text is an address or its fragment.
fn api_from_link(text: &JsValue) -> Result<JsValue, String> {
    let text = text.as_string().ok_or("link must be a text")?;
    let file = from_link(&text).map_err(|error| format!("link: {error}"))?;
    parsed(&file.encode())
}

fn read_target(target: &Value) -> Result<Target, String> {
    const KINDS: &str = "{ npv }, { payback_months } or { roi } with a number";
    let fields = target.as_object().ok_or(format!("question.target must be {KINDS}"))?;
    let mut entries = fields.iter();
    let (Some((name, value)), None) = (entries.next(), entries.next()) else {
        return Err(format!("question.target must have one field: {KINDS}"));
    };
    let number = value
        .as_f64()
        .ok_or_else(|| format!("question.target.{name} is {value}; it must be a number"))?;
    match name.as_str() {
        "npv" => Ok(Target::Npv(number)),
        "payback_months" => Ok(Target::PaybackMonths(number)),
        "roi" => Ok(Target::Roi(number)),
        _ => Err(format!("question.target.{name} is not known; it must be {KINDS}")),
    }
}

/// `brief(case, { length: "page", format: "markdown" | "html" | "text" }) -> text`
///
/// Numbers are written as the page writes them in this browser.
fn api_brief(case: &JsValue, options: &JsValue) -> Result<JsValue, String> {
    let file = read_file(case)?;
    let case = file.to_case().map_err(|problems| problems.to_string())?;
    let format = read_format(options)?;
    let evaluation = evaluate(&case).with_comparison();
    let style = number_style(&language(), file.currency());
    let writer = Writer { evaluation: &evaluation, style: &style };
    Ok(written(&brief(writer, file.title()), format).into())
}

/// The format that is asked for, where no other option is one this release does not have.
fn read_format(options: &JsValue) -> Result<BriefFormat, String> {
    const FORMATS: &str = "\"markdown\", \"html\" or \"text\"";
    if options.is_undefined() {
        return Ok(BriefFormat::Markdown);
    }
    let options: Value = serde_json::from_str(&json_text(options, "options")?)
        .map_err(|error| format!("options is not JSON: {error}"))?;
    let options = options.as_object().ok_or("options must be an object")?;
    let mut format = BriefFormat::Markdown;
    for (name, value) in options {
        let refused = |accepted| Err(format!("options.{name} is {value}; it must be {accepted}"));
        match name.as_str() {
            "length" if value.as_str() == Some(LENGTH) => (),
            "length" => return refused(["\"", LENGTH, "\""].concat()),
            "format" => match value.as_str().and_then(BriefFormat::of_name) {
                Some(known) => format = known,
                None => return refused(FORMATS.to_owned()),
            },
            _ => return Err(format!("options.{name} is not known; there are length and format")),
        }
    }
    Ok(format)
}

/// The case, and the paths of what the file holds and nobody here reads.
fn read_case(case: &JsValue) -> Result<(Case, Vec<String>), String> {
    let file = read_file(case)?;
    let case = file.to_case().map_err(|problems| problems.to_string())?;
    Ok((case, file.unused()))
}

fn read_file(case: &JsValue) -> Result<CaseFile, String> {
    let text = json_text(case, "case")?;
    CaseFile::decode(&text).map_err(|error| format!("case: {error}"))
}

/// A JavaScript value as JSON. Numbers that JSON cannot hold become their names, so that a message
/// can say what stood there.
fn json_text(value: &JsValue, what: &str) -> Result<String, String> {
    let named = Closure::<dyn Fn(JsValue, JsValue) -> JsValue>::new(|_key, value: JsValue| {
        match value.as_f64() {
            Some(number) if number.is_nan() => JsValue::from_str("NaN"),
            Some(f64::INFINITY) => JsValue::from_str("Infinity"),
            Some(f64::NEG_INFINITY) => JsValue::from_str("-Infinity"),
            _ => value,
        }
    });
    let replacer: &Function = named.as_ref().unchecked_ref();
    JSON::stringify_with_replacer(value, replacer)
        .ok()
        .and_then(|text| text.as_string())
        .ok_or_else(|| format!("{what} must be an object that can be written as JSON"))
}

fn to_js(value: &Value) -> Result<JsValue, String> {
    parsed(&value.to_string())
}

fn parsed(json: &str) -> Result<JsValue, String> {
    JSON::parse(json).map_err(|_| "the result could not be handed over".to_owned())
}

fn one_argument(call: fn(&JsValue) -> Result<JsValue, String>) -> JsValue {
    let call = move |argument: JsValue| call(&argument).map_err(|message| thrown(&message));
    Closure::<dyn Fn(JsValue) -> Result<JsValue, JsValue>>::new(call).into_js_value()
}

fn two_arguments(call: fn(&JsValue, &JsValue) -> Result<JsValue, String>) -> JsValue {
    let call = move |first: JsValue, second: JsValue| {
        call(&first, &second).map_err(|message| thrown(&message))
    };
    Closure::<dyn Fn(JsValue, JsValue) -> Result<JsValue, JsValue>>::new(call).into_js_value()
}

fn thrown(message: &str) -> JsValue {
    Error::new(message).into()
}
