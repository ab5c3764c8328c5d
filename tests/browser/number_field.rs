//! A field as a person meets it.

use groundwork::{components::number_field::NumberField, state::workspace::Workspace};
use groundwork_model::input::Input;
use leptos::{mount::mount_to, prelude::*, task::tick};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlElement, HtmlInputElement};

use crate::support::{empty_place, field, leave, see_message, type_text};

#[wasm_bindgen_test]
async fn shows_the_message_for_what_was_typed() {
    let (page, field, _) = open_field();

    type_text(&field, "eight");
    tick().await;
    assert_eq!(see_message(&page, &field), "", "nothing is said while typing");

    leave(&field);
    tick().await;
    assert!(see_message(&page, &field).starts_with("“eight” is not a number"));
    assert_eq!(field.get_attribute("aria-invalid").as_deref(), Some("true"));
    assert_eq!(field.value(), "eight");
}

#[wasm_bindgen_test]
async fn the_message_follows_the_typing_once_it_is_there() {
    let (page, field, _) = open_field();
    type_text(&field, "170%");
    leave(&field);
    tick().await;
    let message = "Efficiency now is between 1% and 100%; 170% is above that.";
    assert_eq!(see_message(&page, &field), message);

    type_text(&field, "70");
    tick().await;
    assert_eq!(see_message(&page, &field), "");
    assert_eq!(field.get_attribute("aria-invalid").as_deref(), Some("false"));
    assert_eq!(field.value(), "70", "nobody changes a text that is being typed");

    leave(&field);
    tick().await;
    assert_eq!(field.value(), "70%");
}

#[wasm_bindgen_test]
async fn what_was_typed_stands_in_the_draft() {
    let (_, field, workspace) = open_field();
    let entered = || {
        let draft = workspace.draft.read_untracked();
        draft.file().estimate(Input::EfficiencyNow).map(|estimate| estimate.values())
    };
    type_text(&field, "80 to 95");
    tick().await;
    assert_eq!(entered(), Some([0.8, 0.875, 0.95]));

    type_text(&field, "");
    tick().await;
    assert_eq!(entered(), None);

    type_text(&field, "plenty");
    tick().await;
    assert_eq!(workspace.draft.read_untracked().text("efficiency.now"), Some("plenty"));
}

#[wasm_bindgen_test]
fn label_hint_and_message_belong_to_the_field() {
    let (page, field, _) = open_field();
    let label = page.query_selector("label").unwrap().unwrap();
    assert_eq!(label.get_attribute("for"), Some(field.id()));
    assert_eq!(label.text_content().as_deref(), Some("Efficiency now"));
    let described_by = field.get_attribute("aria-describedby").unwrap();
    for id in described_by.split(' ') {
        assert!(page.query_selector(&format!("[id='{id}']")).unwrap().is_some(), "{id}");
    }
}

fn open_field() -> (HtmlElement, HtmlInputElement, Workspace) {
    let page = empty_place();
    let opened = StoredValue::new(None);
    mount_to(page.clone(), move || {
        let workspace = Workspace::open();
        opened.set_value(Some(workspace));
        provide_context(workspace);
        view! { <NumberField input=Input::EfficiencyNow label="Efficiency now" hint="A share" /> }
    })
    .forget();
    let field = field(&page, "efficiency-now");
    (page, field, opened.get_value().unwrap())
}
