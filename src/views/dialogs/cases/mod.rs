//! The reader's cases: begun, looked for, opened, changed, carried away and brought in.

mod begin;
mod rename;
mod row;

use std::time::Duration;

use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*};

use self::{
    begin::beginnings,
    row::{name_id, row},
};
use super::{Dialog, deleting::delete_everything};
use crate::{
    browser::document::focus_soon,
    components::{button::plain_button, live, text},
    state::{
        case_list::{CaseList, counted},
        compared::Compared,
        importing::Importing,
        other_tabs::OtherTabs,
        view::View,
        workspace::Workspace,
    },
    views::{compare::TITLE_ID, points::points_with},
};

/// Cases from which on a field to look for one is worth its place.
const MANY: usize = 6;
/// How long other tabs must pause before the list is read once more.
const PAUSE: Duration = Duration::from_millis(150);
const SEARCH_ID: &str = "cases-search";
const UNDO_ID: &str = "cases-undo";
const NEW_ID: &str = "cases-new";

/// The list of cases.
#[component]
pub fn Cases(
    /// Whether it is open.
    is_open: RwSignal<bool>,
) -> impl IntoView {
    view! {
        <Dialog id="cases" title="Your cases" is_open content=Box::new(move || content(is_open)) />
    }
}

fn content(is_open: RwSignal<bool>) -> AnyView {
    let list = CaseList::open(expect_context(), expect_context(), expect_context());
    let importing = expect_context::<Importing>();
    let renaming = RwSignal::new(None);
    follow_other_tabs(list, renaming);
    view! {
        <div class="cases">
            {beginnings(list, importing, is_open)} {search(list)} {said(list)} {rows(list, renaming, is_open)}
            {on_screen(is_open)}
            <div class="cases__foot">
                <p>{size(list)}</p>
                {delete_everything(is_open, Box::new(|| ().into_any()))}
            </div>
        </div>
    }
    .into_any()
}

/// What can be done with the case on screen beyond its row: compared, varied, remembered.
fn on_screen(is_open: RwSignal<bool>) -> AnyView {
    let workspace = expect_context::<Workspace>();
    let compared = expect_context::<Compared>();
    let compare = Box::new(move || {
        is_open.set(false);
        workspace.go_to_view(View::Compare);
        focus_soon(TITLE_ID.to_owned());
    });
    let vary = Box::new(move || {
        is_open.set(false);
        compared.begin_variant(workspace);
        focus_soon(TITLE_ID.to_owned());
    });
    let can_vary = !untrack(|| workspace.is_preview() || workspace.is_blank());
    let variant = can_vary.then(|| {
        plain_button("cases-variant".to_owned(), "Duplicate as a variant and compare", vary)
    });
    view! {
        <div class="cases__begin">
            {plain_button("cases-compare".to_owned(), "Compare cases…", compare)} {variant}
        </div>
        {points_with(Box::new(move || is_open.set(false)))}
    }
    .into_any()
}

/// The field to look for a case in, where there are many.
fn search(list: CaseList) -> AnyView {
    // Once there, it stays: what was typed into it still counts.
    let is_worth_it = Memo::new(move |before: Option<&bool>| {
        before.copied().unwrap_or_default() || list.rows.with(|rows| rows.len() >= MANY)
    });
    let found = text(move || {
        let sought = list.sought.get();
        let found =
            list.rows.with(|rows| rows.iter().filter(|row| row.lowered.contains(&sought)).count());
        match found {
            _ if sought.is_empty() => String::new(),
            0 => "No case is called like that.".to_owned(),
            found => format!("{} found", counted(found, "case")),
        }
    });
    live(move || {
        if !is_worth_it.get() {
            return ().into_any();
        }
        view! {
            <div class="cases__search">
                <label for=SEARCH_ID>"Search by name"</label>
                <input
                    id=SEARCH_ID
                    type="search"
                    autocomplete="off"
                    on:input=move |event| list.seek(&event_target_value(&event))
                />
                <span role="status">{found}</span>
            </div>
        }
        .into_any()
    })
    .into_any()
}

/// What was done last, and the way back from deleting.
fn said(list: CaseList) -> AnyView {
    let has_deleted = Memo::new(move |_| list.deleted.0.with(Option::is_some));
    let undo = move |_| {
        list.in_turn(Box::new(move || {
            if let Some(key) = list.undo() {
                focus_on(list, &key);
            }
        }));
    };
    let way_back = live(move || {
        if !has_deleted.get() {
            return ().into_any();
        }
        let name = list.deleted.0.with(|deleted| {
            deleted.as_ref().map(|deleted| ["Undo deleting “", &deleted.name, "”"].concat())
        });
        view! {
            <button id=UNDO_ID class="button" aria-label=name on:click=undo>
                "Undo"
            </button>
        }
        .into_any()
    });
    view! {
        <div class="cases__said">
            <p role="status" data-testid="cases-said">
                {list.said}
            </p>
            {way_back}
        </div>
    }
    .into_any()
}

/// Reads the list once more after another tab changed something; not while a name is being typed.
fn follow_other_tabs(list: CaseList, renaming: RwSignal<Option<String>>) {
    let changes = expect_context::<OtherTabs>().changes;
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    Effect::watch(
        move || (changes.get(), renaming.with(Option::is_none)),
        move |(_, is_free), _, _| {
            if let Some(waiting) = waiting.try_update_value(Option::take).flatten() {
                waiting.clear();
            }
            if *is_free {
                let look = move || list.look_again();
                waiting.set_value(set_timeout_with_handle(look, PAUSE).ok());
            }
        },
        false,
    );
}

fn rows(list: CaseList, renaming: RwSignal<Option<String>>, is_open: RwSignal<bool>) -> AnyView {
    live(move || {
        let rows = list.rows.get();
        if rows.is_empty() {
            return view! { <p class="cases__empty">"No case is kept in this browser yet."</p> }
                .into_any();
        }
        let rows: Vec<AnyView> =
            rows.into_iter().map(|each| row(list, each, renaming, is_open)).collect();
        view! { <ul class="cases__list">{rows}</ul> }.into_any()
    })
    .into_any()
}

/// Puts the focus on the name of the case that is stored under `key`, where it is shown.
fn focus_on(list: CaseList, key: &str) {
    focus_soon(if list.is_shown(key) { name_id(key) } else { SEARCH_ID.to_owned() });
}

/// How much is kept and how much room there is, in a sentence.
fn size(list: CaseList) -> Signal<String> {
    text(move || {
        let Some(bytes) = list.size.get() else {
            return "This browser gives the page no storage, so nothing is kept.".to_owned();
        };
        let cases = list.rows.with(|rows| rows.iter().filter(|row| row.is_case()).count());
        let kilobytes = bytes.div_ceil(1024);
        format!(
            "{}, {kilobytes} KB used of the about 5 MB a browser gives to all pages of one address.",
            counted(cases, "case")
        )
    })
}
