//! The plan: how capacity is divided, what else could be done about debt, and what is done when.

pub mod controls;
pub mod decided;
pub mod initiatives;
pub mod results;
pub mod roadmap;
pub mod strategies;

use groundwork_report::narrative::plan::glance;
use leptos::{html, prelude::*};

use self::{
    controls::{Basis, Splits},
    initiatives::Initiatives,
    results::{ANSWER, Results},
    strategies::Strategies,
};
use super::{
    answer::{Example, needed, stale_sentence},
    glance::Glance,
};
use crate::{
    components::{live, prose::press_on_key, text},
    state::{view::View, workspace::Workspace},
};

/// What is planned beside what follows from it.
#[component]
pub fn Plan() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let has_answer = Memo::new(move |_| workspace.shown.with(Option::is_some));
    let lead = NodeRef::<html::H1>::new();
    let results = live(move || {
        if has_answer.get() {
            view! { <Results lead /> }.into_any()
        } else {
            view! { <Missing /> }.into_any()
        }
    });
    let stale = live(move || {
        stale_sentence(workspace)
            .map(|sentence| view! { <p class="answer__stale">{sentence}</p> }.into_any())
            .into_any()
    });
    view! {
        <Glance lead says=glance to=ANSWER />
        <section class="case__fields plan__controls" aria-label="Your plan">
            <Splits />
            <Basis />
            <Strategies />
            <Initiatives />
        </section>
        <section
            class="case__answer answer"
            aria-label="What follows from it"
            on:keydown=|event| press_on_key(&event)
        >
            <div role="status">{stale}</div>
            {results}
        </section>
    }
}

/// What is still needed before strategies can be compared.
#[component]
fn Missing() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let needed =
        text(move || format!("Strategies are compared for the case. {}", needed(workspace)));
    view! {
        <h1 class="answer__lead">"How much of capacity should go to debt, and when?"</h1>
        <p class="answer__meaning">{needed}</p>
        <p class="brief__way">
            <a href=View::Case.address()>"Enter it in the Case view"</a>
        </p>
        <Example />
    }
}
