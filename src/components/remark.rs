//! A sentence among the fields.

use leptos::prelude::*;

/// A sentence that follows what is entered; without a text it takes no place.
pub fn remark(class: &'static str, text: Signal<String>) -> AnyView {
    view! { <p class=class>{text}</p> }.into_any()
}

/// A sentence that stays.
pub fn lasting_remark(text: &'static str) -> AnyView {
    remark("remark", Signal::stored(text.to_owned()))
}
