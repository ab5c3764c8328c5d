//! The page without a network: a service worker keeps its files, and the next build waits until it is
//! wanted.
//!
//! What is kept and by what rules is in `src/service-worker.js`. Without it, as in some private windows,
//! everything else works as ever, so no failure here is told to anybody.

use std::{cell::Cell, rc::Rc, time::Duration};

use js_sys::{Date, Reflect};
use leptos::prelude::set_timeout;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{EventTarget, ServiceWorkerContainer, ServiceWorkerRegistration};

use super::document::load_again;

/// Its name is fixed: browsers look for a new one there.
const SCRIPT: &str = "./service-worker.js";
/// Told by the page once both halves of the calculator are there.
const WHOLE_EVENT: &str = "groundwork:whole";
/// What the build that waits is asked for.
const TAKE_OVER: &str = "take over";
/// A page that stays open looks for a new build when it is looked at, but not more often.
const BETWEEN_LOOKS: f64 = 60.0 * 60.0 * 1_000.0;
/// A build that has not taken over by then is loaded by the next visit.
const PATIENCE: Duration = Duration::from_secs(4);

/// Which build this page is of; `None` where it is being developed.
pub fn build() -> Option<String> {
    let document = web_sys::window()?.document()?;
    let meta = document.query_selector("meta[name=version]").ok()??;
    meta.get_attribute("content").filter(|version| !version.is_empty())
}

/// Whether the browser keeps the files of this page.
pub fn is_kept() -> bool {
    container().is_some_and(|container| container.controller().is_some())
}

/// Runs `action` once both halves of the calculator are there; never where they are one.
pub fn once_whole(action: Box<dyn Fn()>) {
    if let Some(window) = web_sys::window() {
        listen(&window, WHOLE_EVENT, action);
    }
}

/// Has the browser keep the page. `tell` hears when another build is ready.
pub fn keep(tell: Box<dyn Fn()>) {
    let (Some(container), Some(_)) = (container(), build()) else { return };
    let tell: Rc<dyn Fn()> = tell.into();
    // The first to take over is the build of this page.
    let is_kept = Cell::new(is_kept());
    let told = Rc::clone(&tell);
    let changed = move || {
        if is_kept.replace(true) {
            told();
        }
    };
    listen(&container, "controllerchange", Box::new(changed));
    let registered = container.register(SCRIPT);
    spawn_local(async move {
        let registered = JsFuture::from(registered).await.unwrap_or(JsValue::UNDEFINED);
        if let Ok(registration) = registered.dyn_into() {
            follow(registration, tell);
        }
    });
}

/// Loads the page anew, of the build that waits where one does.
pub fn load_next_build() {
    let Some(container) = container() else { return load_again() };
    spawn_local(async move {
        let waiting = match JsFuture::from(container.get_registration()).await {
            Ok(found) => {
                let found = found.dyn_into::<ServiceWorkerRegistration>().ok();
                found.and_then(|registration| registration.waiting())
            }
            Err(_) => None,
        };
        // Without one, the next build has taken over in another tab.
        let Some(waiting) = waiting else { return load_again() };
        listen(&container, "controllerchange", Box::new(load_again));
        // To a worker that is gone it does no harm.
        let _ = waiting.post_message(&TAKE_OVER.into());
        set_timeout(load_again, PATIENCE);
    });
}

/// Tells of builds that come to wait, and looks for them.
fn follow(registration: ServiceWorkerRegistration, tell: Rc<dyn Fn()>) {
    let of_waiting = registration.clone();
    let look: Rc<dyn Fn()> = Rc::new(move || {
        // The first build waits for nobody.
        if of_waiting.waiting().is_some() && is_kept() {
            tell();
        }
    });
    look();
    let of_arriving = registration.clone();
    let arriving = move || {
        if let Some(worker) = of_arriving.installing() {
            let look = Rc::clone(&look);
            listen(&worker, "statechange", Box::new(move || look()));
        }
    };
    arriving();
    listen(&registration, "updatefound", Box::new(arriving));

    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let looked = Cell::new(Date::now());
    let shown = document.clone();
    let update = move || {
        if !shown.hidden() && BETWEEN_LOOKS <= Date::now() - looked.get() {
            looked.set(Date::now());
            if let Ok(update) = registration.update() {
                // Without a network there is nothing new.
                spawn_local(async move { drop(JsFuture::from(update).await) });
            }
        }
    };
    listen(&document, "visibilitychange", Box::new(update));
}

/// Absent where the browser has none or the page is not served securely.
fn container() -> Option<ServiceWorkerContainer> {
    let navigator = web_sys::window()?.navigator();
    Reflect::get(&navigator, &"serviceWorker".into()).ok()?.dyn_into().ok()
}

fn listen(target: &EventTarget, event: &str, action: Box<dyn Fn()>) {
    let listener = Closure::<dyn Fn()>::wrap(action);
    // Where the browser takes no listener, the next visit brings the next build.
    let _ = target.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
    listener.forget();
}
