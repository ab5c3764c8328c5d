//! What the page must say about storage, about a link it could not open, and about itself.

use groundwork_cases::link::LinkError;
use leptos::prelude::*;

use super::{
    deleted_notice::DeletedNotice, import_notice::ImportNotice, update_notice::tell_of_updates,
};
use crate::{
    browser::download::{JSON, download},
    components::live,
    state::{
        keeper::{KeepProblem, Kept, Unreadable},
        links::{LinkProblem, link_problem_text},
        workspace::Workspace,
    },
};

/// Id of the element all notices stand in.
const PLACE: &str = "notices";

/// Everything that is wrong with storage or a link, each with what still works and a way out; what was
/// done with cases, and that a new build is ready.
#[component]
pub fn Notices(
    /// Whether the list of cases is open.
    has_cases_open: RwSignal<bool>,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let keeper = workspace.keeper;
    let problem = live(move || match keeper.kept.get() {
        Kept::Problem(problem) if !problem.is_from_elsewhere() => {
            view! { <KeepNotice problem /> }.into_any()
        }
        _ => ().into_any(),
    });
    let unreadable = live(move || match keeper.unreadable.get() {
        Some(unreadable) => view! { <UnreadableNotice unreadable /> }.into_any(),
        None => ().into_any(),
    });
    let link_problem = expect_context::<LinkProblem>().0;
    let link = live(move || {
        let problem = link_problem.get();
        problem.map(|problem| view! { <LinkNotice problem /> }).into_any()
    });
    tell_of_updates(PLACE, workspace);
    view! {
        <div id=PLACE class="notices" role="status">
            {problem} {unreadable} {link} <DeletedNotice has_cases_open /> <ImportNotice />
        </div>
    }
}

/// The case on screen is not kept.
#[component]
fn KeepNotice(
    /// Why.
    problem: KeepProblem,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let text = match &problem {
        KeepProblem::Denied => {
            "This browser gives the page no storage, as in some private windows. Everything works, \
             but it is gone when the tab is closed. Save the case as a file to keep it."
                .to_owned()
        }
        KeepProblem::Full => {
            "The storage of this browser is full, so the last changes are not kept. Make room, or \
             save the case as a file; the page tries again with every change."
                .to_owned()
        }
        KeepProblem::NewerRelease => {
            "A newer version of this page saved this case, and this tab must not overwrite it. Save \
             what stands here as a file, then reload."
                .to_owned()
        }
        KeepProblem::Failed(reason) => format!(
            "The last changes could not be kept: {reason}. Save the case as a file to be sure; the \
             page tries again with every change."
        ),
        // These are said where the reader chooses what is to become of the case.
        KeepProblem::ChangedElsewhere
        | KeepProblem::DeletedElsewhere
        | KeepProblem::Cleared => String::new(),
    };
    view! {
        <div class="notice">
            <p>{text}</p>
            <button class="button" on:click=move |_| workspace.save_as_file()>"Save as a file"</button>
        </div>
    }
}

/// A link could not be opened.
#[component]
fn LinkNotice(
    /// Why.
    problem: LinkError,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let link_problem = expect_context::<LinkProblem>().0;
    let text = workspace.style.with_untracked(|style| link_problem_text(&problem, style));
    view! {
        <div class="notice">
            <p>{text}</p>
            <button class="button" on:click=move |_| link_problem.set(None)>
                "Dismiss"
            </button>
        </div>
    }
}

/// Something in storage could not be opened.
#[component]
fn UnreadableNotice(
    /// What it is and where it is kept.
    unreadable: Unreadable,
) -> impl IntoView {
    let keeper = expect_context::<Workspace>().keeper;
    let Unreadable { key, is_newer, reason } = unreadable;
    let text = if is_newer {
        format!(
            "A case in this browser was written by a newer version of this page ({reason}). It is \
             untouched and opens once this page is as new; another case stands here meanwhile. An \
             earlier copy in a file can be imported under Cases."
        )
    } else {
        format!(
            "A case in this browser cannot be read ({reason}). Its text is kept, unchanged, and \
             another case stands here. If you have a file of it, import that under Cases."
        )
    };
    let save_text = move |_| {
        if let Some(text) = keeper.stored_text(&key) {
            download("stored-text.json", &text, JSON);
        }
    };
    view! {
        <div class="notice">
            <p>{text}</p>
            <button class="button" on:click=save_text>"Save the stored text as a file"</button>
            <button class="button" on:click=move |_| keeper.unreadable.set(None)>"Dismiss"</button>
        </div>
    }
}
