//! The question before another case takes the place of one that is not kept.

use leptos::prelude::*;

use super::Dialog;
use crate::state::workspace::Workspace;

/// Asks what is to become of the case on screen.
#[component]
pub fn Leaving() -> impl IntoView {
    let leaving = expect_context::<Workspace>().leaving;
    let is_open = RwSignal::new(false);
    Effect::new(move || {
        let is_asked = leaving.with(Option::is_some);
        if is_open.get_untracked() != is_asked {
            is_open.set(is_asked);
        }
    });
    Effect::new(move || {
        if !is_open.get() && leaving.with_untracked(Option::is_some) {
            leaving.set(None);
        }
    });
    view! {
        <Dialog
            id="leaving"
            title="What is on screen is not kept"
            is_open
            content=Box::new(move || content(is_open))
        />
    }
}

fn content(is_open: RwSignal<bool>) -> AnyView {
    let workspace = expect_context::<Workspace>();
    let go_on = move || {
        if let Some(destination) = workspace.leaving.get_untracked() {
            workspace.go_anyway(destination);
        }
    };
    let is_preview = untrack(|| workspace.is_preview());
    let (why, keep) = if is_preview {
        (
            "You changed a case that came with a link. It is not among your cases.",
            "Save it to my cases, then go on",
        )
    } else {
        (
            "This browser could not keep the last changes of this case.",
            "Save it as a file, then go on",
        )
    };
    let keep_and_go_on = move |_| {
        if is_preview {
            workspace.save_preview();
            if !workspace.keeper.may_leave(workspace.draft) {
                return;
            }
        } else {
            workspace.save_as_file();
        }
        go_on();
    };
    view! {
        <p>{why}</p>
        <div class="dialog__choices">
            <button class="button button--main" on:click=keep_and_go_on>{keep}</button>
            <button class="button" on:click=move |_| go_on()>"Go on without it"</button>
            <button class="button" on:click=move |_| is_open.set(false)>"Stay"</button>
        </div>
    }
    .into_any()
}
