//! A choice of one among a few words.

use leptos::prelude::*;

/// What can be chosen: its key, its words, and whether it holds.
pub type Choosable = (&'static str, &'static str, Signal<bool>);

/// A choice of one; `take` takes the key of the one somebody chose.
pub fn choice(
    id: String,
    label: &'static str,
    options: Vec<Choosable>,
    take: Box<dyn Fn(String)>,
) -> AnyView {
    let options: Vec<AnyView> = options
        .into_iter()
        .map(|(key, words, is_chosen)| {
            view! { <option value=key prop:selected=is_chosen>{words}</option> }.into_any()
        })
        .collect();
    view! {
        <div class="number-field">
            <label for=id.clone()>{label}</label>
            <select class="choice" id=id on:change=move |event| take(event_target_value(&event))>
                {options}
            </select>
        </div>
    }
    .into_any()
}
