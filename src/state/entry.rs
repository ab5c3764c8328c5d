//! From typed text to a number of the case and back, with the sentence for what went wrong.

use groundwork_model::{
    bounds::Bounds,
    case::{EntryError, check_entry},
    estimate::{Estimate, EstimateError},
    input::Input,
    units::Unit,
};
use groundwork_report::wording::{Kind, NumberStyle, Typed, parse};

use super::range_parts::missing_end;

/// A number somebody typed.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// What was understood.
    pub estimate: Estimate,
    /// What to say where it could be read in two ways.
    pub echo: Option<String>,
}

/// What a field says about its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// Nothing.
    Nothing,
    /// How it was understood.
    Echo(String),
    /// Why it cannot be used.
    Problem(String),
}

/// What kind of text the field of `input` takes.
pub fn kind_of(input: Input) -> Kind {
    let Bounds { unit, whole, .. } = input.spec().bounds;
    match unit {
        _ if whole => Kind::Whole,
        Unit::Money | Unit::MoneyPerYear | Unit::MoneyPerWeek => Kind::Money,
        Unit::Share | Unit::Points | Unit::SharePerYear | Unit::SharePerMonth => Kind::Share,
        _ => Kind::Number,
    }
}

/// Reads what was typed into the field of `input`.
///
/// # Errors
///
/// A sentence for the person who typed, naming the value and the range.
pub fn read(text: &str, input: Input, style: &NumberStyle) -> Result<Entry, String> {
    let text = text.trim();
    if text.contains(['\t', '\n', '\r']) {
        return Err("That is more than one value; put one into each field.".to_owned());
    }
    let text = without_own_unit(text, input.spec().bounds.unit);
    let reading = parse(text, kind_of(input), style)
        .map_err(|error| missing_end(text).map_or_else(|| error.to_string(), str::to_owned))?;
    let estimate = match reading.value {
        Typed::One(value) => Estimate::exact(value),
        Typed::Range { low, likely, high } => Estimate::range(low, likely, high),
    };
    let estimate = estimate.map_err(|error| order_message(error, input, style))?;
    check_entry(input, estimate).map_err(|error| entry_message(&error, input, style))?;
    let counted = || {
        let likely = style.editable(estimate.likely(), kind_of(input));
        estimate.is_range().then(|| match input {
            Input::Slip => {
                "Used to say how sure it is; no other figure counts an overrun.".to_owned()
            }
            _ => format!("Figures use the most likely value, {likely}."),
        })
    };
    Ok(Entry { estimate, echo: reading.echo.or_else(counted) })
}

/// The text without the unit that stands beside or above the field anyway.
fn without_own_unit(text: &str, unit: Unit) -> &str {
    let units: &[&str] = match unit {
        Unit::Months => &["months", "month"],
        Unit::Weeks => &["weeks", "week"],
        Unit::MoneyPerYear | Unit::CountPerYear | Unit::SharePerYear => {
            &["a year", "per year", "/year", "/yr", "p.a."]
        }
        _ => &[],
    };
    units.iter().find_map(|unit| text.strip_suffix(unit)).unwrap_or(text).trim_end()
}

/// The number as its field shows it when nobody is typing.
pub fn editable(estimate: Estimate, input: Input, style: &NumberStyle) -> String {
    let kind = kind_of(input);
    if estimate.is_range() {
        style.editable_range(estimate.low(), estimate.likely(), estimate.high(), kind)
    } else {
        style.editable(estimate.likely(), kind)
    }
}

fn entry_message(error: &EntryError, input: Input, style: &NumberStyle) -> String {
    let name = capitalized(input.spec().label);
    match error {
        EntryError::TakesNoRange { .. } => {
            format!("{name} is one figure; a range cannot be used here.")
        }
        EntryError::OutOfBounds { error, .. } => out_of_bounds(&name, error.value, input, style),
    }
}

