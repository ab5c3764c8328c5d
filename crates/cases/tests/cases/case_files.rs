//! Whole files: what is read, what is reported and what is written back.

use expect_test::{Expect, expect};
use groundwork_cases::case_file::CaseFile;
use groundwork_cases::example::Example;
use groundwork_cases::source::Source;
use groundwork_cases::text_field::TextField;
use groundwork_model::{
    benefit::{BenefitKind, Tag},
    evaluation::evaluate,
    input::{BenefitInput, CostInput, Input},
    investment::PaidFrom,
};

use crate::support::{
    EVERYTHING, INCOMPLETE, PARTLY_WRONG, PLAN, PLAN_WRONG, SEED, UNKNOWN_FIELDS, exact, file,
    january, json, with_fields,
};

#[track_caller]
fn problems(file: &CaseFile, wanted: &Expect) {
    wanted.assert_eq(&file.readable().problems.to_string());
}

#[test]
fn every_file_is_written_back_as_it_was() {
    for text in [SEED, INCOMPLETE, UNKNOWN_FIELDS, EVERYTHING, PARTLY_WRONG, PLAN, PLAN_WRONG] {
        let file = file(text);
        assert_eq!(file.encode_pretty(), text);
        assert_eq!(json(&file.encode()), json(text));
        assert_eq!(CaseFile::decode(&file.encode()), Ok(file));
    }
}

#[test]
fn the_seed_case_gives_the_figures_of_the_model() {
    let file = file(SEED);
    let evaluation = evaluate(&file.to_case().unwrap());
    assert!((evaluation.headline.gain_year_one - 360_000.0).abs() < 1e-6);
    assert!((evaluation.returns.npv - 338_733.72).abs() < 0.01);
    assert_eq!((file.title(), file.currency()), ("Pay down auth-service debt", "USD"));
    assert_eq!((file.start(), file.paid_from()), (Some(january()), Some(PaidFrom::Capacity)));
}

#[test]
fn a_file_with_everything_is_a_case_with_everything() {
    let file = file(EVERYTHING);
    let case = file.to_case().unwrap();
    let inputs: Vec<Input> = case.inputs().collect();
    for input in &inputs {
        assert_eq!(file.path(*input), case.path(*input));
        assert_eq!(file.input_at(&file.path(*input)), Some(*input));
    }
    let suggested = Input::FailureProbability;
    let not_entered: Vec<Input> =
        inputs.into_iter().filter(|input| case.entered(*input).is_none()).collect();
    // Every other line shows confidence, lag and the margin once.
    assert!(not_entered.contains(&suggested) && case.likely(suggested) == Some(0.1));
    assert!(!file.is_entered(suggested) && file.is_entered(Input::Slip));
    assert_eq!(not_entered.len(), 1 + 2 * 5);
    assert_eq!(case.benefits()[3].kind, BenefitKind::Onboarding);
    assert_eq!(
        file.source(Input::EfficiencyNow),
        Source { kind: "typed", note: "Survey of both teams:\nthree of ten days" }
    );
    assert_eq!(file.sources().count(), 3);
    assert_eq!(file.unused(), [""; 0]);
}

