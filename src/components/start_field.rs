//! The field for the first month of the case.

use std::sync::Arc;

use groundwork_cases::text_field::TextField;
use leptos::prelude::*;

use super::field::Field;
use crate::state::workspace::Workspace;

/// A field for the calendar month in which month one of the case begins.
#[component]
pub fn StartField() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    view! {
        <Field
            id="start".to_owned()
            label="The case begins in"
            hint="Year and month, such as 2027-01"
            unit=Signal::stored(String::new())
            take=Arc::new(move |text: &str| workspace.type_text(TextField::Start, text))
            written=Arc::new(move || workspace.text(TextField::Start))
        />
    }
}
