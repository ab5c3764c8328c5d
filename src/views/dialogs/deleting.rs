//! Deleting everything this browser keeps of the page, and the question before.

use leptos::prelude::*;

use crate::{
    browser::{document::focus_soon, other_tabs::in_turn},
    components::live,
    state::{
        case_list::LastDeleted, compared::Compared, preferences::Preferences, theme::Theme,
        workspace::Workspace,
    },
};

const DELETE_ID: &str = "delete-everything";
const KEEP_ID: &str = "keep-everything";

/// The button that deletes everything, in place of which the question comes; `beside` draws what
/// stands before it.
pub fn delete_everything(
    is_open: RwSignal<bool>,
    beside: Box<dyn Fn() -> AnyView + Send>,
) -> AnyView {
    let workspace = expect_context::<Workspace>();
    let deleted = expect_context::<LastDeleted>();
    let compared = expect_context::<Compared>();
    let is_asking = RwSignal::new(false);
    let has_failed = RwSignal::new(false);
    let ask = move |is_asked: bool| {
        is_asking.set(is_asked);
        // The button that was pressed is gone.
        focus_soon(if is_asked { KEEP_ID } else { DELETE_ID }.to_owned());
    };
    let delete_all = move || {
        if workspace.delete_everything().is_err() {
            // The question may be closed by now.
            let _ = has_failed.try_set(true);
            return;
        }
        deleted.0.set(None);
        compared.choose(Vec::new());
        Theme::System.show();
        workspace.preferences.set(Preferences::default());
        workspace.say("Everything of this page was deleted from this browser".to_owned());
        is_open.set(false);
    };
    let delete = move |_| drop(in_turn(Box::new(delete_all)));
    let choice = live(move || {
        if !is_asking.get() {
            return view! {
                <div class="dialog__choices">
                    {beside()}
                    <button id=DELETE_ID class="button" on:click=move |_| ask(true)>
                        "Delete everything"
                    </button>
                </div>
            }
            .into_any();
        }
        let failure = has_failed.get().then(|| {
            view! { <p>"The browser did not let the page delete it all. Clear the data of this address in the settings of the browser."</p> }
        });
        view! {
            <div class="dialog__question" role="alert">
                <p>
                    "Every case of this browser goes, with the one on screen and what you prefer. This cannot be undone."
                </p>
                {failure}
                <div class="dialog__choices">
                    <button class="button" on:click=move |_| workspace.save_as_file()>
                        "Save this case as a file first"
                    </button>
                    <button id=KEEP_ID class="button" on:click=move |_| ask(false)>
                        "Keep everything"
                    </button>
                    <button class="button button--main" on:click=delete>
                        "Yes, delete everything"
                    </button>
                </div>
            </div>
        }
        .into_any()
    });
    view! { {choice} }.into_any()
}