#[test]
fn what_is_missing_is_named_and_nothing_else() {
    let file = file(INCOMPLETE);
    assert_eq!(file.readable().case, None);
    problems(
        &file,
        &expect![[r#"
            capacity.annual_cost is missing
            efficiency.after is missing
            investment.amount is missing
            benefits.outages.per_year_after is missing
            benefits.outages.cost_each is missing"#]],
    );
}

#[test]
fn a_partly_wrong_file_loses_only_what_is_wrong() {
    let file = file(PARTLY_WRONG);
    assert!(file.to_case().is_err());
    let case = file.readable().case.unwrap();
    assert_eq!(case.likely(Input::EfficiencyNow), Some(0.7));
    assert_eq!(case.likely(Input::Confidence), Some(1.0));
    assert_eq!(case.likely(Input::HorizonMonths), Some(24.0));
    let costs: Vec<&str> = case.costs().iter().map(|line| line.id.as_str()).collect();
    assert_eq!(costs, ["c1", "c3", "c4"]);
    assert_eq!(case.benefits().len(), 1);
    let cloud = Input::Benefit(0, BenefitInput::PerYear);
    assert_eq!(case.likely(cloud), Some(24_000.0));
    assert_eq!(file.path(cloud), "benefits.cloud.per_year");
    assert_eq!((file.title(), file.currency(), file.start()), ("", "USD", None));
    problems(
        &file,
        &expect![[r#"
            title is 42; it must be text
            currency is "dollars"; it must be three capital letters such as USD
            start is "2026-13"; it must be a month from 1970-01 to 2200-12, written as YYYY-MM
            horizon_months is 24.5; it must be a whole number from 1 to 120
            discount_rate is 0.05, 0.1, 0.15; it takes one figure, 0 to 1
            capacity.realised is "most of it"; it must be a number or { low, likely, high }, 0 to 1
            efficiency.confidence is 1.7; it must be 0 to 1
            investment.paid_from is "thin air"; it must be capacity or money
            investment.dip has low 0.3, likely 0.2, high 0.1; they must rise in that order
            investment.upkeep_share is {"low":0.1,"likely":0.2}; it must be a number or { low, likely, high }, 0 to 1
            costs[0] is "a lot"; it must be an object
            costs.c1.tag is "gold"; it must be cash or capacity or risk
            costs.c1.once is -5; it must be 0 to 1000000000000
            costs.c3.id is "c1"; another line has the same id
            costs.c4.id is 3; it must be text
            benefits.luck.kind is "luck"; it is not a kind of benefit known here
            benefits.nothing.kind is missing
            sources.capacity.annual_cost is "finance"; it must be an object
            sources.efficiency.now.note is ["survey"]; it must be text
            uncertainty.seed is 9007199254740992; it must be a whole number from 0 to 9007199254740991
            uncertainty.correlations[1] is null; it must be an object
            uncertainty.correlations[0].b is "efficiency.tomorrow"; this case has no such number
            uncertainty.correlations[0].rank is 2; it must be -1 to 1"#]],
    );
}

#[test]
fn numbers_that_cannot_be_used_are_named_with_their_value_and_range() {
    let cases = [
        (
            r#""efficiency":{"now":1.7}"#,
            expect![[r#"
            efficiency.now is 1.7; it must be 0.01 to 1
            efficiency.after is missing"#]],
        ),
        (
            r#""efficiency":{"now":"seventy"}"#,
            expect![[r#"
            efficiency.now is "seventy"; it must be a number or { low, likely, high }, 0.01 to 1
            efficiency.after is missing"#]],
        ),
        (
            r#""efficiency":{"now":{"low":0.6,"likely":0.7}}"#,
            expect![[r#"
            efficiency.now is {"low":0.6,"likely":0.7}; it must be a number or { low, likely, high }, 0.01 to 1
            efficiency.after is missing"#]],
        ),
        (r#""efficiency":[0.7,0.9]"#, expect!["efficiency is [0.7,0.9]; it must be an object"]),
        (
            r#""capacity":{"annual_cost":0}"#,
            expect!["capacity.annual_cost is 0; it must be above 0 up to 1000000000000"],
        ),
        (
            r#""capacity":{"annual_cost":123456789012345678901234567890}"#,
            expect![
                "capacity.annual_cost is 123456789012345680000000000000; it must be above 0 up to 1000000000000"
            ],
        ),
        (
            r#""capacity":{"annual_cost":2000000,"engineers":10}"#,
            expect![
                "capacity.annual_cost and capacity.engineers are both given; capacity is one or the other"
            ],
        ),
        (
            r#""capacity":{"engineers":1e5,"salary":1e7},"efficiency":{"now":0.7,"after":0.9},
               "investment":{"amount":0}"#,
            expect![
                "capacity: 100000 engineers at 10000000 a year; together they must cost above 0 up to 1000000000000"
            ],
        ),
        (
            r#""capacity":{"engineers":"ten"}"#,
            expect![[
                r#"capacity.engineers is "ten"; it must be a number or { low, likely, high }, above 0 up to 100000"#
            ]],
        ),
        (r#""capacity":{"salary":100000}"#, expect!["capacity.engineers is missing"]),
    ];
    for (fields, wanted) in cases {
        let about = json(&format!("{{{fields}}}"));
        let section = about.as_object().unwrap().keys().next().unwrap().clone();
        let problems = with_fields(fields).readable().problems;
        let own = problems.0.iter().filter(|problem| problem.path.starts_with(&section));
        let own: Vec<String> = own.map(ToString::to_string).collect();
        wanted.assert_eq(&own.join("\n"));
    }
}

#[test]
fn text_that_cannot_be_shown_safely_is_reported_and_not_given_out() {
    for (title, is_usable) in [
        ("Säule 4 – Größe", true),
        ("شراء", true),
        ("two\\nlines", false),
        ("bell \\u0007", false),
        ("invoice\\u202Efdp.exe", false),
        ("isolate \\u2066", false),
    ] {
        let file = with_fields(&format!(r#""title":"{title}""#));
        assert_eq!(!file.title().is_empty(), is_usable, "{title}");
        assert_eq!(file.readable().problems.at("title").is_none(), is_usable, "{title}");
        assert_eq!(CaseFile::decode(&file.encode()), Ok(file));
    }
    let long = "é".repeat(2_001);
    let file = with_fields(&format!(r#""title":"{long}","x\u202ey":1"#));
    expect![["title has 2001 characters; it may have 2000"]]
        .assert_eq(&file.readable().problems.at("title").unwrap().to_string());
    assert_eq!(file.unused(), ["x\\u{202e}y"]);
}

#[test]
fn a_field_that_is_not_known_is_kept_and_noted() {
    expect![[r#"
        capacity.team
        efficiency.__proto__
        investment.vendor
        costs.c1.invoice
        benefits.b1.owner
        sources.efficiency.now.by
        uncertainty.sampler
        capacity.annual_cost.shape
        benefits.b1.salary
        register"#]]
    .assert_eq(&file(UNKNOWN_FIELDS).unused().join("\n"));
    assert!(file(UNKNOWN_FIELDS).to_case().is_ok());
}

#[test]
fn lists_beyond_the_limit_are_cut_and_said() {
    let lines = vec![r#"{"once":1}"#; 201].join(",");
    let file = with_fields(&format!(r#""costs":[{lines}]"#));
    assert_eq!(file.costs().len(), 200);
    expect![["costs has 201 entries; it may have 200"]]
        .assert_eq(&file.readable().problems.at("costs").unwrap().to_string());
    let mut file = file;
    assert_eq!(file.add_cost(), None);
}

#[test]
fn lines_without_an_id_get_one_no_other_line_has() {
    let file = with_fields(
        r#""costs":[{},{"id":"c1"},{"id":""},{"id":"c4"},{}],"benefits":[{"kind":"other"}]"#,
    );
    let ids: Vec<String> = file.costs().into_iter().map(|line| line.id).collect();
    assert_eq!(ids, ["c2", "c1", "c3", "c4", "c5"]);
    assert_eq!(file.benefits()[0].id, "b1");
    assert_eq!(file.costs()[0].tag, Tag::Cash);
    assert_eq!(file.path(Input::Cost(4, CostInput::Once)), "costs.c5.once");
}

#[test]
fn a_new_case_suggests_three_months_that_are_nobodys_number_yet() {
    let mut file = CaseFile::new(january());
    assert!(!file.is_entered(Input::InvestmentMonths));
    for (input, value) in [
        (Input::AnnualCost, 2e6),
        (Input::EfficiencyNow, 0.7),
        (Input::EfficiencyAfter, 0.9),
        (Input::Amount, 2e5),
    ] {
        file.set_number(input, Some(exact(value))).unwrap();
    }
    let case = file.to_case().unwrap();
    assert_eq!(case.entered(Input::InvestmentMonths), None);
    assert_eq!(case.likely(Input::InvestmentMonths), Some(3.0));

    file.set_number(Input::InvestmentMonths, Some(exact(3.0))).unwrap();
    assert!(file.is_entered(Input::InvestmentMonths));
    assert_eq!(file.to_case().unwrap().entered(Input::InvestmentMonths), Some(exact(3.0)));
    assert!(!file.encode().contains("sources"));
}

#[test]
fn the_example_is_the_seed_case_under_another_name() {
    let (seed, mut example) = (file(SEED), Example::TwoMillion.file(january()));
    assert_eq!(example.title(), "The two-million conversation");
    example.set_title(seed.title()).unwrap();
    assert_eq!(example, seed);
}

#[test]
fn what_is_set_is_written_and_what_is_removed_leaves_nothing_behind() {
    let mut file = CaseFile::default();
    let line = file.add_benefit(BenefitKind::Incidents).unwrap();
    let number = Input::Benefit(line, BenefitInput::CostEach);
    file.set_number(number, Some(exact(8_000.0))).unwrap();
    file.set_number(Input::Seed, Some(exact(7.0))).unwrap();
    file.set_text(TextField::BenefitLabel(line), "Outages").unwrap();
    file.set_text(TextField::Note(number), "on-call log").unwrap();
    file.set_benefit_tag(line, Tag::Cash);
    file.set_paid_from(Some(PaidFrom::Money));
    expect![[r#"{"format":"groundwork-case","version":1,"investment":{"paid_from":"money"},"benefits":[{"id":"b1","kind":"incidents","label":"Outages","tag":"cash","cost_each":8000}],"sources":{"benefits.b1.cost_each":{"note":"on-call log"}},"uncertainty":{"seed":7}}"#]].assert_eq(&file.encode());

    file.set_number(Input::Seed, None).unwrap();
    file.set_paid_from(None);
    file.set_text(TextField::Note(number), "").unwrap();
    file.set_number(number, None).unwrap();
    file.set_number(Input::Cost(9, CostInput::Once), None).unwrap();
    assert!(file.set_number(Input::Cost(9, CostInput::Once), Some(exact(1.0))).is_err());
    expect![[r#"{"format":"groundwork-case","version":1,"benefits":[{"id":"b1","kind":"incidents","label":"Outages","tag":"cash"}]}"#]].assert_eq(&file.encode());
}
