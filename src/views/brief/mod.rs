//! The case as a text that is read away from the page.

use leptos::prelude::*;

/// The brief.
#[component]
pub fn Brief() -> impl IntoView {
    view! { <h1>"Brief"</h1> }
}
