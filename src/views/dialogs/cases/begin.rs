//! Ways to a case that is not in the list yet.

use groundwork_cases::{draft::Draft, example::Example};
use leptos::prelude::*;

use super::NEW_ID;
use crate::{
    browser::{clock, document::focus_soon, files::choose_files},
    components::button::plain_button,
    state::{
        case_list::CaseList, importing::Importing, switching::Destination, workspace::Workspace,
    },
};

/// Endings of the names of files that may hold a case.
const KINDS: &str = ".json,.txt,application/json,text/plain";
/// Id of the field a new case begins with.
const TITLE_ID: &str = "title";

/// A new case, the examples, and what comes and goes as a file.
pub(super) fn beginnings(list: CaseList, importing: Importing, is_open: RwSignal<bool>) -> AnyView {
    let workspace = expect_context::<Workspace>();
    let begin = Box::new(move || {
        is_open.set(false);
        workspace.go(Destination::Blank);
        focus_soon(TITLE_ID.to_owned());
    });
    let choose = Box::new(move || {
        choose_files(
            KINDS,
            Box::new(move |files| {
                is_open.set(false);
                importing.begin(files);
            }),
        );
    });
    let examples: Vec<AnyView> =
        Example::ALL.into_iter().map(|example| offer(workspace, example, is_open)).collect();
    view! {
        <div class="cases__begin">
            {plain_button(NEW_ID.to_owned(), "New case", begin)}
            {plain_button("cases-import".to_owned(), "Import files…", choose)}
            {plain_button(
                "cases-export".to_owned(),
                "Export all cases",
                Box::new(move || list.export_all()),
            )}
        </div>
        <details class="cases__examples">
            <summary>"New from an example"</summary>
            <ul>{examples}</ul>
        </details>
    }
    .into_any()
}

fn offer(workspace: Workspace, example: Example, is_open: RwSignal<bool>) -> AnyView {
    let open = move |_| {
        is_open.set(false);
        let draft = Draft::new(example.file(clock::coming_january()));
        workspace.go(Destination::Begun(Box::new(draft)));
    };
    view! {
        <li>
            <button class="case-row__name" on:click=open>
                {example.title()}
            </button>
            <p class="case-row__about">{example.what()}</p>
        </li>
    }
    .into_any()
}
