//! A field for words: the label of a line, a note on where a number comes from.

use groundwork_cases::text_field::TextField;
use leptos::prelude::*;

use super::{field::Message, field_id, live};
use crate::state::workspace::Workspace;

/// A field for words. Text that cannot be kept stays in it, with the reason under it.
#[component]
pub fn TextBox(
    /// Which text of the case.
    field: TextField,
    /// What the text is; also the field's accessible name.
    label: String,
    /// What may be written.
    hint: &'static str,
    /// Whether it may have several lines.
    #[prop(optional)]
    is_long: bool,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let id = field_id(&workspace.draft.with_untracked(|draft| draft.file().text_path(field)));
    // Changed only when another case is opened, so that nobody changes a text that is being typed.
    let text = RwSignal::new(workspace.text(field));
    let message = RwSignal::new(workspace.text_message(field));
    workspace.on_replaced(Box::new(move || {
        text.set(workspace.text(field));
        text.notify();
        message.set(workspace.text_message(field));
    }));
    let on_input =
        move |event| message.set(workspace.type_text(field, &event_target_value(&event)));

    let is_problem =
        Signal::derive(move || message.with(|message| matches!(message, Message::Problem(_))));
    let said = live(move || match message.get() {
        Message::Problem(text) => view! { <p class="number-field__message">{text}</p> }.into_any(),
        Message::Nothing | Message::Echo(_) => ().into_any(),
    });
    let hint_id = format!("{id}-hint");
    let message_id = format!("{id}-message");
    let described_by = format!("{hint_id} {message_id}");
    let invalid = Signal::derive(move || if is_problem.get() { "true" } else { "false" });
    let input = if is_long {
        view! {
            <textarea
                id=id.clone()
                rows="2"
                prop:value=text
                aria-describedby=described_by
                aria-invalid=invalid
                on:input=on_input
            ></textarea>
        }
        .into_any()
    } else {
        view! {
            <input
                id=id.clone()
                type="text"
                autocomplete="off"
                prop:value=text
                aria-describedby=described_by
                aria-invalid=invalid
                on:input=on_input
            />
        }
        .into_any()
    };
    view! {
        <div class="number-field" class:number-field--invalid=is_problem>
            <label for=id>{label}</label>
            <div class="number-field__box">{input}</div>
            <p id=hint_id class="number-field__hint">{hint}</p>
            <div id=message_id aria-live="polite">{said}</div>
        </div>
    }
    .into_any()
}
