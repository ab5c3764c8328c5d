//! A field for one number of the case.

use std::sync::Arc;

use groundwork_model::{input::Input, units::Unit};
use leptos::prelude::*;

use super::{field::Field, field_id};
use crate::state::workspace::Workspace;

/// A field for one number of the case.
#[component]
pub fn NumberField(
    /// Which number.
    input: Input,
    /// What it means; also the field's accessible name.
    label: &'static str,
    /// What may be typed, or what the number is.
    hint: &'static str,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let id = field_id(&workspace.draft.with_untracked(|draft| draft.file().path(input)));
    // What the field held when it was last left: text that cannot be used falls back to it, not to
    // what the first few of its characters happened to mean.
    let settled = StoredValue::new(None);
    let written = move || {
        settled.set_value(workspace.estimate(input));
        workspace.number_text(input)
    };
    let take = move |text: &str| workspace.type_number(input, text, settled.get_value());
    view! {
        <Field
            id
            label
            hint
            unit=unit(workspace, input)
            take=Arc::new(take)
            written=Arc::new(written)
        />
    }
}

/// Unit after the field; a share carries its own percent sign.
fn unit(workspace: Workspace, input: Input) -> Signal<String> {
    let text = match input.spec().bounds.unit {
        // Which month, not how many.
        Unit::Months if input == Input::FirstMonth => "",
        Unit::Money | Unit::MoneyPerYear | Unit::MoneyPerWeek => {
            return Signal::derive(move || {
                workspace.style.with(|style| style.currency.code.clone())
            });
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
