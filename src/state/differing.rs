//! What cases say differently, in words: one row for each thing, one text for each case.

use groundwork_cases::{
    case_file::CaseFile,
    difference::{Difference, LineKind, LineName, Said, What, differences},
    text_field::USUAL_CURRENCY,
};
use groundwork_model::{
    benefit::BenefitKind, estimate::Estimate, input::Input, investment::PaidFrom,
    plan::StrategyKind,
};
use groundwork_report::{
    document::labels,
    narrative::side_by_side::Entry,
    wording::{NumberStyle, month_name},
};

use super::{
    entry::{capitalized, editable},
    hint::in_words,
};

/// Everything that was entered differently in two or more cases, in the order of the file; each case
/// comes with the style its numbers are written in.
///
/// Cases are held against the first one: where another says nothing different, it says the same.
pub fn entries(cases: &[(&CaseFile, &NumberStyle)]) -> Vec<Entry> {
    let Some(((first, style), others)) = cases.split_first() else { return Vec::new() };
    let mut rows: Vec<Row> = Vec::new();
    for (position, (other, _)) in others.iter().enumerate() {
        // What only a later case says differently stands after what it follows in the file.
        let mut place = 0;
        for Difference { path, line, what, mine, theirs } in differences(first, other) {
            let found = rows.iter().position(|row| row.path == path);
            let before = |row: &Row| section(&row.path) <= section(&path);
            let at = found.unwrap_or_else(|| {
                rows.iter().rposition(before).map_or(0, |last| last + 1).max(place)
            });
            if found.is_none() {
                let row = Row { path, line, what, first: mine, others: vec![None; others.len()] };
                rows.insert(at, row);
            }
            if let Some(said) = rows.get_mut(at).and_then(|row| row.others.get_mut(position)) {
                *said = Some(theirs);
            }
            place = at + 1;
        }
    }
    let entry = |Row { path, line, what, first, others: said_by_others }: Row| {
        let mut texts = vec![said(first.clone(), &what, style)];
        for (said_by_other, (_, style)) in said_by_others.into_iter().zip(others) {
            texts.push(said(said_by_other.unwrap_or_else(|| first.clone()), &what, style));
        }
        Entry { what: named(&what, &path, line.as_ref()), said: texts }
    };
    rows.into_iter().map(entry).collect()
}

/// Which part of the file a path leads to, by their order there; what is not known comes last.
fn section(path: &str) -> usize {
    const SECTIONS: [&str; 10] = [
        "title",
        "currency",
        "start",
        "horizon_months",
        "discount_rate",
        "capacity",
        "efficiency",
        "investment",
        "costs",
        "benefits",
    ];
    let first = path.split('.').next().unwrap_or(path);
    SECTIONS.iter().position(|section| *section == first).unwrap_or(SECTIONS.len())
}

/// Something that at least one case says differently than the first.
struct Row {
    path: String,
    line: Option<LineName>,
    what: What,
    first: Said,
    /// What the others say; `None` where that is the same.
    others: Vec<Option<Said>>,
}

/// "Efficiency after", "Night calls: incidents a year now".
fn named(what: &What, path: &str, line: Option<&LineName>) -> String {
    let words = match what {
        What::Title => "name of the case".to_owned(),
        What::Currency => "currency".to_owned(),
        What::Start => "first month of the case".to_owned(),
        What::Number(input) => input.spec().label.to_owned(),
        What::PaidFrom => "what the investment is paid from".to_owned(),
        What::Line => match line.map(|line| line.kind) {
            Some(LineKind::Benefit(_)) => "the benefit",
            Some(LineKind::Strategy(_)) => "the strategy",
            Some(LineKind::Quarter(_)) => "the quarter",
            Some(LineKind::Initiative) => "the initiative",
            _ => "the cost",
        }
        .to_owned(),
        What::Kind if is_strategy(line) => "what it does".to_owned(),
        What::Kind => "what it counts".to_owned(),
        What::Label => "name of the line".to_owned(),
        What::Tag => "counts as".to_owned(),
        What::Category => "taken from".to_owned(),
        What::Horizon => "when it is meant to matter".to_owned(),
        What::Strategies => "strategies to compare".to_owned(),
        What::Correlation(a, b) => {
            format!("{} goes together with {}", a.spec().label, b.spec().label)
        }
        What::Origin(input) => format!("how it came about: {}", input.spec().label),
        What::Note(input) => format!("note on {}", input.spec().label),
        What::Other => format!("not used by this page: {path}"),
    };
    match line {
        Some(line) => format!("{}: {words}", name_of_line(line)),
        None => capitalized(&words),
    }
}

fn is_strategy(line: Option<&LineName>) -> bool {
    line.is_some_and(|line| matches!(line.kind, LineKind::Strategy(_)))
}

fn name_of_line(line: &LineName) -> String {
    match line.kind {
        _ if !line.label.is_empty() => line.label.clone(),
        LineKind::Cost => labels::UNNAMED_COST.to_owned(),
        LineKind::Benefit(kind) => kind_name(kind),
        LineKind::Strategy(kind) => capitalized(strategy_name(kind)),
        LineKind::Quarter(position) => format!("Quarter {}", position + 1),
        LineKind::Initiative => "Unnamed initiative".to_owned(),
    }
}

fn strategy_name(kind: StrategyKind) -> &'static str {
    match kind {
        StrategyKind::Accept => "pay nothing",
        StrategyKind::FixedShare => "a fixed share",
        StrategyKind::PayWhenItPays => "pay when it pays",
        StrategyKind::QualityGates => "quality gates",
        StrategyKind::Focused => "the work of this case",
        StrategyKind::BigBang => "a rewrite",
    }
}

