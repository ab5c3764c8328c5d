//! Files somebody chose or dropped.

use std::cell::RefCell;

use js_sys::Array;
use wasm_bindgen::{JsCast, closure::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DragEvent, File, FileList, HtmlInputElement};

/// A file somebody gave the page; nothing of it has been read yet.
#[derive(Debug)]
pub struct GivenFile(File);

impl GivenFile {
    /// Its name, which is anybody's text.
    pub fn name(&self) -> String {
        self.0.name()
    }

    /// Its size.
    pub fn bytes(&self) -> usize {
        // A size is whole and not negative; what is beyond the largest one is too large anyway.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let bytes = self.0.size() as usize;
        bytes
    }

    /// Reads all of it as text, what is no text as replacement characters; `done` hears `None` where
    /// it cannot be read, as a folder.
    pub fn read(&self, done: Box<dyn FnOnce(Option<String>)>) {
        let text = self.0.text();
        spawn_local(async move {
            let text = JsFuture::from(text).await;
            done(text.ok().and_then(|text| text.as_string()));
        });
    }
}

/// What happens to files over the page.
#[derive(Debug)]
pub enum Dragged {
    /// They are held over it.
    Over,
    /// They are not any more.
    Gone,
    /// They were let go here.
    Dropped(Vec<GivenFile>),
}

/// Follows files that are dragged over the page or dropped anywhere on it. Whatever else is dragged,
/// such as text into a field, is none of its business.
pub fn on_dragged_files(tell: Box<dyn Fn(Dragged)>) {
    let Some(window) = web_sys::window() else { return };
    let listener = Closure::<dyn Fn(DragEvent)>::new(move |event: DragEvent| {
        let Some(dragged) = event.data_transfer() else { return };
        if !dragged.types().includes(&"Files".into(), 0) {
            return;
        }
        match event.type_().as_str() {
            "dragenter" => tell(Dragged::Over),
            "dragover" => dragged.set_drop_effect("copy"),
            "drop" => tell(Dragged::Dropped(files(dragged.files()))),
            // From one part of the page to another.
            _ if event.related_target().is_some() => (),
            _ => tell(Dragged::Gone),
        }
        // The browser would show the file in place of the page.
        event.prevent_default();
    });
    for kind in ["dragenter", "dragover", "dragleave", "drop"] {
        // Without it, files can still be chosen.
        let _ = window.add_event_listener_with_callback(kind, listener.as_ref().unchecked_ref());
    }
    listener.forget();
}

/// Lets somebody choose files whose names end in one of `kinds`, such as `.json,.txt`.
pub fn choose_files(kinds: &str, done: Box<dyn FnOnce(Vec<GivenFile>)>) {
    let document = web_sys::window().and_then(|window| window.document());
    let field = document.and_then(|document| document.create_element("input").ok());
    let Some(field) = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) else {
        return;
    };
    field.set_type("file");
    field.set_multiple(true);
    field.set_accept(kinds);
    let (chosen, done) = (field.clone(), RefCell::new(Some(done)));
    let listener = Closure::<dyn Fn()>::new(move || {
        if let Some(done) = done.take() {
            done(files(chosen.files()));
        }
    });
    // A browser without it chooses nothing; files can still be dropped.
    let _ = field.add_event_listener_with_callback("change", listener.as_ref().unchecked_ref());
    field.click();
    listener.forget();
}

fn files(list: Option<FileList>) -> Vec<GivenFile> {
    let files = list.map(|list| Array::from(&list)).unwrap_or_default();
    files.iter().filter_map(|file| file.dyn_into().ok().map(GivenFile)).collect()
}
