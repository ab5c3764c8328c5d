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
    state::{lines::Row, sources::Sourced, workspace::Workspace},
};

/// The numbers of the case, for each of their rows.
#[derive(Clone, Copy)]
struct Numbers(Memo<Vec<Sourced>>);

/// The sources of the numbers.
pub(super) fn sources(workspace: Workspace) -> AnyView {
    // Once for all rows: a case may have a thousand numbers, and any key may be in one of them.
    let numbers = Memo::new(move |_| workspace.numbers_with_sources());
    provide_context(Numbers(numbers));
    let drawn = Memo::new(move |_| {
        numbers.with(|numbers| numbers.iter().map(|number| number.row.clone()).collect())
    });
    let state = text(move || {
        let (sourced, entered) = numbers.with(|numbers| {
            let entered = || numbers.iter().filter(|number| number.is_entered);
            (entered().filter(|number| number.has_source).count(), entered().count())
        });
        if entered == 0 {
            return "none yet".to_owned();
        }
        format!("{sourced} of {entered} inputs")
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
        rows("sources-rows", drawn, source),
        remark("remark", usual),
    ];
    group("Sources", state, Signal::stored(true), fields)
}

fn source(row: Row) -> AnyView {
    let workspace = expect_context::<Workspace>();
    let Row { id: path, .. } = row;
    let input = workspace.draft.with_untracked(|draft| draft.file().input_at(&path));
    let Some(input) = input else { return ().into_any() };
    let Numbers(numbers) = expect_context();
    let mark = text(move || {
        let number = |numbers: &Vec<Sourced>| {
            let number = numbers.iter().find(|number| number.row.id == path)?;
            Some((number.is_entered, number.has_source))
        };
        let mark = match numbers.with(number) {
            Some((false, _)) => "not your number",
            Some((true, false)) => "no source yet",
            Some((true, true)) | None => "",
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
