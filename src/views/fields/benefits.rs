//! Benefits beside the efficiency gain, each with the numbers of its kind.

use groundwork_model::{
    benefit::BenefitKind,
    input::{BenefitInput, Input},
};
use leptos::prelude::*;

use super::{
    benefit_kinds::{field, formula, name},
    line::{focus_added, line, state},
    overlap::overlap,
};
use crate::{
    components::{group::Group, live, number_field::NumberField, rows::Rows},
    state::{
        lines::{List, Row},
        workspace::Workspace,
    },
};

/// The other benefits of the case.
#[component]
pub(super) fn Benefits() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let rows = Memo::new(move |_| workspace.lines(List::Benefits));
    let incomplete = Memo::new(move |_| {
        let lines = 0..rows.with(Vec::len);
        lines.filter(|line| !workspace.missing_in_benefit(*line).is_empty()).count()
    });
    let state = Signal::derive(move || state(rows.with(Vec::len), incomplete.get()));
    view! {
        <Group name="Other benefits" state is_yours=Signal::stored(true)>
            <p class="more__said">
                "What else the work brings, beside hours that are no longer lost."
            </p>
            <Rows rows row=benefit />
            <AddBenefit />
        </Group>
    }
}

/// The choice of a kind, and the way to a line of that kind.
#[component]
fn AddBenefit() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let kind = RwSignal::new(BenefitKind::Incidents);
    let options: Vec<AnyView> = BenefitKind::ALL
        .into_iter()
        .map(|kind| view! { <option value=kind.key()>{name(kind)}</option> }.into_any())
        .collect();
    let choose = move |event| {
        let key = event_target_value(&event);
        if let Some(chosen) = BenefitKind::ALL.into_iter().find(|kind| kind.key() == key) {
            kind.set(chosen);
        }
    };
    let add = move |_| focus_added(List::Benefits, workspace.add_benefit(kind.get_untracked()));
    view! {
        <div class="line__add">
            <label for="benefits-kind">"Kind of benefit"</label>
            <select class="choice" id="benefits-kind" on:change=choose>
                {options}
            </select>
            <button id="benefits-add" class="button" type="button" on:click=add>
                "Add a benefit"
            </button>
        </div>
    }
}

fn benefit(row: Row) -> AnyView {
    let workspace = expect_context::<Workspace>();
    let position = row.position;
    let kind = workspace.draft.with_untracked(|draft| {
        let benefits = draft.file().benefits();
        benefits.get(position).map_or(BenefitKind::Other, |line| line.kind)
    });
    let number = move |input: BenefitInput| {
        let (label, hint) = field(input);
        view! { <NumberField input=Input::Benefit(position, input) label hint /> }.into_any()
    };
    let own: Vec<AnyView> = kind.inputs().iter().copied().map(number).collect();
    let fields = view! {
        {own}
        <div class="line__pair">
            {number(BenefitInput::Confidence)} {number(BenefitInput::LagMonths)}
        </div>
    };
    let value = value(workspace, kind, &row);
    let guard = overlap(workspace, row.clone());
    let said = view! { <div aria-live="polite">{value} {guard}</div> };
    line(List::Benefits, row, name(kind), fields.into_any(), said.into_any())
}

/// How the line is computed and what it brings, or what is missing before it counts.
fn value(workspace: Workspace, kind: BenefitKind, row: &Row) -> impl IntoView + use<> {
    let Row { id, position } = row.clone();
    let missing = Memo::new(move |_| workspace.missing_in_benefit(position));
    let value = Memo::new(move |_| workspace.value_of_benefit(&id));
    live(move || {
        let formula = formula(kind);
        let missing = missing.get();
        let text = match value.get() {
            _ if !missing.is_empty() => {
                format!("{formula}. Not counted yet; still needed: {}.", missing.join(", "))
            }
            Some(value) => workspace.style.with(|style| {
                format!("{formula} × confidence: {} a year.", style.exact_money(value))
            }),
            None => {
                format!("{formula} × confidence. It counts once the case has its four numbers.")
            }
        };
        view! { <p class="line__said">{text}</p> }.into_any()
    })
}
