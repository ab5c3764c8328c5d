//! What differs between the case on screen and one of the reader's own.

use groundwork_report::narrative::{differences::ResultDifference, side_by_side::Entry};
use leptos::{html, prelude::*};

use crate::{
    browser::{clipboard::copy_text, document::move_in_table},
    components::{
        live,
        prose::{figure_of_many, press_on_key, prose},
        text,
    },
    state::{
        comparing::{Comparison, OwnCase, likeliest},
        workspace::Workspace,
    },
};

/// Rows that are drawn; a case that differs in more is another case.
const MOST_ROWS: usize = 200;

/// What differs, behind its title; drawn when it is opened.
#[component]
pub fn Differences(
    /// The reader's own cases, at least one.
    own: Vec<OwnCase>,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let details = NodeRef::<html::Details>::new();
    let is_open = RwSignal::new(false);
    let own = StoredValue::new(own);
    let drawn = live(move || {
        if !is_open.get() {
            return ().into_any();
        }
        // Another tab may have saved meanwhile.
        let now = workspace.own_cases();
        if !now.is_empty() {
            own.set_value(now);
        }
        content(workspace, own)
    });
    view! {
        <details
            class="differences"
            node_ref=details
            // Drawn for another preview, it is closed again.
            prop:open=is_open
            on:toggle=move |_| is_open.set(details.get().is_some_and(|details| details.open()))
        >
            <summary>"What differs from my copy"</summary>
            {drawn}
        </details>
    }
    .into_any()
}

fn content(workspace: Workspace, own: StoredValue<Vec<OwnCase>>) -> AnyView {
    let meant = workspace.draft.with_untracked(|draft| {
        own.with_value(|own| likeliest(own, draft.file()).map(|own| own.id.clone()))
    });
    let chosen = RwSignal::new(meant.unwrap_or_default());
    let of_chosen = move || {
        let id = chosen.get();
        own.with_value(|own| own.iter().find(|own| own.id == id).cloned())
    };
    let comparison = Memo::new(move |_| of_chosen().map(|own| workspace.compared_with(&own)));
    let options: Vec<AnyView> = own.with_value(|own| {
        let option = |own: &OwnCase| {
            let is_chosen = chosen.get_untracked() == own.id;
            view! { <option value=own.id.clone() selected=is_chosen>{own.name()}</option> }
                .into_any()
        };
        own.iter().map(option).collect()
    });
    let said = RwSignal::new("");
    let copy = move |_| {
        said.set("");
        let text = comparison.with_untracked(|comparison| {
            let name = untrack(of_chosen).map(|own| own.name()).unwrap_or_default();
            comparison.as_ref().map(|comparison| comparison.to_text(&name)).unwrap_or_default()
        });
        let done = move |has_worked| {
            said.set(if has_worked {
                "Copied."
            } else {
                "The browser did not let the page copy it."
            });
        };
        copy_text(&text, Box::new(done));
    };
    let tables = live(move || {
        said.set("");
        comparison.get().map(|comparison| tables(comparison, true)).into_any()
    });
    view! {
        <div class="differences__head">
            <label for="compared-case">"Compared with"</label>
            <select
                id="compared-case"
                class="choice"
                on:change=move |event| chosen.set(event_target_value(&event))
            >
                {options}
            </select>
            <button class="button" on:click=copy>"Copy what differs"</button>
            <span role="status">{text(move || said.get().to_owned())}</span>
        </div>
        <div on:keydown=|event| press_on_key(&event)>{tables}</div>
    }
    .into_any()
}

/// Both tables, of what was entered and of what follows; figures on screen can be asked only where they
/// are theirs.
pub(super) fn tables(comparison: Comparison, is_screen_theirs: bool) -> AnyView {
    if comparison.is_empty() {
        return view! { <p class="differences__sentence">"Nothing differs: both say the same."</p> }
            .into_any();
    }
    let Comparison { entries, results } = comparison;
    let (sentence, results) = match results {
        Some((sentence, rows)) => {
            (prose(sentence).into_any(), results_table(rows, is_screen_theirs))
        }
        None => (
            "One of the two is not complete yet, so results cannot be compared.".into_any(),
            ().into_any(),
        ),
    };
    view! {
        <p class="differences__sentence">{sentence}</p>
        {entries_table(entries)}
        {results}
    }
    .into_any()
}

fn entries_table(entries: Vec<Entry>) -> AnyView {
    let more = entries.len().saturating_sub(MOST_ROWS);
    let rows: Vec<AnyView> = entries
        .into_iter()
        .take(MOST_ROWS)
        .map(|Entry { what, said }| {
            let said: Vec<AnyView> =
                said.into_iter().map(|said| view! { <td>{said}</td> }.into_any()).collect();
            view! { <tr><th scope="row">{what}</th>{said}</tr> }.into_any()
        })
        .collect();
    let more = (more > 0).then(|| {
        let more = format!("And {more} more, all of them in the copied text.");
        view! { <p class="preview__detail">{more}</p> }.into_any()
    });
    view! {
        {table("What was entered", &["Mine", "Theirs"], rows)}
        {more}
    }
    .into_any()
}

fn results_table(results: Vec<ResultDifference>, is_screen_theirs: bool) -> AnyView {
    if results.is_empty() {
        return view! { <p class="preview__detail">"No result differs."</p> }.into_any();
    }
    let rows = results
        .into_iter()
        .enumerate()
        .map(|(number, ResultDifference { label, mine, theirs, change })| {
            let reasons = [mine.reason, theirs.reason.clone()].map(|reason| {
                reason.map(|reason| {
                    view! { <span class="figure-table__reason">{reason}</span> }.into_any()
                })
            });
            let [of_mine, of_theirs] = reasons;
            let theirs = if is_screen_theirs {
                figure_of_many(theirs, number == 0).into_any()
            } else {
                theirs.text.into_any()
            };
            view! {
                <tr>
                    <th scope="row">{label}</th>
                    <td>{mine.text} {of_mine}</td>
                    <td>{theirs} {of_theirs}</td>
                    <td>{change}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    table("What follows from it", &["Mine", "Theirs", "Change"], rows)
}

fn table(title: &'static str, columns: &[&'static str], rows: Vec<AnyView>) -> AnyView {
    let class = if columns.len() > 2 {
        "differences__table differences__table--wide"
    } else {
        "differences__table"
    };
    let columns: Vec<AnyView> =
        columns.iter().map(|column| view! { <th scope="col">{*column}</th> }.into_any()).collect();
    view! {
        <div
            class=class
            role="region"
            aria-label=title
            tabindex="0"
            on:keydown=|event| {
                if move_in_table(&event) {
                    event.prevent_default();
                }
            }
        >
            <table>
                <caption>{title}</caption>
                <thead><tr><td></td>{columns}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}
