//! A part of the case for somebody else's page: what a wiki takes to show it.

use groundwork_cases::case_file::CaseFile;
use leptos::prelude::*;

use crate::{
    browser::{
        clipboard::copy_text,
        document::{focus_soon, select_text},
    },
    components::{choice::choice, text},
    state::embedded::{Embedded, Part},
};

/// Id of the field with the code.
const CODE: &str = "share-code";

/// Which part, and its code.
#[component]
pub fn Embedding(
    /// The case as it is handed on.
    file: CaseFile,
) -> impl IntoView {
    let part = RwSignal::new(Part::Headline);
    let said = RwSignal::new("");
    let options = Part::all()
        .map(|each| (each.name(), each.name(), Signal::derive(move || part.get() == each)));
    let take = move |name: String| {
        said.set("");
        part.set(Part::all().find(|each| each.name() == name).unwrap_or(Part::Headline));
    };
    let file = StoredValue::new(file);
    let code = text(move || Embedded { part: part.get(), file: file.get_value() }.code());
    let copy = move |_| {
        said.set("");
        let done = move |has_worked| {
            if has_worked {
                return said.set("Copied.");
            }
            said.set("The browser did not let the page copy it. The code is selected: copy it with Ctrl + C or ⌘ C.");
            focus_soon(CODE.to_owned());
        };
        copy_text(&code.get_untracked(), Box::new(done));
    };
    view! {
        <details class="more share__embedding">
            <summary>
                <span class="more__name">"Embed a part in a wiki page"</span>
            </summary>
            <p class="share__detail">
                "For pages that take HTML. The figures stand in the code, so a part does not change by itself when the case does."
            </p>
            {choice("share-part".to_owned(), "Part", options.collect(), Box::new(take))}
            <label class="share__label" for=CODE>"Code of this part"</label>
            <input
                id=CODE
                class="share__link"
                type="text"
                readonly
                autocomplete="off"
                spellcheck="false"
                prop:value=code
                on:focus=|_| select_text(CODE)
                on:click=|_| select_text(CODE)
            />
            <div class="dialog__choices">
                <button class="button" on:click=copy>"Copy code"</button>
                <p class="share__said" role="status">{text(move || said.get().to_owned())}</p>
            </div>
        </details>
    }
    .into_any()
}
