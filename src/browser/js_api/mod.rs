//! `window.groundwork`: the calculation for scripts, tests and embedding pages.
//!
//! Cases and results are the JSON of the case file and cross the border as JSON text: what a script
//! hands over is read by the decoder that reads files, with the same limits and the same messages.

mod border;
mod brief;
mod simulate;

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
    formats::{
        results::{results, solution},
        strategies::strategies,
    },
    wording::NumberStyle,
};
use js_sys::{Object, Reflect};
use serde_json::Value;
use wasm_bindgen::JsValue;

use self::{
    border::{json_text, one_argument, parsed, to_js, two_arguments},
    brief::api_brief,
    simulate::api_simulate,
};
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
        && set("simulate", &two_arguments(api_simulate))
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
