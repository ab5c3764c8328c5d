//! Which colors the document is shown in.

use web_sys::Element;

/// Shows the document in a color scheme, `light` or `dark`; `None` for that of the system.
///
/// `tokens.css` follows the attribute, and the browser's own frame the `theme-color` that is in force.
pub fn set(scheme: Option<&str>) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    if let Some(root) = document.document_element() {
        // The name of the attribute is a valid one.
        let _ = match scheme {
            Some(scheme) => root.set_attribute("data-theme", scheme),
            None => root.remove_attribute("data-theme"),
        };
    }
    for own in ["light", "dark"] {
        let selector = format!("meta[name=theme-color][data-scheme={own}]");
        if let Ok(Some(meta)) = document.query_selector(&selector) {
            set_media(&meta, own, scheme);
        }
    }
}

/// Puts the color of the scheme `own` in force where `chosen` is that one.
fn set_media(meta: &Element, own: &str, chosen: Option<&str>) {
    let media = match chosen {
        None => format!("(prefers-color-scheme: {own})"),
        Some(scheme) if scheme == own => "all".to_owned(),
        Some(_) => "not all".to_owned(),
    };
    let _ = meta.set_attribute("media", &media);
}

/// Whether the document is shown in dark colors.
pub fn is_dark() -> bool {
    let window = web_sys::window();
    let chosen = window
        .as_ref()
        .and_then(|window| window.document()?.document_element()?.get_attribute("data-theme"));
    match chosen.as_deref() {
        Some("dark") => true,
        Some("light") => false,
        _ => window
            .and_then(|window| window.match_media("(prefers-color-scheme: dark)").ok()?)
            .is_some_and(|query| query.matches()),
    }
}
