//! What is typed, and where it stands.

use groundwork_cases::{
    case_file::{CaseFile, NumberError},
    draft::{Draft, TypeError},
    example::Example,
    text::TextError,
    text_field::TextField,
};
use groundwork_model::{
    benefit::BenefitKind,
    estimate::Estimate,
    input::{BenefitInput, Input},
};

use crate::support::{exact, january};

const NOW: &str = "efficiency.now";

fn type_now(
    draft: &mut Draft,
    text: &str,
    parsed: Result<f64, &'static str>,
) -> Result<(), TypeError<&'static str>> {
    draft.type_number(Input::EfficiencyNow, text, parsed.map(exact))
}

#[test]
fn a_number_that_can_be_used_stands_in_the_file_and_nowhere_else() {
    let mut draft = Draft::new(CaseFile::new(january()));
    assert_eq!(type_now(&mut draft, "70%", Ok(0.7)), Ok(()));
    assert_eq!(draft.file().estimate(Input::EfficiencyNow), Some(exact(0.7)));
    assert_eq!(draft.texts().count(), 0);
}

#[test]
fn text_that_cannot_be_used_is_kept_beside_the_last_number_that_could() {
    let mut draft = Draft::new(Example::TwoMillion.file(january()));
    assert_eq!(type_now(&mut draft, "about", Err("no")), Err(TypeError::Unreadable("no")));
    assert_eq!(draft.text(NOW), Some("about"));
    assert_eq!(draft.to_case().unwrap().likely(Input::EfficiencyNow), Some(0.7));

    let error = type_now(&mut draft, "170%", Ok(1.7)).unwrap_err();
    assert!(matches!(error, TypeError::Number(NumberError::Entry(_))));
    assert_eq!(error.to_string(), "efficiency now: 1.7 is outside 0.01 to 1");
    assert_eq!(draft.text(NOW), Some("170%"));
    assert_eq!(draft.to_case().unwrap().likely(Input::EfficiencyNow), Some(0.7));

    assert_eq!(type_now(&mut draft, "60%", Ok(0.6)), Ok(()));
    assert_eq!(draft.text(NOW), None);
    assert_eq!(draft.to_case().unwrap().likely(Input::EfficiencyNow), Some(0.6));
}

#[test]
fn blank_text_removes_number_and_text() {
    let mut draft = Draft::new(Example::TwoMillion.file(january()));
    type_now(&mut draft, "7o", Err("no")).unwrap_err();
    assert_eq!(type_now(&mut draft, " ", Err("no")), Ok(()));
    assert_eq!((draft.text(NOW), draft.file().number(Input::EfficiencyNow)), (None, None));
    let problems = draft.to_case().unwrap_err();
    assert_eq!(problems.missing().collect::<Vec<_>>(), [NOW]);
}

#[test]
fn a_field_with_a_text_of_its_own_is_no_second_problem() {
    let mut draft = Draft::new(CaseFile::new(january()));
    assert!(draft.problems().at(NOW).is_some());
    type_now(&mut draft, "x", Err("no")).unwrap_err();
    assert!(draft.problems().at(NOW).is_none());
    assert!(draft.problems().at("efficiency.after").is_some());
}

#[test]
fn a_range_where_one_figure_is_wanted_is_kept_as_text() {
    let mut draft = Draft::new(CaseFile::new(january()));
    let range: Result<Estimate, &str> = Ok(Estimate::range(2.0, 3.0, 4.0).unwrap());
    draft.type_number(Input::InvestmentMonths, "2 to 4", range).unwrap_err();
    assert_eq!(draft.text("investment.months"), Some("2 to 4"));
    assert!(!draft.file().is_entered(Input::InvestmentMonths));
}

