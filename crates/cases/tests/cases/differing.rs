//! What two files say differently.

use groundwork_cases::{
    case_file::CaseFile,
    difference::{Difference, LineKind, Said, What, differences},
    text_field::TextField,
};
use groundwork_model::{
    benefit::{BenefitKind, Tag},
    input::{BenefitInput, CostInput, Input},
    investment::PaidFrom,
};

use crate::support::{EVERYTHING, SEED, exact, file, january, with_fields};

fn only(mine: &CaseFile, theirs: &CaseFile) -> Difference {
    let found = differences(mine, theirs);
    let [difference] = found.as_slice() else { panic!("{found:#?}") };
    difference.clone()
}

fn paths(mine: &CaseFile, theirs: &CaseFile) -> Vec<String> {
    differences(mine, theirs).into_iter().map(|difference| difference.path).collect()
}

#[test]
fn a_number_that_was_changed_is_the_only_difference() {
    let mine = file(SEED);
    let mut theirs = mine.clone();
    theirs.set_number(Input::EfficiencyAfter, Some(exact(0.85))).unwrap();
    let difference = only(&mine, &theirs);
    assert_eq!(difference.path, "efficiency.after");
    assert_eq!(difference.what, What::Number(Input::EfficiencyAfter));
    assert_eq!(difference.mine, Said::Entered(exact(0.9)));
    assert_eq!(difference.theirs, Said::Entered(exact(0.85)));
}

#[test]
fn a_number_nobody_entered_is_its_default() {
    let mine = file(SEED);
    let mut theirs = mine.clone();
    theirs.set_number(Input::HorizonMonths, Some(exact(36.0))).unwrap();
    let difference = only(&mine, &theirs);
    assert_eq!(
        (difference.mine, difference.theirs),
        (Said::Default(24.0), Said::Entered(exact(36.0)))
    );
    theirs.set_number(Input::HorizonMonths, None).unwrap();
    theirs.set_number(Input::EfficiencyNow, None).unwrap();
    assert_eq!(only(&mine, &theirs).theirs, Said::Nothing);
}

#[test]
fn a_suggestion_of_the_page_is_not_an_entered_number() {
    let mine = CaseFile::new(january());
    let mut theirs = mine.clone();
    theirs.set_number(Input::InvestmentMonths, Some(exact(3.0))).unwrap();
    let difference = only(&mine, &theirs);
    assert_eq!(
        (difference.mine, difference.theirs),
        (Said::Suggested(exact(3.0)), Said::Entered(exact(3.0)))
    );
}

#[test]
fn texts_and_choices_differ_in_the_order_of_the_file() {
    let mine = file(SEED);
    let mut theirs = mine.clone();
    theirs.set_title("Theirs").unwrap();
    theirs.set_text(TextField::Currency, "EUR").unwrap();
    theirs.set_start(None);
    theirs.set_paid_from(Some(PaidFrom::Money));
    theirs.set_text(TextField::Note(Input::Amount), "An offer").unwrap();
    theirs.set_source_kind(Input::Amount, "estimated");
    let expected = [
        "title",
        "currency",
        "start",
        "investment.paid_from",
        "sources.investment.amount.kind",
        "sources.investment.amount.note",
    ];
    assert_eq!(paths(&mine, &theirs), expected);
    let found = differences(&mine, &theirs);
    assert_eq!(found[0].theirs, Said::Text("Theirs".to_owned()));
    assert_eq!(found[2].theirs, Said::Nothing);
    assert_eq!(found[3].theirs, Said::PaidFrom(PaidFrom::Money));
}

