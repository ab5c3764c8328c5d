//! The guard against counting the same hours twice.

use groundwork_model::benefit::Tag;
use leptos::prelude::*;

use super::line::{remove, tag_id};
use crate::{
    browser::document::focus_soon,
    components::{button::plain_button, live},
    state::{
        lines::{List, Row},
        workspace::Workspace,
    },
};

/// Says where a benefit line and the efficiency gain may count the same hours of engineers, and
/// asks which to keep; nothing where they do not.
pub(super) fn overlap(workspace: Workspace, row: Row) -> AnyView {
    let id = row.id.clone();
    let is_counted_twice = Memo::new(move |_| workspace.is_counted_twice(&id));
    let asked =
        live(move || if is_counted_twice.get() { guard(workspace, &row) } else { ().into_any() });
    view! { <div>{asked}</div> }.into_any()
}

fn guard(workspace: Workspace, row: &Row) -> AnyView {
    let button = |part: &str, label, press| {
        plain_button(format!("{}-{part}", tag_id(List::Benefits, row)), label, press)
    };
    let (tagged, removed) = (row.clone(), row.clone());
    let tag = move || {
        workspace.tag_line(List::Benefits, &tagged, Tag::Cash);
        focus_soon(tag_id(List::Benefits, &tagged));
    };
    let remove = move || remove(workspace, List::Benefits, &removed);
    let answers = vec![
        button("cash", "Keep both: tag as cash", Box::new(tag) as Box<dyn Fn()>),
        button("drop", "Remove this line", Box::new(remove)),
    ];
    view! {
        <div class="guard">
            <p>
                "This line and the efficiency gain may count the same hours of engineers. Which do \
                 you keep?"
            </p>
            <div class="guard__answers">{answers}</div>
            <details>
                <summary>"Why this is asked"</summary>
                <p>
                    "Hours spent on it today are part of the time that is lost, and the rise in \
                     efficiency already values them. Keep both where this line is money that leaves \
                     the company, such as credits, contractors or lost sales; remove it where it is \
                     the working time of the same engineers."
                </p>
            </details>
        </div>
    }
    .into_any()
}
