//! A group of fields that waits behind its name.

use leptos::prelude::*;

use super::live;

/// A group of fields behind its name, with what stands in it in a few words.
#[component]
pub fn Group(
    /// What it is about.
    name: &'static str,
    /// What stands in it, in a few words.
    state: Signal<String>,
    /// Whether somebody entered what counts here; otherwise it is marked.
    is_yours: Signal<bool>,
    /// Its fields.
    children: Children,
) -> impl IntoView {
    let is_yours = Memo::new(move |_| is_yours.get());
    let badge = live(move || if is_yours.get() { ().into_any() } else { not_yours() });
    view! {
        <details class="more">
            <summary>
                <span class="more__name">{name}</span>
                <span class="more__state">{state}" "{badge}</span>
            </summary>
            <div class="more__fields">{children()}</div>
        </details>
    }
    .into_any()
}

/// Marks what is a default or a suggestion nobody entered.
pub fn not_yours() -> AnyView {
    view! { <em class="not-yours">"not your number"</em> }.into_any()
}
