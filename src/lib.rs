//! The page: what a person sees and types, on top of the model, the case files and the report.
//!
//! `state` holds the case that is open and keeps it; `views` and `components` show it; `browser` is
//! the only place that names what the browser offers. The page knows the crates it stands on, and
//! none of them knows the page.

// On any other target the page is only checked, never run.
#![cfg_attr(not(target_arch = "wasm32"), allow(dead_code))]

pub mod browser;
pub mod components;
pub mod state;
pub mod views;

use leptos::prelude::*;

use crate::{
    state::{
        asking::Asking, case_list::LastDeleted, compared::Compared, links::LinkProblem,
        other_tabs::OtherTabs, persistence::Persistence, workspace::Workspace,
    },
    views::{embedded::EmbeddedPart, page::Page},
};

/// Starts everything: the message for a crash, the page with the stored case, the JavaScript API.
pub fn start() {
    browser::crash::report_panics();
    if let Some(place) = browser::document::emptied_page_element() {
        if browser::document::is_embedded() { mount_embedded(place) } else { mount(place) }
    }
    browser::js_api::announce();
}

/// Mounts the part of a case that the address asks for into `place`. Nothing is read from storage.
fn mount_embedded(place: web_sys::HtmlElement) {
    leptos::mount::mount_to(place, || view! { <EmbeddedPart /> }).forget();
}

/// Mounts the page into `place`, for as long as the document lives.
pub fn mount(place: web_sys::HtmlElement) {
    leptos::mount::mount_to(place, || {
        let workspace = Workspace::open();
        provide_context(workspace);
        provide_context(Compared::open(workspace));
        provide_context(Asking::default());
        provide_context(LinkProblem::default());
        provide_context(LastDeleted::default());
        provide_context(OtherTabs::default());
        provide_context(Persistence::default());
        view! { <Page /> }
    })
    .forget();
}
