//! The field for the currency of the case.

use std::sync::Arc;

use groundwork_cases::text_field::TextField;
use groundwork_report::wording::{COMMON_CURRENCIES, currency_code};
use leptos::prelude::*;

use super::field::Field;
use crate::state::{entry::Message, workspace::Workspace};

const LIST_ID: &str = "currency-list";

/// A field for the currency all amounts of the case are in.
///
/// Offers the common ones and takes any three letters, a name or a sign only one currency has.
/// Amounts are relabeled, never converted, and the field says so.
#[component]
pub fn CurrencyField() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let code = move || workspace.draft.with_untracked(|draft| draft.file().currency().to_owned());
    // What amounts were in when the field was last left: text that was refused is no currency.
    let settled = StoredValue::new(code());
    let take = move |text: &str| {
        let said = match currency_code(text) {
            _ if text.trim().is_empty() => workspace.type_text(TextField::Currency, ""),
            Ok(code) => workspace.type_text(TextField::Currency, &code),
            Err(problem) => match workspace.type_text(TextField::Currency, text) {
                Message::Problem(_) => Message::Problem(format!("{problem}.")),
                said => said,
            },
        };
        let code = code();
        let before = settled.get_value();
        if said == Message::Nothing && code != before {
            return Message::Echo(format!(
                "Amounts now read in {code} instead of {before}. Their figures stay: nothing was \
                 converted."
            ));
        }
        said
    };
    let options = COMMON_CURRENCIES
        .map(|(code, name)| view! { <option value=code>{name}</option> }.into_any());
    view! {
        <Field
            id="currency".to_owned()
            label="Currency"
            hint="Three letters such as USD or EUR. Amounts are relabeled, never converted."
            unit=""
            take=Arc::new(take)
            written=Arc::new(move || workspace.text(TextField::Currency))
            settled=Arc::new(move || settled.set_value(code()))
            inputmode="text"
            list=LIST_ID
            below=view! { <datalist id=LIST_ID>{Vec::from(options)}</datalist> }.into_any()
        />
    }
}
