//! The page.

use leptos::prelude::*;

/// The whole page.
#[component]
pub fn Page() -> impl IntoView {
    view! { <h1>"Groundwork"</h1> }
}
