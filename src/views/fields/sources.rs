//! Where each number of the case comes from, and which are nobody's yet.

use groundwork_cases::text_field::TextField;
use leptos::prelude::*;

use crate::{
    components::{
        group::group,
        remark::{lasting_remark, remark},
        rows::rows,
        text,
        text_box::text_box,
    },
    state::{lines::Row, workspace::Workspace},
};

/// The sources of the numbers.
pub(super) fn sources(workspace: Workspace) -> AnyView {
    let numbers = Memo::new(move |_| workspace.numbers_with_sources());
    let state = text(move || match workspace.count_of_sources() {
        (_, 0) => "none yet".to_owned(),
        (sourced, entered) => format!("{sourced} of {entered} inputs"),
    });
    let usual = text(move || {
        let names = workspace.numbers_by_default();
        if names.is_empty() {
            return String::new();
        }
        format!("Not your numbers, usual values stand in: {}.", names.join(", "))
    });
    let fields = vec![
        lasting_remark("Who says so? A budget, a log, a survey, a name. Finance will ask."),
        rows("sources-rows", numbers, source),
        remark("remark", usual),
    ];
    group("Sources", state, Signal::stored(true), fields)
}

fn source(row: Row) -> AnyView {
    let workspace = expect_context::<Workspace>();
    let Row { id: path, .. } = row;
    let input = workspace.draft.with_untracked(|draft| draft.file().input_at(&path));
    let Some(input) = input else { return ().into_any() };
    let mark = text(move || {
        let mark = match (workspace.is_entered(input), workspace.has_source(input)) {
            (false, _) => "not your number",
            (true, false) => "no source yet",
            (true, true) => "",
        };
        mark.to_owned()
    });
    let label = format!("Source of {}", untrack(|| workspace.name_of_number(input)));
    let hint = "FY26 budget, finance";
    view! {
        <div class="source">
            {text_box(TextField::Note(input), label, hint, true)}
            {remark("source__mark", mark)}
        </div>
    }
    .into_any()
}
