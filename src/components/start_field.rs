//! The field for the first month of the case.

use groundwork_cases::text_field::TextField;
use leptos::{html, prelude::*};

use crate::state::workspace::Workspace;

/// A field for the calendar month in which month one of the case begins.
#[component]
pub fn StartField() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let field = NodeRef::<html::Input>::new();
    let text = workspace.text(TextField::Start);
    let message = RwSignal::new(None::<String>);

    Effect::watch(
        move || workspace.track_replaced(),
        move |(), _, _| {
            message.set(None);
            if let Some(field) = field.get_untracked() {
                field.set_value(&workspace.text(TextField::Start));
            }
        },
        false,
    );
    let is_problem = move || message.with(Option::is_some);
    let take = move |text: String| workspace.type_text(TextField::Start, &text);
    let on_input = move |event| {
        let problem = take(event_target_value(&event));
        if is_problem() {
            message.set(problem);
        }
    };

    view! {
        <div class="number-field" class:number-field--invalid=is_problem>
            <label for="start">"The case begins in"</label>
            <div class="number-field__box">
                <input
                    id="start"
                    node_ref=field
                    type="text"
                    autocomplete="off"
                    spellcheck="false"
                    value=text
                    aria-describedby="start-hint start-message"
                    aria-invalid=move || is_problem().to_string()
                    on:input=on_input
                    on:blur=move |event| message.set(take(event_target_value(&event)))
                />
            </div>
            <p id="start-hint" class="number-field__hint">"Year and month, such as 2027-01"</p>
            <div id="start-message" aria-live="polite">
                {move || message.get().map(|text| view! {
                    <p class="number-field__message">{text}</p>
                })}
            </div>
        </div>
    }
}
