//! A group of fields that waits behind its name.

use leptos::prelude::*;

use super::live;

/// A group of fields behind its name, with what stands in it in a few words, and a mark unless
/// `is_yours` says that somebody entered what counts here.
pub fn group(
    name: &'static str,
    state: Signal<String>,
    is_yours: Signal<bool>,
    fields: Vec<AnyView>,
) -> AnyView {
    let is_yours = Memo::new(move |_| is_yours.get());
    let badge = live(move || {
        if is_yours.get() {
            ().into_any()
        } else {
            view! { <em class="not-yours">"not your number"</em> }.into_any()
        }
    });
    view! {
        <details class="more">
            <summary>
                <span class="more__name">{name}</span>
                <span class="more__state">
                    {state} " " {badge}
                </span>
            </summary>
            <div class="more__fields">{fields}</div>
        </details>
    }
    .into_any()
}
