//! What stands under the field of a number: words, examples in the reader's own style, what counts
//! unless somebody says otherwise, and what is known about the number once it was entered.

use groundwork_cases::{case_file::CaseFile, draft::Draft};
use groundwork_model::{
    capacity::{cost_of_team, months_of_everyone, share_of_year},
    input::{CostInput, Input},
    units::Unit,
};
use groundwork_report::wording::{Kind, NumberStyle};

use super::{entry::kind_of, standing::Standing, workspace::FOUR};

/// What a view says about a field.
#[derive(Clone, Copy, Debug, Default)]
pub struct HintWords {
    /// What the number means; empty where the range says enough.
    pub words: &'static str,
    /// Values to show as they would be typed.
    pub examples: &'static [f64],
    /// Two values to show as a range.
    pub range: Option<[f64; 2]>,
}

/// The hint under the field of `input`.
///
/// The four main fields show where the number came from once somebody noted it; the investment also
/// says how much of a year it is.
pub fn hint(draft: &Draft, input: Input, said: HintWords, style: &NumberStyle) -> String {
    let file = draft.file();
    let known = if FOUR.contains(&input) { known_about(file, input, style) } else { String::new() };
    if !known.is_empty() {
        return known;
    }
    let hint = words(input, said, style);
    match Standing::of(draft, input) {
        Standing::Default(default) => {
            format!("{hint}; {} unless you say otherwise", in_words(default, input, style))
        }
        _ => hint,
    }
}

/// A number of `input` with its unit: "24 months", "10% a year".
pub fn in_words(value: f64, input: Input, style: &NumberStyle) -> String {
    let plain = || style.brief(value, kind_of(input));
    match input.spec().bounds.unit {
        Unit::Months if is_which_month(input) => format!("month {}", plain()),
        Unit::Months => style.months(value),
        Unit::Weeks => style.weeks(value),
        Unit::MoneyPerYear | Unit::SharePerYear | Unit::CountPerYear => {
            format!("{} a year", plain())
        }
        Unit::SharePerMonth => format!("{} a month", plain()),
        _ => plain(),
    }
}

/// Whether the number says which month, not how many.
pub fn is_which_month(input: Input) -> bool {
    let of_line = [CostInput::Month, CostInput::FromMonth, CostInput::ToMonth];
    match input {
        Input::FirstMonth => true,
        Input::Cost(_, input) => of_line.contains(&input),
        _ => false,
    }
}

fn words(input: Input, said: HintWords, style: &NumberStyle) -> String {
    let kind = kind_of(input);
    let mut examples: Vec<String> =
        said.examples.iter().map(|value| style.brief(*value, kind)).collect();
    if let Some([low, high]) = said.range {
        let (low, high) = (style.brief(low, kind), style.brief(high, kind));
        examples.push(format!("or a range such as {low} to {high}"));
    }
    match (said.words, examples.is_empty()) {
        ("", true) => range_words(input, style),
        ("", false) => format!("Such as {}", examples.join(", ")),
        (words, true) => words.to_owned(),
        (words, false) => format!("{words}: {}", examples.join(", ")),
    }
}

/// The range a number may have, in words: "From 1 to 120 months".
fn range_words(input: Input, style: &NumberStyle) -> String {
    let bounds = input.spec().bounds;
    let kind = kind_of(input);
    let (min, max) = (style.brief(bounds.min, kind), style.brief(bounds.max, kind));
    match bounds.unit {
        _ if kind == Kind::Money => format!("An amount such as {}", style.brief(200_000.0, kind)),
        _ if bounds.above_min => format!("Above {min}, up to {max}"),
        Unit::Months if !is_which_month(input) => format!("From {min} to {max} months"),
        Unit::Weeks => format!("From {min} to {max} weeks"),
        _ => format!("From {min} to {max}"),
    }
}

/// Where the number came from, and what the investment is of a year.
fn known_about(file: &CaseFile, input: Input, style: &NumberStyle) -> String {
    let note = file.source(input).note.lines().next().unwrap_or_default();
    let of_year = (input == Input::Amount).then(|| of_year(file, style)).flatten();
    match of_year {
        Some(of_year) if note.is_empty() => of_year,
        Some(of_year) => format!("{note}; {of_year}"),
        None => note.to_owned(),
    }
}

