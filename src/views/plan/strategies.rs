//! Which strategies are compared, each with its own assumptions.

use groundwork_model::{
    input::Input,
    plan::{PlanInput, StrategyInput, StrategyKind},
};
use groundwork_report::document::plan_names::strategy_kind;
use leptos::prelude::*;

use crate::{
    browser::document::focus_soon,
    components::{
        button::button, field_id, number_field::NumberField, remark::lasting_remark, rows::rows,
        text,
    },
    state::{lines::Row, workspace::Workspace},
};

/// The strategies that are compared.
#[component]
pub fn Strategies() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let lines = Memo::new(move |_| workspace.strategy_rows());
    let adding: Vec<AnyView> = StrategyKind::ALL
        .into_iter()
        .map(|kind| {
            let add = move || {
                workspace.add_strategy(kind);
                if let Some(row) = untrack(|| workspace.strategy_rows()).last() {
                    focus_soon(title_id(row));
                }
            };
            button(
                format!("plan-strategies-add-{}", kind.key().replace('_', "-")),
                "button plan__add",
                Signal::stored(strategy_kind(kind).to_owned()),
                Box::new(add),
            )
        })
        .collect();
    view! {
        <section class="plan__part" aria-labelledby="plan-strategies">
            <h2 id="plan-strategies">"Strategies to compare"</h2>
            {lasting_remark("Every one is held against carrying on as today.")}
            {rows("plan-strategies-rows", lines, strategy)}
            <div class="plan__adding" role="group" aria-labelledby="plan-strategies-adding">
                <p id="plan-strategies-adding" class="plan__label">"Add"</p>
                {adding}
            </div>
        </section>
    }
    .into_any()
}

fn strategy(row: Row) -> AnyView {
    let workspace = expect_context::<Workspace>();
    let lines = untrack(|| workspace.strategies());
    let Some(kind) = lines.get(row.position).map(|line| line.kind) else { return ().into_any() };
    let position = row.position;
    let fields: Vec<AnyView> = kind
        .inputs()
        .iter()
        .map(|input| {
            let (label, hint, examples) = words(*input);
            let input = Input::Plan(PlanInput::Strategy(position, *input));
            view! { <NumberField input label hint examples is_bare=true /> }.into_any()
        })
        .collect();
    let id = title_id(&row);
    let labelled_by = id.clone();
    let remove_id = field_id(&format!("plan.strategies.{}.remove", row.id));
    let remove = button(
        remove_id,
        "line__remove",
        text(move || format!("Remove: {}", strategy_kind(kind))),
        Box::new(move || {
            workspace.remove_strategy(&row);
            let rows = untrack(|| workspace.strategy_rows());
            let next = rows.get(row.position).or_else(|| rows.last());
            focus_soon(next.map_or_else(|| "plan-strategies-add-accept".to_owned(), title_id));
        }),
    );
    view! {
        <div class="line" role="group" aria-labelledby=labelled_by>
            <h3 class="line__title" id=id tabindex="-1">{strategy_kind(kind)}</h3>
            {fields}
            {remove}
        </div>
    }
    .into_any()
}

fn title_id(row: &Row) -> String {
    field_id(&format!("plan.strategies.{}.title", row.id))
}

/// Label, hint and examples of a number of a strategy.
fn words(input: StrategyInput) -> (&'static str, &'static str, &'static [f64]) {
    use StrategyInput as S;
    match input {
        S::Share => ("Share for debt", "Of all capacity, always", &[0.2, 0.25, 0.3]),
        S::ShareCap => ("Highest share for debt", "While paying pays", &[0.3]),
        S::PatienceMonths => ("Pays back within", "Debt is paid while that pays in time", &[12.0]),
        S::Overhead => ("Cost of the gates", "Share of delivery they take", &[0.1]),
        S::AccrualReduction => ("New debt kept out", "Share of what would come in", &[0.5]),
        S::CapacityShare => ("Share for the rewrite", "Taken from features", &[0.5]),
        S::PlannedMonths => ("Planned length", "Months until it replaces the old", &[12.0]),
        S::Slip => ("Overrun", "How much longer than planned", &[0.5]),
        S::DualRunningMonths => ("Running both", "Months of old and new side by side", &[6.0]),
        S::DualRunningShare => ("Cost of running both", "Share of capacity", &[0.1]),
        S::EfficiencyAfter => ("Efficiency after the rewrite", "Once it is there", &[0.95]),
    }
}
