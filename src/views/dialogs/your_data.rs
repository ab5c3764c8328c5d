//! Where what was typed is kept, and how to get rid of it.

use leptos::prelude::*;

use super::{Dialog, deleting::delete_everything};
use crate::{
    browser::offline,
    components::{button::plain_button, live},
    state::{
        keeper::Inventory,
        persistence::{Persistence, Promise},
        workspace::Workspace,
    },
};

/// The promise in a sentence, and the way to what it means.
#[component]
pub fn Privacy() -> impl IntoView {
    let is_open = RwSignal::new(false);
    view! {
        <p class="privacy">
            "Figures stay in this browser. Nothing you type is sent anywhere. "
            <button
                class="privacy__more"
                aria-haspopup="dialog"
                on:click=move |_| is_open.set(true)
            >
                "About your data"
            </button>
        </p>
        <Dialog
            id="your-data"
            title="About your data"
            is_open
            content=Box::new(move || content(is_open))
        />
    }
}

fn content(is_open: RwSignal<bool>) -> AnyView {
    let workspace = expect_context::<Workspace>();
    let save = Box::new(move || {
        view! {
            <button class="button" on:click=move |_| workspace.save_as_file()>
                "Save this case as a file"
            </button>
        }
        .into_any()
    });
    view! {
        <p>
            "Everything is computed in this browser. Nothing you type is sent anywhere, and there is no account."
        </p>
        <p>{kept(workspace.keeper.inventory())}</p>
        {promised(workspace)}
        <p>
            "It stays until you delete it here or clear the data of this address in the browser; a private window forgets it when it is closed. Whoever uses this browser can read it, and so can other pages of the same address. To have it elsewhere too, save the case as a file."
        </p>
        <p>{without_network(offline::build().as_deref(), offline::is_kept())}</p>
        {delete_everything(is_open, save)}
    }
    .into_any()
}

/// Whether the page opens without a network, and which page that is.
fn without_network(build: Option<&str>, is_kept: bool) -> String {
    let kept = if is_kept {
        "The page itself is kept in this browser too, without anything you typed, and opens \
         without a network. "
    } else {
        ""
    };
    let version = env!("CARGO_PKG_VERSION");
    let build = build.map(|build| [", build ", build].concat()).unwrap_or_default();
    [kept, "This is version ", version, &build, "."].concat()
}

/// Whether the browser may clear it, and what can be done about that.
fn promised(workspace: Workspace) -> AnyView {
    let persistence = expect_context::<Persistence>();
    persistence.hear(Box::new(|| ()));
    let said = live(move || {
        let (sentence, can_ask) = match persistence.promise.get() {
            Promise::Unheard => return ().into_any(),
            Promise::Given => {
                ("This browser has promised to keep it until you delete it yourself.", false)
            }
            Promise::NotGiven => (
                "This browser may clear it when it runs short of room, or when you have not been here for a long time. You can ask it to promise that it will not; a file with all cases, from the list of cases, is a copy that stays yours.",
                true,
            ),
            Promise::Refused => (
                "This browser was asked to keep it and did not promise to, so it may clear it when it runs short of room. Export all cases from the list of cases now and then; some browsers promise it to pages that are used often.",
                true,
            ),
            Promise::Unspoken => (
                "This browser does not say whether it may clear it when it runs short of room. Export all cases from the list of cases now and then.",
                false,
            ),
        };
        let ask = can_ask.then(|| {
            let ask = Box::new(move || persistence.ask(workspace));
            plain_button("ask-to-keep".to_owned(), "Ask the browser to keep it", ask)
        });
        view! { <p data-testid="promise">{sentence}</p> {ask} }.into_any()
    });
    view! { <div role="status">{said}</div> }.into_any()
}

/// What this browser keeps, in a sentence.
fn kept(inventory: Option<Inventory>) -> String {
    let Some(Inventory { cases, set_aside, bytes }) = inventory else {
        return "This browser gives the page no storage, so nothing is kept.".to_owned();
    };
    let counted =
        |count: usize, one, many| format!("{count} {}", if count == 1 { one } else { many });
    let aside = match set_aside {
        0 => String::new(),
        _ => format!(", {} that could not be read", counted(set_aside, "text", "texts")),
    };
    format!(
        "Kept here: {}{aside}, and what you prefer, such as the theme. That takes {} KB.",
        counted(cases, "case", "cases"),
        bytes.div_ceil(1024)
    )
}
