//! A labeled text field with a hint and a message: what all fields of the case share.

use std::{sync::Arc, time::Duration};

use groundwork_report::wording::Step;
use leptos::{ev::KeyboardEvent, html, leptos_dom::helpers::TimeoutHandle, prelude::*};

use super::live;
use crate::state::workspace::Workspace;

/// What a field says about its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// Nothing.
    Nothing,
    /// How it was understood.
    Echo(String),
    /// Why it cannot be used.
    Problem(String),
}

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

/// A labeled text field.
///
/// Holds the text as typed and changes it only when it is settled, to the way the value is written:
/// when the field is left, or with Enter. Reading and checking belong to `take`. A problem is shown
/// when the text is settled, and from then on follows the typing; what was understood stays until
/// the text is changed. A value changed from elsewhere shows as soon as nobody is typing.
#[component]
pub fn Field(
    /// Unique within the page; ties label, field, hint and message together.
    id: String,
    /// What the value means; also the field's accessible name.
    label: &'static str,
    /// What may be typed, or what the value is.
    #[prop(into)]
    hint: Signal<String>,
    /// Unit after the field.
    #[prop(into)]
    unit: Signal<String>,
    /// Takes every change.
    take: Take,
    /// Writes the value when the text is settled or another case is opened.
    written: Written,
    /// What the arrow keys do, where they do anything.
    #[prop(optional)]
    step: Option<StepFrom>,
    /// Told when the text is settled.
    #[prop(optional)]
    settled: Option<Settled>,
    /// Shown in the empty field: what counts meanwhile.
    #[prop(optional, into)]
    placeholder: Signal<String>,
    /// Stands beside the label.
    #[prop(optional)]
    mark: Option<AnyView>,
    /// Which keys a phone shows.
    #[prop(default = "decimal")]
    inputmode: &'static str,
    /// Id of a list of values to choose from.
    #[prop(optional)]
    list: Option<&'static str>,
    /// The field itself, for whoever moves the focus there.
    #[prop(optional)]
    node: NodeRef<html::Input>,
    /// What belongs to the field and stands below it.
    #[prop(optional)]
    below: Option<AnyView>,
) -> impl IntoView {
    let text = written();
    let message = RwSignal::new(take(&text));
    let (hint_id, message_id) = (format!("{id}-hint"), format!("{id}-message"));
    let announced = RwSignal::new(String::new());
    let has_step = step.is_some();
    let typing = Typing {
        node,
        message,
        announced,
        take,
        written,
        step,
        settled,
        under_way: StoredValue::new(false),
        shown: StoredValue::new(text.clone()),
        pending: StoredValue::new(None),
    };
    typing.follow();
    let (typed, left, pressed) = (typing.clone(), typing.clone(), typing);
    let is_problem =
        Signal::derive(move || message.with(|message| matches!(message, Message::Problem(_))));
    let is_said = Signal::derive(move || message.with(|message| *message != Message::Nothing));
    let invalid = Signal::derive(move || if is_problem.get() { "true" } else { "false" });
    let said = live(move || match message.get() {
        Message::Nothing => ().into_any(),
        Message::Echo(text) => view! { <p class="number-field__hint">{text}</p> }.into_any(),
        Message::Problem(text) => view! { <p class="number-field__message">{text}</p> }.into_any(),
    });
    let announcement = has_step.then(|| {
        view! { <p class="number-field__announced" aria-live="polite">{announced}</p> }.into_any()
    });
    view! {
        <div class="number-field" class:number-field--invalid=is_problem>
            <div class="number-field__head">
                <label for=id.clone()>{label}</label>
                {mark}
            </div>
            <div class="number-field__box">
                <input
                    id=id
                    node_ref=node
                    type="text"
                    inputmode=inputmode
                    list=list
                    autocomplete="off"
                    spellcheck="false"
                    placeholder=placeholder
                    value=text
                    aria-describedby=format!("{hint_id} {message_id}")
                    aria-invalid=invalid
                    on:input=move |event| typed.typed(&event_target_value(&event))
                    on:blur=move |_| left.settle()
                    on:keydown=move |event| pressed.pressed(&event)
                />
                <span class="number-field__unit">{unit}</span>
            </div>
            <div class="number-field__below" class:number-field__below--said=is_said>
                <p id=hint_id class="number-field__hint">{hint}</p>
                <div id=message_id class="number-field__said" aria-live="polite">{said}</div>
            </div>
            {announcement}
            {below}
        </div>
    }
    .into_any()
}

/// What happens between the keys and the draft.
#[derive(Clone)]
struct Typing {
    node: NodeRef<html::Input>,
    message: RwSignal<Message>,
    announced: RwSignal<String>,
    take: Take,
    written: Written,
    step: Option<StepFrom>,
    settled: Option<Settled>,
    /// Whether the text was changed by hand since it was settled.
    under_way: StoredValue<bool>,
    /// The text as it was settled last.
    shown: StoredValue<String>,
    pending: StoredValue<Option<TimeoutHandle>>,
}

impl Typing {
    /// Shows what changes elsewhere: another case, another currency, an undone step.
    fn follow(&self) {
        let workspace = expect_context::<Workspace>();
        let renewed = self.clone();
        workspace.on_replaced(Box::new(move || renewed.renew()));
        let (now, changed) = (Arc::clone(&self.written), self.clone());
        let now = Memo::new(move |_| {
            workspace.draft.track();
            workspace.style.track();
            now()
        });
        Effect::new(move |before: Option<String>| {
            let text = now.get();
            let is_elsewhere = before.is_some_and(|before| before != text);
            if is_elsewhere
                && !changed.under_way.get_value()
                && changed.shown.with_value(|shown| *shown != text)
            {
                changed.renew();
            }
            text
        });
    }

    /// Takes the text as typed, without touching it.
    fn typed(&self, text: &str) {
        self.under_way.set_value(true);
        let said = (self.take)(text);
        if self.message.with_untracked(|message| *message != Message::Nothing) {
            self.message.set(said);
        }
    }

    /// Takes the text for good and writes the value the way it is written.
    fn settle(&self) {
        let Some(field) = self.node.get_untracked() else { return };
        let typed = field.value();
        // Passing through a field changes nothing, and what was said about it stays.
        if self.shown.with_value(|shown| *shown == typed) {
            self.under_way.set_value(false);
            return;
        }
        self.message.set((self.take)(&typed));
        self.write();
    }

    /// Shows the value as it is now, with what is to be said about it.
    fn renew(&self) {
        let text = (self.written)();
        self.message.set((self.take)(&text));
        self.write();
    }

    fn write(&self) {
        if let Some(settled) = &self.settled {
            settled();
        }
        let text = (self.written)();
        if let Some(field) = self.node.get_untracked()
            && field.value() != text
        {
            field.set_value(&text);
        }
        self.shown.set_value(text);
        self.under_way.set_value(false);
    }

    fn pressed(&self, event: &KeyboardEvent) {
        if event.is_composing() || event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        let is_up = match event.key().as_str() {
            "Enter" => return self.settle(),
            "ArrowUp" => true,
            "ArrowDown" => false,
            _ => return,
        };
        if self.step.is_some() {
            event.prevent_default();
            self.stepped(Step { is_up, is_coarse: event.shift_key() });
        }
    }

    /// Takes the text a step away; the caret keeps its distance from the end.
    fn stepped(&self, step: Step) {
        let (Some(from), Some(field)) = (&self.step, self.node.get_untracked()) else { return };
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
        self.message.set((self.take)(&text));
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
