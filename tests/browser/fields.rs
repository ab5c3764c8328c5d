//! The fields beside the four numbers: lines that come and go, and the two forms of capacity.

use groundwork::{
    browser::document::set_value, state::workspace::Workspace, views::fields::Fields,
};
use groundwork_model::{benefit::Tag, input::Input};
use leptos::{mount::mount_to, prelude::*, task::tick};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use crate::support::{choose, click, empty_place, field, leave, see, type_text};

#[wasm_bindgen_test]
async fn a_line_that_goes_takes_nothing_from_the_others() {
    let (page, workspace) = open_fields();
    click(&page, "costs-add");
    click(&page, "costs-add");
    tick().await;
    type_text(&field(&page, "costs-c1-per-year"), "$5k");
    type_text(&field(&page, "costs-c2-label"), "Training");
    type_text(&field(&page, "costs-c2-once"), "a lot");
    type_text(&field(&page, "costs-c2-per-year"), "$12k");

    click(&page, "costs-c1-remove");
    tick().await;
    assert!(page.query_selector("[id='costs-c1-per-year']").unwrap().is_none());
    assert_eq!(field(&page, "costs-c2-label").value(), "Training");
    assert_eq!(field(&page, "costs-c2-once").value(), "a lot", "nothing typed is lost");
    assert_eq!(field(&page, "costs-c2-per-year").value(), "$12,000");

    type_text(&field(&page, "costs-c2-per-year"), "$24k");
    leave(&field(&page, "costs-c2-per-year"));
    tick().await;
    let file = workspace.draft.read_untracked().file().encode();
    assert!(file.contains(r#""id":"c2","label":"Training","per_year":24000"#), "{file}");
    assert!(!file.contains("5000"), "{file}");
}

#[wasm_bindgen_test]
async fn a_line_begins_with_its_usual_tag_and_takes_another() {
    let (page, workspace) = open_fields();
    for kind in ["onboarding", "revenue_at_risk", "infrastructure"] {
        set_value("benefits-kind", kind);
        click(&page, "benefits-add");
    }
    tick().await;
    let tags = || {
        let draft = workspace.draft.read_untracked();
        draft.file().benefits().into_iter().map(|line| line.tag).collect::<Vec<_>>()
    };
    assert_eq!(tags(), [Tag::Capacity, Tag::Risk, Tag::Cash]);

    choose(&page, "benefits-b1-tag", "cash");
    tick().await;
    assert_eq!(tags(), [Tag::Cash, Tag::Risk, Tag::Cash]);
}

#[wasm_bindgen_test]
async fn an_incomplete_line_says_what_is_missing_and_the_others_count() {
    let (page, workspace) = open_fields();
    type_four(&page);
    click(&page, "benefits-add");
    set_value("benefits-kind", "infrastructure");
    click(&page, "benefits-add");
    tick().await;
    type_text(&field(&page, "benefits-b2-per-year"), "$24k");
    type_text(&field(&page, "benefits-b1-per-year-now"), "12");
    tick().await;

    let said = see(&page, "[aria-labelledby='benefits-b1-title'] [aria-live] .remark");
    let needed = "still needed: incidents a year after, cost of an incident.";
    assert!(said.ends_with(needed), "{said}");
    let said = see(&page, "[aria-labelledby='benefits-b2-title'] [aria-live] .remark");
    assert!(said.ends_with("$24,000 a year."), "{said}");
    let shown = workspace.shown.get_untracked().unwrap();
    assert!(shown.is_current);
    assert_eq!(shown.evaluation.headline.other_benefits_per_year.to_string(), "24000");
}

#[wasm_bindgen_test]
async fn capacity_becomes_a_team_once_that_is_complete_and_an_amount_again() {
    let (page, workspace) = open_fields();
    type_four(&page);
    let likely = |input| workspace.estimate(input).map(|estimate| estimate.likely().to_string());

    click(&page, "capacity-form");
    tick().await;
    type_text(&field(&page, "capacity-engineers"), "10");
    tick().await;
    assert_eq!(likely(Input::AnnualCost).as_deref(), Some("2000000"), "until it is complete");
    assert_eq!(field(&page, "capacity-engineers").value(), "10");
    assert!(workspace.shown.get_untracked().unwrap().is_current);

    type_text(&field(&page, "capacity-salary"), "$120k");
    leave(&field(&page, "capacity-salary"));
    tick().await;
    assert_eq!(likely(Input::AnnualCost), None, "a file holds one form only");
    assert_eq!(likely(Input::Engineers).as_deref(), Some("10"));
    let cost = workspace.shown.get_untracked().unwrap().evaluation.assumptions.capacity;
    assert_eq!(cost.annual_cost.to_string(), "1680000");

    click(&page, "capacity-form");
    tick().await;
    assert_eq!(field(&page, "capacity-annual-cost").value(), "$1,680,000");
    assert_eq!(likely(Input::Engineers), None);

    click(&page, "capacity-form");
    tick().await;
    assert_eq!(field(&page, "capacity-engineers").value(), "10");
    assert_eq!(field(&page, "capacity-salary").value(), "$120,000");
    assert_eq!(likely(Input::AnnualCost), None);
}

#[wasm_bindgen_test]
async fn a_note_may_have_several_lines_and_stands_for_its_number() {
    let (page, workspace) = open_fields();
    type_four(&page);
    tick().await;
    let id = "sources-capacity-annual-cost-note";
    let note = page.query_selector(&format!("textarea[id='{id}']")).unwrap().unwrap();
    type_text(note.unchecked_ref(), "FY26 budget\nfinance");
    tick().await;
    let draft = workspace.draft.read_untracked();
    assert_eq!(draft.file().source(Input::AnnualCost).note, "FY26 budget\nfinance");
    drop(draft);
    let numbers = untrack(|| workspace.numbers_with_sources());
    let entered = numbers.iter().filter(|number| number.is_entered);
    assert_eq!(entered.clone().count(), 4);
    assert_eq!(entered.filter(|number| number.has_source).count(), 1);
}

fn type_four(page: &HtmlElement) {
    for (id, text) in [
        ("capacity-annual-cost", "$2M"),
        ("efficiency-now", "70%"),
        ("efficiency-after", "90%"),
        ("investment-amount", "$200k"),
    ] {
        type_text(&field(page, id), text);
    }
}

fn open_fields() -> (HtmlElement, Workspace) {
    // Ids are those of one page, so the one of the test before goes.
    let body = crate::support::document().body().unwrap();
    while let Ok(Some(before)) = body.query_selector("section:has(.case__fields)") {
        before.remove();
    }
    let page = empty_place();
    let opened = StoredValue::new(None);
    mount_to(page.clone(), move || {
        let workspace = Workspace::open();
        opened.set_value(Some(workspace));
        provide_context(workspace);
        view! { <Fields /> }
    })
    .forget();
    (page, opened.get_value().unwrap())
}
