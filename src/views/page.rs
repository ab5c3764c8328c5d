//! The whole page: the bar at the top, what must be said, the case.

use groundwork_cases::text_field::TextField;
use leptos::{html, prelude::*};

use super::{answer::Answer, fields::Fields};
use crate::{
    components::notice::Notices,
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
        <main class="case">
            <Fields />
            <Answer />
        </main>
    }
}

/// The name of the case, which can be changed where it stands.
#[component]
fn Title() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let field = NodeRef::<html::Input>::new();
    let title = workspace.text(TextField::Title);
    Effect::watch(
        move || workspace.track_replaced(),
        move |(), _, _| {
            if let Some(field) = field.get_untracked() {
                field.set_value(&workspace.text(TextField::Title));
            }
        },
        false,
    );
    let message = RwSignal::new(None::<String>);
    let take = move |event| {
        message.set(workspace.type_text(TextField::Title, &event_target_value(&event)));
    };
    view! {
        <input
            class="top__title"
            node_ref=field
            type="text"
            aria-label="Name of the case"
            placeholder="Name this case"
            autocomplete="off"
            value=title
            aria-invalid=move || message.with(Option::is_some).to_string()
            on:input=take
        />
        {move || message.get().map(|text| view! {
            <p class="number-field__message" role="status">{text}</p>
        })}
    }
}

/// Whether what stands here is also kept.
#[component]
fn Saved() -> impl IntoView {
    let kept = expect_context::<Workspace>().keeper.kept;
    let is_problem = move || kept.with(|kept| matches!(kept, Kept::Problem(_)));
    view! {
        <span class="top__saved" class:top__saved--problem=is_problem data-testid="saved">
            {move || match kept.get() {
                Kept::Nothing => "",
                Kept::Soon => "Saving…",
                Kept::Saved => "Saved",
                Kept::Problem(_) => "Not saved",
            }}
        </span>
    }
}
