//! Handing the case on: as a link, as a QR code, or as a file where it is too large for both.

use groundwork_cases::{case_file::CaseFile, link::LONGEST_SHARED};
use leptos::prelude::*;

use super::{Dialog, embedding::Embedding};
use crate::{
    browser::{
        clipboard::copy_text,
        document::{focus_soon, select_text},
        download::{JSON, download},
        sharing::{can_share, share_link},
    },
    components::{live, qr_code::qr_code, text},
    state::{links::Shared, workspace::Workspace},
};

/// Id of the field with the link.
const LINK: &str = "share-link";

/// The button in the bar at the top, and what it opens.
#[component]
pub fn Share() -> impl IntoView {
    let is_open = RwSignal::new(false);
    view! {
        <button class="top__button" aria-haspopup="dialog" on:click=move |_| is_open.set(true)>
            "Share"
        </button>
        <Dialog id="share" title="Share this case" is_open content=Box::new(content) />
    }
    .into_any()
}

fn content() -> AnyView {
    let workspace = expect_context::<Workspace>();
    let missing = untrack(|| not_shared(&workspace));
    let Some([whole, stripped]) = workspace.shared() else {
        return view! {
            <p>"There is nothing to share yet: enter a figure or open an example first."</p>
            {missing}
        }
        .into_any();
    };
    let is_stripped = RwSignal::new(false);
    let shown = live(move || {
        if is_stripped.get() {
            handed_on(&workspace, &stripped, None)
        } else {
            handed_on(&workspace, &whole, Some(&stripped))
        }
    });
    focus_soon(LINK.to_owned());
    view! {
        <label class="dialog__choice share__choice">
            <input
                type="checkbox"
                aria-describedby="share-stripped"
                on:change=move |event| is_stripped.set(event_target_checked(&event))
            />
            "Without names and notes"
        </label>
        <p id="share-stripped" class="share__detail">
            "Takes out the name of the case, the names of its lines and all notes. Figures, months and the currency stay."
        </p>
        {missing}
        {shown}
    }
    .into_any()
}

/// The link, or the file where there is no link; `stripped` is the same case without names.
fn handed_on(workspace: &Workspace, shared: &Shared, stripped: Option<&Shared>) -> AnyView {
    let size = workspace.style.with_untracked(|style| {
        let chars = u32::try_from(shared.address.len()).unwrap_or(u32::MAX);
        let most = u32::try_from(LONGEST_SHARED).unwrap_or(u32::MAX);
        let counted = |count| style.counted(f64::from(count), "character", "characters");
        [counted(chars), counted(most)]
    });
    if is_too_long(shared) {
        as_file(shared, &size, stripped.is_some_and(|stripped| !is_too_long(stripped)))
    } else {
        as_link(workspace, shared, &size[0])
    }
}

fn as_link(workspace: &Workspace, shared: &Shared, size: &str) -> AnyView {
    let said = RwSignal::new("");
    let address = StoredValue::new(shared.address.clone());
    let name = StoredValue::new(shared.file.title().to_owned());
    let copy = move |_| {
        said.set("");
        let done = move |has_worked| {
            if has_worked {
                return said.set("Copied.");
            }
            said.set("The browser did not let the page copy it. The link is selected: copy it with Ctrl + C or ⌘ C.");
            focus_soon(LINK.to_owned());
        };
        copy_text(&address.get_value(), Box::new(done));
    };
    let share = move |_| share_link(&name.get_value(), &address.get_value());
    let sheet = can_share()
        .then(|| view! { <button class="button" on:click=share>"Share…"</button> }.into_any());
    let code = qr_code(&shared.address).unwrap_or_else(|| {
        view! {
            <p class="share__detail">
                "There is no QR code, because this link is too long for one that phones read well."
            </p>
        }
        .into_any()
    });
    let preview = untrack(|| workspace.is_preview()).then(|| {
        view! { <p>"What is shared is the case on screen, which came with a link."</p> }.into_any()
    });
    view! {
        <label class="share__label" for=LINK>"Link to this case"</label>
        <input
            id=LINK
            class="share__link"
            type="text"
            readonly
            autocomplete="off"
            spellcheck="false"
            value=shared.address.clone()
            on:focus=|_| select_text(LINK)
            on:click=|_| select_text(LINK)
        />
        <div class="dialog__choices">
            <button class="button button--main" on:click=copy>"Copy link"</button>
            {sheet}
            <p class="share__said" role="status">{text(move || said.get().to_owned())}</p>
        </div>
        {preview}
        <p class="share__detail share__size">
            {size.to_owned()}
            ". The figures are in the part of the address that is never sent to a server; whoever has the link has the figures."
        </p>
        {code}
        <Embedding file=shared.file.clone() />
    }
    .into_any()
}

fn as_file(shared: &Shared, [size, most]: &[String; 2], is_short_without_names: bool) -> AnyView {
    let file = StoredValue::new(shared.file.clone());
    let save = move |_| {
        download("case.groundwork.json", &file.with_value(CaseFile::encode_pretty), JSON);
    };
    let shorter = is_short_without_names.then(|| {
        view! { <p>"Without names and notes it is short enough for a link."</p> }.into_any()
    });
    view! {
        <p>
            "As a link this case would have "
            {size.clone()}
            ". Beyond "
            {most.clone()}
            " mail and chat programs cut links off, so hand it on as a file."
        </p>
        {shorter}
        <div class="dialog__choices">
            <button class="button button--main" on:click=save>"Save as a file"</button>
        </div>
    }
    .into_any()
}

/// What was typed and is in no link.
fn not_shared(workspace: &Workspace) -> Option<AnyView> {
    let missing = workspace.not_shared();
    (!missing.is_empty()).then(|| {
        let missing = missing.join(", ");
        view! {
            <p class="share__detail">
                "Typed, but it cannot be used yet and is not handed on: " {missing} "."
            </p>
        }
        .into_any()
    })
}

fn is_too_long(shared: &Shared) -> bool {
    shared.address.len() > LONGEST_SHARED
}
