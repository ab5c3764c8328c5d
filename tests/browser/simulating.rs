//! Uncertain cases are simulated: here on the page itself, because the page of the tests comes
//! without a worker.

use std::time::Duration;

use groundwork::{
    browser::js_api::announce,
    components::simulation_progress::SimulationProgress,
    state::{
        simulating::{Simulated, Simulating},
        workspace::Workspace,
    },
    views::fields::Fields,
};
use groundwork_model::simulation::{DEFAULT_DRAWS, Simulation, simulate};
use js_sys::{Error, Function, JSON, Promise, Reflect};
use leptos::{mount::mount_to, prelude::*};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use crate::support::{document, empty_place, field, press_button, see, settle, type_text};

const RANGES: &str = include_str!("../cases/ranges.json");
const GOLDEN: &str = include_str!("../golden/simulated/ranges.json");

#[wasm_bindgen_test]
async fn the_page_itself_simulates_to_the_golden_results() {
    let results = asked(RANGES, "{}").await.unwrap();
    assert_eq!(results, as_javascript(GOLDEN));
}

#[wasm_bindgen_test]
async fn what_cannot_be_simulated_is_a_promise_that_is_refused() {
    let message = asked(RANGES, r#"{ "draws": 99 }"#).await.unwrap_err();
    assert!(
        message.ends_with("is 99; it must be a whole number from 100 to 1,000,000"),
        "{message}"
    );
    let message = asked("{}", "{}").await.unwrap_err();
    assert!(message.starts_with("case: "), "{message}");
}

#[wasm_bindgen_test]
async fn a_case_without_a_range_is_not_simulated() {
    let (page, workspace, simulating) = open();
    type_four(&page, "$200k");
    wait(400).await;
    assert_eq!(simulating.now.get_untracked(), Simulated::Nothing);
    assert!(workspace.shown.get_untracked().unwrap().evaluation.simulation.is_none());
}

#[wasm_bindgen_test]
async fn a_range_brings_a_simulation_and_the_next_one_takes_its_place() {
    let (page, workspace, simulating) = open();
    type_four(&page, "$150k to $350k");
    let first = ready(workspace, simulating).await;

    type_text(&field(&page, "investment-amount"), "$150k to $450k");
    settle().await;
    let Simulated::Running { last: Some(last), draws, .. } = simulating.now.get_untracked() else {
        panic!("{:?}", simulating.now.get_untracked());
    };
    assert!(*last == first && draws == DEFAULT_DRAWS);
    assert!(untrack(|| simulating.is_stale()));
    let shown = workspace.shown.get_untracked().unwrap();
    let standing_in = shown.evaluation.simulation.as_deref();
    assert_eq!(standing_in, Some(&first), "until there are draws of its own, marked as stale");
    let written =
        untrack(|| simulating.write(workspace, |writer| writer.evaluation.clone())).unwrap();
    assert_eq!(written.simulation.as_deref(), Some(&first));

    let second = ready(workspace, simulating).await;
    assert!(second != first && !untrack(|| simulating.is_stale()));
    // The same case, written otherwise, is the one that is known.
    type_text(&field(&page, "investment-amount"), "$150k to $450,000");
    settle().await;
    assert!(matches!(simulating.now.get_untracked(), Simulated::Ready(_)));
}

#[wasm_bindgen_test]
async fn who_types_quickly_gets_the_simulation_of_what_was_typed_last() {
    let (page, workspace, simulating) = open();
    type_four(&page, "$150k to $350k");
    for amount in 350..=365 {
        type_text(&field(&page, "investment-amount"), &format!("$150k to ${amount}k"));
        // Some of them are asked for and superseded, some are not even asked for.
        wait(if amount % 4 == 0 { 170 } else { 10 }).await;
    }
    ready(workspace, simulating).await;
    let shown = workspace.shown.get_untracked().unwrap();
    assert_eq!(
        workspace.number_text(groundwork_model::input::Input::Amount),
        "$150,000 to $365,000"
    );
    assert!(shown.evaluation.simulation.is_some());
}

#[wasm_bindgen_test]
async fn a_simulation_is_forgotten_with_the_range() {
    let (page, workspace, simulating) = open();
    type_four(&page, "$150k to $350k");
    ready(workspace, simulating).await;
    type_text(&field(&page, "investment-amount"), "$200k");
    settle().await;
    assert_eq!(simulating.now.get_untracked(), Simulated::Nothing);
    assert!(untrack(|| simulating.write(workspace, |_| ())).is_none());
}

#[wasm_bindgen_test]
async fn a_long_simulation_says_how_far_it_is_and_can_be_stopped() {
    let (page, workspace, simulating) = open();
    type_four(&page, "$150k to $350k");
    settle().await;
    assert_eq!(see(&page, "[data-testid='simulation-progress']"), "");
    simulating.is_long.set(true);
    settle().await;
    let said = see(&page, "[data-testid='simulation-progress']");
    assert!(said.starts_with("Simulating: ") && said.ends_with(" of 10,000 draws"), "{said}");
    press_button(&page, "Stop");
    settle().await;
    assert!(matches!(simulating.now.get_untracked(), Simulated::Failed(_)));
    assert_eq!(see(&page, "[data-testid='simulation-progress']"), "");
    wait(400).await;
    assert!(matches!(simulating.now.get_untracked(), Simulated::Failed(_)), "nothing comes later");

    type_text(&field(&page, "investment-amount"), "$150k to $450k");
    ready(workspace, simulating).await;
}

/// Waits for the simulation of the case on screen, which is that of the model, to the bit.
async fn ready(workspace: Workspace, simulating: Simulating) -> Simulation {
    for _ in 0..200 {
        wait(50).await;
        if let Simulated::Ready(simulation) = simulating.now.get_untracked() {
            let shown = workspace.shown.get_untracked().unwrap();
            assert_eq!(shown.evaluation.simulation.as_deref(), Some(&*simulation));
            assert!(simulate(&shown.evaluation.case, DEFAULT_DRAWS) == *simulation);
            return (*simulation).clone();
        }
    }
    panic!("no simulation after ten seconds: {:?}", simulating.now.get_untracked());
}

async fn wait(milliseconds: u64) {
    let waited = Promise::new(&mut |resolve, _| {
        let resolve = move || drop(resolve.call0(&JsValue::UNDEFINED));
        set_timeout(resolve, Duration::from_millis(milliseconds));
    });
    JsFuture::from(waited).await.unwrap();
}

/// What `groundwork.simulate` gives, as JSON, or the message of what it refuses with.
async fn asked(case: &str, options: &str) -> Result<String, String> {
    announce();
    let api = Reflect::get(&web_sys::window().unwrap(), &"groundwork".into()).unwrap();
    let simulate: Function = Reflect::get(&api, &"simulate".into()).unwrap().unchecked_into();
    let (case, options) = (JSON::parse(case).unwrap(), JSON::parse(options).unwrap());
    let promise: Promise = simulate.call2(&api, &case, &options).unwrap().unchecked_into();
    match JsFuture::from(promise).await {
        Ok(results) => Ok(JSON::stringify(&results).unwrap().into()),
        Err(thrown) => Err(String::from(thrown.unchecked_into::<Error>().message())),
    }
}

fn as_javascript(text: &str) -> String {
    JSON::stringify(&JSON::parse(text).unwrap()).unwrap().into()
}

fn type_four(page: &HtmlElement, amount: &str) {
    for (id, text) in [
        ("capacity-annual-cost", "$2M"),
        ("efficiency-now", "70%"),
        ("efficiency-after", "90%"),
        ("investment-amount", amount),
    ] {
        type_text(&field(page, id), text);
    }
}

fn open() -> (HtmlElement, Workspace, Simulating) {
    // Ids are those of one page, so the one of the test before goes.
    let body = document().body().unwrap();
    while let Ok(Some(before)) = body.query_selector("section:has(.case__fields)") {
        before.remove();
    }
    let page = empty_place();
    let opened = StoredValue::new(None);
    mount_to(page.clone(), move || {
        let workspace = Workspace::open();
        opened.set_value(Some((workspace, expect_context::<Simulating>())));
        provide_context(workspace);
        view! {
            <Fields />
            <SimulationProgress />
        }
    })
    .forget();
    let (workspace, simulating) = opened.get_value().unwrap();
    (page, workspace, simulating)
}
