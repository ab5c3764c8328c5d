//! Where each number of the case comes from, and which are nobody's yet.

use groundwork_cases::text_field::TextField;
use leptos::prelude::*;

use crate::{
    components::{
        group::{Group, not_yours},
        live,
        rows::Rows,
        text_box::TextBox,
    },
    state::{lines::Row, workspace::Workspace},
};

/// The sources of the numbers.
#[component]
pub(super) fn Sources() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let rows = Memo::new(move |_| workspace.numbers_with_sources());
    let state = Signal::derive(move || match workspace.count_of_sources() {
        (_, 0) => "none yet".to_owned(),
        (sourced, entered) => format!("{sourced} of {entered} inputs"),
    });
    let by_default = Memo::new(move |_| workspace.numbers_by_default());
    let usual = live(move || {
        let names = by_default.get();
        if names.is_empty() {
            return ().into_any();
        }
        let text = format!("Usual values stand in for: {}. ", names.join(", "));
        view! { <p class="more__said">{text} {not_yours()}</p> }.into_any()
    });
    view! {
        <Group name="Sources" state is_yours=Signal::stored(true)>
            <p class="more__said">
                "Who says so? A budget, a log, a survey, a name. Finance will ask."
            </p>
            <Rows rows row=source />
            {usual}
        </Group>
    }
}

fn source(row: Row) -> AnyView {
    let workspace = expect_context::<Workspace>();
    let Row { id: path, .. } = row;
    let input = workspace.draft.with_untracked(|draft| draft.file().input_at(&path));
    let Some(input) = input else { return ().into_any() };
    let mark = Memo::new(move |_| (workspace.is_entered(input), workspace.has_source(input)));
    let mark = live(move || match mark.get() {
        (false, _) => not_yours(),
        (true, false) => view! { <span class="source__none">"no source yet"</span> }.into_any(),
        (true, true) => ().into_any(),
    });
    let label = format!("Source of {}", untrack(|| workspace.name_of_number(input)));
    view! {
        <div class="source">
            <span class="source__mark">{mark}</span>
            <TextBox
                field=TextField::Note(input)
                label
                hint="FY26 budget, finance; several lines are fine"
                is_long=true
            />
        </div>
    }
    .into_any()
}
