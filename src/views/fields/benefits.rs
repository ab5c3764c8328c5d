//! Benefits beside the efficiency gain, each with the numbers of its kind.

use groundwork_model::{
    benefit::BenefitKind,
    input::{BenefitInput, Input},
};
use groundwork_report::{document::labels::benefit_kind, narrative::groups};
use leptos::prelude::*;

use super::{
    benefit_kinds::{field, formula},
    line::{focus_added, line, pair, state},
    number_such_as,
    overlap::overlap,
    summary,
};
use crate::{
    browser::document::value_of,
    components::{
        button::plain_button,
        choice::choice,
        group::group,
        remark::{lasting_remark, remark},
        rows::rows,
        text,
    },
    state::{
        lines::{List, Row},
        workspace::Workspace,
    },
};

const CHOICE_ID: &str = "benefits-kind";

/// The other benefits of the case.
pub(super) fn benefits(workspace: Workspace) -> AnyView {
    let lines = Memo::new(move |_| workspace.lines(List::Benefits));
    let summed = summary(workspace, groups::benefits);
    let state = text(move || {
        let said = summed.get();
        let count = lines.with(Vec::len);
        let is_incomplete = |line: &usize| !workspace.missing_in_benefit(*line).is_empty();
        match (0..count).filter(is_incomplete).count() {
            0 if !said.is_empty() => said,
            incomplete => state(count, incomplete),
        }
    });
    let kinds = BenefitKind::ALL.into_iter();
    let kinds = kinds.map(|kind| (kind.key(), benefit_kind(kind), Signal::stored(false)));
    let add = move || {
        let key = value_of(CHOICE_ID);
        let kind = BenefitKind::ALL.into_iter().find(|kind| kind.key() == key);
        focus_added(List::Benefits, workspace.add_benefit(kind.unwrap_or(BenefitKind::Incidents)));
    };
    let fields = vec![
        lasting_remark("What else the work brings, beside hours that are no longer lost."),
        rows("benefits-rows", lines, benefit),
        choice(CHOICE_ID.to_owned(), "Kind of benefit", kinds.collect(), Box::new(|_| ())),
        plain_button("benefits-add".to_owned(), "Add a benefit", Box::new(add)),
    ];
    group("Other benefits", state, Signal::stored(true), fields)
}

fn benefit(row: Row) -> AnyView {
    let workspace = expect_context::<Workspace>();
    let position = row.position;
    let followed = workspace.follow_line(List::Benefits, position);
    let kind = workspace.draft.with_untracked(|draft| {
        let benefits = draft.file().benefits();
        benefits.get(position).map_or(BenefitKind::Other, |line| line.kind)
    });
    let number = |input: BenefitInput| {
        let (label, hint, examples) = field(input);
        number_such_as(Input::Benefit(position, input), label, hint, examples)
    };
    let mut fields: Vec<AnyView> = kind.inputs().iter().copied().map(number).collect();
    fields.push(pair(vec![number(BenefitInput::Confidence), number(BenefitInput::LagMonths)]));
    let (id, named) = (row.id.clone(), row.clone());
    let missing = Memo::new(move |_| followed.read(|| workspace.missing_in_benefit(position)));
    let value = text(move || value(workspace, kind, &id, &missing.get()));
    let about = vec![remark("remark", value), overlap(workspace, named)];
    line(workspace, List::Benefits, row, benefit_kind(kind), fields, about)
}

/// How the line is computed and what it brings, or what is missing before it counts.
fn value(workspace: Workspace, kind: BenefitKind, id: &str, missing: &[&str]) -> String {
    let formula = formula(kind);
    if !missing.is_empty() {
        return format!("{formula}. Not counted yet; still needed: {}.", missing.join(", "));
    }
    match workspace.value_of_benefit(id) {
        Some(value) => workspace
            .style
            .with(|style| format!("{formula} × confidence: {} a year.", style.exact_money(value))),
        None => format!("{formula} × confidence. It counts once the case has its four numbers."),
    }
}
