//! What the browser gives a worker: messages from and to the page, and turns of its event loop.

use std::{cell::Cell, rc::Rc};

use js_sys::{Array, global};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{DedicatedWorkerGlobalScope, MessageChannel, MessageEvent, MessagePort};

/// Sends a message to the page.
pub(crate) fn post(message: &Array) {
    // A page that is gone needs no answer.
    let _ = scope().post_message(message);
}

/// Sends a message to the page and hands `buffer`, which is part of it, over without a copy.
pub(crate) fn hand_over(message: &Array, buffer: &JsValue) {
    let _ = scope().post_message_with_transfer(message, &Array::of1(buffer));
}

/// Runs `hear` on every message of the page that is an array.
pub(crate) fn when_told(hear: Box<dyn Fn(Array)>) {
    let listener = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        if let Ok(message) = event.data().dyn_into::<Array>() {
            hear(message);
        }
    });
    scope().set_onmessage(Some(&listener.into_js_value().unchecked_into()));
}

/// Asks for turns of the event loop. Unlike those of a timer they are not held back, and messages
/// that came before a turn was asked for are heard before it.
pub(crate) struct Turns {
    asks: MessagePort,
    is_coming: Rc<Cell<bool>>,
}

impl Turns {
    /// Runs `act` at each turn, and asks for the next as long as `act` says that there is more to do.
    ///
    /// # Errors
    ///
    /// What the browser throws where it gives no turns.
    pub(crate) fn new(act: Box<dyn Fn() -> bool>) -> Result<Self, JsValue> {
        let channel = MessageChannel::new()?;
        let (asks, is_coming) = (channel.port2(), Rc::new(Cell::new(false)));
        let turns = Self { asks: asks.clone(), is_coming: Rc::clone(&is_coming) };
        let next = Self { asks, is_coming };
        let listener = Closure::<dyn Fn()>::new(move || {
            next.is_coming.set(false);
            if act() {
                next.ask();
            }
        });
        channel.port1().set_onmessage(Some(&listener.into_js_value().unchecked_into()));
        Ok(turns)
    }

    /// Asks for one, unless one is coming already.
    pub(crate) fn ask(&self) {
        if !self.is_coming.replace(true) {
            // `undefined` can always be sent.
            let _ = self.asks.post_message(&JsValue::UNDEFINED);
        }
    }
}

fn scope() -> DedicatedWorkerGlobalScope {
    global().unchecked_into()
}
