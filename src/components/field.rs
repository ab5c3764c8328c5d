//! A labeled text field with a hint and a message: what all fields of the case share.

use leptos::{html, prelude::*};

pub use super::typing::{Settled, StepFrom, Take, Written};
use super::{
    flag, live,
    typing::{Deeds, Typing},
};
use crate::state::entry::Message;

/// A labeled text field.
///
/// Holds the text as typed and changes it only when it is settled, to the way the value is written:
/// when the field is left, or with Enter. Reading and checking belong to `take`. A problem is shown
/// when the text is settled, and from then on follows the typing; what was understood stays until
/// the text is changed. A value changed from elsewhere shows as soon as nobody is typing.
#[component]
pub fn Field(
    /// Unique within the page; ties label, field, hint and message together.
    id: String,
    /// What the value means; also the field's accessible name.
    label: &'static str,
    /// What may be typed, or what the value is.
    #[prop(into)]
    hint: Signal<String>,
    /// Unit after the field.
    #[prop(into)]
    unit: Signal<String>,
    /// Takes every change.
    take: Take,
    /// Writes the value when the text is settled or another case is opened.
    written: Written,
    /// What the arrow keys do, where they do anything.
    #[prop(optional)]
    step: Option<StepFrom>,
    /// Told when the text is settled.
    #[prop(optional)]
    settled: Option<Settled>,
    /// Shown in the empty field: what counts meanwhile.
    #[prop(optional, into)]
    placeholder: Signal<String>,
    /// Stands beside the label.
    #[prop(optional)]
    mark: Option<AnyView>,
    /// Which keys a phone shows.
    #[prop(default = "decimal")]
    inputmode: &'static str,
    /// Id of a list of values to choose from.
    #[prop(optional)]
    list: Option<&'static str>,
    /// The field itself, for whoever moves the focus there.
    #[prop(optional)]
    node: NodeRef<html::Input>,
    /// What belongs to the field and stands below it.
    #[prop(optional)]
    below: Option<AnyView>,
) -> impl IntoView {
    let (hint_id, message_id) = (format!("{id}-hint"), format!("{id}-message"));
    let has_step = step.is_some();
    let typing = Typing::new(node, Deeds { take, written, step, settled });
    let (message, announced, text) = (typing.message, typing.announced, typing.text());
    let chars = typing.chars;
    let chars = super::text(move || chars.get().to_string());
    let (typed, left, pressed) = (typing.clone(), typing.clone(), typing);
    let is_problem = flag(move || message.with(|message| matches!(message, Message::Problem(_))));
    let is_said = flag(move || message.with(|message| *message != Message::Nothing));
    let invalid = super::text(move || is_problem.get().to_string());
    let said = live(move || match message.get() {
        Message::Nothing => ().into_any(),
        Message::Echo(text) => view! { <p class="number-field__hint">{text}</p> }.into_any(),
        Message::Problem(text) => view! { <p class="number-field__message">{text}</p> }.into_any(),
    });
    let announcement = has_step.then(|| {
        view! { <p class="number-field__announced" aria-live="polite">{announced}</p> }.into_any()
    });
    view! {
        <div class="number-field" class:number-field--invalid=is_problem>
            <div class="number-field__head">
            <label for=id.clone()>{label}</label>
            <div class="number-field__box number-field__box--fits">
                <input
                    id=id
                    node_ref=node
                    type="text"
                    inputmode=inputmode
                    list=list
                    autocomplete="off"
                    spellcheck="false"
                    placeholder=placeholder
                    style=("--chars", chars)
                    value=text
                    aria-describedby=format!("{hint_id} {message_id}")
                    aria-invalid=invalid
                    on:input=move |event| typed.typed(&event_target_value(&event))
                    on:blur=move |_| left.settle()
                    on:keydown=move |event| pressed.pressed(&event)
                />
                <span class="number-field__unit">{unit}</span>
            </div>
            {mark}
            </div>
            <div class="number-field__below" class:number-field__below--said=is_said>
                <p id=hint_id class="number-field__hint">{hint}</p>
                <div id=message_id class="number-field__said" aria-live="polite">{said}</div>
            </div>
            {announcement}
            {below}
        </div>
    }
    .into_any()
}
