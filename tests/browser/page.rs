//! The whole page, mounted as it is when it starts.

use leptos::task::tick;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use crate::support::{empty_place, field, leave, see, type_text};

#[wasm_bindgen_test]
async fn four_figures_give_the_headline() {
    let page = empty_place();
    groundwork::mount(page.clone());
    for (id, text) in [
        ("capacity-annual-cost", "$2M"),
        ("efficiency-now", "70%"),
        ("efficiency-after", "90%"),
        ("investment-amount", "$200k"),
    ] {
        let field = field(&page, id);
        type_text(&field, text);
        leave(&field);
        tick().await;
    }
    let said = see(&page, "[data-testid='headline']");
    assert!(said.starts_with("Working around debt absorbs $600k of $2.0M a year."), "{said}");
}

#[wasm_bindgen_test]
async fn the_example_stands_in_every_field() {
    let page = empty_place();
    groundwork::mount(page.clone());
    // A field that was typed into holds on to its text in ways an untouched one does not.
    type_text(&field(&page, "efficiency-now"), "");
    leave(&field(&page, "efficiency-now"));
    let buttons = page.query_selector_all("button").unwrap();
    let buttons = (0..buttons.length()).filter_map(|index| buttons.item(index));
    let mut buttons = buttons.map(JsCast::unchecked_into::<HtmlElement>);
    let example = buttons.find(|button| button.text_content().unwrap().contains("example"));
    example.unwrap().click();
    tick().await;
    for (id, text) in [
        ("capacity-annual-cost", "$2,000,000"),
        ("efficiency-now", "70%"),
        ("efficiency-after", "90%"),
        ("investment-amount", "$200,000"),
    ] {
        assert_eq!(field(&page, id).value(), text);
    }
    let said = see(&page, "[data-testid='headline']");
    assert!(said.contains("from April to June"), "{said}");
}
