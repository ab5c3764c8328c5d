//! The guard against counting the same hours twice.

use groundwork_model::benefit::Tag;
use leptos::prelude::*;

use super::line::{remove, tag_id};
use crate::{
    browser::document::focus_soon,
    components::live,
    state::{
        lines::{List, Row},
        workspace::Workspace,
    },
};

/// Says where a benefit line and the efficiency gain may count the same hours of engineers, and
/// asks which to keep; nothing where they do not.
pub(super) fn overlap(workspace: Workspace, row: Row) -> impl IntoView {
    let id = row.id.clone();
    let is_counted_twice = Memo::new(move |_| workspace.is_counted_twice(&id));
    live(move || {
        if !is_counted_twice.get() {
            return ().into_any();
        }
        let (tagged, removed) = (row.clone(), row.clone());
        let tag = move |_| {
            workspace.tag_line(List::Benefits, &tagged, Tag::Cash);
            focus_soon(tag_id(List::Benefits, &tagged));
        };
        view! {
            <div class="line__guard">
                <p>
                    "This line and the efficiency gain may count the same hours of engineers. \
                     Which do you keep?"
                </p>
                <div class="line__answers">
                    <button class="button" type="button" on:click=tag>
                        "Keep both: tag as cash"
                    </button>
                    <button
                        class="button"
                        type="button"
                        on:click=move |_| remove(workspace, List::Benefits, &removed)
                    >
                        "Remove this line"
                    </button>
                </div>
                <details>
                    <summary>"Why this is asked"</summary>
                    <p>
                        "Hours spent on it today are part of the time that is lost, and the rise in \
                         efficiency already values them. Keep both where this line is money that \
                         leaves the company, such as credits, contractors or lost sales; remove it \
                         where it is the working time of the same engineers."
                    </p>
                </details>
            </div>
        }
        .into_any()
    })
}
