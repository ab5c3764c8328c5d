//! The field for the first month of the case.

use std::sync::Arc;

use groundwork_cases::text_field::TextField;
use groundwork_report::wording::{month_name, parse_month};
use leptos::prelude::*;

use super::field::Field;
use crate::state::{entry::Message, workspace::Workspace};

/// A field for the calendar month in which month one of the case begins.
///
/// Takes a month as people write it and shows it by its name; the case keeps it as YYYY-MM.
#[component]
pub fn StartField() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let take = move |text: &str| match parse_month(text) {
        Ok(month) => workspace.type_text(TextField::Start, &month.to_string()),
        Err(problem) => match workspace.type_text(TextField::Start, text) {
            Message::Problem(_) => Message::Problem(format!("{problem}.")),
            said => said,
        },
    };
    let written = move || {
        let text = workspace.text(TextField::Start);
        text.parse().map_or(text, month_name)
    };
    view! {
        <Field
            id="start".to_owned()
            label="The case begins in"
            hint="A month and its year, such as January 2027"
            unit=""
            take=Arc::new(take)
            written=Arc::new(written)
            inputmode="text"
        />
    }
}
