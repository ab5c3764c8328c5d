//! A field for one number of the case.

use std::sync::Arc;

use groundwork_model::{input::Input, units::Unit};
use leptos::prelude::*;

use super::field::Field;
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
    let id = input.spec().path.replace(['.', '_'], "-");
    let message = workspace.message(input, &workspace.number_text(input));
    view! {
        <Field
            id
            label
            hint
            unit=unit(workspace, input)
            message
            take=Arc::new(move |text: &str| workspace.type_number(input, text))
            written=Arc::new(move || workspace.number_text(input))
        />
    }
}

/// Unit after the field; a share carries its own percent sign.
fn unit(workspace: Workspace, input: Input) -> Signal<String> {
    let text = match input.spec().bounds.unit {
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