fn said(said: Said, what: &What, style: &NumberStyle) -> String {
    let input: Option<Input> = match what {
        What::Number(input) => Some(*input),
        _ => None,
    };
    let number = |estimate: Estimate| match input {
        Some(input) if estimate.is_range() => editable(estimate, input, style),
        Some(input) => in_words(estimate.likely(), input, style),
        None => String::new(),
    };
    match said {
        Said::Nothing if *what == What::Strategies => "those always offered".to_owned(),
        Said::There if *what == What::Strategies => "chosen".to_owned(),
        Said::Nothing if *what == What::Line => "not there".to_owned(),
        Said::Nothing if input.is_some() => "not entered".to_owned(),
        Said::Nothing if *what == What::Currency => format!("{USUAL_CURRENCY} (not entered)"),
        Said::Nothing if *what == What::PaidFrom => "capacity (not entered)".to_owned(),
        Said::Nothing => "none".to_owned(),
        Said::Default(value) => {
            let default = input.map(|input| in_words(value, input, style)).unwrap_or_default();
            format!("{default} (not entered)")
        }
        Said::Suggested(estimate) => format!("{} (suggested)", number(estimate)),
        Said::Entered(estimate) => number(estimate),
        Said::Text(text) => text,
        Said::Month(month) => month_name(month),
        Said::PaidFrom(PaidFrom::Capacity) => "capacity".to_owned(),
        Said::PaidFrom(PaidFrom::Money) => "money".to_owned(),
        Said::Kind(kind) => kind_name(kind),
        Said::Tag(tag) => labels::tag(tag).to_owned(),
        Said::Strategy(kind) => strategy_name(kind).to_owned(),
        Said::Category(category) => category.key().to_owned(),
        Said::Horizon(horizon) => horizon.key().to_owned(),
        Said::Rank(rank) => format!("rank correlation {rank}"),
        Said::There => "there".to_owned(),
        Said::Unusable => "something that cannot be used".to_owned(),
    }
}

fn kind_name(kind: BenefitKind) -> String {
    labels::benefit_kind(kind).to_owned()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

    use groundwork_cases::text_field::TextField;
    use groundwork_model::input::BenefitInput;

    use super::*;

    fn read(cases: &[&CaseFile]) -> Vec<Vec<String>> {
        let style = NumberStyle::default();
        let cases: Vec<_> = cases.iter().map(|case| (*case, &style)).collect();
        let row = |Entry { what, said }| [vec![what], said].concat();
        entries(&cases).into_iter().map(row).collect()
    }

    fn seed() -> CaseFile {
        CaseFile::decode(include_str!("../../tests/cases/seed.json")).unwrap()
    }

    #[test]
    fn differences_are_read_as_fields_are() {
        let mine = seed();
        let mut theirs = mine.clone();
        let range = Estimate::range(0.8, 0.85, 0.95).unwrap();
        theirs.set_number(Input::EfficiencyAfter, Some(range)).unwrap();
        theirs.set_number(Input::HorizonMonths, Some(Estimate::exact(36.0).unwrap())).unwrap();
        theirs.set_paid_from(Some(PaidFrom::Money));
        let line = theirs.add_benefit(BenefitKind::Incidents).unwrap();
        theirs.set_text(TextField::BenefitLabel(line), "Night calls").unwrap();
        let cost = Input::Benefit(line, BenefitInput::CostEach);
        theirs.set_number(cost, Some(Estimate::exact(8e3).unwrap())).unwrap();
        let expected = [
            ["Horizon", "24 months (not entered)", "36 months"],
            ["Efficiency after", "90%", "80% .. 85% .. 95%"],
            ["What the investment is paid from", "capacity", "money"],
            ["Night calls: the benefit", "not there", "there"],
            ["Night calls: cost of an incident", "not entered", "$8k"],
        ];
        assert_eq!(read(&[&mine, &theirs]), expected);
    }

    #[test]
    fn a_third_case_says_the_same_where_it_says_nothing_different() {
        let set = |input, value| {
            let mut file = seed();
            file.set_number(input, Some(Estimate::exact(value).unwrap())).unwrap();
            file
        };
        let mut third = set(Input::HorizonMonths, 36.0);
        third.set_number(Input::Amount, Some(Estimate::exact(300e3).unwrap())).unwrap();
        let expected = [
            ["Horizon", "24 months (not entered)", "24 months (not entered)", "36 months"],
            ["Efficiency after", "90%", "80%", "90%"],
            ["Investment", "$200k", "$200k", "$300k"],
        ];
        assert_eq!(read(&[&seed(), &set(Input::EfficiencyAfter, 0.8), &third]), expected);
        assert_eq!(read(&[&seed(), &seed(), &seed()]), [[""; 0]; 0]);
        assert_eq!(read(&[&seed()]), [[""; 0]; 0]);
    }

    #[test]
    fn each_case_is_read_in_its_own_currency() {
        let euro = NumberStyle::for_locale("en-US", "EUR");
        let mut other = seed();
        other.set_text(TextField::Currency, "EUR").unwrap();
        let mut third = seed();
        third.set_number(Input::Amount, Some(Estimate::exact(300e3).unwrap())).unwrap();
        let dollar = NumberStyle::default();
        let found = entries(&[(&seed(), &dollar), (&other, &euro), (&third, &dollar)]);
        let amount = found.iter().find(|entry| entry.what == "Investment").unwrap();
        assert_eq!(amount.said, ["$200k", "€200k", "$300k"]);
    }
}
