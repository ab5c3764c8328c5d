//! Choosing the cases that are held against the one on screen.

use groundwork_cases::library::name_of;
use leptos::{html, prelude::*};

use super::TITLE_ID;
use crate::{
    browser::document::focus_soon,
    components::{button::button, field_id, flag, live, text},
    state::{
        compared::{Choice, Chosen, Compared, MOST_OTHERS},
        workspace::Workspace,
    },
};

/// Id of what the choice waits behind.
pub(super) const CHOOSE_ID: &str = "compare-choose";

/// The choice behind its title, while something is compared already.
pub(super) fn behind_its_title(is_choosing: RwSignal<bool>) -> AnyView {
    let details = NodeRef::<html::Details>::new();
    let content = live(move || if is_choosing.get() { chooser() } else { ().into_any() });
    view! {
        <details
            class="compare__choice"
            node_ref=details
            prop:open=is_choosing
            on:toggle=move |_| is_choosing.set(details.get().is_some_and(|details| details.open()))
        >
            <summary id=CHOOSE_ID>"Choose what is compared"</summary>
            {content}
        </details>
    }
    .into_any()
}

/// A box to tick for each of the other cases, and a variant to begin.
pub(super) fn chooser() -> AnyView {
    let workspace = expect_context::<Workspace>();
    let compared = expect_context::<Compared>();
    let choices = Memo::new(move |_| compared.choices(workspace));
    let content = live(move || {
        let choices = choices.get();
        if choices.is_empty() {
            return view! {
                <p class="compare__hint">"There is no other case in this browser yet."</p>
            }
            .into_any();
        }
        boxes(compared, choices)
    });
    view! {
        <div class="compare__chooser">{content} {variant(workspace, compared)}</div>
    }
    .into_any()
}

fn boxes(compared: Compared, choices: Vec<Choice>) -> AnyView {
    let chosen = choices.iter().filter(|choice| choice.is_chosen);
    let picked = RwSignal::new(chosen.map(|choice| choice.id.clone()).collect::<Vec<_>>());
    let boxes: Vec<AnyView> = choices.into_iter().map(|choice| tick(choice, picked)).collect();
    let compare = Box::new(move || {
        let picked = picked.get_untracked();
        if !picked.is_empty() {
            compared.choose(picked.into_iter().map(Chosen::Case).collect());
            focus_soon(TITLE_ID.to_owned());
        }
    });
    let hint = text(move || {
        match picked.with(Vec::len) {
            0 => "Choose one or two.",
            MOST_OTHERS => "Two is the most: clear one to choose another.",
            _ => "One more can be chosen.",
        }
        .to_owned()
    });
    let label = Signal::stored("Compare".to_owned());
    view! {
        <fieldset class="compare__boxes" aria-describedby="compare-hint">
            <legend>"Compare with"</legend>
            {boxes}
        </fieldset>
        <p id="compare-hint" class="compare__hint" role="status">{hint}</p>
        {button("compare-begin".to_owned(), "button button--main", label, compare)}
    }
    .into_any()
}

fn tick(choice: Choice, picked: RwSignal<Vec<String>>) -> AnyView {
    let Choice { id, name, about, is_chosen } = choice;
    let about = about.map(|about| view! { <span class="compare__about">{about}</span> });
    let own = StoredValue::new(id.clone());
    let is_full = flag(move || {
        picked.with(|picked| {
            picked.len() >= MOST_OTHERS && own.with_value(|own| !picked.contains(own))
        })
    });
    let change = move |event| {
        let is_picked = event_target_checked(&event);
        picked.update(|picked| {
            own.with_value(|own| picked.retain(|other| other != own));
            if is_picked {
                picked.push(own.get_value());
            }
        });
    };
    let box_id = ["compare-with-", &field_id(&id)].concat();
    view! {
        <label class="compare__box">
            <input
                id=box_id
                type="checkbox"
                prop:checked=is_chosen
                disabled=is_full
                on:change=change
            />
            <bdi>{name}</bdi>
            {about}
        </label>
    }
    .into_any()
}

/// The way to a variant, for a case that is the reader's own and not blank.
fn variant(workspace: Workspace, compared: Compared) -> AnyView {
    let can_begin = Memo::new(move |_| !workspace.is_preview() && !workspace.is_blank());
    let label = text(move || {
        let name = workspace.draft.with(|draft| name_of(draft.file().title()).to_owned());
        ["Duplicate “", &name, "” as a variant and compare"].concat()
    });
    live(move || {
        if !can_begin.get() {
            return ().into_any();
        }
        let begin = Box::new(move || {
            compared.begin_variant(workspace);
            focus_soon(TITLE_ID.to_owned());
        });
        button("compare-variant".to_owned(), "button", label, begin)
    })
    .into_any()
}
