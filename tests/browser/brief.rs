//! The brief on the page: it follows the case, and is there alone.

use groundwork::browser::fragment::replace_fragment;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement};

use crate::support::{empty_place, field, leave, press_button, see, settle, type_text};

#[wasm_bindgen_test]
async fn what_changes_in_the_case_changes_where_the_brief_says_it() {
    let page = page_with_a_case().await;
    go_to(&page, "#/brief").await;
    let said = |at| section(&page, at).text_content().unwrap();
    let situation = said(0);
    assert!(said(1).contains("$300k"));

    press_button(&page, "Undo");
    settle().await;
    assert!(said(1).contains("$200k"), "{}", said(1));
    assert_eq!(said(0), situation);

    type_text(&field(&page, "title"), "Auth service");
    settle().await;
    assert_eq!(see(&page, ".brief__title"), "Auth service");
    replace_fragment("");
}

#[wasm_bindgen_test]
async fn one_view_is_there_at_a_time() {
    let page = page_with_a_case().await;
    assert!(page.query_selector("article").unwrap().is_none());
    go_to(&page, "#/brief").await;
    assert!(page.query_selector("article").unwrap().is_some());
    assert!(page.query_selector("#investment-amount").unwrap().is_none());
    go_to(&page, "#/case").await;
    assert!(page.query_selector("article").unwrap().is_none());
    assert_eq!(field(&page, "investment-amount").value(), "$300,000");
    replace_fragment("");
}

async fn page_with_a_case() -> HtmlElement {
    replace_fragment("");
    let page = empty_place();
    groundwork::mount(page.clone());
    for (id, text) in [
        ("capacity-annual-cost", "$2M"),
        ("efficiency-now", "70%"),
        ("efficiency-after", "90%"),
        ("investment-amount", "$200k"),
        // So that what follows is a step of its own, which can be taken back.
        ("efficiency-after", "85%"),
        ("investment-amount", "$300k"),
    ] {
        type_text(&field(&page, id), text);
        leave(&field(&page, id));
        settle().await;
    }
    page
}

async fn go_to(page: &HtmlElement, address: &str) {
    let tab = page.query_selector(&format!(".tabs a[href='{address}']")).unwrap().unwrap();
    tab.unchecked_into::<HtmlElement>().click();
    settle().await;
    settle().await;
}

fn section(page: &HtmlElement, at: u32) -> Element {
    page.query_selector_all(".brief__section").unwrap().item(at).unwrap().unchecked_into()
}
