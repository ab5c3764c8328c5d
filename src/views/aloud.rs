//! What is read aloud, at a calm rate, and seen where it helps.

use std::time::Duration;

use groundwork_report::narrative::headline::headline;
use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*};

use crate::state::{keeper::Kept, workspace::Workspace};

/// How long typing must pause before the headline is read.
const PAUSE: Duration = Duration::from_millis(1_500);
/// How long a few words stay on screen.
const STAY: Duration = Duration::from_secs(5);

/// What was done last, for a while.
#[component]
pub fn Said() -> impl IntoView {
    let said = expect_context::<Workspace>().said;
    let waiting = Waiting::new();
    Effect::new(move |_| {
        if said.with(|said| !said.is_empty()) {
            waiting.then(STAY, Box::new(move || said.set(String::new())));
        }
    });
    view! { <p class="said" aria-live="polite" data-testid="said">{said}</p> }
}

/// The headline once typing pauses, and that the case is kept, once.
#[component]
pub fn Aloud() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let sentence = move || {
        untrack(|| workspace.write(|writer| headline(writer).to_string())).unwrap_or_default()
    };
    // What stands there when the page is opened is found by reading the page.
    let known = StoredValue::new(sentence());
    let read = RwSignal::new(String::new());
    let waiting = Waiting::new();
    let read_headline = move || {
        let now = sentence();
        if known.with_value(|known| *known != now) {
            known.set_value(now.clone());
            read.set(now);
        }
    };
    Effect::watch(
        move || workspace.draft.track(),
        move |(), _, _| waiting.then(PAUSE, Box::new(read_headline)),
        false,
    );
    view! {
        <p class="unseen" aria-live="polite" data-testid="aloud">{read}</p>
        <p class="unseen" aria-live="polite">{kept(workspace)}</p>
    }
}

/// "Saved", said the first time and after a problem was solved, not with every pause.
fn kept(workspace: Workspace) -> Memo<&'static str> {
    Memo::new(move |said: Option<&&'static str>| {
        workspace.keeper.kept.with(|kept| match kept {
            Kept::Nothing | Kept::Problem(_) => "",
            Kept::Soon => said.copied().unwrap_or_default(),
            Kept::Saved => "Saved in this browser",
        })
    })
}

/// Something that is done after a while, unless it is begun anew before.
#[derive(Clone, Copy)]
struct Waiting(StoredValue<Option<TimeoutHandle>>);

impl Waiting {
    fn new() -> Self {
        Self(StoredValue::new(None))
    }

    fn then(self, after: Duration, action: Box<dyn Fn()>) {
        if let Some(waiting) = self.0.try_update_value(Option::take).flatten() {
            waiting.clear();
        }
        self.0.set_value(set_timeout_with_handle(action, after).ok());
    }
}
