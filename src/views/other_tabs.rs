//! What is said where another tab, or a browser that clears its data, did something to the case on
//! screen, and what can be chosen then.

use leptos::{html, prelude::*};

use super::differences::tables;
use crate::{
    browser::document::focus_soon,
    components::{button::plain_button, live},
    state::{
        keeper::{KeepProblem, Kept},
        view::View,
        workspace::Workspace,
    },
};

/// Says what happened to the case outside of this tab, and asks what is to go on here.
#[component]
pub fn OtherTabs() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let keeper = workspace.keeper;
    let problem = Memo::new(move |_| match keeper.kept.get() {
        Kept::Problem(problem) if problem.is_from_elsewhere() => Some(problem),
        _ => None,
    });
    let was_cleared = keeper.was_cleared();
    let said = live(move || match problem.get() {
        Some(KeepProblem::ChangedElsewhere) => changed(workspace),
        Some(KeepProblem::DeletedElsewhere) => deleted(workspace),
        Some(_) => cleared(workspace),
        None if was_cleared.get() => kept_again(workspace, was_cleared),
        None => ().into_any(),
    });
    view! { <div class="notices" role="status">{said}</div> }.into_any()
}

/// Two versions, of which one is to go on here.
fn changed(workspace: Workspace) -> AnyView {
    let keeper = workspace.keeper;
    let take_theirs = move || {
        match keeper.take_theirs() {
            // Undone, it is this tab's that is kept, and the other tab is told.
            Some(theirs) => workspace.take_over(theirs),
            // It is gone, so what stands here is all there is.
            None => keeper.keep_as_own(workspace.draft),
        }
        focus_on_view();
    };
    let keep_mine = move || {
        workspace.keep_as_copy();
        focus_on_view();
    };
    view! {
        <div class="notice">
            <p>
                "This case was changed in another tab. Nothing was overwritten: choose which one goes on here."
            </p>
            {plain_button("take-theirs".to_owned(), "Take the other tab's", Box::new(take_theirs))}
            {plain_button("keep-mine".to_owned(), "Keep mine as a copy", Box::new(keep_mine))}
            {as_file(workspace)}
            {what_differs(workspace)}
        </div>
    }
    .into_any()
}

/// What both versions say differently, compared when it is opened.
fn what_differs(workspace: Workspace) -> AnyView {
    let details = NodeRef::<html::Details>::new();
    let is_open = RwSignal::new(false);
    let drawn = live(move || {
        if !is_open.get() {
            return ().into_any();
        }
        match workspace.keeper.stored() {
            Some(theirs) => tables(workspace.compared_with_other_tab(&theirs), false),
            None => "The other tab's version is not there any more.".into_any(),
        }
    });
    view! {
        <details
            class="notice__more differences"
            node_ref=details
            on:toggle=move |_| is_open.set(details.get().is_some_and(|details| details.open()))
        >
            <summary>"What differs"</summary>
            {drawn}
        </details>
    }
    .into_any()
}

fn deleted(workspace: Workspace) -> AnyView {
    let keep = move || {
        workspace.keeper.keep_as_own(workspace.draft);
        focus_on_view();
    };
    let close = move || {
        workspace.close_deleted();
        focus_on_view();
    };
    view! {
        <div class="notice">
            <p>
                "This case was deleted in another tab. It still stands here, and it does not come back unless you want it to."
            </p>
            {plain_button("keep-deleted".to_owned(), "Keep it as a new case", Box::new(keep))}
            {plain_button("close-deleted".to_owned(), "Close it", Box::new(close))}
            {as_file(workspace)}
        </div>
    }
    .into_any()
}

fn cleared(workspace: Workspace) -> AnyView {
    let keep = move || {
        workspace.keeper.keep_now(workspace.draft);
        focus_on_view();
    };
    view! {
        <div class="notice">
            <p>
                "What this browser kept for this page was cleared, this case too. It still stands here, and your next change keeps it again."
            </p>
            {plain_button("keep-cleared".to_owned(), "Keep it now", Box::new(keep))}
            {as_file(workspace)}
        </div>
    }
    .into_any()
}

fn kept_again(workspace: Workspace, was_cleared: RwSignal<bool>) -> AnyView {
    let dismiss = move || {
        was_cleared.set(false);
        focus_on_view();
    };
    view! {
        <div class="notice">
            <p>
                "What this browser kept for this page was cleared. This case is kept again as it stands here; other cases are gone, so import them if you have files of them."
            </p>
            {as_file(workspace)}
            {plain_button("dismiss-cleared".to_owned(), "Dismiss", Box::new(dismiss))}
        </div>
    }
    .into_any()
}

fn as_file(workspace: Workspace) -> AnyView {
    plain_button(
        "save-beside".to_owned(),
        "Save as a file",
        Box::new(move || workspace.save_as_file()),
    )
}

/// The button that was pressed is gone, so the focus goes to the view that is shown.
fn focus_on_view() {
    focus_soon(View::TAB_OF_CURRENT.to_owned());
}
