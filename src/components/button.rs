//! A button within the fields.

use leptos::prelude::*;

/// A button. All of them share one type, which keeps the first load small.
pub fn button(
    id: String,
    class: &'static str,
    label: Signal<String>,
    press: Box<dyn Fn()>,
) -> AnyView {
    view! {
        <button id=id class=class type="button" on:click=move |_| press()>
            {label}
        </button>
    }
    .into_any()
}

/// The button that goes by what is written on it, and nothing else.
pub fn plain_button(id: String, label: &'static str, press: Box<dyn Fn()>) -> AnyView {
    button(id, "button", Signal::stored(label.to_owned()), press)
}
