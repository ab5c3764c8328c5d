//! The bar at the top: the name of the case, whether it is kept, the other cases, the way back, the
//! colors, help.

use groundwork_cases::{history::History, text_field::TextField};
use leptos::{html, prelude::*};

use super::dialogs::share::Share;
use crate::{
    components::live,
    state::{entry::Message, keeper::Kept, theme::Theme, workspace::Workspace},
};

/// The bar at the top.
#[component]
pub fn Header(
    /// Opens the list of cases.
    has_cases_open: RwSignal<bool>,
    /// Opens the list of shortcuts.
    has_shortcuts_open: RwSignal<bool>,
) -> impl IntoView {
    view! {
        <header class="top">
            <span class="top__mark">"Groundwork"</span>
            <Title />
            <Saved />
            <div class="top__case">
                <button
                    id="open-cases"
                    class="top__button"
                    aria-haspopup="dialog"
                    on:click=move |_| has_cases_open.set(true)
                >
                    "Cases"
                </button>
            </div>
            <div class="top__tools">
                <Steps />
                <ThemeChoice />
                <Share />
                <button
                    class="top__button top__button--help"
                    aria-label="Keyboard shortcuts"
                    title="Keyboard shortcuts (?)"
                    aria-haspopup="dialog"
                    on:click=move |_| has_shortcuts_open.set(true)
                >
                    "?"
                </button>
            </div>
        </header>
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
            id="title"
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
    let workspace = expect_context::<Workspace>();
    let kept = workspace.keeper.kept;
    let is_problem = Signal::derive(move || kept.with(|kept| matches!(kept, Kept::Problem(_))));
    let text = Signal::derive(move || {
        let text = kept.with(|kept| match kept {
            Kept::Problem(_) => "Not saved",
            _ if workspace.is_preview() => "Preview",
            Kept::Nothing => "",
            Kept::Soon => "Saving…",
            Kept::Saved => "Saved",
        });
        text.to_owned()
    });
    view! {
        <span class="top__saved" class:top__saved--problem=is_problem data-testid="saved">
            {text}
        </span>
    }
}

/// Undo and redo.
#[component]
fn Steps() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let button = |label: &'static str,
                  title: &'static str,
                  keys: &'static str,
                  has_step: Memo<bool>,
                  go: fn(&Workspace) -> bool| {
        // Not `disabled`: the last step back must not take the focus away with it.
        let disabled = move || if has_step.get() { "false" } else { "true" };
        view! {
            <button
                class="top__button"
                title=title
                aria-label=label
                aria-keyshortcuts=keys
                aria-disabled=disabled
                on:click=move |_| {
                    go(&workspace);
                }
            >
                {label}
            </button>
        }
        .into_any()
    };
    let history = workspace.history;
    let can_undo = Memo::new(move |_| history.with(History::can_undo));
    let can_redo = Memo::new(move |_| history.with(History::can_redo));
    let (undo_keys, redo_keys) = ("Control+Z Meta+Z", "Control+Shift+Z Meta+Shift+Z Control+Y");
    view! {
        {button("Undo", "Undo (Ctrl+Z or ⌘Z)", undo_keys, can_undo, Workspace::undo)}
        {button("Redo", "Redo (Shift+Ctrl+Z or ⇧⌘Z)", redo_keys, can_redo, Workspace::redo)}
    }
}

/// Which colors the page has.
#[component]
fn ThemeChoice() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let options: Vec<AnyView> = Theme::ALL
        .into_iter()
        .map(|theme| {
            let is_chosen = Signal::derive(move || {
                workspace.preferences.with(|preferences| preferences.theme() == theme)
            });
            view! {
                <option value=theme.name() prop:selected=is_chosen>
                    {theme.label()}
                </option>
            }
            .into_any()
        })
        .collect();
    let choose = move |event| {
        let theme = Theme::of_name(&event_target_value(&event)).unwrap_or_default();
        workspace.prefer(Box::new(move |preferences| preferences.set_theme(theme)));
    };
    view! {
        <select class="top__theme" aria-label="Theme" title="Theme" on:change=choose>
            {options}
        </select>
    }
}
