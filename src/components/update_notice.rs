//! That a new build of the page is ready, and the way to it.

use std::{cell::Cell, rc::Rc};

use leptos::prelude::*;

use super::live;
use crate::{
    browser::{
        document::{element, focus_soon},
        offline,
    },
    state::{view::View, workspace::Workspace},
};

/// Says it among the other notices, in the element with the id `place`. Not part of the page from the
/// beginning: what comes with its second half keeps the first small.
pub fn tell_of_updates(place: &'static str, workspace: Workspace) {
    offline::once_whole(Box::new(move || {
        let shown = Rc::new(Cell::new(None::<RwSignal<bool>>));
        offline::keep(Box::new(move || {
            if let Some(is_ready) = shown.get() {
                return is_ready.set(true);
            }
            let Some(place) = element(place) else { return };
            let shown = Rc::clone(&shown);
            let told = move || {
                let is_ready = RwSignal::new(true);
                shown.set(Some(is_ready));
                let notice = move || {
                    if is_ready.get() { notice(workspace, is_ready) } else { ().into_any() }
                };
                live(notice).into_any()
            };
            leptos::mount::mount_to(place, told).forget();
        }));
    }));
}

/// Stands there until the new build is loaded or put off.
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