#[test]
fn lines_are_matched_by_their_ids_and_their_order_does_not_count() {
    let mine =
        with_fields(r#""costs":[{"id":"a","label":"Licenses","once":1},{"id":"b","once":2}]"#);
    let theirs = with_fields(
        r#""costs":[{"id":"b","once":3,"label":"Hosts","tag":"risk"},{"id":"a","label":"Licenses","once":1}]"#,
    );
    assert_eq!(paths(&mine, &theirs), ["costs.b.label", "costs.b.tag", "costs.b.once"]);
    let found = differences(&mine, &theirs);
    assert_eq!(found[0].line.as_ref().unwrap().label, "Hosts");
    assert_eq!(found[1].theirs, Said::Tag(Tag::Risk));
    assert_eq!(found[2].what, What::Number(Input::Cost(1, CostInput::Once)));
}

#[test]
fn a_line_in_one_file_only_is_told_with_the_numbers_in_it() {
    let mine = file(SEED);
    let mut theirs = mine.clone();
    let line = theirs.add_benefit(BenefitKind::Incidents).unwrap();
    theirs.set_text(TextField::BenefitLabel(line), "Night calls").unwrap();
    theirs.set_number(Input::Benefit(line, BenefitInput::PerYearNow), Some(exact(12.0))).unwrap();
    let found = differences(&mine, &theirs);
    let told: Vec<_> =
        found.iter().map(|found| (found.path.as_str(), &found.mine, &found.theirs)).collect();
    let expected = [
        ("benefits.b1", &Said::Nothing, &Said::There),
        ("benefits.b1.per_year_now", &Said::Nothing, &Said::Entered(exact(12.0))),
    ];
    assert_eq!(told, expected);
    let name = found[1].line.as_ref().unwrap();
    assert_eq!(
        (name.label.as_str(), name.kind),
        ("Night calls", LineKind::Benefit(BenefitKind::Incidents))
    );
}

#[test]
fn the_kind_of_a_benefit_can_differ() {
    let mine = with_fields(r#""benefits":[{"id":"b1","kind":"other","per_year":1}]"#);
    let theirs = with_fields(r#""benefits":[{"id":"b1","kind":"infrastructure","per_year":1}]"#);
    let difference = only(&mine, &theirs);
    assert_eq!(
        (difference.what, difference.theirs),
        (What::Kind, Said::Kind(BenefitKind::Infrastructure))
    );
}

#[test]
fn what_cannot_be_used_differs_too() {
    let mine = with_fields(r#""efficiency":{"now":1.7},"title":7"#);
    let theirs = with_fields(r#""efficiency":{"now":1.8},"title":7"#);
    let difference = only(&mine, &theirs);
    assert_eq!(
        (difference.path.as_str(), difference.mine, difference.theirs),
        ("efficiency.now", Said::Unusable, Said::Unusable)
    );
    assert_eq!(
        paths(&with_fields(r#""capacity":5"#), &with_fields(r#""capacity":6"#)),
        ["capacity"]
    );
    assert_eq!(paths(&with_fields(r#""costs":[5]"#), &with_fields(r#""costs":[6]"#)), ["costs.c1"]);
}

#[test]
fn what_is_not_known_here_comes_last_and_is_safe_to_show() {
    let mine = with_fields(
        r#""plan":{"a":1,"\u202eb":2},"efficiency":{"now":{"low":0.6,"likely":0.7,"high":0.8,"why":1}}"#,
    );
    let theirs = with_fields(
        r#""title":"T","plan":{"a":2},"efficiency":{"now":{"low":0.6,"likely":0.7,"high":0.8,"why":2}},"sources":{"gone":{"note":"x"}}"#,
    );
    let expected =
        ["title", "efficiency.now.why", "plan.a", "plan.\\u{202e}b", "sources.gone.note"];
    assert_eq!(paths(&mine, &theirs), expected);
}

#[test]
fn a_stripped_case_differs_in_names_and_notes_only() {
    let mine = file(EVERYTHING);
    for difference in differences(&mine, &mine.without_names_and_notes()) {
        assert!(
            !matches!(difference.what, What::Number(_)) || difference.line.is_some(),
            "{difference:?}"
        );
    }
}
