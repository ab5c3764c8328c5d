//! A field for one number of the case.

use std::sync::Arc;

use groundwork_model::{estimate::Estimate, input::Input, plan::PlanInput, units::Unit};
use leptos::{html, prelude::*};

use super::{
    benchmark_hints::BenchmarkHints, estimate_help::EstimateHelp, field::Field, field_id, live,
    range_boxes::RangeBoxes, text,
};
use crate::state::{
    entry::kind_of,
    hint::{HintWords, hint as hint_of, in_words, is_which_month},
    standing::Standing,
    stepping::step_text,
    workspace::Workspace,
};

/// A field for one number of the case.
///
/// Says whose the number is, what counts while nobody has entered one, and what others report.
#[component]
pub fn NumberField(
    /// Which number.
    input: Input,
    /// What it means; also the field's accessible name.
    label: &'static str,
    /// What the number is; without it, the range it may have is said.
    #[prop(optional)]
    hint: &'static str,
    /// Values to show behind the hint, in the reader's own style and the currency of the case.
    #[prop(optional)]
    examples: &'static [f64],
    /// Lowest and highest value of a range to show behind the hint.
    #[prop(optional)]
    range: Option<[f64; 2]>,
    /// Whether the field stands alone, without what helps to fill it in.
    #[prop(optional)]
    is_bare: bool,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let id = field_id(&workspace.path(input));
    let field = NodeRef::<html::Input>::new();
    // What the field held when it was last left: text that cannot be used falls back to it, not to
    // what the first few of its characters happened to mean.
    let settled = StoredValue::new(workspace.estimate(input));
    let take = move |text: &str| workspace.type_number(input, text, settled.get_value());
    let step = move |text: &str, step| {
        workspace.style.with_untracked(|style| step_text(text, input, step, style))
    };
    let followed = workspace.followed();
    let said = HintWords { words: hint, examples, range };
    let hint = Memo::new(move |_| {
        followed.track();
        let style = workspace.style.read();
        workspace.draft.with_untracked(|draft| hint_of(draft, input, said, &style))
    });
    let placeholder = text(move || {
        let default = input.spec().default;
        let text = |value| workspace.style.with(|style| style.editable(value, kind_of(input)));
        default.map(text).unwrap_or_default()
    });
    let help =
        (input == Input::EfficiencyNow && !is_bare).then(|| view! { <EstimateHelp /> }.into_any());
    let range_id = id.clone();
    let boxes = (input.spec().takes_estimate && !is_bare)
        .then(|| view! { <RangeBoxes input id=range_id settled /> }.into_any());
    let reports = (!is_bare).then(|| view! { <BenchmarkHints input /> }.into_any());
    view! {
        <Field
            id
            label
            hint=hint
            unit=unit(workspace, input)
            take=Arc::new(take)
            written=Arc::new(move || workspace.number_text(input))
            step=Arc::new(step)
            settled=Arc::new(move || settled.set_value(workspace.estimate(input)))
            placeholder
            mark=mark(workspace, input, label, field)
            node=field
            below=view! { {help} {boxes} {reports} }.into_any()
        />
    }
}

/// Marks a number nobody entered, and offers to enter it as it is.
fn mark(
    workspace: Workspace,
    input: Input,
    label: &'static str,
    field: NodeRef<html::Input>,
) -> AnyView {
    let followed = workspace.followed();
    let standing = Memo::new(move |_| {
        followed.track();
        workspace.draft.with_untracked(|draft| Standing::of(draft, input))
    });
    let keep = move |_| {
        workspace.keep_number(input);
        // The button is gone now.
        if let Some(field) = field.get_untracked() {
            let _ = field.focus();
        }
    };
    let mark = live(move || {
        let Some(own) = standing.get().unconfirmed() else { return ().into_any() };
        if !is_assumption(input, own) {
            return ().into_any();
        }
        let value = workspace.style.with(|style| in_words(own.likely(), input, style));
        let name = format!("keep it as mine: {label}, {value}");
        view! {
            <span class="number-field__mark">
                <span class="number-field__not-yours">"not your number"</span>
                <button class="number-field__keep" type="button" aria-label=name on:click=keep>
                    "keep it as mine"
                </button>
            </span>
        }
        .into_any()
    });
    mark.into_any()
}

/// Whether a default is something the case stands on: nothing is, in a line somebody added, where
/// its default is nothing or a month of its own.
fn is_assumption(input: Input, own: Estimate) -> bool {
    match input {
        Input::Cost(..) | Input::Plan(PlanInput::Initiative(..)) => false,
        Input::Benefit(..) => own.likely() != 0.0,
        _ => true,
    }
}

/// Unit after the field; a share carries its own percent sign.
fn unit(workspace: Workspace, input: Input) -> Signal<String> {
    let text = match input.spec().bounds.unit {
        Unit::Months if is_which_month(input) => "",
        Unit::Money | Unit::MoneyPerYear | Unit::MoneyPerWeek => {
            return text(move || workspace.style.with(|style| style.currency.code.clone()));
        }
        Unit::SharePerYear | Unit::CountPerYear => "a year",
        Unit::SharePerMonth => "a month",
        Unit::Months => "months",
        Unit::Weeks => "weeks",
        Unit::People => "people",
        Unit::Share | Unit::Points | Unit::Ratio | Unit::Plain => "",
    };
    Signal::stored(text.to_owned())
}
