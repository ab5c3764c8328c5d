//! The plan of a file, and which draws go together.

use expect_test::expect;
use groundwork_cases::{
    case_file::{CaseFile, NumberError},
    difference::{LineKind, Said, What, differences},
    draft::Draft,
    example::Example,
    plan::{MAX_QUARTERS, SplitAt},
    text_field::TextField,
};
use groundwork_model::{
    evaluation::evaluate,
    input::Input,
    plan::{Horizon, InitiativeInput, PlanInput, StrategyInput, StrategyKind},
    split::{Category, Split},
};

use crate::support::{PLAN, PLAN_WRONG, SEED, exact, file, january, with_fields};

const DEBT: Input = Input::Plan(PlanInput::Split(Category::Debt));
const FIFTH: [f64; 4] = [0.65, 0.1, 0.2, 0.05];

fn of_strategy(line: usize, input: StrategyInput) -> Input {
    Input::Plan(PlanInput::Strategy(line, input))
}

fn ids(file: &CaseFile) -> Vec<String> {
    file.strategies().into_iter().map(|line| line.id).collect()
}

fn paths(mine: &CaseFile, theirs: &CaseFile) -> Vec<String> {
    differences(mine, theirs).into_iter().map(|difference| difference.path).collect()
}

#[test]
fn a_whole_plan_is_a_case_with_a_plan() {
    let file = file(PLAN);
    assert_eq!(file.unused(), [""; 0]);
    let case = file.to_case().unwrap();
    let inputs: Vec<Input> = case.plan_inputs().collect();
    assert_eq!(inputs.len(), 6 + 11 + 3 * 4 + 3 * 2);
    for input in inputs {
        assert_eq!(case.entered(input), file.estimate(input), "{input:?}");
        assert_eq!(case.path(input), file.path(input));
        assert_eq!(file.input_at(&file.path(input)), Some(input));
    }
    assert_eq!(case.split(), Split::new(FIFTH).ok());
    assert_eq!(case.split(), file.split(SplitAt::Today));
    assert_eq!(case.split_of_quarter(1), None);
    assert_eq!(case.split_of_quarter(2), Split::new([0.75, 0.25, 0.0, 0.0]).ok());
    assert_eq!(case.strategies(), file.strategies());
    assert_eq!(case.initiatives(), file.initiatives());
    assert_eq!(case.correlations().len(), 1);
    let pair = ("efficiency.now".to_owned(), "efficiency.after".to_owned(), 0.5);
    assert_eq!(file.correlations(), [pair]);
    assert_eq!(file.path(of_strategy(5, StrategyInput::Slip)), "plan.strategies.rewrite.slip");
}

