//! The answer in a few words at the lower edge of a narrow window, while its sentence is out of view.

use groundwork_report::document::{Paragraph, Span, Writer};
use leptos::{html, prelude::*};

use crate::{
    browser::{
        document::focus_soon,
        in_view::{InView, uncover_focused_field},
    },
    components::live,
    state::workspace::Workspace,
};

/// What is said in a few words.
pub type InFewWords = fn(Writer<'_>) -> Vec<Paragraph>;

/// The answer in a few words. It repeats what stands elsewhere, so it is not read aloud, unless it
/// leads there.
#[component]
pub fn Glance(
    /// The sentence it stands for.
    lead: NodeRef<html::H1>,
    /// What it says.
    says: InFewWords,
    /// The element it leads to when it is pressed, where the sentence is far away.
    #[prop(optional)]
    to: Option<&'static str>,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let is_needed = RwSignal::new(false);
    let following = StoredValue::new_local(None);
    Effect::new(move |_| {
        let Some(lead) = lead.get() else { return };
        let tell = move |is_in_view: bool| {
            is_needed.set(!is_in_view);
            if !is_in_view {
                request_animation_frame(|| uncover_focused_field(".glance"));
            }
        };
        following.set_value(Some(InView::follow(&lead, Box::new(tell))));
    });
    let parts = Memo::new(move |_| {
        if is_needed.get() { workspace.write(says).unwrap_or_default() } else { Vec::new() }
    });
    live(move || {
        let parts: Vec<AnyView> = parts.get().into_iter().map(part).collect();
        if parts.is_empty() {
            return ().into_any();
        }
        let Some(to) = to else {
            return view! {
                <div class="glance" aria-hidden="true" data-testid="glance">{parts}</div>
            }
            .into_any();
        };
        view! {
            <button
                class="glance glance--leads"
                type="button"
                data-testid="glance"
                on:click=move |_| focus_soon(to.to_owned())
            >
                <span class="unseen">"Go to the answer: "</span>
                {parts}
            </button>
        }
        .into_any()
    })
}

fn part(paragraph: Paragraph) -> AnyView {
    let span = |span| match span {
        Span::Text(text) | Span::Plain(text) => text.into_any(),
        Span::Figure(figure) => view! { <b>{figure.text}</b> }.into_any(),
    };
    let spans: Vec<AnyView> = paragraph.0.into_iter().map(span).collect();
    view! { <span>{spans}</span> }.into_any()
}
