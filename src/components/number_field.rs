//! A labeled field for one number of the case.

use groundwork_model::{input::Input, units::Unit};
use leptos::{html, prelude::*};

use crate::state::workspace::{Message, Workspace};

/// A labeled field for one number of the case.
///
/// Holds the text as typed and changes it only when the field is left, to the way the number is
/// written. Reading and checking belong to the workspace; the field shows what that says. A problem
/// is shown when the field is left, and from then on follows the typing.
#[component]
pub fn NumberField(
    /// Which number.
    input: Input,
    /// What it means; also the field's accessible name.
    label: &'static str,
    /// What may be typed, or what the number is.
    hint: &'static str,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let path = input.spec().path;
    let id = path.replace(['.', '_'], "-");
    let (hint_id, message_id) = (format!("{id}-hint"), format!("{id}-message"));
    let described_by = format!("{hint_id} {message_id}");
    let field = NodeRef::<html::Input>::new();

    let text = workspace.number_text(input);
    let message = RwSignal::new(workspace.message(input, &text));
    let is_problem = move || message.with(|message| matches!(message, Message::Problem(_)));

    let show_text = move |text: &str| {
        if let Some(field) = field.get_untracked() {
            field.set_value(text);
        }
    };
    Effect::watch(
        move || workspace.track_replaced(),
        move |(), _, _| {
            let text = workspace.number_text(input);
            message.set(workspace.message(input, &text));
            show_text(&text);
        },
        false,
    );
    let on_input = move |event| {
        let text = event_target_value(&event);
        workspace.type_number(input, &text);
        if message.with_untracked(|message| *message != Message::Nothing) {
            message.set(workspace.message(input, &text));
        }
    };
    let on_blur = move |event| {
        let typed = event_target_value(&event);
        message.set(workspace.message(input, &typed));
        let written = workspace.number_text(input);
        if written != typed {
            show_text(&written);
        }
    };

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
                    aria-invalid=move || is_problem().to_string()
                    on:input=on_input
                    on:blur=on_blur
                />
                <span class="number-field__unit">{unit_text(workspace, input)}</span>
            </div>
            <p id=hint_id class="number-field__hint">{hint}</p>
            <div id=message_id aria-live="polite">
                {move || match message.get() {
                    Message::Nothing => None,
                    Message::Echo(text) => {
                        Some(view! { <p class="number-field__hint">{text}</p> }.into_any())
                    }
                    Message::Problem(text) => {
                        Some(view! { <p class="number-field__message">{text}</p> }.into_any())
                    }
                }}
            </div>
        </div>
    }
}

fn unit_text(workspace: Workspace, input: Input) -> impl IntoView {
    move || match input.spec().bounds.unit {
        Unit::Money | Unit::MoneyPerYear | Unit::MoneyPerWeek => {
            workspace.style.with(|style| style.currency.code.clone())
        }
        Unit::Share | Unit::Points => "%".to_owned(),
        Unit::SharePerYear => "% a year".to_owned(),
        Unit::SharePerMonth => "% a month".to_owned(),
        Unit::Months => "months".to_owned(),
        Unit::Weeks => "weeks".to_owned(),
        Unit::People => "people".to_owned(),
        Unit::CountPerYear => "a year".to_owned(),
        Unit::Ratio | Unit::Plain => String::new(),
    }
}
