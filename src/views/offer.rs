//! What is offered, once, to somebody who keeps several cases in a browser that may clear them.

use leptos::prelude::*;

use crate::{
    browser::document::focus_soon,
    components::{button::plain_button, live},
    state::{
        persistence::{Offer as Offered, Persistence},
        workspace::Workspace,
    },
};

/// Id of the button the cases are reached by, which takes the focus when the offer goes.
const CASES_ID: &str = "open-cases";
/// Id of the button that exports all of them.
const EXPORT_ID: &str = "cases-export";

/// An offer, until it is taken or declined.
#[component]
pub fn Offer(
    /// Opens the list of cases.
    has_cases_open: RwSignal<bool>,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let persistence = expect_context::<Persistence>();
    persistence.follow(workspace);
    let offered = live(move || match persistence.offer.get() {
        Some(Offered::Promise) => offer(
            workspace,
            persistence,
            Offered::Promise,
            "You keep more than one case here now. When a browser runs short of room it may clear what a page has kept, unless it has promised not to.",
            "Ask the browser to keep them",
            Box::new(move || persistence.ask(workspace)),
        ),
        Some(Offered::Export) => offer(
            workspace,
            persistence,
            Offered::Export,
            "Your cases are in this browser alone, and it has not promised to keep them. One file with all of them is a copy that stays yours.",
            "Export all cases…",
            Box::new(move || {
                persistence.answer(workspace, Offered::Export);
                has_cases_open.set(true);
                focus_soon(EXPORT_ID.to_owned());
            }),
        ),
        None => ().into_any(),
    });
    view! { <div class="notices" role="status">{offered}</div> }.into_any()
}

fn offer(
    workspace: Workspace,
    persistence: Persistence,
    offered: Offered,
    why: &'static str,
    take: &'static str,
    taken: Box<dyn Fn()>,
) -> AnyView {
    let decline = Box::new(move || {
        persistence.answer(workspace, offered);
        focus_soon(CASES_ID.to_owned());
    });
    view! {
        <div class="offer">
            <p>{why}</p>
            {plain_button("offer-take".to_owned(), take, taken)}
            {plain_button("offer-decline".to_owned(), "Not now", decline)}
        </div>
    }
    .into_any()
}
