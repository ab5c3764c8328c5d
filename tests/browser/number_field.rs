//! A field as a person meets it.

use groundwork::{
    components::{
        currency_field::CurrencyField, number_field::NumberField, start_field::StartField,
    },
    state::workspace::Workspace,
};
use groundwork_cases::text_field::TextField;
use groundwork_model::input::Input;
use leptos::{mount::mount_to, prelude::*, task::tick};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlElement, HtmlInputElement};

use crate::support::{empty_place, field, leave, press, press_button, see, see_message, type_text};

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

#[wasm_bindgen_test]
async fn arrow_keys_step_the_value_and_stay_in_the_field() {
    let (page, field, workspace) = open_field();
    press(&field, "ArrowUp", false);
    tick().await;
    assert_eq!(field.value(), "");
    assert!(see_message(&page, &field).starts_with("Type a figure first"));

    type_text(&field, "70");
    press(&field, "ArrowUp", false);
    assert_eq!(field.value(), "71%");
    press(&field, "ArrowDown", true);
    tick().await;
    assert_eq!(field.value(), "61%");
    assert_eq!(likely(workspace, Input::EfficiencyNow), Some(0.61));

    type_text(&field, "100%");
    press(&field, "ArrowUp", false);
    tick().await;
    assert_eq!(see_message(&page, &field), "100% is the most that can stand here.");
    assert_eq!(field.get_attribute("aria-invalid").as_deref(), Some("false"));
}

#[wasm_bindgen_test]
async fn enter_writes_the_value_as_leaving_does() {
    let (page, field, _) = open_field();
    type_text(&field, "0.7");
    press(&field, "Enter", false);
    tick().await;
    assert_eq!(field.value(), "70%");

    type_text(&field, "eight");
    press(&field, "Enter", false);
    tick().await;
    assert_eq!(field.value(), "eight");
    assert!(see_message(&page, &field).starts_with("“eight” is not a number"));
}

#[wasm_bindgen_test]
async fn what_was_understood_stays_until_the_text_is_changed() {
    let (page, field, _) = open_field();
    type_text(&field, "7/10");
    leave(&field);
    tick().await;
    assert_eq!(field.value(), "70%");
    assert_eq!(see_message(&page, &field), "Understood as 70%.");

    leave(&field);
    tick().await;
    assert_eq!(see_message(&page, &field), "Understood as 70%.", "passing through changes nothing");

    type_text(&field, "75%");
    tick().await;
    assert_eq!(see_message(&page, &field), "");
}

#[wasm_bindgen_test]
async fn a_default_is_said_to_be_nobodys_and_can_be_kept() {
    let (page, workspace) =
        open(|| view! { <NumberField input=Input::HorizonMonths label="Horizon" /> }.into_any());
    let field = field(&page, "horizon-months");
    assert_eq!(field.get_attribute("placeholder").as_deref(), Some("24"));
    let hint = see(&page, "[id='horizon-months-hint']");
    assert_eq!(hint, "From 1 to 120 months; 24 months unless you say otherwise");
    assert!(see(&page, ".number-field__mark").contains("not your number"));

    press_button(&page, "keep it as mine");
    tick().await;
    assert_eq!(likely(workspace, Input::HorizonMonths), Some(24.0));
    assert_eq!(field.value(), "24");
    assert_eq!(see(&page, ".number-field__mark"), "");
}

#[wasm_bindgen_test]
async fn an_estimate_is_entered_with_its_note_and_forgotten_with_another_number() {
    let (page, field, workspace) = open_field();
    type_text(&field, "50%");
    workspace.use_estimate(
        Input::EfficiencyNow,
        0.78,
        "Estimated: of 40 hours a week, 9 are lost.",
    );
    tick().await;
    assert_eq!(field.value(), "50%", "nobody changes a text that is being typed");
    type_text(&field, "78%");
    leave(&field);
    let source = || {
        let draft = workspace.draft.read_untracked();
        let source = draft.file().source(Input::EfficiencyNow);
        (source.kind.to_owned(), source.note.to_owned())
    };
    assert_eq!(source().0, "estimated");
    tick().await;
    assert!(see(&page, "[id='efficiency-now-hint']").starts_with("Estimated: of 40 hours"));

    type_text(&field, "60%");
    leave(&field);
    tick().await;
    assert_eq!(source(), (String::new(), String::new()));
}

#[wasm_bindgen_test]
async fn another_currency_relabels_amounts_and_says_so() {
    let (page, workspace) = open(|| {
        view! {
            <CurrencyField />
            <NumberField input=Input::Amount label="Investment" />
        }
        .into_any()
    });
    let (currency, amount) = (field(&page, "currency"), field(&page, "investment-amount"));
    type_text(&amount, "€200k");
    leave(&amount);
    tick().await;
    let message = see_message(&page, &amount);
    assert!(message.contains("EUR") && message.contains("USD ($)"), "{message}");
    assert_eq!(likely(workspace, Input::Amount), None);

    type_text(&currency, "euro");
    tick().await;
    leave(&currency);
    tick().await;
    assert_eq!(currency.value(), "EUR");
    assert!(see_message(&page, &currency).contains("nothing was converted"));
    tick().await;
    assert_eq!(amount.value(), "€200,000", "what stood there can be read now");
    assert_eq!(likely(workspace, Input::Amount), Some(200_000.0));
    assert_eq!(amount.get_attribute("aria-invalid").as_deref(), Some("false"));

    type_text(&amount, "300k");
    leave(&amount);
    type_text(&currency, "$");
    leave(&currency);
    tick().await;
    assert!(see_message(&page, &currency).contains("type the three letters"));
    type_text(&currency, "usd");
    tick().await;
    leave(&currency);
    tick().await;
    assert_eq!(amount.value(), "$300,000");
}

#[wasm_bindgen_test]
async fn a_month_is_read_as_people_write_it_and_shown_by_its_name() {
    let (page, workspace) = open(|| view! { <StartField /> }.into_any());
    let field = field(&page, "start");
    for text in ["2027-01", "Jan 2027", "1/2027", "01.2027", "2027/1", "january 2027"] {
        type_text(&field, text);
        leave(&field);
        tick().await;
        assert_eq!(field.value(), "January 2027", "{text}");
        assert_eq!(workspace.text(TextField::Start), "2027-01", "{text}");
    }
    type_text(&field, "next spring");
    leave(&field);
    tick().await;
    assert_eq!(field.value(), "next spring");
    assert!(see_message(&page, &field).contains("such as January 2027"));
    let kept = workspace.draft.with_untracked(|draft| draft.file().start());
    assert_eq!(kept.map(|start| start.to_string()).as_deref(), Some("2027-01"));
}

fn likely(workspace: Workspace, input: Input) -> Option<f64> {
    workspace.estimate(input).map(|estimate| estimate.likely())
}

fn open_field() -> (HtmlElement, HtmlInputElement, Workspace) {
    let (page, workspace) = open(|| {
        view! { <NumberField input=Input::EfficiencyNow label="Efficiency now" hint="A share" /> }
            .into_any()
    });
    let field = field(&page, "efficiency-now");
    (page, field, workspace)
}

fn open(view: fn() -> AnyView) -> (HtmlElement, Workspace) {
    let page = empty_place();
    let opened = StoredValue::new(None);
    mount_to(page.clone(), move || {
        let workspace = Workspace::open();
        opened.set_value(Some(workspace));
        provide_context(workspace);
        view()
    })
    .forget();
    (page, opened.get_value().unwrap())
}
