//! What was deleted from the list of cases, and the way back once the list is closed.

use groundwork_cases::history::History;
use leptos::prelude::*;

use super::live;
use crate::{
    browser::{document::focus_soon, other_tabs::in_turn},
    state::{
        case_list::{DeletedRow, LastDeleted},
        workspace::Workspace,
    },
};

/// Id of the button the cases are reached by, which takes the focus when the notice goes.
const CASES_ID: &str = "open-cases";

/// What was deleted last, until a case is changed or it is dismissed. In the list itself, the list
/// says it.
#[component]
pub fn DeletedNotice(
    /// Whether the list of cases is open.
    has_cases_open: RwSignal<bool>,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let last = expect_context::<LastDeleted>();
    Effect::watch(
        move || workspace.history.track(),
        move |(), _, _| {
            let is_changed = workspace.history.with_untracked(History::can_undo);
            let is_there = last.0.with_untracked(Option::is_some);
            if is_changed && is_there && !has_cases_open.get_untracked() {
                last.0.set(None);
            }
        },
        false,
    );
    live(move || match last.0.get() {
        Some(row) if !has_cases_open.get() => notice(workspace, last, &row),
        _ => ().into_any(),
    })
}

fn notice(workspace: Workspace, last: LastDeleted, row: &DeletedRow) -> AnyView {
    let undo = move |_| {
        in_turn(Box::new(move || {
            if let Some((said, _)) = last.undo(workspace) {
                workspace.say(said.trim_end_matches('.').to_owned());
                focus_soon(CASES_ID.to_owned());
            }
        }));
    };
    let dismiss = move |_| {
        last.0.set(None);
        focus_soon(CASES_ID.to_owned());
    };
    let label = ["Undo deleting “", &row.name, "”"].concat();
    view! {
        <div class="notice">
            <p>{row.said()}</p>
            <button class="button" aria-label=label on:click=undo>
                "Undo"
            </button>
            <button class="button" on:click=dismiss>
                "Dismiss"
            </button>
        </div>
    }
    .into_any()
}
