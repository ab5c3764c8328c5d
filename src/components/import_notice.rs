//! How far an import has come, and what it came to.

use leptos::prelude::*;

use super::{live, text};
use crate::{
    browser::document::focus_soon,
    state::importing::{Importing, REPORT_ID, Report, Stage},
};

/// Id of the button the cases are reached by, which takes the focus when the report goes.
const CASES_ID: &str = "open-cases";

/// What is said about an import, while it lasts and until it is dismissed.
#[component]
pub fn ImportNotice() -> impl IntoView {
    let importing = expect_context::<Importing>();
    let is_under_way =
        Memo::new(move |_| importing.stage.with(|stage| matches!(stage, Stage::UnderWay { .. })));
    live(move || {
        if is_under_way.get() {
            return progress(importing);
        }
        match importing.stage.get() {
            Stage::Done(report) => done(importing, report),
            Stage::Idle | Stage::UnderWay { .. } => ().into_any(),
        }
    })
}

fn progress(importing: Importing) -> AnyView {
    let words = text(move || {
        importing.stage.with(|stage| match stage {
            Stage::UnderWay { file, total: 0, .. } => ["Reading ", file].concat(),
            Stage::UnderWay { file, done, total } => {
                format!("Importing {file}: {done} of {total} cases")
            }
            Stage::Idle | Stage::Done(_) => String::new(),
        })
    });
    let share = Signal::derive(move || {
        importing.stage.with(|stage| match stage {
            // A bar without a value says that it takes a while.
            Stage::UnderWay { done, total, .. } if *total > 0 => Some(done * 100 / total),
            _ => None,
        })
    });
    view! {
        <div id=REPORT_ID class="notice notice--import">
            // Said once and not with every case.
            <p aria-live="off" data-testid="import-progress">
                {words}
            </p>
            <progress max="100" value=share aria-label="Import"></progress>
            <button class="button" on:click=move |_| importing.cancel()>"Stop the import"</button>
        </div>
    }
    .into_any()
}

fn done(importing: Importing, report: Report) -> AnyView {
    let Report { lead, details } = report;
    let details: Vec<AnyView> =
        details.into_iter().map(|detail| view! { <li>{detail}</li> }.into_any()).collect();
    let has_details = !details.is_empty();
    let details = has_details.then(|| view! { <ul>{details}</ul> }.into_any());
    let dismiss = move |_| {
        importing.dismiss();
        focus_soon(CASES_ID.to_owned());
    };
    view! {
        <div id=REPORT_ID class="notice notice--import" data-testid="import-report">
            <div>
                <p>{lead}</p>
                {details}
            </div>
            <button class="button" on:click=dismiss>"Dismiss"</button>
        </div>
    }
    .into_any()
}
