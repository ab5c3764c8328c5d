//! That a new build of the page is ready, and the way to it.

use leptos::prelude::*;

use super::live;
use crate::{
    browser::{document::focus_soon, offline},
    state::{view::View, workspace::Workspace},
};

/// Stands there once a new build waits, until it is loaded or put off.
#[component]
pub fn UpdateNotice() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let is_ready = RwSignal::new(false);
    offline::keep(Box::new(move || is_ready.set(true)));
    live(move || if is_ready.get() { notice(workspace, is_ready) } else { ().into_any() })
}

fn notice(workspace: Workspace, is_ready: RwSignal<bool>) -> AnyView {
    let load = move |_| {
        workspace.leave_field();
        // Where it cannot be kept, the browser asks before the page goes.
        workspace.keeper.may_leave(workspace.draft);
        offline::load_next_build();
    };
    let put_off = move |_| {
        is_ready.set(false);
        focus_soon(View::TAB_OF_CURRENT.to_owned());
    };
    view! {
        <div class="notice notice--update">
            <p>"A new version of this page is ready."</p>
            <button class="button" on:click=load>"Reload"</button>
            <button class="button" on:click=put_off>"Later"</button>
        </div>
    }
    .into_any()
}