/// "Efficiency now is between 1% and 100%; 170% is above that."
fn out_of_bounds(name: &str, value: f64, input: Input, style: &NumberStyle) -> String {
    let bounds = input.spec().bounds;
    let kind = kind_of(input);
    let written = |value: f64| match kind {
        Kind::Money if value.abs() >= 1e6 => style.short_money(value),
        _ => style.editable(value, kind),
    };
    let (min, max) = (written(bounds.min), written(bounds.max));
    let given = match written(value) {
        // Beyond that a number is its digits and says nothing.
        _ if value.abs() >= 1e15 => "that number".to_owned(),
        text if text == max || text == min => style.editable(value, kind),
        text => text,
    };
    let side = if value > bounds.max { "above" } else { "below" };
    if bounds.whole && value.fract() != 0.0 {
        format!("{name} is a whole number from {min} to {max}; {given} is not whole.")
    } else if bounds.above_min && value <= bounds.min {
        format!("{name} is above {min}; {given} is not.")
    } else if bounds.above_min {
        format!("{name} is above {min} and at most {max}; {given} is {side} that.")
    } else {
        format!("{name} is between {min} and {max}; {given} is {side} that.")
    }
}

fn order_message(error: EstimateError, input: Input, style: &NumberStyle) -> String {
    match error {
        EstimateError::NotFinite { .. } => "That is not a number.".to_owned(),
        EstimateError::NotOrdered { low, likely, high } => {
            let written = |value| style.editable(value, kind_of(input));
            format!(
                "A range rises from lowest over most likely to highest; {}, {}, {} does not.",
                written(low),
                written(likely),
                written(high)
            )
        }
    }
}

/// Labels are ours and begin with an ASCII letter.
pub(super) fn capitalized(label: &str) -> String {
    let (first, rest) = label.split_at(1);
    first.to_ascii_uppercase() + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(input: Input, text: &str, message: &str) {
        assert_eq!(read(text, input, &NumberStyle::default()).unwrap_err(), message);
    }

    #[test]
    fn numbers_out_of_range_are_told_the_range() {
        check(
            Input::EfficiencyNow,
            "170%",
            "Efficiency now is between 1% and 100%; 170% is above that.",
        );
        check(
            Input::EfficiencyNow,
            "-5%",
            "Efficiency now is between 1% and 100%; −5% is below that.",
        );
        check(Input::AnnualCost, "0", "Engineering capacity a year is above $0; $0 is not.");
        check(Input::Amount, "$2,000B", "Investment is between $0 and $1.0T; $2.0T is above that.");
        check(
            Input::FirstMonth,
            "121",
            "First month of the work is between 1 and 120; 121 is above that.",
        );
    }

    #[test]
    fn ranges_must_rise_and_must_be_allowed() {
        check(
            Input::EfficiencyAfter,
            "95..90..80",
            "A range rises from lowest over most likely to highest; 95%, 90%, 80% does not.",
        );
        check(
            Input::Confidence,
            "80% to 95%",
            "Confidence in the gain is one figure; a range cannot be used here.",
        );
    }

    #[test]
    fn the_unit_of_a_field_may_be_typed_too() {
        let likely =
            |input, text| read(text, input, &NumberStyle::default()).unwrap().estimate.likely();
        assert_eq!(likely(Input::InvestmentMonths, "3 months").to_string(), "3");
        assert_eq!(likely(Input::AnnualCost, "$2M a year").to_string(), "2000000");
        assert_eq!(likely(Input::DiscountRate, "8% p.a.").to_string(), "0.08");
    }

    #[test]
    fn several_cells_are_not_one_number_and_a_range_says_what_counts() {
        check(Input::Amount, "200\t300", "That is more than one value; put one into each field.");
        let entry = read("80 to 90", Input::EfficiencyAfter, &NumberStyle::default()).unwrap();
        assert_eq!(entry.echo.as_deref(), Some("Figures use the most likely value, 85%."));
    }

    #[test]
    fn a_value_just_beyond_a_limit_does_not_read_like_it() {
        check(
            Input::AnnualCost,
            "1000000000001",
            "Engineering capacity a year is above $0 and at most $1.0T; $1,000,000,000,001 is above that.",
        );
    }

    #[test]
    fn what_a_field_shows_is_read_back() {
        let style = NumberStyle::default();
        for (input, text) in [
            (Input::AnnualCost, "$2M"),
            (Input::EfficiencyAfter, "80..90..95"),
            (Input::EfficiencyNow, "0.7"),
            (Input::InvestmentMonths, "3"),
            (Input::DiscountRate, "10%"),
        ] {
            let entry = read(text, input, &style).unwrap();
            let shown = editable(entry.estimate, input, &style);
            assert_eq!(read(&shown, input, &style).unwrap().estimate, entry.estimate, "{shown}");
        }
    }
}
