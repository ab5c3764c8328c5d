//! How large elements are, and where on them somebody points.

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, PointerEvent, ResizeObserver, ResizeObserverEntry};

/// Tells `changed` the width of `element` in pixels, now and whenever it changes.
pub fn on_width(element: &Element, changed: impl Fn(f64) + 'static) {
    changed(f64::from(element.client_width()));
    let tell = Closure::<dyn Fn(js_sys::Array)>::new(move |entries: js_sys::Array| {
        let entry = entries.get(0).unchecked_into::<ResizeObserverEntry>();
        changed(entry.content_rect().width());
    });
    // A browser without it keeps the width the page began with.
    if let Ok(observer) = ResizeObserver::new(tell.as_ref().unchecked_ref()) {
        observer.observe(element);
    }
    tell.forget();
}

/// How far from the left and the top edge of `element` it is pointed at, as shares of its width and
/// its height.
pub fn pointed_shares(element: &Element, event: &PointerEvent) -> [f64; 2] {
    let place = element.get_bounding_client_rect();
    let across = (f64::from(event.client_x()) - place.left()) / place.width().max(1.0);
    let down = (f64::from(event.client_y()) - place.top()) / place.height().max(1.0);
    [across, down]
}