#[test]
fn titles_currencies_months_and_labels_are_kept_the_same_way() {
    let mut draft = Draft::new(CaseFile::new(january()));
    let line = draft.file_mut().add_benefit(BenefitKind::Other).unwrap();
    for (field, wrong, right) in [
        (TextField::Title, "two\nlines", "One line"),
        (TextField::Currency, "dollar", "CHF"),
        (TextField::Start, "soon", "2027-03"),
        (TextField::BenefitLabel(line), "\u{202e}", "Training"),
        (TextField::Note(Input::Amount), "bell\u{7}", "two\nquotes"),
    ] {
        let path = draft.file().text_path(field);
        assert!(draft.type_text(field, wrong).is_err(), "{field:?}");
        assert_eq!(draft.text(&path), Some(wrong), "{field:?}");
        assert_eq!(draft.type_text(field, right), Ok(()), "{field:?}");
        assert_eq!(draft.text(&path), None, "{field:?}");
    }
    let file = draft.file();
    assert_eq!((file.title(), file.currency()), ("One line", "CHF"));
    assert_eq!(file.start(), "2027-03".parse().ok());
    assert_eq!(file.benefits()[line].label, "Training");
    assert_eq!(file.source(Input::Amount).note, "two\nquotes");
    assert_eq!(draft.type_text(TextField::CostLabel(3), "x"), Err(TextError::NoSuchLine));
}

#[test]
fn a_removed_line_takes_its_texts_and_sources_along_and_leaves_the_others() {
    let mut draft = Draft::new(CaseFile::new(january()));
    for line in 0..2 {
        draft.file_mut().add_benefit(BenefitKind::Other);
        let number = Input::Benefit(line, BenefitInput::PerYear);
        draft.type_number(number, "a bit", Err("no")).unwrap_err();
        draft.type_text(TextField::Note(number), "finance").unwrap();
    }
    draft.remove_benefit(0);
    assert_eq!(draft.text("benefits.b1.per_year"), None);
    assert_eq!(draft.text("benefits.b2.per_year"), Some("a bit"));
    let number = Input::Benefit(0, BenefitInput::PerYear);
    assert_eq!(draft.file().path(number), "benefits.b2.per_year");
    assert_eq!(draft.file().source(number).note, "finance");
    assert_eq!(draft.file().sources().filter(|(path, _)| path.starts_with("benefits")).count(), 1);
}

#[test]
fn an_incomplete_benefit_does_not_keep_the_others_from_being_evaluated() {
    let mut file = Example::TwoMillion.file(january());
    let incomplete = file.add_benefit(BenefitKind::Incidents).unwrap();
    let complete = file.add_benefit(BenefitKind::Infrastructure).unwrap();
    let value = Input::Benefit(complete, BenefitInput::PerYear);
    file.set_number(value, Some(exact(24_000.0))).unwrap();
    let missing = [BenefitInput::PerYearNow, BenefitInput::PerYearAfter, BenefitInput::CostEach];
    let missing = missing.map(|input| Input::Benefit(incomplete, input));
    assert_eq!(file.missing_in_benefit(incomplete), missing);
    assert_eq!(file.missing_in_benefit(complete), []);
    assert!(file.to_case().is_err(), "a file is complete or it is not");

    let draft = Draft::new(file);
    let case = draft.to_case().unwrap();
    let ids: Vec<&str> = case.benefits().iter().map(|line| line.id.as_str()).collect();
    assert_eq!(ids, ["b2"]);
    assert_eq!(draft.file().benefits().len(), 2, "the draft keeps both");
    assert_eq!(draft.problems().missing().count(), missing.len());
}

#[test]
fn a_number_set_aside_leaves_the_file_and_waits_as_text() {
    let mut draft = Draft::new(Example::TwoMillion.file(january()));
    draft.set_aside(Input::AnnualCost, "$2,000,000");
    assert_eq!(draft.file().number(Input::AnnualCost), None);
    assert_eq!(draft.text("capacity.annual_cost"), Some("$2,000,000"));
    draft.set_aside(Input::AnnualCost, "");
    assert_eq!(draft.texts().count(), 0);
}
