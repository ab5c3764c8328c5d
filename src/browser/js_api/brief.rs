//! `brief`: the text of the page for scripts.

use groundwork_model::{
    evaluation::evaluate,
    simulation::{DEFAULT_DRAWS, is_uncertain, simulate},
};
use groundwork_report::{
    document::Writer,
    formats::{BriefFormat, written},
    narrative::brief::brief_read_in,
};
use serde_json::Value;
use wasm_bindgen::JsValue;

use super::{border::json_text, read_file};
use crate::browser::{clock::this_month, document::language, number_style::number_style};

/// The length a brief has so far.
const LENGTH: &str = "page";

/// `brief(case, { length: "page", format: "markdown" | "html" | "text" }) -> text`
///
/// Numbers are written as the page writes them in this browser.
pub(super) fn api_brief(case: &JsValue, options: &JsValue) -> Result<JsValue, String> {
    let file = read_file(case)?;
    let case = file.to_case().map_err(|problems| problems.to_string())?;
    let format = read_format(options)?;
    let evaluation = evaluate(&case).with_comparison();
    let evaluation = if is_uncertain(&case) {
        evaluation.with_simulation(simulate(&case, DEFAULT_DRAWS))
    } else {
        evaluation
    };
    let style = number_style(&language(), file.currency());
    let writer = Writer { evaluation: &evaluation, style: &style };
    Ok(written(&brief_read_in(writer, file.title(), Some(this_month())), format).into())
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
