//! The whole page: the bar at the top, what must be said, the case.

use groundwork_cases::text_field::TextField;
use leptos::{html, prelude::*};

use super::{answer::Answer, fields::Fields};
use crate::{
    components::{field::Message, live, notice::Notices},
    state::{keeper::Kept, workspace::Workspace},
};

/// The whole page.
#[component]
pub fn Page() -> impl IntoView {
    view! {
        <header class="top">
            <span class="top__mark">"Groundwork"</span>
            <Title />
            <Saved />
        </header>
        <Notices />
        <main class="case"><Fields /><Answer /></main>
    }
}

/// The name of the case, which can be changed where it stands.
#[component]
fn Title() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let field = NodeRef::<html::Input>::new();
    let message = RwSignal::new(workspace.text_message(TextField::Title));
    workspace.on_replaced(Box::new(move || {
        message.set(workspace.text_message(TextField::Title));
        if let Some(field) = field.get_untracked() {
            field.set_value(&workspace.text(TextField::Title));
        }
    }));
    let said = live(move || match message.get() {
        Message::Problem(text) => {
            view! { <p class="number-field__message" role="status">{text}</p> }.into_any()
        }
        Message::Nothing | Message::Echo(_) => ().into_any(),
    });
    view! {
        <input
            class="top__title"
            node_ref=field
            type="text"
            aria-label="Name of the case"
            placeholder="Name this case"
            autocomplete="off"
            value=workspace.text(TextField::Title)
            on:input=move |event| {
                message.set(workspace.type_text(TextField::Title, &event_target_value(&event)));
            }
        />
        {said}
    }
}

/// Whether what stands here is also kept.
#[component]
fn Saved() -> impl IntoView {
    let kept = expect_context::<Workspace>().keeper.kept;
    let is_problem = Signal::derive(move || kept.with(|kept| matches!(kept, Kept::Problem(_))));
    let text = Signal::derive(move || {
        let text = kept.with(|kept| match kept {
            Kept::Nothing => "",
            Kept::Soon => "Saving…",
            Kept::Saved => "Saved",
            Kept::Problem(_) => "Not saved",
        });
        text.to_owned()
    });
    view! {
        <span class="top__saved" class:top__saved--problem=is_problem data-testid="saved">
            {text}
        </span>
    }
}
