//! Whether an element can be seen, and what must not be covered.

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{
    Element, IntersectionObserver, IntersectionObserverEntry, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};

/// Follows whether an element can be seen, as long as it lives.
#[derive(Debug)]
pub struct InView {
    observer: Option<IntersectionObserver>,
    _listener: Closure<dyn Fn(js_sys::Array)>,
}

impl InView {
    /// Tells `tell` at once and then whenever it changes.
    pub fn follow(element: &Element, tell: Box<dyn Fn(bool)>) -> Self {
        let listener = Closure::<dyn Fn(js_sys::Array)>::new(move |entries: js_sys::Array| {
            let latest = entries.pop().dyn_into::<IntersectionObserverEntry>();
            if let Ok(latest) = latest {
                tell(latest.is_intersecting());
            }
        });
        let observer = IntersectionObserver::new(listener.as_ref().unchecked_ref()).ok();
        if let Some(observer) = &observer {
            observer.observe(element);
        }
        Self { observer, _listener: listener }
    }
}

impl Drop for InView {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}

/// Brings the field that has the focus out from under the first element that fits `cover`, which
/// stands at the lower edge of the window. A field elsewhere stays where it is.
pub fn uncover_focused_field(cover: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    let Some(document) = document else { return };
    let Some(focused) = document.active_element() else { return };
    let Ok(Some(cover)) = document.query_selector(cover) else { return };
    let (field, cover) = (focused.get_bounding_client_rect(), cover.get_bounding_client_rect());
    let is_covered = field.bottom() > cover.top() && field.top() < cover.bottom();
    if is_covered && focused.tag_name() == "INPUT" {
        scroll_to(&focused);
    }
}

/// Scrolls just as far as is needed to see `element`.
pub(super) fn scroll_to(element: &Element) {
    let nearest = ScrollIntoViewOptions::new();
    nearest.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&nearest);
}
