//! A labeled text field with a hint and a message: what all fields of the case share.

use std::sync::Arc;

use leptos::{html, prelude::*};

use super::live;
use crate::state::workspace::Workspace;

/// What a field says about its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// Nothing.
    Nothing,
    /// How it was understood.
    Echo(String),
    /// Why it cannot be used.
    Problem(String),
}

/// Takes what was typed and says what is to be said about it.
pub type Take = Arc<dyn Fn(&str) -> Message + Send + Sync>;

/// Gives the text the field shows when nobody is typing.
pub type Written = Arc<dyn Fn() -> String + Send + Sync>;

/// A labeled text field.
///
/// Holds the text as typed and changes it only when the field is left, to the way the value is
/// written. Reading and checking belong to `take`. A problem is shown when the field is left, and
/// from then on follows the typing.
#[component]
pub fn Field(
    /// Unique within the page; ties label, field, hint and message together.
    id: String,
    /// What the value means; also the field's accessible name.
    label: &'static str,
    /// What may be typed, or what the value is.
    hint: &'static str,
    /// Unit after the field.
    unit: Signal<String>,
    /// Takes every change.
    take: Take,
    /// Writes the value when the field is left or another case is opened.
    written: Written,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let field = NodeRef::<html::Input>::new();
    let text = written();
    let message = RwSignal::new(take(&text));
    let is_problem =
        Signal::derive(move || message.with(|message| matches!(message, Message::Problem(_))));
    let invalid = Signal::derive(move || if is_problem.get() { "true" } else { "false" });
    let hint_id = format!("{id}-hint");
    let message_id = format!("{id}-message");
    let described_by = format!("{hint_id} {message_id}");

    let (take_again, write_again) = (Arc::clone(&take), Arc::clone(&written));
    workspace.on_replaced(Box::new(move || {
        let text = write_again();
        message.set(take_again(&text));
        if let Some(field) = field.get_untracked() {
            field.set_value(&text);
        }
    }));
    let take_typed = Arc::clone(&take);
    let on_input = move |event| {
        let said = take_typed(&event_target_value(&event));
        if message.with_untracked(|message| *message != Message::Nothing) {
            message.set(said);
        }
    };
    let on_blur = move |event| {
        let typed = event_target_value(&event);
        message.set(take(&typed));
        let written = written();
        if written != typed
            && let Some(field) = field.get_untracked()
        {
            field.set_value(&written);
        }
    };
    let said = live(move || match message.get() {
        Message::Nothing => ().into_any(),
        Message::Echo(text) => view! { <p class="number-field__hint">{text}</p> }.into_any(),
        Message::Problem(text) => view! { <p class="number-field__message">{text}</p> }.into_any(),
    });
    view! {
        <div class="number-field" class:number-field--invalid=is_problem>
            <label for=id.clone()>{label}</label>
            <div class="number-field__box">
                <input
                    id=id
                    node_ref=field
                    type="text"
                    inputmode="decimal"
                    autocomplete="off"
                    spellcheck="false"
                    value=text
                    aria-describedby=described_by
                    aria-invalid=invalid
                    on:input=on_input
                    on:blur=on_blur
                />
                <span class="number-field__unit">{unit}</span>
            </div>
            <p id=hint_id class="number-field__hint">{hint}</p>
            <div id=message_id aria-live="polite">{said}</div>
        </div>
    }
    .into_any()
}
