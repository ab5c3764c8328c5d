//! What happens between the keys pressed in a field and the draft of the case.

use std::{sync::Arc, time::Duration};

use groundwork_report::wording::Step;
use leptos::{ev::KeyboardEvent, html, leptos_dom::helpers::TimeoutHandle, prelude::*};

use crate::state::{entry::Message, workspace::Workspace};

/// Takes what was typed and says what is to be said about it.
pub type Take = Arc<dyn Fn(&str) -> Message + Send + Sync>;

/// Gives the text the field shows when nobody is typing.
pub type Written = Arc<dyn Fn() -> String + Send + Sync>;

/// Gives the text a step away from what stands in the field, or says why there is none.
pub type StepFrom = Arc<dyn Fn(&str, Step) -> Result<String, String> + Send + Sync>;

/// Told whenever the text of the field is settled: left, entered, stepped or written anew.
pub type Settled = Arc<dyn Fn() + Send + Sync>;

/// How long the arrow keys rest before the value they led to is announced.
const REST: Duration = Duration::from_millis(500);

/// What a field does with its text.
#[derive(Clone)]
pub(super) struct Deeds {
    /// Takes every change.
    pub(super) take: Take,
    /// Writes the value when the text is settled.
    pub(super) written: Written,
    /// What the arrow keys do, where they do anything.
    pub(super) step: Option<StepFrom>,
    /// Told when the text is settled.
    pub(super) settled: Option<Settled>,
}

/// What happens between the keys and the draft.
#[derive(Clone)]
pub(super) struct Typing {
    node: NodeRef<html::Input>,
    deeds: Deeds,
    /// What is said about the text.
    pub(super) message: RwSignal<Message>,
    /// The value the arrow keys led to, once they rest.
    pub(super) announced: RwSignal<String>,
    /// Characters in the field, which long text is made smaller by.
    pub(super) chars: RwSignal<usize>,
    /// Whether the text was changed by hand since it was settled.
    under_way: StoredValue<bool>,
    /// The text as it was settled last.
    shown: StoredValue<String>,
    pending: StoredValue<Option<TimeoutHandle>>,
}

impl Typing {
    /// Shows the value in the field and follows it from then on.
    pub(super) fn new(node: NodeRef<html::Input>, deeds: Deeds) -> Self {
        let text = (deeds.written)();
        let typing = Self {
            node,
            message: RwSignal::new((deeds.take)(&text)),
            announced: RwSignal::new(String::new()),
            chars: RwSignal::new(text.chars().count()),
            deeds,
            under_way: StoredValue::new(false),
            shown: StoredValue::new(text),
            pending: StoredValue::new(None),
        };
        typing.follow();
        typing
    }

    /// The text as it was settled last.
    pub(super) fn text(&self) -> String {
        self.shown.get_value()
    }

    /// Shows what changes elsewhere: another case, another currency, an undone step.
    fn follow(&self) {
        let workspace = expect_context::<Workspace>();
        let renewed = self.clone();
        workspace.on_replaced(Box::new(move || renewed.renew()));
        let (now, changed) = (Arc::clone(&self.deeds.written), self.clone());
        let followed = workspace.followed();
        let now = Memo::new(move |_| {
            followed.track();
            let currency = workspace.style.with(|style| style.currency.code.clone());
            (now(), currency)
        });
        Effect::new(move |before: Option<(String, String)>| {
            let (text, currency) = now.get();
            // Text that could not be used in one currency may be read in another.
            let is_relabeled = before.is_some_and(|(_, before)| before != currency);
            if !changed.under_way.get_value()
                && (is_relabeled || changed.shown.with_value(|shown| *shown != text))
            {
                changed.renew();
            }
            (text, currency)
        });
    }

    /// Takes the text as typed, without touching it.
    pub(super) fn typed(&self, text: &str) {
        self.under_way.set_value(true);
        self.measure(text);
        let said = (self.deeds.take)(text);
        if self.message.with_untracked(|message| *message != Message::Nothing) {
            self.message.set(said);
        }
    }

    /// Takes the text for good and writes the value the way it is written.
    pub(super) fn settle(&self) {
        let Some(field) = self.node.get_untracked() else { return };
        let typed = field.value();
        // Passing through a field changes nothing, and what was said about it stays.
        if self.shown.with_value(|shown| *shown == typed) {
            self.under_way.set_value(false);
            return;
        }
        self.message.set((self.deeds.take)(&typed));
        self.write();
    }

    /// Shows the value as it is now, with what is to be said about it.
    fn renew(&self) {
        let text = (self.deeds.written)();
        self.message.set((self.deeds.take)(&text));
        self.write();
    }

    fn write(&self) {
        if let Some(settled) = &self.deeds.settled {
            settled();
        }
        let text = (self.deeds.written)();
        if let Some(field) = self.node.get_untracked()
            && field.value() != text
        {
            field.set_value(&text);
        }
        self.measure(&text);
        self.shown.set_value(text);
        self.under_way.set_value(false);
    }

    fn measure(&self, text: &str) {
        let chars = text.chars().count();
        if self.chars.get_untracked() != chars {
            self.chars.set(chars);
        }
    }

    pub(super) fn pressed(&self, event: &KeyboardEvent) {
        if event.is_composing() || event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        let is_up = match event.key().as_str() {
            "Enter" => return self.settle(),
            "ArrowUp" => true,
            "ArrowDown" => false,
            _ => return,
        };
        if self.deeds.step.is_some() {
            event.prevent_default();
            self.stepped(Step { is_up, is_coarse: event.shift_key() });
        }
    }

    /// Takes the text a step away; the caret keeps its distance from the end.
    fn stepped(&self, step: Step) {
        let (Some(from), Some(field)) = (&self.deeds.step, self.node.get_untracked()) else {
            return;
        };
        let before = field.value();
        let text = match from(&before, step) {
            Ok(text) => text,
            Err(refusal) => {
                self.settle();
                if self.message.with_untracked(|said| !matches!(said, Message::Problem(_))) {
                    self.message.set(Message::Echo(refusal));
                }
                return;
            }
        };
        let length = |text: &str| u32::try_from(text.encode_utf16().count()).unwrap_or(0);
        let caret = field.selection_end().ok().flatten().unwrap_or_else(|| length(&before));
        let from_end = length(&before).saturating_sub(caret);
        field.set_value(&text);
        self.message.set((self.deeds.take)(&text));
        self.write();
        let caret = length(&field.value()).saturating_sub(from_end);
        // A field that takes no selection keeps its caret where the browser puts it.
        let _ = field.set_selection_range(caret, caret);
        self.announce(field.value());
    }

    /// Says the value to those who do not see it, once the keys rest.
    fn announce(&self, text: String) {
        if let Some(pending) = self.pending.get_value() {
            pending.clear();
        }
        let announced = self.announced;
        let say = move || drop(announced.try_set(text));
        self.pending.set_value(set_timeout_with_handle(say, REST).ok());
    }
}
