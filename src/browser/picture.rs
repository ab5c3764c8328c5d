//! Charts as pictures: from the text of an SVG to a PNG that is saved or copied.

use js_sys::{Array, Promise};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement, Url,
};

use super::{clipboard::copy_promised, download::offer_blob};

/// Pixels of the picture for each pixel on the page, so that it stays sharp on slides.
const SCALE: f64 = 2.0;
const PNG: &str = "image/png";

/// The text of an SVG and its size in pixels.
pub struct Drawing {
    /// The whole file.
    pub svg: String,
    /// Width on the page.
    pub width: f64,
    /// Height on the page.
    pub height: f64,
}

/// Offers the drawing as a PNG of that name; `done` hears whether that worked.
pub fn save_png(drawing: Drawing, name: String, done: impl FnOnce(bool) + 'static) {
    spawn_local(async move {
        let saved = match png(drawing).await {
            Ok(blob) => offer_blob(&name, &blob).is_ok(),
            Err(_) => false,
        };
        done(saved);
    });
}

/// Copies the drawing as a picture; `done` hears whether that worked.
pub fn copy_png(drawing: Drawing, done: impl FnOnce(bool) + 'static) {
    // The item takes the picture as a promise: it must be handed over while the click is handled.
    let picture = future_to_promise(async move { png(drawing).await.map(JsValue::from) });
    copy_promised(PNG, &picture, Box::new(done));
}

async fn png(drawing: Drawing) -> Result<Blob, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type("image/svg+xml");
    let parts = Array::of1(&drawing.svg.into());
    let svg = Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let address = Url::create_object_url_with_blob(&svg)?;
    let image = HtmlImageElement::new()?;
    image.set_src(&address);
    let loaded = JsFuture::from(image.decode()).await;
    Url::revoke_object_url(&address)?;
    loaded?;

    let document = web_sys::window().and_then(|window| window.document());
    let document = document.ok_or(JsValue::UNDEFINED)?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.unchecked_into();
    let (width, height) = (drawing.width * SCALE, drawing.height * SCALE);
    canvas.set_width(pixels(width));
    canvas.set_height(pixels(height));
    let context = canvas.get_context("2d")?.ok_or(JsValue::UNDEFINED)?;
    context
        .unchecked_into::<CanvasRenderingContext2d>()
        .draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height)?;
    let blob = Promise::new(&mut |resolve, reject| {
        let give = Closure::once_into_js(move |blob: JsValue| {
            let _ = if blob.is_null() { &reject } else { &resolve }.call1(&JsValue::NULL, &blob);
        });
        let _ = canvas.to_blob_with_type(give.unchecked_ref(), PNG);
    });
    Ok(JsFuture::from(blob).await?.unchecked_into())
}

/// Scenes are at most a few thousand pixels wide.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn pixels(length: f64) -> u32 {
    length.clamp(1.0, 1e4) as u32
}
