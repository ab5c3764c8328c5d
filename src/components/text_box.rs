//! A field for words: the label of a line, a note on where a number comes from.

use groundwork_cases::text_field::TextField;
use leptos::prelude::*;
use web_sys::Event;

use super::{field_id, flag, remark::remark, text};
use crate::{
    browser::document::set_value,
    state::{entry::Message, workspace::Workspace},
};

/// A field for words, of several lines where it `is_long`. Text that cannot be kept stays in it,
/// with the reason under it.
pub fn text_box(field: TextField, label: String, hint: &'static str, is_long: bool) -> AnyView {
    let workspace = expect_context::<Workspace>();
    let id = field_id(&workspace.draft.with_untracked(|draft| draft.file().text_path(field)));
    let written = workspace.text(field);
    let message = RwSignal::new(workspace.text_message(field));
    let own_id = id.clone();
    workspace.on_replaced(Box::new(move || {
        set_value(&own_id, &workspace.text(field));
        message.set(workspace.text_message(field));
    }));
    let take = move |event: Event| {
        message.set(workspace.type_text(field, &event_target_value(&event)));
    };

    let is_problem = flag(move || message.with(|message| matches!(message, Message::Problem(_))));
    let problem = text(move || match message.get() {
        Message::Problem(text) => text,
        Message::Nothing | Message::Echo(_) => String::new(),
    });
    let hint_id = format!("{id}-hint");
    let message_id = format!("{id}-message");
    let described_by = format!("{hint_id} {message_id}");
    let invalid = text(move || is_problem.get().to_string());
    let own_id = id.clone();
    let input = if is_long {
        view! {
            <textarea
                id=own_id
                rows="1"
                prop:value=written
                aria-describedby=described_by
                aria-invalid=invalid
                on:input=take
            ></textarea>
        }
        .into_any()
    } else {
        view! {
            <input
                id=own_id
                type="text"
                autocomplete="off"
                value=written
                aria-describedby=described_by
                aria-invalid=invalid
                on:input=take
            />
        }
        .into_any()
    };
    view! {
        <div class="number-field" class:number-field--invalid=is_problem>
            <label for=id>{label}</label>
            <div class="number-field__box">{input}</div>
            <p id=hint_id class="number-field__hint">
                {hint}
            </p>
            <div id=message_id aria-live="polite">
                {remark("number-field__message", problem)}
            </div>
        </div>
    }
    .into_any()
}
