//! What is said above a case that came with a link, and what can be done with it.

use groundwork_cases::problem::ProblemKind;
use leptos::prelude::*;

use super::differences::Differences;
use crate::{
    browser::document::focus_soon,
    components::{flag, live, text},
    state::{
        comparing::{OwnCase, has_name_of, same_as},
        switching::Destination,
        view::View,
        workspace::Workspace,
    },
};

/// What is said where saving did not work.
const NOT_KEPT: &str =
    "This browser could not keep it: the preview stays. Save it as a file to be sure.";
/// Problems of a case that are named; more would be a wall.
const MOST_NAMED: usize = 3;

/// What is said while the case on screen is one that came with a link.
#[component]
pub fn Preview() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    live(move || {
        // Another link is another preview.
        workspace.track_opening();
        if workspace.is_preview() { banner(workspace) } else { ().into_any() }
    })
}

fn banner(workspace: Workspace) -> AnyView {
    let own = workspace.own_cases();
    let differences =
        (!own.is_empty()).then(|| view! { <Differences own=own.clone() /> }.into_any());
    let save = move |_| {
        workspace.save_preview();
        if untrack(|| workspace.is_preview()) {
            workspace.say(NOT_KEPT.to_owned());
        } else {
            workspace.say("Saved to your cases".to_owned());
            focus_on_view();
        }
    };
    let close = move |_| {
        workspace.go(Destination::EndOfPreview);
        if !untrack(|| workspace.is_preview()) {
            focus_on_view();
        }
    };
    let own = StoredValue::new(own);
    let known = Memo::new(move |_| {
        let of_draft = |own: &Vec<OwnCase>| {
            workspace.draft.with(|draft| same_as(own, draft).map(|own| own.id.clone()))
        };
        own.with_value(of_draft)
    });
    let open_own = live(move || {
        let open = move |_| {
            if let Some(id) = known.get_untracked() {
                workspace.go(Destination::Own(id));
                if !untrack(|| workspace.is_preview()) {
                    focus_on_view();
                }
            }
        };
        let way = known.with(Option::is_some).then(|| {
            view! { <button class="button button--main" on:click=open>"Open yours"</button> }
                .into_any()
        });
        way.into_any()
    });
    let save_text = text(move || {
        let has_it = known.with(Option::is_some);
        if has_it { "Save as a copy" } else { "Save to my cases" }.to_owned()
    });
    let is_main = flag(move || known.with(Option::is_none));
    view! {
        <section class="preview" aria-label="Preview of a case that came with a link">
            <p>
                "This case came with a link. It stays in this tab until you save it; your own cases are untouched."
            </p>
            {already_there(workspace, own, known)}
            {unusable(workspace)}
            <div class="preview__choices">
                {open_own}
                <button class="button" class:button--main=is_main on:click=save>
                    {save_text}
                </button>
                <button class="button" on:click=close>"Close the preview"</button>
            </div>
            {differences}
        </section>
    }
    .into_any()
}

/// The buttons are gone, so the focus goes to the view that is shown.
fn focus_on_view() {
    focus_soon(View::TAB_OF_CURRENT.to_owned());
}

/// Whether the reader has the case, or another one of its name.
fn already_there(
    workspace: Workspace,
    own: StoredValue<Vec<OwnCase>>,
    known: Memo<Option<String>>,
) -> AnyView {
    let said = text(move || {
        let is_named = |own: &Vec<OwnCase>| {
            workspace.draft.with(|draft| own.iter().any(|own| has_name_of(own, draft.file())))
        };
        if known.with(Option::is_some) {
            "You have this case already."
        } else if own.with_value(is_named) {
            "One of your cases has the same name."
        } else {
            ""
        }
        .to_owned()
    });
    live(move || {
        let said = said.get();
        (!said.is_empty()).then(|| view! { <p class="preview__detail">{said}</p> }).into_any()
    })
    .into_any()
}

/// What the link holds and cannot be used.
fn unusable(workspace: Workspace) -> impl IntoView {
    let problems = Memo::new(move |_| {
        let problems = workspace.draft.with(groundwork_cases::draft::Draft::problems).0;
        let unusable = problems.into_iter().filter(|found| found.kind != ProblemKind::Missing);
        unusable.map(|problem| problem.to_string()).collect::<Vec<_>>()
    });
    live(move || {
        let problems = problems.get();
        if problems.is_empty() {
            return ().into_any();
        }
        let more = problems.len().saturating_sub(MOST_NAMED);
        let named = problems.into_iter().take(MOST_NAMED).collect::<Vec<_>>().join(". ");
        let more = if more > 0 {
            format!(". There is more of that kind ({more}).")
        } else {
            ".".to_owned()
        };
        let said = text(move || format!("Not all of it can be used. {named}{more}"));
        view! { <p class="preview__detail">{said}</p> }.into_any()
    })
}
