//! `simulate`: what may come of an uncertain case, for scripts.

use std::rc::Rc;

use groundwork_model::{evaluation::evaluate, simulation::DEFAULT_DRAWS};
use groundwork_report::formats::simulated::simulated;
use js_sys::{Function, Promise};
use serde_json::Value;
use wasm_bindgen::JsValue;

use super::{
    border::{json_text, thrown, to_js},
    read_file,
};
use crate::browser::simulator::{News, Question, ask};

/// How many draws may be asked for.
const DRAWS: std::ops::RangeInclusive<f64> = 100.0..=1_000_000.0;

/// A question with the paths of what its case file holds and nobody here reads.
type Asked = (Question, Vec<String>);

/// `simulate(case, { draws: 10000 }) -> promise of results`
#[expect(clippy::unnecessary_wraps, reason = "one signature for all functions of the API")]
pub(super) fn api_simulate(case: &JsValue, options: &JsValue) -> Result<JsValue, String> {
    let mut asked = Some(read(case, options));
    let promise = Promise::new(&mut |resolve, reject| match asked.take() {
        Some(Ok(asked)) => answer(asked, resolve, reject),
        Some(Err(message)) => settle(&reject, &thrown(&message)),
        None => (),
    });
    Ok(promise.into())
}

fn answer((question, unused): Asked, resolve: Function, reject: Function) {
    let case = question.case.clone();
    let hear = move |news| match news {
        News::Progress(_) => (),
        News::Failed(sentence) => settle(&reject, &thrown(&sentence)),
        News::Done(simulation) => {
            let evaluation = evaluate(&case).with_simulation(*simulation);
            match to_js(&simulated(&evaluation, &unused)) {
                Ok(results) => settle(&resolve, &results),
                Err(message) => settle(&reject, &thrown(&message)),
            }
        }
    };
    ask(question, Rc::new(hear));
}

fn settle(promise: &Function, value: &JsValue) {
    // To settle a promise never throws.
    let _ = promise.call1(&JsValue::UNDEFINED, value);
}

fn read(case: &JsValue, options: &JsValue) -> Result<Asked, String> {
    let file = read_file(case)?;
    let draws = read_draws(options)?;
    let case = file.to_case().map_err(|problems| problems.to_string())?;
    Ok((Question { case, text: file.encode(), draws }, file.unused()))
}

/// How many draws are asked for, where no other option is one this release does not have.
fn read_draws(options: &JsValue) -> Result<u32, String> {
    if options.is_undefined() {
        return Ok(DEFAULT_DRAWS);
    }
    let options: Value = serde_json::from_str(&json_text(options, "options")?)
        .map_err(|error| format!("options is not JSON: {error}"))?;
    let options = options.as_object().ok_or("options must be an object")?;
    let mut draws = DEFAULT_DRAWS;
    for (name, value) in options {
        if name != "draws" {
            return Err(format!("options.{name} is not known; there is draws"));
        }
        let whole = |number: &f64| DRAWS.contains(number) && *number <= number.floor();
        let Some(number) = value.as_f64().filter(whole) else {
            return Err(format!(
                "options.draws is {value}; it must be a whole number from 100 to 1,000,000"
            ));
        };
        // Just checked.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let number = number as u32;
        draws = number;
    }
    Ok(draws)
}