#[test]
fn what_is_wrong_in_a_plan_is_named_and_keeps_no_case_from_being_evaluated() {
    let file = file(PLAN_WRONG);
    let case = file.readable().case.unwrap();
    assert_eq!(
        evaluate(&case).headline,
        evaluate(&crate::support::file(SEED_OF_WRONG).to_case().unwrap()).headline
    );
    assert_eq!((case.split(), case.quarters(), case.initiatives().len()), (None, 6, 1));
    let last = Split::new([1.0, 0.0, 1e-8, 0.0]);
    assert!(last.is_err() && case.split_of_quarter(5).is_none());
    let kinds: Vec<StrategyKind> = case.strategies().iter().map(|line| line.kind).collect();
    assert_eq!(kinds, [StrategyKind::FixedShare, StrategyKind::Accept]);
    assert_eq!(case.correlations().len(), 1);
    expect![[r#"
        uncertainty.correlations[1] names two numbers that go together already
        uncertainty.correlations[2]: investment cannot go together with itself
        uncertainty.correlations[3]: length of the work takes one figure, so it is never drawn
        uncertainty.correlations[4]: share of debt takes one figure, so it is never drawn
        uncertainty.correlations[5].rank is -1.5; it must be -1 to 1
        uncertainty.correlations[6].b is missing
        uncertainty.correlations[6].rank is 0, 0.5, 1; it takes one figure, -1 to 1
        shares of plan.split sum to 105%; they must sum to 100%
        plan.points_per_capacity_year is 0; it must be above 0 up to 20
        plan.best_efficiency is "all of it"; it must be a number, 0.01 to 1
        plan.strategies[1] is "accept"; it must be an object
        plan.strategies.s1.kind is "hope"; it is not a kind of strategy known here
        plan.strategies.s3.share is 1.2; it must be 0 to 1
        plan.strategies.s4.id is "s3"; another line has the same id
        plan.strategies.s5.kind is missing
        plan.quarters[1] is "like the one before"; it must be an object
        plan.quarters.0.split.debt is 1.5; it must be 0 to 1
        plan.quarters.2.split gives all of the capacity to debt; debt must be below 100%
        plan.quarters.3.split is [1]; it must be an object
        shares of plan.quarters.4.split sum to 99.9999%; they must sum to 100%
        shares of plan.quarters.5.split sum to 100.000001%; they must sum to 100%
        plan.initiatives[1] is 7; it must be an object
        plan.initiatives.i1.title: it has a character that cannot be shown safely: U+000A
        plan.initiatives.i1.quarter is 0; it must be a whole number from 1 to 40
        plan.initiatives.i1.share is 1.1; it must be 0 to 1
        plan.initiatives.i1.category is "fun"; it must be features or defects or debt or risk
        plan.initiatives.i1.horizon is "soon"; it must be now or next or later"#]]
    .assert_eq(&file.readable().problems.to_string());
    expect!["plan.strategies.s4.share"].assert_eq(&file.unused().join("\n"));
}

const SEED_OF_WRONG: &str = r#"{"format":"groundwork-case","version":1,
    "capacity":{"annual_cost":2000000},"efficiency":{"now":0.7,"after":0.9},
    "investment":{"amount":200000}}"#;

#[test]
fn a_part_of_a_plan_with_another_shape_is_named() {
    for (fields, wanted) in [
        (r#""plan":5"#, expect![[r#"plan is 5; it must be an object"#]]),
        (r#""plan":{"split":0.2}"#, expect![[r#"plan.split is 0.2; it must be an object"#]]),
        (
            r#""plan":{"strategies":"all"}"#,
            expect![[r#"plan.strategies is "all"; it must be a list"#]],
        ),
        (r#""plan":{"quarters":4}"#, expect![[r#"plan.quarters is 4; it must be a list"#]]),
    ] {
        let file = with_fields(fields);
        let problems = file.readable().problems;
        wanted.assert_eq(&problems.0[0].to_string());
        assert!(!file.are_strategies_chosen());
    }
    let quarters = vec![r#"{"split":{"features":1}}"#; 41].join(",");
    let file = with_fields(&format!(r#""plan":{{"quarters":[{quarters}]}}"#));
    assert_eq!(file.quarters(), MAX_QUARTERS);
    expect![["plan.quarters has 41 entries; it may have 40"]]
        .assert_eq(&file.readable().problems.at("plan.quarters").unwrap().to_string());
}

#[test]
fn no_strategies_are_another_choice_than_nothing_chosen() {
    let none = with_fields(r#""plan":{"strategies":[]}"#);
    assert!(none.are_strategies_chosen() && none.strategies().is_empty());
    let absent = CaseFile::default();
    assert_eq!(ids(&absent), ["s1", "s2", "s3", "s4"]);
    assert!(!absent.are_strategies_chosen());
    let mut seed = file(SEED);
    assert!(!seed.to_case().unwrap().are_strategies_entered());
    for line in (0..4).rev() {
        let mut draft = Draft::new(seed);
        draft.remove_strategy(line);
        seed = draft.file().clone();
    }
    let case = seed.to_case().unwrap();
    assert!(case.are_strategies_entered() && case.strategies().is_empty());
    assert!(seed.encode().contains(r#""plan":{"strategies":[]}"#));
}

#[test]
fn the_strategies_that_are_offered_stay_when_another_is_added_or_one_is_changed() {
    let mut added = CaseFile::default();
    assert_eq!(added.add_strategy(StrategyKind::BigBang), Some(4));
    assert_eq!(ids(&added), ["s1", "s2", "s3", "s4", "s5"]);
    assert_eq!(added.missing_in_strategy(4).len(), 3);
    assert_eq!(added.missing_in_strategy(1), []);

    let mut changed = CaseFile::default();
    let share = of_strategy(1, StrategyInput::Share);
    assert_eq!(changed.path(share), "plan.strategies.s2.share");
    assert_eq!(changed.input_at("plan.strategies.s2.share"), Some(share));
    changed.set_number(share, None).unwrap();
    assert_eq!(changed, CaseFile::default());
    changed.set_number(share, Some(exact(0.3))).unwrap();
    assert_eq!(ids(&changed), ["s1", "s2", "s3", "s4"]);
    assert_eq!(changed.estimate(share), Some(exact(0.3)));
    let nowhere = of_strategy(9, StrategyInput::Share);
    let before = changed.clone();
    assert_eq!(changed.set_number(nowhere, Some(exact(0.3))), Err(NumberError::NoSuchLine));
    assert_eq!(changed, before);
}

#[test]
fn a_split_is_entered_and_removed_as_a_whole() {
    let mut draft = Draft::new(file(SEED));
    let before = draft.clone();
    draft.type_number(DEBT, "some", Err("no")).unwrap_err();
    let fifth = Split::new(FIFTH).unwrap();
    draft.set_split(SplitAt::Today, Some(fifth));
    assert_eq!(draft.text("plan.split.debt"), None);
    assert_eq!(draft.file().split(SplitAt::Today), Some(fifth));
    assert_eq!(draft.to_case().unwrap().split(), Some(fifth));
    assert!(draft.file().is_entered(DEBT) && draft.problems().is_empty());

    draft.type_number(DEBT, "25%", Ok::<_, &str>(exact(0.25))).unwrap();
    assert_eq!(draft.to_case().unwrap().split(), None);
    expect![["shares of plan.split sum to 105%; they must sum to 100%"]]
        .assert_eq(&draft.problems().to_string());

    draft.set_split(SplitAt::Quarter(0), Some(fifth));
    assert_eq!(draft.file().quarters(), 0);
    draft.set_split(SplitAt::Today, None);
    assert_eq!(draft, before);
}

#[test]
fn a_new_quarter_is_divided_like_the_one_before() {
    let mut draft = Draft::new(CaseFile::default());
    assert_eq!(draft.file_mut().add_quarter(), Some(0));
    assert_eq!(draft.file().split(SplitAt::Quarter(0)), Some(Split::DEFAULT));
    let fifth = Split::new(FIFTH).unwrap();
    draft.set_split(SplitAt::Quarter(0), Some(fifth));
    assert_eq!(draft.file_mut().add_quarter(), Some(1));
    assert_eq!(draft.file().split(SplitAt::Quarter(1)), Some(fifth));
    draft.set_split(SplitAt::Quarter(1), None);
    assert_eq!(draft.file().quarters(), 2);
    assert_eq!(draft.file().split_in_force(1), fifth);
    assert_eq!(draft.file().split_in_force(7), fifth);

    let debt = SplitAt::Quarter(1).input(Category::Debt);
    draft.type_number(debt, "less", Err("no")).unwrap_err();
    draft.remove_last_quarter();
    assert_eq!((draft.texts().count(), draft.file().quarters()), (0, 1));
    draft.remove_last_quarter();
    draft.remove_last_quarter();
    assert_eq!(draft, Draft::default());
    for _ in 0..MAX_QUARTERS {
        assert!(draft.file_mut().add_quarter().is_some());
    }
    assert_eq!(draft.file_mut().add_quarter(), None);
}

#[test]
fn initiatives_come_and_go_like_other_lines() {
    let mut draft = Draft::new(CaseFile::default());
    for _ in 0..2 {
        draft.file_mut().add_initiative();
    }
    let file = draft.file_mut();
    file.set_initiative_category(1, Category::Risk);
    file.set_initiative_horizon(1, Horizon::Later);
    let quarter = |line| Input::Plan(PlanInput::Initiative(line, InitiativeInput::Quarter));
    assert_eq!(draft.type_text(TextField::InitiativeTitle(1), "Rotate keys"), Ok(()));
    draft.type_text(TextField::InitiativeTitle(0), "two\nlines").unwrap_err();
    draft.type_number(quarter(0), "soon", Err("no")).unwrap_err();
    draft.type_number(quarter(1), "3", Ok::<_, &str>(exact(3.0))).unwrap();
    assert_eq!(draft.text("plan.initiatives.i1.title"), Some("two\nlines"));
    draft.remove_initiative(0);
    assert_eq!(draft.texts().count(), 0);
    let line = draft.file().initiatives().remove(0);
    assert_eq!((line.id.as_str(), line.title.as_str()), ("i2", "Rotate keys"));
    assert_eq!((line.category, line.horizon), (Category::Risk, Horizon::Later));
    assert_eq!(draft.file().path(quarter(0)), "plan.initiatives.i2.quarter");
    draft.remove_initiative(0);
    assert_eq!(draft, Draft::default());
}

#[test]
fn a_removed_strategy_takes_its_texts_and_sources_along() {
    let mut draft = Draft::new(CaseFile::default());
    let share = of_strategy(1, StrategyInput::Share);
    draft.type_number(share, "a bit", Err("no")).unwrap_err();
    draft.type_text(TextField::Note(share), "the team").unwrap();
    draft.remove_strategy(1);
    assert_eq!((draft.texts().count(), draft.file().sources().count()), (0, 0));
    assert_eq!(ids(draft.file()), ["s1", "s3", "s4"]);
}

#[test]
fn draws_go_together_pair_by_pair() {
    let mut file = file(SEED);
    let before = file.clone();
    let [now, after] = [Input::EfficiencyNow, Input::EfficiencyAfter];
    assert!(file.set_correlation(now, after, Some(0.5)));
    assert!(file.set_correlation(after, now, Some(-0.25)));
    let pair = ("efficiency.now".to_owned(), "efficiency.after".to_owned(), -0.25);
    assert_eq!(file.correlations(), [pair]);
    assert_eq!(file.to_case().unwrap().correlations()[0].rank(), -0.25);
    for (a, b, rank) in [(now, now, 0.5), (now, Input::Seed, 0.5), (now, Input::Dip, 1.5)] {
        assert!(!file.set_correlation(a, b, Some(rank)));
    }
    assert!(file.set_correlation(now, after, None));
    assert_eq!(file, before);
}

#[test]
fn a_removed_line_goes_together_with_nothing() {
    let mut draft = Draft::new(file(SEED));
    let line = draft.file_mut().add_cost().unwrap();
    let before = draft.clone();
    let once = Input::Cost(line, groundwork_model::input::CostInput::Once);
    assert!(draft.file_mut().set_correlation(once, Input::Amount, Some(0.5)));
    assert_ne!(draft, before);
    draft.remove_cost(line);
    assert!(draft.problems().is_empty() && draft.file().correlations().is_empty());
    assert_eq!(draft.file(), &file(SEED));
}

#[test]
fn plans_differ_in_the_order_of_the_file() {
    let mine = file(PLAN);
    let mut draft = Draft::new(mine.clone());
    draft.set_split(SplitAt::Today, None);
    draft.set_split(SplitAt::Quarter(1), Some(Split::DEFAULT));
    draft.remove_strategy(0);
    draft.remove_initiative(2);
    let theirs = draft.file_mut();
    theirs.add_strategy(StrategyKind::BigBang).unwrap();
    theirs.set_text(TextField::InitiativeTitle(0), "Bills").unwrap();
    theirs.set_initiative_category(0, Category::Risk);
    theirs.set_initiative_horizon(0, Horizon::Next);
    theirs.set_correlation(Input::EfficiencyNow, Input::EfficiencyAfter, Some(0.6));
    let theirs = theirs.clone();
    expect![[r#"
        uncertainty.correlations: efficiency.after, efficiency.now
        plan.split.features
        plan.split.defects
        plan.split.debt
        plan.split.risk
        plan.strategies.s1
        plan.strategies.s6
        plan.quarters.1.split.features
        plan.quarters.1.split.defects
        plan.quarters.1.split.debt
        plan.quarters.1.split.risk
        plan.initiatives.i1.title
        plan.initiatives.i1.category
        plan.initiatives.i1.horizon
        plan.initiatives.i3"#]]
    .assert_eq(&paths(&mine, &theirs).join("\n"));
    let found = differences(&mine, &theirs);
    let at = |path: &str| found.iter().find(|difference| difference.path == path).unwrap();
    let debt = at("plan.split.debt");
    assert_eq!((&debt.mine, &debt.theirs), (&Said::Entered(exact(0.2)), &Said::Default(0.0)));
    let kind = at("plan.strategies.s1");
    assert_eq!(kind.line.as_ref().unwrap().kind, LineKind::Strategy(StrategyKind::Accept));
    assert_eq!(at("plan.initiatives.i1.horizon").theirs, Said::Horizon(Horizon::Next));
    let pair = What::Correlation(Input::EfficiencyNow, Input::EfficiencyAfter);
    assert!(found.iter().any(|found| found.what == pair && found.theirs == Said::Rank(0.6)));
}

#[test]
fn choosing_what_is_offered_is_a_difference() {
    let mine = file(SEED);
    let mut theirs = mine.clone();
    theirs.choose_strategies();
    let found = differences(&mine, &theirs);
    assert_eq!(found.len(), 1);
    assert_eq!((&found[0].what, &found[0].theirs), (&What::Strategies, &Said::There));
}

#[test]
fn a_plan_without_names_has_its_numbers() {
    let file = file(PLAN);
    let stripped = file.without_names_and_notes();
    expect![[r#"{"format":"groundwork-case","version":1,"start":"2026-01","capacity":{"annual_cost":2000000},"efficiency":{"now":{"low":0.6,"likely":0.7,"high":0.75},"after":{"low":0.8,"likely":0.9,"high":0.95},"accrual_per_year":0.04},"investment":{"amount":200000,"first_month":4,"months":3},"sources":{"plan.points_per_capacity_year":{"kind":"typed"}},"uncertainty":{"seed":7,"correlations":[{"a":"efficiency.now","b":"efficiency.after","rank":0.5}]},"plan":{"split":{"features":0.65,"defects":0.1,"debt":0.2,"risk":0.05},"points_per_capacity_year":1.5,"best_efficiency":0.95,"strategies":[{"id":"s1","kind":"accept"},{"id":"s2","kind":"fixed_share","share":0.25},{"id":"s3","kind":"pay_when_it_pays","share_cap":0.3,"patience_months":12},{"id":"s4","kind":"quality_gates","overhead":0.1,"accrual_reduction":0.5},{"id":"s5","kind":"focused"},{"id":"s6","kind":"big_bang","capacity_share":0.5,"planned_months":12,"slip":0.5,"dual_running_months":6,"dual_running_share":0.1,"efficiency_after":0.95}],"quarters":[{"split":{"features":0.6,"defects":0.1,"debt":0.25,"risk":0.05}},{},{"split":{"features":0.75,"defects":0.25}}],"initiatives":[{"id":"i1","quarter":1,"share":0.2,"category":"debt","horizon":"now"},{"id":"i2","quarter":4,"share":0.05,"category":"features","horizon":"later"},{"id":"i3"}]}}"#]].assert_eq(&stripped.encode());
    let (case, stripped) = (file.to_case().unwrap(), stripped.to_case().unwrap());
    let numbers = |case: &groundwork_model::case::Case| -> Vec<_> {
        case.plan_inputs().map(|input| (input, case.entered(input))).collect()
    };
    assert_eq!(numbers(&case), numbers(&stripped));
    assert_eq!(case.correlations(), stripped.correlations());
}

#[test]
fn the_examples_about_a_plan_hold_what_they_are_about() {
    let fifth = Example::TwentyPercent.file(january()).to_case().unwrap();
    assert_eq!(fifth.split(), Split::new(FIFTH).ok());
    let shares: Vec<f64> =
        (0..3).filter_map(|line| fifth.likely(of_strategy(line, StrategyInput::Share))).collect();
    assert_eq!(shares, [0.1, 0.2, 0.3]);
    let portfolio = Example::Portfolio.file(january());
    assert!((0..3).all(|line| portfolio.missing_in_strategy(line).is_empty()));
    let case = portfolio.to_case().unwrap();
    assert_eq!(case.initiatives().len(), 3);
    assert!(case.entered(Input::Amount).unwrap().is_range());
}
