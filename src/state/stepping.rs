//! What the arrow keys make of the text in the field of a number.

use groundwork_model::{estimate::Estimate, input::Input};
use groundwork_report::wording::{NumberStyle, Step, stepped};

use super::entry::{editable, kind_of, read};

/// The text a step away from `text`; from nothing, the step begins at the default. Of a range, the
/// most likely value steps and keeps its order.
///
/// # Errors
///
/// A sentence where there is nothing to step from, or nowhere to step to.
pub fn step_text(
    text: &str,
    input: Input,
    step: Step,
    style: &NumberStyle,
) -> Result<String, String> {
    let estimate = if text.trim().is_empty() {
        let default = input.spec().default.and_then(|default| Estimate::exact(default).ok());
        default.ok_or("Type a figure first; the arrow keys then change it.")?
    } else {
        read(text, input, style)?.estimate
    };
    let next = stepped(estimate.likely(), kind_of(input), &input.spec().bounds, step);
    let next = if estimate.is_range() {
        let within = |next: f64| next.clamp(estimate.low(), estimate.high());
        let is_further = |next: &f64| (*next - estimate.likely()).abs() > 0.0;
        let likely = next.map(within).filter(is_further);
        likely.and_then(|likely| Estimate::range(estimate.low(), likely, estimate.high()).ok())
    } else {
        next.and_then(|next| Estimate::exact(next).ok())
    };
    let Some(next) = next else { return Err(refusal(estimate, input, step, style)) };
    Ok(editable(next, input, style))
}

/// Why there is no further step.
fn refusal(estimate: Estimate, input: Input, step: Step, style: &NumberStyle) -> String {
    let shown = style.editable(estimate.likely(), kind_of(input));
    match (estimate.is_range(), step.is_up) {
        (true, true) => {
            format!(
                "The most likely value, {shown}, is the highest of the range; type a wider one."
            )
        }
        (true, false) => {
            format!("The most likely value, {shown}, is the lowest of the range; type a wider one.")
        }
        (false, true) => format!("{shown} is the most that can stand here."),
        (false, false) => format!("{shown} is the least the arrow keys go to."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const UP: Step = Step { is_up: true, is_coarse: false };
    const DOWN: Step = Step { is_up: false, is_coarse: false };
    const FAR_UP: Step = Step { is_up: true, is_coarse: true };

    fn after(text: &str, input: Input, step: Step) -> Result<String, String> {
        step_text(text, input, step, &NumberStyle::default())
    }

    #[track_caller]
    fn check(input: Input, text: &str, step: Step, expected: &str) {
        assert_eq!(after(text, input, step).as_deref(), Ok(expected));
    }

    #[track_caller]
    fn check_refused(input: Input, text: &str, step: Step, expected: &str) {
        assert_eq!(after(text, input, step).unwrap_err(), expected);
    }

    #[test]
    fn what_was_typed_steps_in_whatever_form_it_was() {
        check(Input::EfficiencyNow, "0.7", UP, "71%");
        check(Input::EfficiencyNow, "70", FAR_UP, "80%");
        check(Input::AnnualCost, "2 million", UP, "$2,020,000");
        check(Input::InvestmentMonths, "3 months", DOWN, "2");
    }

    #[test]
    fn an_empty_field_steps_from_its_default() {
        check(Input::HorizonMonths, "", UP, "25");
        check_refused(
            Input::AnnualCost,
            " ",
            UP,
            "Type a figure first; the arrow keys then change it.",
        );
    }

    #[test]
    fn a_range_steps_inside_itself() {
        check(Input::EfficiencyAfter, "80..90..95", UP, "80% .. 91% .. 95%");
        check(Input::EfficiencyAfter, "80..94..95", FAR_UP, "80% .. 95% .. 95%");
        check_refused(
            Input::EfficiencyAfter,
            "80..95..95",
            UP,
            "The most likely value, 95%, is the highest of the range; type a wider one.",
        );
    }

    #[test]
    fn limits_are_said() {
        check_refused(Input::EfficiencyNow, "100%", UP, "100% is the most that can stand here.");
        check_refused(Input::HorizonMonths, "1", DOWN, "1 is the least the arrow keys go to.");
        assert!(after("plenty", Input::EfficiencyNow, UP).unwrap_err().contains("not a number"));
    }
}
