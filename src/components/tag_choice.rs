//! The choice of what a line is made of: cash, hours or a risk.

use groundwork_model::benefit::Tag;
use leptos::prelude::*;

/// Takes the tag somebody chose.
pub type TakeTag = Box<dyn Fn(Tag)>;

/// A choice between the tags.
#[component]
pub fn TagChoice(
    /// Unique within the page.
    id: String,
    /// The tag that holds.
    chosen: Signal<Tag>,
    /// Takes another one.
    take: TakeTag,
) -> impl IntoView {
    let options: Vec<AnyView> = Tag::ALL
        .into_iter()
        .map(|tag| {
            view! {
                <option value=tag.key() prop:selected=move || chosen.get() == tag>
                    {words(tag)}
                </option>
            }
            .into_any()
        })
        .collect();
    let on_change = move |event| {
        let key = event_target_value(&event);
        if let Some(tag) = Tag::ALL.into_iter().find(|tag| tag.key() == key) {
            take(tag);
        }
    };
    view! {
        <div class="number-field">
            <label for=id.clone()>"Counts as"</label>
            <select class="choice" id=id on:change=on_change>
                {options}
            </select>
        </div>
    }
    .into_any()
}

/// A tag as it is offered.
fn words(tag: Tag) -> &'static str {
    match tag {
        Tag::Cash => "Cash",
        Tag::Capacity => "Capacity: hours of people paid anyway",
        Tag::Risk => "Risk: an expected loss",
    }
}