/// "10% of a year, about 1.2 months of everyone", where amount and capacity are there.
fn of_year(file: &CaseFile, style: &NumberStyle) -> Option<String> {
    let likely = |input| file.estimate(input).map(|estimate| estimate.likely());
    let amount = likely(Input::Amount)?;
    let annual_cost = likely(Input::AnnualCost).or_else(|| {
        let multiplier = likely(Input::LoadedMultiplier).or(Input::LoadedMultiplier.spec().default);
        Some(cost_of_team(likely(Input::Engineers)?, likely(Input::Salary)?, multiplier?))
    })?;
    let share = style.percent(share_of_year(amount, annual_cost)?);
    let months = months_of_everyone(amount, annual_cost)?;
    // Shorter than a day or longer than ten years, months say nothing.
    if !(0.05..=120.0).contains(&months) {
        return Some(format!("{share} of a year"));
    }
    Some(format!("{share} of a year, about {} of everyone", style.months(months)))
}

#[cfg(test)]
mod tests {
    use groundwork_cases::{example::Example, text_field::TextField};

    use super::*;

    fn said(words: &'static str, examples: &'static [f64]) -> HintWords {
        HintWords { words, examples, range: None }
    }

    fn example() -> Draft {
        Draft::new(Example::TwoMillion.file("2027-01".parse().unwrap()))
    }

    #[test]
    fn examples_are_in_the_currency_and_style_of_the_reader() {
        let draft = Draft::new(CaseFile::new("2027-01".parse().unwrap()));
        let cost = said("What all engineers cost", &[2e6]);
        let american = NumberStyle::default();
        let hint_in = |style: &NumberStyle| hint(&draft, Input::AnnualCost, cost, style);
        assert_eq!(hint_in(&american), "What all engineers cost: $2M");
        let german = NumberStyle::for_locale("de-DE", "EUR");
        assert_eq!(hint_in(&german), "What all engineers cost: 2M\u{a0}€");
        let range = HintWords { range: Some([0.8, 0.95]), ..said("Once done", &[0.9]) };
        assert_eq!(
            hint(&draft, Input::EfficiencyAfter, range, &american),
            "Once done: 90%, or a range such as 80% to 95%"
        );
    }

    #[test]
    fn the_range_and_the_default_speak_where_nothing_else_is_said() {
        let draft = Draft::new(CaseFile::new("2027-01".parse().unwrap()));
        let of = |input| hint(&draft, input, HintWords::default(), &NumberStyle::default());
        assert_eq!(of(Input::InvestmentMonths), "From 1 to 120 months");
        assert_eq!(
            of(Input::HorizonMonths),
            "From 1 to 120 months; 24 months unless you say otherwise"
        );
        assert_eq!(of(Input::FirstMonth), "From 1 to 120; month 1 unless you say otherwise");
        assert_eq!(of(Input::DiscountRate), "From 0% to 100%; 10% a year unless you say otherwise");
        assert_eq!(of(Input::Amount), "An amount such as $200k");
        assert_eq!(of(Input::Engineers), "Above 0, up to 100,000");
    }

    #[test]
    fn the_main_fields_say_where_the_number_came_from_and_what_it_is_of_a_year() {
        let mut draft = example();
        let style = NumberStyle::default();
        let of = |draft: &Draft, input| hint(draft, input, said("What it costs", &[2e5]), &style);
        assert_eq!(of(&draft, Input::Amount), "10% of a year, about 1.2 months of everyone");
        assert_eq!(of(&draft, Input::AnnualCost), "What it costs: $200k");

        let note = TextField::Note(Input::AnnualCost);
        draft.file_mut().set_text(note, "FY26 budget, finance\nmore").unwrap();
        assert_eq!(of(&draft, Input::AnnualCost), "FY26 budget, finance");
        draft.file_mut().set_text(TextField::Note(Input::Amount), "An offer").unwrap();
        let known = "An offer; 10% of a year, about 1.2 months of everyone";
        assert_eq!(of(&draft, Input::Amount), known);
    }
}
